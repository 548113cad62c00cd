#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/signature.h"
#include "exchange/import_guess.h"
#include "exchange/import_plan.h"
#include "store/backups.h"
#include "store/incident_store.h"
#include "text/sentences.h"
#include "workspace/import_job.h"
#include "workspace/import_plans.h"
#include "workspace/place_positions.h"
#include "workspace/police_download.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStandardPaths>

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

/// One mark: itself, or "tab", "comma", "semicolon", "point".
Result<char> markOf(const QString& option, const QString& text)
{
    static const QHash<QString, char> names{{QStringLiteral("tab"), '\t'},
                                            {QStringLiteral("comma"), ','},
                                            {QStringLiteral("semicolon"), ';'},
                                            {QStringLiteral("point"), '.'}};
    if (names.contains(text))
        return names.value(text);
    if (text.size() == 1 && text.front().toLatin1() > 0)
        return text.front().toLatin1();
    return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("--%1 takes one character, not \"%2\".").arg(option, text)});
}

Result<exchange::TableForm> tableOf(const Arguments& given)
{
    exchange::TableForm table;
    if (given.has(QStringLiteral("encoding"))) {
        const QString name = given.value(QStringLiteral("encoding"));
        table.encoding = exchange::textEncodingFromName(name);
        if (!table.encoding)
            return fail(ErrorCode::WrongUsage, {},
                        {QStringLiteral("--encoding is UTF-8, Windows-1252, CP850, UTF-16LE or UTF-16BE, not \"%1\".").arg(name)});
    }
    for (const auto& [option, mark] : {std::pair("separator", &table.separator), std::pair("decimal", &table.decimal)}) {
        const QString name = QString::fromLatin1(option);
        if (!given.has(name))
            continue;
        const Result<char> told = markOf(name, given.value(name));
        if (!told)
            return tl::unexpected(told.error());
        *mark = *told;
    }
    return table;
}

/// The plan of that name in the incident file.
Result<exchange::ImportMapping> plannedMapping(const store::IncidentStore& store, const QString& name)
{
    const Result<std::vector<exchange::ImportPlan>> plans = workspace::importPlans(store);
    if (!plans)
        return tl::unexpected(plans.error());
    for (const exchange::ImportPlan& plan : *plans)
        if (plan.name == name)
            return plan.mapping;
    return fail(ErrorCode::NotFound, {}, {name});
}

/// What is taken before the options: a plan, a guess, or nothing but the columns' own names.
Result<exchange::ImportMapping> startingMapping(const Arguments& given, const store::IncidentStore& store, const QString& input,
                                                const exchange::TableForm& table)
{
    const bool planned = given.has(QStringLiteral("plan"));
    if (!planned && !given.has(QStringLiteral("guess")))
        return exchange::ImportMapping();
    const Result<exchange::ImportFile> file
        = exchange::readImportFile({input, {}, given.value(QStringLiteral("layer")), table});
    if (!file)
        return tl::unexpected(file.error());
    if (planned) {
        Result<exchange::ImportMapping> mapping = plannedMapping(store, given.value(QStringLiteral("plan")));
        if (mapping)
            mapping->table = exchange::fittingForm(file->table, mapping->table);
        return mapping;
    }
    exchange::ImportMapping mapping = exchange::guessColumns(*file).mapping(*file);
    return workspace::withGuessedCategories(std::move(mapping), *file, store.categories());
}

Result<void> addOptions(const Arguments& given, exchange::ImportMapping& mapping)
{
    if (given.has(QStringLiteral("crs")))
        mapping.crs = given.value(QStringLiteral("crs"));
    if (given.has(QStringLiteral("layer")))
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
    if (given.has(QStringLiteral("dates"))) {
        const std::optional<exchange::DateOrder> order = exchange::dateOrderFromName(given.value(QStringLiteral("dates")));
        if (!order)
            return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("--dates is year-first, day-first or month-first.")});
        mapping.dates = *order;
    }
    if (given.has(QStringLiteral("time-zone")))
        mapping.timeZone = given.value(QStringLiteral("time-zone"));
    mapping.placesByName = mapping.placesByName || given.has(QStringLiteral("places"));
    mapping.keepDigests = mapping.keepDigests || given.has(QStringLiteral("keep-digests"));
    return {};
}

Result<exchange::ImportMapping> mappingOf(const Arguments& given, const store::IncidentStore& store, const QString& input)
{
    const Result<exchange::TableForm> table = tableOf(given);
    if (!table)
        return tl::unexpected(table.error());
    Result<exchange::ImportMapping> mapping = startingMapping(given, store, input, *table);
    if (!mapping)
        return mapping;
    if (table->encoding)
        mapping->table.encoding = table->encoding;
    if (table->separator != '\0')
        mapping->table.separator = table->separator;
    if (table->decimal != '\0')
        mapping->table.decimal = table->decimal;
    if (const Result<void> added = addOptions(given, *mapping); !added)
        return tl::unexpected(added.error());
    return mapping;
}

/// Where an address is fetched to, for the file at hand; other inputs are files already.
Result<QString> inputOf(const Arguments& given)
{
    const QString input = given.at(1);
    if (!input.startsWith(QLatin1String("https://")) && !input.startsWith(QLatin1String("http://")))
        return input;
    const net::HttpClient http(given.value(QStringLiteral("contact")));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return workspace::fetchPoliceNotices(http, QUrl(input), folder, QDateTime::currentDateTimeUtc())
        .map([](const workspace::PoliceDownload& download) { return download.path; });
}

Result<void> savePlan(store::IncidentStore& store, const QString& name, const QString& input,
                      const exchange::ImportMapping& mapping)
{
    const Result<exchange::ImportReader> reader = exchange::ImportReader::open({input, {}, mapping.layer, mapping.table});
    if (!reader)
        return tl::unexpected(reader.error());
    return workspace::saveImportPlan(store, {name, reader->columns(), reader->completed(mapping)});
}

/// The names of the embedded map.
Result<exchange::PlaceFinder> mapPlaces()
{
    const auto basemap = map::Basemap::embedded();
    if (!basemap)
        return tl::unexpected(basemap.error());
    return workspace::placeFinder(map::PlaceSearch(*basemap), workspace::centreOf(**basemap));
}

QJsonObject placesJson(const workspace::ImportReport& report)
{
    QJsonObject missing;
    QJsonObject like;
    for (const workspace::ImportReport::MissingPlace& place : report.placesNotFound) {
        missing.insert(place.name, place.rows);
        if (!place.like.isEmpty())
            like.insert(place.name, QJsonArray::fromStringList(place.like));
    }
    return {{QStringLiteral("found"), report.placesFound},
            {QStringLiteral("close"), report.placesClose},
            {QStringLiteral("not_found"), missing},
            {QStringLiteral("like"), like}};
}

/// "rows 4, 9, 12 …": never the words themselves, which may be a person's name.
QString nameRows(const workspace::ImportReport& report)
{
    constexpr std::size_t shown = 10;
    QStringList rows;
    for (std::size_t i = 0; i < std::min(shown, report.firstNameQuestions.size()); ++i)
        rows.append(QString::number(report.firstNameQuestions[i]));
    const bool more = report.nameQuestions > static_cast<qint64>(rows.size());
    return QStringLiteral("rows %1%2").arg(rows.join(QStringLiteral(", ")), more ? QStringLiteral(" …") : QString());
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
                   {QStringLiteral("duplicates"), report.duplicates},
                   {QStringLiteral("digests"), report.digests},
                   {QStringLiteral("name_questions"), report.nameQuestions},
                   {QStringLiteral("places"), placesJson(report)},
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
    if (report.duplicates > 0)
        printLine(QStringLiteral("  %1  likely to be there already").arg(report.duplicates, 8));
    if (report.nameQuestions > 0)
        printLine(QStringLiteral("  %1  whose description may name a person: %2").arg(report.nameQuestions, 8).arg(nameRows(report)));
    if (report.digests > 0)
        printLine(QStringLiteral("  %1  notices that sum up others, left out").arg(report.digests, 8));
    if (report.placesFound > 0)
        printLine(QStringLiteral("  %1  placed by name, %2 of them by a close spelling")
                      .arg(report.placesFound, 8).arg(report.placesClose));
    for (const auto& [code, count] : report.reasons)
        printLine(QStringLiteral("  %1  %2").arg(count, 8).arg(codeName(code)));
    constexpr std::size_t shown = 3;
    for (std::size_t i = 0; i < std::min(shown, report.firstFaults.size()); ++i)
        printError(text::describe(report.firstFaults[i]));
}

/// Before the import; a file without a history has nothing to lose yet. Where it fails that is said, and the import goes on.
void backUp(const store::IncidentStore& store)
{
    if (const Result<void> backup = store::backUpBeforeImport(store); !backup)
        printError(QStringLiteral("No backup copy could be made before the import: %1").arg(text::describe(backup.error())));
}

} // namespace

int importCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("import"),
                    QStringLiteral("Reads incidents from CSV, XLSX, ODS, GeoJSON, GeoPackage, Shapefile, KML or "
                                   "the police's notices into FILE, in one "
                                   "transaction. Rows with faults are left out and reported."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incident file."));
    given.positional(QStringLiteral("INPUT"), QStringLiteral("The file to read, or the address of the police's notices "
                                                                 "(https://polisen.se/api/events)."));
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
    given.flag(QStringLiteral("guess"), QStringLiteral("Takes columns, categories, dates and coordinates as they are guessed; "
                                                      "the other options go before it."));
    given.option(QStringLiteral("plan"), QStringLiteral("NAME"), QStringLiteral("A way of importing saved in FILE."));
    given.option(QStringLiteral("save-plan"), QStringLiteral("NAME"), QStringLiteral("Saves this way of importing in FILE."));
    given.option(QStringLiteral("encoding"), QStringLiteral("NAME"),
                 QStringLiteral("Of a text table: UTF-8, Windows-1252, CP850, UTF-16LE, UTF-16BE; without it by the bytes."));
    given.option(QStringLiteral("separator"), QStringLiteral("MARK"), QStringLiteral("Of a text table: a character, or tab."));
    given.option(QStringLiteral("decimal"), QStringLiteral("MARK"), QStringLiteral("comma or point; without it either."));
    given.option(QStringLiteral("dates"), QStringLiteral("ORDER"),
                 QStringLiteral("year-first, day-first or month-first, for dates that do not say it themselves."));
    given.option(QStringLiteral("time-zone"), QStringLiteral("NAME"),
                 QStringLiteral("Of times without a zone, such as UTC; without it Europe/Stockholm."));
    given.flag(QStringLiteral("places"), QStringLiteral("Rows without coordinates lie where their place is on the map."));
    given.flag(QStringLiteral("skip-duplicates"),
               QStringLiteral("Leaves out rows that are likely to be there already: same category within 100 m and same time."));
    given.flag(QStringLiteral("keep-digests"), QStringLiteral("Also the police's notices that sum up others."));
    given.option(QStringLiteral("contact"), QStringLiteral("ADDRESS"),
                 QStringLiteral("Where a server's keeper reaches you, when INPUT is an address."));
    given.flag(QStringLiteral("dry-run"), QStringLiteral("Only says what would happen."));
    given.flag(QStringLiteral("all-or-nothing"), QStringLiteral("Any rejected row: nothing is changed."));
    given.option(QStringLiteral("rejects"), QStringLiteral("OUT.csv"), QStringLiteral("Rejected rows with their reasons."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints the result as JSON."));
    given.signatureOptions();
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    Result<store::IncidentStore> store = store::IncidentStore::open(given.at(0));
    if (!store)
        return failWith(store.error());
    store->setActor(signature(given));
    const Result<QString> input = inputOf(given);
    if (!input)
        return failWith(input.error());
    const Result<exchange::ImportMapping> mapping = mappingOf(given, *store, *input);
    if (!mapping)
        return failWith(mapping.error());

    workspace::ImportRequest request;
    request.path = *input;
    request.mapping = *mapping;
    request.dryRun = given.has(QStringLiteral("dry-run"));
    request.allOrNothing = given.has(QStringLiteral("all-or-nothing"));
    request.rejectsPath = given.value(QStringLiteral("rejects"));
    request.leaveOutDuplicates = given.has(QStringLiteral("skip-duplicates"));
    if (mapping->placesByName) {
        const Result<exchange::PlaceFinder> places = mapPlaces();
        if (!places)
            return failWith(places.error());
        request.places = *places;
    }
    if (const QString name = given.value(QStringLiteral("save-plan")); !name.isEmpty())
        if (const Result<void> saved = savePlan(*store, name, *input, *mapping); !saved)
            return failWith(saved.error());
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
