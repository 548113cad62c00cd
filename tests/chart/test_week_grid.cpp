#include "chart/week_cells.h"
#include "chart_fixture.h"
#include "support/catch.h"

using namespace hk;

TEST_CASE("a fuller hour of the week is darker on paper, in grey as well", "[chart]")
{
    chart::WeekGrid grid = test::sampleWeek();
    grid.values.fill(0);
    for (std::size_t i = 0; i < 12; ++i)
        grid.values[24 * 2 + i] = static_cast<double>(i + 1);
    const auto drawn = chart::laidOut(grid, QRectF(0, 0, 60, 35), test::paperStyle()); // too small for numbers
    const QImage image = test::pictureOf(*drawn, {60, 35}, 20);
    const auto grey = [&](int index) {
        const QPointF at = drawn->barRect(index).center() * 20;
        return qGray(image.pixel(static_cast<int>(at.x()), static_cast<int>(at.y())));
    };
    for (int i = 1; i < 12; ++i)
        CHECK(grey(24 * 2 + i) < grey(24 * 2 + i - 1) - 3);
    CHECK(grey(0) == grey(24 * 6 + 23));
}

TEST_CASE("a point finds its hour of the week", "[chart]")
{
    const auto drawn = chart::laidOut(test::sampleWeek(), QRectF(0, 0, 180, 50), test::paperStyle());
    REQUIRE(drawn->size() == 168);
    for (const int index : {0, 23, 24 * 4 + 20, 167})
        CHECK(drawn->hitTest(drawn->barRect(index).center()) == index);
    CHECK(drawn->hitTest({2, 30}) == -1);
    CHECK(drawn->words(24 * 4 + 20).startsWith(QStringLiteral("Friday 20–21: ")));
}

TEST_CASE("cells of a screen are whole pixels and alike", "[chart]")
{
    chart::Style style = test::paperStyle();
    style.fontUnits = 1.0;
    style.font.setPixelSize(11);
    const chart::WeekCells cells(QRectF(0, 0, 317, 141), style, true);
    const QRectF first = cells.cell(0, 0);
    CHECK(first.width() == std::floor(first.width()));
    CHECK(first.left() == std::floor(first.left()));
    CHECK(cells.cell(6, 23).right() <= 317);
    CHECK(cells.cell(6, 23).bottom() <= 141);
}
