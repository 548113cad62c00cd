#include "report/map_fit.h"

#include "report/ground_bounds.h"
#include "workspace/map_analysis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hk::report {

namespace {

constexpr double smallest = 400.0; // metres
constexpr double roomAround = 1.06;

} // namespace

double roundScale(double atLeast)
{
    constexpr std::array<double, 10> steps{1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};
    constexpr double tolerance = 1 - 1e-9;
    const double power = std::pow(10.0, std::floor(std::log10(std::max(atLeast, 1.0))));
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](double each) { return each * power >= atLeast * tolerance; });
    return (step == steps.end() ? steps.back() : *step) * power;
}

double fittingScale(const QSizeF& ground, const QSizeF& frame, double finest)
{
    const double needed = std::max(ground.width() / frame.width(), ground.height() / frame.height()) * 1000.0;
    return roundScale(std::max(needed, finest));
}

QRectF extentOf(const analysis::IncidentTable& table, const std::vector<std::uint32_t>& rows)
{
    const Sweref99 hub = workspace::hub();
    GroundBounds near;
    GroundBounds all;
    for (const std::uint32_t row : rows) {
        const double x = table.easting[row];
        const double y = table.northing[row];
        if (std::hypot(x - hub.easting, y - hub.northing) <= workspace::studyRadius)
            near.add(x, y);
        all.add(x, y);
    }
    if (all.isEmpty())
        return {};
    const GroundBounds& seen = near.isEmpty() ? all : near;
    const QSizeF size = seen.size().expandedTo({smallest, smallest});
    const Sweref99 middle = seen.centre();
    return {QPointF(middle.easting - size.width() / 2, middle.northing - size.height() / 2), size};
}

MapPage fitted(MapPage page, const QRectF& ground, const QSizeF& neatline)
{
    if (neatline.isEmpty() || ground.isEmpty())
        return page;
    const double needed = std::max(ground.width() / neatline.width(), ground.height() / neatline.height());
    page.scale = roundScale(needed * 1000.0 * roomAround);
    page.centre = {ground.center().x(), ground.center().y()};
    return page;
}

} // namespace hk::report
