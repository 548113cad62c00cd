#include "ui/charts/chart_panel.h"
#include "ui/charts/chart_view.h"
#include "ui/window_actions.h"
#include "ui/window_docks.h"
#include "window_support.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <numeric>

using namespace hk;
using namespace hk::ui;
using test::Desk;

namespace {

/// The window with the panel of charts open over a sample.
struct ChartDesk : Desk {
    ChartDesk()
    {
        openSample(400);
        show();
        window->actions().charts->trigger();
        settle();
    }
    ChartPanel& panel() { return window->chartPanel(); }
    const IncidentFilter& filter() { return workspace->filter(); }

    void click(ChartView& view, int bar, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(&view, Qt::LeftButton, modifiers, view.barRect(bar).center().toPoint());
        QTest::qWait(1); // the filter is applied when the hand's events are through
        settle();
    }
    void drag(ChartView& view, int from, int to)
    {
        QTest::mousePress(&view, Qt::LeftButton, {}, view.barRect(from).center().toPoint());
        QTest::mouseMove(&view, view.barRect(to).center().toPoint());
        QTest::mouseRelease(&view, Qt::LeftButton, {}, view.barRect(to).center().toPoint());
        QTest::qWait(1);
        settle();
    }
    void key(ChartView& view, Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&view, key, modifiers);
        QTest::qWait(1);
        settle();
    }
    const chart::BarList& categories() { return std::get<chart::BarList>(panel().categories().data()); }
};

} // namespace

TEST_CASE("the charts open by their command and count what is selected")
{
    ChartDesk desk;
    CHECK(desk.window->docks().charts()->isVisible());
    CHECK(desk.window->actions().charts->isChecked());
    double sum = 0.0;
    for (const auto& bar : desk.categories().bars)
        sum += bar.value;
    CHECK(sum == static_cast<double>(desk.selected()));
    CHECK(desk.panel().months().size() > 1);
    CHECK(desk.panel().hours().size() == 24);
    desk.window->actions().charts->trigger();
    CHECK_FALSE(desk.window->docks().charts()->isVisible());
}

TEST_CASE(
    "a category that is clicked is the only one; with Ctrl it is added; clicked once more the choice ends")
{
    ChartDesk desk;
    ChartView& view = desk.panel().categories();
    const std::size_t all = desk.selected();
    const double first = desk.categories().bars[0].value;
    desk.click(view, 0);
    REQUIRE(desk.filter().categories.size() == 1);
    CHECK(desk.selected() == static_cast<std::size_t>(first));
    CHECK_FALSE(desk.categories().bars[0].faded);
    CHECK(desk.categories().bars[1].faded);
    const double second = desk.categories().bars[1].value;
    desk.click(view, 1, Qt::ControlModifier);
    CHECK(desk.filter().categories.size() == 2);
    CHECK(desk.selected() == static_cast<std::size_t>(first + second));
    desk.click(view, 1, Qt::ControlModifier);
    CHECK(desk.selected() == static_cast<std::size_t>(first));
    desk.click(view, 0);
    CHECK(desk.filter().categories.isEmpty());
    CHECK(desk.selected() == all);
}

TEST_CASE("months that are dragged over are the period, and the period before comes back")
{
    ChartDesk desk;
    ChartView& view = desk.panel().months();
    const auto& months = std::get<chart::MonthSeries>(view.data()).months;
    REQUIRE(months.size() >= 4);
    const QDate from(months[1].year, months[1].month, 1);
    const double counted = months[1].value + months[2].value;
    desk.drag(view, 1, 2);
    CHECK(desk.filter().from == from);
    CHECK(desk.filter().to == from.addMonths(2));
    CHECK(desk.selected() == static_cast<std::size_t>(counted));
    const auto& now = std::get<chart::MonthSeries>(view.data()).months;
    int bar = 0;
    while (now[static_cast<std::size_t>(bar)].faded)
        ++bar;
    desk.drag(view, bar, bar + 1);
    CHECK_FALSE(desk.filter().from.isValid());
    CHECK_FALSE(desk.filter().to.isValid());
}

TEST_CASE("a period chosen elsewhere is not gone back from")
{
    ChartDesk desk;
    ChartView& view = desk.panel().months();
    const auto month = [&](std::size_t bar) {
        const auto& all = std::get<chart::MonthSeries>(view.data()).months;
        return QDate(all.at(bar).year, all.at(bar).month, 1);
    };
    IncidentFilter elsewhere;
    elsewhere.from = month(1);
    elsewhere.to = month(4);
    desk.drag(view, 2, 3);
    desk.workspace->setFilter(elsewhere);
    desk.settle();
    int bar = 0;
    while (month(static_cast<std::size_t>(bar)) != elsewhere.from)
        ++bar;
    desk.drag(view, bar, bar + 2);
    CHECK_FALSE(desk.filter().from.isValid());
}

TEST_CASE("hours are taken on the weekdays that are chosen")
{
    ChartDesk desk;
    IncidentFilter weekend;
    for (int hour = 0; hour < 24; ++hour)
        weekend.hours.set(static_cast<std::size_t>(5 * 24 + hour));
    desk.workspace->setFilter(weekend);
    desk.settle();
    desk.drag(desk.panel().hours(), 20, 22);
    WeekHours wanted;
    for (int hour = 20; hour <= 22; ++hour)
        wanted.set(static_cast<std::size_t>(5 * 24 + hour));
    CHECK(desk.filter().hours == wanted);
    desk.key(desk.panel().hours(), Qt::Key_Escape);
    CHECK(desk.filter().hours.none());
}

TEST_CASE("the charts are read and used by keyboard alone")
{
    ChartDesk desk;
    ChartView& view = desk.panel().categories();
    view.setFocus(Qt::TabFocusReason);
    desk.key(view, Qt::Key_Down);
    CHECK(view.accessibleDescription().startsWith(view.words(1)));
    const QString marked = desk.categories().bars[1].label;
    desk.key(view, Qt::Key_Space);
    REQUIRE(desk.filter().categories.size() == 1);
    CHECK(marked.startsWith(desk.filter().categories.first()));
    desk.key(view, Qt::Key_Space);
    CHECK(desk.filter().categories.isEmpty());
    desk.key(view, Qt::Key_Home);
    desk.key(view, Qt::Key_Down, Qt::ShiftModifier);
    desk.key(view, Qt::Key_Return);
    CHECK(desk.filter().categories.size() == 2);
}

TEST_CASE("the numbers of a chart can be pasted into a spreadsheet")
{
    ChartDesk desk;
    const QStringList rows = desk.panel().hours().numbers().split(u'\n');
    REQUIRE(rows.size() == 25);
    CHECK(rows.first().contains(u'\t'));
    double sum = 0.0;
    for (const QString& row : rows.mid(1))
        sum += QLocale().toDouble(row.section(u'\t', 1, 1));
    const auto& values = std::get<chart::HourBars>(desk.panel().hours().data()).values;
    CHECK(sum == std::accumulate(values.begin(), values.end(), 0.0));
}

TEST_CASE("the charts stand below each other in a narrow place")
{
    ChartDesk desk;
    ChartPanel& panel = desk.panel();
    CHECK(panel.months().y() == panel.hours().y());
    desk.window->addDockWidget(Qt::RightDockWidgetArea, desk.window->docks().charts());
    CHECK(QTest::qWaitFor([&] { return panel.months().geometry().bottom() < panel.hours().y(); },
                          test::patience));
    CHECK(panel.hours().geometry().bottom() < panel.categories().y());
}

TEST_CASE("whether the charts were open is remembered")
{
    Desk desk;
    desk.openSample(60);
    desk.show();
    desk.window->docks().save();
    desk.restart();
    desk.openEmpty();
    desk.show();
    CHECK_FALSE(desk.window->docks().charts()->isVisible());
    desk.window->actions().charts->trigger();
    desk.settle();
    desk.restart();
    desk.show();
    CHECK(desk.window->docks().charts()->isVisible());
}
