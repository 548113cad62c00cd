#include "analysis/hotspot.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace hk::analysis {

namespace {

constexpr std::uint8_t precisionArea = 3;
constexpr double squareMetresPerKm2 = 1e6;

/// Rows sorted by easting, so that a hotspot asks only those in its own strip.
class RowsByEasting {
public:
    RowsByEasting(const IncidentTable& table, const std::vector<std::uint32_t>& rows)
        : m_table(table)
        , m_rows(rows) {
        std::sort(m_rows.begin(), m_rows.end(), [&](std::uint32_t a, std::uint32_t b) {
            return std::tie(table.easting[a], a) < std::tie(table.easting[b], b);
        });
    }

    /// Ascending.
    std::vector<std::uint32_t> inside(const PolygonIndex& polygon) const {
        const Extent& box = polygon.bounds();
        const auto first =
            std::lower_bound(m_rows.begin(), m_rows.end(), box.xmin,
                             [&](std::uint32_t row, double x) { return m_table.easting[row] < x; });
        std::vector<std::uint32_t> found;
        for (auto row = first; row != m_rows.end() && m_table.easting[*row] <= box.xmax; ++row)
            if (polygon.contains({m_table.easting[*row], m_table.northing[*row]}))
                found.push_back(*row);
        std::sort(found.begin(), found.end());
        return found;
    }

private:
    const IncidentTable& m_table;
    std::vector<std::uint32_t> m_rows;
};

std::vector<std::pair<std::uint16_t, std::size_t>>
leading(const IncidentTable& table, const std::vector<std::uint32_t>& rows, std::size_t most) {
    std::map<std::uint16_t, std::size_t> counts;
    for (const std::uint32_t row : rows)
        ++counts[table.category[row]];
    std::vector<std::pair<std::uint16_t, std::size_t>> result(counts.begin(), counts.end());
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    if (result.size() > most)
        result.resize(most);
    return result;
}

/// Centre and value of the highest cell inside; of equals the southernmost, then westernmost.
std::pair<Point, double> summit(const Grid& grid, const PolygonIndex& polygon) {
    const GridSpec& spec = grid.spec;
    const Extent& box = polygon.bounds();
    const auto index = [&](double v, double origin, std::int64_t count) {
        return static_cast<std::int64_t>(
            std::clamp((v - origin) / spec.cell, 0.0, static_cast<double>(count - 1)));
    };
    std::pair<Point, double> best{{0.5 * (box.xmin + box.xmax), 0.5 * (box.ymin + box.ymax)}, 0.0};
    for (std::int64_t j = index(box.ymin, spec.ymin, spec.rows); j <= index(box.ymax, spec.ymin, spec.rows);
         ++j) {
        for (std::int64_t i = index(box.xmin, spec.xmin, spec.columns);
             i <= index(box.xmax, spec.xmin, spec.columns); ++i) {
            const Point centre{spec.xmin + (static_cast<double>(i) + 0.5) * spec.cell,
                               spec.ymin + (static_cast<double>(j) + 0.5) * spec.cell};
            if (grid.at(i, j) > best.second && polygon.contains(centre))
                best = {centre, grid.at(i, j)};
        }
    }
    return best;
}

/// To a thousandth: areas of the same shape at two places differ in their last digits.
double rounded(double value) { return std::round(1e3 * value); }

/// Orders by the chosen measure, then by incidents, density and place.
class RanksBefore {
public:
    explicit RanksBefore(HotspotRank rank)
        : m_rank(rank)
    {}
    bool operator()(const Hotspot& a, const Hotspot& b) const
    {
        if (m_rank == HotspotRank::Excess && rounded(a.excess) != rounded(b.excess))
            return a.excess > b.excess;
        if (m_rank != HotspotRank::Density && a.incidents != b.incidents)
            return a.incidents > b.incidents;
        if (rounded(a.density) != rounded(b.density))
            return a.density > b.density;
        if (a.incidents != b.incidents)
            return a.incidents > b.incidents;
        return std::tie(a.centre.x, a.centre.y) < std::tie(b.centre.x, b.centre.y);
    }

private:
    HotspotRank m_rank;
};

} // namespace

HeatmapRows heatmapRows(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                        double bandwidth) {
    HeatmapRows result;
    result.rows.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        if (table.precision[row] == precisionArea || (table.flags[row] & flagArea) != 0)
            ++result.leftOutArea;
        else if (static_cast<double>(table.radius[row]) > bandwidth)
            ++result.leftOutRadius;
        else
            result.rows.push_back(row);
    }
    return result;
}

std::vector<Point> positions(const IncidentTable& table, const std::vector<std::uint32_t>& rows) {
    std::vector<Point> points;
    points.reserve(rows.size());
    for (const std::uint32_t row : rows)
        points.push_back({table.easting[row], table.northing[row]});
    return points;
}

double studyAreaKm2(const Grid& density, const HotspotOptions& options)
{
    if (options.studyAreaKm2 > 0.0)
        return options.studyAreaKm2;
    const auto cells = std::count_if(density.values.begin(), density.values.end(), [](double v) { return v > 0.0; });
    return static_cast<double>(cells) * density.spec.cell * density.spec.cell / squareMetresPerKm2;
}

void rankHotspots(std::vector<Hotspot>& hotspots, HotspotRank rank)
{
    std::sort(hotspots.begin(), hotspots.end(), RanksBefore(rank));
    for (std::size_t i = 0; i < hotspots.size(); ++i)
        hotspots[i].rank = static_cast<int>(i + 1);
}

std::vector<Hotspot> hotspots(const IncidentTable& table, const std::vector<std::uint32_t>& rows, const Grid& density,
                              const HotspotOptions& options)
{
    const RowsByEasting sorted(table, rows);
    const double meanDensity = static_cast<double>(rows.size()) / studyAreaKm2(density, options);
    std::vector<Hotspot> result;
    for (Polygon& polygon : contourPolygons(density, quantileAboveZero(density, options.quantile))) {
        if (options.centre && distance(polygon, *options.centre) > options.within)
            continue;
        const PolygonIndex index(polygon);
        std::vector<std::uint32_t> inside = sorted.inside(index);
        if (inside.size() < options.minimumIncidents)
            continue;
        Hotspot hotspot;
        hotspot.incidents = inside.size();
        hotspot.areaKm2 = area(polygon) / squareMetresPerKm2;
        hotspot.density = static_cast<double>(hotspot.incidents) / hotspot.areaKm2;
        hotspot.excess = static_cast<double>(hotspot.incidents) - meanDensity * hotspot.areaKm2;
        std::tie(hotspot.centre, hotspot.peakDensity) = summit(density, index);
        hotspot.leadingCategories = leading(table, inside, options.leadingCategories);
        hotspot.profile = weekProfile(table, inside);
        hotspot.peak = peakTime(hotspot.profile);
        hotspot.rows = std::move(inside);
        hotspot.polygon = std::move(polygon);
        result.push_back(std::move(hotspot));
    }
    rankHotspots(result, options.rank);
    return result;
}

} // namespace hk::analysis
