#include "support/catch.h"

#include "analysis/hotspot_stability.h"
#include "table_builder.h"

#include <atomic>
#include <random>

using namespace hk::analysis;
using namespace hk::analysis::test;

namespace {

const Point hub{321991.0, 6394262.0};

void cluster(IncidentTable& table, const Point& at, int count, double spread)
{
    std::mt19937 random(static_cast<unsigned>(table.size()) + 1);
    std::normal_distribution<double> offset(0.0, spread);
    for (int i = 0; i < count; ++i) {
        Row row;
        row.easting = at.x + offset(random);
        row.northing = at.y + offset(random);
        add(table, row);
    }
}

/// A map with its hotspots, ready to be resampled.
struct Mapped {
    explicit Mapped(IncidentTable incidents, HotspotRank rank = HotspotRank::Incidents)
        : table(std::move(incidents))
        , rows(allRows(table))
    {
        choice.rank = rank;
        kde.bandwidth = 150.0;
        const std::vector<Point> points = positions(table, rows);
        spec = *gridAround(points, 25.0, kde.bandwidth);
        found = hotspots(table, rows, *kernelDensity(points, {}, spec, kde), choice);
    }
    Outcome<HotspotStability> sure(const StabilityOptions& options = {}) const
    {
        return hotspotStability(table, rows, spec, kde, choice, found, options);
    }
    IncidentTable table;
    std::vector<std::uint32_t> rows;
    GridSpec spec;
    KdeOptions kde;
    HotspotOptions choice;
    std::vector<Hotspot> found;
};

/// Two strong places and eight weak ones alike.
IncidentTable strongAndWeak()
{
    IncidentTable table;
    cluster(table, hub, 120, 30.0);
    cluster(table, {hub.x + 1000.0, hub.y}, 80, 30.0);
    for (int i = 0; i < 8; ++i)
        cluster(table, {hub.x + 500.0 * i, hub.y + 1500.0}, 12, 40.0);
    return table;
}

StabilityOptions runs(int count, std::uint64_t seed = 1, int threads = 1)
{
    StabilityOptions options;
    options.runs = count;
    options.seed = seed;
    options.threads = threads;
    return options;
}

} // namespace

TEST_CASE("a strong place stays among the first five in every resample, a weak one among many alike does not")
{
    const Mapped map(strongAndWeak());
    REQUIRE(map.found.size() > 6);
    const auto sure = map.sure(runs(60));
    REQUIRE(sure);
    REQUIRE(sure->share.size() == map.found.size());
    CHECK(sure->share[0] == 1.0);
    CHECK(sure->share[1] == 1.0);
    for (std::size_t i = 2; i < sure->share.size(); ++i)
        CHECK(sure->share[i] < 0.9);
    // Five of the resample's hotspots stay, and three of them are weak places.
    double weak = 0.0;
    for (std::size_t i = 2; i < sure->share.size(); ++i)
        weak += sure->share[i];
    CHECK(weak > 1.5);
    CHECK(weak < 3.5);
}

TEST_CASE("the same seed gives the same certainty with any number of threads, another seed another")
{
    const Mapped map(strongAndWeak());
    const auto one = map.sure(runs(40, 7, 1));
    const auto four = map.sure(runs(40, 7, 4));
    const auto other = map.sure(runs(40, 8, 1));
    REQUIRE((one && four && other));
    CHECK(one->share == four->share);
    CHECK(one->share != other->share);
}

TEST_CASE("one place alone is as sure as can be, and nothing has no certainty")
{
    IncidentTable table;
    cluster(table, hub, 30, 20.0);
    const Mapped map(table);
    REQUIRE(map.found.size() == 1);
    CHECK(map.sure(runs(20))->share == std::vector<double>{1.0});
    const auto nothing = hotspotStability({}, {}, map.spec, map.kde, map.choice, {}, runs(20));
    REQUIRE(nothing);
    CHECK(nothing->share.empty());
}

TEST_CASE("progress rises to the whole, and a stop ends the work")
{
    const Mapped map(strongAndWeak());
    StabilityOptions options = runs(10, 1, 2);
    std::vector<double> shares;
    options.progress = [&](double share) { shares.push_back(share); };
    REQUIRE(map.sure(options));
    REQUIRE(shares.size() == 10);
    CHECK(std::is_sorted(shares.begin(), shares.end()));
    CHECK(shares.back() == 1.0);
    std::stop_source source;
    source.request_stop();
    options.stop = source.get_token();
    CHECK(map.sure(options).error().fault == Fault::Cancelled);
}

TEST_CASE("hotspots are ranked by density or by what is beyond an even spread, where asked")
{
    IncidentTable table;
    cluster(table, hub, 60, 60.0);                    // many, wide
    cluster(table, {hub.x + 1500.0, hub.y}, 40, 5.0); // fewer, dense
    HotspotOptions choice;
    choice.quantile = 0.4;
    const std::vector<Point> points = positions(table, allRows(table));
    const GridSpec spec = *gridAround(points, 25.0, 150.0);
    KdeOptions kde;
    const Grid density = *kernelDensity(points, {}, spec, kde);
    choice.rank = HotspotRank::Incidents;
    const auto byIncidents = hotspots(table, allRows(table), density, choice);
    choice.rank = HotspotRank::Density;
    const auto byDensity = hotspots(table, allRows(table), density, choice);
    REQUIRE(byIncidents.size() == 2);
    REQUIRE(byDensity.size() == 2);
    CHECK(byIncidents[0].incidents > byIncidents[1].incidents);
    CHECK(byDensity[0].density > byDensity[1].density);
    CHECK(byDensity[0].centre == byIncidents[1].centre);
}

TEST_CASE("the excess of a hotspot is its incidents less an even spread's share of its area")
{
    IncidentTable table;
    cluster(table, hub, 60, 20.0);
    cluster(table, {hub.x + 1500.0, hub.y}, 40, 20.0);
    const Mapped map(table, HotspotRank::Excess);
    REQUIRE(map.found.size() == 2);
    const Grid density = *kernelDensity(positions(map.table, map.rows), {}, map.spec, map.kde);
    double above = 0.0; // km² of the cells above zero
    for (const double value : density.values)
        above += value > 0.0 ? 25.0 * 25.0 / 1e6 : 0.0;
    double evenly = 0.0;
    for (const Hotspot& hotspot : map.found) {
        CHECK_THAT(hotspot.excess,
                   WithinAbs(static_cast<double>(hotspot.incidents) - 100.0 / above * hotspot.areaKm2, 1e-9));
        evenly += hotspot.excess;
    }
    CHECK(map.found[0].excess >= map.found[1].excess);
    CHECK(evenly > 0.0);
    HotspotOptions wide = map.choice;
    wide.studyAreaKm2 = 10.0;
    const auto inWide = hotspots(map.table, map.rows, density, wide);
    CHECK_THAT(inWide[0].excess,
               WithinAbs(static_cast<double>(inWide[0].incidents) - 10.0 * inWide[0].areaKm2, 1e-9));
}
