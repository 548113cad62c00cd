#include "core/ring.h"
#include "support/catch.h"
#include "validation_support.h"

#include <limits>

using namespace hk;
using namespace hk::test;

namespace {

const SwerefRing block{{322000, 6394200}, {322200, 6394200}, {322200, 6394400}, {322000, 6394400}};
constexpr double notANumber = std::numeric_limits<double>::quiet_NaN();

} // namespace

TEST_CASE("a position outside Sweden is told with its coordinates")
{
    IncidentDraft draft = goodDraft();
    draft.position = Sweref99{-661043.4, 6103448.2};
    const ValidationResult result = check(draft);
    REQUIRE_FALSE(result);
    CHECK(result.error().at(0).code == ErrorCode::OutsideSweden);
    CHECK(result.error().at(0).arguments ==
          QStringList{QStringLiteral("-661043"), QStringLiteral("6103448")});
}

TEST_CASE("positions at the far ends of the country are taken and their neighbours are not")
{
    IncidentDraft draft = goodDraft();
    for (const Sweref99 inside :
         {Sweref99{916195, 7331882}, Sweref99{279703, 6539569}, Sweref99{425328, 6143276},
          Sweref99{721053, 7671059}, Sweref99{748515, 6477758}}) {
        draft.position = inside;
        CHECK(faults(draft).isEmpty());
    }
    for (const Sweref99 outside :
         {Sweref99{351092, 6212551}, Sweref99{293230, 6559346}, Sweref99{936957, 7324268}}) {
        draft.position = outside;
        CHECK(faults(draft) == QStringLiteral("outside-sweden@position"));
    }
}

TEST_CASE("coordinates that are no numbers are refused")
{
    IncidentDraft draft = goodDraft();
    draft.position = Sweref99{notANumber, 6394279.0};
    CHECK(faults(draft) == QStringLiteral("value-not-understood@position"));
    draft = goodDraft();
    draft.radius = notANumber;
    CHECK(faults(draft) == QStringLiteral("value-out-of-range@radius"));
    draft = goodDraft();
    draft.area = block;
    draft.area[1].northing = notANumber;
    CHECK(faults(draft) == QStringLiteral("value-not-understood@area"));
}

TEST_CASE("each precision gives its radius unless one is given")
{
    IncidentDraft draft = goodDraft();
    for (const Precision precision :
         {Precision::Point, Precision::Street, Precision::Place, Precision::Area}) {
        draft.precision = precision;
        CHECK(check(draft)->radius == defaultRadius(precision));
    }
    draft.radius = 275.0;
    CHECK(check(draft)->radius == 275.0);
}

TEST_CASE("a radius is above zero and at most fifty kilometres")
{
    IncidentDraft draft = goodDraft();
    for (const double radius : {0.5, 50'000.0}) {
        draft.radius = radius;
        CHECK(faults(draft).isEmpty());
    }
    for (const double radius : {0.0, -10.0, 50'000.1}) {
        draft.radius = radius;
        CHECK(faults(draft) == QStringLiteral("value-out-of-range@radius"));
    }
}

TEST_CASE("a drawn area makes the precision an area with the radius of its circle")
{
    IncidentDraft draft = goodDraft();
    draft.area = block;
    draft.position = Sweref99{322100, 6394300};
    const ValidationResult result = check(draft);
    REQUIRE(result);
    CHECK(result->precision == Precision::Area);
    CHECK(result->area == block);
    CHECK(result->position == *draft.position);
    CHECK_THAT(result->radius, WithinAbs(141.4213562, 1e-6));
}

TEST_CASE("a drawn area without a position, or with one outside it, gets a point inside")
{
    IncidentDraft draft = goodDraft();
    draft.area = block;
    draft.position.reset();
    CHECK(containsPoint(block, check(draft)->position));
    draft.position = Sweref99{321000, 6394300};
    CHECK(containsPoint(block, check(draft)->position));
}

TEST_CASE("a ring that repeats its first vertex is stored without the repetition")
{
    IncidentDraft draft = goodDraft();
    draft.area = block;
    draft.area.push_back(block.front());
    CHECK(check(draft)->area == block);
}

TEST_CASE("a ring without an area is refused once, not for its position too")
{
    IncidentDraft draft = goodDraft();
    draft.position.reset();
    for (const SwerefRing& ring : {SwerefRing{{322000, 6394200}, {322200, 6394200}},
                                   SwerefRing{{322000, 6394200}, {322100, 6394200}, {322200, 6394200}},
                                   SwerefRing{{322000, 6394200}, {322100, 6394300}, {322000, 6394200}}}) {
        draft.area = ring;
        CHECK(faults(draft) == QStringLiteral("value-not-understood@area"));
    }
}

TEST_CASE("an area that reaches outside Sweden is refused")
{
    IncidentDraft draft = goodDraft();
    draft.area = block;
    draft.area[0] = {100'000, 6394200};
    CHECK(faults(draft) == QStringLiteral("outside-sweden@area"));
}
