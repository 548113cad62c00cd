#include "workspace/likely_duplicates.h"

#include "workspace/import_job.h"
#include "workspace_support.h"

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

const QDateTime noon = utc(2024, 5, 1);

Incident spanning(const QDateTime& from, const QDateTime& to, double east = 0.0)
{
    Incident made = incident("N1", from, east);
    made.occurredTo = to;
    return made;
}

} // namespace

TEST_CASE("the same category within 100 m at the same time is likely the same incident")
{
    const Incident told = incident("N1", noon);
    LikelyDuplicates known;
    known.add(told);
    CHECK(known.find(incident("N1", noon, 60.0, 60.0)) == told.id);
    CHECK(known.find(incident("N1", noon.addSecs(3000), -99.0)) == told.id);
    CHECK(known.find(spanning(noon.addSecs(-9000), noon.addSecs(9000))) == told.id);
    CHECK(known.find(incident("N1", noon, 80.0, 80.0)).isNull());
    CHECK(known.find(incident("N1", noon.addSecs(3700))).isNull());
    CHECK(known.find(incident("S2", noon)).isNull());
    CHECK(known.find(told).isNull());
}

TEST_CASE("spans must overlap, and the nearest of several is found")
{
    LikelyDuplicates known;
    known.add(spanning(noon, noon.addSecs(7200)));
    CHECK(known.find(spanning(noon.addSecs(7200), noon.addSecs(9000))).isNull());
    const Incident nearer = spanning(noon, noon.addSecs(7200), 50.0);
    known.add(nearer);
    CHECK(known.find(spanning(noon.addSecs(7000), noon.addSecs(9000), 60.0)) == nearer.id);
}

TEST_CASE("two that one organisation has numbered itself are two")
{
    Incident told = incident("N1", noon);
    told.externalId = u("17");
    LikelyDuplicates known;
    known.add(told);
    Incident next = incident("N1", noon);
    next.externalId = u("18");
    CHECK(known.find(next).isNull());
    next.organisation = u("Västtrafik");
    CHECK(known.find(next) == told.id);
}

TEST_CASE("one that is being typed finds the same incidents as a row that comes in, nearest first")
{
    Incident numbered = incident("N1", noon, 30.0);
    numbered.externalId = u("17");
    const std::vector<Incident> told{incident("N1", noon, 60.0), incident("N1", noon), incident("N1", noon, -100.5), numbered,
                                     incident("S2", noon), incident("N1", noon.addSecs(3700)),
                                     spanning(noon.addSecs(-9000), noon.addSecs(9000), 90.0)};
    const SnapshotPtr snapshot = snapshotOf(told);
    std::vector<std::uint32_t> rows;
    for (const Duplicate& one : likelyDuplicates(*snapshot, incident("N1", noon)))
        rows.push_back(one.row);
    CHECK(rows == std::vector<std::uint32_t>{1, 3, 0, 6});
    CHECK(likelyDuplicates(*snapshot, incident("N1", noon), 2).size() == 2);
    CHECK(likelyDuplicates(*snapshot, incident("??", noon)).empty());
    CHECK(likelyDuplicates(*snapshot, *snapshot->incidents[1]).size() == 3);
    Incident next = incident("N1", noon);
    next.externalId = u("18");
    CHECK(likelyDuplicates(*snapshot, next).size() == 3);
    LikelyDuplicates index;
    for (const auto& one : snapshot->incidents)
        index.add(*one);
    for (const auto& one : snapshot->incidents) {
        const auto found = likelyDuplicates(*snapshot, *one);
        CHECK(index.find(*one).isNull() == found.empty());
    }
}

TEST_CASE("rows that are likely to be there are counted, and left out into the rejects file when asked")
{
    const Folder folder;
    Incident told = incident("N1", noon);
    store::IncidentStore store = newStore(folder.path("a.gpkg"), {told});
    ImportRequest request;
    request.path = folder.write("i.csv", "category;from;easting;northing\nN1;2024-05-01 14:10;322123;6394280\n"
                                         "S2;2024-05-01 14:10;322123;6394280\n");
    request.dryRun = true;
    ImportReport report = runImport(store, request, utc(2026, 1, 1)).value();
    CHECK(report.duplicates == 1);
    CHECK(report.inserted == 2);
    REQUIRE(report.firstDuplicates.size() == 1);
    CHECK(report.firstDuplicates[0] == ImportReport::Duplicate{2, told.id});
    request.dryRun = false;
    request.leaveOutDuplicates = true;
    request.rejectsPath = folder.path("rejects.csv");
    report = runImport(store, request, utc(2026, 1, 1)).value();
    CHECK(report.duplicates == 1);
    CHECK(report.inserted == 1);
    CHECK(store.info()->incidents == 2);
    QFile file(request.rejectsPath);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] == "row;field;code;reason;category;from;easting;northing"); // as the input is written
    CHECK(lines[1].startsWith("2;;likely-duplicate;"));
}
