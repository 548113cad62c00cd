#include "analysis/hotspot.h"

#include "analysis/stoppable.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace hk::analysis {

namespace {

constexpr std::uint8_t precisionArea = 3;
constexpr double squareMetresPerKm2 = 1e6;

constexpr std::size_t lookEvery = 4096; // rows between two looks at the stop token: well under a millisecond

Outcome<void> sortUntil(std::vector<std::uint32_t>& rows, const std::stop_token& stop)
{
    constexpr std::size_t run = 1 << 15;
    const auto at = [&](std::size_t i) { return rows.begin() + static_cast<std::ptrdiff_t>(std::min(i, rows.size())); };
    for (std::size_t first = 0; first < rows.size(); first += run) {
        if (stop.stop_requested())
            return tl::unexpected(Failure{Fault::Cancelled});
        std::sort(at(first), at(first + run));
    }
    for (std::size_t width = run; width < rows.size(); width *= 2)
        for (std::size_t first = 0; first + width < rows.size(); first += 2 * width) {
            if (stop.stop_requested())
                return tl::unexpected(Failure{Fault::Cancelled});
            std::inplace_merge(at(first), at(first + width), at(first + 2 * width));
        }
    return {};
}

/// Rows in strips by easting, so that a hotspot asks only those in its own.
class RowsByEasting {
public:
    static Outcome<RowsByEasting> of(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                     const std::stop_token& stop)
    {
        RowsByEasting made(table);
        double east = -1e300;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i % lookEvery == 0 && stop.stop_requested())
                return tl::unexpected(Failure{Fault::Cancelled});
            made.m_west = std::min(made.m_west, table.easting[rows[i]]);
            east = std::max(east, table.easting[rows[i]]);
        }
        made.m_perMetre = static_cast<double>(strips - 1) / std::max(east - made.m_west, 1.0);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (i % lookEvery == 0 && stop.stop_requested())
                return tl::unexpected(Failure{Fault::Cancelled});
            made.m_strips[made.stripOf(table.easting[rows[i]])].push_back(rows[i]);
        }
        return made;
    }

    /// Ascending.
    Outcome<std::vector<std::uint32_t>> inside(const PolygonIndex& polygon, const std::stop_token& stop) const
    {
        const Extent& box = polygon.bounds();
        std::vector<std::uint32_t> found;
        std::size_t asked = 0;
        for (std::size_t strip = stripOf(box.xmin); strip <= stripOf(box.xmax); ++strip)
            for (const std::uint32_t row : m_strips[strip]) {
                if (++asked % lookEvery == 0 && stop.stop_requested())
                    return tl::unexpected(Failure{Fault::Cancelled});
                const Point place{m_table->easting[row], m_table->northing[row]};
                if (box.contains(place) && polygon.contains(place))
                    found.push_back(row);
            }
        if (const Outcome<void> sorted = sortUntil(found, stop); !sorted)
            return tl::unexpected(sorted.error());
        return found;
    }

private:
    explicit RowsByEasting(const IncidentTable& table)
        : m_table(&table)
        , m_strips(strips)
    {}
    std::size_t stripOf(double easting) const
    {
        const double strip = (easting - m_west) * m_perMetre;
        return strip > 0.0 ? static_cast<std::size_t>(std::min(strip, static_cast<double>(strips - 1))) : 0;
    }

    static constexpr std::size_t strips = 512;
    const IncidentTable* m_table;
    double m_west = 1e300;
    double m_perMetre = 1.0;
    std::vector<std::vector<std::uint32_t>> m_strips;
};

std::vector<std::pair<std::uint16_t, std::size_t>>
leading(const IncidentTable& table, const std::vector<std::uint32_t>& rows, std::size_t most) {
    std::vector<std::size_t> counts;
    for (const std::uint32_t row : rows) {
        const std::uint16_t category = table.category[row];
        if (category >= counts.size())
            counts.resize(category + std::size_t{1}, 0);
        ++counts[category];
    }
    std::vector<std::pair<std::uint16_t, std::size_t>> result;
    for (std::size_t category = 0; category < counts.size(); ++category)
        if (counts[category] > 0)
            result.emplace_back(static_cast<std::uint16_t>(category), counts[category]);
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

Outcome<std::vector<Hotspot>> hotspots(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                                       const Grid& density, const HotspotOptions& options, const std::stop_token& stop)
{
    const Outcome<RowsByEasting> byEasting = RowsByEasting::of(table, rows, stop);
    if (!byEasting)
        return tl::unexpected(byEasting.error());
    const double meanDensity = static_cast<double>(rows.size()) / studyAreaKm2(density, options);
    Outcome<std::vector<Polygon>> polygons = contourPolygons(density, quantileAboveZero(density, options.quantile), stop);
    if (!polygons)
        return tl::unexpected(polygons.error());
    std::vector<Hotspot> result;
    for (Polygon& polygon : *polygons) {
        if (stop.stop_requested())
            return tl::unexpected(Failure{Fault::Cancelled});
        if (options.centre && distance(polygon, *options.centre) > options.within)
            continue;
        const PolygonIndex index(polygon);
        Outcome<std::vector<std::uint32_t>> inside = byEasting->inside(index, stop);
        if (!inside)
            return tl::unexpected(inside.error());
        if (inside->size() < options.minimumIncidents)
            continue;
        Hotspot hotspot;
        hotspot.incidents = inside->size();
        hotspot.areaKm2 = area(polygon) / squareMetresPerKm2;
        hotspot.density = static_cast<double>(hotspot.incidents) / hotspot.areaKm2;
        hotspot.excess = static_cast<double>(hotspot.incidents) - meanDensity * hotspot.areaKm2;
        std::tie(hotspot.centre, hotspot.peakDensity) = summit(density, index);
        hotspot.leadingCategories = leading(table, *inside, options.leadingCategories);
        if (stop.stop_requested())
            return tl::unexpected(Failure{Fault::Cancelled});
        hotspot.profile = weekProfile(table, *inside);
        hotspot.peak = peakTime(hotspot.profile);
        hotspot.rows = std::move(*inside);
        hotspot.polygon = std::move(polygon);
        result.push_back(std::move(hotspot));
    }
    rankHotspots(result, options.rank);
    return result;
}

std::vector<Hotspot> hotspots(const IncidentTable& table, const std::vector<std::uint32_t>& rows, const Grid& density,
                              const HotspotOptions& options)
{
    return *hotspots(table, rows, density, options, {});
}

} // namespace hk::analysis
