#pragma once

#include "core/incident.h"
#include "sqlite/database.h"

#include <QHash>

namespace hk::store {

/// The columns of an incident in the order in which bindIncident binds them (parameters 1 to 25) and
/// IncidentReader reads them. They are the same in the tables incidents and hk_deleted.
inline constexpr std::string_view incidentColumns =
    "geom, category, occurred_from, occurred_to, precision, radius, place, surroundings, organisation, "
    "source_type, "
    "external_id, severity, persons, reported_to_police, description, intervention, status, confidentiality, "
    "disposal_date, ambiguous_time, created_at, created_by, changed_at, changed_by, uuid";
inline constexpr int incidentColumnCount = 25;

/// Binds all columns but the area; empty texts become NULL.
void bindIncident(sqlite::Statement& statement, const Incident& incident);
void bindText(sqlite::Statement& statement, int parameter, const QString& text);
void bindTime(sqlite::Statement& statement, int parameter, const QDateTime& time);
std::string uuidText(const QUuid& id);

QString toQString(std::string_view text);
QDateTime toDateTime(std::string_view text);

/// Makes incidents of rows. Keeps recently seen texts, so that 100 000 rows of one category share one string.
/// One instance per thread; the database must outlive it.
class IncidentReader {
public:
    explicit IncidentReader(const sqlite::Database& database)
        : m_database(database)
    {}

    /// Reads the columns from `first` on; the outline from `areaColumn`, or from incident_areas where that is
    /// negative. Nothing for a row that another program has made unreadable: no finite position, no time, no
    /// id.
    sqlite::Result<std::optional<Incident>> read(const sqlite::Statement& row, int first = 0,
                                                 int areaColumn = -1);

private:
    const QString& shared(std::string_view text);
    sqlite::Result<SwerefRing> areaOf(std::string_view uuid);

    const sqlite::Database& m_database;
    QHash<QByteArray, QString> m_texts;
};

} // namespace hk::store
