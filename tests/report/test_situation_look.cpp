#include "i18n/languages.h"
#include "page_fixture.h"
#include "report/product.h"
#include "store/incident_store.h"
#include "support/catch.h"

#include <QElapsedTimer>
#include <iostream>

using namespace hk;

// For the eyes: saves the pages of a file (HK_PAGES_FILE) in the folder HK_PAGES_OUT, in Swedish.
TEST_CASE("pages are saved to be looked at where a folder is named", "[.look]")
{
    const QString out = qEnvironmentVariable("HK_PAGES_OUT");
    const QString path = qEnvironmentVariable("HK_PAGES_FILE");
    REQUIRE(!out.isEmpty());
    i18n::Languages languages;
    languages.use(qEnvironmentVariable("HK_PAGES_LANG", QStringLiteral("sv")));
    auto store = store::IncidentStore::open(path, store::Access::ReadOnly);
    REQUIRE(store);
    auto snapshot = workspace::loadSnapshot(*store);
    REQUIRE(snapshot);
    IncidentFilter filter;
    filter.from = QDate::fromString(qEnvironmentVariable("HK_PAGES_FROM"), Qt::ISODate);
    filter.to = QDate::fromString(qEnvironmentVariable("HK_PAGES_TO"), Qt::ISODate);
    auto analysis = workspace::analyse(*snapshot, filter, {}, map::PlaceSearch(test::basemap()));
    REQUIRE(analysis);
    for (const report::Product product : {report::Product::SituationReport, report::Product::PublicMap}) {
        QElapsedTimer timer;
        timer.start();
        report::ProductOptions options;
        options.product = product;
        options.page.printedAt = QDateTime(QDate(2026, 11, 23), QTime(8, 5), Qt::UTC);
        options.page.confidentiality = QStringLiteral("Intern");
        options.house.footer = QStringLiteral("Mölndals stad, trygghet och säkerhet");
        const auto document =
            report::makeDocument({*analysis, map::groundOf(test::basemap()), test::basemap()}, options);
        REQUIRE(document);
        const auto made = timer.elapsed();
        REQUIRE(report::writePdf(*document, QStringLiteral("%1/%2.pdf").arg(out, report::keyOf(product))));
        std::cout << report::keyOf(product).toStdString() << ": " << document->sheets.size()
                  << " sheets, made in " << made << " ms, written after " << timer.elapsed() << " ms\n";
    }
}
