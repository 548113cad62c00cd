#pragma once

#include "core/category.h"

#include <QColor>
#include <QFont>
#include <QPainterPath>
#include <QPointF>

class QPainter;

namespace hk::map {

/// The outline of a group's symbol round the origin.
QPainterPath symbolShape(CategoryGroup group, double diameter);
/// A mark of a layer round the origin: "circle", "square", "triangle" or "diamond", about as heavy as each other.
QPainterPath markShape(const QString& shape, double across);
/// Text with its capitals centred on a point, at the same proportions on every device.
void drawCentred(QPainter& painter, const QPointF& centre, const QString& text, double pixelSize, const QColor& colour);
/// Near black or white, whichever is easier to read on a colour.
QColor inkOn(const QColor& ground);
/// The colour of what is selected.
QColor selectionBlue();

} // namespace hk::map
