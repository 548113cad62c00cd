#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "exchange/import_reader.h"
#include "store/backups.h"
#include "store/incident_store.h"
#include "text/sentences.h"
#include "workspace/import_job.h"

#include <QJsonArray>

#include <atomic>
#include <csignal>

namespace hk::cli {
namespace {

std::atomic<bool> interrupted = false; // set by the signal handler only

/// "FIELD=rest" in two.
Result<std::pair<QString, QString>> pairOf(const QString& option, const QString& text)
{
    const qsizetype equals = text.indexOf(QLatin1Char('='));
    if (equals <= 0)
        return fail(ErrorCode::WrongUsage, {},
                    {QStringLiteral("--%1 takes FIELD=…, not \"%2\".").arg(option, text)});
    return std::pair(text.left(equals), text.mid(equals + 1));
}

Result<exchange::ImportMapping> mappingOf(const Arguments& given)
{
    exchange::ImportMapping mapping;
    mapping.crs = given.value(QStringLiteral("crs"));
    mapping.layer = given.value(QStringLiteral("layer"));
    for (const QString& text : given.values(QStringLiteral("map"))) {
        const auto pair = pairOf(QStringLiteral("map"), text);
        if (!pair)
            return tl::unexpected(pair.error());
        mapping.columns.insert(pair->first, pair->second);
    }
    for (const QString& text : given.values(QStringLiteral("values"))) {
        const auto pair = pairOf(QStringLiteral("values"), text);
        if (!pair)
            return tl::unexpected(pair.error());
        Result<QHash<QString, QString>> values = exchange::readValueMap(pair->second);
        if (!values)
            return tl::unexpected(values.error());
        mapping.values.insert(pair->first, *values);
    }
    for (const QString& text : given.values(QStringLiteral("default"))) {
        const auto pair = pairOf(QStringLiteral("default"), text);
        if (!pair)
            return tl::unexpected(pair.error());
        mapping.defaults.insert(pair->first, pair->second);
    }
    return mapping;
}

void printReport(const workspace::ImportReport& report, bool json)
{
    if (json) {
        QJsonObject reasons;
        for (const auto& [code, count] : report.reasons)
            reasons.insert(codeName(code), count);
        printJson({{QStringLiteral("read"), report.read},
                   {QStringLiteral("inserted"), report.inserted},
                   {QStringLiteral("updated"), report.updated},
                   {QStringLiteral("unchanged"), report.unchanged},
                   {QStringLiteral("rejected"), report.rejected},
                   {QStringLiteral("reasons"), reasons},
                   {QStringLiteral("dry_run"), report.dryRun}});
        return;
    }
    printLine(QStringLiteral("%1%2 rows read: %3 new, %4 changed, %5 unchanged, %6 rejected")
                  .arg(report.dryRun ? QStringLiteral("dry run, nothing is changed: ") : QString())
                  .arg(report.read)
                  .arg(report.inserted)
                  .arg(report.updated)
                  .arg(report.unchanged)
                  .arg(report.rejected));
    for (const auto& [code, count] : report.reasons)
        printLine(QStringLiteral("  %1  %2").arg(count, 8).arg(codeName(code)));
    constexpr std::size_t shown = 3;
    for (std::size_t i = 0; i < std::min(shown, report.firstFaults.size()); ++i)
        printError(text::describe(report.firstFaults[i]));
}

/// Before the import; a file without a history has nothing to lose yet. Where it fails that is said, and the import goes on.
void backUp(const store::IncidentStore& store)
{
    const auto info = store.info();
    if (!info || info->sample || info->logEntries == 0)
        return;
    const auto backup = store::makeBackup(store.path(), store::BackupReason::Import, QDateTime::currentDateTimeUtc());
    if (!backup)
        printError(QStringLiteral("No backup copy could be made before the import: %1").arg(text::describe(backup.error())));
}

} // namespace

int importCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("import"),
                    QStringLiteral("Reads incidents from CSV, GeoJSON, GeoPackage, XLSX or Shapefile into FILE, in one "
                                   "transaction. Rows with faults are left out and reported."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incident file."));
    given.positional(QStringLiteral("INPUT"), QStringLiteral("The file to read."));
    given.option(QStringLiteral("map"), QStringLiteral("FIELD=COLUMN"),
                 QStringLiteral("Column of a field; columns that bear a field's own name map themselves. Fields: external_id, "
                                "category, from, to, lon, lat, easting, northing, precision, radius, place, organisation, "
                                "severity, persons, reported_to_police, surroundings, description, status, "
                                "confidentiality, disposal_date."));
    given.option(QStringLiteral("values"), QStringLiteral("FIELD=MAP.csv"),
                 QStringLiteral("Translation of values: a CSV with the columns value,field_value."));
    given.option(QStringLiteral("default"), QStringLiteral("FIELD=VALUE"),
                 QStringLiteral("Stands in for an empty or unknown value."));
    given.option(QStringLiteral("crs"), QStringLiteral("EPSG:n"),
                 QStringLiteral("The input's CRS; without it lon, lat are WGS 84 and easting, northing SWEREF 99 TM."));
    given.option(QStringLiteral("layer"), QStringLiteral("NAME"), QStringLiteral("Layer or sheet of the input."));
    given.flag(QStringLiteral("dry-run"), QStringLiteral("Only says what would happen."));
    given.flag(QStringLiteral("all-or-nothing"), QStringLiteral("Any rejected row: nothing is changed."));
    given.option(QStringLiteral("rejects"), QStringLiteral("OUT.csv"), QStringLiteral("Rejected rows with their reasons."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints the result as JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    Result<exchange::ImportMapping> mapping = mappingOf(given);
    if (!mapping)
        return failWith(mapping.error());
    Result<store::IncidentStore> store = store::IncidentStore::open(given.at(0));
    if (!store)
        return failWith(store.error());
    store->setActor({QStringLiteral("handelsekartan-cli"), {}});

    workspace::ImportRequest request;
    request.path = given.at(1);
    request.mapping = *mapping;
    request.dryRun = given.has(QStringLiteral("dry-run"));
    request.allOrNothing = given.has(QStringLiteral("all-or-nothing"));
    request.rejectsPath = given.value(QStringLiteral("rejects"));
    std::stop_source stop;
    std::signal(SIGINT, [](int) { interrupted = true; });
    const auto progress = [&stop](qint64 rows, qint64 total) {
        if (interrupted)
            stop.request_stop();
        printProgress(total > 0 ? QStringLiteral("%1 of %2 rows").arg(rows).arg(total)
                                : QStringLiteral("%1 rows").arg(rows));
    };
    if (!request.dryRun)
        backUp(*store);
    const Result<workspace::ImportReport> report
        = workspace::runImport(*store, request, QDateTime::currentDateTimeUtc(), progress, stop.get_token());
    endProgress();
    if (!report)
        return failWith(report.error());
    printReport(*report, given.has(QStringLiteral("json")));
    if (report->rejected > 0 && (report->rejected == report->read || request.allOrNothing)) {
        printError(QStringLiteral("Nothing was imported: %1 of %2 rows have faults.").arg(report->rejected).arg(report->read));
        return Failed;
    }
    return Done;
}

} // namespace hk::cli
