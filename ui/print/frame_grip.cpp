#include "ui/print/frame_grip.h"

#include "paper/page_edits.h"

#include <algorithm>

namespace hk::ui {

Grip gripAt(const QRectF& frame, const QPointF& point, double reach)
{
    if (!frame.adjusted(-reach, -reach, reach, reach).contains(point))
        return Grip::None;
    const double inX = std::min(reach, frame.width() / 4);
    const double inY = std::min(reach, frame.height() / 4);
    const bool left = point.x() < frame.left() + inX;
    const bool right = point.x() > frame.right() - inX;
    const bool top = point.y() < frame.top() + inY;
    const bool bottom = point.y() > frame.bottom() - inY;
    if (top)
        return left ? Grip::TopLeft : right ? Grip::TopRight : Grip::Top;
    if (bottom)
        return left ? Grip::BottomLeft : right ? Grip::BottomRight : Grip::Bottom;
    return left ? Grip::Left : right ? Grip::Right : Grip::All;
}

QRectF draggedFrame(const QRectF& frame, Grip grip, const QPointF& by, const QSizeF& sheet)
{
    constexpr double least = 5.0; // millimetres
    QRectF moved = frame;
    const bool left = grip == Grip::Left || grip == Grip::TopLeft || grip == Grip::BottomLeft;
    const bool right = grip == Grip::Right || grip == Grip::TopRight || grip == Grip::BottomRight;
    const bool top = grip == Grip::Top || grip == Grip::TopLeft || grip == Grip::TopRight;
    const bool bottom = grip == Grip::Bottom || grip == Grip::BottomLeft || grip == Grip::BottomRight;
    if (grip == Grip::All)
        moved.translate(by);
    if (left)
        moved.setLeft(std::min(frame.left() + by.x(), frame.right() - least));
    if (right)
        moved.setRight(std::max(frame.right() + by.x(), frame.left() + least));
    if (top)
        moved.setTop(std::min(frame.top() + by.y(), frame.bottom() - least));
    if (bottom)
        moved.setBottom(std::max(frame.bottom() + by.y(), frame.top() + least));
    return paper::onGrid(moved, sheet);
}

Qt::CursorShape cursorOf(Grip grip)
{
    switch (grip) {
    case Grip::Left:
    case Grip::Right:
        return Qt::SizeHorCursor;
    case Grip::Top:
    case Grip::Bottom:
        return Qt::SizeVerCursor;
    case Grip::TopLeft:
    case Grip::BottomRight:
        return Qt::SizeFDiagCursor;
    case Grip::TopRight:
    case Grip::BottomLeft:
        return Qt::SizeBDiagCursor;
    case Grip::All:
        return Qt::SizeAllCursor;
    case Grip::None:
        break;
    }
    return Qt::ArrowCursor;
}

} // namespace hk::ui
