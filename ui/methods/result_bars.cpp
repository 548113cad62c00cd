#include "ui/methods/result_bars.h"

#include "text/sentences.h"
#include "ui/caption.h"
#include "ui/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

namespace hk::ui {
namespace {

constexpr int gap = 6;
constexpr double referenceWidth = 2.0;

} // namespace

ResultBarsView::ResultBarsView(methods::ResultBars bars, QWidget* parent)
    : QWidget(parent)
    , m_bars(std::move(bars))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(m_bars.title);
    QStringList rows;
    for (qsizetype i = 0; i < m_bars.labels.size() && static_cast<std::size_t>(i) < m_bars.values.size(); ++i)
        rows.append(QStringLiteral("%1: %2").arg(m_bars.labels.at(i), numberOf(m_bars.values[static_cast<std::size_t>(i)])));
    setAccessibleDescription(rows.join(QStringLiteral("; ")));
}

int ResultBarsView::rowHeight() const
{
    return QFontMetrics(captionFont(font())).height() + 3;
}

int ResultBarsView::headHeight() const
{
    return m_bars.reference.empty() ? 0 : rowHeight() + 2;
}

QSize ResultBarsView::sizeHint() const
{
    return {220, static_cast<int>(m_bars.values.size()) * rowHeight() + headHeight()};
}

QSize ResultBarsView::minimumSizeHint() const
{
    return {140, sizeHint().height()};
}

QString ResultBarsView::numberOf(double value) const
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    const bool whole = std::all_of(m_bars.values.begin(), m_bars.values.end(), [](double v) {
        return !std::isfinite(v) || std::abs(v - std::round(v)) < 1e-9;
    });
    if (whole)
        return text::number(static_cast<qint64>(std::llround(value)));
    const double most = *std::max_element(m_bars.values.begin(), m_bars.values.end());
    return text::number(value, most >= 100 ? 0 : most >= 10 ? 1 : 2);
}

void ResultBarsView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeColours colours = themeColours(isDark(palette()));
    const QFont caption = captionFont(font());
    const QFontMetrics metrics(caption);
    painter.setFont(caption);
    int words = 0;
    int numbers = 0;
    double most = 0.0;
    for (const QString& label : m_bars.labels)
        words = std::max(words, metrics.horizontalAdvance(label));
    words = std::min(words, width() * 2 / 5);
    for (const double value : m_bars.values) {
        numbers = std::max(numbers, metrics.horizontalAdvance(numberOf(value)));
        most = std::max(most, std::isfinite(value) ? value : 0.0);
    }
    for (const double value : m_bars.reference)
        most = std::max(most, std::isfinite(value) ? value : 0.0);
    const int left = words + gap;
    const double room = std::max(10, width() - left - numbers - gap);
    const auto lengthOf = [&](double value) { return most > 0 && std::isfinite(value) ? value / most * room : 0.0; };
    const int row = rowHeight();
    if (!m_bars.reference.empty()) {
        painter.setPen(colours.muted);
        painter.fillRect(QRectF(left, row / 2.0 - 5, referenceWidth, 10), colours.text);
        painter.drawText(QRect(left + gap, 0, width() - left - gap, row), Qt::AlignLeft | Qt::AlignVCenter,
                         metrics.elidedText(m_bars.referenceName, Qt::ElideRight, width() - left - gap));
    }
    for (std::size_t i = 0; i < m_bars.values.size(); ++i) {
        const int top = headHeight() + static_cast<int>(i) * row;
        painter.setPen(colours.muted);
        painter.drawText(QRect(0, top, words, row), Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(m_bars.labels.value(static_cast<qsizetype>(i)), Qt::ElideRight, words));
        const double length = lengthOf(m_bars.values[i]);
        painter.fillRect(QRectF(left, top + 2, room, row - 4), colours.hover);
        painter.fillRect(QRectF(left, top + 2, length, row - 4), colours.accent);
        if (i < m_bars.reference.size() && std::isfinite(m_bars.reference[i]))
            painter.fillRect(QRectF(left + lengthOf(m_bars.reference[i]) - referenceWidth / 2, top + 1, referenceWidth, row - 2),
                             colours.text);
        painter.setPen(colours.text);
        painter.drawText(QRect(width() - numbers, top, numbers, row), Qt::AlignRight | Qt::AlignVCenter,
                         numberOf(m_bars.values[i]));
    }
}

bool ResultBarsView::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int row = (help->pos().y() - headHeight()) / rowHeight();
        if (help->pos().y() >= headHeight() && row < static_cast<int>(m_bars.values.size())) {
            const auto i = static_cast<std::size_t>(row);
            QString words = tr("%1: %2 %3", "label, number, unit")
                                .arg(m_bars.labels.value(row), numberOf(m_bars.values[i]), m_bars.unit);
            if (i < m_bars.reference.size())
                words += u'\n' + tr("%1: %2", "name, number").arg(m_bars.referenceName, numberOf(m_bars.reference[i]));
            QToolTip::showText(help->globalPos(), words, this);
        } else {
            QToolTip::hideText();
        }
        return true;
    }
    return QWidget::event(event);
}

} // namespace hk::ui
