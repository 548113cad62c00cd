#include "support/catch.h"
#include "ui/week_hour_grid.h"

#include <QSignalSpy>
#include <QTest>

using hk::WeekHours;
using hk::ui::WeekHourGrid;

namespace {

WeekHours block(int firstDay, int lastDay, int firstHour, int lastHour)
{
    WeekHours hours;
    for (int day = firstDay; day <= lastDay; ++day)
        for (int hour = firstHour; hour <= lastHour; ++hour)
            hours.set(static_cast<std::size_t>(24 * day + hour));
    return hours;
}

struct Grid {
    WeekHourGrid widget;
    QSignalSpy changed{&widget, &WeekHourGrid::hoursChanged};
    Grid()
    {
        widget.resize(320, 140);
        widget.show();
    }
    QPoint at(int weekday, int hour) const { return widget.cellRect(weekday, hour).center().toPoint(); }
    void drag(const QPoint& from, const QPoint& to, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mousePress(&widget, Qt::LeftButton, modifiers, from);
        QTest::mouseMove(&widget, to);
        QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, to);
    }
};

} // namespace

TEST_CASE("dragging over Friday and Saturday night chooses exactly those hours")
{
    Grid grid;
    grid.drag(grid.at(4, 20), grid.at(5, 23));
    CHECK(grid.widget.hours() == block(4, 5, 20, 23));
    CHECK(grid.changed.count() == 2); // the first cell, then the rectangle: the map follows the hand
}

TEST_CASE("dragging backwards chooses the same")
{
    Grid grid;
    grid.drag(grid.at(5, 23), grid.at(4, 20));
    CHECK(grid.widget.hours() == block(4, 5, 20, 23));
}

TEST_CASE("dragging out of the grid stops at its edge")
{
    Grid grid;
    grid.drag(grid.at(5, 22), {2000, 2000});
    CHECK(grid.widget.hours() == block(5, 6, 22, 23));
}

TEST_CASE("Ctrl adds hours to those chosen")
{
    Grid grid;
    grid.drag(grid.at(4, 20), grid.at(4, 23));
    grid.drag(grid.at(5, 0), grid.at(5, 1), Qt::ControlModifier);
    CHECK(grid.widget.hours() == (block(4, 4, 20, 23) | block(5, 5, 0, 1)));
}

TEST_CASE("a weekday's label chooses its day, an hour's label its hour of all days")
{
    Grid grid;
    QTest::mouseClick(&grid.widget, Qt::LeftButton, {}, grid.widget.weekdayLabelRect(2).center().toPoint());
    CHECK(grid.widget.hours() == block(2, 2, 0, 23));
    QTest::mouseClick(&grid.widget, Qt::LeftButton, {}, grid.widget.hourLabelRect(8).center().toPoint());
    CHECK(grid.widget.hours() == block(0, 6, 8, 8));
    grid.drag(grid.widget.weekdayLabelRect(5).center().toPoint(),
              grid.widget.weekdayLabelRect(6).center().toPoint());
    CHECK(grid.widget.hours() == block(5, 6, 0, 23));
}

TEST_CASE("a click on the only hour chosen, Escape and the corner choose all again")
{
    Grid grid;
    QTest::mouseClick(&grid.widget, Qt::LeftButton, {}, grid.at(3, 12));
    CHECK(grid.widget.hours() == block(3, 3, 12, 12));
    QTest::mouseClick(&grid.widget, Qt::LeftButton, {}, grid.at(3, 12));
    CHECK(grid.widget.hours().none());
    grid.widget.setHours(block(1, 1, 1, 1));
    QTest::keyClick(&grid.widget, Qt::Key_Escape);
    CHECK(grid.widget.hours().none());
    grid.widget.setHours(block(1, 1, 1, 1));
    QTest::mouseClick(&grid.widget, Qt::LeftButton, {}, {3, 3});
    CHECK(grid.widget.hours().none());
}

TEST_CASE("all hours chosen is the same as none: all")
{
    Grid grid;
    grid.drag(grid.at(0, 0), grid.at(6, 23));
    CHECK(grid.widget.hours().none());
}

TEST_CASE("the keyboard chooses hours")
{
    Grid grid;
    QTest::keyClick(&grid.widget, Qt::Key_Down);
    QTest::keyClick(&grid.widget, Qt::Key_Right);
    QTest::keyClick(&grid.widget, Qt::Key_Right);
    QTest::keyClick(&grid.widget, Qt::Key_Space);
    CHECK(grid.widget.hours() == block(1, 1, 2, 2));
    QTest::keyClick(&grid.widget, Qt::Key_Space);
    CHECK(grid.widget.hours().none());
    QTest::keyClick(&grid.widget, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&grid.widget, Qt::Key_Down, Qt::ShiftModifier);
    CHECK(grid.widget.hours() == block(1, 2, 2, 3));
}

TEST_CASE("hours set from outside are not told back")
{
    Grid grid;
    grid.widget.setHours(block(0, 0, 0, 5));
    CHECK(grid.changed.isEmpty());
    CHECK(grid.widget.hours() == block(0, 0, 0, 5));
}

TEST_CASE("an hour's words have a whole count, or one decimal where spans share it")
{
    Grid grid;
    hk::analysis::WeekProfile profile;
    profile.weights[24 * 4 + 20] = 12.0;
    profile.weights[24 * 4 + 21] = 2.26;
    grid.widget.setProfile(profile);
    CHECK(grid.widget.cellText(4, 20).contains(QStringLiteral(" 20–21: 12 ")));
    CHECK(grid.widget.cellText(4, 21).contains(QLocale().toString(2.3, 'f', 1)));
    CHECK(grid.widget.cellText(0, 23).contains(QStringLiteral("23–24: 0 ")));
}

TEST_CASE("fuller hours are darker and an empty week is painted without colour")
{
    Grid grid;
    const auto shade = [&](int weekday, int hour) {
        return grid.widget.grab().toImage().pixelColor(grid.at(weekday, hour) - QPoint(2, 2)).lightness();
    };
    const int empty = shade(0, 5);
    CHECK(empty == shade(6, 20));
    hk::analysis::WeekProfile profile;
    profile.weights[24 * 4 + 20] = 10.0;
    profile.weights[24 * 4 + 21] = 5.0;
    profile.weights[24 * 4 + 22] = 1.0;
    grid.widget.setProfile(profile);
    CHECK(shade(4, 20) < shade(4, 21));
    CHECK(shade(4, 21) < shade(4, 22));
}

TEST_CASE("what the current hour holds is told to assistive technology")
{
    Grid grid;
    hk::analysis::WeekProfile profile;
    profile.weights[24 + 0] = 3.0;
    grid.widget.setProfile(profile);
    QTest::keyClick(&grid.widget, Qt::Key_Down);
    CHECK(grid.widget.accessibleDescription().contains(grid.widget.cellText(1, 0)));
}
