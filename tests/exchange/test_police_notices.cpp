#include "core/incident_draft.h"
#include "exchange/import_guess.h"
#include "exchange_support.h"

using namespace hk;
using namespace hk::exchange;
using namespace hk::test;

namespace {

/// Constructed notices in the shape of polisen.se/api/events.
const QByteArray notices = "\xEF\xBB\xBF" R"([
{"id": 4, "datetime": "2026-01-01 0:20:38 +01:00", "name": "31 december 23.10, Misshandel, grov, Testby",
 "summary": "En bråkig kväll.", "url": "/x/4/", "type": "Misshandel, grov",
 "location": {"name": "Prövlands län", "gps": "58.252793,13.059643"}},
{"id": 3, "datetime": "2024-06-08 9:58:28 +02:00", "name": "08 juni 08.56, Trafikolycka, singel, Testby",
 "summary": "En bil i diket.", "url": "/x/3/", "type": "Trafikolycka, singel", "location": {"name": "Testby", "gps": "58.39,13.84"}},
{"id": 2, "datetime": "2024-06-08 7:00:00 +02:00", "name": "08 juni 06.30, Sammanfattning natt, Prövlands län",
 "summary": "En lugn natt.", "url": "/x/2/", "type": "Sammanfattning natt", "location": {"name": "Prövlands län", "gps": "58.25,13.05"}},
{"id": 1, "datetime": "2024-06-07 7:00:00 +02:00", "name": "07 juni 06.30, Rån, Annanstad",
 "summary": "", "url": "/x/1/", "type": "Rån", "location": {"name": "Prövlands län", "gps": "58.25,13.05"}}
])";

std::vector<ImportRow> rowsOf(const QString& path, bool keepDigests, const PlaceFinder& places = {}, qint64* leftOut = nullptr)
{
    ImportReader reader = ImportReader::open(path).value();
    ImportMapping mapping = reader.completed({});
    mapping.keepDigests = keepDigests;
    mapping.placesByName = static_cast<bool>(places);
    std::vector<ImportRow> rows;
    REQUIRE(reader.forEach(mapping, CategoryList::standard(),
                           [&rows](const ImportRow& row) {
                               rows.push_back(row);
                               return true;
                           },
                           {}, places)
                .has_value());
    if (leftOut)
        *leftOut = reader.leftOut();
    return rows;
}

} // namespace

TEST_CASE("the police's notices are known by their shape, and say when and where by their name")
{
    const Files files;
    const QString path = files.write(u("handelser.json"), notices);
    CHECK(ImportReader::open(path).value().isPoliceNotices());
    qint64 leftOut = 0;
    const std::vector<ImportRow> rows = rowsOf(path, false, {}, &leftOut);
    REQUIRE(rows.size() == 3);
    CHECK(leftOut == 1);
    const IncidentDraft& first = rows[0].draft;
    CHECK(first.externalId == u("polisen:4"));
    CHECK(first.placeName == u("Testby"));
    // The year before that of publication, at the time in the name.
    CHECK(first.occurredFrom == QDateTime(QDate(2025, 12, 31), QTime(22, 10), Qt::UTC));
    CHECK(first.precision == Precision::Area);
    CHECK(first.radius == 15'000.0);
    CHECK(first.organisation == u("Polisen"));
    // The middle of the county is nowhere: that of the place in another notice is taken.
    REQUIRE(first.position.has_value());
    CHECK(*first.position == *rows[1].draft.position);
    CHECK(rows[1].draft.occurredFrom == QDateTime(QDate(2024, 6, 8), QTime(6, 56), Qt::UTC));
    CHECK(rows[1].draft.placeName == u("Testby"));
}

TEST_CASE("a notice whose place is only a county is looked up by the place in its name, or has a fault")
{
    const Files files;
    const QString path = files.write(u("handelser.json"), notices);
    QStringList asked;
    const PlaceFinder none = [&asked](const QString& name) {
        asked.append(name);
        return std::optional<FoundPlace>();
    };
    const std::vector<ImportRow> rows = rowsOf(path, false, none);
    CHECK(asked == QStringList{u("Annanstad")});
    REQUIRE(rows[2].faults.size() == 1);
    CHECK(rows[2].faults[0].code == ErrorCode::NotFound);
    CHECK(rows[2].faults[0].arguments == QStringList{u("Annanstad")});
}

TEST_CASE("notices that sum up others are left out, or kept and marked")
{
    const Files files;
    const std::vector<ImportRow> rows = rowsOf(files.write(u("handelser.json"), notices), true);
    REQUIRE(rows.size() == 4);
    const ImportReader reader = ImportReader::open(files.path(u("handelser.json"))).value();
    CHECK(rows[2].values.value(reader.columns().indexOf(u("digest"))) == u("1"));
}

TEST_CASE("other JSON is not taken for notices of the police")
{
    const Files files;
    CHECK_FALSE(ImportReader::open(files.write(u("p.json"), R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"category":"N1"},"geometry":{"type":"Point","coordinates":[12,57.6]}}]})"))
                    .value()
                    .isPoliceNotices());
    CHECK_FALSE(ImportReader::open(files.write(u("q.json"), "[1,2]")).has_value());
}
