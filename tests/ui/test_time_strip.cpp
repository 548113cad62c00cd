#include "support/catch.h"
#include "ui/time_strip.h"
#include "ui/time_strip_bins.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace hk::ui;

namespace {

std::int32_t dayOf(int year, int month, int day)
{
    return static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(QDate(year, month, day)));
}

/// One incident a day from Monday 1 January 2024 to Sunday 29 December 2024: 52 whole weeks.
std::vector<std::int32_t> oneADay()
{
    std::vector<std::int32_t> dates;
    for (std::int32_t day = dayOf(2024, 1, 1); day <= dayOf(2024, 12, 29); ++day)
        dates.push_back(day);
    return dates;
}

struct Strip {
    TimeStrip widget;
    QSignalSpy changed{&widget, &TimeStrip::periodChanged};
    explicit Strip(std::vector<std::int32_t> dates = oneADay())
    {
        widget.resize(800, 80);
        widget.setDates(std::move(dates));
        widget.show();
    }
    QPoint at(const QDate& date) const
    {
        return QPointF(widget.xOf(date), widget.plotRect().center().y()).toPoint();
    }
    void drag(const QPoint& from, const QPoint& to)
    {
        QTest::mousePress(&widget, Qt::LeftButton, {}, from);
        QTest::mouseMove(&widget, (from + to) / 2);
        QTest::mouseMove(&widget, to);
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    }
};

} // namespace

TEST_CASE("bars are days, weeks, months or years by the room there is")
{
    CHECK(stripStepFor(100, 700, 4) == StripStep::Day);
    CHECK(stripStepFor(730, 700, 4) == StripStep::Week);
    CHECK(stripStepFor(3650, 700, 4) == StripStep::Month);
    CHECK(stripStepFor(36500, 700, 4) == StripStep::Year);
}

TEST_CASE("weeks begin on Monday and every date is counted once")
{
    const StripBins bins = binDates({dayOf(2024, 1, 7), dayOf(2024, 1, 8), dayOf(2024, 1, 14)},
                                    dayOf(2024, 1, 7), dayOf(2024, 1, 14), StripStep::Week);
    REQUIRE(bins.counts == std::vector<std::uint32_t>{1, 2});
    CHECK(bins.first() == dayOf(2024, 1, 1));
    CHECK(bins.end() == dayOf(2024, 1, 15));
}

TEST_CASE("month bars end where the month ends")
{
    const StripBins bins = binDates({}, dayOf(2024, 2, 10), dayOf(2024, 4, 1), StripStep::Month);
    CHECK(bins.edges == std::vector<std::int32_t>{dayOf(2024, 2, 1), dayOf(2024, 3, 1), dayOf(2024, 4, 1),
                                                  dayOf(2024, 5, 1)});
}

TEST_CASE("the axis names years and months and never more than there is room for")
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    for (const double perDay : {0.01, 0.1, 1.0, 10.0, 60.0}) {
        const auto ticks = stripTicks(dayOf(2020, 1, 1), dayOf(2025, 1, 1), perDay, 40.0, english);
        REQUIRE_FALSE(ticks.empty());
        for (std::size_t i = 1; i < ticks.size(); ++i)
            CHECK((ticks[i].date - ticks[i - 1].date) * perDay >= 40.0);
    }
    const auto months = stripTicks(dayOf(2024, 5, 10), dayOf(2025, 3, 1), 1.5, 40.0, english);
    CHECK(months.front().label == QStringLiteral("Jun 2024"));
    CHECK(std::any_of(months.begin(), months.end(),
                      [](const auto& t) { return t.label == QStringLiteral("2025"); }));
}

TEST_CASE("dragging over the strip chooses whole weeks, live")
{
    Strip strip;
    strip.drag(strip.at({2024, 3, 4}), strip.at({2024, 5, 6}));
    CHECK(strip.widget.from() == QDate(2024, 3, 4));
    CHECK(strip.widget.to() == QDate(2024, 5, 6));
    CHECK(strip.changed.count() >= 2);
    CHECK(strip.changed.last().at(0).toDate() == QDate(2024, 3, 4));
    CHECK(strip.changed.last().at(1).toDate() == QDate(2024, 5, 6));
}

TEST_CASE("a handle moves one end only")
{
    Strip strip;
    strip.widget.setPeriod({2024, 3, 4}, {2024, 5, 6});
    strip.drag(strip.at({2024, 5, 6}), strip.at({2024, 6, 3}));
    CHECK(strip.widget.from() == QDate(2024, 3, 4));
    CHECK(strip.widget.to() == QDate(2024, 6, 3));
    strip.drag(strip.at({2024, 3, 4}), strip.at({2024, 8, 5})); // past the other end: one week stays
    CHECK(strip.widget.from() == QDate(2024, 5, 27));
    CHECK(strip.widget.to() == QDate(2024, 6, 3));
}

TEST_CASE("the middle moves the period and keeps its length")
{
    Strip strip;
    strip.widget.setPeriod({2024, 3, 4}, {2024, 4, 1});
    strip.drag(strip.at({2024, 3, 18}), strip.at({2024, 6, 17}));
    CHECK(strip.widget.from() == QDate(2024, 6, 3));
    CHECK(strip.widget.to() == QDate(2024, 7, 1));
}

TEST_CASE("an end dragged to the edge is open, so that what comes later is seen")
{
    Strip strip;
    strip.widget.setPeriod({2024, 3, 4}, {2024, 5, 6});
    strip.drag(strip.at({2024, 5, 6}), QPoint(799, 40));
    CHECK(strip.widget.to().isNull());
    CHECK(strip.changed.last().at(1).toDate().isNull());
}

TEST_CASE("a click chooses one bar and a double click the whole time")
{
    Strip strip;
    QTest::mouseClick(&strip.widget, Qt::LeftButton, {}, strip.at({2024, 6, 6}));
    CHECK(strip.widget.from() == QDate(2024, 6, 3));
    CHECK(strip.widget.to() == QDate(2024, 6, 10));
    QTest::mouseDClick(&strip.widget, Qt::LeftButton, {}, strip.at({2024, 9, 2}));
    CHECK(strip.widget.from().isNull());
    CHECK(strip.widget.to().isNull());
}

TEST_CASE("a period set from outside is not told back")
{
    Strip strip;
    strip.widget.setPeriod({2024, 3, 4}, {2024, 5, 6});
    CHECK(strip.changed.isEmpty());
}

TEST_CASE("an answer that comes late does not pull the brush back")
{
    Strip strip;
    strip.widget.setPeriod({2024, 3, 4}, {2024, 3, 11});
    QTest::keyClick(&strip.widget, Qt::Key_Right);
    QTest::keyClick(&strip.widget, Qt::Key_Right);
    strip.widget.setPeriod({2024, 3, 11}, {2024, 3, 18}); // to the first key press
    CHECK(strip.widget.from() == QDate(2024, 3, 18));
    strip.widget.setPeriod({2024, 3, 18}, {2024, 3, 25}); // to the second
    CHECK(strip.widget.from() == QDate(2024, 3, 18));
    strip.widget.setPeriod({2024, 6, 3}, {2024, 6, 10}); // somebody else
    CHECK(strip.widget.from() == QDate(2024, 6, 3));
}

TEST_CASE("nobody moves the brush while the hand holds it")
{
    Strip strip;
    QTest::mousePress(&strip.widget, Qt::LeftButton, {}, strip.at({2024, 3, 4}));
    QTest::mouseMove(&strip.widget, strip.at({2024, 5, 6}));
    strip.widget.setPeriod({2024, 8, 5}, {2024, 8, 12});
    CHECK(strip.widget.to() == QDate(2024, 5, 6));
    QTest::mouseRelease(&strip.widget, Qt::LeftButton, {}, strip.at({2024, 5, 6}));
    CHECK(strip.widget.from() == QDate(2024, 3, 4));
}

TEST_CASE("arrow keys move the period, Shift its end, Escape chooses the whole time")
{
    Strip strip;
    strip.widget.setPeriod({2024, 3, 4}, {2024, 3, 18});
    QTest::keyClick(&strip.widget, Qt::Key_Right);
    CHECK(strip.widget.from() == QDate(2024, 3, 11));
    CHECK(strip.widget.to() == QDate(2024, 3, 25));
    QTest::keyClick(&strip.widget, Qt::Key_Right, Qt::ShiftModifier);
    CHECK(strip.widget.from() == QDate(2024, 3, 11));
    CHECK(strip.widget.to() == QDate(2024, 4, 1));
    QTest::keyClick(&strip.widget, Qt::Key_Left, Qt::ControlModifier);
    CHECK(strip.widget.from() == QDate(2024, 3, 4));
    QTest::keyClick(&strip.widget, Qt::Key_Escape);
    CHECK(strip.widget.from().isNull());
    CHECK(strip.widget.to().isNull());
}

TEST_CASE("playing moves the period to the last bar and stops there")
{
    Strip strip;
    strip.widget.setPeriod({2024, 12, 9}, {2024, 12, 16});
    strip.widget.setPlaying(true);
    strip.widget.advance();
    CHECK(strip.widget.from() == QDate(2024, 12, 16));
    CHECK(strip.widget.isPlaying());
    strip.widget.advance();
    CHECK(strip.widget.from() == QDate(2024, 12, 23));
    CHECK(strip.widget.to().isNull());
    CHECK_FALSE(strip.widget.isPlaying());
}

TEST_CASE("playing the whole time starts with a window at its beginning")
{
    Strip strip;
    strip.widget.setPlaying(true);
    CHECK(strip.widget.from().isNull());
    CHECK(strip.widget.to() == QDate(2024, 2, 12)); // an eighth of 52 weeks
    strip.widget.setPlaying(false);
}

TEST_CASE("the tooltip says the period of the bar and its number of incidents")
{
    Strip strip;
    const QString words = strip.widget.textAt(strip.widget.xOf({2024, 3, 6}));
    CHECK(words.contains(QStringLiteral("10")));
    CHECK(words.contains(QStringLiteral("2024")));
    CHECK(words.contains(QStringLiteral("7 ")));
    CHECK(strip.widget.textAt(1.0).isEmpty());
}

TEST_CASE("no dates and one date are fine")
{
    Strip none(std::vector<std::int32_t>{});
    QTest::mouseClick(&none.widget, Qt::LeftButton, {}, {400, 40});
    QTest::keyClick(&none.widget, Qt::Key_Right);
    none.widget.setPlaying(true);
    none.widget.grab();
    CHECK_FALSE(none.widget.isPlaying());
    CHECK(none.changed.isEmpty());

    Strip one(std::vector<std::int32_t>{dayOf(2024, 3, 6)});
    one.widget.grab();
    QTest::mouseClick(&one.widget, Qt::LeftButton, {}, one.at({2024, 3, 6}) + QPoint(10, 0));
    CHECK(one.widget.from() == QDate(2024, 3, 6));
    CHECK(one.widget.to() == QDate(2024, 3, 7));
}

TEST_CASE("the axis holds still where a span is given")
{
    Strip strip(std::vector<std::int32_t>{dayOf(2024, 6, 3)});
    strip.widget.setSpan({2024, 1, 1}, {2024, 12, 29});
    const double before = strip.widget.xOf({2024, 4, 1});
    strip.widget.setDates({dayOf(2024, 8, 5)});
    CHECK(strip.widget.xOf({2024, 4, 1}) == before);
}

TEST_CASE("a hundred thousand dates are counted once and painted without lag")
{
    std::vector<std::int32_t> dates;
    for (int i = 0; i < 100'000; ++i)
        dates.push_back(dayOf(2022, 1, 1) + (i * 7919) % 1000);
    Strip strip(std::move(dates));
    strip.widget.grab();
    QElapsedTimer timer;
    timer.start();
    strip.widget.grab();
    CHECK(timer.elapsed() < 100);
}
