#include "ui/form_memory.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace hk::ui {
namespace {

const QString whenKey = QStringLiteral("when");
const QString keptKey = QStringLiteral("kept");
const QString idKey = QStringLiteral("id");
const QString interventionKey = QStringLiteral("intervention");

QJsonArray toJson(const Sweref99& position)
{
    return {position.easting, position.northing};
}

std::optional<Sweref99> positionFrom(const QJsonValue& value)
{
    const QJsonArray pair = value.toArray();
    if (pair.size() != 2)
        return std::nullopt;
    return Sweref99{pair.at(0).toDouble(), pair.at(1).toDouble()};
}

template <class Enum>
Enum valueFrom(const QJsonObject& object, const QString& key, std::optional<Enum> (*fromName)(const QString&))
{
    return fromName(object.value(key).toString()).value_or(Enum{});
}

} // namespace

QByteArray formToJson(const IncidentFields::Typed& typed)
{
    const IncidentDraft& draft = typed.draft;
    QJsonObject object{{field::category, typed.category},
                       {whenKey, typed.when},
                       {field::place, draft.placeName},
                       {field::surroundings, toName(draft.surroundings)},
                       {field::organisation, draft.organisation},
                       {field::sourceType, toName(draft.sourceType)},
                       {field::externalId, draft.externalId},
                       {field::reportedToPolice, toName(draft.reportedToPolice)},
                       {field::description, draft.description},
                       {field::status, toName(draft.status)},
                       {field::confidentiality, toName(draft.confidentiality)}};
    if (draft.id)
        object.insert(idKey, draft.id->toString(QUuid::WithoutBraces));
    if (draft.position)
        object.insert(field::position, toJson(*draft.position));
    if (draft.precision)
        object.insert(field::precision, toName(*draft.precision));
    if (draft.radius)
        object.insert(field::radius, *draft.radius);
    if (draft.severity)
        object.insert(field::severity, *draft.severity);
    if (draft.persons)
        object.insert(field::persons, *draft.persons);
    if (!draft.intervention.isNull())
        object.insert(interventionKey, draft.intervention.toString(QUuid::WithoutBraces));
    if (draft.disposalDate.isValid())
        object.insert(field::disposalDate, draft.disposalDate.toString(Qt::ISODate));
    if (!draft.area.empty()) {
        QJsonArray ring;
        for (const Sweref99& vertex : draft.area)
            ring.append(toJson(vertex));
        object.insert(field::area, ring);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<IncidentFields::Typed> formFromJson(const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject object = document.object();
    const auto text = [&object](const QString& key) { return object.value(key).toString(); };
    IncidentFields::Typed typed;
    typed.category = text(field::category);
    typed.when = text(whenKey);
    IncidentDraft& draft = typed.draft;
    draft.category = typed.category;
    if (const QUuid id = QUuid::fromString(text(idKey)); !id.isNull())
        draft.id = id;
    draft.position = positionFrom(object.value(field::position));
    draft.precision = precisionFromName(text(field::precision));
    if (object.contains(field::radius))
        draft.radius = object.value(field::radius).toDouble();
    for (const QJsonValue& vertex : object.value(field::area).toArray())
        if (const std::optional<Sweref99> position = positionFrom(vertex))
            draft.area.push_back(*position);
    draft.placeName = text(field::place);
    draft.surroundings = valueFrom(object, field::surroundings, surroundingsFromName);
    draft.organisation = text(field::organisation);
    draft.sourceType = valueFrom(object, field::sourceType, sourceTypeFromName);
    draft.externalId = text(field::externalId);
    if (object.contains(field::severity))
        draft.severity = object.value(field::severity).toInt(1);
    if (object.contains(field::persons))
        draft.persons = object.value(field::persons).toInt();
    draft.reportedToPolice = valueFrom(object, field::reportedToPolice, policeReportFromName);
    draft.description = text(field::description);
    draft.intervention = QUuid::fromString(text(interventionKey));
    draft.status = valueFrom(object, field::status, incidentStatusFromName);
    draft.confidentiality = valueFrom(object, field::confidentiality, confidentialityFromName);
    draft.disposalDate = QDate::fromString(text(field::disposalDate), Qt::ISODate);
    return typed;
}

QByteArray withKept(const QByteArray& form, const QByteArray& kept)
{
    QJsonObject object = QJsonDocument::fromJson(form).object();
    object.insert(keptKey, QJsonDocument::fromJson(kept).object());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray keptOf(const QByteArray& form)
{
    const QJsonValue kept = QJsonDocument::fromJson(form).object().value(keptKey);
    return kept.isObject() ? QJsonDocument(kept.toObject()).toJson(QJsonDocument::Compact) : QByteArray();
}

} // namespace hk::ui
