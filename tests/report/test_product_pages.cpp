#include "product_fixture.h"
#include "support/catch.h"

#include "i18n/languages.h"

using namespace hk;
using namespace hk::report;

// Hidden: writes the products of an incident file as PDFs, to be looked at. HK_PAGES names the folder, HK_PAGES_FILE the file,
// HK_PAGES_LANGUAGE the language.
TEST_CASE("the products of a file are written for the eye", "[.pages]")
{
    const QString folder = qEnvironmentVariable("HK_PAGES");
    REQUIRE_FALSE(folder.isEmpty());
    i18n::Languages languages;
    languages.use(qEnvironmentVariable("HK_PAGES_LANGUAGE", QStringLiteral("sv")));
    const test::ProductFile file(qEnvironmentVariable("HK_PAGES_FILE"));
    IncidentFilter filter;
    filter.from = QDate(2025, 12, 1);
    filter.to = QDate(2026, 12, 1);
    const ProductInput input = file.input(filter);
    for (const Paper paper : {Paper::A4, Paper::A3})
        for (const Orientation orientation : {Orientation::Landscape, Orientation::Portrait}) {
            const QString end = QStringLiteral("%1-%2.pdf").arg(
                paper::paperName(paper), orientation == Orientation::Portrait ? QStringLiteral("portrait") : QStringLiteral("landscape"));
            for (const int spots : {3, 4, 5}) {
                if (orientation == Orientation::Landscape)
                    continue;
                ProductOptions options = test::optionsOf(Product::PatrolSheet, paper, orientation);
                options.patrolSpots = spots;
                REQUIRE(writePdf(test::made(input, options), QStringLiteral("%1/patrull-%2-%3").arg(folder).arg(spots).arg(end)));
            }
            for (const SeriesOf of : {SeriesOf::Hotspots, SeriesOf::Months}) {
                ProductOptions options = test::optionsOf(Product::Series, paper, orientation);
                options.series = of;
                REQUIRE(writePdf(test::made(input, options), QStringLiteral("%1/serie-%2-%3").arg(
                    folder, of == SeriesOf::Hotspots ? QStringLiteral("hotspots") : QStringLiteral("months"), end)));
            }
        }
}
