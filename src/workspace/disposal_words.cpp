#include "workspace/disposal_words.h"

#include "core/local_time.h"
#include "text/sentences.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTimeZone>

namespace hk::workspace {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::workspace)
};

} // namespace

QString categoryWords(const QString& code, const CategoryList& categories)
{
    const Category* category = categories.find(code);
    return category ? QStringLiteral("%1 %2").arg(code, text::nameOf(*category)) : code;
}

QString months(int months)
{
    return Words::tr("%n month(s)", nullptr, months);
}

QString describe(const store::DisposalRule& rule, const CategoryList& categories)
{
    const QString category
        = rule.category.isEmpty() ? Words::tr("all categories") : categoryWords(rule.category, categories);
    return rule.confidentiality ? Words::tr("%1, %2", "category, confidentiality").arg(category, text::nameOf(*rule.confidentiality))
                                : category;
}

Protocol disposalProtocol(const store::DisposalReport& report, const store::StoreInfo& info, const CategoryList& categories)
{
    Protocol protocol;
    protocol.title = Words::tr("Protocol of disposal");
    protocol.at = report.at.toTimeZone(stockholm());
    const QString who = report.organisation.isEmpty() || report.organisation == report.actor
                            ? report.actor
                            : Words::tr("%1, %2", "person, organisation").arg(report.actor, report.organisation);
    protocol.facts = {
        {Words::tr("File"), QStringLiteral("%1 (%2)").arg(info.title, QFileInfo(info.path).fileName())},
        {Words::tr("Time"), protocol.at.toString(QStringLiteral("yyyy-MM-dd HH:mm"))},
        {Words::tr("Done by"), who},
        {Words::tr("Incidents disposed of"), text::number(report.incidents + report.deleted)},
        {Words::tr("Of them deleted before"), text::number(report.deleted)},
        {Words::tr("Log entries whose values were replaced by hashes"), text::number(report.logEntries)},
        {Words::tr("Backup copies that hold them are gone by"), report.backupsGoneBy.toString(Qt::ISODate)},
        {Words::tr("Last hash of the log"), report.logHead}};
    Protocol::Table counts{Words::tr("What was disposed of"),
                           {Words::tr("Category"), Words::tr("Confidentiality"), Words::tr("Incidents")},
                           {}};
    for (const store::DisposalCount& count : report.counts)
        counts.rows.append({categoryWords(count.category, categories), text::nameOf(count.confidentiality),
                            text::number(count.incidents)});
    protocol.tables.append(counts);
    if (!report.rules.empty()) {
        Protocol::Table rules{Words::tr("Rules in force"), {Words::tr("For"), Words::tr("After")}, {}};
        for (const store::DisposalRule& rule : report.rules)
            rules.rows.append({describe(rule, categories), months(rule.months)});
        protocol.tables.append(rules);
    }
    protocol.remarks.append(report.cleaned
                                ? Words::tr("The file was built anew afterwards: nothing of what was disposed of is in its bytes.")
                                : Words::tr("Another program had the file open. Its freed bytes are cleaned when it is opened next."));
    protocol.remarks.append(Words::tr("An incident with a date of disposal of its own was disposed of by that date, whatever the rules say."));
    return protocol;
}

} // namespace hk::workspace
