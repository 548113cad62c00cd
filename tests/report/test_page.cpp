#include "page_fixture.h"
#include "report/legend.h"
#include "report/page_words.h"
#include "report/paper_density.h"
#include "support/catch.h"
#include "text/sentences.h"

#include <QElapsedTimer>

using namespace hk;
using namespace hk::report;

TEST_CASE("the numbers of a page are those of its analysis", "[report]")
{
    IncidentFilter filter;
    filter.from = QDate(2026, 1, 1);
    filter.to = QDate(2026, 7, 1);
    const auto analysis = test::sampleAnalysis(filter);
    const MapPage page = test::hubPage(*analysis);
    CHECK(page.shown == static_cast<qint64>(analysis->selection.rows.size()));
    CHECK(page.total == static_cast<qint64>(analysis->snapshot->size()));
    CHECK(page.bandwidth == analysis->settings.bandwidth);
    CHECK(page.cell == analysis->settings.cell);
    CHECK(page.scene.heatmap->density == analysis->density);
    CHECK(page.scene.heatmap->scale == analysis->scale);
    REQUIRE(page.hotspots.size() == analysis->hotspots->size());
    for (std::size_t i = 0; i < page.hotspots.size(); ++i) {
        CHECK(page.hotspots[i].rank == (*analysis->hotspots)[i].rank);
        CHECK(page.hotspots[i].incidents == static_cast<qint64>((*analysis->hotspots)[i].incidents));
        CHECK(page.hotspots[i].name == analysis->hotspotNames[static_cast<qsizetype>(i)]);
        CHECK(page.hotspots[i].densityPerKm2 == (*analysis->hotspots)[i].density);
    }
    CHECK(page.remarks == workspace::leftOutRemarks(*analysis));
}

TEST_CASE("the period on a page is the filter's, with open ends taken from the incidents", "[report]")
{
    IncidentFilter closed;
    closed.from = QDate(2026, 1, 1);
    closed.to = QDate(2026, 7, 1);
    CHECK(test::hubPage(*test::sampleAnalysis(closed)).period == text::period(closed.from, closed.to));

    const auto all = test::sampleAnalysis();
    std::int32_t first = 1'000'000;
    std::int32_t last = 0;
    for (const std::int32_t date : all->snapshot->table->localDate) {
        first = std::min(first, date);
        last = std::max(last, date);
    }
    const QDate epoch(1970, 1, 1);
    CHECK(test::hubPage(*all).period == text::period(epoch.addDays(first), epoch.addDays(last + 1)));
    IncidentFilter open;
    open.from = QDate(2026, 3, 1);
    CHECK(test::hubPage(*test::sampleAnalysis(open)).period ==
          text::period(open.from, epoch.addDays(last + 1)));
}

TEST_CASE("a page without a title is named after the place it shows", "[report]")
{
    const auto analysis = test::sampleAnalysis();
    CHECK(test::hubPage(*analysis).title == QStringLiteral("Incidents around Mölndals bro"));
    PageOptions options;
    options.centre = {workspace::hub().easting + 1200, workspace::hub().northing};
    const QString elsewhere = pageOf(*analysis, options, map::groundOf(test::basemap()), test::basemap()).title;
    CHECK(elsewhere.startsWith(QStringLiteral("Incidents")));
    CHECK_FALSE(elsewhere.contains(QStringLiteral("Mölndals bro")));
    options.title = QStringLiteral("For the meeting");
    CHECK(pageOf(*analysis, options, map::groundOf(test::basemap()), test::basemap()).title == QStringLiteral("For the meeting"));
}

TEST_CASE("a page of invented incidents says so", "[report]")
{
    const MapPage page = test::hubPage(*test::sampleAnalysis());
    CHECK(page.sample);
    CHECK(headWords(page).sampleMark.contains(QStringLiteral("invented")));
    CHECK(headWords(test::barePage(Paper::A4, Orientation::Portrait, 5000)).sampleMark.isEmpty());
}

TEST_CASE("a page of an empty selection says so", "[report]")
{
    IncidentFilter nothing;
    nothing.from = QDate(1990, 1, 1);
    nothing.to = QDate(1990, 2, 1);
    const MapPage page = test::hubPage(*test::sampleAnalysis(nothing));
    CHECK(page.shown == 0);
    CHECK(noticeOf(page) == QStringLiteral("No incidents in this selection."));
    CHECK(page.hotspots.empty());
}

TEST_CASE("incidents outside the map frame are counted on the page", "[report]")
{
    const auto analysis = test::sampleAnalysis();
    MapPage page = test::hubPage(*analysis);
    const QRectF ground = test::mapGround(page);
    qint64 outside = 0;
    for (const std::uint32_t row : analysis->selection.rows)
        if (!ground.contains(
                QPointF(analysis->snapshot->table->easting[row], analysis->snapshot->table->northing[row])))
            ++outside;
    CHECK(outside > 0);
    CHECK(incidentsOutside(page, ground) == outside);
    const QStringList remarks = remarksOf(page, test::mapFrame(page));
    CHECK(remarks.filter(QString::number(outside)).size() == 1);
}

TEST_CASE("a rank that is not seen on the map is told from those that are", "[report]")
{
    MapPage page = test::hubPage(*test::sampleAnalysis());
    const std::vector<bool> here = ranksOnMap(page, test::mapFrame(page));
    REQUIRE(here.size() == page.hotspots.size());
    CHECK(here.front());
    page.centre.easting += 5000;
    const std::vector<bool> away = ranksOnMap(page, test::mapFrame(page));
    CHECK(std::find(away.begin(), away.end(), true) == away.end());
    CHECK(remarksOf(page, test::mapFrame(page)).filter(QStringLiteral("empty circle")).size() == 1);
}

TEST_CASE("the category codes of the table are explained by their names", "[report]")
{
    MapPage page = test::hubPage(*test::sampleAnalysis());
    page.hotspots.resize(1);
    page.hotspots.front().categories = QStringLiteral("O1 20%, N1 10%");
    const QString key = codeKey(page, 1);
    CHECK(key.startsWith(QStringLiteral("N1\u00a0")));
    CHECK(key.contains(text::nameOf(*page.categories.find(QStringLiteral("O1")))));
    CHECK_FALSE(key.contains(QStringLiteral("S2")));
}

TEST_CASE("numbers and lengths are written in the page's locale", "[report]")
{
    MapPage page;
    page.locale = QLocale(QLocale::Swedish);
    CHECK(density(page, 1234.4) == QStringLiteral("1\u00a0234"));
    CHECK(density(page, 2.5) == QStringLiteral("2,5"));
    CHECK(distance(page, 300) == QStringLiteral("300 m"));
    CHECK(distance(page, 1500) == QStringLiteral("1,5 km"));
    CHECK(distance(page, 12.5) == QStringLiteral("12,5 m"));
}

TEST_CASE("the density on paper is the exact one, at cells as fine as paper shows them, with the classes of the screen",
          "[report]")
{
    const auto analysis = test::sampleAnalysis();
    const MapPage page = test::hubPage(*analysis);
    REQUIRE(page.density);
    const QRectF ground = test::mapGround(page);
    const analysis::Extent frame{ground.left(), ground.top(), ground.right(), ground.bottom()};
    const auto fine = page.density->of(page.scene.heatmap, frame, page.scale);
    CHECK(fine->density == analysis->density);
    CHECK(fine->scale == analysis->scale);
    REQUIRE(fine->detail);
    CHECK(fine->detail->spec.cell == 1.0); // 250 points to the inch at 1:5000 are 0.51 m each
    analysis::KdeOptions options;
    options.bandwidth = analysis->settings.bandwidth;
    const auto exact = analysis::kernelDensity(*analysis->points, {}, fine->detail->spec, options);
    REQUIRE(exact);
    CHECK(fine->detail->values == exact->values);
    // Painted again, nothing is worked out again.
    CHECK(page.density->of(page.scene.heatmap, frame, page.scale)->detail == fine->detail);
    // So far out that the cells of the analysis are finer than the picture's: those are shown.
    CHECK_FALSE(page.density->of(page.scene.heatmap, frame, 200'000)->detail);
}
