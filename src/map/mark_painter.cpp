#include "map/mark_painter.h"

#include "map/overlay_painter.h"
#include "map/symbols.h"

#include <cmath>

namespace hk::map {

MarkPainter::MarkPainter(const MapStyle::PointRule& rule, double across, double pixel, const QPainter& painter)
    : m_path(markShape(rule.shape, across))
    , m_pen(rule.outline.isValid() ? QPen(rule.outline, std::min(1.2 * pixel, across / 6)) : QPen(Qt::NoPen))
    , m_colour(rule.colour)
    , m_device(painter.deviceTransform())
    , m_copies(isRasterDevice(painter) && m_device.type() <= QTransform::TxScale && painter.opacity() >= 1.0)
    , m_reach(static_cast<int>(std::ceil((across * 0.75 + pixel) * m_device.m11())) + 2)
{
}

void MarkPainter::drawPath(QPainter& painter, const QPointF& at) const
{
    painter.setPen(m_pen);
    painter.setBrush(m_colour);
    painter.drawPath(m_path.translated(at));
}

const QImage& MarkPainter::picture(int column, int line)
{
    QImage& image = m_pictures[static_cast<std::size_t>(line * phases + column)];
    if (image.isNull()) {
        image = QImage(2 * m_reach, 2 * m_reach, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(m_reach + static_cast<double>(column) / phases, m_reach + static_cast<double>(line) / phases);
        painter.scale(m_device.m11(), m_device.m22());
        drawPath(painter, {0, 0});
        painter.end();
        image.setDevicePixelRatio(m_device.m11());
    }
    return image;
}

void MarkPainter::draw(QPainter& painter, const QPointF& at)
{
    if (!m_copies) {
        drawPath(painter, at);
        return;
    }
    const QPointF device = m_device.map(at);
    const auto x = static_cast<int>(std::floor(device.x() * phases + 0.5));
    const auto y = static_cast<int>(std::floor(device.y() * phases + 0.5));
    const int column = ((x % phases) + phases) % phases;
    const int line = ((y % phases) + phases) % phases;
    const QPointF corner((x - column) / phases - m_reach, (y - line) / phases - m_reach);
    painter.drawImage(QPointF((corner.x() - m_device.dx()) / m_device.m11(), (corner.y() - m_device.dy()) / m_device.m22()),
                      picture(column, line));
}

} // namespace hk::map
