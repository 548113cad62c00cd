#pragma once

#include "core/incident.h"
#include "sqlite/database.h"
#include "store/incident_row.h"

namespace hk::store {

/// Writes single incidents inside a transaction that somebody else began. A failed call leaves nothing of its
/// incident behind in the transaction.
class IncidentWriter {
public:
    explicit IncidentWriter(sqlite::Database& database)
        : m_database(database)
        , m_reader(database)
    {}

    /// Returns the row number.
    sqlite::Result<std::int64_t> insert(const Incident& incident);
    /// The incident of that id must be there.
    sqlite::Result<void> update(const Incident& incident, bool areaChanged);

    sqlite::Result<std::optional<Incident>> findById(const QUuid& id);
    sqlite::Result<std::optional<Incident>> findByExternalId(const QString& externalId);

private:
    sqlite::Result<void> removeArea(const QUuid& id);
    sqlite::Result<void> insertArea(const Incident& incident);
    sqlite::Result<std::optional<Incident>> find(std::string_view sql, std::string_view value);

    sqlite::Database& m_database;
    IncidentReader m_reader;
};

/// The ring as stored: only an incident of precision area has one.
bool hasArea(const Incident& incident);

} // namespace hk::store
