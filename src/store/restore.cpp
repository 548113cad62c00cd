// Bringing a file back to one of its copies: by ordinary changes, so that the log goes on and tells of them.

#include "store/incident_row.h"
#include "store/incident_writer.h"
#include "store/store_impl.h"

#include <QHash>
#include <QSet>

namespace hk::store {

namespace {

/// Ids whose values in the log have been replaced by hashes.
sqlite::Result<QSet<QUuid>> disposedIds(const sqlite::Database& database)
{
    auto row = database.prepare("SELECT DISTINCT l.incident FROM hk_log_chain c JOIN hk_log l ON l.number = c.number "
                                "WHERE c.salt IS NULL AND l.incident IS NOT NULL");
    if (!row)
        return tl::unexpected(row.error());
    QSet<QUuid> ids;
    for (;;) {
        const auto found = row->step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return ids;
        ids.insert(QUuid::fromString(toQString(row->text(0))));
    }
}

} // namespace

Result<Comparison> IncidentStore::compareWith(const IncidentStore& copy) const
{
    const auto disposed = disposedIds(m_impl->database);
    if (!disposed)
        return m_impl->failed(disposed.error());
    QHash<QUuid, Incident> then;
    Comparison comparison;
    const auto readThen = copy.forEach([&](const Incident& incident) {
        if (disposed->contains(incident.id))
            ++comparison.disposed;
        else
            then.insert(incident.id, incident);
        return true;
    });
    if (!readThen)
        return tl::unexpected(readThen.error());
    const auto readNow = forEach([&](const Incident& incident) {
        const auto found = then.constFind(incident.id);
        if (found == then.constEnd()) {
            comparison.added.push_back(incident);
            return true;
        }
        if (sameContent(incident, *found))
            ++comparison.unchanged;
        else
            comparison.changed.push_back({incident, *found});
        then.erase(found);
        return true;
    });
    if (!readNow)
        return tl::unexpected(readNow.error());
    comparison.removed.assign(then.begin(), then.end());
    std::sort(comparison.removed.begin(), comparison.removed.end(), [](const Incident& a, const Incident& b) {
        return a.occurredFrom != b.occurredFrom ? a.occurredFrom < b.occurredFrom : a.id < b.id;
    });
    return comparison;
}

Result<Comparison> IncidentStore::restoreFrom(const IncidentStore& copy)
{
    if (auto writable = m_impl->requireWritable(); !writable)
        return tl::unexpected(writable.error());
    const Signature signature = m_impl->signature();
    auto transaction = WriteTransaction::begin(m_impl->database, signature);
    if (!transaction)
        return m_impl->failed(transaction.error());
    auto comparison = compareWith(copy); // within the transaction: nobody changes anything between
    if (!comparison)
        return comparison;
    IncidentWriter writer(m_impl->database);
    {
        auto remove = m_impl->database.cached("DELETE FROM incidents WHERE uuid = ?1");
        if (!remove)
            return m_impl->failed(remove.error());
        for (const Incident& incident : comparison->added)
            if (auto removed = (*remove)->bind(1, std::string_view(uuidText(incident.id))).run(); !removed)
                return m_impl->failed(removed.error());
    }
    for (const Comparison::Change& change : comparison->changed) {
        Incident incident = change.then;
        incident.changedAt = signature.at;
        incident.changedBy = signature.name;
        if (auto updated = writer.update(incident, change.then.area != change.now.area); !updated)
            return m_impl->failed(updated.error());
        transaction->extend(incident.position);
        transaction->extendAreas(incident.area);
    }
    auto apart = m_impl->database.cached("UPDATE hk_reports SET removed_at = ?2 WHERE merged = ?1 AND removed_at IS NULL");
    if (!apart)
        return m_impl->failed(apart.error());
    for (const Incident& incident : comparison->removed) {
        // One that was merged into another is an incident again, no source of that one.
        (*apart)->bind(1, std::string_view(uuidText(incident.id)));
        bindTime(**apart, 2, signature.at);
        if (auto parted = (*apart)->run(); !parted)
            return m_impl->failed(parted.error());
        if (auto inserted = writer.insert(incident); !inserted)
            return m_impl->failed(inserted.error());
        // The file gives a deleted incident the outline back that it had last.
        if (!hasArea(incident))
            if (auto updated = writer.update(incident, true); !updated)
                return m_impl->failed(updated.error());
        transaction->extend(incident.position);
        transaction->extendAreas(incident.area);
    }
    if (auto committed = transaction->commit(); !committed)
        return m_impl->failed(committed.error());
    ++m_impl->changeCount;
    return comparison;
}

} // namespace hk::store
