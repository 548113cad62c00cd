#pragma once

#include "analysis/contour.h"
#include "analysis/incident_table.h"
#include "analysis/time_profile.h"

#include <optional>
#include <string>
#include <utility>

namespace hk::analysis {

/// Rows of a selection that may stand in a heatmap of this bandwidth, and how many may not: those whose
/// radius of precision is above the bandwidth, and precision area always.
struct HeatmapRows {
    std::vector<std::uint32_t> rows;
    std::size_t leftOutArea = 0;
    std::size_t leftOutRadius = 0;
    std::size_t leftOut() const { return leftOutArea + leftOutRadius; }
};
HeatmapRows heatmapRows(const IncidentTable& table, const std::vector<std::uint32_t>& rows, double bandwidth);

std::vector<Point> positions(const IncidentTable& table, const std::vector<std::uint32_t>& rows);

enum class HotspotRank : std::uint8_t { Incidents, Density, Excess };

struct HotspotOptions {
    double quantile = 0.9;       ///< of the cells above zero
    std::optional<Point> centre; ///< rank only hotspots whose polygon comes within `within` of it
    double within = 1000.0;      ///< metres
    std::size_t minimumIncidents = 2;
    std::size_t leadingCategories = 3;
    HotspotRank rank = HotspotRank::Incidents;
    double studyAreaKm2 = 0.0; ///< for the excess; 0: the area of the cells above zero
};

struct Hotspot {
    int rank = 0; ///< from 1
    Polygon polygon;
    Point centre;              ///< centre of the cell inside where the density is highest
    std::size_t incidents = 0; ///< inside the polygon, of the rows given
    double areaKm2 = 0.0;
    double density = 0.0;     ///< incidents per km² inside: incidents / areaKm2
    double peakDensity = 0.0; ///< highest cell inside, incidents per km²
    /// Incidents beyond what the study area's mean density would put here: incidents − N/A · area, N
    /// incidents in A km²: the raw residual of an even spread [Baddeley, Turner, Møller & Hazelton 2005].
    double excess = 0.0;
    std::vector<std::pair<std::uint16_t, std::size_t>> leadingCategories; ///< index, count; most first
    WeekProfile profile;
    PeakTime peak;
    std::vector<std::uint32_t> rows; ///< inside the polygon, ascending
};

/// What lies inside the contour at the quantile of the cells above zero; ranked by incidents, ties by density
/// (to a thousandth per km²), then by position of the centre (west first, then south), so that the order is
/// always the same. Ranked by density or excess (to a thousandth, too), ties are broken by incidents first.
/// Ranks count those kept: near enough and with incidents enough. Thread-safe.
std::vector<Hotspot> hotspots(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                              const Grid& density, const HotspotOptions& options);

/// Square kilometres over which the incidents are held to spread evenly: that of the options, else of the
/// cells above zero.
double studyAreaKm2(const Grid& density, const HotspotOptions& options);

/// Puts hotspots into the order that hotspots() gives and numbers them.
void rankHotspots(std::vector<Hotspot>& hotspots, HotspotRank rank);

} // namespace hk::analysis
