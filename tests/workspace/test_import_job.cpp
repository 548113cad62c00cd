#include "workspace/import_job.h"

#include "workspace_support.h"

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

const QDateTime now = utc(2026, 1, 1);
const QByteArray head = "external_id,category,from,lat,lon,description\n";

Result<ImportReport> import(store::IncidentStore& store, const QString& path, ImportRequest request = {})
{
    request.path = path;
    return runImport(store, request, now);
}

QByteArray rows(int count, const char* category = "N1")
{
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += QByteArray::number(i) + ',' + category + ",2024-05-0" + QByteArray::number(1 + i % 9)
                + " 12:00,57.6554,12.0165,\n";
    return text;
}

} // namespace

TEST_CASE("rows become incidents, and the same file again changes nothing")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    const QString input = folder.write("i.csv", head + rows(20));
    const ImportReport first = import(store, input).value();
    CHECK(first.read == 20);
    CHECK(first.inserted == 20);
    CHECK(first.insertedIds.size() == 20);
    const ImportReport again = import(store, input).value();
    CHECK(again.unchanged == 20);
    CHECK(again.nothingChanged);
    CHECK(store.info()->incidents == 20);
    const ImportReport changed = import(store, folder.write("j.csv", head + rows(20, "S2"))).value();
    CHECK(changed.updated == 20);
    CHECK(store.info()->incidents == 20);
}

TEST_CASE("rows with faults are left out, each in the rejects file with its reason and its own columns")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    const QString input = folder.write("i.csv", head
                                                    + "1,N1,2024-05-01 12:00,57.6554,12.0165,\n"
                                                      "2,Q9,2024-05-01 12:00,57.6554,12.0165,\n"
                                                      "3,N1,2024-05-01 12:00,53.7655,-2.4646,\n"
                                                      "4,N1,2024-03-31 02:15,57.6554,12.0165,\n"
                                                      "5,N1,2030-05-01 12:00,57.6554,12.0165,\n"
                                                      "6,N1,2024-05-01 12:00,57.6554,12.0165,\"mejla a@example.org, tack\"\n");
    ImportRequest request;
    request.rejectsPath = folder.path("rejects.csv");
    const ImportReport report = import(store, input, request).value();
    CHECK(report.inserted == 1);
    CHECK(report.rejected == 5);
    CHECK(report.reasons.size() == 5);
    QFile file(request.rejectsPath);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    REQUIRE(lines.size() == 6);
    CHECK(lines[0] == "row,field,code,reason," + head.trimmed());
    CHECK(lines[1].startsWith("3,category,unknown-category,"));
    CHECK(lines[2].startsWith("4,position,outside-sweden,"));
    CHECK(lines[3].startsWith("5,from,time-does-not-exist,"));
    CHECK(lines[4].startsWith("6,from,time-in-future,"));
    CHECK(lines[5].startsWith("7,description,personal-data,"));
    CHECK(lines[5].endsWith("6,N1,2024-05-01 12:00,57.6554,12.0165,\"mejla a@example.org, tack\""));
}

TEST_CASE("a dry run counts and changes nothing")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    REQUIRE(import(store, folder.write("i.csv", head + rows(5))).has_value());
    ImportRequest request;
    request.dryRun = true;
    const ImportReport report = import(store, folder.write("j.csv", head + rows(8)), request).value();
    CHECK(report.inserted == 3);
    CHECK(report.unchanged == 5);
    CHECK(report.nothingChanged);
    CHECK(store.info()->incidents == 5);
}

TEST_CASE("all or nothing: one fault and nothing is changed")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    ImportRequest request;
    request.allOrNothing = true;
    const ImportReport report
        = import(store, folder.write("i.csv", head + rows(5) + "9,Q9,2024-05-01 12:00,57.6554,12.0165,\n"), request).value();
    CHECK(report.nothingChanged);
    CHECK(store.info()->incidents == 0);
}

TEST_CASE("a cancelled or broken import changes nothing")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    ImportRequest request;
    request.path = folder.write("i.csv", head + rows(5000));
    std::stop_source stop;
    const Result<ImportReport> cancelled = runImport(
        store, request, now, [&](qint64, qint64) { stop.request_stop(); }, stop.get_token());
    REQUIRE(!cancelled.has_value());
    CHECK(cancelled.error().code == ErrorCode::Cancelled);
    CHECK(store.info()->incidents == 0);

    const Result<ImportReport> broken = import(store, folder.write("b.csv", head + rows(50) + "7,\"N1,2024\n"));
    REQUIRE(!broken.has_value());
    CHECK(broken.error().code == ErrorCode::FileDamaged);
    CHECK(broken.error().place.row == 52);
    CHECK(store.info()->incidents == 0);
}

TEST_CASE("the rejects file never replaces the input")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    ImportRequest request;
    request.rejectsPath = folder.write("i.csv", head + rows(2));
    CHECK(import(store, request.rejectsPath, request).error().code == ErrorCode::FileExists);
}

TEST_CASE("external ids twice in one input are one incident")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    const QString input = folder.write("i.csv", head + rows(1) + rows(1, "S2"));
    ImportRequest dry;
    dry.dryRun = true;
    const ImportReport tried = import(store, input, dry).value();
    const ImportReport done = import(store, input).value();
    CHECK(done.inserted == 1);
    CHECK(done.updated == 1);
    CHECK(tried.inserted == done.inserted);
    CHECK(tried.updated == done.updated);
    CHECK(store.info()->incidents == 1);
}
