#include "map/basemap.h"

#include "geo/mercator.h"
#include "geo/transform.h"
#include "map/bounds.h"
#include "map/geojson_features.h"
#include "map/resources.h"

#include <QFile>
#include <algorithm>

namespace hk::map {

namespace {

// Those of the embedded map, in the order of painting.
constexpr std::array<BasemapTheme, 7> themes = {
    BasemapTheme::Boundary, BasemapTheme::Landcover, BasemapTheme::Water, BasemapTheme::Building,
    BasemapTheme::Rail,     BasemapTheme::Road,      BasemapTheme::Place};

QString embeddedAttribution()
{
    return QStringLiteral("Underlag: © OpenStreetMaps bidragsgivare, © Lantmäteriet, © SCB, Trafikverket");
}

bool meet(const QRectF& a, const QRectF& b)
{
    return a.left() <= b.right() && b.left() <= a.right() && a.top() <= b.bottom() && b.top() <= a.bottom();
}

std::vector<QPointF> mercatorOf(const std::vector<LonLat>& vertices)
{
    std::vector<QPointF> points;
    points.reserve(vertices.size());
    for (const LonLat& v : vertices) {
        const WebMercator m = geo::toWebMercator(v);
        points.emplace_back(m.x, m.y);
    }
    return points;
}

/// All vertices of all features through PROJ in one go.
void projectToSweref(std::vector<BasemapFeature>& features)
{
    std::vector<double> x;
    std::vector<double> y;
    const auto eachRing = [&features](auto&& visit) {
        for (BasemapFeature& feature : features) {
            visit(feature.lonLat, feature.sweref);
            for (BasemapFeature::Hole& hole : feature.holes)
                visit(hole.lonLat, hole.sweref);
        }
    };
    eachRing([&](const std::vector<LonLat>& from, std::vector<QPointF>&) {
        for (const LonLat& v : from) {
            x.push_back(v.lon);
            y.push_back(v.lat);
        }
    });
    geo::Sweref99Transform().toSweref(x, y);
    std::size_t next = 0;
    eachRing([&](const std::vector<LonLat>& from, std::vector<QPointF>& to) {
        to.reserve(from.size());
        for (std::size_t i = 0; i < from.size(); ++i, ++next)
            to.emplace_back(x[next], y[next]);
    });
}

} // namespace

QString Basemap::fileName(BasemapTheme theme)
{
    switch (theme) {
    case BasemapTheme::Boundary:
        return QStringLiteral("boundaries.geojson");
    case BasemapTheme::Landcover:
        return QStringLiteral("landcover.geojson");
    case BasemapTheme::Water:
        return QStringLiteral("water.geojson");
    case BasemapTheme::Building:
        return QStringLiteral("buildings.geojson");
    case BasemapTheme::Rail:
        return QStringLiteral("rails.geojson");
    case BasemapTheme::Road:
        return QStringLiteral("roads.geojson");
    case BasemapTheme::Place:
        return QStringLiteral("places.geojson");
    case BasemapTheme::Barrier:
        return QStringLiteral("barriers.geojson");
    case BasemapTheme::Address:
        return QStringLiteral("addresses.geojson");
    case BasemapTheme::Layer:
        return QStringLiteral("layer.geojson");
    }
    return {};
}

Result<std::shared_ptr<const Basemap>> Basemap::embedded()
{
    loadMapResources();
    std::vector<std::pair<BasemapTheme, QByteArray>> texts;
    for (const BasemapTheme theme : themes) {
        QFile file(QStringLiteral(":/hk/basemap/") + fileName(theme));
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileNotFound, {fileName(theme), -1, {}});
        texts.emplace_back(theme, file.readAll());
    }
    return fromGeoJson(texts);
}

Result<std::shared_ptr<const Basemap>>
Basemap::fromGeoJson(const std::vector<std::pair<BasemapTheme, QByteArray>>& texts)
{
    std::vector<BasemapFeature> all;
    for (std::size_t theme = 0; theme < basemapThemeCount; ++theme)
        for (const auto& [textTheme, text] : texts) {
            if (textTheme != static_cast<BasemapTheme>(theme))
                continue;
            auto features = readGeoJson(textTheme, text);
            if (!features)
                return tl::unexpected<Error>(features.error());
            all.insert(all.end(), std::make_move_iterator(features->begin()), std::make_move_iterator(features->end()));
        }
    return fromLonLat(std::move(all), embeddedAttribution());
}

std::shared_ptr<const Basemap> Basemap::fromLonLat(std::vector<BasemapFeature> features, const QString& attribution)
{
    auto made = std::make_shared<Basemap>();
    made->m_features = std::move(features);
    made->m_attribution = attribution;
    projectToSweref(made->m_features);
    for (BasemapFeature& feature : made->m_features) {
        feature.mercator = mercatorOf(feature.lonLat);
        for (BasemapFeature::Hole& hole : feature.holes)
            hole.mercator = mercatorOf(hole.lonLat);
        feature.mercatorBounds = boundsOf(feature.mercator);
        feature.swerefBounds = boundsOf(feature.sweref);
    }
    made->buildIndex(Plane::WebMercator);
    made->buildIndex(Plane::Sweref99Tm);
    return made;
}

std::shared_ptr<const Basemap> Basemap::fromFeatures(std::vector<BasemapFeature> features, Plane plane,
                                                     const QString& attribution)
{
    auto made = std::make_shared<Basemap>();
    made->m_features = std::move(features);
    made->m_attribution = attribution;
    made->buildIndex(plane);
    return made;
}

Result<std::shared_ptr<const Basemap>> Basemap::features(const QRectF&, Plane, double, std::stop_token) const
{
    return shared_from_this();
}

void Basemap::buildIndex(Plane plane)
{
    auto& byTheme = m_index[static_cast<std::size_t>(plane)];
    QRectF& all = m_bounds[static_cast<std::size_t>(plane)];
    for (std::size_t i = 0; i < m_features.size(); ++i) {
        const QRectF& bounds = m_features[i].bounds(plane);
        ThemeIndex& entry = byTheme[static_cast<std::size_t>(m_features[i].theme)];
        entry.byWest.push_back(i);
        entry.widest = std::max(entry.widest, bounds.width());
        // Not united(): that leaves out a rectangle without a width, as of a single point.
        all = i == 0 ? bounds
                     : QRectF(QPointF(std::min(all.left(), bounds.left()), std::min(all.top(), bounds.top())),
                              QPointF(std::max(all.right(), bounds.right()), std::max(all.bottom(), bounds.bottom())));
    }
    for (ThemeIndex& entry : byTheme)
        std::stable_sort(entry.byWest.begin(), entry.byWest.end(), [&](std::size_t a, std::size_t b) {
            return m_features[a].bounds(plane).left() < m_features[b].bounds(plane).left();
        });
}

std::vector<std::size_t> Basemap::find(BasemapTheme theme, Plane plane, const QRectF& rect) const
{
    const ThemeIndex& entry = index(theme, plane);
    const auto westOf = [&](std::size_t i, double x) { return m_features[i].bounds(plane).left() < x; };
    std::vector<std::size_t> found;
    for (auto it = std::lower_bound(entry.byWest.begin(), entry.byWest.end(), rect.left() - entry.widest, westOf);
         it != entry.byWest.end() && m_features[*it].bounds(plane).left() <= rect.right(); ++it)
        if (meet(m_features[*it].bounds(plane), rect))
            found.push_back(*it);
    std::sort(found.begin(), found.end());
    return found;
}

QRectF Basemap::detailBounds(Plane plane)
{
    constexpr LonLat southWest{12.008, 57.6495};
    constexpr LonLat northEast{12.044, 57.6625};
    if (plane == Plane::WebMercator) {
        const WebMercator a = geo::toWebMercator(southWest);
        const WebMercator b = geo::toWebMercator(northEast);
        return {a.x, a.y, b.x - a.x, b.y - a.y};
    }
    const geo::Sweref99Transform transform;
    std::vector<QPointF> corners;
    for (const LonLat& p : {southWest, northEast, LonLat{southWest.lon, northEast.lat}, LonLat{northEast.lon, southWest.lat}}) {
        const Sweref99 s = transform.toSweref(p);
        corners.emplace_back(s.easting, s.northing);
    }
    return boundsOf(corners);
}

} // namespace hk::map
