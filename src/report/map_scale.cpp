#include "report/map_scale.h"

#include "geo/transform.h"

#include <array>
#include <cmath>
#include <numbers>

namespace hk::report {

ScaleBar scaleBar(double scale, double maximum)
{
    struct Step {
        double factor;
        int divisions;
    };
    constexpr std::array<Step, 5> steps{{{5, 5}, {4, 4}, {3, 3}, {2, 4}, {1, 4}}};
    constexpr double tolerance = 1 + 1e-9;
    const double room = maximum * scale / 1000.0;
    const double power = std::pow(10.0, std::floor(std::log10(room * tolerance)));
    for (const Step& step : steps)
        if (step.factor * power <= room * tolerance)
            return {step.factor * power, step.factor * power * 1000.0 / scale, step.divisions};
    return {power, power * 1000.0 / scale, 4};
}

double gridStep(double scale, double minimum)
{
    const double least = minimum * scale / 1000.0;
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    return 10.0 * power;
}

std::vector<double> gridValues(double low, double high, double step)
{
    std::vector<double> values;
    const double last = std::floor(high / step);
    for (double index = std::ceil(low / step); index <= last; ++index)
        values.push_back(index * step);
    return values;
}

double trueNorth(const Sweref99& position)
{
    constexpr double shortWay = 0.001; // degrees of latitude: 111 m
    const geo::Sweref99Transform transform;
    LonLat geographic = transform.toLonLat(position);
    geographic.lat += shortWay;
    const Sweref99 north = transform.toSweref(geographic);
    const double angle = std::atan2(north.easting - position.easting, north.northing - position.northing);
    return std::isfinite(angle) ? angle * 180.0 / std::numbers::pi : 0.0;
}

} // namespace hk::report
