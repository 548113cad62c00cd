#include "chart/letters.h"

#include <QPainter>

namespace hk::chart {

namespace {

QFont fontOf(const Style& style, bool strong)
{
    QFont font = style.font;
    if (strong)
        font.setWeight(QFont::Bold);
    return font;
}

} // namespace

Letters::Letters(const Style& style, bool strong)
    : m_font(fontOf(style, strong))
    , m_units(style.fontUnits)
    , m_metrics(m_font)
{}

double Letters::height() const
{
    return (m_metrics.ascent() + m_metrics.descent()) / m_units;
}

double Letters::width(const QString& words) const
{
    return m_metrics.horizontalAdvance(words) / m_units;
}

QString Letters::elided(const QString& words, double width, Qt::TextElideMode mode) const
{
    return m_metrics.elidedText(words, mode, width * m_units);
}

void Letters::draw(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& words, const QColor& colour) const
{
    if (words.isEmpty())
        return;
    const double wide = width(words);
    const double left = alignment & Qt::AlignRight     ? rect.right() - wide
                        : alignment & Qt::AlignHCenter ? rect.center().x() - wide / 2
                                                       : rect.left();
    const double baseline = rect.center().y() + (m_metrics.ascent() - m_metrics.descent()) / 2 / m_units;
    painter.save();
    painter.setFont(m_font);
    painter.setPen(colour);
    painter.translate(left, baseline);
    if (m_units != 1.0)
        painter.scale(1.0 / m_units, 1.0 / m_units);
    painter.drawText(QPointF(), words);
    painter.restore();
}

void Letters::drawUpwards(QPainter& painter, const QPointF& bottomCentre, const QString& words, const QColor& colour) const
{
    painter.save();
    painter.translate(bottomCentre);
    painter.rotate(-90);
    draw(painter, QRectF(0, -height() / 2, width(words), height()), Qt::AlignLeft, words, colour);
    painter.restore();
}

} // namespace hk::chart
