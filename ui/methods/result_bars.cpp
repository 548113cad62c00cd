#include "ui/methods/result_bars.h"

#include "report/chart_part.h"
#include "ui/caption.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <cmath>

namespace hk::ui {

namespace {

constexpr int preferredWidth = 220;
constexpr int leastWidth = 140;

/// Without the title: the section that holds the bars has it.
chart::BarList untitled(chart::BarList list)
{
    list.heading.title.clear();
    return list;
}

} // namespace

ResultBarsView::ResultBarsView(methods::ResultBars bars, QWidget* parent)
    : QWidget(parent)
    , m_bars(std::move(bars))
    , m_list(untitled(report::listOf(m_bars)))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(m_bars.title);
    const chart::ChartPtr chart = drawn();
    QStringList rows;
    for (int i = 0; i < chart->size(); ++i)
        rows.append(chart->words(i));
    setAccessibleDescription(rows.join(QStringLiteral("; ")));
}

chart::Style ResultBarsView::style() const
{
    return {captionFont(font()), 1.0, chart::Look::of(palette())};
}

chart::ChartPtr ResultBarsView::drawn() const
{
    return chart::laidOut(m_list, rect(), style());
}

QSize ResultBarsView::sizeHint() const
{
    return {preferredWidth, static_cast<int>(std::ceil(chart::heightOf(m_list, style(), preferredWidth)))};
}

QSize ResultBarsView::minimumSizeHint() const
{
    return {leastWidth, sizeHint().height()};
}

void ResultBarsView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    drawn()->paint(painter);
}

bool ResultBarsView::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const chart::ChartPtr chart = drawn();
    const int bar = chart->hitTest(help->pos());
    if (bar >= 0)
        QToolTip::showText(help->globalPos(), chart->words(bar), this);
    else
        QToolTip::hideText();
    return true;
}

} // namespace hk::ui
