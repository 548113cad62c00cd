#include "support/catch.h"

#include "analysis/stoppable.h"
#include "table_builder.h"

#include <algorithm>
#include <random>

using namespace hk::analysis;
using namespace hk::analysis::test;

namespace {

void cluster(IncidentTable& table, const Point& at, std::size_t count, Row like = {}) {
    std::mt19937 random(static_cast<unsigned>(table.size()) + 1);
    std::uniform_real_distribution<double> offset(-20.0, 20.0);
    for (std::size_t i = 0; i < count; ++i) {
        like.easting = at.x + offset(random);
        like.northing = at.y + offset(random);
        add(table, like);
    }
}

Grid densityOf(const IncidentTable& table, double cell = 25.0, double bandwidth = 150.0) {
    const std::vector<Point> points = positions(table, allRows(table));
    const auto spec = gridAround(points, cell, bandwidth);
    REQUIRE(spec);
    KdeOptions options;
    options.bandwidth = bandwidth;
    options.threads = 1;
    auto grid = kernelDensity(points, {}, *spec, options);
    REQUIRE(grid);
    return std::move(*grid);
}

std::vector<Hotspot> hotspotsOf(const IncidentTable& table, const HotspotOptions& options = {}) {
    return hotspots(table, allRows(table), densityOf(table), options);
}

const Point hub{321991.0, 6394262.0};

/// Three clusters of 40, 25 and 60 a kilometre and more from each other.
IncidentTable threeClusters() {
    IncidentTable table;
    Row like;
    like.category = 3;
    cluster(table, hub, 40, like);
    like.category = 1;
    cluster(table, {hub.x + 1500.0, hub.y}, 25, like);
    like.category = 2;
    cluster(table, {hub.x, hub.y + 3000.0}, 60, like);
    return table;
}

} // namespace

TEST_CASE("hotspots are ranked by their incidents") {
    const IncidentTable table = threeClusters();
    HotspotOptions options;
    options.quantile = 0.5;
    const std::vector<Hotspot> found = hotspotsOf(table, options);
    REQUIRE(found.size() == 3);
    CHECK(found[0].incidents == 60);
    CHECK(found[1].incidents == 40);
    CHECK(found[2].incidents == 25);
    for (std::size_t i = 0; i < found.size(); ++i)
        CHECK(found[i].rank == static_cast<int>(i + 1));
}

TEST_CASE("a hotspot's numbers are those of its polygon") {
    const IncidentTable table = threeClusters();
    const Grid grid = densityOf(table);
    HotspotOptions options;
    options.quantile = 0.5;
    for (const Hotspot& hotspot : hotspots(table, allRows(table), grid, options)) {
        std::vector<std::uint32_t> inside;
        for (const std::uint32_t row : allRows(table))
            if (contains(hotspot.polygon, {table.easting[row], table.northing[row]}))
                inside.push_back(row);
        CHECK(hotspot.rows == inside);
        CHECK(hotspot.incidents == inside.size());
        CHECK_THAT(hotspot.areaKm2, WithinRel(area(hotspot.polygon) / 1e6, 1e-12));
        CHECK_THAT(hotspot.density, WithinRel(static_cast<double>(inside.size()) / hotspot.areaKm2, 1e-12));
        CHECK(contains(hotspot.polygon, hotspot.centre));
        CHECK_THAT(sample(grid, hotspot.centre), WithinRel(hotspot.peakDensity, 1e-9));
        CHECK(hotspot.profile.counted == inside.size());
    }
}

TEST_CASE("a hotspot's centre is the highest cell in it, not the highest of the map") {
    const std::vector<Hotspot> found = hotspotsOf(threeClusters(), {0.5, {}, 1000.0, 2, 3});
    REQUIRE(found.size() == 3);
    CHECK_THAT(found[1].centre.x, WithinAbs(hub.x, 30.0));
    CHECK_THAT(found[1].centre.y, WithinAbs(hub.y, 30.0));
    CHECK(found[0].peakDensity > found[1].peakDensity);
    CHECK(found[1].peakDensity > found[2].peakDensity);
}

TEST_CASE("around a place only hotspots that come within the distance are ranked") {
    const IncidentTable table = threeClusters();
    HotspotOptions options;
    options.quantile = 0.5;
    options.centre = hub;
    options.within = 1000.0;
    const std::vector<Hotspot> near = hotspotsOf(table, options);
    REQUIRE(near.size() == 1);
    CHECK(near[0].rank == 1);
    CHECK(near[0].incidents == 40);
    // The second cluster's centre is at 1500 m; its border comes nearer.
    options.within = 1450.0;
    CHECK(hotspotsOf(table, options).size() == 2);
    options.within = 5000.0;
    CHECK(hotspotsOf(table, options).size() == 3);
}

TEST_CASE("of equal counts the denser hotspot comes first") {
    IncidentTable table;
    std::mt19937 random(5);
    std::uniform_real_distribution<double> wide(-90.0, 90.0);
    for (int i = 0; i < 30; ++i) {
        Row row;
        row.easting = hub.x + wide(random);
        row.northing = hub.y + wide(random);
        add(table, row);
    }
    cluster(table, {hub.x + 2000.0, hub.y}, 30);
    const std::vector<Hotspot> found = hotspotsOf(table, {0.2, {}, 1000.0, 2, 3});
    REQUIRE(found.size() == 2);
    CHECK(found[0].incidents == found[1].incidents);
    CHECK(found[0].density > found[1].density);
    CHECK(found[0].centre.x > hub.x + 1000.0);
}

TEST_CASE("of equal counts and densities the western hotspot comes first, then the southern") {
    IncidentTable table;
    for (const Point& at : {Point{2012.5, 12.5}, Point{12.5, 2012.5}, Point{12.5, 12.5}}) {
        for (int i = 0; i < 10; ++i) {
            Row row;
            row.easting = at.x;
            row.northing = at.y;
            add(table, row);
        }
    }
    const std::vector<Hotspot> found = hotspotsOf(table, {0.5, {}, 1000.0, 2, 3});
    REQUIRE(found.size() == 3);
    CHECK(found[0].centre == Point{12.5, 12.5});
    CHECK(found[1].centre == Point{12.5, 2012.5});
    CHECK(found[2].centre == Point{2012.5, 12.5});
}

TEST_CASE("the order of the rows given changes nothing") {
    const IncidentTable table = threeClusters();
    const Grid grid = densityOf(table);
    std::vector<std::uint32_t> rows = allRows(table);
    const std::vector<Hotspot> first = hotspots(table, rows, grid, {0.5, {}, 1000.0, 2, 3});
    std::reverse(rows.begin(), rows.end());
    const std::vector<Hotspot> second = hotspots(table, rows, grid, {0.5, {}, 1000.0, 2, 3});
    REQUIRE(first.size() == second.size());
    for (std::size_t i = 0; i < first.size(); ++i)
        CHECK(first[i].rows == second[i].rows);
}

TEST_CASE("the leading categories are the most frequent, of equals the first in the list") {
    IncidentTable table;
    Row like;
    for (const auto& [category, count] :
         {std::pair{7, 3}, std::pair{2, 9}, std::pair{5, 3}, std::pair{4, 1}}) {
        like.category = static_cast<std::uint16_t>(category);
        cluster(table, hub, static_cast<std::size_t>(count), like);
    }
    const std::vector<Hotspot> found = hotspotsOf(table, {0.2, {}, 1000.0, 2, 3});
    REQUIRE(found.size() == 1);
    using Leading = std::vector<std::pair<std::uint16_t, std::size_t>>;
    CHECK(found[0].leadingCategories == Leading{{2, 9}, {5, 3}, {7, 3}});
}

TEST_CASE("a hotspot tells its peak time") {
    IncidentTable table;
    Row like;
    for (int i = 0; i < 12; ++i) {
        like.minuteOfWeek = (4 * 24 + 20 + i % 4) * 60 + 15;
        cluster(table, hub, 1, like);
    }
    const std::vector<Hotspot> found = hotspotsOf(table, {0.2, {}, 1000.0, 2, 3});
    REQUIRE(found.size() == 1);
    CHECK(found[0].peak.any);
    CHECK(found[0].peak.firstWeekday == 4);
    CHECK(found[0].peak.fromHour == 20);
    CHECK(found[0].peak.toHour == 24);
}

TEST_CASE("a lone incident is no hotspot unless one is enough") {
    IncidentTable table;
    cluster(table, hub, 1);
    CHECK(hotspotsOf(table).empty());
    CHECK(hotspotsOf(table, {0.9, {}, 1000.0, 1, 3}).size() == 1);
}

TEST_CASE("there are no hotspots in a grid of zeros") {
    const Grid zeros{{0, 0, 25, 10, 10}, std::vector<double>(100, 0.0)};
    CHECK(hotspots({}, {}, zeros, {}).empty());
    CHECK(hotspots({}, {}, Grid{}, {}).empty());
}

TEST_CASE("what is known too coarsely for the bandwidth stays out of the heatmap, areas always") {
    IncidentTable table;
    Row row;
    row.radius = 150.0f;
    add(table, row);
    row.radius = 151.0f;
    add(table, row);
    row.radius = 10.0f;
    row.precision = 3;
    add(table, row);
    row.precision = 0;
    row.flags = flagArea;
    add(table, row);
    row.flags = flagAmbiguousTime;
    add(table, row);
    const HeatmapRows result = heatmapRows(table, allRows(table), 150.0);
    CHECK(result.rows == std::vector<std::uint32_t>{0, 4});
    CHECK(result.leftOutRadius == 1);
    CHECK(result.leftOutArea == 2);
    CHECK(result.leftOut() == 3);
}

TEST_CASE("positions are those of the rows, in their order") {
    Row a;
    a.easting = 1;
    a.northing = 2;
    Row b;
    b.easting = 3;
    b.northing = 4;
    CHECK(positions(tableOf({a, b}), {1, 0}) == std::vector<Point>{{3, 4}, {1, 2}});
}

TEST_CASE("Hotspots and contours that are stopped give none, and the same as ever where they are not")
{
    IncidentTable table;
    for (int i = 0; i < 12; ++i)
        cluster(table, {hub.x + 400.0 * (i % 4), hub.y + 400.0 * (i / 4)}, static_cast<std::size_t>(20 + 7 * i));
    const Grid density = densityOf(table);
    std::stop_source stop;
    const auto found = hotspots(table, allRows(table), density, {}, stop.get_token());
    REQUIRE(found);
    const std::vector<Hotspot> plain = hotspots(table, allRows(table), density, {});
    REQUIRE(found->size() == plain.size());
    for (std::size_t i = 0; i < plain.size(); ++i) {
        CHECK((*found)[i].rows == plain[i].rows);
        CHECK(std::is_sorted(plain[i].rows.begin(), plain[i].rows.end()));
    }
    stop.request_stop();
    const auto stopped = hotspots(table, allRows(table), density, {}, stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().fault == Fault::Cancelled);
    const auto contours = contourPolygons(density, 1.0, stop.get_token());
    REQUIRE_FALSE(contours);
    CHECK(contours.error().fault == Fault::Cancelled);
}

TEST_CASE("Each incident of very many lies in its hotspot, whatever their order")
{
    IncidentTable table;
    for (int i = 0; i < 9; ++i)
        cluster(table, {hub.x + 500.0 * (i % 3), hub.y + 500.0 * (i / 3)}, 12'000);
    std::vector<std::uint32_t> rows = allRows(table);
    const Grid density = densityOf(table);
    const std::vector<Hotspot> found = hotspots(table, rows, density, {});
    std::shuffle(rows.begin(), rows.end(), std::mt19937(3));
    const std::vector<Hotspot> shuffled = hotspots(table, rows, density, {});
    REQUIRE(found.size() == shuffled.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        const PolygonIndex index(found[i].polygon);
        std::vector<std::uint32_t> inside;
        for (std::uint32_t row = 0; row < table.size(); ++row)
            if (index.contains({table.easting[row], table.northing[row]}))
                inside.push_back(row);
        CHECK(found[i].rows == inside);
        CHECK(shuffled[i].rows == inside);
    }
}
