#include "store/bulk_insert.h"
#include "store/incident_store.h"
#include "store/incident_writer.h"
#include "store/store_impl.h"

#include <cmath>

namespace hk::store {

struct IncidentStore::Import::Impl {
    IncidentStore::Impl& store;
    Signature signature;
    WriteTransaction transaction;
    IncidentWriter writer;
    BulkInsert bulk;
    std::vector<QUuid> inserted;
    std::optional<Error> broken; ///< the first error of the storage: SQLite may have rolled back by itself

    Result<std::optional<Incident>> existing(const QString& externalId);
    Result<ImportOutcome> insert(Incident incident);
    Result<ImportOutcome> update(Incident incident, const Incident& stored);
    tl::unexpected<Error> failed(const sqlite::Failure& failure);
};

tl::unexpected<Error> IncidentStore::Import::Impl::failed(const sqlite::Failure& failure)
{
    Error error = store.error(failure);
    if (failure.code != sqlite::Code::Constraint || !store.database.inTransaction())
        broken = error;
    return tl::unexpected<Error>(std::move(error));
}

Result<std::optional<Incident>> IncidentStore::Import::Impl::existing(const QString& externalId)
{
    if (broken)
        return tl::unexpected(*broken);
    if (externalId.isEmpty())
        return std::optional<Incident>();
    auto found = writer.findByExternalId(externalId);
    if (!found)
        return failed(found.error());
    return std::move(*found);
}

namespace {

/// What the row would be after the import: its own id, and the intervention, which no import brings. A table without
/// polygons leaves the one that is known, where it tells the same place and reach.
Incident merged(Incident incident, const Incident& stored)
{
    constexpr double same = 0.01; // metres
    incident.id = stored.id;
    if (incident.precision == Precision::Area && incident.area.empty() && !stored.area.empty()
        && std::abs(incident.radius - stored.radius) < same
        && std::abs(incident.position.easting - stored.position.easting) < same
        && std::abs(incident.position.northing - stored.position.northing) < same) {
        incident.area = stored.area;
        incident.radius = stored.radius;
        incident.position = stored.position;
    }
    if (incident.intervention.isNull())
        incident.intervention = stored.intervention;
    return incident;
}

} // namespace

Result<ImportOutcome> IncidentStore::Import::Impl::insert(Incident incident)
{
    store.prepare(incident, signature.at, signature.name);
    incident.createdAt = signature.at;
    incident.createdBy = signature.name;
    const auto row = writer.insert(incident);
    if (!row)
        return failed(row.error());
    bulk.add(*row, incident.position.easting, incident.position.northing);
    transaction.extend(incident.position);
    transaction.extendAreas(incident.area);
    inserted.push_back(incident.id);
    return ImportOutcome::Inserted;
}

Result<ImportOutcome> IncidentStore::Import::Impl::update(Incident incident, const Incident& stored)
{
    incident = merged(std::move(incident), stored);
    store.prepare(incident, signature.at, signature.name);
    if (sameContent(stored, incident))
        return ImportOutcome::Unchanged;
    incident.createdAt = stored.createdAt;
    incident.createdBy = stored.createdBy;
    if (auto logged = bulk.writeLog(); !logged)
        return failed(logged.error());
    if (auto updated = writer.update(incident, incident.area != stored.area); !updated)
        return failed(updated.error());
    transaction.extend(incident.position);
    transaction.extendAreas(incident.area);
    return ImportOutcome::Updated;
}

IncidentStore::Import::Import(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}
IncidentStore::Import::Import(Import&&) noexcept = default;
IncidentStore::Import::~Import() = default;

Result<IncidentStore::Import> IncidentStore::beginImport()
{
    if (auto writable = m_impl->requireWritable(); !writable)
        return tl::unexpected(writable.error());
    Signature signature = m_impl->signature();
    auto transaction = WriteTransaction::begin(m_impl->database, signature);
    if (!transaction)
        return m_impl->failed(transaction.error());
    auto impl = std::unique_ptr<Import::Impl>(new Import::Impl{*m_impl,
                                                               std::move(signature),
                                                               std::move(*transaction),
                                                               IncidentWriter(m_impl->database),
                                                               BulkInsert(m_impl->database),
                                                               {},
                                                               {}});
    if (auto begun = impl->bulk.begin(); !begun)
        return m_impl->failed(begun.error());
    return Import(std::move(impl));
}

Result<ImportOutcome> IncidentStore::Import::put(const Incident& incident)
{
    auto stored = m_impl->existing(incident.externalId);
    if (!stored)
        return tl::unexpected(stored.error());
    return *stored ? m_impl->update(incident, **stored) : m_impl->insert(incident);
}

Result<ImportOutcome> IncidentStore::Import::probe(const Incident& incident) const
{
    auto stored = m_impl->existing(incident.externalId);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return ImportOutcome::Inserted;
    Incident after = merged(incident, **stored);
    m_impl->store.prepare(after, m_impl->signature.at, m_impl->signature.name);
    return sameContent(**stored, after) ? ImportOutcome::Unchanged : ImportOutcome::Updated;
}

Result<void> IncidentStore::Import::commit()
{
    if (m_impl->broken)
        return tl::unexpected(*m_impl->broken);
    if (auto filled = m_impl->bulk.finish(); !filled)
        return m_impl->failed(filled.error());
    if (auto committed = m_impl->transaction.commit(); !committed) {
        auto error = m_impl->failed(committed.error());
        m_impl->broken = error.value();
        return error;
    }
    ++m_impl->store.changeCount;
    m_impl->broken = m_impl->store.error({sqlite::Code::Other, 0, "the import is done"});
    return {};
}

const std::vector<QUuid>& IncidentStore::Import::inserted() const
{
    return m_impl->inserted;
}

} // namespace hk::store
