#include "chart_fixture.h"
#include "support/catch.h"

#include <QLocale>
#include <cmath>

using namespace hk;

namespace {

chart::BarList listOf(std::initializer_list<double> values)
{
    chart::BarList list;
    list.heading.unit = QStringLiteral("händelser");
    for (const double value : values)
        list.bars.push_back({QStringLiteral("Kategori %1").arg(list.bars.size() + 1), value, {}});
    return list;
}

} // namespace

TEST_CASE("categories stand from the greatest to the least, those beyond as one", "[chart]")
{
    chart::BarList list = listOf({3, 40, 7, 1, 22, 5});
    list.most = 4;
    const auto drawn = chart::laidOut(list, QRectF(0, 0, 80, 40), test::paperStyle());
    REQUIRE(drawn->size() == 4);
    CHECK(drawn->words(0) == QStringLiteral("Kategori 2: 40 händelser"));
    CHECK(drawn->words(1) == QStringLiteral("Kategori 5: 22 händelser"));
    CHECK(drawn->words(2) == QStringLiteral("Kategori 3: 7 händelser"));
    CHECK(drawn->words(3) == QStringLiteral("Others (3): 9 händelser"));
    CHECK_THAT(drawn->barRect(1).width() / drawn->barRect(0).width(), WithinAbs(22.0 / 40.0, 1e-9));
}

TEST_CASE("where there is no room for all categories the sum is still that of all", "[chart]")
{
    chart::BarList list = test::sampleCategories(200);
    list.most = 200;
    double sum = 0;
    for (const auto& bar : list.bars)
        sum += bar.value;
    const auto drawn = chart::laidOut(list, QRectF(0, 0, 80, 30), test::paperStyle());
    CHECK(drawn->size() < 14);
    CHECK(drawn->altText().contains(QStringLiteral("Sum: %1 ").arg(QLocale().toString(static_cast<qint64>(sum)))));
    CHECK(drawn->barRect(drawn->size() - 1).bottom() <= 30.001);
}

TEST_CASE("bars that keep their order are all there, whatever the room", "[chart]")
{
    chart::BarList list = listOf({3, 40, 7});
    list.sorted = false;
    list.most = 1;
    const auto drawn = chart::laidOut(list, QRectF(0, 0, 80, 10), test::paperStyle());
    REQUIRE(drawn->size() == 3);
    CHECK(drawn->words(0).startsWith(QStringLiteral("Kategori 1")));
}

TEST_CASE("the height that a list asks for has room for its rows", "[chart]")
{
    chart::BarList list = test::sampleCategories(9);
    list.most = 20;
    const double height = chart::heightOf(list, test::paperStyle(), 80);
    CHECK(chart::laidOut(list, QRectF(0, 0, 80, height + 0.001), test::paperStyle())->size() == 9);
    CHECK(height < 9 * 6);
}

TEST_CASE("a value that is not known is no bar but a dash", "[chart]")
{
    chart::BarList list = listOf({3, std::nan("")});
    list.sorted = false;
    const auto drawn = chart::laidOut(list, QRectF(0, 0, 80, 20), test::paperStyle());
    CHECK(drawn->words(1) == QStringLiteral("Kategori 2: – händelser"));
    CHECK(drawn->barRect(1).width() == 0);
}

TEST_CASE("what a bar is held against is told and stands on the bar's scale", "[chart]")
{
    chart::BarList list = listOf({3, 8});
    list.sorted = false;
    list.referenceName = QStringLiteral("väntat");
    list.bars[0].reference = 16.0;
    const auto drawn = chart::laidOut(list, QRectF(0, 0, 80, 20), test::paperStyle());
    CHECK(drawn->words(0) == QStringLiteral("Kategori 1: 3 händelser; väntat: 16"));
    // The scale goes to 16, not to 8.
    chart::BarList alone = listOf({3, 8});
    alone.sorted = false;
    const auto other = chart::laidOut(alone, QRectF(0, 0, 80, 20), test::paperStyle());
    CHECK(drawn->barRect(1).width() < 0.6 * other->barRect(1).width());
}

TEST_CASE("labels never reach the bars, however long they are", "[chart]")
{
    chart::BarList list = listOf({50, 49});
    list.sorted = false;
    list.bars[0].label = QStringLiteral("Skadegörelse och klotter på kommunal egendom ").repeated(11);
    const auto drawn = chart::laidOut(list, QRectF(0, 0, 60, 20), test::paperStyle());
    const QImage image = test::pictureOf(*drawn, {60, 20}, 20);
    const QRectF bar = drawn->barRect(0);
    CHECK(bar.left() > 20);
    CHECK(bar.width() > 15);
    // Nothing is drawn in the gap before the bars.
    const int x = static_cast<int>((bar.left() - 0.25) * 20);
    for (int y = 0; y < image.height(); ++y)
        CHECK(image.pixelColor(x, y) == QColor(Qt::white));
    // The whole name is still what is told.
    CHECK(drawn->words(0).size() > 400);
}
