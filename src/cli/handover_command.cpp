#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/export_arguments.h"
#include "cli/output.h"
#include "cli/passphrase_input.h"
#include "cli/signature.h"
#include "seal/sealed_file.h"
#include "store/backups.h"
#include "store/incident_store.h"
#include "text/export_words.h"
#include "text/sentences.h"
#include "workspace/export_log.h"
#include "workspace/handover_import.h"
#include "workspace/output_guard.h"

#include <QJsonArray>

namespace hk::cli {
namespace {

void printReport(const workspace::HandoverReport& report, bool json)
{
    if (json) {
        QJsonArray duplicates;
        for (const workspace::LikelyDuplicate& duplicate : report.duplicates)
            duplicates.append(QJsonObject{{QStringLiteral("received"), duplicate.received.toString(QUuid::WithoutBraces)},
                                          {QStringLiteral("here"), duplicate.here.toString(QUuid::WithoutBraces)},
                                          {QStringLiteral("category"), duplicate.category},
                                          {QStringLiteral("metres"), duplicate.metres}});
        printJson({{QStringLiteral("sender"), report.facts.sender},
                   {QStringLiteral("read"), report.read},
                   {QStringLiteral("inserted"), report.inserted},
                   {QStringLiteral("updated"), report.updated},
                   {QStringLiteral("unchanged"), report.unchanged},
                   {QStringLiteral("own"), report.own},
                   {QStringLiteral("skipped"), report.skipped},
                   {QStringLiteral("rejected"), report.rejected},
                   {QStringLiteral("likely_duplicates"), duplicates},
                   {QStringLiteral("dry_run"), report.dryRun}});
        return;
    }
    printLine(QStringLiteral("%1%2 of %3: %4 new, %5 changed, %6 unchanged, %7 own left as they are, %8 left out as likely "
                             "duplicates, %9 rejected")
                  .arg(report.dryRun ? QStringLiteral("dry run, nothing is changed: ") : QString())
                  .arg(report.read)
                  .arg(report.facts.sender)
                  .arg(report.inserted)
                  .arg(report.updated)
                  .arg(report.unchanged)
                  .arg(report.own)
                  .arg(report.skipped)
                  .arg(report.rejected));
    for (const workspace::LikelyDuplicate& duplicate : report.duplicates)
        printLine(QStringLiteral("  likely duplicate: %1 %2, %3 m from one that is here (%4)")
                      .arg(duplicate.category, duplicate.occurredFrom.toString(Qt::ISODate))
                      .arg(duplicate.metres, 0, 'f', 0)
                      .arg(duplicate.here.toString(QUuid::WithoutBraces)));
    constexpr std::size_t shown = 3;
    for (std::size_t i = 0; i < std::min(shown, report.firstFaults.size()); ++i)
        printError(text::describe(report.firstFaults[i]));
}

} // namespace

int handoverCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("handover"),
                    QStringLiteral("Makes one file of incidents for a partner, with a cover page and checksums."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incident file."));
    given.positional(QStringLiteral("OUTPUT"), QStringLiteral("The package to make, such as maj.hkpaket."));
    addExportOptions(given);
    given.option(QStringLiteral("sender"), QStringLiteral("NAME"),
                 QStringLiteral("The organisation that hands over. The receiver knows the incidents by it."));
    given.flag(QStringLiteral("encrypt"), QStringLiteral("Seals the package with a passphrase."));
    addPassphraseOption(given);
    given.signatureOptions();
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    if (!given.has(QStringLiteral("profile")) || !given.has(QStringLiteral("sender")))
        return failWith({ErrorCode::WrongUsage, {}, {QStringLiteral("--sender NAME and --profile partner or internal are "
                                                                     "needed")}, {}});
    const bool encrypts = given.has(QStringLiteral("encrypt")) || given.has(QStringLiteral("passphrase-file"));
    Result<store::IncidentStore> store = store::IncidentStore::open(given.at(0));
    if (!store)
        return failWith(store.error());
    store::Actor actor = signature(given);
    if (actor.organisation.isEmpty())
        actor.organisation = given.value(QStringLiteral("sender"));
    store->setActor(actor);
    if (const Result<void> free = workspace::mayReplace(given.at(1), {given.at(0)}); !free)
        return failWith(free.error());
    const Result<IncidentFilter> filter = exportFilter(given, store->categories());
    if (!filter)
        return failWith(filter.error());
    const Result<workspace::ExportRequest> request = exportRequest(given);
    if (!request)
        return failWith(request.error());
    seal::Passphrase passphrase;
    if (encrypts) {
        Result<seal::Passphrase> said = passphraseOf(given, true);
        if (!said)
            return failWith(said.error());
        passphrase = std::move(*said);
    }
    const Result<workspace::SnapshotPtr> snapshot = workspace::loadSnapshot(*store);
    if (!snapshot)
        return failWith(snapshot.error());
    const workspace::RowSelection selection = workspace::selectRows(**snapshot, *filter);
    const Result<workspace::ExportContent> content = workspace::makeExport(**snapshot, selection.rows, *request);
    if (!content)
        return failWith(content.error());
    HandoverFacts facts;
    facts.created = QDateTime::currentDateTimeUtc();
    facts.sender = given.value(QStringLiteral("sender"));
    facts.filter = text::filter(*filter, store->categories());
    facts.from = filter->from;
    facts.to = filter->to;
    if (const Result<void> logged = workspace::logExport(*store, content->summary, *filter, given.at(1)); !logged)
        return failWith(logged.error());
    const Result<HandoverFacts> written = workspace::writePackage(*content, facts, given.at(1), passphrase);
    if (!written)
        return failWith(written.error());
    printLine(QStringLiteral("%1: %2").arg(given.at(1), text::exportSentences(content->summary).join(u' ')));
    return Done;
}

int receiveCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("receive"),
                    QStringLiteral("Takes the incidents of a handover package into FILE, in one transaction."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incident file."));
    given.positional(QStringLiteral("PACKAGE"), QStringLiteral("The package, such as maj.hkpaket."));
    given.flag(QStringLiteral("dry-run"), QStringLiteral("Only says what would happen."));
    given.flag(QStringLiteral("skip-duplicates"), QStringLiteral("Leaves out likely duplicates of incidents in FILE."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints the result as JSON."));
    addPassphraseOption(given);
    given.signatureOptions();
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    seal::Passphrase passphrase;
    if (seal::isSealed(given.at(1))) {
        Result<seal::Passphrase> said = passphraseOf(given, false);
        if (!said)
            return failWith(said.error());
        passphrase = std::move(*said);
    }
    const Result<workspace::OpenedPackage> package = workspace::openPackage(given.at(1), passphrase);
    if (!package)
        return failWith(package.error());
    Result<store::IncidentStore> store = store::IncidentStore::open(given.at(0));
    if (!store)
        return failWith(store.error());
    store->setActor(signature(given));
    const workspace::HandoverOptions options{given.has(QStringLiteral("dry-run")),
                                             given.has(QStringLiteral("skip-duplicates"))};
    if (!options.dryRun)
        if (const Result<void> backup = store::backUpBeforeImport(*store); !backup)
            printError(QStringLiteral("No backup copy could be made before: %1").arg(text::describe(backup.error())));
    const Result<workspace::HandoverReport> report
        = workspace::importHandover(*store, *package, options, QDateTime::currentDateTimeUtc());
    if (!report)
        return failWith(report.error());
    printReport(*report, given.has(QStringLiteral("json")));
    return report->rejected > 0 && report->rejected == report->read ? Failed : Done;
}

} // namespace hk::cli
