#pragma once

#include <QColor>
#include <QString>
#include <array>
#include <vector>

namespace hk::map {

/// Classes of density in incidents per km². Class i holds [breaks[i], breaks[i+1]), the last one is open above; below the
/// first break nothing is drawn. The colours are those of the sequential ramp (inferno reversed in character: lightness
/// falls strictly from pale yellow to dark purple), safe for the common colour-vision deficiencies.
class ColourScale {
public:
    ColourScale() = default;
    /// As near `classes` as 5 to 7 equal classes with a round step (1, 2, 2.5, 5 × 10ⁿ) up to the maximum allow; the
    /// lowest may begin at half a step. Empty where the maximum is not above 0.
    static ColourScale forMaximum(double maximum, int classes = 6);
    /// The same limits again (sorted, each once): how a scale is locked across periods.
    static ColourScale fromBreaks(std::vector<double> breaks);

    /// The same limits for a dark map: the ramp the other way, so that the hottest class is the brightest. Put it into
    /// HeatmapLayer::scale and take the legend from the same object.
    ColourScale onDark() const;

    const std::vector<double>& breaks() const { return m_breaks; }
    std::size_t classes() const { return m_breaks.size(); }
    QColor colourOfClass(std::size_t index) const; ///< with its opacity
    /// Class of a density, or -1 below the first limit or for NaN.
    int classOf(double density) const;
    /// Colour of a density, premultiplied by its opacity; 0 below the first limit.
    QRgb premultiplied(double density) const;
    bool isEmpty() const { return m_breaks.empty(); }
    friend bool operator==(const ColourScale&, const ColourScale&) = default;

private:
    std::vector<double> m_breaks;
    bool m_onDark = false;
};

/// The ramp itself at t in [0, 1]: pale to dark, opaque.
QColor rampColour(double t);

} // namespace hk::map
