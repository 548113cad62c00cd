#pragma once

#include "core/category.h"
#include "core/incident.h"
#include "core/result.h"

#include <vector>

namespace hk {

/// What the desk form or an import has, before it is known to be right. Every field may be empty.
struct IncidentDraft {
    std::optional<QUuid> id; ///< set when an existing incident is changed
    QString category;
    QDateTime occurredFrom;  ///< any time spec; made UTC by validate
    QDateTime occurredTo;    ///< null: an exact time
    std::optional<Sweref99> position;
    std::optional<Precision> precision;
    std::optional<double> radius;
    SwerefRing area;
    QString placeName;
    Surroundings surroundings = Surroundings::Unknown;
    QString organisation;
    SourceType sourceType = SourceType::Desk;
    QString externalId;
    std::optional<int> severity;
    std::optional<int> persons;
    PoliceReport reportedToPolice = PoliceReport::Unknown;
    QString description;
    QUuid intervention;
    IncidentStatus status = IncidentStatus::New;
    Confidentiality confidentiality = Confidentiality::Internal;
    QDate disposalDate;
    bool ambiguousTime = false;
    QDateTime seenChangedAt = {}; ///< of an existing incident: its last change when the draft was made; null: not asked

    /// The draft that validates to the same incident. A radius that is its precision's default is left open, so that it
    /// follows when the precision is changed.
    static IncidentDraft fromIncident(const Incident& incident);
};

/// Field names, as used in Error::place.field, in import mappings and in files.
namespace field {
inline const QString category = QStringLiteral("category");
inline const QString from = QStringLiteral("from");
inline const QString to = QStringLiteral("to");
inline const QString position = QStringLiteral("position");
inline const QString precision = QStringLiteral("precision");
inline const QString radius = QStringLiteral("radius");
inline const QString area = QStringLiteral("area");
inline const QString place = QStringLiteral("place");
inline const QString surroundings = QStringLiteral("surroundings");
inline const QString organisation = QStringLiteral("organisation");
inline const QString sourceType = QStringLiteral("source_type");
inline const QString externalId = QStringLiteral("external_id");
inline const QString severity = QStringLiteral("severity");
inline const QString persons = QStringLiteral("persons");
inline const QString reportedToPolice = QStringLiteral("reported_to_police");
inline const QString description = QStringLiteral("description");
inline const QString status = QStringLiteral("status");
inline const QString confidentiality = QStringLiteral("confidentiality");
inline const QString disposalDate = QStringLiteral("disposal_date");
inline const QString longitude = QStringLiteral("lon");
inline const QString latitude = QStringLiteral("lat");
inline const QString easting = QStringLiteral("easting");
inline const QString northing = QStringLiteral("northing");
} // namespace field

/// Either a valid incident (id, created… and changed… left for the store) or all faults at once, each with its field.
using ValidationResult = tl::expected<Incident, std::vector<Error>>;

/// Checks the draft as a whole against the rules of domain: required fields, coordinates inside Sweden, "to" before
/// "from", times after `now` (five minutes of grace; planned categories may lie ahead), unknown category, ranges, personal data
/// in place name and description (one fault per match; what is a question only is none). Defaults: severity 1; precision Point; the precision's radius.
/// With an area ring the precision becomes Area, the radius that of the ring's circle around the position, and a position
/// that is missing or outside the ring a point inside it. Texts lose the spaces around them and their control
/// characters but line feeds and tabs. Thread-safe.
ValidationResult validate(const IncidentDraft& draft, const CategoryList& categories, const QDateTime& now);

} // namespace hk
