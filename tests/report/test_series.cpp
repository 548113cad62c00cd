#include "paper/canvas.h"
#include "product_fixture.h"
#include "report/map_part.h"
#include "report/paper_density.h"
#include "report/series_sheets.h"
#include "support/catch.h"
#include "text/sentences.h"

using namespace hk;
using namespace hk::report;

namespace {

constexpr double side = 100.0; // metres of a square area

/// Invented incidents over ten months around the hub, more of them to the east.
std::vector<Incident> spread()
{
    std::vector<Incident> incidents;
    const std::array<const char*, 4> categories{"O1", "N1", "T1", "S2"};
    for (int i = 0; i < 400; ++i)
        incidents.push_back(test::incidentAt(categories[static_cast<std::size_t>(i * i % 4)], QDate(2026, 1, 10).addDays(i * 37 % 290),
                                             QTime(8 + i * 7 % 12, 15), std::sqrt(i * 97 % 400) * 50.0 - 500.0 + 3.0,
                                             i * 61 % 1000 - 500.0 + 3.0));
    return incidents;
}

/// `count` × `count` squares side by side, the hub in their middle.
ZoneFilter squares(int count)
{
    auto set = std::make_shared<ZoneSet>();
    set->title = QStringLiteral("Squares");
    const Sweref99 hub = workspace::hub();
    for (int row = 0; row < count; ++row)
        for (int column = 0; column < count; ++column) {
            const double west = hub.easting + (column - count / 2.0) * side;
            const double south = hub.northing + (row - count / 2.0) * side;
            set->zones.push_back({QStringLiteral("Square %1-%2").arg(row).arg(column),
                                  {{{{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}}, {}}}});
        }
    return {set, {}};
}

ProductOptions seriesOf(SeriesOf of, Paper paper = Paper::A4, Orientation orientation = Orientation::Landscape)
{
    ProductOptions options = test::optionsOf(Product::Series, paper, orientation);
    options.series = of;
    return options;
}

std::vector<paper::LinkArea> linksOf(const paper::Document& document)
{
    std::vector<paper::LinkArea> links;
    for (const paper::Sheet& sheet : document.sheets)
        for (const paper::Frame& frame : sheet.frames)
            for (const paper::LinkArea& link : frame.part->links(frame.rect, paper::Lettering(sheet.factor))) {
                CHECK(frame.rect.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(link.rect));
                links.push_back(link);
            }
    return links;
}

/// The scales of the maps' heatmaps, insets left out.
std::vector<map::ColourScale> scalesOf(const paper::Document& document)
{
    std::vector<map::ColourScale> scales;
    for (const MapPagePtr& map : mapsOf(document))
        if (map->scene.heatmap)
            scales.push_back(map->scene.heatmap->scale);
    return scales;
}

/// Every page of the series is in the contents, with its number, and its links and bookmarks lead to it.
void checkNavigation(const paper::Document& document, std::size_t pages)
{
    const std::vector<paper::LinkArea> links = linksOf(document);
    REQUIRE(links.size() == pages);
    REQUIRE(document.bookmarks.size() == pages + 1);
    const std::size_t contents = document.sheets.size() - pages;
    for (std::size_t i = 0; i < pages; ++i) {
        const auto place = paper::find(document, links[i].target);
        REQUIRE(place);
        CHECK(place->sheet == static_cast<int>(contents + i));
        CHECK(document.bookmarks[i + 1].sheet == place->sheet);
        CHECK(document.bookmarks[i + 1].title == document.sheets[contents + i].title);
    }
}

QString flat(const QString& text)
{
    return text.simplified();
}

} // namespace

TEST_CASE("a series of months counts each as SQL does", "[report]")
{
    const test::ProductFile file(spread());
    const paper::Document document = test::made(file.input(), seriesOf(SeriesOf::Months));
    checkNavigation(document, 10);
    const auto pages = test::textOf(document);
    const auto rows = file.sql(QStringLiteral("SELECT strftime('%Y-%m',occurred_from,'localtime') AS m, count(*) FROM incidents GROUP BY m ORDER BY m"));
    if (!pages || !rows)
        return;
    REQUIRE(rows->size() == 10);
    REQUIRE(pages->size() == 11);
    for (int i = 0; i < 10; ++i) {
        const QString name = QLocale().toString(QDate::fromString(rows->at(i).at(0) + QStringLiteral("-01"), Qt::ISODate), QStringLiteral("MMMM yyyy"));
        CAPTURE(name);
        const QString page = flat(pages->at(i + 1));
        CHECK(page.startsWith(name));
        CHECK(page.contains(QStringLiteral("%1 (11)").arg(i + 2)));
        CHECK(page.contains(QStringLiteral("All %1 100%").arg(rows->at(i).at(1))));
        CHECK(flat(pages->front()).contains(QStringLiteral("%1 %2 %3").arg(name, rows->at(i).at(1)).arg(i + 2)));
        const auto categories = file.sql(
            QStringLiteral("SELECT category, count(*) FROM incidents WHERE strftime('%Y-%m',occurred_from,'localtime')='%1' GROUP BY category")
                .arg(rows->at(i).at(0)));
        for (const QStringList& category : *categories)
            CHECK(page.contains(QStringLiteral("%1 %2 ").arg(text::nameOf(*file.snapshot()->categories.find(category.at(0))), category.at(1))));
    }
}

TEST_CASE("a series of areas counts each as SQL does, with one colour scale that holds the densest", "[report]")
{
    const test::ProductFile file(spread());
    ProductOptions options = seriesOf(SeriesOf::Areas);
    options.areas = squares(4);
    const auto series = seriesPages(file.input(), options, {180, 150});
    REQUIRE(series);
    REQUIRE(series->pages.size() == 16);
    for (std::size_t i = 0; i < series->pages.size(); ++i) {
        const SeriesPage& page = series->pages[i];
        const SwerefRing& ring = options.areas.set->zones[i].polygons.front().outer;
        const auto counted = file.number(QStringLiteral("SELECT count(*) FROM rtree_incidents_geom WHERE minx>%1 AND minx<%2 AND miny>%3 AND miny<%4")
                                             .arg(ring[0].easting, 0, 'f', 2).arg(ring[2].easting, 0, 'f', 2)
                                             .arg(ring[0].northing, 0, 'f', 2).arg(ring[2].northing, 0, 'f', 2));
        if (!counted)
            return;
        CHECK(page.incidents == *counted);
    }
    double densest = 0.0;
    for (const Zone& zone : options.areas.set->zones) {
        IncidentFilter filter;
        filter.zones = {options.areas.set, {zone.name}};
        if (const auto density = file.input(filter).analysis->density)
            densest = std::max(densest, density->maximum());
    }
    const paper::Document document = test::made(file.input(), options);
    checkNavigation(document, 16);
    for (const map::ColourScale& scale : scalesOf(document))
        CHECK(scale == map::ColourScale::forMaximum(densest));
    CHECK(scalesOf(document).size() > 3);
    // Chosen areas alone, with the scale that the settings have locked.
    workspace::MapSettings settings;
    settings.lockedScale = map::ColourScale::fromBreaks({10, 20, 30});
    options.areas.names = {QStringLiteral("Square 0-3"), QStringLiteral("Square 2-2")};
    const paper::Document chosen = test::made(file.input({}, settings), options);
    checkNavigation(chosen, 2);
    for (const map::ColourScale& scale : scalesOf(chosen))
        CHECK(scale == settings.lockedScale);
}

TEST_CASE("a series of hotspots has a page for each, around it", "[report]")
{
    const auto analysis = test::sampleAnalysis();
    const ProductInput input{analysis, map::groundOf(test::basemap()), test::basemap()};
    const paper::Document document = test::made(input, seriesOf(SeriesOf::Hotspots));
    const std::size_t count = analysis->hotspots->size();
    REQUIRE(count > 2);
    checkNavigation(document, count);
    const auto pages = test::textOf(document);
    for (std::size_t i = 0; i < count; ++i) {
        const paper::Sheet& sheet = document.sheets[document.sheets.size() - count + i];
        const QRectF ground = paper::geoFrames(sheet).front().ground;
        const analysis::Hotspot& hotspot = (*analysis->hotspots)[i];
        CHECK(ground.contains(hotspot.centre.x, hotspot.centre.y));
        // The inset shows where this is, at a smaller scale.
        CHECK(paper::geoFrames(sheet).size() == 2);
        CHECK(paper::geoFrames(sheet).back().ground.contains(ground));
        if (pages)
            CHECK(flat(pages->at(static_cast<qsizetype>(document.sheets.size() - count + i)))
                      .contains(QStringLiteral("All %1 100%").arg(hotspot.incidents)));
    }
}

TEST_CASE("the pages of a series hold their parts apart on every paper", "[report]")
{
    const test::ProductFile file(spread());
    for (const auto& [paper, orientation] : test::allPapers()) {
        CAPTURE(static_cast<int>(paper), static_cast<int>(orientation));
        ProductOptions options = seriesOf(SeriesOf::Areas, paper, orientation);
        options.areas = squares(2);
        options.page.title = QString(500, u'W');
        options.page.confidentiality = QStringLiteral("Strictly internal, not to be left lying about ").repeated(4);
        test::checkFrames(test::made(file.input(), options));
    }
}

TEST_CASE("a series has a hundred pages, tells how far it is and stops when asked", "[report]")
{
    const test::ProductFile file(spread());
    const ProductInput input = file.input();
    ProductOptions options = seriesOf(SeriesOf::Areas);
    options.areas = squares(10);
    double last = 0.0;
    bool forwards = true;
    const auto document = makeDocument(input, options, {}, [&](double share) {
        forwards = forwards && share >= last && share <= 1.0;
        last = share;
    });
    REQUIRE(document);
    CHECK(forwards);
    CHECK(last == 1.0);
    checkNavigation(*document, 100);
    test::checkFrames(*document);
    // A page keeps the densities of its own ground, not of the whole.
    for (const MapPagePtr& map : mapsOf(*document))
        if (map->scene.heatmap)
            CHECK(map->scene.heatmap->density->values.size() < 5000);

    std::stop_source stop;
    const auto stopped = makeDocument(input, options, stop.get_token(), [&](double share) {
        if (share > 0.3)
            stop.request_stop();
    });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
}

TEST_CASE("the density of a page of a series is that of the whole analysis", "[report]")
{
    const test::ProductFile file(spread());
    const ProductInput input = file.input();
    ProductOptions options = seriesOf(SeriesOf::Months);
    options.page.scale = 2000; // the page shows a part of the ground
    const auto series = seriesPages(input, options, {180, 150});
    REQUIRE(series);
    const SeriesPage& page = series->pages[2];
    IncidentFilter march;
    march.from = QDate(2026, 3, 1);
    march.to = QDate(2026, 4, 1);
    const workspace::MapAnalysisPtr analysis = file.input(march).analysis;
    const analysis::Grid& part = *page.map.scene.heatmap->density;
    CHECK(part.values.size() < analysis->density->values.size());
    for (const double x : {-120.0, 3.0, 77.0})
        for (const double y : {-90.0, 0.0, 101.0}) {
            const analysis::Point p{options.page.centre.easting + x, options.page.centre.northing + y};
            CHECK_THAT(analysis::sample(part, p), WithinRel(analysis::sample(*analysis->density, p), 1e-9));
        }
    const analysis::Extent frame{options.page.centre.easting - 180, options.page.centre.northing - 150,
                                 options.page.centre.easting + 180, options.page.centre.northing + 150};
    const PaperDensity whole(*analysis);
    const auto a = page.map.density->of(page.map.scene.heatmap, frame, 2000);
    const auto b = whole.of(workspace::exactHeatmap(*analysis, false), frame, 2000);
    REQUIRE(a->detail);
    REQUIRE(b->detail);
    CHECK(a->detail->spec == b->detail->spec);
    CHECK(a->detail->values == b->detail->values);
}

TEST_CASE("a series of nothing is a page that says so, and one of areas needs them", "[report]")
{
    const test::ProductFile none(std::vector<Incident>{});
    for (const SeriesOf of : {SeriesOf::Hotspots, SeriesOf::Months}) {
        const paper::Document document = test::made(none.input(), seriesOf(of));
        test::checkFrames(document);
        const auto pages = test::textOf(document);
        if (pages)
            CHECK(pages->front().contains(QStringLiteral("No incidents in this selection.")));
    }
    const auto refused = makeDocument(none.input(), seriesOf(SeriesOf::Areas));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::NotFound);
    ProductOptions empty = seriesOf(SeriesOf::Areas);
    empty.areas = squares(1);
    const paper::Document document = test::made(none.input(), empty);
    test::checkFrames(document);
    checkNavigation(document, 1);
}

TEST_CASE("the same file gives the same series, byte for byte", "[report]")
{
    const test::ProductFile file(spread());
    ProductOptions options = seriesOf(SeriesOf::Areas);
    options.areas = squares(1);
    CHECK((test::bytesOf(test::made(file.input(), options)) == test::bytesOf(test::made(file.input(), options))));
}

TEST_CASE("a PDF is the same whatever the program has painted before it", "[report]")
{
    // A font keeps something of what it was used for: pictures of the page moved the halos of names by a thousandth of a letter.
    const test::ProductFile file(spread());
    const paper::Document document = test::made(file.input(), test::optionsOf(Product::MeetingMap));
    const QByteArray first = test::bytesOf(document);
    for (const int dpi : {90, 150, 200}) {
        REQUIRE(pictureOf(document, dpi, 0));
        CHECK((test::bytesOf(document) == first));
    }
}

TEST_CASE("pages of every product can be changed by hand; a map is moved but keeps what it shows", "[report]")
{
    const test::ProductFile file(spread());
    for (const Product product : allProducts()) {
        CAPTURE(keyOf(product).toStdString());
        ProductOptions options = test::optionsOf(product);
        const paper::Document before = test::made(file.input(), options);
        const auto title = paper::find(before, QStringLiteral("title"));
        const auto footer = paper::find(before, QStringLiteral("footer"));
        REQUIRE(title);
        REQUIRE(footer);
        const QRectF moved(title->rect.translated(3, 1));
        options.edits[{title->sheet, QStringLiteral("title")}] = {moved, QStringLiteral("Changed by hand"), false};
        options.edits[{footer->sheet, QStringLiteral("footer")}] = {std::nullopt, std::nullopt, true};
        for (const paper::Frame& frame : before.sheets.front().frames)
            if (product != Product::MeetingMap && frame.part->geoFrame(frame.rect))
                options.edits[{0, frame.id}] = {QRectF(20, 60, 50, 40), std::nullopt, false};
        const paper::Document after = test::made(file.input(), options);
        for (const paper::Frame& frame : after.sheets.front().frames) {
            if (frame.id == QLatin1String("title")) {
                CHECK(frame.rect == moved);
                CHECK(frame.part->editableText() == QStringLiteral("Changed by hand"));
            }
            const auto map = frame.part->geoFrame(frame.rect);
            const auto was = paper::find(before, frame.id);
            if (map && was && product != Product::MeetingMap) {
                CHECK(frame.rect.topLeft() == QPointF(20, 60));
                CHECK(frame.rect.size() == was->rect.size());
            }
        }
        const auto& frames = after.sheets[static_cast<std::size_t>(footer->sheet)].frames;
        CHECK(std::none_of(frames.begin(), frames.end(), [](const paper::Frame& frame) { return frame.id == QLatin1String("footer"); }));
    }
}
