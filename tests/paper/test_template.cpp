#include "paper/page_template.h"
#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>

using namespace hk;
using namespace hk::paper;

namespace {

QByteArray sheetOf(const QByteArray& box)
{
    return R"({"name": {"sv": "Prov"}, "sheets": {"map": {"portrait": )" + box + "}}}";
}

} // namespace

TEST_CASE("every template that ships can be read and has its sheets", "[paper]")
{
    const auto has = [](const QString& name, const QStringList& kinds) {
        const auto read = embeddedTemplate(name);
        CAPTURE(name);
        REQUIRE(read);
        CHECK_FALSE(read->names.at(QStringLiteral("sv")).isEmpty());
        for (const QString& kind : kinds)
            CHECK(read->sheets.count(kind) == 1);
    };
    const QString map = QStringLiteral("map");
    const QString words = QStringLiteral("words");
    has(QStringLiteral("motes"), {map, words});
    has(QStringLiteral("lagesbild"), {QStringLiteral("first"), QStringLiteral("next"), map});
    has(QStringLiteral("publik"), {map, words});
    CHECK_FALSE(embeddedTemplate(QStringLiteral("unknown")));
}

TEST_CASE("a template says sizes, gaps, turns and shares", "[paper]")
{
    const auto read =
        readTemplate(sheetOf(R"({"gap": 2, "rows": [{"part": "title", "turn": 3, "most": 0.5, "atEnd": true, "whole": true},
                                                                   {"part": "map", "size": {"A4": 80, "A3": 110}}]})"));
    REQUIRE(read);
    const Box& box = read->sheets.at(QStringLiteral("map")).portrait;
    CHECK(box.kind == Box::Kind::Rows);
    CHECK(box.gap == 2.0);
    REQUIRE(box.boxes.size() == 2);
    CHECK(box.boxes[0].turn == 3);
    CHECK(box.boxes[0].most == 0.5);
    CHECK(box.boxes[0].atEnd);
    CHECK(box.boxes[0].whole);
    CHECK(box.boxes[1].sizeOnPaper.at(QStringLiteral("A3")) == 110.0);
    CHECK(read->sheets.at(QStringLiteral("map")).landscape.boxes.size() == 2);
}

TEST_CASE("a template says the size of its letters", "[paper]")
{
    const auto read = readTemplate(R"({"sheets": {"map": {"letters": 1.5, "portrait": {"part": "a"}}}})");
    REQUIRE(read);
    CHECK(letterFactor(read->sheets.at(QStringLiteral("map")), Paper::A4) == 1.5);
    CHECK_FALSE(readTemplate(R"({"sheets": {"map": {"letters": 9, "portrait": {"part": "a"}}}})"));
}

TEST_CASE("an unknown key or a wrong value is an error that names its sheet", "[paper]")
{
    for (const QByteArray& box :
         {QByteArray(R"({"part": "a", "colour": "red"})"), QByteArray(R"({"part": "a", "rows": []})"),
          QByteArray(R"({"rows": []})"), QByteArray(R"({"part": "a", "most": 2})"),
          QByteArray(R"({"part": "a", "size": -1})"), QByteArray(R"({"part": ""})"), QByteArray("3"),
          QByteArray(R"({"part": "a", "grow": "yes"})")}) {
        CAPTURE(box.toStdString());
        const auto read = readTemplate(sheetOf(box));
        REQUIRE_FALSE(read);
        CHECK(read.error().code == ErrorCode::FileDamaged);
        CHECK(read.error().place.field == QStringLiteral("map"));
        CHECK_FALSE(read.error().detail.isEmpty());
    }
    CHECK_FALSE(readTemplate("not json"));
    CHECK_FALSE(readTemplate("{}"));
}

TEST_CASE(
    "a file in the municipality's folder goes before the one that ships, and is named where it is wrong",
    "[paper]")
{
    const QTemporaryDir folder;
    CHECK(templateOf(QStringLiteral("motes"), folder.path()));
    const QString path = folder.filePath(QStringLiteral("motes.json"));
    const auto write = [&](const QByteArray& bytes) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    };
    write(sheetOf(R"({"part": "own"})"));
    const auto own = templateOf(QStringLiteral("motes"), folder.path());
    REQUIRE(own);
    CHECK(own->sheets.at(QStringLiteral("map")).portrait.part == QStringLiteral("own"));
    write("{");
    const auto wrong = templateOf(QStringLiteral("motes"), folder.path());
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().place.file == path);
}
