#pragma once

#include "chart/chart.h"

#include <QImage>

namespace hk::test {

/// Letters of 6.5 points on paper, painter units of a millimetre.
chart::Style paperStyle();

/// The chart on its ground, so many pixels to the unit, from the origin to the area's bottom right.
QImage pictureOf(const chart::Chart& drawn, const QSizeF& size, double perUnit, const QColor& ground = Qt::white);

/// Values that look like a municipality's.
chart::HourBars sampleHours();
chart::WeekGrid sampleWeek();
chart::MonthSeries sampleMonths(int months);
chart::BarList sampleCategories(int count);

} // namespace hk::test
