#include "map/place_namer.h"

#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

double distance(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

double distanceToLine(const std::vector<QPointF>& line, const QPointF& p)
{
    double nearest = distance(line.front(), p);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF d = line[i + 1] - line[i];
        const double square = QPointF::dotProduct(d, d);
        const double t = square > 0 ? std::clamp(QPointF::dotProduct(p - line[i], d) / square, 0.0, 1.0) : 0.0;
        nearest = std::min(nearest, distance(line[i] + d * t, p));
    }
    return nearest;
}

bool inside(const std::vector<QPointF>& ring, const QPointF& p)
{
    bool in = false;
    for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
        const QPointF& a = ring[i];
        const QPointF& b = ring[i + 1];
        if ((a.y() > p.y()) != (b.y() > p.y()) && p.x() < a.x() + (b.x() - a.x()) * (p.y() - a.y()) / (b.y() - a.y()))
            in = !in;
    }
    return in;
}

double distanceTo(const BasemapFeature& feature, const QPointF& p)
{
    if (feature.kind == GeometryKind::Polygon && inside(feature.sweref, p))
        return 0.0;
    return distanceToLine(feature.sweref, p);
}

bool isTelling(const BasemapFeature& feature)
{
    if (feature.theme == BasemapTheme::Place)
        return PlaceNamer::tellingClasses().contains(feature.featureClass);
    return feature.theme == BasemapTheme::Building
           || (feature.theme == BasemapTheme::Landcover && feature.featureClass == QLatin1String("square"));
}

} // namespace

const QStringList& PlaceNamer::tellingClasses()
{
    static const QStringList classes{QStringLiteral("landmark"), QStringLiteral("square"),  QStringLiteral("station"),
                                     QStringLiteral("civic"),    QStringLiteral("retail"),  QStringLiteral("hospital"),
                                     QStringLiteral("school"),   QStringLiteral("church"),  QStringLiteral("culture"),
                                     QStringLiteral("sport"),    QStringLiteral("construction")};
    return classes;
}

template <class Accept>
PlaceNamer::Named PlaceNamer::nearest(std::initializer_list<BasemapTheme> themes, const Sweref99& position, double reach,
                                      Accept accept) const
{
    const QPointF p(position.easting, position.northing);
    Named best{{}, reach};
    if (!std::isfinite(p.x()) || !std::isfinite(p.y()))
        return best;
    const QRectF around(p.x() - reach, p.y() - reach, 2 * reach, 2 * reach);
    for (const BasemapTheme theme : themes)
        for (const std::size_t index : m_basemap->find(theme, Plane::Sweref99Tm, around)) {
            const BasemapFeature& feature = m_basemap->features()[index];
            if (feature.name.isEmpty() || !accept(feature))
                continue;
            const double away = distanceTo(feature, p);
            if (away < best.distance)
                best = {feature.name, away};
        }
    return best;
}

PlaceNamer::Named PlaceNamer::tellingPlace(const Sweref99& position, double reach) const
{
    return nearest({BasemapTheme::Place, BasemapTheme::Building, BasemapTheme::Landcover}, position, reach, isTelling);
}

PlaceNamer::Named PlaceNamer::street(const Sweref99& position, double reach) const
{
    return nearest({BasemapTheme::Road}, position, reach, [](const BasemapFeature&) { return true; });
}

PlaceNamer::Named PlaceNamer::anyPlace(const Sweref99& position, double reach) const
{
    return nearest({BasemapTheme::Place}, position, reach, [](const BasemapFeature&) { return true; });
}

} // namespace hk::map
