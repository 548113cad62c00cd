#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/signature.h"
#include "report/protocol_pdf.h"
#include "store/backups.h"
#include "store/incident_store.h"
#include "workspace/disposal_words.h"
#include "workspace/output_guard.h"

#include <QDate>
#include <QJsonArray>
#include <QRegularExpression>

namespace hk::cli {
namespace {

const QString fileName = QStringLiteral("FILE");
const QString ruleName = QStringLiteral("rule");
const QString protocolName = QStringLiteral("protocol");
const QString jsonName = QStringLiteral("json");

tl::unexpected<Error> wrong(const QString& rule)
{
    return fail(ErrorCode::WrongUsage, {}, {QStringLiteral("--rule %1 is not CATEGORY/CONFIDENTIALITY=MONTHS").arg(rule)});
}

/// "N1/internal=24", "*/public=60", "*/*=36"; months 0: the rule is taken away.
Result<store::DisposalRule> parseRule(const QString& words, const CategoryList& categories)
{
    static const QRegularExpression pattern(QStringLiteral("^([^/=]+)/([a-z*]+)=(\\d{1,4})$"));
    const auto match = pattern.match(words);
    if (!match.hasMatch())
        return wrong(words);
    store::DisposalRule rule;
    if (match.captured(1) != QLatin1String("*"))
        rule.category = match.captured(1);
    if (match.captured(2) != QLatin1String("*"))
        rule.confidentiality = confidentialityFromName(match.captured(2));
    rule.months = match.captured(3).toInt();
    if (match.captured(2) != QLatin1String("*") && !rule.confidentiality)
        return wrong(words);
    if (!rule.category.isEmpty() && !categories.find(rule.category))
        return fail(ErrorCode::UnknownCategory, {}, {rule.category});
    if (rule.months > 1200)
        return fail(ErrorCode::ValueOutOfRange, {}, {match.captured(3), QStringLiteral("0"), QStringLiteral("1200")});
    return rule;
}

Result<void> changeRules(store::IncidentStore& store, const QStringList& words)
{
    auto rules = store.disposalRules();
    if (!rules)
        return tl::unexpected(rules.error());
    for (const QString& one : words) {
        const Result<store::DisposalRule> rule = parseRule(one, store.categories());
        if (!rule)
            return tl::unexpected(rule.error());
        std::erase_if(*rules, [&](const store::DisposalRule& other) {
            return other.category == rule->category && other.confidentiality == rule->confidentiality;
        });
        if (rule->months > 0)
            rules->push_back(*rule);
    }
    return store.setDisposalRules(*rules);
}

QJsonArray countsOf(const std::vector<store::DisposalCount>& counts)
{
    QJsonArray rows;
    for (const store::DisposalCount& count : counts)
        rows.append(QJsonObject{{QStringLiteral("category"), count.category},
                                {QStringLiteral("confidentiality"), toName(count.confidentiality)},
                                {QStringLiteral("incidents"), count.incidents}});
    return rows;
}

void printCounts(const std::vector<store::DisposalCount>& counts, const CategoryList& categories)
{
    for (const store::DisposalCount& count : counts)
        printLine(QStringLiteral("  %1  %2  %3").arg(count.incidents, 7).arg(toName(count.confidentiality), -8)
                      .arg(workspace::categoryWords(count.category, categories)));
}

int propose(const store::IncidentStore& store, const std::vector<store::DisposalCandidate>& due, bool json)
{
    const auto counts = store::countDisposal(due);
    if (json) {
        printJson({{QStringLiteral("done"), false},
                   {QStringLiteral("due"), static_cast<qint64>(due.size())},
                   {QStringLiteral("counts"), countsOf(counts)}});
        return Done;
    }
    printLine(QStringLiteral("%1 incidents are due; --yes disposes of them for good").arg(due.size()));
    printCounts(counts, store.categories());
    return Done;
}

int carryOut(store::IncidentStore& store, const std::vector<store::DisposalCandidate>& due, const Arguments& given)
{
    if (due.empty()) {
        if (given.has(jsonName))
            printJson({{QStringLiteral("done"), false}, {QStringLiteral("due"), 0}, {QStringLiteral("counts"), QJsonArray()}});
        else
            printLine(QStringLiteral("Nothing is due."));
        return Done;
    }
    const Result<store::DisposalReport> report = store.dispose(due);
    if (!report)
        return failWith(report.error());
    const auto info = store.info();
    if (!info)
        return failWith(info.error());
    // A copy without them, so that there is one when the older ones go.
    const auto backup = store::makeBackup(store.path(), store::BackupReason::Disposal, QDateTime::currentDateTimeUtc());
    if (!backup)
        static_cast<void>(failWith(backup.error())); // said; what was disposed of is disposed of all the same
    if (given.has(protocolName)) {
        const auto written = report::writeProtocol(workspace::disposalProtocol(*report, *info, store.categories()),
                                                   given.value(protocolName));
        if (!written)
            return failWith(written.error());
    }
    if (given.has(jsonName)) {
        printJson({{QStringLiteral("done"), true},
                   {QStringLiteral("incidents"), report->incidents},
                   {QStringLiteral("deleted"), report->deleted},
                   {QStringLiteral("log_entries"), report->logEntries},
                   {QStringLiteral("backups_gone_by"), report->backupsGoneBy.toString(Qt::ISODate)},
                   {QStringLiteral("cleaned"), report->cleaned},
                   {QStringLiteral("log_head"), report->logHead},
                   {QStringLiteral("counts"), countsOf(report->counts)}});
        return Done;
    }
    printLine(QStringLiteral("%1 incidents disposed of, %2 of them deleted before; backup copies that hold them are gone by %3")
                  .arg(report->incidents + report->deleted).arg(report->deleted)
                  .arg(report->backupsGoneBy.toString(Qt::ISODate)));
    printCounts(report->counts, store.categories());
    return Done;
}

} // namespace

int disposeCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("dispose"),
                    QStringLiteral("Says which incidents are due for disposal by their own date or by the file's rules; with "
                                   "--yes disposes of them for good: from the file, its deleted ones and its log."));
    given.positional(fileName, QStringLiteral("The incident file."));
    given.flag(QStringLiteral("dry-run"), QStringLiteral("Only says what is due (also without it)."));
    given.flag(QStringLiteral("yes"), QStringLiteral("Does it. It cannot be undone."));
    given.option(ruleName, QStringLiteral("CATEGORY/CONFIDENTIALITY=MONTHS"),
                 QStringLiteral("Sets a rule of the file first; * stands for any, 0 months take the rule away. Repeatable."));
    given.option(QStringLiteral("today"), QStringLiteral("DATE"), QStringLiteral("Due by this day (today)."));
    given.option(protocolName, QStringLiteral("OUT.pdf"), QStringLiteral("Writes the protocol."));
    given.flag(jsonName, QStringLiteral("Prints JSON."));
    given.signatureOptions();
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    const bool yes = given.has(QStringLiteral("yes"));
    if (yes && given.has(QStringLiteral("dry-run")))
        return failWith({ErrorCode::WrongUsage, {}, {QStringLiteral("--yes and --dry-run exclude each other")}, {}});
    const Result<QDate> today = given.date(QStringLiteral("today"));
    if (!today)
        return failWith(today.error());
    if (given.has(protocolName))
        if (const Result<void> free = workspace::mayReplace(given.value(protocolName), {given.at(0)}); !free)
            return failWith(free.error());
    const bool writes = yes || given.has(ruleName);
    Result<store::IncidentStore> store
        = store::IncidentStore::open(given.at(0), writes ? store::Access::ReadWrite : store::Access::ReadOnly);
    if (!store)
        return failWith(store.error());
    store->setActor(signature(given));
    if (given.has(ruleName))
        if (const Result<void> changed = changeRules(*store, given.values(ruleName)); !changed)
            return failWith(changed.error());
    const auto due = store->proposeDisposal(today->isValid() ? *today : QDate::currentDate());
    if (!due)
        return failWith(due.error());
    return yes ? carryOut(*store, *due, given) : propose(*store, *due, given.has(jsonName));
}

} // namespace hk::cli
