#pragma once

#include "core/coordinates.h"

#include <QDateTime>
#include <QString>
#include <QUuid>
#include <cstdint>
#include <optional>

namespace hk {

/// How well the place is known. The radius of Point, Street and Place is 10, 50 and 150 m unless one is given;
/// Area has its own radius or polygon.
enum class Precision : std::uint8_t { Point, Street, Place, Area };
enum class Surroundings : std::uint8_t { Unknown, Indoor, Outdoor };
enum class SourceType : std::uint8_t { Desk, Import, Partner, Citizen };
enum class PoliceReport : std::uint8_t { Unknown, Yes, No };
enum class IncidentStatus : std::uint8_t { New, InProgress, Closed };
enum class Confidentiality : std::uint8_t { Internal, Partner, Public };

/// Default radius of a precision in metres (Area: 500 m where neither radius nor polygon is known).
double defaultRadius(Precision precision);

/// One validated incident, as stored. Times are UTC; an exact time has occurredTo == occurredFrom; otherwise the span is
/// half-open [occurredFrom, occurredTo). The position of an area incident is a point inside the area.
struct Incident {
    QUuid id;
    QString category; ///< code of a Category
    QDateTime occurredFrom;
    QDateTime occurredTo;
    Sweref99 position;
    Precision precision = Precision::Point;
    double radius = 10.0; ///< metres
    SwerefRing area;      ///< outer ring for Precision::Area with a polygon, else empty
    QString placeName;
    Surroundings surroundings = Surroundings::Unknown;
    QString organisation; ///< name of the organisation that reported it
    SourceType sourceType = SourceType::Desk;
    QString externalId;   ///< for repeatable import; unique per file where not empty
    int severity = 1;     ///< 1–3
    std::optional<int> persons;
    PoliceReport reportedToPolice = PoliceReport::Unknown;
    QString description;  ///< no personal data
    QUuid intervention;   ///< linked intervention, null where none
    IncidentStatus status = IncidentStatus::New;
    Confidentiality confidentiality = Confidentiality::Internal;
    QDate disposalDate;   ///< gallring, null where none
    bool ambiguousTime = false; ///< a local time of the doubled hour of October, taken as the first
    QDateTime createdAt;
    QString createdBy;
    QDateTime changedAt;
    QString changedBy;
    friend bool operator==(const Incident&, const Incident&) = default;
};

// Stable names for files: "point", "street", "place", "area"; "unknown", "indoor", "outdoor"; and so on.
// The from… functions return nothing for a word they do not know.
QString toName(Precision value);
QString toName(Surroundings value);
QString toName(SourceType value);
QString toName(PoliceReport value);
QString toName(IncidentStatus value);
QString toName(Confidentiality value);
std::optional<Precision> precisionFromName(const QString& name);
std::optional<Surroundings> surroundingsFromName(const QString& name);
std::optional<SourceType> sourceTypeFromName(const QString& name);
std::optional<PoliceReport> policeReportFromName(const QString& name);
std::optional<IncidentStatus> incidentStatusFromName(const QString& name);
std::optional<Confidentiality> confidentialityFromName(const QString& name);

} // namespace hk
