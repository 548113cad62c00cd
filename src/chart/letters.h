#pragma once

#include "chart/look.h"

#include <QFontMetricsF>
#include <QRectF>
#include <QString>
#include <Qt>

class QPainter;

namespace hk::chart {

/// Words of a chart, measured and drawn in the painter's units.
class Letters {
public:
    explicit Letters(const Style& style, bool strong = false);

    double height() const;
    double width(const QString& words) const;
    /// The words, or as much of them as `width` has room for.
    QString elided(const QString& words, double width, Qt::TextElideMode mode = Qt::ElideRight) const;
    /// On one line in a rectangle; what does not fit is drawn all the same.
    void draw(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& words, const QColor& colour) const;
    /// Upwards, read from the right; the words end at the bottom or begin there.
    void drawUpwards(QPainter& painter, const QPointF& bottomCentre, const QString& words, const QColor& colour) const;

private:
    QFont m_font;
    double m_units;
    QFontMetricsF m_metrics;
};

} // namespace hk::chart
