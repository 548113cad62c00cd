#include "core/local_time.h"
#include "exchange/csv.h"
#include "exchange/import_reader.h"
#include "exchange_support.h"

#include <QDir>

using namespace hk;
using namespace hk::exchange;
using namespace hk::test;

namespace {

std::vector<ImportRow> rowsOf(const QString& path, const ImportMapping& mapping = {})
{
    Result<ImportReader> reader = ImportReader::open(path);
    REQUIRE(reader.has_value());
    std::vector<ImportRow> rows;
    REQUIRE(reader->forEach(reader->completed(mapping), CategoryList::standard(), [&](const ImportRow& row) {
                      rows.push_back(row);
                      return true;
                  }).has_value());
    return rows;
}

QByteArray feature(const QByteArray& properties, const QByteArray& geometry)
{
    return R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{)" + properties + R"(},"geometry":)"
           + geometry + "}]}";
}

} // namespace

TEST_CASE("a table saved as Unicode text is read")
{
    const Files files;
    const QString text = u("category\tplace\nS1\tKvarnbyån\n");
    const QByteArray little = QByteArray("\xFF\xFE")
                              + QByteArray(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    const Result<CsvReader> reader = CsvReader::open(files.write(u("u.txt"), little));
    REQUIRE(reader.has_value());
    CHECK(reader->columns() == QStringList{u("category"), u("place")});
}

TEST_CASE("blank lines before the header are no header")
{
    const Files files;
    Result<CsvReader> reader = CsvReader::open(files.write(u("b.csv"), "\n \r\na;b\n1;2\n"));
    REQUIRE(reader.has_value());
    CHECK(reader->columns() == QStringList{u("a"), u("b")});
    std::vector<std::string_view> fields;
    REQUIRE(reader->next(fields).value());
    CHECK(reader->line() == 4);
}

TEST_CASE("a table that somebody shortens while it is read does not end the program")
{
    const Files files;
    const QString path = files.write(u("s.csv"), "a,b\n" + QByteArray("1,2\n").repeated(50000));
    Result<CsvReader> reader = CsvReader::open(path);
    REQUIRE(reader.has_value());
    REQUIRE(QFile::resize(path, 0));
    std::vector<std::string_view> fields;
    int rows = 0;
    while (reader->next(fields).value())
        ++rows;
    CHECK(rows == 50000);
}

TEST_CASE("a default or translation of no field is refused before any row is read")
{
    const Files files;
    const QString path = files.write(u("i.csv"), "category,from,lat,lon\nS1,2024-03-01,57.6554,12.0165\n");
    for (const bool defaults : {true, false}) {
        ImportMapping mapping;
        if (defaults)
            mapping.defaults = {{u("colour"), u("1")}};
        else
            mapping.values = {{u("colour"), {{u("a"), u("b")}}}};
        Result<ImportReader> reader = ImportReader::open(path);
        const Result<void> read
            = reader->forEach(reader->completed(mapping), CategoryList::standard(), [](const ImportRow&) { return true; });
        REQUIRE(!read.has_value());
        CHECK(read.error().place.field == u("colour"));
    }
}

TEST_CASE("a default stands in for an empty or unknown value of every field, the category by its name too")
{
    const Files files;
    ImportMapping mapping;
    mapping.defaults = {{field::category, u("Klotter")}, {field::longitude, u("12,0165")},
                        {field::latitude, u("57.6554")}, {field::from, u("2024-03-01 10:00")}};
    const auto rows = rowsOf(files.write(u("i.csv"), "category;from;lon;lat\nbus;okänt;x;\n;;;\n"), mapping);
    REQUIRE(rows.size() == 1); // the last line is blank but for its separators
    CHECK(rows[0].faults.empty());
    CHECK(rows[0].draft.category == u("S2"));
    REQUIRE(rows[0].draft.position.has_value());
    CHECK(std::abs(rows[0].draft.position->easting - 321991.1) < 1.0);
    CHECK(rows[0].draft.occurredFrom.toUTC() == parseTime(u("2024-03-01 10:00"))->utc);
}

TEST_CASE("from a day to a day takes in the last day")
{
    const Files files;
    const auto rows = rowsOf(files.write(u("i.csv"), "category,from,to,lat,lon\n"
                                                     "S1,2024-03-01,2024-03-03,57.6554,12.0165\n"
                                                     "S1,2024-03-01,2024-03-01,57.6554,12.0165\n"
                                                     "S1,2024-03-01 18:00,2024/3/1,57.6554,12.0165\n"
                                                     "S1,2024-03-02,2024-03-01,57.6554,12.0165\n"));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].draft.occurredTo.toUTC() == parseTime(u("2024-03-04 00:00"))->utc);
    CHECK(rows[1].draft.occurredTo.toUTC() == parseTime(u("2024-03-02 00:00"))->utc);
    CHECK(rows[2].draft.occurredTo.toUTC() == parseTime(u("2024-03-02 00:00"))->utc);
    CHECK(rows[3].draft.occurredTo < rows[3].draft.occurredFrom); // left for validate to reject
}

TEST_CASE("a planned day is that whole day")
{
    const Files files;
    const auto rows = rowsOf(files.write(u("i.csv"), "category,from,lat,lon\nX2,2099-05-01,57.6554,12.0165\n"));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].draft.occurredTo.toUTC() == parseTime(u("2099-05-02 00:00"))->utc);
}

TEST_CASE("a layer's geometry is the position, whatever its columns are called")
{
    const Files files;
    const auto rows = rowsOf(files.write(u("x.geojson"), feature(R"("category":"S1","from":"2024-03-01","x":1,"y":2)",
                                                                 R"({"type":"Point","coordinates":[12.0165,57.6554]})")));
    REQUIRE(rows.size() == 1);
    REQUIRE(rows[0].draft.position.has_value());
    CHECK(std::abs(rows[0].draft.position->easting - 321991.1) < 1.0);
    // A day stays a day: it must not become midnight.
    CHECK(rows[0].draft.occurredTo.toUTC() == rows[0].draft.occurredFrom.toUTC().addDays(1));
}

TEST_CASE("a line or several places are known to an area only, never to a point")
{
    const Files files;
    for (const char* geometry : {R"({"type":"LineString","coordinates":[[12.01,57.65],[12.03,57.66]]})",
                                 R"({"type":"MultiPoint","coordinates":[[12.01,57.65],[12.03,57.66]]})"}) {
        INFO(geometry);
        const auto rows
            = rowsOf(files.write(u("l.geojson"), feature(R"("category":"S1","from":"2024-03-01")", geometry)));
        REQUIRE(rows.size() == 1);
        CHECK(rows[0].draft.precision == Precision::Area);
        CHECK(rows[0].draft.radius.value_or(0) > 800);
        CHECK(rows[0].draft.radius.value_or(0) < 830);
    }
    const auto one = rowsOf(files.write(u("m.geojson"), feature(R"("category":"S1","from":"2024-03-01")",
                                                                R"({"type":"MultiPoint","coordinates":[[12.01,57.65]]})")));
    CHECK(!one.at(0).draft.precision.has_value());
}

TEST_CASE("a position beyond the poles is outside, not missing")
{
    const Files files;
    const auto rows = rowsOf(files.write(u("p.geojson"), feature(R"("category":"S1","from":"2024-03-01")",
                                                                 R"({"type":"Point","coordinates":[12.0,157.6]})")));
    REQUIRE(rows.size() == 1);
    REQUIRE(rows[0].faults.size() == 1);
    CHECK(rows[0].faults.front().code == ErrorCode::OutsideSweden);
}

TEST_CASE("a file that only points to other files or to the network is not read")
{
    const Files files;
    const Result<ImportReader> reader = ImportReader::open(
        files.write(u("v.vrt"), R"(<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/vsicurl/http://127.0.0.1:9/x)"
                                R"(</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>)"));
    REQUIRE(!reader.has_value());
    CHECK(reader.error().code == ErrorCode::FormatNotSupported);
}

TEST_CASE("a folder is not read as a file")
{
    const Files files;
    REQUIRE(QDir().mkpath(files.path(u("d.gpkg"))));
    const Result<ImportReader> reader = ImportReader::open(files.path(u("d.gpkg")));
    REQUIRE(!reader.has_value());
    CHECK(reader.error().code == ErrorCode::FileNotReadable);
}
