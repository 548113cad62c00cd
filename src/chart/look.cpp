#include "chart/look.h"

#include "map/colour_scale.h"

#include <QPalette>
#include <algorithm>

namespace hk::chart {

namespace {

constexpr double darkReach = 0.86; // of the ramp: its darkest end would look like nothing on a dark ground

} // namespace

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto channel = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(channel(from.redF(), to.redF()), channel(from.greenF(), to.greenF()), channel(from.blueF(), to.blueF()));
}

Look Look::paper()
{
    const QColor ink(0x1f, 0x23, 0x28);
    return {Qt::white, ink, mixed(Qt::white, ink, 0.75), mixed(Qt::white, ink, 0.5), mixed(Qt::white, ink, 0.1)};
}

Look Look::of(const QPalette& palette)
{
    const QColor ground = palette.color(QPalette::Window);
    const QColor ink = palette.color(QPalette::WindowText);
    return {ground, ink, mixed(ground, ink, 0.75), mixed(ground, ink, 0.35), mixed(ground, ink, 0.06)};
}

bool Look::isDark() const
{
    return ground.lightnessF() < 0.5F;
}

QColor Look::faded(const QColor& colour) const
{
    constexpr double share = 0.35;
    return mixed(ground, colour, share);
}

QColor Look::ramp(double share) const
{
    const double t = std::clamp(share, 0.0, 1.0);
    return map::rampColour(isDark() ? darkReach * (1.0 - t) : t);
}

} // namespace hk::chart
