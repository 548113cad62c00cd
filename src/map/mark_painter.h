#pragma once

#include "map/style.h"

#include <QImage>
#include <QPainter>
#include <QPainterPath>
#include <array>

namespace hk::map {

/// Draws one mark at many points. On a screen it is copied from a picture made once, to a quarter of a device pixel where it
/// belongs. One per painting and rule.
class MarkPainter {
public:
    /// `across` and `pixel` (a style pixel) in the painter's units.
    MarkPainter(const MapStyle::PointRule& rule, double across, double pixel, const QPainter& painter);
    void draw(QPainter& painter, const QPointF& at);

private:
    static constexpr int phases = 4; ///< of a device pixel, each way
    void drawPath(QPainter& painter, const QPointF& at) const;
    const QImage& picture(int column, int line);

    QPainterPath m_path;
    QPen m_pen;
    QColor m_colour;
    QTransform m_device; ///< to device pixels
    bool m_copies;
    int m_reach = 0;     ///< device pixels from the middle of a picture to its edge
    std::array<QImage, phases * phases> m_pictures;
};

} // namespace hk::map
