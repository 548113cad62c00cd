#include "product_fixture.h"
#include "report/map_part.h"
#include "report/patrol_sheet.h"
#include "report/patrol_words.h"
#include "support/catch.h"
#include "text/sentences.h"

#include <algorithm>
#include <array>

using namespace hk;
using namespace hk::report;

namespace {

struct Cluster {
    double east; ///< of the hub, metres
    double north;
    int count;
};
constexpr std::array<Cluster, 5> clusters{{{-260, 120, 14}, {240, -160, 12}, {60, 380, 10}, {-120, -420, 8}, {400, 200, 7}}};
constexpr double reach = 60.0; // metres: all of a cluster and nothing else

/// Friday evenings at five places, and what is not to be counted with them.
std::vector<Incident> evenings()
{
    std::vector<Incident> incidents;
    const QDate friday(2026, 11, 20);
    const std::array<const char*, 3> categories{"O1", "N1", "T1"};
    for (const Cluster& cluster : clusters)
        for (int i = 0; i < cluster.count; ++i) {
            const int hour = 18 + (i * 3) % 8;
            incidents.push_back(test::incidentAt(categories[static_cast<std::size_t>(i * i % 3)],
                                                 friday.addDays(-7 * i + (hour >= 24 ? 1 : 0)), QTime(hour % 24, 10),
                                                 cluster.east + i % 4 * 2, cluster.north + i % 3 * 2));
        }
    const Cluster& first = clusters.front();
    for (int i = 0; i < 6; ++i)
        incidents.push_back(test::incidentAt("S1", QDate(2026, 11, 17).addDays(-7 * i), QTime(12, 0), first.east, first.north));
    // More than half, and less than half, of the span lies in the shift.
    incidents.push_back(test::incidentAt("S2", friday, QTime(17, 0), first.east, first.north, 150));
    incidents.push_back(test::incidentAt("S3", friday, QTime(16, 0), first.east, first.north, 150));
    // A week or more says no hour; an area no place; and a period ends.
    incidents.push_back(test::incidentAt("S1", friday.addDays(-21), QTime(19, 0), first.east, first.north, 8 * 24 * 60));
    incidents.push_back(test::incidentAt("O3", friday, QTime(21, 0), first.east, first.north));
    incidents.back().precision = Precision::Area;
    incidents.back().radius = 500.0;
    incidents.push_back(test::incidentAt("O3", friday.addDays(7), QTime(21, 0), first.east, first.north));
    for (Incident& incident : incidents) {
        incident.description = QStringLiteral("Words that stay in the file");
        incident.placeName = QStringLiteral("Invented street 12");
    }
    return incidents;
}

IncidentFilter period()
{
    IncidentFilter filter;
    filter.from = QDate(2026, 6, 1);
    filter.to = QDate(2026, 11, 23);
    return filter;
}

workspace::MapSettings settings()
{
    workspace::MapSettings settings;
    settings.quantile = 0.6; // so that the smaller clusters are hotspots, too
    return settings;
}

PatrolPlan planOf(const test::ProductFile& file, int spots = 5)
{
    ProductOptions options = test::optionsOf(Product::PatrolSheet);
    options.patrolSpots = spots;
    auto plan = patrolPlan(file.input(period(), settings()), options);
    REQUIRE(plan);
    return std::move(*plan);
}

const Cluster& clusterAt(const PatrolSpot& spot)
{
    const Sweref99 hub = workspace::hub();
    return *std::min_element(clusters.begin(), clusters.end(), [&](const Cluster& a, const Cluster& b) {
        const auto apart = [&](const Cluster& c) {
            return std::hypot(spot.hotspot.centre.x - hub.easting - c.east, spot.hotspot.centre.y - hub.northing - c.north);
        };
        return apart(a) < apart(b);
    });
}

/// The incidents of the shift with what the rule needs, as a table expression "shift".
QString shiftTable()
{
    return QStringLiteral(
        "WITH i AS (SELECT n.*, r.minx AS x, r.miny AS y, julianday(occurred_from,'localtime') AS f,"
        " julianday(coalesce(occurred_to,occurred_from),'localtime') AS t"
        " FROM incidents n JOIN rtree_incidents_geom r ON r.id=n.fid),"
        " p AS (SELECT *, julianday(date(f,'-6 days','weekday 5'))+0.75 AS s FROM i"
        " WHERE date(f)>='2026-06-01' AND date(f)<'2026-11-23'),"
        " o AS (SELECT *, max(0,min(t,s+8/24.0)-max(f,s))+max(0,min(t,s+7+8/24.0)-max(f,s+7)) AS inside FROM p),"
        " shift AS (SELECT * FROM o WHERE t-f<7 AND CASE WHEN t-f<1e-6 THEN f>=s-1e-6 AND f<s+8/24.0-1e-6"
        " ELSE 2*inside>t-f+1e-6 END) ");
}

QString withinOf(const Cluster& cluster)
{
    const Sweref99 hub = workspace::hub();
    return QStringLiteral("precision<>'area' AND x BETWEEN %1 AND %2 AND y BETWEEN %3 AND %4")
        .arg(hub.easting + cluster.east - reach, 0, 'f', 1)
        .arg(hub.easting + cluster.east + reach, 0, 'f', 1)
        .arg(hub.northing + cluster.north - reach, 0, 'f', 1)
        .arg(hub.northing + cluster.north + reach, 0, 'f', 1);
}

QString flat(const QString& text)
{
    return text.simplified();
}

} // namespace

TEST_CASE("the numbers of a patrol's places are those that SQL counts in the file", "[report]")
{
    const test::ProductFile file(evenings());
    const PatrolPlan plan = planOf(file);
    REQUIRE(plan.spots.size() == clusters.size());
    for (const PatrolSpot& spot : plan.spots) {
        const QString within = withinOf(clusterAt(spot));
        CAPTURE(within.toStdString());
        const auto all = file.number(shiftTable() + QStringLiteral("SELECT count(*) FROM shift WHERE ") + within);
        if (!all)
            return;
        CHECK(static_cast<qint64>(spot.hotspot.incidents) == *all);
        for (std::size_t hour = 0; hour < spot.hours.size(); ++hour)
            CHECK(spot.hours[hour] ==
                  *file.number(shiftTable() +
                               QStringLiteral("SELECT count(*) FROM shift WHERE t-f<1e-6 AND strftime('%H',f)+0=%1 AND ").arg((18 + hour) % 24) +
                               within));
        const auto between = [&](const char* from, const char* to) {
            return *file.number(shiftTable() + QStringLiteral("SELECT count(*) FROM shift WHERE date(f)>='%1' AND date(f)<'%2' AND ")
                                                   .arg(QLatin1String(from), QLatin1String(to)) + within);
        };
        CHECK(spot.last.count == between("2026-11-09", "2026-11-23"));
        CHECK(spot.before.exposure == 11.0); // whole fortnights from 1 June on
        CHECK(spot.before.count == between("2026-06-08", "2026-11-09"));
        for (const auto& [index, count] : spot.categories)
            CHECK(count == *file.number(shiftTable() + QStringLiteral("SELECT count(*) FROM shift WHERE category='%1' AND ")
                                                           .arg(file.snapshot()->categories.all()[index].code) + within));
    }
    CHECK(plan.spots.front().withoutHour + plan.spots.back().withoutHour <= 1);
    CHECK(*file.number(shiftTable() + QStringLiteral("SELECT count(*) FROM shift")) ==
          static_cast<qint64>(plan.analysis->selection.rows.size()));
    CHECK(plan.elsewhere == 1); // the one that is only known to an area
    CHECK(plan.analysis->selection.leftOutLongSpans == 1);
}

TEST_CASE("a patrol sheet says these numbers, and nothing of the incidents' own words", "[report]")
{
    const test::ProductFile file(evenings());
    const PatrolPlan plan = planOf(file, 4);
    ProductOptions options = test::optionsOf(Product::PatrolSheet);
    options.shift = {5, 18, 8};
    const paper::Document document = test::made(file.input(period(), settings()), options);
    REQUIRE(document.sheets.size() == 2);
    CHECK(document.bookmarks.size() == 4);
    const auto pages = test::textOf(document);
    if (!pages)
        return;
    REQUIRE(pages->size() == 2);
    const QString all = flat(pages->join(u'\n'));
    for (const QString& words : {QStringLiteral("Friday"), QStringLiteral("1 (2)"), QStringLiteral("2 (2)"), QStringLiteral("Mölndals bro"),
                                 QStringLiteral("10–16 minutes"), QStringLiteral("40–64 minutes"), QStringLiteral("1:2,000"),
                                 QStringLiteral("23 November 2026"), QStringLiteral("as the crow flies")}) {
        CAPTURE(words);
        CHECK(all.contains(words));
    }
    CHECK(all.contains(QStringLiteral("Internal")));
    for (const PatrolSpot& spot : plan.spots) {
        CAPTURE(spot.name);
        const QString row = QStringLiteral("%1 %2 %3").arg(spot.hotspot.rank).arg(spot.name).arg(spot.hotspot.incidents);
        CHECK(all.contains(row));
        CHECK(all.contains(text::incidents(static_cast<qint64>(spot.hotspot.incidents))));
        for (const QString& sentence : fortnightWords(spot, plan))
            CHECK(all.contains(sentence.first(std::min<qsizetype>(sentence.size(), 30))));
        for (const auto& [index, count] : spot.categories)
            CHECK(all.contains(QStringLiteral("%1 %2").arg(text::nameOf(file.snapshot()->categories.all()[index])).arg(count)));
    }
    CHECK_FALSE(all.contains(QStringLiteral("stay in the file")));
    CHECK_FALSE(all.contains(QStringLiteral("Invented street")));
    CHECK(fortnightWords(plan.spots.front(), plan).last().contains(QStringLiteral("Too few")));
}

TEST_CASE("each place of a patrol has a street map at 1:2,000 that holds its hotspot", "[report]")
{
    const test::ProductFile file(evenings());
    ProductOptions options = test::optionsOf(Product::PatrolSheet);
    options.patrolSpots = 5;
    for (const Paper paper : {Paper::A4, Paper::A3}) {
        options.page.paper = paper;
        const paper::Document document = test::made(file.input(period(), settings()), options);
        CHECK(document.sheets.size() == 2);
        test::checkFrames(document);
        int maps = 0;
        for (const paper::Sheet& sheet : document.sheets) {
            CHECK(sheet.size == paper::paperSize(paper, Orientation::Portrait));
            for (const paper::Frame& frame : sheet.frames) {
                const auto* map = dynamic_cast<const MapPart*>(frame.part.get());
                if (!map || frame.id == QLatin1String("overview"))
                    continue;
                ++maps;
                CHECK(map->page()->scale == 2000.0);
                const QRectF ground = map->geoFrame(frame.rect)->ground;
                const auto& hotspots = *map->page()->scene.hotspots->hotspots;
                const std::size_t index = frame.id.mid(4, 1).toUInt() - 1;
                CHECK(ground.contains(hotspots.at(index).centre.x, hotspots.at(index).centre.y));
            }
        }
        CHECK(maps == 5);
    }
}

TEST_CASE("a walk takes the shortest order from its start to its end", "[report]")
{
    const std::vector<Sweref99> places{{300, 0}, {100, 0}, {400, 0}, {200, 0}};
    CHECK(walkingOrder(places, {0, 0}, {500, 0}) == std::vector<std::size_t>{1, 3, 0, 2});
    CHECK(walkingOrder(places, {500, 0}, {0, 0}) == std::vector<std::size_t>{2, 0, 3, 1});
    CHECK(walkingOrder({}, {0, 0}, {1, 1}).empty());
    // There and back: either way round is as short, and the first order is kept.
    CHECK(walkingOrder({{100, 0}, {100, 100}, {0, 100}}, {0, 0}, {0, 0}) == std::vector<std::size_t>{0, 1, 2});

    const test::ProductFile file(evenings());
    ProductOptions options = test::optionsOf(Product::PatrolSheet);
    const Sweref99 hub = workspace::hub();
    options.start = Sweref99{hub.easting - 300, hub.northing + 120};
    options.end = Sweref99{hub.easting + 400, hub.northing + 190};
    const auto plan = patrolPlan(file.input(period(), settings()), options);
    REQUIRE(plan);
    REQUIRE(plan->spots.size() == 4);
    double metres = 0.0;
    Sweref99 at = *options.start;
    for (const PatrolSpot& spot : plan->spots) {
        metres += std::hypot(spot.hotspot.centre.x - at.easting, spot.hotspot.centre.y - at.northing);
        at = {spot.hotspot.centre.x, spot.hotspot.centre.y};
    }
    metres += std::hypot(options.end->easting - at.easting, options.end->northing - at.northing);
    CHECK_THAT(plan->metres(), WithinAbs(metres, 1e-6));
    CHECK(clusterAt(plan->spots.front()).count == 14);
}

TEST_CASE("the hours of a shift may pass midnight and the end of the week", "[report]")
{
    const WeekHours friday = weekHoursOf({5, 18, 8});
    CHECK(friday.count() == 8);
    CHECK(friday[4 * 24 + 18]);
    CHECK(friday[5 * 24 + 1]);
    CHECK_FALSE(friday[5 * 24 + 2]);
    const WeekHours sunday = weekHoursOf({7, 22, 4});
    CHECK(sunday.count() == 4);
    CHECK(sunday[6 * 24 + 23]);
    CHECK(sunday[1]);
}

TEST_CASE("a fortnight is held against those before it only where there are enough incidents", "[report]")
{
    PatrolPlan plan;
    plan.lastFrom = QDate(2026, 11, 9);
    plan.lastTo = QDate(2026, 11, 23);
    PatrolSpot spot;
    spot.last.count = 30;
    spot.before = {100, 10.0};
    CHECK(fortnightWords(spot, plan).join(u' ').contains(QStringLiteral("More than before (+200%")));
    spot.last.count = 10;
    CHECK(fortnightWords(spot, plan).join(u' ').contains(QStringLiteral("No certain change")));
    spot.last.count = 9;
    CHECK(fortnightWords(spot, plan).join(u' ').contains(QStringLiteral("Too few to say")));
    spot.last.count = 12;
    spot.before.count = 400;
    CHECK(fortnightWords(spot, plan).join(u' ').contains(QStringLiteral("Fewer than before (-70%")));
    spot.before = {0, 0.0};
    CHECK(fortnightWords(spot, plan).join(u' ').contains(QStringLiteral("no whole fortnight")));
}

TEST_CASE("a shift without incidents, or with one, has a sheet that says so", "[report]")
{
    const ProductOptions options = test::optionsOf(Product::PatrolSheet);
    const test::ProductFile none(std::vector<Incident>{});
    const paper::Document empty = test::made(none.input(), options);
    REQUIRE(empty.sheets.size() == 1);
    test::checkFrames(empty);
    const test::ProductFile one(std::vector<Incident>{test::incidentAt("O1", QDate(2026, 11, 20), QTime(21, 0), 50, 50)});
    const paper::Document single = test::made(one.input(), options);
    REQUIRE(single.sheets.size() == 1);
    test::checkFrames(single);
    const auto said = test::textOf(empty);
    const auto saidOfOne = test::textOf(single);
    if (!said || !saidOfOne)
        return;
    CHECK(said->front().contains(QStringLiteral("No incidents in this selection.")));
    CHECK(saidOfOne->front().contains(QStringLiteral("No place stands out")));
    CHECK(saidOfOne->front().contains(text::nameOf(*CategoryList::standard().find(QStringLiteral("O1")))));
}

TEST_CASE("long titles, emoji and very many categories do not break a patrol sheet", "[report]")
{
    std::vector<Category> categories;
    std::vector<Incident> incidents;
    for (int i = 0; i < 200; ++i) {
        const QString code = QStringLiteral("Q%1").arg(i);
        categories.push_back({code, QStringLiteral("Påhittad kategori \U0001F319 med ett långt namn %1").arg(i),
                              QStringLiteral("Invented category \U0001F319 with a long name %1").arg(i), CategoryGroup::Damage, false});
        incidents.push_back(test::incidentAt(code.toUtf8().constData(), QDate(2026, 11, 20).addDays(-7 * (i % 60)), QTime(20, 0), 10 + i % 5, 10));
    }
    const test::ProductFile file(std::move(incidents), CategoryList(std::move(categories)));
    for (const QString& title : {QString(500, u'W'), QStringLiteral("Kväll \U0001F6B2 i stan"), QStringLiteral("Ett ord till ").repeated(40)}) {
        ProductOptions options = test::optionsOf(Product::PatrolSheet);
        options.page.title = title;
        const paper::Document document = test::made(file.input(), options);
        test::checkFrames(document);
        const auto pages = test::textOf(document);
        if (pages)
            CHECK(flat(pages->front()).contains(QStringLiteral("194")));
    }
}

TEST_CASE("the same file gives the same patrol sheet, byte for byte", "[report]")
{
    const test::ProductFile file(evenings());
    const ProductOptions options = test::optionsOf(Product::PatrolSheet);
    CHECK(test::bytesOf(test::made(file.input(period(), settings()), options)) ==
          test::bytesOf(test::made(file.input(period(), settings()), options)));
}
