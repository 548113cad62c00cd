#include "exchange/import_reader.h"
#include "exchange_support.h"

using namespace hk;
using namespace hk::exchange;
using namespace hk::test;

namespace {

std::vector<ImportRow> readAll(const QString& path, ImportMapping mapping = {})
{
    Result<ImportReader> reader = ImportReader::open(path, mapping.layer);
    REQUIRE(reader.has_value());
    mapping = reader->completed(mapping);
    std::vector<ImportRow> rows;
    const Result<void> read = reader->forEach(mapping, CategoryList::standard(), [&](const ImportRow& row) {
        rows.push_back(row);
        return true;
    });
    REQUIRE(read.has_value());
    return rows;
}

const QDateTime newYear = QDateTime(QDate(2023, 12, 31), QTime(23, 0), Qt::UTC); // 2024-01-01 00:00 in Stockholm

} // namespace

TEST_CASE("columns that bear a field's own name map themselves")
{
    const Files files;
    const auto rows = readAll(files.write(
        u("i.csv"), "external_id,category,from,to,lat,lon,precision,place,organisation,severity,description\n"
                    "17,N1,2024-01-01 00:00,2024-01-01 02:00,57.6554,12.0165,street,Brogatan,Västtrafik,2,Lugnt nu.\n"));
    REQUIRE(rows.size() == 1);
    const IncidentDraft& draft = rows[0].draft;
    CHECK(rows[0].faults.empty());
    CHECK(rows[0].row == 2);
    CHECK(draft.externalId == u("17"));
    CHECK(draft.category == u("N1"));
    CHECK(draft.occurredFrom.toUTC() == newYear);
    CHECK(draft.occurredTo.toUTC() == newYear.addSecs(7200));
    REQUIRE(draft.position.has_value());
    CHECK_THAT(draft.position->easting, WithinAbs(321991.1, 0.1));
    CHECK_THAT(draft.position->northing, WithinAbs(6394262.8, 0.1));
    CHECK(draft.precision == Precision::Street);
    CHECK(draft.placeName == u("Brogatan"));
    CHECK(draft.organisation == u("Västtrafik"));
    CHECK(draft.severity == 2);
    CHECK(draft.sourceType == SourceType::Import);
}

TEST_CASE("columns, values and defaults are mapped as asked")
{
    const Files files;
    const QString values = files.write(u("types.csv"), "value,field_value\nTHEFT,T1\n\"CRIMINAL, DAMAGE\",S1\n");
    ImportMapping mapping;
    mapping.columns = {{field::category, u("type")}, {field::from, u("occurred")}, {field::externalId, u("id")}};
    mapping.values = {{field::category, readValueMap(values).value()}};
    mapping.defaults = {{field::category, u("O3")}, {field::severity, u("2")}};
    const auto rows = readAll(files.write(u("i.csv"), "id,latitude,longitude,type,occurred\n"
                                                      "1,57.6554,12.0165,THEFT,2024-01-01 00:00:00\n"
                                                      "2,57.6554,12.0165,\"CRIMINAL, DAMAGE\",2024-01-01 00:00:00\n"
                                                      "3,57.6554,12.0165,SOMETHING ELSE,2024-01-01 00:00:00\n"),
                              mapping);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].draft.category == u("T1"));
    CHECK(rows[1].draft.category == u("S1"));
    CHECK(rows[2].draft.category == u("O3"));
    CHECK(rows[0].draft.severity == 2);
    CHECK(rows[2].draft.externalId == u("3"));
}

TEST_CASE("a local time that daylight saving skips is a fault of its row with that reason")
{
    const Files files;
    const auto rows = readAll(files.write(u("i.csv"), "category,from,lat,lon\n"
                                                      "N1,2018-03-25 02:30:00,57.6554,12.0165\n"
                                                      "N1,2018-03-25 03:30:00,57.6554,12.0165\n"));
    REQUIRE(rows.size() == 2);
    REQUIRE(rows[0].faults.size() == 1);
    CHECK(rows[0].faults[0].code == ErrorCode::TimeDoesNotExist);
    CHECK(rows[0].faults[0].place.field == field::from);
    CHECK(rows[1].faults.empty());
}

TEST_CASE("a day without a time of day is a span of that day")
{
    const Files files;
    const auto rows = readAll(files.write(u("i.csv"), "category,from,lat,lon\nN1,2024-01-01,57.6554,12.0165\n"));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].draft.occurredFrom.toUTC() == newYear);
    CHECK(rows[0].draft.occurredTo.toUTC() == newYear.addSecs(24 * 3600));
}

TEST_CASE("values that are not understood are faults with field and value; the other rows go on")
{
    const Files files;
    const auto rows = readAll(files.write(u("i.csv"), "category,from,lat,lon,severity,persons\n"
                                                      "N1,i går,57.6554,12.0165,high,3\n"
                                                      "N1,2024-01-01 10:00,north,12.0165,1,3\n"
                                                      "N1,2024-01-01 10:00,,12.0165,1,\n"
                                                      "N1,2024-01-01 10:00,57.6554,12.0165,1,\n"));
    REQUIRE(rows.size() == 4);
    REQUIRE(rows[0].faults.size() == 2);
    CHECK(rows[0].faults[0].place.field == field::from);
    CHECK(rows[0].faults[1].place.field == field::severity);
    CHECK(rows[0].faults[1].arguments.first() == u("high"));
    REQUIRE(rows[1].faults.size() == 1);
    CHECK(rows[1].faults[0].code == ErrorCode::ValueNotUnderstood);
    REQUIRE(rows[2].faults.size() == 1);
    CHECK(rows[2].faults[0].code == ErrorCode::ValueMissing);
    CHECK(rows[3].faults.empty());
    CHECK_FALSE(rows[3].draft.persons.has_value());
}

TEST_CASE("the input's CRS is used for its coordinates")
{
    const Files files;
    const QString path = files.write(u("i.csv"), "category,from,x,y\nN1,2024-01-01 10:00,150985.0,6392903.1\n");
    ImportMapping mapping;
    mapping.crs = u("EPSG:3007");
    const auto rows = readAll(path, mapping);
    REQUIRE(rows[0].draft.position.has_value());
    CHECK_THAT(rows[0].draft.position->easting, WithinAbs(321991.1, 0.2));
    CHECK_THAT(rows[0].draft.position->northing, WithinAbs(6394262.8, 0.2));

    mapping.crs = u("EPSG:99999999");
    Result<ImportReader> reader = ImportReader::open(path);
    const Result<void> read = reader->forEach(reader->completed(mapping), CategoryList::standard(),
                                              [](const ImportRow&) { return true; });
    REQUIRE(!read.has_value());
    CHECK(read.error().code == ErrorCode::CrsNotUnderstood);
}

TEST_CASE("a column that is not there, or no position at all, is said before any row is read")
{
    const Files files;
    const QString path = files.write(u("i.csv"), "category,from\nN1,2024-01-01\n");
    Result<ImportReader> reader = ImportReader::open(path);
    const auto never = [](const ImportRow&) -> bool { throw std::logic_error("no row may be read"); };
    CHECK(reader->forEach(reader->completed({}), CategoryList::standard(), never).error().code
          == ErrorCode::NoColumnsForPosition);
    ImportMapping mapping;
    mapping.columns = {{field::place, u("plats")}};
    const Result<void> read = reader->forEach(mapping, CategoryList::standard(), never);
    CHECK(read.error().code == ErrorCode::ColumnNotFound);
    CHECK(read.error().arguments.first() == u("plats"));
    CHECK(read.error().place.file == path);
}

TEST_CASE("GeoJSON points and polygons become positions and areas")
{
    const Files files;
    const auto rows = readAll(files.write(u("i.geojson"), R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"category":"S1","from":"2024-01-01T00:00:00+01:00"},
 "geometry":{"type":"Point","coordinates":[12.0165,57.6554]}},
{"type":"Feature","properties":{"category":"O3","from":"2024-01-01T00:00:00+01:00"},
 "geometry":{"type":"Polygon","coordinates":[[[12.01,57.65],[12.02,57.65],[12.02,57.66],[12.01,57.66],[12.01,57.65]]]}}]})"));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].faults.empty());
    CHECK(rows[0].draft.occurredFrom.toUTC() == newYear);
    CHECK_THAT(rows[0].draft.position->easting, WithinAbs(321991.1, 0.1));
    CHECK(rows[0].draft.area.empty());
    CHECK(rows[1].draft.area.size() == 4);
    REQUIRE(rows[1].draft.position.has_value());
}

TEST_CASE("reading stops when asked and says so")
{
    const Files files;
    const QString path = files.write(u("i.csv"), "category,from,lat,lon\n" + QByteArray("N1,2024-01-01,57.6,12.0\n").repeated(50));
    Result<ImportReader> reader = ImportReader::open(path);
    int seen = 0;
    const Result<void> read = reader->forEach(reader->completed({}), CategoryList::standard(),
                                              [&](const ImportRow&) { return ++seen < 7; });
    CHECK(read.error().code == ErrorCode::Cancelled);
    CHECK(seen == 7);
}

TEST_CASE("a file of an unknown kind is refused with its ending")
{
    const Files files;
    const Result<ImportReader> reader = ImportReader::open(files.write(u("x.bin"), QByteArray(100, '\x7f')));
    REQUIRE(!reader.has_value());
    CHECK(reader.error().code == ErrorCode::FormatNotSupported);
}

TEST_CASE("a time of day in a column of its own belongs to the day, and an end before the start is on the next")
{
    const Files files;
    ImportMapping mapping;
    mapping.columns = {{field::from, u("Datum")}, {u("from_time"), u("Start")}, {u("to_time"), u("Slut")}};
    const auto rows = readAll(files.write(u("i.csv"), "Datum;Start;Slut;lat;lon\n"
                                                      "2023-12-31;kl. 22.15;02:00;57.6554;12.0165\n"
                                                      "2024-01-01 00:00:00;0900;;57.6554;12.0165\n"
                                                      "3 maj;09:00;;57.6554;12.0165\n"),
                              mapping);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0].draft.occurredFrom.toUTC() == newYear.addSecs(-105 * 60));
    CHECK(rows[0].draft.occurredTo.toUTC() == newYear.addSecs(2 * 3600));
    CHECK(rows[1].draft.occurredFrom.toUTC() == newYear.addSecs(9 * 3600));
    CHECK(!rows[1].draft.occurredTo.isValid());
    REQUIRE(!rows[2].faults.empty());
    CHECK(rows[2].faults.front().place.field == field::from);
    CHECK(rows[2].faults.front().arguments.front() == u("3 maj 09:00"));
}

TEST_CASE("an exact mapping is taken as it is")
{
    const Files files;
    const QString path = files.write(u("i.csv"), "from,lat,lon,description\n2024-01-01 00:00,57.6554,12.0165,Lugnt.\n");
    ImportMapping mapping;
    mapping.exact = true;
    mapping.columns = {{field::from, u("from")}, {field::longitude, u("lon")}, {field::latitude, u("lat")}};
    const auto rows = readAll(path, mapping);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].draft.description.isEmpty());
}

TEST_CASE("the values of a column are counted, the most frequent first, and no more than asked for")
{
    const Files files;
    const QString path = files.write(u("i.csv"), "id,type\n1,b\n2, a\n3,a\n4,c\n5,a \n6,\n");
    ImportReader reader = ImportReader::open(path).value();
    const auto all = reader.valueCounts(u("type"), 100).value();
    CHECK(all.rows == 6);
    REQUIRE(all.values.size() == 4);
    CHECK(all.values.front() == std::pair(u("a"), qint64(3)));
    CHECK(all.further == 0);
    const auto few = reader.valueCounts(u("type"), 1).value();
    CHECK(few.values.size() == 1);
    CHECK(few.values.front().second + few.further == few.rows);
    CHECK(reader.valueCounts(u("nothing"), 100).error().code == ErrorCode::ColumnNotFound);
}

TEST_CASE("dates are read in the order that the mapping says, numbers with its decimal mark")
{
    const Files files;
    ImportMapping mapping;
    mapping.dates = DateOrder::MonthFirst;
    mapping.table.decimal = ',';
    const auto rows = readAll(files.write(u("i.csv"), "category;from;easting;northing\n"
                                                      "N1;05/03/2024 9:05 PM;321.991,1;6.394.262,8\n"),
                              mapping);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].faults.empty());
    CHECK(rows[0].draft.occurredFrom == QDateTime(QDate(2024, 5, 3), QTime(19, 5), Qt::UTC));
    REQUIRE(rows[0].draft.position.has_value());
    CHECK_THAT(rows[0].draft.position->northing, WithinAbs(6394262.8, 0.01));
}

TEST_CASE("times are those of the zone that the mapping says, unless they say it themselves")
{
    const Files files;
    const QString path = files.write(u("i.csv"), "category,from,lat,lon\n"
                                                 "N1,2024-05-03 21:30,57.6554,12.0165\n"
                                                 "N1,2024-05-03T21:30:00+02:00,57.6554,12.0165\n"
                                                 "N1,2024-03-31 01:30,57.6554,12.0165\n"
                                                 "N1,2024-05-03,57.6554,12.0165\n");
    ImportMapping mapping;
    mapping.timeZone = u("UTC");
    auto rows = readAll(path, mapping);
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].draft.occurredFrom == QDateTime(QDate(2024, 5, 3), QTime(21, 30), Qt::UTC));
    CHECK(rows[1].draft.occurredFrom == QDateTime(QDate(2024, 5, 3), QTime(19, 30), Qt::UTC));
    CHECK(rows[3].draft.occurredFrom == QDateTime(QDate(2024, 5, 3), QTime(0, 0), Qt::UTC));
    CHECK(rows[3].draft.occurredTo == QDateTime(QDate(2024, 5, 4), QTime(0, 0), Qt::UTC));
    mapping.timeZone = u("Europe/London"); // where the lost hour is from one to two
    rows = readAll(path, mapping);
    REQUIRE(rows[2].faults.size() == 1);
    CHECK(rows[2].faults[0].code == ErrorCode::TimeDoesNotExist);
    CHECK(rows[0].draft.occurredFrom == QDateTime(QDate(2024, 5, 3), QTime(20, 30), Qt::UTC));
    mapping.timeZone = u("Nowhere/Land");
    Result<ImportReader> reader = ImportReader::open(path);
    CHECK(reader->forEach(reader->completed(mapping), CategoryList::standard(), [](const ImportRow&) { return true; })
              .error()
              .code
          == ErrorCode::ValueNotUnderstood);
}

TEST_CASE("rows without coordinates lie where their place is on the map, as precisely as that is known")
{
    const Files files;
    const QString path = files.write(u("i.csv"), "category,from,lat,lon,place\n"
                                                 "N1,2024-05-03 21:30,,,Brogatan\n"
                                                 "N1,2024-05-03 21:30,57.6554,12.0165,Brogatan\n"
                                                 "N1,2024-05-03 21:30,,,Ingenstans\n"
                                                 "N1,2024-05-03 21:30,,,\n");
    int asked = 0;
    const PlaceFinder places = [&asked](const QString& name) -> std::optional<FoundPlace> {
        ++asked;
        if (name != u("Brogatan"))
            return std::nullopt;
        return FoundPlace{{322000.0, 6394300.0}, Precision::Street, 120.0, true};
    };
    ImportReader reader = ImportReader::open(path).value();
    ImportMapping mapping = reader.completed({});
    mapping.placesByName = true;
    std::vector<ImportRow> rows;
    REQUIRE(reader.forEach(mapping, CategoryList::standard(),
                           [&rows](const ImportRow& row) {
                               rows.push_back(row);
                               return true;
                           },
                           {}, places)
                .has_value());
    REQUIRE(rows.size() == 4);
    CHECK(*rows[0].draft.position == Sweref99{322000.0, 6394300.0});
    CHECK(rows[0].draft.precision == Precision::Street);
    CHECK(rows[0].draft.radius == 120.0);
    CHECK(rows[0].placeFound);
    CHECK(rows[0].placeClose);
    CHECK_FALSE(rows[1].placeFound);
    CHECK(rows[2].faults.front().code == ErrorCode::NotFound);
    CHECK(rows[2].faults.front().arguments == QStringList{u("Ingenstans")});
    CHECK(rows[3].faults.front().code == ErrorCode::ValueMissing);
    CHECK(asked == 2);
}

TEST_CASE("rows that were pasted are read as a table")
{
    ImportReader reader = ImportReader::open({u("Urklipp"), "category\tfrom\tlat\tlon\nN1\t2024-05-03\t57,6554\t12,0165\n", {}, {}}).value();
    CHECK(reader.columns() == QStringList{u("category"), u("from"), u("lat"), u("lon")});
    CHECK(reader.table()->separator == '\t');
    int rows = 0;
    REQUIRE(reader.forEach(reader.completed({}), CategoryList::standard(), [&rows](const ImportRow& row) {
        CHECK(row.faults.empty());
        ++rows;
        return true;
    }).has_value());
    CHECK(rows == 1);
}
