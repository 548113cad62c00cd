#pragma once

#include "chart/chart.h"
#include "chart/letters.h"

namespace hk::chart {

/// What every chart is made of: its heading and how its numbers are written.
class Frame {
public:
    Frame(const Heading& heading, const QRectF& area, const Style& style, const std::vector<double>& values);

    /// Below the heading.
    QRectF below() const { return m_below; }
    const Style& style() const { return m_style; }
    const Letters& letters() const { return m_letters; }
    /// A distance that goes with the letters: a fifth of their height.
    double step() const { return m_letters.height() / 5; }
    double greatest() const { return m_greatest; }

    QString number(double value) const;
    /// "12 incidents"
    QString amount(double value) const;
    void paint(QPainter& painter) const;
    /// Title and unit, for a spreadsheet.
    QStringList head() const { return {m_heading.title, m_heading.unit}; }
    /// In place of the bars where there is nothing to show.
    void paintNothing(QPainter& painter, const QRectF& area) const;
    /// "Title. Sum: 48 incidents. Most: a 12, b 9, c 4."
    QString altText(const std::vector<double>& values, const QStringList& names) const;

private:
    /// The unit has no room beside the title.
    bool unitBelow() const;
    /// Unit and remark.
    QString unitWords() const;

    Heading m_heading;
    QRectF m_area;
    Style m_style;
    Letters m_letters;
    Letters m_strong;
    QRectF m_below;
    double m_greatest = 0.0;
    bool m_whole = true;
};

/// As a spreadsheet in the current language reads it: nothing between the thousands; empty for what is not
/// known.
QString plainNumber(double value);

/// The value itself, or 0 where it is none.
double finite(double value);

/// An axis from 0 to the greatest value with round numbers at equal steps (1, 2, 5 × 10ⁿ).
struct ValueAxis {
    double step = 1.0;
    double end = 1.0;

    static ValueAxis upTo(double greatest, int mostSteps, bool whole);
};

} // namespace hk::chart
