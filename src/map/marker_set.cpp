#include "map/marker_set.h"

#include "core/incident.h"
#include "geo/transform.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace hk::map {

namespace {

constexpr double cellPixels = 46.0;     // clusters are up to this wide
constexpr double mergePixels = 36.0;    // nearer than this, neighbours become one
constexpr double apartPixels = symbolDiameter + 2;
constexpr double smallestAreaPixels = 14.0;
constexpr std::uint32_t crowdMarkers = 3;
constexpr std::uint32_t crowdIncidents = 12;
constexpr std::uint32_t mostLooked = 6; // clusters up to this size are looked at for symbols that stand apart

std::size_t groupIndex(const IncidentLayer& layer, std::uint32_t entry)
{
    return static_cast<std::size_t>(layer.symbolOf(layer.rows()[entry]).group);
}

struct Cell {
    std::int64_t column = 0;
    std::int64_t row = 0;
    double sumX = 0;
    double sumY = 0;
    std::uint32_t count = 0;
    std::uint32_t absorbedBy = 0; ///< own index: stands for itself
    QPointF mean() const { return {sumX / count, sumY / count}; }
};

/// Cells by column and row: open addressing, sized once.
class CellTable {
public:
    CellTable(std::size_t entries, std::vector<Cell>& cells)
        : m_cells(cells), m_slots(std::bit_ceil(std::max<std::size_t>(16, entries * 2)), none)
    {
    }
    std::uint32_t find(std::int64_t column, std::int64_t row) const { return m_slots[slotOf(column, row)]; }
    std::uint32_t findOrAdd(std::int64_t column, std::int64_t row)
    {
        std::uint32_t& slot = m_slots[slotOf(column, row)];
        if (slot == none) {
            slot = static_cast<std::uint32_t>(m_cells.size());
            m_cells.push_back({column, row, 0, 0, 0, slot});
        }
        return slot;
    }
    static constexpr std::uint32_t none = 0xffffffffU;

private:
    std::size_t slotOf(std::int64_t column, std::int64_t row) const
    {
        const std::size_t mask = m_slots.size() - 1;
        const std::uint64_t key = static_cast<std::uint64_t>(column) * 0x9e3779b97f4a7c15ULL
                                  ^ static_cast<std::uint64_t>(row) * 0xc2b2ae3d27d4eb4fULL;
        std::size_t slot = (key ^ (key >> 29)) & mask;
        while (m_slots[slot] != none
               && (m_cells[m_slots[slot]].column != column || m_cells[m_slots[slot]].row != row))
            slot = (slot + 1) & mask;
        return slot;
    }
    std::vector<Cell>& m_cells;
    std::vector<std::uint32_t> m_slots;
};

/// Cells whose means lie close are taken up by the fuller one; the order is by count and place, never by input.
void mergeNeighbours(std::vector<Cell>& cells, const CellTable& table, double distance)
{
    std::vector<std::uint32_t> order(cells.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        const Cell& p = cells[a];
        const Cell& q = cells[b];
        return p.count != q.count ? p.count > q.count : p.row != q.row ? p.row < q.row : p.column < q.column;
    });
    std::vector<bool> settled(cells.size(), false);
    for (const std::uint32_t index : order) {
        Cell& cell = cells[index];
        if (settled[index])
            continue;
        settled[index] = true;
        const QPointF mean = cell.mean();
        for (std::int64_t row = cell.row - 1; row <= cell.row + 1; ++row)
            for (std::int64_t column = cell.column - 1; column <= cell.column + 1; ++column) {
                const std::uint32_t other = table.find(column, row);
                if (other == CellTable::none || settled[other])
                    continue;
                const QPointF apart = cells[other].mean() - mean;
                if (std::hypot(apart.x(), apart.y()) >= distance)
                    continue;
                settled[other] = true;
                cells[other].absorbedBy = index;
            }
    }
}

/// Where clusters crowd, four cells are one.
void mergeCrowds(std::vector<Cell>& cells)
{
    struct Block { std::uint32_t markers = 0; std::uint32_t incidents = 0; std::uint32_t fullest = 0; };
    std::vector<Cell> corners;
    CellTable table(cells.size(), corners);
    std::vector<Block> blocks;
    std::vector<std::uint32_t> total(cells.size(), 0);
    for (const Cell& cell : cells)
        total[cell.absorbedBy] += cell.count;
    const auto blockOf = [&](const Cell& cell) {
        return table.findOrAdd(cell.column >> 1, cell.row >> 1);
    };
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
        if (cells[i].absorbedBy != i)
            continue;
        const std::uint32_t index = blockOf(cells[i]);
        blocks.resize(corners.size());
        Block& block = blocks[index];
        if (block.markers == 0 || total[i] > total[block.fullest])
            block.fullest = i;
        ++block.markers;
        block.incidents += total[i];
    }
    std::vector<std::uint32_t> moved(cells.size());
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
        moved[i] = i;
        if (cells[i].absorbedBy == i) {
            const Block& block = blocks[blockOf(cells[i])];
            if (block.markers >= crowdMarkers && block.incidents >= crowdIncidents)
                moved[i] = block.fullest;
        }
    }
    for (Cell& cell : cells)
        cell.absorbedBy = moved[cell.absorbedBy];
}

bool standApart(std::span<const std::uint32_t> entries, const std::vector<QPointF>& points, double distance)
{
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (std::size_t j = i + 1; j < entries.size(); ++j) {
            const QPointF apart = points[entries[i]] - points[entries[j]];
            if (std::hypot(apart.x(), apart.y()) < distance)
                return false;
        }
    return true;
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

QImage MarkerPictures::get(std::size_t index, double pixelRatio, const std::function<QImage()>& draw)
{
    const std::scoped_lock lock(m_mutex);
    if (m_pixelRatio != pixelRatio) {
        m_pictures.clear();
        m_pixelRatio = pixelRatio;
    }
    QImage& picture = m_pictures[index];
    if (picture.isNull())
        picture = draw();
    return picture;
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

MarkerSet gatherMarkers(const IncidentLayer& layer, Plane plane, const std::vector<AreaMarker>& areas, double pixel,
                        double groundPixel)
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

    const double cellSize = cellPixels * pixel;
    std::vector<Cell> cells;
    CellTable table(points.size(), cells);
    std::vector<std::uint32_t> cellOf(points.size(), CellTable::none);
    for (std::uint32_t entry = 0; entry < points.size(); ++entry) {
        const QPointF& p = points[entry];
        if (asArea[entry] || !std::isfinite(p.x()) || !std::isfinite(p.y()))
            continue;
        const std::uint32_t index = table.findOrAdd(static_cast<std::int64_t>(std::floor(p.x() / cellSize)),
                                                    static_cast<std::int64_t>(std::floor(p.y() / cellSize)));
        cellOf[entry] = index;
        cells[index].sumX += p.x();
        cells[index].sumY += p.y();
        ++cells[index].count;
    }
    mergeNeighbours(cells, table, mergePixels * pixel);
    mergeCrowds(cells);

    std::vector<std::uint32_t> begin(cells.size() + 1, 0);
    for (const Cell& cell : cells)
        begin[cell.absorbedBy + 1] += cell.count;
    for (std::size_t i = 1; i < begin.size(); ++i)
        begin[i] += begin[i - 1];
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    set.entries.resize(begin.back());
    for (std::uint32_t entry = 0; entry < points.size(); ++entry)
        if (cellOf[entry] != CellTable::none)
            set.entries[next[cells[cellOf[entry]].absorbedBy]++] = entry;

    for (std::size_t i = 0; i + 1 < begin.size(); ++i) {
        const std::uint32_t count = begin[i + 1] - begin[i];
        if (count == 0)
            continue;
        const bool apart = count <= mostLooked
                           && standApart({set.entries.data() + begin[i], count}, points, apartPixels * pixel);
        const std::uint32_t each = apart ? 1 : count;
        for (std::uint32_t first = begin[i]; first < begin[i + 1]; first += each)
            set.markers.push_back(makeMarker(layer, points, set, first, each));
    }
    return set;
}

} // namespace hk::map
