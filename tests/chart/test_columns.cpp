#include "chart_fixture.h"
#include "support/catch.h"

#include <cmath>

using namespace hk;

namespace {

/// The height of a bar in a picture, in units: its own colour from the axis upwards.
double paintedHeight(const QImage& image, const chart::Chart& drawn, int index, double perUnit)
{
    const QRectF bar = drawn.barRect(index);
    const int x = static_cast<int>(bar.center().x() * perUnit);
    const int bottom = static_cast<int>(bar.bottom() * perUnit) - 2;
    const QRgb colour = image.pixel(x, bottom);
    int y = bottom;
    while (y > 0 && image.pixel(x, y) == colour)
        --y;
    return bar.bottom() - (y + 1) / perUnit;
}

} // namespace

TEST_CASE("hour bars are as high as their numbers say", "[chart]")
{
    const chart::HourBars bars = test::sampleHours();
    const auto drawn = chart::laidOut(bars, QRectF(0, 0, 180, 60), test::paperStyle());
    REQUIRE(drawn->size() == 24);
    const QImage image = test::pictureOf(*drawn, {180, 60}, 20);
    const double highest = paintedHeight(image, *drawn, 21, 20);
    CHECK(highest > 25);
    for (const int hour : {0, 8, 17, 20})
        CHECK_THAT(paintedHeight(image, *drawn, hour, 20) / highest,
                   WithinAbs(bars.values[static_cast<std::size_t>(hour)] / 63.0, 0.01));
}

TEST_CASE("a point finds its column from the axis to the top, and nothing beside them", "[chart]")
{
    const auto drawn = chart::laidOut(test::sampleHours(), QRectF(5, 5, 170, 50), test::paperStyle());
    for (int hour = 0; hour < 24; ++hour) {
        const QRectF bar = drawn->barRect(hour);
        CHECK(drawn->hitTest(bar.center()) == hour);
        CHECK(drawn->hitTest({bar.center().x(), 30.0}) == hour);
    }
    CHECK(drawn->hitTest({6, 30}) == -1);
    CHECK(drawn->hitTest({90, 6}) == -1);
    CHECK(drawn->hitTest({200, 30}) == -1);
}

TEST_CASE("a chart says in words what it shows", "[chart]")
{
    const auto drawn = chart::laidOut(test::sampleHours(), QRectF(0, 0, 100, 50), test::paperStyle());
    CHECK(drawn->words(21) == QStringLiteral("21–22: 63 händelser"));
    CHECK(drawn->altText() == QStringLiteral("Händelser per timme på dygnet. Sum: 615 händelser. "
                                             "Most: 21–22 (63), 22–23 (61), 20–21 (58)."));
}

TEST_CASE("a chart of nothing says so, and can be asked all the same", "[chart]")
{
    const chart::HourBars nothing{{QStringLiteral("Händelser"), QStringLiteral("händelser")}, {}};
    const auto drawn = chart::laidOut(nothing, QRectF(0, 0, 60, 30), test::paperStyle());
    CHECK(drawn->altText() == QStringLiteral("Händelser. Nothing in this selection."));
    CHECK(drawn->barRect(3).height() == 0);
    CHECK(drawn->words(3) == QStringLiteral("03–04: 0 händelser"));
    CHECK_FALSE(test::pictureOf(*drawn, {60, 30}, 4).isNull());
    const auto none = chart::laidOut(chart::MonthSeries{}, QRectF(0, 0, 60, 30), test::paperStyle());
    CHECK(none->size() == 0);
    CHECK(none->hitTest({30, 15}) == -1);
    CHECK_FALSE(test::pictureOf(*none, {60, 30}, 4).isNull());
}

TEST_CASE("months tell their year before, and a month of which days are missing says so", "[chart]")
{
    const chart::MonthSeries series = test::sampleMonths(12);
    const auto drawn = chart::laidOut(series, QRectF(0, 0, 120, 50), test::paperStyle());
    CHECK(drawn->words(0) == QStringLiteral("January 2025: 60 händelser"));
    CHECK(drawn->words(2) == QStringLiteral("March 2025: 84 händelser; samma månad året före: 101"));
    CHECK(drawn->words(11).contains(QStringLiteral("(part of the month)")));
    double now = 0;
    double before = 0;
    for (const auto& month : series.months)
        if (month.yearBefore) {
            now += month.value;
            before += *month.yearBefore;
        }
    CHECK(drawn->altText().endsWith(
        QStringLiteral("samma månad året före: %1, against %2 in the same months.").arg(before).arg(now)));
}

TEST_CASE("values that are not finite or below nothing are drawn as nothing", "[chart]")
{
    chart::HourBars bars = test::sampleHours();
    bars.values[5] = std::nan("");
    bars.values[6] = -4;
    const auto drawn = chart::laidOut(bars, QRectF(0, 0, 100, 50), test::paperStyle());
    CHECK(drawn->barRect(5).height() == 0);
    CHECK(drawn->barRect(6).height() == 0);
    CHECK(drawn->words(5).contains(QStringLiteral("–")));
}

TEST_CASE("one chart is drawn alike at every resolution", "[chart]")
{
    const auto drawn = chart::laidOut(test::sampleMonths(12), QRectF(0, 0, 90, 45), test::paperStyle());
    const QImage fine = test::pictureOf(*drawn, {90, 45}, 32).scaled(720, 360, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage coarse = test::pictureOf(*drawn, {90, 45}, 8);
    double difference = 0;
    for (int y = 0; y < coarse.height(); ++y)
        for (int x = 0; x < coarse.width(); ++x)
            difference += std::abs(qGray(fine.pixel(x, y)) - qGray(coarse.pixel(x, y)));
    CHECK(difference / (coarse.width() * coarse.height()) < 4.0);
}

TEST_CASE("months that are not chosen stand pale beside those that are, and are no part of the sum")
{
    chart::MonthSeries series = test::sampleMonths(4);
    series.months[1].faded = series.months[3].faded = true;
    const auto drawn = chart::laidOut(series, QRectF(0, 0, 100, 50), test::paperStyle());
    CHECK(drawn->words(1).contains(QStringLiteral("not chosen")));
    CHECK_FALSE(drawn->words(0).contains(QStringLiteral("not chosen")));
    const double sum = series.months[0].value + series.months[2].value;
    CHECK(drawn->altText().contains(QStringLiteral("Sum: %1 ").arg(sum)));
    const QImage picture = test::pictureOf(*drawn, {100, 50}, 8);
    const auto colourIn = [&](int index) {
        const QRectF bar = drawn->barRect(index);
        return picture.pixelColor(static_cast<int>((bar.left() + 0.3) * 8),
                                  static_cast<int>((bar.bottom() - 0.3) * 8));
    };
    CHECK(colourIn(1).rgb() == chart::Look::paper().faded(chart::Look::paper().bar()).rgb());
    CHECK(colourIn(0).rgb() == chart::Look::paper().bar().rgb());
}

TEST_CASE("a series of years is named by years")
{
    chart::MonthSeries series;
    series.heading = {QStringLiteral("Years"), QStringLiteral("incidents")};
    series.months = {{2021, 0, 12.0}, {2022, 0, 20.0, 12.0}, {2023, 0, 7.0, 20.0, false}};
    series.name = QStringLiteral("the period");
    series.referenceName = QStringLiteral("a year before");
    const auto drawn = chart::laidOut(series, QRectF(0, 0, 100, 50), test::paperStyle());
    CHECK(drawn->words(1) == QStringLiteral("2022: 20 incidents; a year before: 12"));
    CHECK(drawn->words(2).contains(QStringLiteral("part of the year")));
    CHECK(drawn->row(1) == QStringList{QStringLiteral("2022"), QStringLiteral("20"), QStringLiteral("12")});
}

TEST_CASE("the number of a low bar without a year before stands on its bar")
{
    chart::MonthSeries series = test::sampleMonths(13);
    for (chart::MonthSeries::Month& month : series.months)
        month.value = 40.0;
    series.months[0].value = 1.0;
    series.months[0].yearBefore.reset();
    series.months[12].yearBefore = 38.0;
    const auto drawn = chart::laidOut(series, QRectF(0, 0, 100, 50), test::paperStyle());
    const QImage picture = test::pictureOf(*drawn, {100, 50}, 10);
    // Between the top of the plot and a line's height over the bar there is nothing but the lines across.
    const QRectF bar = drawn->barRect(0);
    const double top = drawn->wholeRect(0).top();
    int dark = 0;
    for (int x = static_cast<int>(bar.left() * 10); x < static_cast<int>(bar.right() * 10); ++x)
        for (int y = static_cast<int>(top * 10) - 30; y < static_cast<int>((bar.top() - 5.0) * 10); ++y)
            dark += qGray(picture.pixel(x, y)) < 120 ? 1 : 0;
    CHECK(dark == 0);
}
