#pragma once

#include <QColor>
#include <QString>
#include <array>
#include <optional>
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

    /// Signed classes for differences, symmetrical about 0: three below and three above with a round step (1, 2, 2.5,
    /// 5 × 10ⁿ; the first may begin at half a step), and one around 0 that is not drawn. The first class is open below,
    /// so breaks() begins with −infinity. Blue for less, orange to red for more; every class has a lightness of its own,
    /// darker with size and, of equal size, darker for more, so that grey print tells them apart. Empty where the
    /// maximum is not above 0 or not finite.
    static ColourScale forDifferences(double maximumAbsolute);
    /// Signed classes about a middle with these limits, ascending: below, and above it. Throws std::invalid_argument
    /// where they do not ascend or are not finite. Such as {−0.5, −0.25, −0.1} and {0.1, 0.25, 0.5} for shares.
    static ColourScale diverging(const std::array<double, 3>& below, const std::array<double, 3>& above);

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
    /// A scale of differences: drawn where a class has a colour, nowhere outside the grid.
    bool isSigned() const { return m_signed; }
    /// Nothing is drawn for this class: the one around the middle of a signed scale.
    bool isClear(std::size_t index) const { return m_signed && index == middleClass; }
    /// Where a class begins and ends (the next one's beginning); nothing where it is open.
    std::optional<double> lowerLimit(std::size_t index) const;
    std::optional<double> upperLimit(std::size_t index) const;
    friend bool operator==(const ColourScale&, const ColourScale&) = default;

private:
    static constexpr std::size_t middleClass = 3; ///< of the seven of a signed scale
    std::vector<double> m_breaks;
    bool m_onDark = false;
    bool m_signed = false;
};

/// The ramp itself at t in [0, 1]: pale to dark, opaque.
QColor rampColour(double t);

} // namespace hk::map
