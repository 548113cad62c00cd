#include "core/ring.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace hk {

namespace {

/// Eastings where the ring crosses the horizontal line, ascending.
std::vector<double> crossings(std::span<const Sweref99> ring, double northing)
{
    std::vector<double> eastings;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const Sweref99& a = ring[before];
        const Sweref99& b = ring[i];
        if ((a.northing > northing) != (b.northing > northing))
            eastings.push_back(a.easting +
                               (b.easting - a.easting) * (northing - a.northing) / (b.northing - a.northing));
    }
    std::sort(eastings.begin(), eastings.end());
    return eastings;
}

/// Twice the signed area, from the first vertex so that large coordinates do not cost digits.
double crossSum(std::span<const Sweref99> ring)
{
    double sum = 0.0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i)
        sum += (ring[i].easting - ring[0].easting) * (ring[i + 1].northing - ring[0].northing) -
               (ring[i + 1].easting - ring[0].easting) * (ring[i].northing - ring[0].northing);
    return sum;
}

Sweref99 centroid(std::span<const Sweref99> ring)
{
    double easting = 0.0;
    double northing = 0.0;
    for (std::size_t i = 1; i + 1 < ring.size(); ++i) {
        const double e1 = ring[i].easting - ring[0].easting;
        const double n1 = ring[i].northing - ring[0].northing;
        const double e2 = ring[i + 1].easting - ring[0].easting;
        const double n2 = ring[i + 1].northing - ring[0].northing;
        const double cross = e1 * n2 - e2 * n1;
        easting += (e1 + e2) * cross;
        northing += (n1 + n2) * cross;
    }
    const double sum = 3.0 * crossSum(ring);
    return {ring[0].easting + easting / sum, ring[0].northing + northing / sum};
}

/// Half-way between the two neighbouring vertex northings that lie farthest apart: a line there passes
/// through no vertex.
double northingBetweenVertices(std::span<const Sweref99> ring)
{
    std::vector<double> northings;
    for (const Sweref99& vertex : ring)
        northings.push_back(vertex.northing);
    std::sort(northings.begin(), northings.end());
    northings.erase(std::unique(northings.begin(), northings.end()), northings.end());
    double best = northings.front();
    double widest = 0.0;
    for (std::size_t i = 1; i < northings.size(); ++i) {
        if (northings[i] - northings[i - 1] > widest) {
            widest = northings[i] - northings[i - 1];
            best = std::midpoint(northings[i], northings[i - 1]);
        }
    }
    return best;
}

} // namespace

bool containsPoint(std::span<const Sweref99> ring, const Sweref99& position)
{
    if (ring.size() < 3)
        return false;
    bool inside = false;
    for (std::size_t i = 0, before = ring.size() - 1; i < ring.size(); before = i++) {
        const Sweref99& a = ring[before];
        const Sweref99& b = ring[i];
        if ((a.northing > position.northing) != (b.northing > position.northing) &&
            position.easting < a.easting + (b.easting - a.easting) * (position.northing - a.northing) /
                                               (b.northing - a.northing))
            inside = !inside;
    }
    return inside;
}

double ringArea(std::span<const Sweref99> ring)
{
    return ring.size() < 3 ? 0.0 : std::abs(crossSum(ring)) / 2.0;
}

Sweref99 pointInside(std::span<const Sweref99> ring)
{
    const Sweref99 centre = centroid(ring);
    if (containsPoint(ring, centre))
        return centre;
    const double northing = northingBetweenVertices(ring);
    const std::vector<double> eastings = crossings(ring, northing);
    Sweref99 best{ring[0].easting, northing};
    double widest = 0.0;
    for (std::size_t i = 0; i + 1 < eastings.size(); i += 2) {
        if (eastings[i + 1] - eastings[i] > widest) {
            widest = eastings[i + 1] - eastings[i];
            best.easting = std::midpoint(eastings[i], eastings[i + 1]);
        }
    }
    return best;
}

double radiusAround(std::span<const Sweref99> ring, const Sweref99& centre)
{
    double radius = 0.0;
    for (const Sweref99& vertex : ring)
        radius =
            std::max(radius, std::hypot(vertex.easting - centre.easting, vertex.northing - centre.northing));
    return radius;
}

} // namespace hk
