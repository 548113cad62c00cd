#include "store/desk_records.h"

#include "store/incident_row.h"
#include "store/store_impl.h"

namespace hk::store {
namespace {

sqlite::Result<std::vector<FormDraft>> readDrafts(sqlite::Statement& row)
{
    std::vector<FormDraft> drafts;
    for (;;) {
        const auto found = row.step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return drafts;
        drafts.push_back({QUuid::fromString(toQString(row.text(0))), toQString(row.text(1)), toDateTime(row.text(2)),
                          toDateTime(row.text(3)), toQString(row.text(4)).toUtf8()});
    }
}

AttachmentInfo readInfo(const sqlite::Statement& row)
{
    AttachmentInfo info;
    info.id = QUuid::fromString(toQString(row.text(0)));
    info.incident = QUuid::fromString(toQString(row.text(1)));
    info.name = toQString(row.text(2));
    info.mediaType = toQString(row.text(3));
    info.addedAt = toDateTime(row.text(4));
    info.addedBy = toQString(row.text(5));
    info.size = row.int64(6);
    return info;
}

constexpr std::string_view infoColumns = "uuid, incident, name, media_type, added_at, added_by, length(content)";

} // namespace

DeskRecords::DeskRecords(const IncidentStore& store)
    : m_store(store)
{}

Result<QHash<QUuid, std::vector<Report>>> DeskRecords::reports() const
{
    const IncidentStore::Impl& impl = *m_store.m_impl;
    auto row = impl.database.prepare("SELECT uuid, incident, organisation, source_type, external_id, received_at, note, merged "
                                     "FROM hk_reports WHERE removed_at IS NULL ORDER BY fid");
    if (!row)
        return impl.failed(row.error());
    QHash<QUuid, std::vector<Report>> reports;
    for (;;) {
        const auto found = row->step();
        if (!found)
            return impl.failed(found.error());
        if (!*found)
            return reports;
        Report report;
        report.id = QUuid::fromString(toQString(row->text(0)));
        report.incident = QUuid::fromString(toQString(row->text(1)));
        report.organisation = toQString(row->text(2));
        report.sourceType = sourceTypeFromName(toQString(row->text(3))).value_or(SourceType::Desk);
        report.externalId = toQString(row->text(4));
        report.receivedAt = toDateTime(row->text(5));
        report.note = toQString(row->text(6));
        report.merged = QUuid::fromString(toQString(row->text(7)));
        reports[report.incident].push_back(std::move(report));
    }
}

Result<std::vector<AttachmentInfo>> DeskRecords::attachments(const QUuid& incident) const
{
    const IncidentStore::Impl& impl = *m_store.m_impl;
    auto row = impl.database.prepare("SELECT " + std::string(infoColumns) +
                                     " FROM hk_attachments WHERE incident = ?1 AND removed_at IS NULL ORDER BY fid");
    if (!row)
        return impl.failed(row.error());
    row->bind(1, std::string_view(uuidText(incident)));
    std::vector<AttachmentInfo> found;
    for (;;) {
        const auto any = row->step();
        if (!any)
            return impl.failed(any.error());
        if (!*any)
            return found;
        found.push_back(readInfo(*row));
    }
}

Result<QHash<QUuid, int>> DeskRecords::attachmentCounts() const
{
    const IncidentStore::Impl& impl = *m_store.m_impl;
    auto row = impl.database.prepare(
        "SELECT incident, count(*) FROM hk_attachments WHERE removed_at IS NULL GROUP BY incident");
    if (!row)
        return impl.failed(row.error());
    QHash<QUuid, int> counts;
    for (;;) {
        const auto any = row->step();
        if (!any)
            return impl.failed(any.error());
        if (!*any)
            return counts;
        counts.insert(QUuid::fromString(toQString(row->text(0))), static_cast<int>(row->int64(1)));
    }
}

Result<Attachment> DeskRecords::attachment(const QUuid& id) const
{
    const IncidentStore::Impl& impl = *m_store.m_impl;
    auto row = impl.database.prepare("SELECT " + std::string(infoColumns) +
                                     ", content FROM hk_attachments WHERE uuid = ?1 AND removed_at IS NULL");
    if (!row)
        return impl.failed(row.error());
    row->bind(1, std::string_view(uuidText(id)));
    const auto any = row->step();
    if (!any)
        return impl.failed(any.error());
    if (!*any)
        return fail(ErrorCode::NotFound, ErrorPlace{impl.path, -1, {}}, {id.toString(QUuid::WithoutBraces)});
    const std::span<const std::byte> blob = row->blob(7);
    return Attachment{readInfo(*row), QByteArray(reinterpret_cast<const char*>(blob.data()),
                                                 static_cast<qsizetype>(blob.size()))};
}

Result<void> DeskRecords::runOne(std::string_view sql, const std::vector<QString>& texts)
{
    IncidentStore::Impl& impl = *m_store.m_impl;
    if (auto writable = impl.requireWritable(); !writable)
        return writable;
    auto statement = impl.database.cached(sql);
    if (!statement)
        return impl.failed(statement.error());
    for (std::size_t i = 0; i < texts.size(); ++i)
        (*statement)->bind(static_cast<int>(i) + 1, std::string_view(texts[i].toStdString()));
    if (auto done = (*statement)->run(); !done)
        return impl.failed(done.error());
    return {};
}

Result<int> DeskRecords::purgeRemoved(const QDateTime& before)
{
    IncidentStore::Impl& impl = *m_store.m_impl;
    if (auto writable = impl.requireWritable(); !writable)
        return tl::unexpected(writable.error());
    int purged = 0;
    for (const std::string_view sql : {std::string_view("DELETE FROM hk_reports WHERE removed_at < ?1"),
                                       std::string_view("DELETE FROM hk_attachments WHERE removed_at < ?1")}) {
        auto statement = impl.database.cached(sql);
        if (!statement)
            return impl.failed(statement.error());
        bindTime(**statement, 1, before);
        if (auto done = (*statement)->run(); !done)
            return impl.failed(done.error());
        purged += static_cast<int>(impl.database.changes());
    }
    return purged;
}

Result<std::vector<FormDraft>> DeskRecords::drafts(const QString& profile) const
{
    const IncidentStore::Impl& impl = *m_store.m_impl;
    auto row = impl.database.prepare(
        "SELECT id, profile, started_at, changed_at, content FROM hk_drafts WHERE profile = ?1 ORDER BY changed_at DESC");
    if (!row)
        return impl.failed(row.error());
    bindText(*row, 1, profile);
    auto drafts = readDrafts(*row);
    if (!drafts)
        return impl.failed(drafts.error());
    return std::move(*drafts);
}

Result<void> DeskRecords::saveDraft(const FormDraft& draft)
{
    IncidentStore::Impl& impl = *m_store.m_impl;
    if (auto writable = impl.requireWritable(); !writable)
        return writable;
    auto statement = impl.database.cached(
        "INSERT INTO hk_drafts (id, profile, started_at, changed_at, content) VALUES (?1, ?2, ?3, ?4, ?5) "
        "ON CONFLICT (id) DO UPDATE SET profile = ?2, started_at = ?3, changed_at = ?4, content = ?5");
    if (!statement)
        return impl.failed(statement.error());
    (*statement)->bind(1, std::string_view(uuidText(draft.id)));
    (*statement)->bind(2, std::string_view(draft.profile.toStdString()));
    bindTime(**statement, 3, draft.startedAt);
    bindTime(**statement, 4, draft.changedAt);
    (*statement)->bind(5, std::string_view(draft.content.constData(), static_cast<std::size_t>(draft.content.size())));
    if (auto saved = (*statement)->run(); !saved)
        return impl.failed(saved.error());
    return {};
}

Result<void> DeskRecords::removeDraft(const QUuid& id)
{
    return runOne("DELETE FROM hk_drafts WHERE id = ?1", {QString::fromStdString(uuidText(id))});
}

Result<void> DeskRecords::endWithin(const DraftEnd& draft)
{
    for (const QUuid& id : draft.gone)
        if (auto gone = removeDraft(id); !gone)
            return gone;
    return draft.left ? saveDraft(*draft.left) : Result<void>();
}

Result<void> DeskRecords::end(const DraftEnd& draft)
{
    IncidentStore::Impl& impl = *m_store.m_impl;
    if (auto writable = impl.requireWritable(); !writable)
        return writable;
    auto transaction = sqlite::Transaction::begin(impl.database);
    if (!transaction)
        return impl.failed(transaction.error());
    if (auto ended = endWithin(draft); !ended)
        return ended;
    if (auto committed = transaction->commit(); !committed)
        return impl.failed(committed.error());
    return {};
}

Result<std::vector<FormTemplate>> DeskRecords::templates() const
{
    const IncidentStore::Impl& impl = *m_store.m_impl;
    auto row = impl.database.prepare("SELECT name, content FROM hk_templates ORDER BY name");
    if (!row)
        return impl.failed(row.error());
    std::vector<FormTemplate> found;
    for (;;) {
        const auto any = row->step();
        if (!any)
            return impl.failed(any.error());
        if (!*any)
            return found;
        found.push_back({toQString(row->text(0)), toQString(row->text(1)).toUtf8()});
    }
}

Result<void> DeskRecords::saveTemplate(const FormTemplate& made)
{
    return runOne("INSERT INTO hk_templates (name, content) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET content = ?2",
                  {made.name, QString::fromUtf8(made.content)});
}

Result<void> DeskRecords::removeTemplate(const QString& name)
{
    return runOne("DELETE FROM hk_templates WHERE name = ?1", {name});
}

} // namespace hk::store
