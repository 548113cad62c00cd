#include "store/log_values.h"

#include "store/geometry_blob.h"
#include "store/incident_row.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace hk::store {
namespace {

std::vector<std::byte> bytesOf(const QJsonValue& hex)
{
    const QByteArray raw = QByteArray::fromHex(hex.toString().toLatin1());
    const auto* begin = reinterpret_cast<const std::byte*>(raw.constData());
    return {begin, begin + raw.size()};
}

template <class Enum>
bool put(Enum& target, const QJsonValue& value, std::optional<Enum> (*fromName)(const QString&))
{
    if (value.isNull()) {
        target = Enum{};
        return true;
    }
    const std::optional<Enum> found = fromName(value.toString());
    target = found.value_or(target);
    return found.has_value();
}

using Setter = bool (*)(Incident&, const QJsonValue&);

const QHash<QString, Setter>& setters()
{
    static const QHash<QString, Setter> table{
        {QStringLiteral("category"),
         [](Incident& i, const QJsonValue& v) {
             i.category = v.toString();
             return !i.category.isEmpty();
         }},
        {QStringLiteral("occurred_from"),
         [](Incident& i, const QJsonValue& v) {
             i.occurredFrom = toDateTime(v.toString().toStdString());
             return i.occurredFrom.isValid();
         }},
        {QStringLiteral("occurred_to"),
         [](Incident& i, const QJsonValue& v) {
             i.occurredTo = toDateTime(v.toString().toStdString());
             return v.isNull() || i.occurredTo.isValid();
         }},
        {QStringLiteral("precision"),
         [](Incident& i, const QJsonValue& v) { return put(i.precision, v, precisionFromName); }},
        {QStringLiteral("radius"),
         [](Incident& i, const QJsonValue& v) {
             i.radius = v.isNull() ? defaultRadius(i.precision) : v.toDouble();
             return i.radius > 0.0;
         }},
        {QStringLiteral("place"),
         [](Incident& i, const QJsonValue& v) {
             i.placeName = v.toString();
             return true;
         }},
        {QStringLiteral("surroundings"),
         [](Incident& i, const QJsonValue& v) { return put(i.surroundings, v, surroundingsFromName); }},
        {QStringLiteral("organisation"),
         [](Incident& i, const QJsonValue& v) {
             i.organisation = v.toString();
             return true;
         }},
        {QStringLiteral("source_type"),
         [](Incident& i, const QJsonValue& v) { return put(i.sourceType, v, sourceTypeFromName); }},
        {QStringLiteral("external_id"),
         [](Incident& i, const QJsonValue& v) {
             i.externalId = v.toString();
             return true;
         }},
        {QStringLiteral("severity"),
         [](Incident& i, const QJsonValue& v) {
             i.severity = v.toInt(1);
             return i.severity >= 1 && i.severity <= 3;
         }},
        {QStringLiteral("persons"),
         [](Incident& i, const QJsonValue& v) {
             i.persons = v.isNull() ? std::nullopt : std::optional(v.toInt());
             return true;
         }},
        {QStringLiteral("reported_to_police"),
         [](Incident& i, const QJsonValue& v) { return put(i.reportedToPolice, v, policeReportFromName); }},
        {QStringLiteral("description"),
         [](Incident& i, const QJsonValue& v) {
             i.description = v.toString();
             return true;
         }},
        {QStringLiteral("intervention"),
         [](Incident& i, const QJsonValue& v) {
             i.intervention = QUuid::fromString(v.toString());
             return true;
         }},
        {QStringLiteral("status"),
         [](Incident& i, const QJsonValue& v) { return put(i.status, v, incidentStatusFromName); }},
        {QStringLiteral("confidentiality"),
         [](Incident& i, const QJsonValue& v) { return put(i.confidentiality, v, confidentialityFromName); }},
        {QStringLiteral("disposal_date"),
         [](Incident& i, const QJsonValue& v) {
             i.disposalDate = QDate::fromString(v.toString(), Qt::ISODate);
             return v.isNull() || i.disposalDate.isValid();
         }},
        {QStringLiteral("ambiguous_time"),
         [](Incident& i, const QJsonValue& v) {
             i.ambiguousTime = v.toInt() != 0;
             return true;
         }},
        {QStringLiteral("geom"),
         [](Incident& i, const QJsonValue& v) {
             const std::optional<Sweref99> position = decodePoint(bytesOf(v));
             i.position = position.value_or(i.position);
             return position.has_value();
         }},
        {QStringLiteral("area"),
         [](Incident& i, const QJsonValue& v) {
             const std::optional<SwerefRing> ring = decodePolygon(bytesOf(v));
             i.area = ring.value_or(SwerefRing());
             return v.isNull() || ring.has_value();
         }},
    };
    return table;
}

} // namespace

std::optional<Incident> withLoggedValues(const Incident& incident, const QString& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject values = document.object();
    Incident made = incident;
    for (auto value = values.begin(); value != values.end(); ++value) {
        const Setter setter = setters().value(value.key());
        if (!setter || !setter(made, value.value()))
            return std::nullopt;
    }
    if (!made.occurredTo.isValid())
        made.occurredTo = made.occurredFrom;
    return made;
}

} // namespace hk::store
