#include "store/disposal.h"

#include "core/local_time.h"
#include "core/personal_data.h"
#include "store/backups.h"
#include "store/incident_row.h"
#include "store/log_chain.h"
#include "store/store_cleaning.h"
#include "store/store_impl.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <map>

namespace hk::store {

namespace {

/// Lets values of the log be replaced by hashes, within the transaction.
constexpr std::string_view openGate = "INSERT INTO hk_disposal_gate (id) VALUES (1)";
constexpr std::string_view closeGate = "DELETE FROM hk_disposal_gate";

/// The extents say no more than where the remaining ones are.
constexpr std::string_view shrinkExtents =
    "UPDATE gpkg_contents SET (min_x, max_x, min_y, max_y) = "
    "(SELECT min(minx), max(maxx), min(miny), max(maxy) FROM rtree_incidents_geom) WHERE table_name = 'incidents'; "
    "UPDATE gpkg_contents SET (min_x, max_x, min_y, max_y) = "
    "(SELECT min(minx), max(maxx), min(miny), max(maxy) FROM rtree_incident_areas_geom) WHERE table_name = 'incident_areas'";

/// Whether the log's words on an export may tell of a person. Earlier versions wrote down which words were searched for, in
/// quotation marks; and a file can be named after somebody.
bool mayTellOfPerson(std::string_view exportValues)
{
    const QJsonObject values
        = QJsonDocument::fromJson(QByteArray(exportValues.data(), static_cast<qsizetype>(exportValues.size()))).object();
    const QString filter = values.value(QStringLiteral("filter")).toString();
    QString target = values.value(QStringLiteral("target")).toString();
    if (filter.contains(u'\u201c') || filter.contains(u'\u201d') || !findPersonalData(target).empty())
        return true;
    for (QChar& character : target)
        if (!character.isLetterOrNumber())
            character = u' '; // "namn_efternamn.csv" as two words
    return !findPersonalData(target).empty();
}

struct Gone {
    qint64 incidents = 0;
    qint64 deleted = 0;
    qint64 logEntries = 0;
};

sqlite::Result<std::int64_t> runFor(const sqlite::Database& database, std::string_view sql, std::string_view id)
{
    auto statement = database.cached(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    if (auto done = (*statement)->bind(1, id).run(); !done)
        return tl::unexpected(done.error());
    return database.changes();
}

sqlite::Result<Gone> takeAway(sqlite::Database& database, const std::vector<QUuid>& ids)
{
    Gone gone;
    for (const QUuid& id : ids) {
        const std::string uuid = uuidText(id);
        const auto live = runFor(database, "DELETE FROM incidents WHERE uuid = ?1", uuid);
        if (!live)
            return tl::unexpected(live.error());
        const auto deleted = runFor(database, "DELETE FROM hk_deleted WHERE uuid = ?1", uuid);
        if (!deleted)
            return tl::unexpected(deleted.error());
        gone.incidents += *live;
        gone.deleted += *deleted - *live; // a live one has just come among the deleted ones
    }
    // What lies beside an incident goes with it, and a form that was changing it.
    for (const std::string_view sql :
         {"DELETE FROM hk_reports WHERE incident = ?1", "DELETE FROM hk_attachments WHERE incident = ?1",
          "DELETE FROM hk_drafts WHERE json_extract(content, '$.id') = ?1"})
        for (const QUuid& id : ids)
            if (const auto taken = runFor(database, sql, uuidText(id)); !taken)
                return tl::unexpected(taken.error());
    LogChain chain(database);
    if (auto chained = chain.extend(LogOrigin::Program); !chained)
        return tl::unexpected(chained.error());
    for (const QUuid& id : ids) {
        const auto redacted = chain.redact(uuidText(id));
        if (!redacted)
            return tl::unexpected(redacted.error());
        gone.logEntries += *redacted;
    }
    const auto redacted = chain.redactExports(mayTellOfPerson);
    if (!redacted)
        return tl::unexpected(redacted.error());
    gone.logEntries += *redacted;
    return gone;
}

sqlite::Result<void> writeRecord(const sqlite::Database& database, const Signature& signature, const Gone& gone,
                                 const QDate& backupsGoneBy)
{
    const QJsonObject values{{QStringLiteral("incidents"), gone.incidents},
                             {QStringLiteral("deleted"), gone.deleted},
                             {QStringLiteral("log_entries"), gone.logEntries},
                             {QStringLiteral("backups_gone_by"), backupsGoneBy.toString(Qt::ISODate)}};
    auto entry = database.cached("INSERT INTO hk_log (at, actor, organisation, action, after_values) "
                                 "SELECT at, name, organisation, 'dispose', ?1 FROM hk_actor");
    if (!entry)
        return tl::unexpected(entry.error());
    bindText(**entry, 1, QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact)));
    if (auto written = (*entry)->run(); !written)
        return written;
    auto record = database.cached("INSERT INTO hk_disposals (at, actor, organisation, incidents, deleted, log_entries, "
                                  "backups_gone_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
    if (!record)
        return tl::unexpected(record.error());
    bindTime(**record, 1, signature.at);
    bindText(**record, 2, signature.name);
    bindText(**record, 3, signature.organisation);
    (*record)->bind(4, std::int64_t{gone.incidents}).bind(5, std::int64_t{gone.deleted});
    (*record)->bind(6, std::int64_t{gone.logEntries});
    bindText(**record, 7, backupsGoneBy.toString(Qt::ISODate));
    return (*record)->run();
}

} // namespace

QDate disposalDue(const Incident& incident, const std::vector<DisposalRule>& rules)
{
    if (incident.disposalDate.isValid())
        return incident.disposalDate;
    const DisposalRule* best = nullptr;
    int bestRank = -1;
    for (const DisposalRule& rule : rules) {
        if ((!rule.category.isEmpty() && rule.category != incident.category)
            || (rule.confidentiality && *rule.confidentiality != incident.confidentiality))
            continue;
        const int rank = (rule.category.isEmpty() ? 0 : 2) + (rule.confidentiality ? 1 : 0);
        if (rank > bestRank) {
            best = &rule;
            bestRank = rank;
        }
    }
    return best ? incident.occurredTo.toTimeZone(stockholm()).date().addMonths(best->months) : QDate();
}

std::vector<DisposalCount> countDisposal(const std::vector<DisposalCandidate>& candidates)
{
    std::map<std::pair<QString, Confidentiality>, qint64> counted;
    for (const DisposalCandidate& candidate : candidates)
        ++counted[{candidate.category, candidate.confidentiality}];
    std::vector<DisposalCount> counts;
    for (const auto& [kind, incidents] : counted)
        counts.push_back({kind.first, kind.second, incidents});
    std::stable_sort(counts.begin(), counts.end(),
                     [](const DisposalCount& a, const DisposalCount& b) { return a.incidents > b.incidents; });
    return counts;
}

Result<std::vector<DisposalRule>> IncidentStore::disposalRules() const
{
    auto row = m_impl->database.prepare(
        "SELECT category, confidentiality, months FROM hk_disposal_rules ORDER BY category, confidentiality");
    if (!row)
        return m_impl->failed(row.error());
    std::vector<DisposalRule> rules;
    for (;;) {
        const auto found = row->step();
        if (!found)
            return m_impl->failed(found.error());
        if (!*found)
            return rules;
        rules.push_back({toQString(row->text(0)), confidentialityFromName(toQString(row->text(1))),
                         static_cast<int>(row->int64(2))});
    }
}

Result<void> IncidentStore::setDisposalRules(const std::vector<DisposalRule>& rules)
{
    if (auto writable = m_impl->requireWritable(); !writable)
        return writable;
    auto transaction = sqlite::Transaction::begin(m_impl->database);
    if (!transaction)
        return m_impl->failed(transaction.error());
    if (auto emptied = m_impl->database.execute("DELETE FROM hk_disposal_rules"); !emptied)
        return m_impl->failed(emptied.error());
    for (std::size_t i = 0; i < rules.size(); ++i) {
        auto row = m_impl->database.cached(
            "INSERT INTO hk_disposal_rules (category, confidentiality, months) VALUES (?1, ?2, ?3)");
        if (!row)
            return m_impl->failed(row.error());
        const std::string category = rules[i].category.toStdString();
        const std::string confidentiality
            = rules[i].confidentiality ? toName(*rules[i].confidentiality).toStdString() : std::string();
        (*row)->bind(1, std::string_view(category)).bind(2, std::string_view(confidentiality)).bind(3, rules[i].months);
        if (auto written = (*row)->run(); !written)
            return fail(ErrorCode::Conflict, {m_impl->path, static_cast<qint64>(i) + 1, {}}, {},
                        QString::fromStdString(written.error().message));
    }
    if (auto committed = transaction->commit(); !committed)
        return m_impl->failed(committed.error());
    ++m_impl->changeCount;
    return {};
}

Result<std::vector<DisposalCandidate>> IncidentStore::proposeDisposal(const QDate& today) const
{
    const auto rules = disposalRules();
    if (!rules)
        return tl::unexpected(rules.error());
    std::vector<DisposalCandidate> candidates;
    const auto look = [&](const Incident& incident, bool isDeleted) {
        const QDate due = disposalDue(incident, *rules);
        if (due.isValid() && due <= today)
            candidates.push_back({incident.id, incident.category, incident.confidentiality, incident.occurredTo, due,
                                  incident.disposalDate.isValid(), isDeleted});
        return true;
    };
    if (const auto read = forEach([&](const Incident& incident) { return look(incident, false); }); !read)
        return tl::unexpected(read.error());
    const auto lying = deleted(-1);
    if (!lying)
        return tl::unexpected(lying.error());
    for (const Incident& incident : *lying)
        look(incident, true);
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const DisposalCandidate& a, const DisposalCandidate& b) { return a.due < b.due; });
    return candidates;
}

Result<DisposalReport> IncidentStore::dispose(const std::vector<DisposalCandidate>& candidates)
{
    if (auto writable = m_impl->requireWritable(); !writable)
        return tl::unexpected(writable.error());
    auto rules = disposalRules();
    if (!rules)
        return tl::unexpected(rules.error());
    std::vector<QUuid> ids;
    for (const DisposalCandidate& candidate : candidates)
        ids.push_back(candidate.id);

    DisposalReport report;
    const Signature signature = m_impl->signature();
    report.at = signature.at;
    report.actor = signature.name;
    report.organisation = signature.organisation;
    report.counts = countDisposal(candidates);
    report.rules = std::move(*rules);
    report.backupsGoneBy = signature.at.date().addDays(disposedBackupDays);
    sqlite::Database& database = m_impl->database;
    if (auto secured = database.execute("PRAGMA secure_delete=ON"); !secured)
        return m_impl->failed(secured.error());
    {
        auto transaction = WriteTransaction::begin(database, signature);
        if (!transaction)
            return m_impl->failed(transaction.error());
        Gone gone;
        const auto done = database.execute(openGate)
                              .and_then([&] { return takeAway(database, ids); })
                              .and_then([&](const Gone& taken) {
                                  gone = taken;
                                  return writeRecord(database, signature, gone, report.backupsGoneBy);
                              })
                              .and_then([&] { return database.execute(closeGate); })
                              .and_then([&] { return database.execute(shrinkExtents); })
                              .and_then([&] { return transaction->commit(); });
        if (!done)
            return m_impl->failed(done.error());
        report.incidents = gone.incidents;
        report.deleted = gone.deleted;
        report.logEntries = gone.logEntries;
    }
    ++m_impl->changeCount;
    // The disposal is done and recorded: what fails from here on is done at the next opening.
    report.cleaned = cleanAfterDisposal(database).has_value();
    const auto check = verifyLog();
    if (!check)
        return tl::unexpected(check.error());
    report.logHead = check->head;
    return report;
}

} // namespace hk::store
