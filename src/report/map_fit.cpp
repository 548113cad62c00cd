#include "report/map_fit.h"

#include "workspace/map_analysis.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace hk::report {

namespace {

constexpr double smallest = 400.0; // metres
constexpr double roomAround = 1.06;

/// Grows by points; without any, it is empty.
class Bounds {
public:
    void add(double x, double y)
    {
        m_left = std::min(m_left, x);
        m_right = std::max(m_right, x);
        m_low = std::min(m_low, y);
        m_high = std::max(m_high, y);
    }
    bool isEmpty() const { return m_left > m_right; }
    QRectF rect() const { return {m_left, m_low, m_right - m_left, m_high - m_low}; }

private:
    double m_left = std::numeric_limits<double>::max();
    double m_right = std::numeric_limits<double>::lowest();
    double m_low = std::numeric_limits<double>::max();
    double m_high = std::numeric_limits<double>::lowest();
};

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

QRectF extentOf(const analysis::IncidentTable& table, const std::vector<std::uint32_t>& rows)
{
    const Sweref99 hub = workspace::hub();
    Bounds near;
    Bounds all;
    for (const std::uint32_t row : rows) {
        const double x = table.easting[row];
        const double y = table.northing[row];
        if (std::hypot(x - hub.easting, y - hub.northing) <= workspace::studyRadius)
            near.add(x, y);
        all.add(x, y);
    }
    if (all.isEmpty())
        return {};
    QRectF ground = near.isEmpty() ? all.rect() : near.rect();
    const QPointF middle = ground.center();
    ground.setSize(ground.size().expandedTo({smallest, smallest}));
    ground.moveCenter(middle);
    return ground;
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
