#include "tiles/source_spec.h"

#include <QHash>

namespace hk::tiles {

namespace {

const QHash<QString, SourceSpec::Kind>& kinds()
{
    using Kind = SourceSpec::Kind;
    static const QHash<QString, Kind> names = {
        {QStringLiteral("xyz"), Kind::Xyz},         {QStringLiteral("wms"), Kind::Wms},
        {QStringLiteral("wmts"), Kind::Wmts},       {QStringLiteral("mbtiles"), Kind::MbTiles},
        {QStringLiteral("vector-tiles"), Kind::VectorTiles}, {QStringLiteral("vector-map"), Kind::VectorMap},
        {QStringLiteral("raster"), Kind::Raster}};
    return names;
}

constexpr int highestPossible = 24;

} // namespace

QJsonObject toJson(const SourceSpec& spec)
{
    QJsonObject object{{QStringLiteral("kind"), kinds().key(spec.kind)}, {QStringLiteral("address"), spec.address}};
    const auto put = [&object](const QString& key, const QString& value) {
        if (!value.isEmpty())
            object.insert(key, value);
    };
    put(QStringLiteral("title"), spec.title);
    put(QStringLiteral("layer"), spec.layer);
    put(QStringLiteral("format"), spec.format);
    put(QStringLiteral("attribution"), spec.attribution);
    put(QStringLiteral("user"), spec.user);
    object.insert(QStringLiteral("lowestZoom"), spec.lowestZoom);
    object.insert(QStringLiteral("highestZoom"), spec.highestZoom);
    return object;
}

Result<SourceSpec> sourceSpecFromJson(const QJsonObject& object)
{
    const auto refuse = [&object](const QString& key) {
        return fail(ErrorCode::ValueNotUnderstood, {{}, -1, key}, {object.value(key).toVariant().toString()});
    };
    const auto text = [&object](const QString& key) { return object.value(key).toString(); };
    SourceSpec spec;
    const auto kind = kinds().find(text(QStringLiteral("kind")));
    if (kind == kinds().end())
        return refuse(QStringLiteral("kind"));
    spec.kind = *kind;
    spec.address = text(QStringLiteral("address"));
    if (spec.address.isEmpty())
        return refuse(QStringLiteral("address"));
    spec.title = text(QStringLiteral("title"));
    spec.layer = text(QStringLiteral("layer"));
    spec.format = text(QStringLiteral("format"));
    spec.attribution = text(QStringLiteral("attribution"));
    spec.user = text(QStringLiteral("user"));
    spec.lowestZoom = object.value(QStringLiteral("lowestZoom")).toInt(spec.lowestZoom);
    spec.highestZoom = object.value(QStringLiteral("highestZoom")).toInt(spec.highestZoom);
    if (spec.lowestZoom < 0 || spec.lowestZoom > highestPossible)
        return refuse(QStringLiteral("lowestZoom"));
    if (spec.highestZoom < spec.lowestZoom || spec.highestZoom > highestPossible)
        return refuse(QStringLiteral("highestZoom"));
    return spec;
}

} // namespace hk::tiles
