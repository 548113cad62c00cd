#include "text/sentences.h"
#include "ui/caption.h"
#include "ui/time_strip_impl.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace hk::ui {

void TimeStrip::Impl::paintBars(QPainter& painter, const QRectF& area) const
{
    const QPalette palette = self->palette();
    const QColor chosen = palette.color(self->isEnabled() ? QPalette::Highlight : QPalette::Mid);
    const QColor other = mixed(palette.color(QPalette::Base), palette.color(QPalette::Text), 0.28);
    const int hovered =
        hoverX < 0 || drag != Drag::None ? -1 : bins.at(static_cast<std::int32_t>(std::floor(day(hoverX))));
    painter.setPen(Qt::NoPen);
    for (std::size_t i = 0; i < bins.counts.size(); ++i) {
        if (bins.counts[i] == 0)
            continue;
        const double left = x(bins.edges[i]);
        const double right = x(bins.edges[i + 1]);
        const double gap = right - left >= 3.0 ? 1.0 : 0.0;
        const double height = std::max(1.5, area.height() * bins.counts[i] / std::max(1u, bins.maximum));
        const double middle = 0.5 * (bins.edges[i] + bins.edges[i + 1]);
        const bool inside = middle >= low() && middle < high();
        QColor colour = inside ? chosen : other;
        if (static_cast<int>(i) == hovered)
            colour = mixed(colour, palette.color(QPalette::Text), 0.25);
        painter.setBrush(colour);
        painter.drawRect(QRectF(left, area.bottom() - height, std::max(1.0, right - left - gap), height));
    }
}

void TimeStrip::Impl::paintBrush(QPainter& painter, const QRectF& area) const
{
    const QPalette palette = self->palette();
    const double left = x(low());
    const double right = x(high());
    const QColor accent = palette.color(QPalette::Highlight);
    if (!whole()) {
        QColor tint = accent;
        tint.setAlphaF(0.14f);
        painter.fillRect(QRectF(left, area.top(), right - left, area.height()), tint);
    }
    for (const double position : {left, right}) {
        painter.setPen(QPen(accent, 1.5));
        painter.drawLine(QPointF(position, area.top()), QPointF(position, area.bottom()));
        const double height = std::min(area.height() * 0.5, 20.0);
        painter.setPen(QPen(palette.color(QPalette::Base), 1.0));
        painter.setBrush(accent);
        painter.drawRoundedRect(QRectF(position - 3.5, area.center().y() - height / 2, 7.0, height), 3.0,
                                3.0);
    }
    if (whole())
        return;
    painter.setFont(captionFont(self->font()));
    const QString words = text::period(from, to);
    const double width = QFontMetricsF(painter.font()).horizontalAdvance(words) + 2;
    const double start =
        std::clamp((left + right - width) / 2, area.left(), std::max(area.left(), area.right() - width));
    painter.setPen(palette.color(QPalette::WindowText));
    painter.drawText(QRectF(start, 3, width, area.top() - 3), Qt::AlignCenter, words);
}

void TimeStrip::Impl::paintAxis(QPainter& painter, const QRectF& area) const
{
    const QPalette palette = self->palette();
    const QColor line = mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.35);
    const QColor words = mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.75);
    painter.setPen(QPen(line, 1.0));
    painter.drawLine(QPointF(area.left(), area.bottom() + 0.5), QPointF(area.right(), area.bottom() + 0.5));
    painter.setFont(captionFont(self->font()));
    const QFontMetricsF metrics(painter.font());
    const QLocale locale;
    const double perDay = area.width() / std::max(1, bins.end() - bins.first());
    const double room = metrics.horizontalAdvance(QStringLiteral("sept")) * 1.6;
    double free = area.left() - 1.0;
    for (const StripTick& tick : stripTicks(bins.first(), bins.end(), perDay, room, locale)) {
        const double position = x(tick.date);
        painter.setPen(QPen(line, 1.0));
        painter.drawLine(QPointF(position, area.bottom() + 1),
                         QPointF(position, area.bottom() + (tick.year ? 6 : 4)));
        QFont font = captionFont(self->font());
        font.setBold(tick.year);
        painter.setFont(font);
        const double width = QFontMetricsF(font).horizontalAdvance(tick.label) + 2;
        const double start = position + 3;
        if (start < free || start + width > self->width())
            continue;
        painter.setPen(words);
        painter.drawText(QRectF(start, area.bottom() + 3, width, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, tick.label);
        free = start + width + 4;
    }
}

void TimeStrip::Impl::paintSide(QPainter& painter, const QRectF& area) const
{
    const QPalette palette = self->palette();
    painter.setFont(captionFont(self->font()));
    painter.setPen(mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.75));
    const double right = area.left() - 8;
    painter.drawText(QRectF(0, area.bottom() + 3, right, QFontMetricsF(painter.font()).height()),
                     Qt::AlignRight | Qt::AlignVCenter, stepNames()[static_cast<int>(bins.step)]);
    painter.drawText(QRectF(0, 3, right, area.top() - 3), Qt::AlignRight | Qt::AlignVCenter,
                     QLocale().toString(bins.maximum));
    painter.setPen(
        QPen(mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.18), 1.0));
    painter.drawLine(QPointF(area.left(), area.top() + 0.5), QPointF(area.right(), area.top() + 0.5));
}

} // namespace hk::ui
