#include "store/incident_store.h"

#include "store/incident_row.h"
#include "store/incident_writer.h"
#include "store/schema.h"
#include "store/store_impl.h"
#include "store/store_opener.h"

#include <utility>

namespace hk::store {

namespace {

ErrorPlace placeOf(const QString& path, std::size_t index)
{
    return {path, static_cast<qint64>(index) + 1, {}};
}

tl::unexpected<Error> notFound(const QString& path, std::size_t index, const QUuid& id)
{
    return fail(ErrorCode::NotFound, placeOf(path, index), {id.toString(QUuid::WithoutBraces)});
}

QString restoreSql()
{
    const QString columns =
        QString::fromUtf8(incidentColumns.data(), static_cast<qsizetype>(incidentColumns.size()));
    return QStringLiteral("INSERT INTO incidents (fid, %1) SELECT fid, %1 FROM hk_deleted WHERE uuid = ?1")
        .arg(columns);
}

} // namespace

IncidentStore::IncidentStore(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}
IncidentStore::IncidentStore(IncidentStore&&) noexcept = default;
IncidentStore& IncidentStore::operator=(IncidentStore&&) noexcept = default;
IncidentStore::~IncidentStore() = default;

Result<IncidentStore> IncidentStore::create(const QString& path, const CreateOptions& options)
{
    return StoreOpener::create(path, options);
}

Result<IncidentStore> IncidentStore::open(const QString& path, Access access)
{
    OpenOptions options;
    options.access = access;
    return StoreOpener::open(path, options);
}

Result<IncidentStore> IncidentStore::open(const QString& path, const OpenOptions& options)
{
    return StoreOpener::open(path, options);
}

QString IncidentStore::path() const
{
    return m_impl->path;
}

bool IncidentStore::isReadOnly() const
{
    return m_impl->readOnly;
}

bool IncidentStore::isReplaced() const
{
    return m_impl->database.hasMoved();
}

const CategoryList& IncidentStore::categories() const
{
    return m_impl->categories;
}

void IncidentStore::setLockWait(std::function<bool(std::chrono::milliseconds)> wait)
{
    m_impl->database.setLockWait(std::move(wait));
}

void IncidentStore::setActor(const Actor& actor)
{
    m_impl->actor = actor;
}

Result<StoreInfo> IncidentStore::info() const
{
    auto row = m_impl->database.prepare(
        "SELECT title, sample, version, (SELECT count(*) FROM incidents), "
        "(SELECT count(*) FROM hk_deleted), (SELECT count(*) FROM hk_log), "
        "(SELECT coalesce(max(number), 0) FROM hk_log) FROM hk_schema");
    if (!row)
        return m_impl->failed(row.error());
    const auto found = row->step();
    if (!found)
        return m_impl->failed(found.error());
    StoreInfo info;
    info.path = m_impl->path;
    info.title = toQString(row->text(0));
    info.sample = row->int64(1) != 0;
    info.schemaVersion = static_cast<int>(row->int64(2));
    info.incidents = row->int64(3);
    info.deleted = row->int64(4);
    info.logEntries = row->int64(5);
    info.lastLogEntry = row->int64(6);
    info.readOnly = m_impl->readOnly;
    info.newerVersion = m_impl->newerVersion;
    info.indexMended = m_impl->indexMended;
    info.schemaBackup = m_impl->schemaBackup;
    info.unreadable = m_impl->unreadable;
    return info;
}

Result<std::vector<Incident>> IncidentStore::insert(std::vector<Incident> incidents)
{
    if (auto writable = m_impl->requireWritable(); !writable)
        return tl::unexpected(writable.error());
    const Signature signature = m_impl->signature();
    auto transaction = WriteTransaction::begin(m_impl->database, signature);
    if (!transaction)
        return m_impl->failed(transaction.error());
    IncidentWriter writer(m_impl->database);
    for (std::size_t i = 0; i < incidents.size(); ++i) {
        Incident& incident = incidents[i];
        m_impl->prepare(incident, signature.at, signature.name);
        incident.createdAt = signature.at;
        incident.createdBy = signature.name;
        if (auto inserted = writer.insert(incident); !inserted)
            return m_impl->failed(inserted.error(), i);
        transaction->extend(incident.position);
        transaction->extendAreas(incident.area);
    }
    if (auto committed = transaction->commit(); !committed)
        return m_impl->failed(committed.error());
    ++m_impl->changeCount;
    return incidents;
}

Result<std::vector<Incident>> IncidentStore::update(std::vector<Incident> incidents,
                                                    const std::vector<QDateTime>& expectedChangedAt)
{
    if (auto writable = m_impl->requireWritable(); !writable)
        return tl::unexpected(writable.error());
    const Signature signature = m_impl->signature();
    auto transaction = WriteTransaction::begin(m_impl->database, signature);
    if (!transaction)
        return m_impl->failed(transaction.error());
    IncidentWriter writer(m_impl->database);
    for (std::size_t i = 0; i < incidents.size(); ++i) {
        Incident& incident = incidents[i];
        const auto stored = writer.findById(incident.id);
        if (!stored)
            return m_impl->failed(stored.error());
        if (!*stored)
            return notFound(m_impl->path, i, incident.id);
        const QDateTime expected = i < expectedChangedAt.size() ? expectedChangedAt[i] : QDateTime();
        if (expected.isValid() && (*stored)->changedAt != expected)
            return fail(ErrorCode::Conflict, placeOf(m_impl->path, i),
                        {incident.id.toString(QUuid::WithoutBraces)});
        m_impl->prepare(incident, signature.at, signature.name);
        if (sameContent(**stored, incident)) {
            incident = **stored;
            continue;
        }
        incident.createdAt = (*stored)->createdAt;
        incident.createdBy = (*stored)->createdBy;
        if (auto updated = writer.update(incident, incident.area != (*stored)->area); !updated)
            return m_impl->failed(updated.error(), i);
        transaction->extend(incident.position);
        transaction->extendAreas(incident.area);
    }
    if (auto committed = transaction->commit(); !committed)
        return m_impl->failed(committed.error());
    ++m_impl->changeCount;
    return incidents;
}

Result<void> IncidentStore::runForEach(const std::vector<QUuid>& ids, std::string_view sql)
{
    if (auto writable = m_impl->requireWritable(); !writable)
        return writable;
    auto transaction = WriteTransaction::begin(m_impl->database, m_impl->signature());
    if (!transaction)
        return m_impl->failed(transaction.error());
    {
        auto statement = m_impl->database.cached(sql);
        if (!statement)
            return m_impl->failed(statement.error());
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (auto done = (*statement)->bind(1, std::string_view(uuidText(ids[i]))).run(); !done)
                return m_impl->failed(done.error(), i);
            if (m_impl->database.changes() == 0)
                return notFound(m_impl->path, i, ids[i]);
        }
    }
    if (auto committed = transaction->commit(); !committed)
        return m_impl->failed(committed.error());
    ++m_impl->changeCount;
    return {};
}

Result<void> IncidentStore::remove(const std::vector<QUuid>& ids)
{
    return runForEach(ids, "DELETE FROM incidents WHERE uuid = ?1");
}

Result<void> IncidentStore::restore(const std::vector<QUuid>& ids)
{
    return runForEach(ids, restoreSql().toStdString());
}

Result<Incident> IncidentStore::find(const QUuid& id) const
{
    auto found = IncidentWriter(m_impl->database).findById(id);
    if (!found)
        return m_impl->failed(found.error());
    if (!*found)
        return fail(ErrorCode::NotFound, ErrorPlace{m_impl->path, -1, {}},
                    {id.toString(QUuid::WithoutBraces)});
    return std::move(**found);
}

Result<void> IncidentStore::forEach(const std::function<bool(const Incident&)>& visit) const
{
    // Rows and outlines are read by two statements: one snapshot for both.
    std::optional<sqlite::Transaction> snapshot;
    if (!m_impl->database.inTransaction()) {
        auto begun = sqlite::Transaction::begin(m_impl->database, sqlite::Transaction::Kind::Read);
        if (!begun)
            return m_impl->failed(begun.error());
        snapshot.emplace(std::move(*begun));
    }
    auto row =
        m_impl->database.prepare("SELECT " + std::string(incidentColumns) + " FROM incidents ORDER BY fid");
    if (!row)
        return m_impl->failed(row.error());
    IncidentReader reader(m_impl->database);
    m_impl->unreadable = 0;
    for (;;) {
        const auto found = row->step();
        if (!found)
            return m_impl->failed(found.error());
        if (!*found)
            return {};
        const auto incident = reader.read(*row);
        if (!incident)
            return m_impl->failed(incident.error());
        if (!*incident)
            ++m_impl->unreadable;
        else if (!visit(**incident))
            return fail(ErrorCode::Cancelled, ErrorPlace{m_impl->path, -1, {}});
    }
}

Result<std::vector<Incident>> IncidentStore::deleted(qint64 limit) const
{
    auto row = m_impl->database.prepare("SELECT " + std::string(incidentColumns) +
                                        ", area FROM hk_deleted ORDER BY id DESC LIMIT ?1");
    if (!row)
        return m_impl->failed(row.error());
    row->bind(1, std::int64_t{limit});
    IncidentReader reader(m_impl->database);
    std::vector<Incident> incidents;
    for (;;) {
        const auto found = row->step();
        if (!found)
            return m_impl->failed(found.error());
        if (!*found)
            return incidents;
        auto incident = reader.read(*row, 0, incidentColumnCount);
        if (!incident)
            return m_impl->failed(incident.error());
        if (*incident)
            incidents.push_back(std::move(**incident));
    }
}

Result<qint64> IncidentStore::changeCounter() const
{
    const auto version = m_impl->database.dataVersion();
    if (!version)
        return m_impl->failed(version.error());
    if (*version != m_impl->seenDataVersion) {
        auto content = m_impl->content();
        if (!content)
            return m_impl->failed(content.error());
        m_impl->seenDataVersion = *version;
        if (std::exchange(m_impl->seenContent, *content) != *content)
            ++m_impl->changeCount;
    }
    return m_impl->changeCount;
}

Result<void> IncidentStore::backupTo(const QString& path) const
{
    return copyToFile(m_impl->database, path);
}

} // namespace hk::store
