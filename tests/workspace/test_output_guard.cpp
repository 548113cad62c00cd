#include "workspace/output_guard.h"

#include "support/small_disk.h"
#include "workspace/import_job.h"
#include "workspace_support.h"

#include <QFileInfo>

#include <filesystem>

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

const QByteArray twoRows = "category,from,lat,lon\n"
                           "N1,2024-05-01 12:00,57.6554,12.0165\n"
                           "Q9,2024-05-01 12:00,57.6554,12.0165\n";

Result<ImportReport> importInto(store::IncidentStore& store, const QString& input, const QString& rejects)
{
    ImportRequest request;
    request.path = input;
    request.rejectsPath = rejects;
    return runImport(store, request, utc(2026, 1, 1));
}

} // namespace

TEST_CASE("a result may take a free name or replace an ordinary file")
{
    const Folder folder;
    CHECK(mayReplace({}, {}).has_value());
    CHECK(mayReplace(folder.path("new.pdf"), {}).has_value());
    CHECK(mayReplace(folder.write("old.pdf", "x"), {folder.write("in.csv", "y")}).has_value());
}

TEST_CASE("a result never replaces what is being read, by whatever name")
{
    const Folder folder;
    const QString input = folder.write("in.csv", "y");
    const QString link = folder.path("link.csv");
    const QString twin = folder.path("twin.csv");
    std::filesystem::create_symlink(input.toStdString(), link.toStdString());
    std::filesystem::create_hard_link(input.toStdString(), twin.toStdString());
    for (const QString& name : {input, link, twin}) {
        const Result<void> free = mayReplace(name, {input});
        REQUIRE(!free.has_value());
        CHECK(free.error().code == ErrorCode::FileExists);
    }
}

TEST_CASE("a result never replaces an incident file, a folder or a device")
{
    const Folder folder;
    {
        const store::IncidentStore store = newStore(folder.path("a.gpkg"));
    }
    CHECK(mayReplace(folder.path("a.gpkg"), {}).error().code == ErrorCode::FileExists);
    CHECK(mayReplace(QFileInfo(folder.path("a.gpkg")).absolutePath(), {}).error().code == ErrorCode::FileNotWritable);
    CHECK(mayReplace(QStringLiteral("/dev/null"), {}).error().code == ErrorCode::FileNotWritable);
}

TEST_CASE("rejects never replace the incident file that is imported into")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    const QString input = folder.write("i.csv", twoRows);
    const Result<ImportReport> report = importInto(store, input, folder.path("a.gpkg"));
    REQUIRE(!report.has_value());
    CHECK(report.error().code == ErrorCode::FileExists);
    CHECK(store.info()->incidents == 0);
}

TEST_CASE("an incident file is not imported into itself")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    REQUIRE(importInto(store, folder.write("i.csv", twoRows), {}).has_value());
    CHECK(!importInto(store, folder.path("a.gpkg"), {}).has_value());
    CHECK(store.info()->incidents == 1);
}

TEST_CASE("an import into a file that is taken away meanwhile does not say that it is done")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    REQUIRE(QFile::remove(folder.path("a.gpkg")));
    const Result<ImportReport> report = importInto(store, folder.write("i.csv", twoRows), {});
    CHECK(!report.has_value());
}

#ifdef Q_OS_UNIX
TEST_CASE("an import whose rejects find no room on the disk changes nothing")
{
    const Folder folder;
    store::IncidentStore store = newStore(folder.path("a.gpkg"));
    const QByteArray bad = "Q9,2024-05-01 12:00,57.6554,12.0165," + QByteArray(200, 'x') + '\n';
    const QString input = folder.write("i.csv", "category,from,lat,lon,description\n"
                                                "N1,2024-05-01 12:00,57.6554,12.0165,\n"
                                                    + bad.repeated(8000));
    {
        const SmallDisk disk(1'000'000);
        const Result<ImportReport> report = importInto(store, input, folder.path("r.csv"));
        REQUIRE(!report.has_value());
        CHECK(report.error().code == ErrorCode::FileNotWritable);
    }
    CHECK(store.info()->incidents == 0);
    CHECK(!QFileInfo::exists(folder.path("r.csv")));
}
#endif
