#include "map/marker_set.h"

#include "core/incident.h"
#include "geo/transform.h"
#include "map/cell_table.h"

#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

constexpr double cellPixels = 10.0;   // what lies in one such cell overlaps
constexpr double symbolReach = symbolDiameter / 2 + 0.5;
constexpr double clusterReach = 15.5; // style pixels from the middle of a cluster to its neighbour's reach
/// Where so many stand in a block of this side (style pixels), they are gathered to one.
struct Crowd {
    double side;
    std::uint32_t markers;
    std::uint32_t incidents;
};
constexpr Crowd markerCrowd{92.0, 4, 12};
constexpr Crowd tagCrowd{120.0, 3, 3}; // tags say little more than a number: fewer of them
constexpr int mostMoves = 3;
constexpr int mostPasses = 4;
constexpr double smallestAreaPixels = 14.0;

std::size_t groupIndex(const IncidentLayer& layer, std::uint32_t entry)
{
    return static_cast<std::size_t>(layer.symbolOf(layer.rows()[entry]).group);
}

/// Incidents that are drawn as one, by their sum.
struct Gathered {
    double sumX = 0;
    double sumY = 0;
    std::uint32_t count = 0;
    std::uint32_t into = 0; ///< own index: stands for itself
    QPointF mean() const { return {sumX / count, sumY / count}; }
    double reach() const { return count > 1 ? clusterReach : symbolReach; }
};

QRectF boundsOf(const std::vector<QPointF>& points, const std::vector<bool>& leftOut)
{
    double xmin = 0, ymin = 0, xmax = 0, ymax = 0;
    bool any = false;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const QPointF& p = points[i];
        if (leftOut[i] || !std::isfinite(p.x()) || !std::isfinite(p.y()))
            continue;
        xmin = any ? std::min(xmin, p.x()) : p.x();
        xmax = any ? std::max(xmax, p.x()) : p.x();
        ymin = any ? std::min(ymin, p.y()) : p.y();
        ymax = any ? std::max(ymax, p.y()) : p.y();
        any = true;
    }
    return {xmin, ymin, xmax - xmin, ymax - ymin};
}

/// Gathers by the cells of a grid fixed in the plane. `weights`: the incidents of each entry, empty: one each.
std::vector<Gathered> gatherCells(const std::vector<QPointF>& points, const std::vector<std::uint32_t>& order,
                                  const std::vector<bool>& leftOut,
                                  const QRectF& bounds, double size, std::vector<std::uint32_t>& cellOf,
                                  const std::vector<std::uint32_t>& weights = {})
{
    std::vector<Gathered> cells;
    CellTable table(points.size(), bounds, size);
    for (const std::uint32_t entry : order) {
        const QPointF& p = points[entry];
        if (leftOut[entry] || !std::isfinite(p.x()) || !std::isfinite(p.y()))
            continue;
        const std::uint32_t index = table.findOrAdd(p);
        if (index == cells.size())
            cells.push_back({0, 0, 0, index});
        cellOf[entry] = index;
        const std::uint32_t weight = weights.empty() ? 1U : weights[entry];
        cells[index].sumX += weight * p.x();
        cells[index].sumY += weight * p.y();
        cells[index].count += weight;
    }
    return cells;
}

std::vector<std::uint32_t> standing(const std::vector<Gathered>& all)
{
    std::vector<std::uint32_t> indices;
    for (std::uint32_t i = 0; i < all.size(); ++i)
        if (all[i].into == i)
            indices.push_back(i);
    return indices;
}

void absorb(std::vector<Gathered>& all, std::uint32_t fuller, std::uint32_t other)
{
    all[fuller].sumX += all[other].sumX;
    all[fuller].sumY += all[other].sumY;
    all[fuller].count += all[other].count;
    all[other].into = fuller;
}

/// Those that stand, fullest first; equals in their own order.
std::vector<std::uint32_t> fullestFirst(const std::vector<Gathered>& all)
{
    constexpr std::uint32_t most = 1023;
    const auto rank = [&](std::uint32_t i) { return most - std::min(all[i].count, most); };
    const std::vector<std::uint32_t> indices = standing(all);
    std::vector<std::uint32_t> begin(most + 2, 0);
    for (const std::uint32_t i : indices)
        ++begin[rank(i) + 1];
    for (std::size_t i = 1; i < begin.size(); ++i)
        begin[i] += begin[i - 1];
    std::vector<std::uint32_t> order(indices.size());
    for (const std::uint32_t i : indices)
        order[begin[rank(i)]++] = i;
    return order;
}

/// The fuller ones take up what overlaps them. Only those that changed since they were last compared are looked at; those
/// that change now are noted. True where any did.
bool mergeOverlapping(std::vector<Gathered>& all, const QRectF& bounds, double pixel, std::vector<bool>& changed)
{
    const std::vector<std::uint32_t> order = fullestFirst(all);
    CellTable table(order.size(), bounds, 2 * clusterReach * pixel);
    std::vector<std::uint32_t> first; // of each cell's list
    std::vector<std::uint32_t> next(all.size(), CellTable::none);
    for (const std::uint32_t index : order) {
        const std::uint32_t cell = table.findOrAdd(all[index].mean());
        first.resize(table.size(), CellTable::none);
        next[index] = first[cell];
        first[cell] = index;
    }
    bool merged = false;
    std::vector<bool> settled(all.size(), false);
    std::vector<bool> changedNow(all.size(), false);
    for (const std::uint32_t index : order) {
        if (settled[index] || !changed[index])
            continue;
        settled[index] = true;
        const QPointF mean = all[index].mean();
        const double reach = all[index].reach();
        table.eachAround(mean, [&](std::uint32_t cell) {
            for (std::uint32_t other = first[cell]; other != CellTable::none; other = next[other]) {
                if (settled[other])
                    continue;
                const QPointF apart = all[other].mean() - mean;
                if (std::hypot(apart.x(), apart.y()) >= (reach + all[other].reach()) * pixel)
                    continue;
                settled[other] = true;
                merged = true;
                changedNow[index] = true;
                absorb(all, index, other);
            }
        });
    }
    changed = std::move(changedNow);
    return merged;
}

/// Where markers crowd, those of a block are one.
void mergeCrowds(std::vector<Gathered>& all, const Crowd& crowd, const QRectF& bounds, double pixel,
                 std::vector<bool>& changed)
{
    struct Block { std::uint32_t markers = 0; std::uint32_t incidents = 0; std::uint32_t fullest = 0; };
    const std::vector<std::uint32_t> markers = standing(all);
    CellTable table(markers.size(), bounds, crowd.side * pixel);
    std::vector<Block> blocks;
    std::vector<std::uint32_t> blockOf;
    for (const std::uint32_t index : markers) {
        blockOf.push_back(table.findOrAdd(all[index].mean()));
        blocks.resize(table.size());
        Block& block = blocks[blockOf.back()];
        if (block.markers == 0 || all[index].count > all[block.fullest].count)
            block.fullest = index;
        ++block.markers;
        block.incidents += all[index].count;
    }
    for (std::size_t i = 0; i < markers.size(); ++i) {
        const Block& block = blocks[blockOf[i]];
        if (block.markers >= crowd.markers && block.incidents >= crowd.incidents && markers[i] != block.fullest) {
            absorb(all, block.fullest, markers[i]);
            changed[block.fullest] = true;
        }
    }
}

void mergeAllOverlapping(std::vector<Gathered>& all, const QRectF& bounds, double pixel, std::vector<bool>& changed)
{
    for (int pass = 0; pass < mostPasses && mergeOverlapping(all, bounds, pixel, changed); ++pass) {
    }
}

/// What would overlap as one, block by block where it crowds. `cellOf`: for each entry an index into the result.
std::vector<Gathered> gather(const std::vector<QPointF>& points, const std::vector<std::uint32_t>& order,
                             const std::vector<bool>& leftOut, const Crowd& crowd, double pixel,
                             std::vector<std::uint32_t>& cellOf, const std::vector<std::uint32_t>& weights = {})
{
    const QRectF bounds = boundsOf(points, leftOut);
    std::vector<Gathered> all = gatherCells(points, order, leftOut, bounds, cellPixels * pixel, cellOf, weights);
    std::vector<bool> changed(all.size(), true);
    mergeAllOverlapping(all, bounds, pixel, changed);
    mergeCrowds(all, crowd, bounds, pixel, changed);
    mergeAllOverlapping(all, bounds, pixel, changed);
    return all;
}

std::uint32_t rootOf(const std::vector<Gathered>& all, std::uint32_t index)
{
    while (all[index].into != index)
        index = all[index].into;
    return index;
}

Marker makeMarker(const IncidentLayer& layer, const std::vector<QPointF>& points, const MarkerSet& set,
                  std::uint32_t first, std::uint32_t count)
{
    Marker marker{{}, first, count, {}};
    for (const std::uint32_t entry : set.entriesOf(marker)) {
        marker.position += points[entry] / count;
        ++marker.groups[groupIndex(layer, entry)];
    }
    return marker;
}

std::vector<AreaTag> gatherTags(const std::vector<AreaMarker>& areas, double pixel)
{
    std::vector<QPointF> points;
    std::vector<std::uint32_t> weights;
    for (const AreaMarker& area : areas) {
        points.push_back(area.position);
        weights.push_back(static_cast<std::uint32_t>(area.entries.size()));
    }
    std::vector<std::uint32_t> cellOf(points.size(), CellTable::none);
    const std::vector<std::uint32_t> order = spatialOrder(points);
    const std::vector<bool> none(points.size(), false);
    const std::vector<Gathered> all = gather(points, order, none, tagCrowd, pixel, cellOf, weights);
    std::vector<AreaTag> tags;
    std::vector<std::uint32_t> tagOf(all.size(), CellTable::none);
    for (const std::uint32_t area : order) {
        if (cellOf[area] == CellTable::none)
            continue;
        const std::uint32_t root = rootOf(all, cellOf[area]);
        if (tagOf[root] == CellTable::none) {
            tagOf[root] = static_cast<std::uint32_t>(tags.size());
            tags.push_back({all[root].mean(), {}, all[root].count});
        }
        tags[tagOf[root]].areas.push_back(area);
    }
    for (AreaTag& tag : tags)
        if (tag.areas.size() == 1)
            tag.position = areas[tag.areas.front()].position;
    return tags;
}

double markerRadius(const Marker& marker)
{
    return marker.count > 1 ? clusterRadius(marker.count) : symbolReach;
}

/// A tag marks no place: where a symbol or a cluster would hide it, it stands beside.
void moveTagsAside(MarkerSet& set, double pixel)
{
    if (set.tags.empty() || set.markers.empty())
        return;
    std::vector<QPointF> places;
    for (const Marker& marker : set.markers)
        places.push_back(marker.position);
    const double farthest = (clusterRadius(100000) + tagWidth(6) / 2) * pixel;
    CellTable table(places.size(), boundsOf(places, std::vector<bool>(places.size(), false)), farthest);
    std::vector<std::uint32_t> first;
    std::vector<std::uint32_t> next(places.size(), CellTable::none);
    for (std::uint32_t i = 0; i < places.size(); ++i) {
        const std::uint32_t cell = table.findOrAdd(places[i]);
        first.resize(table.size(), CellTable::none);
        next[i] = std::exchange(first[cell], i);
    }
    for (AreaTag& tag : set.tags) {
        const double halfWidth = tagWidth(static_cast<std::size_t>(std::log10(tag.count)) + 1) / 2;
        const auto reachTowards = [&](const QPointF& way, double length) {
            return (std::abs(way.x()) * halfWidth + std::abs(way.y()) * tagHeight / 2) / length;
        };
        for (int move = 0; move < mostMoves; ++move) {
            double deepest = 0;
            QPointF step;
            table.eachAround(tag.position, [&](std::uint32_t cell) {
                for (std::uint32_t i = first[cell]; i != CellTable::none; i = next[i]) {
                    const QPointF away = tag.position - places[i];
                    const double apart = std::hypot(away.x(), away.y());
                    const bool same = apart <= 1e-6 * pixel;
                    const double reach = same ? tagHeight / 2 : reachTowards(away, apart);
                    const double hidden = (markerRadius(set.markers[i]) + reach) * pixel - apart;
                    if (hidden <= deepest)
                        continue;
                    deepest = hidden;
                    step = same ? QPointF(0, -hidden) : away * (hidden / apart);
                }
            });
            if (deepest < 0.5 * pixel)
                break;
            tag.position += step;
        }
    }
}

std::vector<QPointF> ringInPlane(const SwerefRing& ring, Plane plane, const geo::Sweref99Transform& transform)
{
    std::vector<QPointF> points;
    points.reserve(ring.size());
    for (const Sweref99& vertex : ring) {
        if (plane == Plane::Sweref99Tm) {
            points.emplace_back(vertex.easting, vertex.northing);
        } else {
            const WebMercator m = transform.toWebMercator(vertex);
            points.emplace_back(m.x, m.y);
        }
    }
    return points;
}

} // namespace

double clusterRadius(std::size_t count)
{
    return 13.0 + 2.6 * std::min(4.0, std::log10(static_cast<double>(count)));
}

double tagWidth(std::size_t letters)
{
    return std::max(tagHeight, 9.0 + 7.0 * static_cast<double>(letters));
}

QImage MarkerPictures::get(std::size_t index, double pixelRatio, const std::function<QImage()>& draw)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_pixelRatio != pixelRatio) {
            m_recent.clear();
            m_older.clear();
            m_pixelRatio = pixelRatio;
        }
        if (const auto kept = m_recent.find(index); kept != m_recent.end())
            return kept->second;
        if (const auto kept = m_older.find(index); kept != m_older.end())
            return keep(index, kept->second);
    }
    // Not under the lock: the window must not wait for a worker that draws, and may be held up in it.
    const QImage picture = draw();
    const std::scoped_lock lock(m_mutex);
    return m_pixelRatio == pixelRatio ? keep(index, picture) : picture;
}

QImage MarkerPictures::keep(std::size_t index, const QImage& picture)
{
    const QImage kept = picture; // it may be one of those that go
    if (m_recent.size() >= most / 2) {
        m_older = std::move(m_recent);
        m_recent.clear();
    }
    m_recent.insert_or_assign(index, kept);
    return kept;
}

std::size_t MarkerPictures::size() const
{
    const std::scoped_lock lock(m_mutex);
    return m_recent.size() + m_older.size();
}

std::vector<std::uint32_t> spatialOrder(const std::vector<QPointF>& points)
{
    const QRectF bounds = boundsOf(points, std::vector<bool>(points.size(), false));
    const double side = std::max({bounds.width(), bounds.height(), 1e-9});
    const auto spread = [](std::uint32_t v) { // a zero bit after each of 16
        v = (v | (v << 8)) & 0x00ff00ffU;
        v = (v | (v << 4)) & 0x0f0f0f0fU;
        v = (v | (v << 2)) & 0x33333333U;
        return (v | (v << 1)) & 0x55555555U;
    };
    const auto part = [&](double from, double at) {
        return std::isfinite(at) ? static_cast<std::uint32_t>(std::clamp((at - from) / side, 0.0, 1.0) * 65535.0) : 0U;
    };
    std::vector<std::uint32_t> keys(points.size());
    std::vector<std::uint32_t> order(points.size());
    for (std::uint32_t i = 0; i < points.size(); ++i) {
        keys[i] = spread(part(bounds.left(), points[i].x())) | (spread(part(bounds.top(), points[i].y())) << 1);
        order[i] = i;
    }
    if (points.size() < 4096) {
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return keys[a] < keys[b]; });
        return order;
    }
    // Many: by counting, the lower half of the key and then the upper.
    std::vector<std::uint32_t> sorted(order.size());
    for (const unsigned shift : {0U, 16U}) {
        std::vector<std::uint32_t> begin(65537, 0);
        for (const std::uint32_t i : order)
            ++begin[((keys[i] >> shift) & 0xffffU) + 1];
        for (std::size_t i = 1; i < begin.size(); ++i)
            begin[i] += begin[i - 1];
        for (const std::uint32_t i : order)
            sorted[begin[(keys[i] >> shift) & 0xffffU]++] = i;
        order.swap(sorted);
    }
    return order;
}

std::vector<AreaMarker> areaMarkers(const IncidentLayer& layer, Plane plane)
{
    const analysis::IncidentTable& table = layer.table();
    const std::vector<QPointF>& points = layer.points(plane);
    const geo::Sweref99Transform transform;
    using Key = std::tuple<double, double, double, std::size_t>;
    std::map<Key, std::vector<std::pair<std::size_t, const SwerefRing*>>> byKey;
    std::vector<AreaMarker> areas;
    const SwerefRing circle;
    for (std::uint32_t entry = 0; entry < layer.rows().size(); ++entry) {
        const std::uint32_t row = layer.rows()[entry];
        if (table.precision[row] != static_cast<std::uint8_t>(Precision::Area))
            continue;
        const auto found = layer.areas().find(row);
        const SwerefRing& ring = found == layer.areas().end() ? circle : found->second;
        const Key key = ring.empty() ? Key{table.easting[row], table.northing[row], table.radius[row], 0}
                                     : Key{ring.front().easting, ring.front().northing, 0, ring.size()};
        auto& same = byKey[key];
        auto known = std::find_if(same.begin(), same.end(), [&](const auto& s) { return *s.second == ring; });
        if (known == same.end()) {
            AreaMarker area;
            area.position = points[entry];
            area.radius = static_cast<double>(table.radius[row]);
            if (!ring.empty()) {
                area.ring = ringInPlane(ring, plane, transform);
                area.radius = 0;
                for (const Sweref99& v : ring)
                    area.radius = std::max(area.radius, std::hypot(v.easting - table.easting[row],
                                                                   v.northing - table.northing[row]));
            }
            areas.push_back(std::move(area));
            known = same.insert(same.end(), {areas.size() - 1, &ring});
        }
        areas[known->first].entries.push_back(entry);
        ++areas[known->first].groups[groupIndex(layer, entry)];
    }
    return areas;
}

MarkerSet gatherMarkers(const IncidentLayer& layer, Plane plane, const std::vector<AreaMarker>& areas,
                        const std::vector<std::uint32_t>& order, double pixel, double groundPixel)
{
    const std::vector<QPointF>& points = layer.points(plane);
    MarkerSet set;
    std::vector<bool> asArea(points.size(), false);
    for (const AreaMarker& area : areas)
        if (area.radius >= smallestAreaPixels * groundPixel) {
            set.areas.push_back(area);
            for (const std::uint32_t entry : area.entries)
                asArea[entry] = true;
        }

    std::vector<std::uint32_t> cellOf(points.size(), CellTable::none);
    const std::vector<Gathered> all = gather(points, order, asArea, markerCrowd, pixel, cellOf);
    set.tags = gatherTags(set.areas, pixel);

    std::vector<std::uint32_t> begin(all.size() + 1, 0);
    for (std::uint32_t i = 0; i < all.size(); ++i)
        if (all[i].into == i)
            begin[i + 1] = all[i].count;
    for (std::size_t i = 1; i < begin.size(); ++i)
        begin[i] += begin[i - 1];
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    set.entries.resize(begin.back());
    for (const std::uint32_t entry : order)
        if (cellOf[entry] != CellTable::none)
            set.entries[next[rootOf(all, cellOf[entry])]++] = entry;
    for (std::size_t i = 0; i + 1 < begin.size(); ++i)
        if (begin[i + 1] > begin[i])
            set.markers.push_back(makeMarker(layer, points, set, begin[i], begin[i + 1] - begin[i]));
    moveTagsAside(set, pixel);
    return set;
}

} // namespace hk::map
