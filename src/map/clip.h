#pragma once

#include <QPointF>
#include <QRectF>
#include <vector>

namespace hk::map {

/// A part of a polyline inside a rectangle, with the length of the line before it (for the phase of dashes).
struct LineRun {
    std::vector<QPointF> points;
    double startLength = 0;
};

/// The parts of a line inside the rectangle [Liang & Barsky 1984].
std::vector<LineRun> clipLine(const std::vector<QPointF>& line, const QRectF& rect);

/// The line without `distance` at either end; whole where it is not thrice as long.
std::vector<QPointF> shortenLine(const std::vector<QPointF>& line, double distance);

/// A ring cut to the rectangle [Sutherland & Hodgman 1974]; may run along its border.
std::vector<QPointF> clipRing(const std::vector<QPointF>& ring, const QRectF& rect);

} // namespace hk::map
