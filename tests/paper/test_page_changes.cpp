#include "paper/page_changes.h"
#include "paper/page_template.h"
#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace hk;
using namespace hk::paper;

namespace {

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

PageEdits sample()
{
    PageEdits edits;
    edits[{0, u("legend")}].rect = QRectF(12, 40.5, 70, 33);
    edits[{0, u("north")}].hidden = true;
    edits[{1, u("title")}].text = u("Överskrift");
    edits[{1, u("remarks")}].hidden = true;
    return edits;
}

} // namespace

TEST_CASE(
    "what is kept of changes by hand are places and what is hidden, no text and never what must be said",
    "[paper]")
{
    const PageEdits kept = lasting(sample(), {u("remarks")});
    CHECK(kept.size() == 2);
    CHECK(kept.at({0, u("legend")}).rect == QRectF(12, 40.5, 70, 33));
    CHECK(kept.at({0, u("north")}).hidden);
    PageEdits small;
    small[{0, u("remarks")}].rect = QRectF(10, 10, 2, 1);
    small[{0, u("legend")}].rect = QRectF(10, 10, 2, 1);
    CHECK(lasting(small, {u("remarks")}).size() == 1);
}

TEST_CASE("changes of a page lie over those that were kept", "[paper]")
{
    PageEdits above;
    above[{0, u("legend")}].text = u("nytt");
    above[{0, u("north")}].rect = QRectF(1, 2, 9, 9);
    const PageEdits all = merged(lasting(sample(), {}), above);
    CHECK(all.at({0, u("legend")}).rect == QRectF(12, 40.5, 70, 33));
    CHECK(all.at({0, u("legend")}).text == u("nytt"));
    CHECK(all.at({0, u("north")}).hidden);
    CHECK(all.at({0, u("north")}).rect == QRectF(1, 2, 9, 9));
}

TEST_CASE("changes that are kept come back with the template, for their paper alone, and can be dropped",
          "[paper]")
{
    const QTemporaryDir folder;
    const PageEdits kept = lasting(sample(), {u("remarks")});
    const QString layout = layoutName(Paper::A4, Orientation::Landscape);
    REQUIRE(keepChanges(u("motes"), folder.path(), layout, kept));
    REQUIRE(keepChanges(u("motes"), folder.path(), u("A3 portrait"),
                        PageEdits(kept.begin(), std::next(kept.begin()))));
    const auto look = templateOf(u("motes"), folder.path());
    REQUIRE(look);
    CHECK(look->changes.at(layout) == kept);
    CHECK(look->changes.at(u("A3 portrait")).size() == 1);
    CHECK_FALSE(look->sheets.empty());
    CHECK(templateOf(u("publik"), folder.path())->changes.empty());
    REQUIRE(keepChanges(u("motes"), folder.path(), layout, {}));
    CHECK(changesOf(u("motes"), folder.path())->size() == 1);
    REQUIRE(keepChanges(u("motes"), folder.path(), u("A3 portrait"), {}));
    CHECK_FALSE(QFile::exists(changesPath(u("motes"), folder.path())));
}

TEST_CASE("a damaged file of changes is an error that says where, and is not written over", "[paper]")
{
    const QTemporaryDir folder;
    const char* const damaged[] = {"{\"A4 landscape\": {\"0\": {}}}",
                                   "{\"A4 landscape\": {\"1\": {\"map\": {\"rect\": [1, 2, 3]}}}}",
                                   "{\"A4 landscape\": {\"1\": {\"map\": {\"rect\": [1, 2, -3, 4]}}}}", "[",
                                   "{\"A4 landscape\": {\"1\": 7}}"};
    for (const char* const json : damaged) {
        CAPTURE(json);
        QFile file(changesPath(u("motes"), folder.path()));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(json);
        file.close();
        const auto read = templateOf(u("motes"), folder.path());
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::FileDamaged);
        CHECK(read.error().place.file.endsWith(u("motes.changes.json")));
        CHECK_FALSE(keepChanges(u("motes"), folder.path(), u("A4 landscape"), sample()));
        REQUIRE(file.open(QIODevice::ReadOnly));
        CHECK(file.readAll() == QByteArray(json));
    }
}

TEST_CASE("changes that cannot be written are an error with the file", "[paper]")
{
    const auto written = keepChanges(u("motes"), u("/no/such/folder"), u("A4 landscape"), sample());
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::FileNotWritable);
    CHECK(written.error().place.file.contains(u("/no/such/folder")));
}
