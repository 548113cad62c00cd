#include "workspace/live_frame.h"

#include "analysis/contour.h"
#include "geo/mercator.h"
#include "geo/transform.h"
#include "map/scene_renderer.h"
#include "workspace/heatmap_input.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hk::workspace {
namespace {

constexpr double widestCell = 4.0;           // points of the screen
constexpr double cellsPerBandwidth = 4.0;    // so that a bandwidth of a few points is not shown in steps
constexpr double mostWholeCells = 1e6;       // of the grid that scale and contour come from
constexpr std::size_t fewestIncidents = 2;   // in a hotspot, as analyse() has it

analysis::Extent boundsOf(const std::vector<analysis::Point>& points)
{
    analysis::Extent box{1e300, 1e300, -1e300, -1e300};
    for (const analysis::Point& p : points) {
        box.xmin = std::min(box.xmin, p.x);
        box.ymin = std::min(box.ymin, p.y);
        box.xmax = std::max(box.xmax, p.x);
        box.ymax = std::max(box.ymax, p.y);
    }
    return box;
}

double reachOf(const MapSettings& settings)
{
    return settings.kernel == analysis::Kernel::Quartic ? settings.bandwidth : std::sqrt(2.0) * settings.bandwidth;
}

analysis::KdeOptions optionsOf(const MapSettings& settings, std::stop_token stop)
{
    analysis::KdeOptions options;
    options.kernel = settings.kernel;
    options.bandwidth = settings.bandwidth;
    options.stop = std::move(stop);
    return options;
}

bool holdsEnough(const analysis::Polygon& polygon, const std::vector<analysis::Point>& points)
{
    const analysis::PolygonIndex index(polygon);
    std::size_t inside = 0;
    for (const analysis::Point& p : points)
        if (index.bounds().contains(p) && index.contains(p) && ++inside == fewestIncidents)
            return true;
    return false;
}

} // namespace

analysis::Extent seenBy(const map::MapViewport& viewport)
{
    // The edges of a window are no straight lines in the other plane, but nearly: half-way points are enough.
    const QRectF plane = viewport.planeRect();
    std::vector<double> x;
    std::vector<double> y;
    for (const double u : {0.0, 0.5, 1.0})
        for (const double v : {0.0, 0.5, 1.0}) {
            x.push_back(plane.left() + u * plane.width());
            y.push_back(plane.top() + v * plane.height());
        }
    if (viewport.plane == map::Plane::WebMercator) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            const LonLat g = geo::toLonLat(WebMercator{x[i], y[i]});
            x[i] = g.lon;
            y[i] = g.lat;
        }
        geo::Sweref99Transform().toSweref(x, y);
    }
    return {*std::min_element(x.begin(), x.end()), *std::min_element(y.begin(), y.end()),
            *std::max_element(x.begin(), x.end()), *std::max_element(y.begin(), y.end())};
}

std::optional<analysis::GridSpec> liveGrid(const analysis::Extent& points, const MapSettings& settings,
                                           const LiveView& view)
{
    const double point = view.viewport.groundMetresPerUnit();
    const double cell = std::clamp(settings.bandwidth / cellsPerBandwidth, point, widestCell * point);
    const analysis::Extent seen = seenBy(view.viewport);
    const double reach = reachOf(settings) + cell;
    const double west = std::max(seen.xmin - cell, points.xmin - reach);
    const double south = std::max(seen.ymin - cell, points.ymin - reach);
    const double east = std::min(seen.xmax + cell, points.xmax + reach);
    const double north = std::min(seen.ymax + cell, points.ymax + reach);
    if (!(east > west && north > south))
        return std::nullopt;
    const double firstColumn = std::floor(west / cell);
    const double firstRow = std::floor(south / cell);
    return analysis::GridSpec{firstColumn * cell, firstRow * cell, cell,
                              static_cast<std::int64_t>(std::ceil(east / cell) - firstColumn),
                              static_cast<std::int64_t>(std::ceil(north / cell) - firstRow)};
}

void LiveFrameMaker::follow(const std::vector<std::uint32_t>& rows, const SnapshotPtr& snapshot)
{
    constexpr std::size_t worthIt = 8; // a change of less than so much of all is followed
    m_added.clear();
    m_removed.clear();
    m_little = snapshot == m_snapshot;
    if (m_little) {
        const analysis::IncidentTable& table = *snapshot->table;
        const auto place = [&](std::uint32_t row) { return analysis::Point{table.easting[row], table.northing[row]}; };
        auto old = m_rows.cbegin();
        for (const std::uint32_t row : rows) { // both ascend
            for (; old != m_rows.cend() && *old < row; ++old)
                m_removed.push_back(place(*old));
            if (old != m_rows.cend() && *old == row)
                ++old;
            else
                m_added.push_back(place(row));
        }
        for (; old != m_rows.cend(); ++old)
            m_removed.push_back(place(*old));
        m_little = (m_added.size() + m_removed.size()) * worthIt < rows.size();
    }
    m_snapshot = snapshot;
    m_rows = rows;
    ++m_step;
}

analysis::Outcome<void> LiveFrameMaker::density(Kept& kept, const std::vector<analysis::Point>& points,
                                                const analysis::GridSpec& spec, const analysis::KdeOptions& options,
                                                analysis::Grid& grid)
{
    const bool follows = m_little && kept.step + 1 == m_step && kept.preview.canUpdate(spec, options);
    auto done = follows ? kept.preview.update(m_added, m_removed, spec, options, grid)
                        : kept.preview.compute(points, spec, options, grid);
    kept.step = done ? m_step : 0;
    return done;
}

analysis::Outcome<void> LiveFrameMaker::sums(const std::vector<analysis::Point>& points,
                                             const analysis::KdeOptions& options)
{
    const bool follows = m_little && m_whole.step + 1 == m_step && m_whole.preview.canUpdate(*m_lattice, options);
    auto done = follows ? m_whole.preview.addAndRemove(m_added, m_removed, *m_lattice, options)
                        : m_whole.preview.sum(points, *m_lattice, options);
    m_whole.step = done ? m_step : 0;
    return done;
}

Result<LiveFrameMaker::Whole> LiveFrameMaker::measure(const std::vector<analysis::Point>& points,
                                                      const MapSettings& settings, std::stop_token stop)
{
    Whole whole;
    if (points.empty())
        return whole;
    const auto refused = [&](const analysis::Failure& failure) { return tl::unexpected(errorOf(failure, settings)); };
    if (settings.bandwidth < settings.cell)
        return refused({analysis::Fault::BandwidthBelowCell});
    analysis::Outcome<analysis::GridSpec> spec = analysis::gridAround(points, settings.cell, settings.bandwidth);
    for (double cell = 2.0 * settings.cell;
         spec && static_cast<double>(spec->columns * spec->rows) > mostWholeCells && cell <= settings.bandwidth / 2.0;
         cell *= 2.0)
        spec = analysis::gridAround(points, cell, settings.bandwidth);
    if (!spec)
        return refused(spec.error());
    const analysis::KdeOptions options = optionsOf(settings, std::move(stop));
    m_bounds = boundsOf(points);
    m_lattice = analysis::previewLattice(m_bounds, points.size(), options);
    analysis::Outcome<void> done = m_lattice ? sums(points, options) : density(m_whole, points, *spec, options, m_wholeGrid);
    if (done && m_lattice)
        done = m_whole.preview.sample(*spec, options.stop, m_wholeGrid);
    if (!done)
        return refused(done.error());
    whole.any = true;
    whole.scale = settings.lockedScale.isEmpty() ? map::ColourScale::forMaximum(m_wholeGrid.maximum()) : settings.lockedScale;
    whole.contour = analysis::quickQuantileAboveZero(m_wholeGrid, settings.quantile);
    return whole;
}

std::shared_ptr<const map::HotspotLayer> LiveFrameMaker::outlines(const std::vector<analysis::Point>& points,
                                                                  const MapSettings& settings, const Whole& whole) const
{
    auto hotspots = std::make_shared<std::vector<analysis::Hotspot>>();
    const Sweref99 centre = hub();
    for (analysis::Polygon& polygon : analysis::contourPolygons(m_wholeGrid, whole.contour)) {
        if (settings.hotspotsWithin > 0.0
            && analysis::distance(polygon, {centre.easting, centre.northing}) > settings.hotspotsWithin)
            continue;
        if (!holdsEnough(polygon, points))
            continue;
        analysis::Hotspot hotspot;
        hotspot.polygon = std::move(polygon);
        hotspots->push_back(std::move(hotspot));
    }
    if (hotspots->empty())
        return nullptr;
    return std::make_shared<const map::HotspotLayer>(map::HotspotLayer{std::move(hotspots), 0});
}

Result<std::shared_ptr<const analysis::Grid>> LiveFrameMaker::seen(const std::vector<analysis::Point>& points,
                                                                   const MapSettings& settings, const LiveView& view,
                                                                   std::stop_token stop)
{
    const std::optional<analysis::GridSpec> spec = liveGrid(m_bounds, settings, view);
    if (!spec)
        return std::shared_ptr<const analysis::Grid>();
    auto grid = std::make_shared<analysis::Grid>();
    const analysis::KdeOptions options = optionsOf(settings, std::move(stop));
    if (const auto done = m_lattice ? m_whole.preview.sample(*spec, options.stop, *grid)
                                    : density(m_seen, points, *spec, options, *grid);
        !done)
        return tl::unexpected(errorOf(done.error(), settings));
    return std::shared_ptr<const analysis::Grid>(std::move(grid));
}

Result<LiveFrame> LiveFrameMaker::make(const LiveRequest& request, std::stop_token stop)
{
    LiveFrame frame;
    frame.snapshot = request.snapshot;
    frame.view = request.view;
    const MapSettings& settings = request.settings;
    const HeatmapInput input = heatmapInput(*request.snapshot->table, *request.rows, settings.bandwidth);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    follow(input.rows, request.snapshot);
    const Result<Whole> whole = measure(input.points, settings, stop);
    if (!whole)
        return tl::unexpected(whole.error());
    if (!whole->any || request.view.isEmpty())
        return frame;
    if (settings.showHotspots)
        frame.hotspots = outlines(input.points, settings, *whole);
    if (!settings.showHeatmap)
        return frame;
    Result<std::shared_ptr<const analysis::Grid>> grid = seen(input.points, settings, request.view, stop);
    if (!grid)
        return tl::unexpected(grid.error());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (!*grid)
        *grid = std::make_shared<const analysis::Grid>(); // nothing here, but the legend is that of the whole
    auto layer = std::make_shared<map::HeatmapLayer>();
    layer->density = *grid;
    layer->scale = request.view.dark ? whole->scale.onDark() : whole->scale;
    layer->outlines = frame.hotspots;
    frame.heatmap = std::move(layer);
    QImage& picture = m_pictures[m_nextPicture++ % m_pictures.size()];
    picture = map::heatmapPreview(*frame.heatmap, request.view.viewport, request.view.pixels, std::move(picture), stop);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    frame.picture = picture;
    return frame;
}

} // namespace hk::workspace
