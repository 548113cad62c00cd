#pragma once

#include "map/colour_scale.h"
#include "map/density_sampler.h"

#include <QRgb>
#include <algorithm>
#include <cmath>
#include <vector>

namespace hk::map {

/// Colours by density with the border between two classes drawn over one pixel, not in steps.
class ClassColours {
public:
    ClassColours(const ColourScale& scale, double opacity)
    {
        m_colours.push_back(0U);
        for (std::size_t i = 0; i < scale.classes(); ++i) {
            m_breaks.push_back(static_cast<float>(scale.breaks()[i]));
            QColor colour = scale.colourOfClass(i);
            colour.setAlphaF(colour.alphaF() * static_cast<float>(std::clamp(opacity, 0.0, 1.0)));
            m_colours.push_back(qPremultiply(colour.rgba()));
        }
    }
    /// The colours that densities within a range may have, where no two neighbours are further apart than it is wide.
    struct Span {
        std::size_t first; ///< of the breaks
        std::size_t end;
    };
    Span spanOf(const DensitySampler::Range& range) const
    {
        if (std::isnan(range.low))
            return {0, 0};
        if (std::isinf(range.low)) // some are NaN, which lie below a first class that is open below
            return all();
        const double half = 0.5 * (range.high - range.low) + 1e-6 * std::abs(range.high);
        const auto first = std::upper_bound(m_breaks.begin(), m_breaks.end(), static_cast<float>(range.low - half));
        auto end = first;
        while (end != m_breaks.end() && static_cast<double>(*end) <= range.high + half)
            ++end;
        return {static_cast<std::size_t>(first - m_breaks.begin()), static_cast<std::size_t>(end - m_breaks.begin())};
    }
    /// As above, of densities within low … high; NaN has none.
    Span spanOf(float low, float high) const
    {
        std::size_t first = 0;
        while (first < m_breaks.size() && m_breaks[first] <= low)
            ++first;
        std::size_t end = first;
        while (end < m_breaks.size() && m_breaks[end] <= high)
            ++end;
        return {first, end};
    }
    /// Whether all densities within low … high have below(index) for their colour.
    bool isOf(std::size_t index, float low, float high) const
    {
        return (index == 0 || m_breaks[index - 1] <= low) && (index == m_breaks.size() || high < m_breaks[index]);
    }
    float limit(std::size_t index) const { return m_breaks[index]; }
    Span all() const { return {0, m_breaks.size()}; }
    QRgb below(std::size_t index) const { return m_colours[index]; }
    /// `slope`: how much the density changes over one pixel.
    QRgb colour(float density, float slope, const Span& span) const
    {
        const float half = slope * 0.5F;
        std::size_t index = span.first; // of the colour: class + 1
        while (index < span.end && m_breaks[index] <= density)
            ++index;
        if (index > span.first && density - m_breaks[index - 1] < half)
            return mixed(index - 1, (density - m_breaks[index - 1]) / slope + 0.5F);
        if (index < span.end && m_breaks[index] - density < half)
            return mixed(index, (density - m_breaks[index]) / slope + 0.5F);
        return m_colours[index];
    }

private:
    QRgb mixed(std::size_t lower, float part) const
    {
        const auto w = static_cast<unsigned>(std::clamp(part, 0.0F, 1.0F) * 256.0F);
        const QRgb a = m_colours[lower];
        const QRgb b = m_colours[lower + 1];
        const auto channel = [&](int shift) {
            return ((((a >> shift) & 0xffU) * (256U - w) + ((b >> shift) & 0xffU) * w) >> 8) << shift;
        };
        return channel(0) | channel(8) | channel(16) | channel(24);
    }
    std::vector<float> m_breaks;
    std::vector<QRgb> m_colours; ///< [0]: nothing
};

} // namespace hk::map
