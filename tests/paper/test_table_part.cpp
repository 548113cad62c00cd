#include "paper/table_part.h"
#include "paper_fixture.h"
#include "support/catch.h"

using namespace hk;
using namespace hk::paper;

namespace {

const Lettering& letters()
{
    static const Lettering a4(1.0); // once there is an application
    return a4;
}

TableData numbered(int rows)
{
    TableData data;
    data.title = QStringLiteral("Places");
    data.columns = {{QStringLiteral("Place")}, {QStringLiteral("Incidents"), false}};
    for (int i = 1; i <= rows; ++i)
        data.rows.push_back({QStringLiteral("Place %1").arg(i), QString::number(1000 + i)});
    data.note = QStringLiteral("A note.");
    return data;
}

} // namespace

TEST_CASE("a table says its title, heads, rows and note", "[paper]")
{
    const TablePart table(numbered(3));
    const double height = table.height(100, 200, letters());
    const QStringList words = test::wordsOf(table, {0, 0, 100, height});
    for (const QString& expected :
         QStringList{QStringLiteral("Places"), QStringLiteral("Place"), QStringLiteral("Incidents"),
                     QStringLiteral("Place 1"), QStringLiteral("1001"), QStringLiteral("Place 3"),
                     QStringLiteral("1003"), QStringLiteral("A note.")})
        CHECK(words.contains(expected));
    CHECK_FALSE(table.rest({100, height}, letters()));
}

TEST_CASE("rows without room are counted where a table may not go on", "[paper]")
{
    const TablePart table(numbered(30));
    const double room = table.height(100, 200, letters()) / 2;
    const double height = table.height(100, room, letters());
    CHECK(height <= room);
    const QStringList words = test::wordsOf(table, {0, 0, 100, height});
    const auto shown = words.filter(QStringLiteral("Place ")).size();
    CHECK(shown > 5);
    CHECK(words.join(u' ').contains(QStringLiteral("%1 more row").arg(30 - shown)));
    CHECK_FALSE(table.rest({100, height}, letters()));
}

TEST_CASE("rows that are only counted take no width from those that are seen", "[paper]")
{
    TableData data = numbered(30);
    data.columns = {{QStringLiteral("When")}, {QStringLiteral("What")}};
    for (QStringList& row : data.rows)
        row = {QStringLiteral("at noon"), QStringLiteral("a long story of what happened there")};
    data.rows.back().first() = QStringLiteral("from Friday evening until late on Monday morning");
    const TablePart table(data);
    const double room = table.height(70, 200, letters()) / 2;
    const QStringList words = test::wordsOf(table, {0, 0, 70, table.height(70, room, letters())});
    CHECK(words.contains(QStringLiteral("a long story of what happened there")));
}

TEST_CASE("a table that goes on has all of its rows once, under the same heads, its note at the end",
          "[paper]")
{
    TableData data = numbered(30);
    data.sumRow = 29;
    PartPtr part = std::make_shared<TablePart>(data, TablePart::Overflow::Continue);
    QStringList rows;
    int pieces = 0;
    for (; part && pieces < 10; ++pieces) {
        const double height = part->height(100, 50, letters());
        REQUIRE(height > 0.0);
        REQUIRE(height <= 50.0 + 1e-6);
        const QStringList words = test::wordsOf(*part, {0, 0, 100, height});
        CHECK(words.contains(QStringLiteral("Incidents")));
        CHECK(words.contains(pieces == 0 ? QStringLiteral("Places") : QStringLiteral("Places, continued")));
        rows += words.filter(QStringLiteral("Place "));
        part = part->rest({100, height}, letters());
        CHECK(words.contains(QStringLiteral("A note.")) == !part);
    }
    CHECK(pieces > 1);
    REQUIRE(rows.size() == 30);
    CHECK(rows.front() == QStringLiteral("Place 1"));
    CHECK(rows.back() == QStringLiteral("Place 30"));
}

TEST_CASE("words are cut where there is too little room, numbers never", "[paper]")
{
    TableData data = numbered(1);
    data.rows[0][0] = QStringLiteral("A very long name of a place ").repeated(10);
    const TablePart table(data);
    const QStringList words = test::wordsOf(table, {0, 0, 60, table.height(60, 100, letters())});
    CHECK(words.contains(QStringLiteral("1001")));
    CHECK_FALSE(words.filter(QStringLiteral("…")).isEmpty());
}

TEST_CASE("a table is neither begun nor ended on a page by a row or two", "[paper]")
{
    const TablePart table(numbered(30), TablePart::Overflow::Continue);
    const auto rowsIn = [&](double room) {
        const double height = table.height(100, room, letters());
        return height <= 0.0
                   ? 0
                   : static_cast<int>(
                         test::wordsOf(table, {0, 0, 100, height}).filter(QStringLiteral("Place ")).size());
    };
    const double whole = table.height(100, 500, letters());
    bool begun = false;
    for (double room = 1.0; room < whole; room += 1.0) {
        const int rows = rowsIn(room);
        CAPTURE(room, rows);
        CHECK((rows == 0 || rows >= 6));
        CHECK(rows <= 27);
        CHECK_FALSE((begun && rows == 0));
        begun = begun || rows > 0;
    }
    CHECK(rowsIn(whole) == 30);
}

TEST_CASE("a table that fills stands as wide as its room, numbers to the right, and is no higher", "[paper]")
{
    TableData data = numbered(2);
    const auto endOf = [](const TableData& table) {
        for (const test::PlacedWords& placed : test::placedWords(TablePart(table), {0, 0, 100, 60}))
            if (placed.words == QStringLiteral("1001"))
                return placed.baseline.x() + letters().width(Type::Small, placed.words);
        return 0.0;
    };
    CHECK(endOf(data) < 60.0);
    const double height = TablePart(data).height(100, 100, letters());
    data.fill = true;
    CHECK_THAT(endOf(data), WithinAbs(100.0, 0.05));
    CHECK(TablePart(data).height(100, 100, letters()) == height);
}
