#include "ui/keep/incident_difference.h"

#include "core/incident_draft.h"
#include "text/sentences.h"

#include <QCoreApplication>

namespace hk::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(IncidentDifference)
};

struct Row {
    QString field;
    QString words;
};

QList<Row> rowsOf(const Incident& incident, const CategoryList& categories)
{
    const Category* category = categories.find(incident.category);
    const auto position = QStringLiteral("N %1, E %2").arg(text::number(incident.position.northing, 0),
                                                           text::number(incident.position.easting, 0));
    return {{field::category, category ? QStringLiteral("%1 %2").arg(incident.category, text::nameOf(*category)) : incident.category},
            {field::from, text::span(incident.occurredFrom, incident.occurredTo)},
            {field::position, position},
            {field::precision, text::nameOf(incident.precision)},
            {field::radius, Words::tr("%1 m").arg(text::number(incident.radius, 0))},
            {field::area, incident.area.empty() ? QString()
                                                : Words::tr("%Ln corners", nullptr, static_cast<int>(incident.area.size()))},
            {field::place, incident.placeName},
            {field::surroundings, text::nameOf(incident.surroundings)},
            {field::organisation, incident.organisation},
            {field::sourceType, text::nameOf(incident.sourceType)},
            {field::externalId, incident.externalId},
            {field::severity, QString::number(incident.severity)},
            {field::persons, incident.persons ? QString::number(*incident.persons) : QString()},
            {field::reportedToPolice, text::nameOf(incident.reportedToPolice)},
            {field::description, incident.description},
            {field::status, text::nameOf(incident.status)},
            {field::confidentiality, text::nameOf(incident.confidentiality)},
            {field::disposalDate, incident.disposalDate.toString(Qt::ISODate)}};
}

} // namespace

QList<IncidentDifference> differencesOf(const Incident& left, const Incident& right, const CategoryList& categories)
{
    const QList<Row> one = rowsOf(left, categories);
    const QList<Row> other = rowsOf(right, categories);
    QList<IncidentDifference> differences;
    for (qsizetype i = 0; i < one.size(); ++i) {
        const bool otherRing = one[i].field == field::area && left.area != right.area;
        const bool otherPlace = one[i].field == field::position && left.position != right.position;
        if (one[i].words != other[i].words || otherRing || otherPlace)
            differences.append({text::fieldName(one[i].field), one[i].words, other[i].words});
    }
    return differences;
}

} // namespace hk::ui
