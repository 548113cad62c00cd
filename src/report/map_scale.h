#pragma once

#include "core/coordinates.h"

#include <vector>

namespace hk::report {

/// A scale bar on paper.
struct ScaleBar {
    double metres = 0; ///< on the ground
    double length = 0; ///< millimetres on paper: exactly metres · 1000 / scale
    int divisions = 1; ///< equal parts of a round length
};

/// The longest bar of a round length (1, 2, 3, 4 or 5 times a power of ten) that is no longer than `maximum`
/// millimetres at 1:`scale`. Both above 0.
ScaleBar scaleBar(double scale, double maximum);

/// Distance of the coordinate ticks in metres: round (1, 2 or 5 times a power of ten) and at least `minimum`
/// millimetres on paper.
double gridStep(double scale, double minimum = 36.0);

/// Multiples of `step` from `low` to `high`, both included.
std::vector<double> gridValues(double low, double high, double step);

/// How far true north lies clockwise of the grid's north in SWEREF 99 TM, degrees: positive west of the
/// central meridian (15° E). From the direction in the plane of a short way due north.
double trueNorth(const Sweref99& position);

} // namespace hk::report
