#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "store/incident_store.h"
#include "workspace/sample.h"

#include <QFileInfo>
#include <QJsonArray>

namespace hk::cli {
namespace {

const QString fileName = QStringLiteral("FILE");

store::Actor commandLineActor() { return {QStringLiteral("handelsekartan-cli"), {}}; }

} // namespace

int initCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("init"), QStringLiteral("Makes a new, empty incident file (GeoPackage)."));
    given.positional(fileName, QStringLiteral("The file to make; it must not be there yet."));
    given.option(QStringLiteral("title"), QStringLiteral("T"), QStringLiteral("Title shown to people."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    store::CreateOptions options;
    options.title = given.value(QStringLiteral("title"));
    const Result<store::IncidentStore> store = store::IncidentStore::create(given.at(0), options);
    if (!store)
        return failWith(store.error());
    printLine(given.at(0));
    return Done;
}

int sampleCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("sample"), QStringLiteral("Makes a file of invented incidents around Mölndals bro, over "
                                                             "24 months, with plausible rhythms."));
    given.positional(fileName, QStringLiteral("The file to make; it must not be there yet."));
    given.option(QStringLiteral("count"), QStringLiteral("N"), QStringLiteral("Number of incidents (600)."));
    given.option(QStringLiteral("seed"), QStringLiteral("S"), QStringLiteral("Seed of the generator (1481)."));
    given.option(QStringLiteral("until"), QStringLiteral("DATE"), QStringLiteral("Last day (yesterday)."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    const Result<double> count = given.number(QStringLiteral("count"), 600, 0, 5e6);
    const Result<double> seed = given.number(QStringLiteral("seed"), 1481, 0, 9e15);
    const Result<QDate> until = given.date(QStringLiteral("until"));
    if (!count)
        return failWith(count.error());
    if (!seed)
        return failWith(seed.error());
    if (!until)
        return failWith(until.error());
    store::CreateOptions options;
    options.sample = true;
    options.title = QStringLiteral("Exempeldata");
    Result<store::IncidentStore> store = store::IncidentStore::create(given.at(0), options);
    if (!store)
        return failWith(store.error());
    store->setActor(commandLineActor());
    const Result<void> made = workspace::makeSample(
        *store, {static_cast<int>(*count), static_cast<quint64>(*seed), *until});
    if (!made)
        return failWith(made.error());
    printLine(QStringLiteral("%1: %2 invented incidents").arg(given.at(0)).arg(static_cast<qint64>(*count)));
    return Done;
}

int infoCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("info"), QStringLiteral("Says what an incident file holds."));
    given.positional(fileName, QStringLiteral("The incident file."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    const Result<store::IncidentStore> store = store::IncidentStore::open(given.at(0), store::Access::ReadOnly);
    if (!store)
        return failWith(store.error());
    const Result<store::StoreInfo> info = store->info();
    if (!info)
        return failWith(info.error());
    QHash<QString, qint64> byCategory;
    QDateTime first;
    QDateTime last;
    const Result<void> read = store->forEach([&](const Incident& incident) {
        ++byCategory[incident.category];
        if (!first.isValid() || incident.occurredFrom < first)
            first = incident.occurredFrom;
        if (!last.isValid() || incident.occurredFrom > last)
            last = incident.occurredFrom;
        return true;
    });
    if (!read)
        return failWith(read.error());
    if (given.has(QStringLiteral("json"))) {
        QJsonObject categories;
        for (const Category& category : store->categories().all())
            if (byCategory.contains(category.code))
                categories.insert(category.code, byCategory.value(category.code));
        printJson({{QStringLiteral("file"), QFileInfo(given.at(0)).absoluteFilePath()},
                   {QStringLiteral("title"), info->title},
                   {QStringLiteral("sample"), info->sample},
                   {QStringLiteral("schema_version"), info->schemaVersion},
                   {QStringLiteral("newer_version"), info->newerVersion},
                   {QStringLiteral("incidents"), info->incidents},
                   {QStringLiteral("deleted"), info->deleted},
                   {QStringLiteral("log_entries"), info->logEntries},
                   {QStringLiteral("first"), first.isValid() ? first.toString(Qt::ISODate) : QString()},
                   {QStringLiteral("last"), last.isValid() ? last.toString(Qt::ISODate) : QString()},
                   {QStringLiteral("categories"), categories}});
        return Done;
    }
    printLine(QStringLiteral("%1%2").arg(info->title, info->sample ? QStringLiteral(" (sample: invented incidents)")
                                                                   : QString()));
    printLine(QStringLiteral("incidents      %1").arg(info->incidents));
    printLine(QStringLiteral("deleted        %1").arg(info->deleted));
    printLine(QStringLiteral("log entries    %1").arg(info->logEntries));
    printLine(QStringLiteral("schema         %1%2").arg(info->schemaVersion)
                  .arg(info->newerVersion ? QStringLiteral(" (newer than this program: read-only)") : QString()));
    if (first.isValid())
        printLine(QStringLiteral("period         %1 to %2").arg(first.toString(Qt::ISODate), last.toString(Qt::ISODate)));
    for (const Category& category : store->categories().all())
        if (byCategory.contains(category.code))
            printLine(QStringLiteral("  %1  %2  %3").arg(category.code, -3).arg(byCategory.value(category.code), 7)
                          .arg(category.nameEn));
    return Done;
}

} // namespace hk::cli
