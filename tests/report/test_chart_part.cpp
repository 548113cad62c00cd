#include "paper/canvas.h"
#include "report/chart_part.h"
#include "support/catch.h"

#include <QImage>
#include <QPainter>
#include <cmath>

using namespace hk;
using namespace hk::report;

namespace {

methods::ResultBars someBars()
{
    methods::ResultBars bars;
    bars.title = QStringLiteral("Timmar");
    bars.unit = QStringLiteral("händelser");
    bars.labels = {QStringLiteral("00–04"), QStringLiteral("04–08"), QStringLiteral("08–12")};
    bars.values = {12, std::nan(""), 7};
    bars.reference = {9, 3};
    bars.referenceName = QStringLiteral("väntat");
    return bars;
}

} // namespace

TEST_CASE("the bars of a method keep their order and what is not known on the page", "[report]")
{
    const chart::BarList list = listOf(someBars());
    REQUIRE(list.bars.size() == 3);
    CHECK_FALSE(list.sorted);
    CHECK(list.bars[0].label == QStringLiteral("00–04"));
    CHECK(list.bars[0].reference == 9.0);
    CHECK(std::isnan(list.bars[1].value));
    CHECK_FALSE(list.bars[2].reference.has_value());
}

TEST_CASE("a chart on a page takes the room it needs, or none, and says itself in words", "[report]")
{
    const paper::Lettering letters(1.0);
    const ChartPart part(listOf(someBars()));
    const double height = part.height(100, 200, letters);
    CHECK(height > 15);
    CHECK(height < 40);
    CHECK(part.height(100, height - 1, letters) == 0.0);
    CHECK(part.altText() == QStringLiteral("Timmar. Sum: 19 händelser. Most: 00–04 (12), 08–12 (7)."));
    CHECK(ChartPart(chart::BarList{}).height(100, 200, letters) == 0.0);
    CHECK(ChartPart(chart::HourBars{}, 30.0).height(100, 200, paper::Lettering(1.4)) == 42.0);

    QImage image(1000, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(10, 10);
    paper::Canvas canvas(painter, letters);
    part.paint(canvas, QRectF(0, 0, 100, height));
    painter.end();
    // Bars are painted, and nothing below the part.
    const QRgb bar = chart::Look::paper().bar().rgb();
    bool found = false;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            found = found || image.pixel(x, y) == bar;
            if (y > height * 10 + 2 && image.pixel(x, y) != qRgb(255, 255, 255))
                FAIL("painted below the part");
        }
    CHECK(found);
}
