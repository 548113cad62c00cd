#include "report/searchable_names.h"

#include "map/label_layout.h"
#include "paper/lettering.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace hk::report {

namespace {

/// Clockwise degrees from the first letter towards the last: −90, 0 or 90.
double nearestAngle(const map::PlacedLabel& label)
{
    const QPointF along = label.glyphs.back().baseline - label.glyphs.front().baseline;
    if (std::abs(along.y()) <= std::abs(along.x()))
        return 0.0;
    return along.y() > 0 ? 90.0 : -90.0;
}

} // namespace

void paintSearchableNames(QPainter& painter, const map::LabelLayout& labels, const map::MapViewport& viewport)
{
    constexpr int measured = 100;
    QFont font = paper::Lettering(1.0).font(paper::Type::Body);
    font.setPixelSize(measured);
    const QFontMetricsF metrics(font);
    painter.save();
    painter.setFont(font);
    painter.setPen(QColor(0, 0, 0, 0));
    for (const map::PlacedLabel& label : labels.labels()) {
        if (label.glyphs.empty())
            continue;
        const QPointF middle = (label.glyphs.front().baseline + label.glyphs.back().baseline) / 2;
        const double scale = viewport.stylePixel * label.size / measured;
        painter.save();
        painter.translate(viewport.toDevice(label.anchor) + middle * viewport.stylePixel);
        painter.rotate(nearestAngle(label));
        painter.scale(scale, scale);
        painter.drawText(QPointF(-metrics.horizontalAdvance(label.text) / 2, metrics.capHeight() / 2),
                         label.text);
        painter.restore();
    }
    painter.restore();
}

} // namespace hk::report
