#include "random_work.h"

#include "sqlite/database.h"
#include "store/backups.h"

#include <algorithm>

namespace hk::store::test {

namespace {

constexpr unsigned importedRows = 60;
constexpr std::size_t mostIncidents = 400;

Result<Incident> findByExternalId(const IncidentStore& store, const QString& id)
{
    Result<Incident> found = fail(ErrorCode::NotFound);
    const auto read = store.forEach([&](const Incident& incident) {
        if (incident.externalId != id)
            return true;
        found = incident;
        return false;
    });
    if (!read && read.error().code != ErrorCode::Cancelled)
        return tl::unexpected(read.error());
    return found;
}

template <class T>
Result<void> withoutValue(const Result<T>& result)
{
    return result ? Result<void>() : tl::unexpected(result.error());
}

} // namespace

Content contentOf(const IncidentStore& store)
{
    Content content;
    static_cast<void>(store.forEach([&](const Incident& incident) {
        content[incident.externalId] = incident.description;
        return true;
    }));
    return content;
}

QString RandomWork::anyId()
{
    return std::next(m_content.begin(), static_cast<std::ptrdiff_t>(below(static_cast<unsigned>(m_content.size()))))->first;
}

Incident RandomWork::make()
{
    Incident incident;
    incident.category = QStringLiteral("S1");
    incident.occurredFrom = QDateTime(QDate(2024, 2, 10), QTime(21, 30), Qt::UTC);
    incident.occurredTo = incident.occurredFrom;
    incident.position = {322112.5 + below(1000), 6394286.25 + below(1000)};
    incident.externalId = QStringLiteral("%1-%2").arg(m_seed).arg(m_made++);
    incident.description = QStringLiteral("%1 %2").arg(incident.externalId, QString(static_cast<int>(below(400)), QLatin1Char('d')));
    if (below(4) == 0) {
        incident.precision = Precision::Area;
        incident.area = {{322000.25, 6394200.5}, {322200.0, 6394200.5}, {322200.0, 6394400.75}};
        incident.radius = 200.0;
    }
    return incident;
}

Result<void> RandomWork::step(IncidentStore* store)
{
    const unsigned drawn = below(20);
    if (m_content.size() > mostIncidents)
        return remove(store);
    if (m_content.empty() || drawn < 6)
        return add(store);
    if (drawn < 11)
        return change(store);
    if (drawn < 14)
        return remove(store);
    if (drawn < 16)
        return import(store);
    if (drawn < 17)
        return store ? withoutValue(makeBackup(store->path(), BackupReason::Work, QDateTime::currentDateTimeUtc()))
                     : Result<void>();
    if (drawn < 18)
        return dispose(store);
    return store ? store->logExport({QStringLiteral("partner"), {}, QStringLiteral("ut.csv"), 1}) : Result<void>();
}

Result<void> RandomWork::add(IncidentStore* store)
{
    std::vector<Incident> incidents;
    for (unsigned count = 1 + below(3); count > 0; --count) {
        incidents.push_back(make());
        m_content[incidents.back().externalId] = incidents.back().description;
    }
    return store ? withoutValue(store->insert(incidents)) : Result<void>();
}

Result<void> RandomWork::change(IncidentStore* store)
{
    const QString id = anyId();
    const QString description = QStringLiteral("ändrad %1-%2").arg(m_seed).arg(m_made++);
    m_content[id] = description;
    if (!store)
        return {};
    return findByExternalId(*store, id).and_then([&](Incident incident) {
        incident.description = description;
        return withoutValue(store->update({incident}, {incident.changedAt}));
    });
}

Result<void> RandomWork::remove(IncidentStore* store)
{
    const QString id = anyId();
    m_content.erase(id);
    if (!store)
        return {};
    return findByExternalId(*store, id).and_then([&](const Incident& incident) { return store->remove({incident.id}); });
}

Result<void> RandomWork::import(IncidentStore* store)
{
    std::vector<Incident> rows;
    for (unsigned i = 0; i < importedRows; ++i) {
        rows.push_back(make());
        if (below(3) == 0 && !m_content.empty())
            rows.back().externalId = anyId();
    }
    for (const Incident& row : rows)
        m_content[row.externalId] = row.description;
    if (!store)
        return {};
    auto transaction = store->beginImport();
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const Incident& row : rows)
        if (const auto put = transaction->put(row); !put)
            return tl::unexpected(put.error());
    return transaction->commit();
}

Result<void> RandomWork::dispose(IncidentStore* store)
{
    const QString id = anyId();
    m_content.erase(id);
    if (!store)
        return {};
    return findByExternalId(*store, id).and_then([&](const Incident& incident) {
        return withoutValue(
            store->dispose({{incident.id, incident.category, incident.confidentiality, incident.occurredTo, {}}}));
    });
}

QString faultOf(const QString& path)
{
    {
        OpenOptions options;
        options.clock = {};
        const auto store = IncidentStore::open(path, options);
        if (!store)
            return QStringLiteral("does not open: %1 %2").arg(codeName(store.error().code), store.error().detail);
        const auto info = store->info();
        if (!info || info->indexMended)
            return QStringLiteral("the spatial index was not whole");
        const auto check = store->verifyLog();
        if (!check || !check->sound() || check->pending != 0 || check->outside != 0)
            return QStringLiteral("the chain does not hold");
    }
    const auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::ReadOnly);
    if (!database)
        return QStringLiteral("does not open for reading");
    for (const char* sql : {"PRAGMA integrity_check", "SELECT rtreecheck('rtree_incidents_geom')",
                            "SELECT rtreecheck('rtree_incident_areas_geom')"})
        if (database->queryText(sql).value_or("failed") != "ok")
            return QString::fromLatin1(sql);
    for (const char* table : {"hk_actor", "hk_disposal_gate"})
        if (database->queryInt64("SELECT count(*) FROM " + std::string(table)).value_or(1) != 0)
            return QStringLiteral("%1 is not empty").arg(QLatin1String(table));
    if (database->queryInt64("SELECT count(*) FROM incidents i JOIN hk_deleted d ON d.uuid = i.uuid").value_or(1) != 0)
        return QStringLiteral("an incident is there and deleted");
    const auto backups = listBackups(path);
    if (!backups)
        return QStringLiteral("the backup copies cannot be listed");
    for (const BackupFile& backup : *backups)
        if (const auto copy = IncidentStore::open(backup.path, Access::ReadOnly); !copy || !copy->verifyLog()->sound())
            return QStringLiteral("a backup copy is not whole");
    return {};
}

} // namespace hk::store::test
