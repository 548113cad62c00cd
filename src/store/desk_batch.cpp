// Changes of the desk that are made together or not at all.

#include "store/desk_records.h"
#include "store/incident_row.h"
#include "store/incident_writer.h"
#include "store/store_impl.h"

namespace hk::store {
namespace {

/// Runs one statement per id with the id as parameter 1; fails with NotFound where it changes nothing.
class BatchWriter {
public:
    BatchWriter(sqlite::Database& database, const QString& path)
        : m_database(database)
        , m_path(path)
    {}

    Result<void> forEach(const std::vector<QUuid>& ids, std::string_view sql, const QDateTime& at = {})
    {
        for (const QUuid& id : ids)
            if (auto done = one(sql, id, at, {}); !done)
                return done;
        return {};
    }

    Result<void> move(const std::vector<DeskBatch::Move>& moves, std::string_view sql)
    {
        for (const DeskBatch::Move& moved : moves)
            if (auto done = one(sql, moved.record, {}, moved.incident); !done)
                return done;
        return {};
    }

    sqlite::Result<void> insert(const Report& report)
    {
        auto statement = m_database.cached("INSERT INTO hk_reports (uuid, incident, organisation, source_type, external_id, "
                                           "received_at, note, merged) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
        if (!statement)
            return tl::unexpected(statement.error());
        sqlite::Statement& row = **statement;
        row.bind(1, std::string_view(uuidText(report.id)));
        row.bind(2, std::string_view(uuidText(report.incident)));
        bindText(row, 3, report.organisation);
        bindText(row, 4, toName(report.sourceType));
        bindText(row, 5, report.externalId);
        bindTime(row, 6, report.receivedAt);
        bindText(row, 7, report.note);
        bindText(row, 8, report.merged.isNull() ? QString() : QString::fromStdString(uuidText(report.merged)));
        return row.run();
    }

    sqlite::Result<void> insert(const Attachment& attachment, const Signature& signature)
    {
        auto statement = m_database.cached("INSERT INTO hk_attachments (uuid, incident, name, media_type, added_at, added_by, "
                                           "content) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");
        if (!statement)
            return tl::unexpected(statement.error());
        sqlite::Statement& row = **statement;
        row.bind(1, std::string_view(uuidText(attachment.info.id)));
        row.bind(2, std::string_view(uuidText(attachment.info.incident)));
        bindText(row, 3, attachment.info.name);
        bindText(row, 4, attachment.info.mediaType);
        bindTime(row, 5, signature.at);
        bindText(row, 6, signature.name);
        row.bind(7, std::as_bytes(std::span(attachment.content.constData(),
                                            static_cast<std::size_t>(attachment.content.size()))));
        return row.run();
    }

private:
    Result<void> one(std::string_view sql, const QUuid& id, const QDateTime& at, const QUuid& incident)
    {
        auto statement = m_database.cached(sql);
        if (!statement)
            return storeFailure(statement.error(), m_path);
        (*statement)->bind(1, std::string_view(uuidText(id)));
        if (at.isValid())
            bindTime(**statement, 2, at);
        else if (!incident.isNull())
            (*statement)->bind(2, std::string_view(uuidText(incident)));
        if (auto done = (*statement)->run(); !done)
            return storeFailure(done.error(), m_path);
        if (m_database.changes() == 0)
            return fail(ErrorCode::NotFound, ErrorPlace{m_path, -1, {}}, {id.toString(QUuid::WithoutBraces)});
        return {};
    }

    sqlite::Database& m_database;
    QString m_path;
};

std::string restoreIncidentSql()
{
    const std::string columns(incidentColumns);
    return "INSERT INTO incidents (fid, " + columns + ") SELECT fid, " + columns + " FROM hk_deleted WHERE uuid = ?1";
}

} // namespace

Result<std::vector<Incident>> DeskRecords::apply(const DeskBatch& batch)
{
    IncidentStore::Impl& impl = *m_store.m_impl;
    if (auto writable = impl.requireWritable(); !writable)
        return tl::unexpected(writable.error());
    const Signature signature = impl.signature();
    auto transaction = WriteTransaction::begin(impl.database, signature);
    if (!transaction)
        return impl.failed(transaction.error());
    IncidentWriter incidents(impl.database);
    BatchWriter records(impl.database, impl.path);
    std::vector<Incident> stored;

    for (Incident incident : batch.inserts) {
        impl.prepare(incident, signature.at, signature.name);
        incident.createdAt = signature.at;
        incident.createdBy = signature.name;
        if (auto inserted = incidents.insert(incident); !inserted)
            return impl.failed(inserted.error(), stored.size());
        transaction->extend(incident.position);
        transaction->extendAreas(incident.area);
        stored.push_back(std::move(incident));
    }
    static const std::string restoreSql = restoreIncidentSql();
    if (auto restored = records.forEach(batch.restores, restoreSql); !restored)
        return tl::unexpected(restored.error());
    for (const QUuid& id : batch.restores) {
        auto found = incidents.findById(id);
        if (!found)
            return impl.failed(found.error());
        if (*found)
            stored.push_back(std::move(**found));
    }
    for (std::size_t i = 0; i < batch.updates.size(); ++i) {
        Incident incident = batch.updates[i];
        const ErrorPlace place{impl.path, static_cast<qint64>(i) + 1, {}};
        const QString name = incident.id.toString(QUuid::WithoutBraces);
        const auto before = incidents.findById(incident.id);
        if (!before)
            return impl.failed(before.error());
        if (!*before)
            return fail(ErrorCode::NotFound, place, {name});
        const QDateTime expected = i < batch.expectedChangedAt.size() ? batch.expectedChangedAt[i] : QDateTime();
        if (expected.isValid() && (*before)->changedAt != expected)
            return fail(ErrorCode::Conflict, place, {name});
        impl.prepare(incident, signature.at, signature.name);
        if (sameContent(**before, incident)) {
            stored.push_back(**before);
            continue;
        }
        incident.createdAt = (*before)->createdAt;
        incident.createdBy = (*before)->createdBy;
        if (auto updated = incidents.update(incident, incident.area != (*before)->area); !updated)
            return impl.failed(updated.error(), i);
        transaction->extend(incident.position);
        transaction->extendAreas(incident.area);
        stored.push_back(std::move(incident));
    }

    for (const Report& report : batch.newReports)
        if (auto inserted = records.insert(report); !inserted)
            return impl.failed(inserted.error());
    for (const Attachment& attachment : batch.newAttachments)
        if (auto inserted = records.insert(attachment, signature); !inserted)
            return impl.failed(inserted.error());
    const Result<void> rest =
        records
            .forEach(batch.removedReports,
                     "UPDATE hk_reports SET removed_at = ?2 WHERE uuid = ?1 AND removed_at IS NULL", signature.at)
            .and_then([&] {
                return records.forEach(
                    batch.restoredReports,
                    "UPDATE hk_reports SET removed_at = NULL WHERE uuid = ?1 AND removed_at IS NOT NULL");
            })
            .and_then([&] {
                return records.forEach(
                    batch.removedAttachments,
                    "UPDATE hk_attachments SET removed_at = ?2 WHERE uuid = ?1 AND removed_at IS NULL", signature.at);
            })
            .and_then([&] {
                return records.forEach(
                    batch.restoredAttachments,
                    "UPDATE hk_attachments SET removed_at = NULL WHERE uuid = ?1 AND removed_at IS NOT NULL");
            })
            .and_then([&] {
                return records.move(batch.movedReports, "UPDATE hk_reports SET incident = ?2 WHERE uuid = ?1");
            })
            .and_then([&] {
                return records.move(batch.movedAttachments, "UPDATE hk_attachments SET incident = ?2 WHERE uuid = ?1");
            })
            .and_then([&] { return records.forEach(batch.removals, "DELETE FROM incidents WHERE uuid = ?1"); });
    if (!rest)
        return tl::unexpected(rest.error());
    if (auto ended = endWithin(batch.draft); !ended)
        return tl::unexpected(ended.error());
    if (auto committed = transaction->commit(); !committed)
        return impl.failed(committed.error());
    ++impl.changeCount;
    return stored;
}

} // namespace hk::store
