#include "ui/charts/chart_panel.h"

#include "ui/caption.h"
#include "ui/charts/chart_view.h"

#include <QBoxLayout>
#include <QEvent>
#include <algorithm>

namespace hk::ui {

namespace {

constexpr int leastBeside =
    620; ///< pixels in which four charts stand beside each other, at the usual text size
constexpr int gap = 20;
constexpr int hoursOfDay = 24;
constexpr int daysOfWeek = 7;

WeekHours hoursOf(const WeekHours& days, int first, int last)
{
    WeekHours hours;
    for (int day = 0; day < daysOfWeek; ++day) {
        bool any = days.none();
        for (int hour = 0; hour < hoursOfDay; ++hour)
            any = any || days.test(static_cast<std::size_t>(hoursOfDay * day + hour));
        for (int hour = first; any && hour <= last; ++hour)
            hours.set(static_cast<std::size_t>(hoursOfDay * day + hour));
    }
    return hours;
}

} // namespace

ChartPanel::ChartPanel(QWidget* parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget(this);
    m_layout = new QBoxLayout(QBoxLayout::LeftToRight, content);
    m_layout->setContentsMargins(10, 4, 10, 6);
    m_layout->setSpacing(gap);
    const auto made = [&](const char* name, int stretch) {
        auto* view = new ChartView(content);
        view->setObjectName(QString::fromLatin1(name));
        view->setChoosable(true);
        m_layout->addWidget(view, stretch);
        return view;
    };
    m_months = made("monthChart", 5);
    m_hours = made("hourChart", 5);
    m_categories = made("categoryChart", 4);
    m_organisations = made("organisationChart", 3);
    setWidget(content);
    connect(m_months, &ChartView::chosen, this, &ChartPanel::choosePeriod);
    connect(m_hours, &ChartView::chosen, this, &ChartPanel::chooseHours);
    connect(m_categories, &ChartView::chosen, this, [this](int first, int last, bool add) {
        QStringList taken = m_charts.codes.mid(first, last - first + 1);
        taken.removeAll(QString()); // what the file's list does not have
        chooseNames(&IncidentFilter::categories, taken, add);
    });
    connect(m_organisations, &ChartView::chosen, this, [this](int first, int last, bool add) {
        chooseNames(&IncidentFilter::organisations, m_charts.organisationNames.mid(first, last - first + 1),
                    add);
    });
    const auto ends = [this](ChartView* view, auto end) {
        connect(view, &ChartView::choiceEnded, this, [this, end] {
            IncidentFilter filter = m_filter;
            end(filter);
            want(filter);
        });
    };
    ends(m_months, [this](IncidentFilter& filter) {
        filter.from = m_before ? m_before->from : QDate();
        filter.to = m_before ? m_before->to : QDate();
        m_before.reset();
    });
    ends(m_hours, [](IncidentFilter& filter) { filter.hours.reset(); });
    ends(m_categories, [](IncidentFilter& filter) { filter.categories.clear(); });
    ends(m_organisations, [](IncidentFilter& filter) { filter.organisations.clear(); });
}

void ChartPanel::setCharts(const report::SelectionCharts& charts)
{
    m_charts = charts;
    m_months->setData(charts.months);
    m_hours->setData(charts.hours);
    m_categories->setData(charts.categories);
    m_organisations->setData(charts.organisations);
    arrange();
    m_organisations->setVisible(charts.organisations.bars.size() > 1 || !m_filter.organisations.isEmpty());
}

void ChartPanel::setFilter(const IncidentFilter& filter)
{
    if (filter.from != m_filter.from || filter.to != m_filter.to)
        m_before.reset(); // the period is another's choice
    m_filter = filter;
}

void ChartPanel::want(const IncidentFilter& filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    Q_EMIT filterWanted(filter);
}

void ChartPanel::choosePeriod(int first, int last, bool add)
{
    if (last >= static_cast<int>(m_charts.periods.size()))
        return;
    Period wanted{m_charts.periods[static_cast<std::size_t>(first)].from,
                  m_charts.periods[static_cast<std::size_t>(last)].to};
    const Period now{m_filter.from, m_filter.to};
    if (add && now.isValid())
        wanted = {std::min(wanted.from, now.from), std::max(wanted.to, now.to)};
    IncidentFilter filter = m_filter;
    if (wanted == now) {
        filter.from = m_before ? m_before->from : QDate();
        filter.to = m_before ? m_before->to : QDate();
        m_before.reset();
    } else {
        if (!m_before)
            m_before = now;
        filter.from = wanted.from;
        filter.to = wanted.to;
    }
    want(filter);
}

void ChartPanel::chooseHours(int first, int last, bool add)
{
    // On the weekdays that are chosen; on all where none is.
    const WeekHours taken = hoursOf(m_filter.hours, first, last);
    WeekHours wanted = taken;
    if (add && m_filter.hours.any())
        wanted = (m_filter.hours & taken) == taken ? m_filter.hours & ~taken : m_filter.hours | taken;
    IncidentFilter filter = m_filter;
    filter.hours = wanted == m_filter.hours || wanted.all() ? WeekHours() : wanted;
    want(filter);
}

void ChartPanel::chooseNames(QStringList IncidentFilter::*names, const QStringList& taken, bool add)
{
    if (taken.isEmpty())
        return;
    IncidentFilter filter = m_filter;
    QStringList& chosen = filter.*names;
    const auto isChosen = [&](const QString& name) { return chosen.contains(name); };
    const bool allChosen = std::all_of(taken.begin(), taken.end(), isChosen);
    if (add && !chosen.isEmpty()) {
        for (const QString& name : taken) {
            if (allChosen)
                chosen.removeAll(name);
            else if (!chosen.contains(name))
                chosen.append(name);
        }
    } else if (allChosen && chosen.size() == taken.size()) {
        chosen.clear();
    } else {
        chosen = taken;
    }
    want(filter);
}

void ChartPanel::arrange()
{
    const double scale = QFontMetricsF(font()).height() / 17.0; // of a body of 13 pixels
    const bool beside = width() >= leastBeside * scale;
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    setVerticalScrollBarPolicy(beside ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (ChartView* view : {m_months, m_hours, m_categories, m_organisations}) {
        view->setWantedHeight(static_cast<int>(150 * scale));
        view->setMinimumHeight(beside ? 0 : view->sizeHint().height());
    }
}

QSize ChartPanel::sizeHint() const
{
    const int line = QFontMetrics(captionFont(font())).height();
    return {leastBeside, 13 * line};
}

QSize ChartPanel::minimumSizeHint() const
{
    const int line = QFontMetrics(captionFont(font())).height();
    return {200, 10 * line};
}

void ChartPanel::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void ChartPanel::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    Q_EMIT shown();
}

void ChartPanel::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        arrange();
}

} // namespace hk::ui
