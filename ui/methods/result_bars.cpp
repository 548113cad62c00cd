#include "ui/methods/result_bars.h"

#include "report/chart_part.h"

namespace hk::ui {

ResultBarsView::ResultBarsView(methods::ResultBars bars, QWidget* parent)
    : ChartView(parent)
    , m_bars(std::move(bars))
{
    // Without the title: the section that holds the bars has it.
    chart::BarList list = report::listOf(m_bars);
    list.heading.title.clear();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setData(std::move(list));
    setAccessibleName(m_bars.title);
    QStringList rows;
    for (int i = 0; i < size(); ++i)
        rows.append(words(i));
    setAccessibleDescription(rows.join(QStringLiteral("; ")));
}

} // namespace hk::ui
