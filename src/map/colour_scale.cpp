#include "map/colour_scale.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

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

/// Signed classes from much less to much more, the clear one in the middle: chosen in CIE LCh (D65) as they look over the
/// land of the map, so that over it every one has its own L* (light map: 51, 69, 86 and 78, 60, 38; dark: 69, 50, 34 and
/// 42, 60, 80), at least 7 from the next.
struct SignedColour {
    QRgb colour;
    double opacity;
};
using SignedColours = std::array<SignedColour, 7>;
constexpr SignedColours onLight = {{{0xff015fba, 0.80}, {0xff0496ff, 0.72}, {0xff8fcefe, 0.62}, {0xffffffff, 0.0},
                                    {0xffff8921, 0.62}, {0xffd93e01, 0.72}, {0xff820d00, 0.80}}};
constexpr SignedColours onDarkMap = {{{0xff8ed3ff, 0.80}, {0xff06a1f5, 0.72}, {0xff056bc3, 0.66}, {0xff000000, 0.0},
                                      {0xffff4518, 0.66}, {0xffffa971, 0.72}, {0xffffeddb, 0.80}}};
constexpr std::size_t signedSide = 3;

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

ColourScale ColourScale::forDifferences(double maximumAbsolute)
{
    if (!(maximumAbsolute > 0) || !std::isfinite(maximumAbsolute))
        return {};
    const double magnitude = std::pow(10.0, std::floor(std::log10(maximumAbsolute)) - 1);
    std::vector<double> limits;
    for (const double factor : {1.0, 2.0, 2.5, 5.0, 10.0, 20.0, 25.0, 50.0})
        for (const bool withHalf : {false, true}) {
            if (withHalf && (factor == 2.5 || factor == 25.0))
                continue;
            auto found = multiples(factor * magnitude, maximumAbsolute, withHalf);
            if (found.size() == signedSide)
                limits = std::move(found); // the largest step that fits, so the fewest figures
        }
    return limits.size() == signedSide
               ? diverging({-limits[2], -limits[1], -limits[0]}, {limits[0], limits[1], limits[2]})
               : ColourScale();
}

ColourScale ColourScale::diverging(const std::array<double, 3>& below, const std::array<double, 3>& above)
{
    ColourScale scale;
    scale.m_signed = true;
    scale.m_breaks.push_back(-std::numeric_limits<double>::infinity());
    scale.m_breaks.insert(scale.m_breaks.end(), below.begin(), below.end());
    scale.m_breaks.insert(scale.m_breaks.end(), above.begin(), above.end());
    for (std::size_t i = 1; i < scale.m_breaks.size(); ++i)
        if (!std::isfinite(scale.m_breaks[i]) || !(scale.m_breaks[i - 1] < scale.m_breaks[i]))
            throw std::invalid_argument("limits of a signed scale ascend and are finite");
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
    if (m_signed) {
        const SignedColour& chosen = (m_onDark ? onDarkMap : onLight)[std::min(index, 2 * signedSide)];
        QColor colour(chosen.colour);
        colour.setAlphaF(static_cast<float>(chosen.opacity));
        return colour;
    }
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

std::optional<double> ColourScale::lowerLimit(std::size_t index) const
{
    if (index >= m_breaks.size() || !std::isfinite(m_breaks[index]))
        return std::nullopt;
    return m_breaks[index];
}

std::optional<double> ColourScale::upperLimit(std::size_t index) const
{
    return lowerLimit(index + 1);
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
