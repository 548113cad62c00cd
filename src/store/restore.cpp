// Bringing a file back to one of its copies: by ordinary changes, so that the log goes on and tells of them.

#include "store/incident_row.h"
#include "store/incident_writer.h"
#include "store/store_impl.h"

#include <QHash>
#include <QSet>

#include <algorithm>

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

/// One of the two tables of what lies beside the incidents: sources, attachments.
struct RecordTable {
    const char* name;
    const char* columns; ///< in the order of the statement that puts a row in
};
constexpr RecordTable recordTables[] = {
    {"hk_reports", "uuid, incident, organisation, source_type, external_id, received_at, note, merged"},
    {"hk_attachments", "uuid, incident, name, media_type, added_at, added_by, content"}};

/// The incidents of a table's live rows, by row.
sqlite::Result<QHash<QUuid, QUuid>> ownersIn(const sqlite::Database& database, const RecordTable& table)
{
    auto row = database.prepare(std::string("SELECT uuid, incident FROM ") + table.name + " WHERE removed_at IS NULL");
    if (!row)
        return tl::unexpected(row.error());
    QHash<QUuid, QUuid> owners;
    for (;;) {
        const auto found = row->step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return owners;
        owners.insert(QUuid::fromString(toQString(row->text(0))), QUuid::fromString(toQString(row->text(1))));
    }
}

/// Notes which rows would come (back) to their incident of then and which would go. `stay`: the incidents of the copy.
sqlite::Result<void> compareRecords(const sqlite::Database& now, const sqlite::Database& copy, bool attachments,
                                    const QSet<QUuid>& stay, Comparison& comparison)
{
    const auto here = ownersIn(now, recordTables[attachments]);
    if (!here)
        return tl::unexpected(here.error());
    const auto then = ownersIn(copy, recordTables[attachments]);
    if (!then)
        return tl::unexpected(then.error());
    for (auto record = then->constBegin(); record != then->constEnd(); ++record)
        if (stay.contains(*record) && here->value(record.key()) != *record)
            comparison.recordsBack.push_back({attachments, record.key()});
    for (auto record = here->constBegin(); record != here->constEnd(); ++record)
        if (stay.contains(*record) && !then->contains(record.key()))
            comparison.recordsGone.push_back({attachments, record.key()});
    return {};
}

/// Puts a row of the copy in, or back to the incident it was at.
sqlite::Result<void> bringBack(sqlite::Database& now, const sqlite::Database& copy, const RecordTable& table, const QUuid& id)
{
    const std::string columns(table.columns);
    auto then = copy.prepare("SELECT " + columns + " FROM " + table.name + " WHERE uuid = ?1");
    if (!then)
        return tl::unexpected(then.error());
    then->bind(1, std::string_view(uuidText(id)));
    if (auto found = then->step(); !found)
        return tl::unexpected(found.error());
    auto there = now.cached(std::string("UPDATE ") + table.name + " SET removed_at = NULL, incident = ?2 WHERE uuid = ?1");
    if (!there)
        return tl::unexpected(there.error());
    (*there)->bind(1, then->text(0)).bind(2, then->text(1));
    if (auto updated = (*there)->run(); !updated || now.changes() > 0)
        return updated;
    const auto count = static_cast<int>(std::count(columns.begin(), columns.end(), ',')) + 1;
    std::string places = "?1";
    for (int i = 2; i <= count; ++i)
        places += ", ?" + std::to_string(i);
    auto row = now.cached(std::string("INSERT INTO ") + table.name + " (" + columns + ") VALUES (" + places + ")");
    if (!row)
        return tl::unexpected(row.error());
    for (int i = 0; i < count; ++i) {
        if (then->isNull(i))
            (*row)->bindNull(i + 1);
        else if (then->type(i) == sqlite::ValueType::Blob)
            (*row)->bind(i + 1, then->blob(i));
        else
            (*row)->bind(i + 1, then->text(i));
    }
    return (*row)->run();
}

sqlite::Result<void> takeAway(sqlite::Database& now, const RecordTable& table, const QUuid& id, const QDateTime& at)
{
    auto row = now.cached(std::string("UPDATE ") + table.name + " SET removed_at = ?2 WHERE uuid = ?1");
    if (!row)
        return tl::unexpected(row.error());
    (*row)->bind(1, std::string_view(uuidText(id)));
    bindTime(**row, 2, at);
    return (*row)->run();
}

} // namespace

Result<Comparison> IncidentStore::compareWith(const IncidentStore& copy) const
{
    const auto disposed = disposedIds(m_impl->database);
    if (!disposed)
        return m_impl->failed(disposed.error());
    QHash<QUuid, Incident> then;
    QSet<QUuid> stay;
    Comparison comparison;
    const auto readThen = copy.forEach([&](const Incident& incident) {
        if (disposed->contains(incident.id)) {
            ++comparison.disposed;
            return true;
        }
        then.insert(incident.id, incident);
        stay.insert(incident.id);
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
    for (const bool attachments : {false, true})
        if (auto compared =
                compareRecords(m_impl->database, copy.m_impl->database, attachments, stay, comparison);
            !compared)
            return m_impl->failed(compared.error());
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
    for (const Incident& incident : comparison->removed) {
        if (auto inserted = writer.insert(incident); !inserted)
            return m_impl->failed(inserted.error());
        // The file gives a deleted incident the outline back that it had last.
        if (!hasArea(incident))
            if (auto updated = writer.update(incident, true); !updated)
                return m_impl->failed(updated.error());
        transaction->extend(incident.position);
        transaction->extendAreas(incident.area);
    }
    // One that was merged into another is an incident again, no source of that one: its source has come since.
    for (const Comparison::Record& record : comparison->recordsGone)
        if (auto gone = takeAway(m_impl->database, recordTables[record.attachment], record.id, signature.at); !gone)
            return m_impl->failed(gone.error());
    for (const Comparison::Record& record : comparison->recordsBack)
        if (auto back = bringBack(m_impl->database, copy.m_impl->database, recordTables[record.attachment], record.id); !back)
            return m_impl->failed(back.error());
    if (auto committed = transaction->commit(); !committed)
        return m_impl->failed(committed.error());
    ++m_impl->changeCount;
    return comparison;
}

} // namespace hk::store
