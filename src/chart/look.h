#pragma once

#include <QColor>
#include <QFont>

class QPalette;

namespace hk::chart {

/// The colours of a chart: the map's ramp, whose lightness falls evenly, on this ground. Readable in grey.
struct Look {
    QColor ground;
    QColor ink;   ///< numbers, titles, what bars are held against
    QColor muted; ///< labels
    QColor line;  ///< axes
    QColor faint; ///< lines across, empty cells, the track of a bar

    static Look paper();
    static Look of(const QPalette& palette);

    bool isDark() const;
    /// From little (0) to most (1). On a dark ground the ramp goes the other way, as on the dark map.
    QColor ramp(double share) const;
    /// Of bars whose size alone tells.
    QColor bar() const { return ramp(0.62); }
    /// Of what is shown and not chosen: the same colour, nearer to the ground.
    QColor faded(const QColor& colour) const;
};

/// `share` of the way from one colour to another, opaque.
QColor mixed(const QColor& from, const QColor& to, double share);

/// How a chart is drawn. The font's pixel size is that of the words in painter units times `fontUnits`: on screen
/// the widget's font and 1; on paper a font as large as it takes to be exact, such as 100 to the millimetre.
struct Style {
    QFont font;
    double fontUnits = 1.0;
    Look look = Look::paper();
};

} // namespace hk::chart
