#include "map/scene.h"

#include "geo/mercator.h"
#include "geo/transform.h"
#include "map/bilinear_mesh.h"
#include "map/marker_set.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <mutex>

namespace hk::map {

namespace {

// Between nodes this far apart the bilinear pieces are within 0.02 m of the exact transform anywhere in Sweden.
constexpr double meshSpacing = 500.0;
constexpr double mostNodes = 20000;
constexpr std::size_t keptZooms = 7; // half steps: a level either way, and two that were seen before

void swerefToMercator(std::span<double> x, std::span<double> y)
{
    const geo::Sweref99Transform transform;
    transform.toLonLat(x, y);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const WebMercator m = geo::toWebMercator(LonLat{x[i], y[i]});
        x[i] = m.x;
        y[i] = m.y;
    }
}

std::vector<QPointF> swerefPoints(const analysis::IncidentTable& table, const std::vector<std::uint32_t>& rows)
{
    std::vector<QPointF> points;
    points.reserve(rows.size());
    for (const std::uint32_t row : rows)
        points.emplace_back(table.easting[row], table.northing[row]);
    return points;
}

std::vector<QPointF> toMercator(std::vector<QPointF> points)
{
    double xmin = 1e300, ymin = 1e300, xmax = -1e300, ymax = -1e300;
    for (const QPointF& p : points) {
        xmin = std::min(xmin, p.x());
        ymin = std::min(ymin, p.y());
        xmax = std::max(xmax, p.x());
        ymax = std::max(ymax, p.y());
    }
    if (points.empty())
        return points;
    const double nodes = (xmax - xmin) / meshSpacing * ((ymax - ymin) / meshSpacing);
    if (nodes > mostNodes || nodes > static_cast<double>(points.size())) {
        std::vector<double> x;
        std::vector<double> y;
        for (const QPointF& p : points) {
            x.push_back(p.x());
            y.push_back(p.y());
        }
        swerefToMercator(x, y);
        for (std::size_t i = 0; i < points.size(); ++i)
            points[i] = {x[i], y[i]};
        return points;
    }
    const BilinearMesh mesh(QRectF(xmin, ymin, xmax - xmin, ymax - ymin), meshSpacing, swerefToMercator);
    for (QPointF& p : points)
        p = mesh.at(p);
    return points;
}

} // namespace

int halfStepOf(double zoom)
{
    return static_cast<int>(std::floor(zoom * 2 + 1e-9));
}

struct IncidentLayer::Projected {
    struct OfPlane {
        std::once_flag pointsMade;
        std::vector<QPointF> points;
        std::once_flag areasMade;
        std::vector<AreaMarker> areas;
        std::vector<std::uint32_t> order;
        std::mutex gathering;
        std::mutex mutex;
        std::deque<std::pair<int, std::shared_ptr<const MarkerSet>>> sets; ///< by half step of zoom, newest first
        std::shared_ptr<const MarkerSet> find(int halfStep)
        {
            const std::scoped_lock lock(mutex);
            const auto found = std::find_if(sets.begin(), sets.end(), [&](const auto& s) { return s.first == halfStep; });
            return found == sets.end() ? nullptr : found->second;
        }
    };
    OfPlane mercator;
    OfPlane sweref;
    OfPlane& of(Plane plane) { return plane == Plane::WebMercator ? mercator : sweref; }
};

IncidentLayer::IncidentLayer(std::shared_ptr<const analysis::IncidentTable> table, std::vector<std::uint32_t> rows,
                             std::vector<CategorySymbol> symbols, std::map<std::uint32_t, SwerefRing> areas)
    : m_table(std::move(table))
    , m_rows(std::move(rows))
    , m_symbols(std::move(symbols))
    , m_areas(std::move(areas))
    , m_projected(std::make_shared<Projected>())
{
    m_symbols.push_back({}); // for a row whose category is not in the list
}

const IncidentLayer::CategorySymbol& IncidentLayer::symbolOf(std::uint32_t row) const
{
    return m_symbols[std::min<std::size_t>(m_table->category[row], m_symbols.size() - 1)];
}

const std::vector<QPointF>& IncidentLayer::points(Plane plane) const
{
    Projected::OfPlane& kept = m_projected->of(plane);
    std::call_once(kept.pointsMade, [&] {
        kept.points = swerefPoints(*m_table, m_rows);
        if (plane == Plane::WebMercator)
            kept.points = toMercator(std::move(kept.points));
    });
    return kept.points;
}

std::shared_ptr<const MarkerSet> IncidentLayer::nearestMarkers(Plane plane, double zoom) const
{
    const int halfStep = halfStepOf(zoom);
    Projected::OfPlane& kept = m_projected->of(plane);
    const std::scoped_lock lock(kept.mutex);
    const auto nearest = std::min_element(kept.sets.begin(), kept.sets.end(), [&](const auto& a, const auto& b) {
        return std::abs(a.first - halfStep) < std::abs(b.first - halfStep);
    });
    return nearest == kept.sets.end() ? nullptr : nearest->second;
}

bool IncidentLayer::hasMarkers(Plane plane, double zoom) const
{
    return m_projected->of(plane).find(halfStepOf(zoom)) != nullptr;
}

std::shared_ptr<const MarkerSet> IncidentLayer::markers(Plane plane, double zoom,
                                                        const std::function<void(const MarkerSet&)>& beforeKept) const
{
    const int halfStep = halfStepOf(zoom);
    Projected::OfPlane& kept = m_projected->of(plane);
    if (std::shared_ptr<const MarkerSet> known = kept.find(halfStep))
        return known;
    std::call_once(kept.areasMade, [&] {
        kept.areas = areaMarkers(*this, plane);
        kept.order = spatialOrder(points(plane));
    });

    // One at a time gathers; the sets have a lock of their own, so that asking for them never waits for that.
    const std::scoped_lock gathering(kept.gathering);
    if (std::shared_ptr<const MarkerSet> known = kept.find(halfStep))
        return known;
    // Style pixels of a 512-px tile pyramid at this half step; the latitude is that of the first incident, which only
    // decides how much is gathered.
    const double mercatorPixel = 2 * geo::mercatorHalf / 512.0 * std::exp2(-halfStep / 2.0);
    double ground = 0.535;
    if (!m_rows.empty()) {
        const LonLat first = geo::Sweref99Transform().toLonLat(
            Sweref99{m_table->easting[m_rows.front()], m_table->northing[m_rows.front()]});
        ground = std::isfinite(first.lat) ? geo::groundScale(first.lat) : ground;
    }
    const double groundPixel = mercatorPixel * ground;
    auto made = std::make_shared<const MarkerSet>(gatherMarkers(
        *this, plane, kept.areas, kept.order, plane == Plane::WebMercator ? mercatorPixel : groundPixel, groundPixel));
    if (beforeKept)
        beforeKept(*made);
    const std::scoped_lock lock(kept.mutex);
    kept.sets.emplace_front(halfStep, made);
    if (kept.sets.size() > keptZooms)
        kept.sets.pop_back();
    return made;
}

MapScene withOverlay(MapScene scene, const StudyOverlay& overlay)
{
    if (overlay.isEmpty())
        return scene;
    scene.study = overlay.layer;
    if (!overlay.beside) {
        scene.heatmap = overlay.grid;
        scene.hotspots = nullptr;
    }
    if (!overlay.incidents)
        scene.incidents = nullptr;
    return scene;
}

} // namespace hk::map
