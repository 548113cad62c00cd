#pragma once

#include <QCursor>
#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace hk::ui {

/// What of a frame is held by a hand: a corner, a side, or all of it.
enum class Grip { None, All, Left, Right, Top, Bottom, TopLeft, TopRight, BottomLeft, BottomRight };

/// What lies under a point within `reach` of the frame's edge; a small frame keeps its middle.
Grip gripAt(const QRectF& frame, const QPointF& point, double reach);
/// The frame after the hand has moved by `by`, on the grid of whole millimetres and within the sheet.
QRectF draggedFrame(const QRectF& frame, Grip grip, const QPointF& by, const QSizeF& sheet);
Qt::CursorShape cursorOf(Grip grip);

} // namespace hk::ui
