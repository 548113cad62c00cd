#pragma once

#include <QColor>
#include <QPointF>
#include <QString>
#include <vector>

namespace hk::map {

/// How the shapes of one class are drawn, and what the legend says of it ("Hot, 99 %").
struct StudyClass {
    QString label;
    QColor colour; ///< of areas with its opacity, of lines opaque
    double width = 0.0; ///< lines: points on paper, style pixels on screen; areas: of the outline, 0: none
};

/// An area (outer ring first, then holes; closed by the painter) or a line, in SWEREF 99 TM.
struct StudyShape {
    enum class Kind : unsigned char { Area, Line };
    Kind kind = Kind::Area;
    std::vector<std::vector<QPointF>> parts;
    int classIndex = -1; ///< in StudyLayer::classes; -1: not drawn
    QString label;       ///< written at an area's northern end or in the middle of a line, empty: nothing
    bool labelInside = false; ///< of an area: in its middle instead, for areas that lie side by side
    int partOf = -1;     ///< a further polygon of the shape of that index: one feature in a file
    bool isSign = false; ///< only for the eye, such as a circle that shows a number: in no file
};

/// What an analysis method found, to be drawn over the basemap and under its labels: classes in the legend's order.
struct StudyLayer {
    QString title; ///< heading of the legend
    QString note;  ///< a line under the legend, may be empty
    std::vector<StudyClass> classes;
    std::vector<StudyShape> shapes;
};

} // namespace hk::map
