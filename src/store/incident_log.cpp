// The log of an open file: reading, filtering, exports, verification.

#include "store/incident_row.h"
#include "store/log_chain.h"
#include "store/store_impl.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace hk::store {

namespace {

LogOrigin originOf(const sqlite::Statement& row, int column)
{
    return row.isNull(column) ? LogOrigin::Pending : static_cast<LogOrigin>(row.int64(column));
}

/// The conditions of a filter; parameters as bindFilter binds them.
std::string whereOf(const LogFilter& filter, qint64 below)
{
    std::string where = "WHERE 1";
    if (filter.from.isValid())
        where += " AND l.at >= ?2";
    if (filter.to.isValid())
        where += " AND l.at < ?3";
    if (!filter.actor.isEmpty())
        where += " AND l.actor = ?4";
    if (!filter.action.isEmpty())
        where += " AND l.action = ?5";
    if (!filter.incident.isNull())
        where += " AND l.incident = ?6";
    if (filter.outsideOnly)
        where += " AND coalesce(c.origin, 1) = 1";
    if (below > 0)
        where += " AND l.number < ?7";
    return where;
}

void bindFilter(sqlite::Statement& statement, const LogFilter& filter, qint64 below)
{
    if (filter.from.isValid())
        bindTime(statement, 2, filter.from.toUTC());
    if (filter.to.isValid())
        bindTime(statement, 3, filter.to.toUTC());
    if (!filter.actor.isEmpty())
        bindText(statement, 4, filter.actor);
    if (!filter.action.isEmpty())
        bindText(statement, 5, filter.action);
    if (!filter.incident.isNull())
        statement.bind(6, std::string_view(uuidText(filter.incident)));
    if (below > 0)
        statement.bind(7, std::int64_t{below});
}

QString toJson(const ExportNote& note)
{
    const QJsonObject object{{QStringLiteral("profile"), note.profile},
                             {QStringLiteral("filter"), note.filter},
                             {QStringLiteral("target"), note.target},
                             {QStringLiteral("incidents"), note.incidents}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

Result<std::vector<LogEntry>> IncidentStore::log(qint64 limit, const QUuid& incident) const
{
    LogFilter filter;
    filter.incident = incident;
    return log(filter, limit);
}

Result<std::vector<LogEntry>> IncidentStore::log(const LogFilter& filter, qint64 limit, qint64 below) const
{
    auto row = m_impl->database.prepare(
        "SELECT l.number, l.at, l.actor, l.organisation, l.action, l.incident, l.before_values, l.after_values, c.origin "
        "FROM hk_log l LEFT JOIN hk_log_chain c ON c.number = l.number "
        + whereOf(filter, below) + " ORDER BY l.number DESC LIMIT ?1");
    if (!row)
        return m_impl->failed(row.error());
    row->bind(1, std::int64_t{limit});
    bindFilter(*row, filter, below);
    std::vector<LogEntry> entries;
    for (;;) {
        const auto found = row->step();
        if (!found)
            return m_impl->failed(found.error());
        if (!*found)
            return entries;
        entries.push_back({row->int64(0), toDateTime(row->text(1)), toQString(row->text(2)), toQString(row->text(3)),
                           toQString(row->text(4)), QUuid::fromString(toQString(row->text(5))), toQString(row->text(6)),
                           toQString(row->text(7)), originOf(*row, 8)});
    }
}

Result<LoggedChanges> IncidentStore::changesSince(qint64 entry, std::size_t limit) const
{
    auto row = m_impl->database.cached(
        "SELECT incident, max(action NOT IN ('insert', 'update', 'delete', 'restore', 'export')) FROM hk_log "
        "WHERE number > ?1 GROUP BY +incident LIMIT ?2");
    if (!row)
        return m_impl->failed(row.error());
    (*row)->bind(1, std::int64_t{entry}).bind(2, static_cast<std::int64_t>(limit) + 2); // exports name no incident
    LoggedChanges changes;
    for (;;) {
        const auto found = (*row)->step();
        if (!found)
            return m_impl->failed(found.error());
        if (!*found)
            break;
        changes.whole = changes.whole || (*row)->int64(1) != 0;
        if (!(*row)->isNull(0))
            changes.incidents.push_back(QUuid::fromString(toQString((*row)->text(0))));
    }
    changes.whole = changes.whole || changes.incidents.size() > limit;
    if (changes.whole)
        changes.incidents.clear();
    return changes;
}

Result<QStringList> IncidentStore::logActors() const
{
    auto row = m_impl->database.prepare("SELECT DISTINCT actor FROM hk_log WHERE actor IS NOT NULL ORDER BY actor");
    if (!row)
        return m_impl->failed(row.error());
    QStringList actors;
    for (;;) {
        const auto found = row->step();
        if (!found)
            return m_impl->failed(found.error());
        if (!*found)
            return actors;
        actors.append(toQString(row->text(0)));
    }
}

Result<void> IncidentStore::logExport(const ExportNote& note)
{
    if (auto writable = m_impl->requireWritable(); !writable)
        return writable;
    auto transaction = WriteTransaction::begin(m_impl->database, m_impl->signature());
    if (!transaction)
        return m_impl->failed(transaction.error());
    {
        auto entry = m_impl->database.cached("INSERT INTO hk_log (at, actor, organisation, action, after_values) "
                                             "SELECT at, name, organisation, 'export', ?1 FROM hk_actor");
        if (!entry)
            return m_impl->failed(entry.error());
        bindText(**entry, 1, toJson(note));
        if (auto written = (*entry)->run(); !written)
            return m_impl->failed(written.error());
    }
    if (auto committed = transaction->commit(); !committed)
        return m_impl->failed(committed.error());
    ++m_impl->changeCount;
    return {};
}

Result<bool> IncidentStore::logHolds(const QString& hash) const
{
    Digest digest{};
    if (!fromHex(hash.toStdString(), digest))
        return false;
    auto row = m_impl->database.prepare("SELECT 1 FROM hk_log_chain WHERE hash = ?1");
    if (!row)
        return m_impl->failed(row.error());
    const auto found = row->bind(1, std::span<const std::byte>(digest)).step();
    if (!found)
        return m_impl->failed(found.error());
    return *found;
}

Result<LogCheck> IncidentStore::verifyLog() const
{
    auto check = LogChain(m_impl->database).verify();
    if (!check)
        return m_impl->failed(check.error());
    return *check;
}

} // namespace hk::store
