#include "map/geojson_features.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cmath>

namespace hk::map {

namespace {

using Unexpected = tl::unexpected<Error>;

/// Where in which file the reader is, for its errors.
struct Reader {
    BasemapTheme theme;
    qint64 number = -1;

    Unexpected damaged(const QString& field, const QString& words) const
    {
        return fail(ErrorCode::FileDamaged, {Basemap::fileName(theme), number, field}, {}, words);
    }
    Result<LonLat> position(const QJsonValue& value) const;
    Result<std::vector<LonLat>> positions(const QJsonValue& value, int fewest) const;
    Result<std::vector<LonLat>> ring(const QJsonValue& value) const;
    Result<std::vector<BasemapFeature>> geometries(const QString& type, const QJsonArray& coordinates) const;
    Result<BasemapFeature> single(const QString& type, const QJsonArray& coordinates) const;
    Result<void> properties(const QJsonObject& object, BasemapFeature& feature) const;
};

const QString coordinatesField = QStringLiteral("coordinates");

Result<LonLat> Reader::position(const QJsonValue& value) const
{
    const QJsonArray pair = value.toArray();
    const double lon = pair.at(0).toDouble(NAN);
    const double lat = pair.at(1).toDouble(NAN);
    if (pair.size() < 2 || !(std::abs(lon) <= 180.0) || !(std::abs(lat) <= 85.0))
        return damaged(coordinatesField, QStringLiteral("a position is longitude and latitude in degrees"));
    return LonLat{lon, lat};
}

Result<std::vector<LonLat>> Reader::positions(const QJsonValue& value, int fewest) const
{
    const QJsonArray array = value.toArray();
    if (array.size() < fewest)
        return damaged(coordinatesField, QStringLiteral("fewer than %1 positions").arg(fewest));
    std::vector<LonLat> made;
    made.reserve(static_cast<std::size_t>(array.size()));
    for (const QJsonValue& item : array) {
        auto p = position(item);
        if (!p)
            return Unexpected(p.error());
        made.push_back(*p);
    }
    return made;
}

Result<std::vector<LonLat>> Reader::ring(const QJsonValue& value) const
{
    auto made = positions(value, 4);
    if (made && made->front() != made->back())
        return damaged(coordinatesField, QStringLiteral("a ring is not closed"));
    return made;
}

Result<BasemapFeature> Reader::single(const QString& type, const QJsonArray& coordinates) const
{
    BasemapFeature feature;
    feature.theme = theme;
    const auto set = [&](GeometryKind kind, Result<std::vector<LonLat>> vertices) -> Result<BasemapFeature> {
        if (!vertices)
            return Unexpected(vertices.error());
        feature.kind = kind;
        feature.lonLat = std::move(*vertices);
        return feature;
    };
    if (type == QLatin1String("Point"))
        return set(GeometryKind::Point, position(coordinates).map([](LonLat p) { return std::vector<LonLat>{p}; }));
    if (type == QLatin1String("LineString"))
        return set(GeometryKind::Line, positions(coordinates, 2));
    if (type != QLatin1String("Polygon"))
        return damaged(QStringLiteral("geometry"), QStringLiteral("unknown geometry \"%1\"").arg(type));
    for (qsizetype i = 1; i < coordinates.size(); ++i) {
        auto hole = ring(coordinates.at(i));
        if (!hole)
            return Unexpected(hole.error());
        feature.holes.push_back({std::move(*hole), {}, {}});
    }
    return set(GeometryKind::Polygon, ring(coordinates.at(0)));
}

Result<std::vector<BasemapFeature>> Reader::geometries(const QString& type, const QJsonArray& coordinates) const
{
    std::vector<BasemapFeature> made;
    const bool multi = type.startsWith(QLatin1String("Multi"));
    const QJsonArray parts = multi ? coordinates : QJsonArray{QJsonValue(coordinates)};
    for (const QJsonValue& part : parts) {
        auto feature = single(multi ? type.mid(5) : type, part.toArray());
        if (!feature)
            return Unexpected(feature.error());
        made.push_back(std::move(*feature));
    }
    return made;
}

Result<void> Reader::properties(const QJsonObject& object, BasemapFeature& feature) const
{
    feature.featureClass = object.value(QLatin1String("class")).toString();
    if (feature.featureClass.isEmpty())
        return damaged(QStringLiteral("class"), QStringLiteral("no class"));
    feature.name = object.value(QLatin1String("name")).toString().trimmed();
    feature.ref = object.value(QLatin1String("ref")).toString().trimmed();
    if (theme == BasemapTheme::Place && feature.name.isEmpty())
        return damaged(QStringLiteral("name"), QStringLiteral("a place without a name"));

    const QJsonValue level = object.value(QLatin1String("level"));
    feature.level = level.toInt(0);
    if (!level.isUndefined() && (!level.isDouble() || std::abs(feature.level) > 5))
        return damaged(QStringLiteral("level"), QStringLiteral("a level is a whole number from -5 to 5"));
    const QJsonValue rank = object.value(QLatin1String("rank"));
    feature.rank = rank.toInt(rank.isUndefined() ? 5 : 0);
    if (feature.rank < 1 || feature.rank > 5)
        return damaged(QStringLiteral("rank"), QStringLiteral("a rank is a whole number from 1 to 5"));
    return {};
}

} // namespace

Result<std::vector<BasemapFeature>> readGeoJson(BasemapTheme theme, const QByteArray& text)
{
    Reader reader{theme};
    QJsonParseError syntax;
    const QJsonDocument document = QJsonDocument::fromJson(text, &syntax);
    if (syntax.error != QJsonParseError::NoError)
        return reader.damaged({}, QStringLiteral("%1, byte %2").arg(syntax.errorString()).arg(syntax.offset));
    const QJsonValue list = document.object().value(QLatin1String("features"));
    if (!list.isArray())
        return reader.damaged(QStringLiteral("features"), QStringLiteral("not a FeatureCollection"));

    std::vector<BasemapFeature> features;
    const QJsonArray array = list.toArray();
    for (const QJsonValue& item : array) {
        reader.number = reader.number < 0 ? 1 : reader.number + 1;
        const QJsonObject object = item.toObject();
        const QJsonObject geometry = object.value(QLatin1String("geometry")).toObject();
        auto parts = reader.geometries(geometry.value(QLatin1String("type")).toString(),
                                       geometry.value(coordinatesField).toArray());
        if (!parts)
            return Unexpected(parts.error());
        for (BasemapFeature& part : *parts) {
            const auto read = reader.properties(object.value(QLatin1String("properties")).toObject(), part);
            if (!read)
                return Unexpected(read.error());
            features.push_back(std::move(part));
        }
    }
    return features;
}

} // namespace hk::map
