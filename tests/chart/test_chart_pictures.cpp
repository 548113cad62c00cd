#include "chart_fixture.h"
#include "support/catch.h"

#include <QPalette>

using namespace hk;

// Pictures for the eye, in the folder that HK_CHART_PICTURES names: test_chart "[.pictures]"
TEST_CASE("the charts can be looked at", "[.pictures]")
{
    const QString folder = qEnvironmentVariable("HK_CHART_PICTURES");
    REQUIRE_FALSE(folder.isEmpty());
    constexpr double perMillimetre = 300 / 25.4;
    for (const double width : {60.0, 180.0}) {
        const auto save = [&](const char* name, const auto& chart, double height) {
            const auto drawn = chart::laidOut(chart, QRectF(1, 1, width - 2, height - 2), test::paperStyle());
            CHECK(test::pictureOf(*drawn, {width, height}, perMillimetre)
                      .save(QStringLiteral("%1/%2-%3.png").arg(folder, QString::fromLatin1(name)).arg(width)));
        };
        save("hours", test::sampleHours(), 40);
        save("week", test::sampleWeek(), width > 100 ? 50 : 35);
        save("months", test::sampleMonths(12), 45);
        save("months24", test::sampleMonths(24), 45);
        save("categories", test::sampleCategories(14), 40);
        chart::BarList compared = test::sampleCategories(6);
        compared.referenceName = QStringLiteral("väntat");
        for (std::size_t i = 0; i < compared.bars.size(); ++i)
            compared.bars[i].reference = 50.0 + static_cast<double>(i);
        save("compared", compared, 35);
        save("empty", chart::HourBars{{QStringLiteral("Händelser per timme på dygnet"), QStringLiteral("händelser")}, {}}, 35);
    }
    // On screen, in the dark.
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0x1e, 0x22, 0x26));
    palette.setColor(QPalette::WindowText, QColor(0xe3, 0xe6, 0xe9));
    chart::Style dark;
    dark.font = test::paperStyle().font;
    dark.font.setPixelSize(12);
    dark.look = chart::Look::of(palette);
    const auto screen = [&](const char* name, const auto& chart) {
        const auto drawn = chart::laidOut(chart, QRectF(8, 8, 404, 204), dark);
        CHECK(test::pictureOf(*drawn, {420, 220}, 1.0, dark.look.ground).save(QStringLiteral("%1/dark-%2.png").arg(folder, QString::fromLatin1(name))));
    };
    screen("hours", test::sampleHours());
    screen("week", test::sampleWeek());
    screen("months", test::sampleMonths(12));
    screen("categories", test::sampleCategories(14));
}
