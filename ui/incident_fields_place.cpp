// The place of the incident: as it is given, and what follows from how.

#include "core/ring.h"
#include "core/time_phrase.h"
#include "map/place_search.h"
#include "ui/category_edit.h"
#include "ui/form_field.h"
#include "ui/incident_fields.h"
#include "ui/place_input.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace hk::ui {

double IncidentFields::radiusShown() const
{
    return precisionShown() == Precision::Area ? m_radius->value() : defaultRadius(precisionShown());
}

void IncidentFields::placeTouched()
{
    const std::optional<ChosenPlace>& place = m_place->place();
    if (place && sender() == m_place)
        takeChosenPlace(*place);
    m_fields[field::place]->setFault({});
    m_fields[field::place]->setHint(!place           ? tr("Type and press Enter, or click on the map")
                                    : m_area.empty() ? positionText(place->position)
                                                     : tr("Drawn area around %1").arg(positionText(place->position)));
    m_fields[field::radius]->setVisible(precisionShown() == Precision::Area);
    tellPlace();
}

void IncidentFields::tellPlace()
{
    const std::optional<ChosenPlace> place = chosenPlace();
    Q_EMIT placeShown(place ? std::optional(place->position) : std::nullopt, radiusShown(), place ? place->area : SwerefRing());
}

/// Precision, radius and outline follow from how the place was given.
void IncidentFields::takeChosenPlace(const ChosenPlace& place)
{
    m_precision->setCurrentIndex(m_precision->findData(static_cast<int>(place.precision)));
    m_area = place.area;
    if (place.radius > 0.0)
        m_radius->setValue(qRound(place.radius));
}

void IncidentFields::setPickedPlace(const Sweref99& position)
{
    // A proposal only: words that somebody has typed stay.
    const bool typed = m_place->hasTypedWords();
    const QString typedWords = m_place->text();
    const QString name = placeProposal(m_places, position);
    setPlace(ChosenPlace{position, Precision::Point, 0.0, {}}, name.isEmpty() ? positionText(position) : name);
    if (typed)
        m_place->keepWords(typedWords);
    // The house number is for whoever looks at the map; it is not put among what is stored.
    const QString address = m_places.nearestAddress(position).address;
    if (!address.isEmpty())
        m_fields[field::place]->setHint(tr("%1, nearest address %2").arg(positionText(position), address));
    m_category->setFocus(Qt::OtherFocusReason);
}

void IncidentFields::setPlace(const ChosenPlace& place, const QString& words)
{
    m_place->setPlace(place, words);
    takeChosenPlace(place);
    placeTouched();
    Q_EMIT edited();
}

void IncidentFields::setDrawnArea(const SwerefRing& ring)
{
    if (ring.size() < 3)
        return;
    const bool typed = m_place->hasTypedWords();
    const QString typedWords = m_place->text();
    const Sweref99 inside = pointInside(ring);
    const QString name = placeProposal(m_places, inside);
    setPlace(ChosenPlace{inside, Precision::Area, radiusAround(ring, inside), ring},
             name.isEmpty() ? positionText(inside) : name);
    if (typed)
        m_place->keepWords(typedWords);
    m_category->setFocus(Qt::OtherFocusReason);
}

void IncidentFields::setLastPlace(const ChosenPlace& place, const QString& words)
{
    m_place->setLast(place, words);
    m_samePlace->setEnabled(true);
    m_samePlace->setToolTip(words);
}

void IncidentFields::useLastPlace()
{
    if (m_place->takeLast())
        m_category->setFocus(Qt::OtherFocusReason);
}

std::optional<ChosenPlace> IncidentFields::chosenPlace() const
{
    if (!m_place->place())
        return std::nullopt;
    const bool area = precisionShown() == Precision::Area;
    return ChosenPlace{m_place->place()->position, precisionShown(), area ? radiusShown() : 0.0,
                       area ? m_area : SwerefRing()};
}

std::optional<Incident> IncidentFields::probe(const QDateTime& now) const
{
    if (!m_place->place() || m_category->code().isEmpty())
        return std::nullopt;
    Incident probe;
    probe.id = m_base.id.value_or(QUuid());
    probe.category = m_category->code();
    probe.position = m_place->place()->position;
    probe.organisation = organisation();
    probe.externalId = m_externalId->text().trimmed();
    probe.occurredFrom = probe.occurredTo = now;
    if (!m_when->text().trimmed().isEmpty()) {
        const Result<TimePhrase> phrase = readTimePhrase(m_when->text(), now);
        if (!phrase)
            return std::nullopt;
        probe.occurredFrom = phrase->from;
        probe.occurredTo = phrase->to;
    }
    return probe;
}

} // namespace hk::ui
