#include "map/colour_scale.h"

#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

/// Chosen in CIE LCh (D65) with L* falling evenly from 94 to 17 while the hue goes from yellow over orange and red to
/// purple, the path of the "inferno" ramp read backwards.
constexpr std::array<QRgb, 9> ramp = {0xfffaf0a5, 0xfffad760, 0xfff6b53d, 0xfff08e2e, 0xffe45f33,
                                      0xffcc3747, 0xffa41b5f, 0xff6a2069, 0xff381c53};

// From the palest to the hottest class: the map below stays readable.
constexpr double lowestOpacity = 0.42;
constexpr double highestOpacity = 0.76;

// The very palest yellow is hard to tell from land with tritanopia.
constexpr double palest = 0.09;

constexpr int fewestClasses = 5;
constexpr int mostClasses = 7;

std::vector<double> multiples(double step, double maximum, bool withHalf)
{
    std::vector<double> breaks;
    if (withHalf)
        breaks.push_back(step / 2);
    for (int i = 1; i <= mostClasses + 1 && i * step <= maximum * (1 + 1e-12); ++i)
        breaks.push_back(i * step);
    return breaks;
}

} // namespace

QColor rampColour(double t)
{
    const double position = std::clamp(t, 0.0, 1.0) * static_cast<double>(ramp.size() - 1);
    const std::size_t lower = std::min(static_cast<std::size_t>(position), ramp.size() - 2);
    const double part = position - static_cast<double>(lower);
    const auto mix = [&](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * part)); };
    const QRgb from = ramp[lower];
    const QRgb to = ramp[lower + 1];
    return {mix(qRed(from), qRed(to)), mix(qGreen(from), qGreen(to)), mix(qBlue(from), qBlue(to))};
}

ColourScale ColourScale::forMaximum(double maximum, int classes)
{
    ColourScale scale;
    if (!(maximum > 0) || !std::isfinite(maximum))
        return scale;
    const auto wanted = static_cast<std::size_t>(std::clamp(classes, fewestClasses, mostClasses));
    const auto missing = [wanted](std::size_t count) { return count > wanted ? count - wanted : wanted - count; };
    const double magnitude = std::pow(10.0, std::floor(std::log10(maximum)) - 1);
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0, 100.0})
        for (const bool withHalf : {false, true}) {
            // The half of 2.5 × 10ⁿ is not a round limit.
            if (withHalf && (factor == 2.5 || factor == 25.0))
                continue;
            auto breaks = multiples(factor * magnitude, maximum, withHalf);
            const bool fits = breaks.size() >= fewestClasses && breaks.size() <= mostClasses;
            if (fits && (scale.isEmpty() || missing(breaks.size()) < missing(scale.classes())))
                scale.m_breaks = std::move(breaks);
        }
    return scale;
}

ColourScale ColourScale::fromBreaks(std::vector<double> breaks)
{
    ColourScale scale;
    std::erase_if(breaks, [](double b) { return !std::isfinite(b); });
    std::sort(breaks.begin(), breaks.end());
    breaks.erase(std::unique(breaks.begin(), breaks.end()), breaks.end());
    scale.m_breaks = std::move(breaks);
    return scale;
}

QColor ColourScale::colourOfClass(std::size_t index) const
{
    const std::size_t last = m_breaks.empty() ? 0 : m_breaks.size() - 1;
    const double t = last == 0 ? 1.0 : static_cast<double>(std::min(index, last)) / static_cast<double>(last);
    QColor colour = m_onDark ? rampColour(0.86 * (1.0 - t)) : rampColour(palest + (1.0 - palest) * t);
    colour.setAlphaF(static_cast<float>(lowestOpacity + (highestOpacity - lowestOpacity) * t));
    return colour;
}

ColourScale ColourScale::onDark() const
{
    ColourScale scale = *this;
    scale.m_onDark = true;
    return scale;
}

int ColourScale::classOf(double density) const
{
    if (!(density == density))
        return -1;
    const auto above = std::upper_bound(m_breaks.begin(), m_breaks.end(), density);
    return static_cast<int>(above - m_breaks.begin()) - 1;
}

QRgb ColourScale::premultiplied(double density) const
{
    const int index = classOf(density);
    return index < 0 ? 0U : qPremultiply(colourOfClass(static_cast<std::size_t>(index)).rgba());
}

} // namespace hk::map
