#include "ui/map_view_sketch.h"

#include "map/symbols.h"

#include <QPainter>
#include <QPainterPath>

namespace hk::ui {

namespace {

QColor tint(const QColor& colour, float alpha)
{
    QColor faint = colour;
    faint.setAlphaF(alpha);
    return faint;
}

} // namespace

void AreaSketch::add(const Sweref99& corner)
{
    if (m_corners.empty() || !(m_corners.back() == corner))
        m_corners.push_back(corner);
}

void AreaSketch::removeLast()
{
    if (!m_corners.empty())
        m_corners.pop_back();
}

void paintAreaSketch(QPainter& painter, const std::vector<QPointF>& corners, const QPointF* cursor)
{
    if (corners.empty())
        return;
    QPolygonF outline(QList<QPointF>(corners.begin(), corners.end()));
    if (cursor != nullptr)
        outline.append(*cursor);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = map::selectionBlue();
    if (outline.size() > 2) {
        QPainterPath area;
        area.addPolygon(outline);
        area.closeSubpath();
        painter.fillPath(area, tint(accent, 0.14F));
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(255, 255, 255, 220), 4.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(outline);
    painter.setPen(QPen(accent, 2.0, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(outline);
    if (outline.size() > 2) {
        painter.setPen(QPen(accent, 1.5, Qt::DashLine));
        painter.drawLine(outline.last(), outline.first());
    }
    painter.setPen(QPen(accent, 1.5));
    painter.setBrush(Qt::white);
    for (const QPointF& corner : corners)
        painter.drawEllipse(corner, 3.5, 3.5);
    painter.restore();
}

void paintZoomBox(QPainter& painter, const QRectF& box)
{
    painter.save();
    const QColor accent = map::selectionBlue();
    painter.setPen(QPen(QColor(255, 255, 255, 220), 3.0));
    painter.setBrush(tint(accent, 0.12F));
    painter.drawRect(box);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(accent, 1.5));
    painter.drawRect(box);
    painter.restore();
}

void paintPlaceExtent(QPainter& painter, const QPolygonF& outline, const QPointF& place, double radius)
{
    QPainterPath extent;
    if (outline.size() >= 3) {
        extent.addPolygon(outline);
        extent.closeSubpath();
    } else if (radius > 3.0) {
        extent.addEllipse(place, radius, radius);
    } else {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = map::selectionBlue();
    painter.setPen(QPen(QColor(255, 255, 255, 200), 3.0));
    painter.setBrush(tint(accent, 0.12F));
    painter.drawPath(extent);
    QPen dashes(accent, 1.5);
    dashes.setDashPattern({4, 3});
    painter.setPen(dashes);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(extent);
    painter.restore();
}

void paintPin(QPainter& painter, const QPointF& place)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = map::selectionBlue();
    QPainterPath pin;
    pin.moveTo(place);
    pin.cubicTo(place + QPointF(-3, -9), place + QPointF(-10, -13), place + QPointF(-10, -20));
    pin.arcTo(QRectF(place.x() - 10, place.y() - 30, 20, 20), 180, -180);
    pin.cubicTo(place + QPointF(10, -13), place + QPointF(3, -9), place);
    painter.setPen(QPen(Qt::white, 2.0));
    painter.setBrush(accent);
    painter.drawPath(pin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.drawEllipse(place + QPointF(0, -20), 4.0, 4.0);
    painter.restore();
}

} // namespace hk::ui
