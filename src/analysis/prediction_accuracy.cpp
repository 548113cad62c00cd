#include "analysis/prediction_accuracy.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace hk::analysis {
namespace {

constexpr double squareMetresPerKm2 = 1e6;

/// Values of the map in whole steps of a billionth of a thousandth of its largest, so that what differs by
/// rounding alone ties.
class Level {
public:
    explicit Level(const std::vector<double>& map, const std::vector<std::size_t>& cells)
    {
        for (const std::size_t cell : cells)
            if (std::isfinite(map[cell]))
                m_largest = std::max(m_largest, std::abs(map[cell]));
    }
    double operator()(double value) const
    {
        if (std::isnan(value))
            return -std::numeric_limits<double>::infinity();
        return m_largest > 0.0 && std::isfinite(value) ? std::round(value / m_largest * 1e12) : value;
    }

private:
    double m_largest = 0.0;
};

std::vector<std::size_t> cellsOf(const Fishnet& fishnet)
{
    std::vector<std::size_t> cells;
    for (std::size_t cell = 0; cell < fishnet.cells(); ++cell)
        if (fishnet.isInside(cell))
            cells.push_back(cell);
    return cells;
}

} // namespace

MarkedCells markHighest(const Fishnet& fishnet, const std::vector<double>& map, double share)
{
    if (map.size() != fishnet.cells())
        throw std::invalid_argument("one value for each cell");
    MarkedCells marked;
    marked.share.assign(map.size(), 0.0);
    const std::vector<std::size_t> cells = cellsOf(fishnet);
    if (cells.empty())
        return marked;
    const Level level(map, cells);
    const double wished = std::round(std::clamp(share, 0.0, 1.0) * static_cast<double>(cells.size()));
    marked.places = static_cast<std::size_t>(std::max(1.0, wished));
    std::vector<double> levels;
    for (const std::size_t cell : cells)
        levels.push_back(level(map[cell]));
    std::vector<double> sorted = levels;
    const auto last = sorted.begin() + static_cast<std::ptrdiff_t>(marked.places - 1);
    std::nth_element(sorted.begin(), last, sorted.end(), std::greater<>());
    const double lowest = *last;
    const auto above = static_cast<std::size_t>(
        std::count_if(levels.begin(), levels.end(), [&](double value) { return value > lowest; }));
    const auto alike = static_cast<std::size_t>(std::count(levels.begin(), levels.end(), lowest));
    const std::size_t rest = marked.places - above;
    if (alike > rest)
        marked.tied = alike;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (levels[i] > lowest)
            marked.share[cells[i]] = 1.0;
        else if (levels[i] == lowest)
            marked.share[cells[i]] = static_cast<double>(rest) / static_cast<double>(alike);
    return marked;
}

Accuracy accuracyOf(const Fishnet& fishnet, const std::vector<double>& map, const std::vector<double>& later,
                    double share)
{
    if (later.size() != fishnet.cells())
        throw std::invalid_argument("one count for each cell");
    const MarkedCells marked = markHighest(fishnet, map, share);
    const std::vector<std::size_t> cells = cellsOf(fishnet);
    Accuracy accuracy;
    std::vector<double> counts;
    for (const std::size_t cell : cells) {
        accuracy.C += later[cell];
        accuracy.c += later[cell] * marked.share[cell];
        counts.push_back(later[cell]);
    }
    const auto places = static_cast<std::ptrdiff_t>(marked.places);
    if (places > 0) {
        std::nth_element(counts.begin(), counts.begin() + (places - 1), counts.end(), std::greater<>());
        accuracy.best = std::accumulate(counts.begin(), counts.begin() + places, 0.0);
    }
    const double cellKm2 = fishnet.spec.cell * fishnet.spec.cell / squareMetresPerKm2;
    accuracy.a = static_cast<double>(marked.places) * cellKm2;
    accuracy.A = static_cast<double>(cells.size()) * cellKm2;
    accuracy.tied = marked.tied;
    const double nothing = std::numeric_limits<double>::quiet_NaN();
    const bool enough = accuracy.C >= fewestToJudge;
    accuracy.hitRate = enough ? accuracy.c / accuracy.C : nothing;
    accuracy.pai = enough ? accuracy.hitRate / (accuracy.a / accuracy.A) : nothing;
    accuracy.pei = enough ? accuracy.c / accuracy.best : nothing; // C/A and a are the same for both
    return accuracy;
}

MapComparison compareMaps(const MarkedCells& first, const MarkedCells& second,
                          const std::vector<double>& later)
{
    if (first.share.size() != later.size() || second.share.size() != later.size())
        throw std::invalid_argument("maps and counts of one fishnet");
    MapComparison comparison;
    for (std::size_t cell = 0; cell < later.size(); ++cell) {
        const double more = second.share[cell] - first.share[cell];
        (more > 0.0 ? comparison.onlySecond : comparison.onlyFirst) += std::abs(more) * later[cell];
    }
    const double differing = comparison.onlyFirst + comparison.onlySecond;
    if (differing > 0.0)
        comparison.z = (comparison.onlySecond - comparison.onlyFirst) / std::sqrt(differing);
    return comparison;
}

} // namespace hk::analysis
