#include "core/incident_draft.h"
#include "core/personal_data.h"
#include "core/ring.h"
#include "core/sweden.h"

#include <algorithm>
#include <cmath>

namespace hk {

namespace {

constexpr int graceSeconds = 5 * 60; // clocks of the desk and of a partner's system differ
constexpr qsizetype longestText = 10'000;
constexpr int mostPersons = 1'000'000;
constexpr double largestRadius = 50'000.0; // metres
constexpr double smallestArea = 1.0;       // square metres
const QDate earliestDate(1900, 1, 1);
const QDate latestDate(2100, 12, 31);

/// Without the spaces around it and without control characters: a NUL ends a text for other programs, and XML holds none.
QString cleaned(const QString& text)
{
    const auto isControl = [](QChar c) {
        return c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t');
    };
    QString result = text;
    if (std::any_of(result.cbegin(), result.cend(), isControl)) {
        result.replace(QLatin1String("\r\n"), QLatin1String("\n"));
        result.replace(QLatin1Char('\r'), QLatin1Char('\n'));
        result.removeIf(isControl);
    }
    return result.trimmed();
}

/// Collects all faults of one draft while it builds the incident.
class Validation {
public:
    Validation(const IncidentDraft& draft, const CategoryList& categories, const QDateTime& now)
        : m_draft(draft)
        , m_categories(categories)
        , m_latest(now.toUTC().addSecs(graceSeconds))
    {}

    ValidationResult run()
    {
        copyPlainFields();
        checkCategory();
        checkTimes();
        checkArea();
        checkPosition();
        checkRadius();
        checkNumbers();
        checkText(field::place, m_draft.placeName);
        checkText(field::organisation, m_draft.organisation);
        checkText(field::externalId, m_draft.externalId);
        checkText(field::description, m_draft.description);
        checkPersonalData(field::place, m_incident.placeName);
        checkPersonalData(field::description, m_incident.description);
        if (!m_faults.empty())
            return tl::unexpected(std::move(m_faults));
        return std::move(m_incident);
    }

private:
    void fault(ErrorCode code, const QString& fieldName, const QStringList& arguments = {})
    {
        m_faults.push_back({code, {{}, -1, fieldName}, arguments, {}});
    }

    void copyPlainFields()
    {
        m_incident.id = m_draft.id.value_or(QUuid());
        m_incident.placeName = cleaned(m_draft.placeName);
        m_incident.surroundings = m_draft.surroundings;
        m_incident.organisation = cleaned(m_draft.organisation);
        m_incident.sourceType = m_draft.sourceType;
        m_incident.externalId = cleaned(m_draft.externalId);
        m_incident.persons = m_draft.persons;
        m_incident.reportedToPolice = m_draft.reportedToPolice;
        m_incident.description = cleaned(m_draft.description);
        m_incident.intervention = m_draft.intervention;
        m_incident.status = m_draft.status;
        m_incident.confidentiality = m_draft.confidentiality;
        m_incident.disposalDate = m_draft.disposalDate;
        m_incident.ambiguousTime = m_draft.ambiguousTime;
    }

    void checkCategory()
    {
        const QString code = m_draft.category.trimmed();
        const Category* category = m_categories.find(code);
        if (code.isEmpty())
            fault(ErrorCode::ValueMissing, field::category);
        else if (!category)
            fault(ErrorCode::UnknownCategory, field::category, {code});
        m_planned = category && category->planned;
        m_incident.category = code;
    }

    void checkTimes()
    {
        m_incident.occurredFrom = m_draft.occurredFrom.toUTC();
        m_incident.occurredTo =
            m_draft.occurredTo.isValid() ? m_draft.occurredTo.toUTC() : m_incident.occurredFrom;
        if (!m_draft.occurredFrom.isValid())
            fault(ErrorCode::ValueMissing, field::from);
        else
            checkInstant(field::from, m_incident.occurredFrom);
        if (!m_draft.occurredTo.isValid())
            return;
        if (m_draft.occurredFrom.isValid() && m_incident.occurredTo < m_incident.occurredFrom)
            fault(ErrorCode::EndsBeforeStart, field::to);
        else
            checkInstant(field::to, m_incident.occurredTo);
    }

    void checkInstant(const QString& fieldName, const QDateTime& utc)
    {
        if (utc.date() < earliestDate || utc.date() > latestDate)
            fault(ErrorCode::ValueOutOfRange, fieldName,
                  {utc.date().toString(Qt::ISODate), earliestDate.toString(Qt::ISODate),
                   latestDate.toString(Qt::ISODate)});
        else if (!m_planned && utc > m_latest)
            fault(ErrorCode::TimeInFuture, fieldName);
    }

    void checkArea()
    {
        SwerefRing ring = m_draft.area;
        if (ring.size() > 1 && ring.front() == ring.back())
            ring.pop_back();
        if (m_draft.area.empty())
            return;
        const auto finite = [](const Sweref99& vertex) {
            return std::isfinite(vertex.easting) && std::isfinite(vertex.northing);
        };
        const auto outside = std::find_if_not(ring.begin(), ring.end(), isInSweden);
        if (!std::all_of(ring.begin(), ring.end(), finite) || ring.size() < 3 ||
            ringArea(ring) < smallestArea)
            fault(ErrorCode::ValueNotUnderstood, field::area, {QString()});
        else if (outside != ring.end())
            faultOutside(field::area, *outside);
        else
            m_incident.area = std::move(ring);
    }

    void checkPosition()
    {
        const bool hasArea = !m_incident.area.empty();
        // A ring says more than a word about precision does.
        m_incident.precision = hasArea ? Precision::Area : m_draft.precision.value_or(Precision::Point);
        if (hasArea && (!m_draft.position || !containsPoint(m_incident.area, *m_draft.position))) {
            m_incident.position = pointInside(m_incident.area);
            return;
        }
        if (!m_draft.position) {
            if (m_draft.area.empty())
                fault(ErrorCode::ValueMissing, field::position);
            return;
        }
        m_incident.position = *m_draft.position;
        if (!std::isfinite(m_draft.position->easting) || !std::isfinite(m_draft.position->northing))
            fault(ErrorCode::ValueNotUnderstood, field::position, {QString()});
        else if (!isInSweden(*m_draft.position))
            faultOutside(field::position, *m_draft.position);
    }

    void faultOutside(const QString& fieldName, const Sweref99& position)
    {
        fault(ErrorCode::OutsideSweden, fieldName,
              {QString::number(position.easting, 'f', 0), QString::number(position.northing, 'f', 0)});
    }

    void checkRadius()
    {
        if (!m_incident.area.empty()) {
            m_incident.radius = radiusAround(m_incident.area, m_incident.position);
            return;
        }
        m_incident.radius = m_draft.radius.value_or(defaultRadius(m_incident.precision));
        if (!(m_incident.radius > 0.0) || m_incident.radius > largestRadius)
            fault(ErrorCode::ValueOutOfRange, field::radius,
                  {QString::number(m_incident.radius), QStringLiteral("1"),
                   QString::number(largestRadius, 'f', 0)});
    }

    void checkNumbers()
    {
        m_incident.severity = m_draft.severity.value_or(1);
        if (m_incident.severity < 1 || m_incident.severity > 3)
            fault(ErrorCode::ValueOutOfRange, field::severity,
                  {QString::number(m_incident.severity), QStringLiteral("1"), QStringLiteral("3")});
        if (m_draft.persons && (*m_draft.persons < 0 || *m_draft.persons > mostPersons))
            fault(ErrorCode::ValueOutOfRange, field::persons,
                  {QString::number(*m_draft.persons), QStringLiteral("0"), QString::number(mostPersons)});
    }

    void checkText(const QString& fieldName, const QString& text)
    {
        if (text.size() > longestText)
            fault(ErrorCode::ValueOutOfRange, fieldName,
                  {QString::number(text.size()), QStringLiteral("0"), QString::number(longestText)});
    }

    void checkPersonalData(const QString& fieldName, const QString& text)
    {
        for (const PersonalDataMatch& match : findPersonalData(text))
            if (severityOf(match.kind) == PersonalDataSeverity::Stop)
                fault(ErrorCode::PersonalData, fieldName, {toName(match.kind), match.text});
    }

    const IncidentDraft& m_draft;
    const CategoryList& m_categories;
    const QDateTime m_latest;
    bool m_planned = false;
    Incident m_incident;
    std::vector<Error> m_faults;
};

} // namespace

IncidentDraft IncidentDraft::fromIncident(const Incident& incident)
{
    IncidentDraft draft;
    draft.id = incident.id;
    draft.category = incident.category;
    draft.occurredFrom = incident.occurredFrom;
    if (incident.occurredTo != incident.occurredFrom)
        draft.occurredTo = incident.occurredTo;
    draft.position = incident.position;
    draft.precision = incident.precision;
    // A default radius is left open, so that it follows when the precision is changed.
    if (incident.area.empty() && incident.radius != defaultRadius(incident.precision))
        draft.radius = incident.radius;
    draft.area = incident.area;
    draft.placeName = incident.placeName;
    draft.surroundings = incident.surroundings;
    draft.organisation = incident.organisation;
    draft.sourceType = incident.sourceType;
    draft.externalId = incident.externalId;
    draft.severity = incident.severity;
    draft.persons = incident.persons;
    draft.reportedToPolice = incident.reportedToPolice;
    draft.description = incident.description;
    draft.intervention = incident.intervention;
    draft.status = incident.status;
    draft.confidentiality = incident.confidentiality;
    draft.disposalDate = incident.disposalDate;
    draft.ambiguousTime = incident.ambiguousTime;
    draft.seenChangedAt = incident.changedAt;
    return draft;
}

ValidationResult validate(const IncidentDraft& draft, const CategoryList& categories, const QDateTime& now)
{
    return Validation(draft, categories, now).run();
}

} // namespace hk
