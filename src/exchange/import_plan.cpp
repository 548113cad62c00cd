#include "exchange/import_plan.h"

#include <QCryptographicHash>

namespace hk::exchange {
namespace {

const QString columnsKey = QStringLiteral("columns");
const QString valuesKey = QStringLiteral("values");
const QString defaultsKey = QStringLiteral("defaults");
const QString crsKey = QStringLiteral("crs");
const QString layerKey = QStringLiteral("layer");
const QString encodingKey = QStringLiteral("encoding");
const QString separatorKey = QStringLiteral("separator");
const QString decimalKey = QStringLiteral("decimal");
const QString datesKey = QStringLiteral("dates");
const QString zoneKey = QStringLiteral("time_zone");
const QString placesKey = QStringLiteral("places_by_name");
const QString digestsKey = QStringLiteral("keep_digests");

template <class Map>
QJsonObject objectOf(const Map& map)
{
    QJsonObject object;
    for (auto it = map.constBegin(); it != map.constEnd(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

template <class Map>
Map mapOf(const QJsonObject& object)
{
    Map map;
    for (auto it = object.constBegin(); it != object.constEnd(); ++it)
        map.insert(it.key(), it.value().toString());
    return map;
}

QString textOf(char mark) { return mark == '\0' ? QString() : QString(QLatin1Char(mark)); }

char markOf(const QJsonValue& value)
{
    const QString text = value.toString();
    return text.size() == 1 ? text.front().toLatin1() : '\0';
}

} // namespace

QString shapeOf(const QStringList& columns)
{
    static const QStringList added{QStringLiteral("row"), QStringLiteral("field"), QStringLiteral("code"),
                                   QStringLiteral("reason")};
    QStringList sorted = columns.mid(0, added.size()) == added ? columns.mid(added.size()) : columns;
    sorted.sort();
    const QByteArray names = sorted.join(QChar(0x1f)).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(names, QCryptographicHash::Sha1).toHex().left(16));
}

TableForm fittingForm(const std::optional<TableForm>& told, const TableForm& chosen)
{
    TableForm form = told.value_or(TableForm());
    form.decimal = chosen.decimal;
    if (chosen.encoding && form.encoding && *form.encoding != TextEncoding::Utf8)
        form.encoding = chosen.encoding;
    return form;
}

QJsonObject toJson(const ImportMapping& mapping)
{
    QJsonObject values;
    for (auto it = mapping.values.constBegin(); it != mapping.values.constEnd(); ++it)
        values.insert(it.key(), objectOf(it.value()));
    return {{columnsKey, objectOf(mapping.columns)},
            {valuesKey, values},
            {defaultsKey, objectOf(mapping.defaults)},
            {crsKey, mapping.crs},
            {layerKey, mapping.layer},
            {encodingKey, mapping.table.encoding ? toName(*mapping.table.encoding) : QString()},
            {separatorKey, textOf(mapping.table.separator)},
            {decimalKey, textOf(mapping.table.decimal)},
            {datesKey, toName(mapping.dates)},
            {zoneKey, mapping.timeZone},
            {placesKey, mapping.placesByName},
            {digestsKey, mapping.keepDigests}};
}

ImportMapping mappingFromJson(const QJsonObject& json)
{
    ImportMapping mapping;
    mapping.exact = true;
    mapping.columns = mapOf<QMap<QString, QString>>(json.value(columnsKey).toObject());
    const QJsonObject values = json.value(valuesKey).toObject();
    for (auto it = values.constBegin(); it != values.constEnd(); ++it)
        mapping.values.insert(it.key(), mapOf<QHash<QString, QString>>(it.value().toObject()));
    mapping.defaults = mapOf<QMap<QString, QString>>(json.value(defaultsKey).toObject());
    mapping.crs = json.value(crsKey).toString();
    mapping.layer = json.value(layerKey).toString();
    mapping.table.encoding = textEncodingFromName(json.value(encodingKey).toString());
    mapping.table.separator = markOf(json.value(separatorKey));
    mapping.table.decimal = markOf(json.value(decimalKey));
    mapping.dates = dateOrderFromName(json.value(datesKey).toString()).value_or(DateOrder::YearFirst);
    mapping.timeZone = json.value(zoneKey).toString();
    mapping.placesByName = json.value(placesKey).toBool();
    mapping.keepDigests = json.value(digestsKey).toBool();
    return mapping;
}

} // namespace hk::exchange
