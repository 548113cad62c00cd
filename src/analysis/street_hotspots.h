#pragma once

#include "analysis/geometry.h"
#include "analysis/status.h"

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace hk::analysis {

using Polyline = std::vector<Point>;

/// A piece of a street.
struct StreetSegment {
    Polyline vertices;
    std::uint32_t street = 0; ///< index of the line it was cut from
    std::uint32_t part = 0;   ///< from 0, along the line
    double length = 0.0;      ///< metres
};

/// Each line cut into max(1, round(length / target)) pieces of equal length, measured along it, so that
/// pieces of long streets are close to `target` metres and no short rest remains. Lines without length give
/// nothing. In the order of the lines, then along them.
std::vector<StreetSegment> cutStreets(const std::vector<Polyline>& lines, double target = 100.0);

/// The nearest segment of a set for many points: a grid of the segments' edges. Immutable after construction;
/// const access from many threads is safe.
class StreetIndex {
public:
    /// `reach` (metres, positive): how far a point may lie from its street, inclusive.
    StreetIndex(std::span<const StreetSegment> segments, double reach);
    /// Index of the nearest segment within reach; of equally near ones the lowest. −1: none, or p not finite.
    std::int64_t nearest(const Point& p) const;

private:
    struct Edge {
        Point from;
        Point to;
        std::uint32_t segment;
    };
    void build();
    std::int64_t columnOf(double x) const;
    std::int64_t rowOf(double y) const;

    double m_reach = 0.0;
    double m_cell = 0.0;
    Extent m_bounds; ///< of the edges, widened by the reach
    std::int64_t m_columns = 0;
    std::int64_t m_rows = 0;
    std::vector<Edge> m_edges;
    std::vector<std::uint32_t> m_start;   ///< first entry of each cell in m_entries, and the end of the last
    std::vector<std::uint32_t> m_entries; ///< edges that come within reach of the cell, ascending
};

struct StreetOptions {
    double reach = 40.0;        ///< metres from an incident to its street, inclusive
    double shortestBase = 50.0; ///< metres: a shorter piece is counted as this long, so that one incident on
                                ///< a stub does not lead
    int threads = 0;            ///< 0: as many as pay
    std::stop_token stop = {};
};

struct StreetHotspots {
    std::vector<double> weight;          ///< by segment: incidents (their weights) nearest to it
    std::vector<double> per100Metres;    ///< by segment: weight / max(length, shortestBase) · 100
    std::vector<std::uint32_t> ranked;   ///< segments with weight, by per100Metres, then weight, then index
    std::vector<std::int64_t> segmentOf; ///< by point; −1: left out
    std::size_t counted = 0;
    std::size_t leftOut = 0; ///< points with no street within reach
};

/// Incidents per 100 m of street: each point goes to its nearest segment within reach, the rest is left out
/// and counted. The line counterpart of a hotspot, as incidents in towns lie along streets [Weisburd 2015,
/// the street segment as unit]. `weights` is empty (all 1) or as long as `points` (else
/// std::invalid_argument). Faults: BandwidthNotPositive (reach), Cancelled. Thread-safe.
Outcome<StreetHotspots> streetHotspots(std::span<const StreetSegment> segments,
                                       const std::vector<Point>& points, const std::vector<double>& weights,
                                       const StreetOptions& options);

} // namespace hk::analysis
