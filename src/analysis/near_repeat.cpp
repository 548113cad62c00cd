#include "analysis/near_repeat.h"

#include "analysis/near_repeat_shuffles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>
#include <stdexcept>

namespace hk::analysis {

namespace {

constexpr double farthest = 1e9; ///< metres and days

template <class Edge>
bool rising(const std::vector<Edge>& edges)
{
    if (edges.size() < 2 || edges.size() > maximumBands + 1)
        return false;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto edge = static_cast<double>(edges[i]);
        if (!(edge >= 0.0 && edge <= farthest) || (i > 0 && !(edges[i] > edges[i - 1])))
            return false;
    }
    return true;
}

bool usable(const SpaceTimePoints& points)
{
    for (const Point& place : points.places)
        if (!std::isfinite(place.x) || !std::isfinite(place.y))
            return false;
    return std::all_of(points.dates.begin(), points.dates.end(),
                       [](std::int32_t date) { return std::abs(static_cast<double>(date)) <= farthest; });
}

/// In how many data sets, the observed first of them, a cell holds at least as many pairs: by data set.
std::vector<std::uint32_t> atLeastAsMany(std::span<const std::uint32_t> counts)
{
    std::vector<std::uint32_t> sorted(counts.begin(), counts.end());
    std::sort(sorted.begin(), sorted.end());
    std::vector<std::uint32_t> result(counts.size());
    for (std::size_t set = 0; set < counts.size(); ++set)
        result[set] = static_cast<std::uint32_t>(sorted.end() -
                                                 std::lower_bound(sorted.begin(), sorted.end(), counts[set]));
    return result;
}

NearRepeatReach reachOf(const NearRepeat& result)
{
    NearRepeatReach reach;
    if (result.at(0, 0).p > nearRepeatLevel)
        return reach;
    reach = {1, 1};
    const double perDirection = nearRepeatLevel / 2.0;
    while (reach.timeBands < result.timeBands && result.at(0, reach.timeBands).p <= perDirection)
        ++reach.timeBands;
    while (reach.spaceBands < result.spaceBands && result.at(reach.spaceBands, 0).p <= perDirection)
        ++reach.spaceBands;
    return reach;
}

/// False: stopped.
bool judge(const detail::ShuffledCounts& counted, const std::stop_token& stop, NearRepeat& result)
{
    const std::size_t sets = counted.dataSets;
    const auto all = static_cast<double>(sets);
    std::vector<std::uint32_t> fewest(sets, std::numeric_limits<std::uint32_t>::max());
    std::vector<std::uint32_t> own;
    for (std::size_t cell = 0; cell < result.spaceBands * result.timeBands; ++cell) {
        if (stop.stop_requested())
            return false;
        const auto counts = std::span(counted.counts).subspan(cell * sets, sets);
        const std::vector<std::uint32_t> atLeast = atLeastAsMany(counts);
        for (std::size_t set = 0; set < sets; ++set)
            fewest[set] = std::min(fewest[set], atLeast[set]);
        own.push_back(atLeast.front());
        const std::uint64_t simulated = std::accumulate(counts.begin() + 1, counts.end(), std::uint64_t{0});
        NearRepeatCell& found = result.cells.emplace_back();
        found.observed = counts.front();
        found.expected = static_cast<double>(simulated) / (all - 1.0);
        found.ratio = simulated > 0 ? static_cast<double>(found.observed) / found.expected
                                    : std::numeric_limits<double>::quiet_NaN();
        found.p = atLeast.front() / all;
    }
    for (std::size_t cell = 0; cell < own.size(); ++cell)
        result.cells[cell].familyP =
            static_cast<double>(std::count_if(fewest.begin(), fewest.end(),
                                              [&](std::uint32_t least) { return least <= own[cell]; })) /
            all;
    return true;
}

} // namespace

tl::expected<NearRepeat, NearRepeatFault> nearRepeat(const SpaceTimePoints& points,
                                                     const NearRepeatOptions& options)
{
    if (points.places.size() != points.dates.size())
        throw std::invalid_argument("nearRepeat: as many dates as places");
    if (!rising(options.bands.metres) || !rising(options.bands.days))
        return tl::unexpected(NearRepeatFault::BandsNotRising);
    if (options.runs < minimumRuns || options.runs > maximumRuns)
        return tl::unexpected(NearRepeatFault::RunsOutOfRange);
    if (points.places.size() < 2)
        return tl::unexpected(NearRepeatFault::TooFewIncidents);
    if (!usable(points))
        return tl::unexpected(NearRepeatFault::NotFinite);

    const auto counted = detail::countShuffled(points, options);
    if (!counted)
        return tl::unexpected(counted.error());
    NearRepeat result;
    result.spaceBands = options.bands.spaceBands();
    result.timeBands = options.bands.timeBands();
    result.incidents = points.places.size();
    result.pairs = counted->pairs;
    if (!judge(*counted, options.stop, result))
        return tl::unexpected(NearRepeatFault::Cancelled);
    result.reach = reachOf(result);
    return result;
}

NearRepeatRows nearRepeatRows(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                              const NearRepeatBands& bands)
{
    constexpr double minutesPerDay = 1440.0;
    const double width = bands.metres.at(1) - bands.metres.at(0);
    const double minutes = (bands.days.at(1) - bands.days.at(0)) * minutesPerDay;
    NearRepeatRows result;
    for (const std::uint32_t row : rows) {
        if ((table.flags[row] & flagArea) != 0 || static_cast<double>(table.radius[row]) > width)
            ++result.leftOutPlace;
        else if (static_cast<double>(table.localSpanMinutes[row]) > minutes)
            ++result.leftOutSpan;
        else
            result.rows.push_back(row);
    }
    return result;
}

SpaceTimePoints spaceTimePoints(const IncidentTable& table, const std::vector<std::uint32_t>& rows)
{
    SpaceTimePoints points;
    points.places.reserve(rows.size());
    points.dates.reserve(rows.size());
    for (const std::uint32_t row : rows) {
        points.places.push_back({table.easting[row], table.northing[row]});
        points.dates.push_back(table.localDate[row]);
    }
    return points;
}

} // namespace hk::analysis
