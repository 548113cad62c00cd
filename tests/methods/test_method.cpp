#include "methods/method.h"

#include "support/catch.h"

#include <set>

using namespace hk;
using namespace hk::methods;

namespace {

/// Plain points in a square of 400 m with a crowd in one corner, one a day.
StudyInput crowd()
{
    auto table = std::make_shared<analysis::IncidentTable>();
    StudyInput input;
    for (std::uint32_t i = 0; i < 200; ++i) {
        const bool inCrowd = i % 2 == 0;
        table->easting.push_back(322000.0 + (inCrowd ? i % 7 * 5.0 : i * 37 % 400));
        table->northing.push_back(6394000.0 + (inCrowd ? i % 5 * 6.0 : i * 53 % 400));
        const std::int32_t day = 20000 + static_cast<std::int32_t>(i);
        table->fromUtc.push_back(std::int64_t{day} * 86400 + 43200);
        table->localDate.push_back(day);
        table->localMinuteOfWeek.push_back((day + 3) % 7 * 1440 + 720);
        input.rows.push_back(i);
    }
    table->toUtc = table->fromUtc;
    table->localSpanMinutes.assign(200, 0);
    table->category.assign(200, 0);
    table->organisation.assign(200, 0);
    table->radius.assign(200, 0.0F);
    table->precision.assign(200, 0);
    table->severity.assign(200, 1);
    table->flags.assign(200, 0);
    input.table = table;
    return input;
}

} // namespace

TEST_CASE("every method has a name of its own, a title and a question", "[method]")
{
    std::set<QString> keys;
    std::set<QString> titles;
    for (const Method method : allMethods()) {
        keys.insert(keyOf(method));
        titles.insert(titleOf(method));
        CHECK(questionOf(method).endsWith(u'?'));
    }
    CHECK(keys.size() == 10);
    CHECK(titles.size() == 10);
    CHECK_FALSE(keys.contains(QString()));
    CHECK_FALSE(titles.contains(QString()));
}

TEST_CASE("a request is run by its own method, with its own parameters", "[method]")
{
    const StudyInput input = crowd();
    GiStarStudy cells;
    cells.cell = 80;
    const auto asked = run(input, cells);
    const auto itself = runGiStar(input, cells);
    REQUIRE(asked);
    REQUIRE(itself);
    CHECK((*asked)->json == (*itself)->json);
    CHECK((*asked)->title == titleOf(Method::GiStar));
    NearRepeatStudy near;
    near.runs = 19;
    const auto repeat = run(input, near);
    REQUIRE(repeat);
    CHECK((*repeat)->title == titleOf(Method::NearRepeat));
}

TEST_CASE("a request knows its method", "[method]")
{
    CHECK(methodOf(HotspotStudy{}) == Method::Hotspots);
    CHECK(methodOf(GiStarStudy{}) == Method::GiStar);
    CHECK(methodOf(StreetStudy{}) == Method::Streets);
    CHECK(methodOf(PeriodComparisonStudy{}) == Method::PeriodComparison);
    CHECK(methodOf(TimeStudy{}) == Method::Times);
    CHECK(methodOf(NearRepeatStudy{}) == Method::NearRepeat);
    CHECK(methodOf(InterventionStudy{}) == Method::Intervention);
    CHECK(methodOf(RiskStudy{}) == Method::Risk);
    CHECK(methodOf(AccuracyStudy{}) == Method::Accuracy);
    CHECK(methodOf(AreaCountStudy{}) == Method::AreaCount);
}

TEST_CASE("a grid goes on the map with its own scale and heading, and turned on a dark map", "[method]")
{
    MethodResult result;
    result.layer = std::make_shared<const map::StudyLayer>();
    ResultGrid silent{QStringLiteral("z"), QStringLiteral("z"), {}, std::make_shared<const analysis::Grid>(), {}};
    ResultGrid drawn = silent;
    drawn.title = QStringLiteral("Later less earlier");
    drawn.unit = QStringLiteral("incidents per km²");
    drawn.scale = map::ColourScale::fromBreaks({10, 20, 30});
    result.grids = {silent, drawn};

    const map::StudyOverlay none = overlayOf(result, -1);
    CHECK(none.layer == result.layer);
    CHECK(none.grid == nullptr);
    CHECK(overlayOf(result, 0).grid == nullptr); // no colours: nothing to draw
    const map::StudyOverlay light = overlayOf(result, 1);
    REQUIRE(light.grid);
    CHECK(light.layer == nullptr);
    CHECK(light.grid->density == drawn.grid);
    CHECK(light.grid->scale == drawn.scale);
    CHECK(light.grid->title.contains(drawn.title));
    CHECK(light.grid->title.contains(drawn.unit));
    CHECK(overlayOf(result, 1, true).grid->scale == drawn.scale.onDark());
    CHECK(overlayOf(result, 7).grid == nullptr);
}
