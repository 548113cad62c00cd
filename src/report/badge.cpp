#include "report/badge.h"

namespace hk::report {

void paintBadge(paper::Canvas& canvas, const QPointF& centre, double radius, int rank, bool onMap)
{
    constexpr QRgb hotspotInk = 0xff2a1240; // outlines and ranks on the map, too
    constexpr double largeBadge = 2.4;
    QPainter& painter = canvas.painter();
    painter.setPen(QPen(QColor::fromRgba(hotspotInk), 0.25));
    painter.setBrush(onMap ? QBrush(QColor::fromRgba(hotspotInk)) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, radius, radius);
    const bool large = radius >= largeBadge * canvas.factor();
    const paper::Type type = rank > 99 ? (large ? paper::Type::Small : paper::Type::Tiny)
                                       : (large ? paper::Type::Strong : paper::Type::Small);
    canvas.text({centre.x(), centre.y() + canvas.middleOf(type)}, type, QString::number(rank), onMap ? 0xffffffff : hotspotInk,
                paper::Align::Centre);
}

} // namespace hk::report
