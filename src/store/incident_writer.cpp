#include "store/incident_writer.h"

#include "store/geometry_blob.h"
#include "store/incident_store.h"

namespace hk::store {

namespace {

std::string insertSql()
{
    std::string sql = "INSERT INTO incidents (" + std::string(incidentColumns) + ") VALUES (?1";
    for (int parameter = 2; parameter <= incidentColumnCount; ++parameter)
        sql += ", ?" + std::to_string(parameter);
    return sql + ")";
}

std::string updateSql()
{
    std::string sql = "UPDATE incidents SET (" + std::string(incidentColumns) + ") = (?1";
    for (int parameter = 2; parameter <= incidentColumnCount; ++parameter)
        sql += ", ?" + std::to_string(parameter);
    return sql + ") WHERE uuid = ?25";
}

} // namespace

bool hasArea(const Incident& incident)
{
    return incident.precision == Precision::Area && incident.area.size() >= 3;
}

bool sameContent(const Incident& a, Incident b)
{
    b.createdAt = a.createdAt;
    b.createdBy = a.createdBy;
    b.changedAt = a.changedAt;
    b.changedBy = a.changedBy;
    return a == b;
}

sqlite::Result<void> IncidentWriter::insertArea(const Incident& incident)
{
    auto statement = m_database.cached("INSERT INTO incident_areas (geom, incident) VALUES (?1, ?2)");
    if (!statement)
        return tl::unexpected(statement.error());
    return (*statement)
        ->bind(1, std::span<const std::byte>(encodePolygon(incident.area)))
        .bind(2, std::string_view(uuidText(incident.id)))
        .run();
}

sqlite::Result<void> IncidentWriter::removeArea(const QUuid& id)
{
    auto statement = m_database.cached("DELETE FROM incident_areas WHERE incident = ?1");
    if (!statement)
        return tl::unexpected(statement.error());
    return (*statement)->bind(1, std::string_view(uuidText(id))).run();
}

sqlite::Result<std::int64_t> IncidentWriter::insert(const Incident& incident)
{
    static const std::string sql = insertSql();
    // The outline goes first: then the log has one entry with all of it.
    if (hasArea(incident)) {
        if (auto inserted = insertArea(incident); !inserted)
            return tl::unexpected(inserted.error());
    }
    auto statement = m_database.cached(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    bindIncident(**statement, incident);
    if (auto inserted = (*statement)->run(); !inserted) {
        if (hasArea(incident) && m_database.inTransaction())
            static_cast<void>(removeArea(incident.id));
        return tl::unexpected(inserted.error());
    }
    return m_database.lastInsertRowId();
}

sqlite::Result<void> IncidentWriter::update(const Incident& incident, bool areaChanged)
{
    static const std::string sql = updateSql();
    auto statement = m_database.cached(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    bindIncident(**statement, incident);
    if (auto updated = (*statement)->run(); !updated || !areaChanged)
        return updated;
    if (!hasArea(incident))
        return removeArea(incident.id);
    auto change = m_database.cached("UPDATE incident_areas SET geom = ?1 WHERE incident = ?2");
    if (!change)
        return tl::unexpected(change.error());
    (*change)->bind(1, std::span<const std::byte>(encodePolygon(incident.area)));
    (*change)->bind(2, std::string_view(uuidText(incident.id)));
    if (auto changed = (*change)->run(); !changed)
        return changed;
    return m_database.changes() > 0 ? sqlite::Result<void>() : insertArea(incident);
}

sqlite::Result<std::optional<Incident>> IncidentWriter::find(std::string_view sql, std::string_view value)
{
    auto statement = m_database.cached(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    const auto found = (*statement)->bind(1, value).step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return std::optional<Incident>();
    return m_reader.read(**statement);
}

sqlite::Result<std::optional<Incident>> IncidentWriter::findById(const QUuid& id)
{
    static const std::string sql =
        "SELECT " + std::string(incidentColumns) + " FROM incidents WHERE uuid = ?1";
    return find(sql, uuidText(id));
}

sqlite::Result<std::optional<Incident>> IncidentWriter::findByExternalId(const QString& externalId)
{
    // As in the index, so that it is used.
    static const std::string sql =
        "SELECT " + std::string(incidentColumns) + " FROM incidents WHERE nullif(external_id, '') = ?1";
    return find(sql, externalId.toStdString());
}

} // namespace hk::store
