#pragma once

#include "analysis/geometry.h"

#include <cstddef>
#include <random>
#include <vector>

/// Points as in a town of 6 × 6 km at Swedish coordinates: 70 % along the streets of a grid (with the scatter of
/// addresses and of phones), 15 % in thirty hot spots, 15 % anywhere. The same for the same seed.
namespace hk::bench {

inline constexpr double townSide = 6000.0;     ///< metres
inline constexpr double townWest = 317000.0;   ///< easting of its corner, SWEREF 99 TM
inline constexpr double townSouth = 6391000.0; ///< northing

inline std::vector<analysis::Point> town(std::size_t count, unsigned seed = 1) {
    std::mt19937_64 random(seed);
    std::uniform_real_distribution<double> anywhere(0.0, townSide);
    std::uniform_real_distribution<double> one(0.0, 1.0);
    std::normal_distribution<double> besideStreet(0.0, 8.0);
    std::normal_distribution<double> aroundSpot(0.0, 60.0);
    constexpr double block = 150.0; ///< metres between streets
    std::vector<analysis::Point> spots;
    for (int i = 0; i < 30; ++i)
        spots.push_back({anywhere(random), anywhere(random)});
    std::uniform_int_distribution<int> street(0, static_cast<int>(townSide / block));
    std::uniform_int_distribution<std::size_t> spot(0, spots.size() - 1);
    std::vector<analysis::Point> result;
    result.reserve(count);
    while (result.size() < count) {
        const double kind = one(random);
        analysis::Point p;
        if (kind < 0.70) {
            const double along = anywhere(random);
            const double across = block * street(random) + besideStreet(random);
            p = one(random) < 0.5 ? analysis::Point{along, across} : analysis::Point{across, along};
        } else if (kind < 0.85) {
            const analysis::Point& middle = spots[spot(random)];
            p = {middle.x + aroundSpot(random), middle.y + aroundSpot(random)};
        } else {
            p = {anywhere(random), anywhere(random)};
        }
        if (p.x >= 0.0 && p.y >= 0.0 && p.x < townSide && p.y < townSide)
            result.push_back({townWest + p.x, townSouth + p.y});
    }
    return result;
}

} // namespace hk::bench
