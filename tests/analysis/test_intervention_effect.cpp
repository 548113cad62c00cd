#include "support/catch.h"

#include "analysis/intervention_effect.h"
#include "table_builder.h"

#include <chrono>
#include <cmath>

using namespace hk::analysis;
using namespace hk::analysis::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

constexpr double x0 = 321'000.0;
constexpr double y0 = 6'394'000.0;

Polygon box(double west, double south, double size)
{
    return {{{x0 + west, y0 + south},
             {x0 + west + size, y0 + south},
             {x0 + west + size, y0 + south + size},
             {x0 + west, y0 + south + size}},
            {}};
}

EffectCounts countsOf(BeforeAfter target, BeforeAfter control, BeforeAfter buffer = {},
                      BeforeAfter controlBuffer = {})
{
    EffectCounts counts;
    counts.of(EffectArea::Target) = target;
    counts.of(EffectArea::Control) = control;
    counts.of(EffectArea::Buffer) = buffer;
    counts.of(EffectArea::ControlBuffer) = controlBuffer;
    return counts;
}

std::int32_t date(int year, unsigned month, unsigned day)
{
    using namespace std::chrono;
    return static_cast<std::int32_t>(
        sys_days{std::chrono::year{year} / month / day}.time_since_epoch().count());
}

DatePeriod period(int year, unsigned fromMonth, int toYear, unsigned toMonth)
{
    return {date(year, fromMonth, 1), date(toYear, toMonth, 1)};
}

constexpr DatePeriod before{100, 200};
constexpr DatePeriod after{200, 300};

Row at(double east, double north, std::int32_t day)
{
    Row row;
    row.easting = x0 + east;
    row.northing = y0 + north;
    row.localDate = day;
    return row;
}

} // namespace

// Wheeler & Ratcliffe 2018, the worked example: treated 207 → 110, its control 308 → 318, displacement 178 →
// 157, its control 150 → 140. WDD −118, variance 1568, z −2.98, 95 % interval −196 to −40.
TEST_CASE("the paper's example gives its weighted displacement difference and interval")
{
    const DisplacementDifference found =
        displacementDifference(countsOf({207, 110}, {308, 318}, {178, 157}, {150, 140}));
    CHECK(found.wdd == -118.0);
    CHECK(found.local == -107.0);
    CHECK(found.displaced == -11.0);
    CHECK_THAT(found.error * found.error, WithinAbs(1568.0, 1e-9));
    CHECK_THAT(found.z, WithinAbs(-2.98, 0.005));
    CHECK(std::round(found.low) == -196.0);
    CHECK(std::round(found.high) == -40.0);
    CHECK_THAT(found.p, WithinAbs(0.00288, 0.00005));
}

// The authors' example of periods of unequal length: two years before, one after; control 100 → 50, treated
// 80 → 20 gives −20 with variance 115.
TEST_CASE("counts of a longer period before are scaled to the period after")
{
    const DisplacementDifference found = displacementDifference(countsOf({80, 20}, {100, 50}), 0.5);
    CHECK(found.wdd == -20.0);
    CHECK_THAT(found.error * found.error, WithinAbs(115.0, 1e-9));
}

// The authors' example: control 100 → 90, treated 100 → 80: 10 fewer, standard error 19.
TEST_CASE("without buffers it is the target's change against the control's")
{
    const DisplacementDifference found = displacementDifference(countsOf({100, 80}, {100, 90}));
    CHECK(found.wdd == -10.0);
    CHECK(std::round(found.error) == 19.0);
    CHECK(found.displacedError == 0.0);
    CHECK(displacementDifference({}).p == 1.0);
}

// domain: A 100 → 50, B 100 → 150, C 100 → 100: all of it moved.
TEST_CASE("what the target lost and the buffer gained gives a quotient of minus one")
{
    const DisplacementQuotient found = displacementQuotient(countsOf({100, 50}, {100, 100}, {100, 150}));
    CHECK(found.state == QuotientState::Readable);
    CHECK_THAT(found.value, WithinAbs(-1.0, 1e-12));
    CHECK_THAT(displacementQuotient(countsOf({100, 50}, {100, 100}, {100, 75})).value, WithinAbs(0.5, 1e-12));
}

TEST_CASE("a quotient is refused where it would mislead")
{
    CHECK(displacementQuotient(countsOf({100, 50}, {100, 100})).state == QuotientState::NoBuffer);
    CHECK(displacementQuotient(countsOf({100, 50}, {0, 100}, {10, 10})).state == QuotientState::ControlEmpty);
    CHECK(displacementQuotient(countsOf({100, 50}, {100, 0}, {10, 10})).state == QuotientState::ControlEmpty);
    CHECK(displacementQuotient(countsOf({100, 150}, {100, 100}, {10, 10})).state ==
          QuotientState::TargetNotImproved);
    CHECK(displacementQuotient(countsOf({100, 100}, {100, 100}, {10, 10})).state ==
          QuotientState::TargetNotImproved);
    CHECK(displacementQuotient(countsOf({100, 99}, {100, 100}, {10, 10})).state ==
          QuotientState::ChangeTooSmall);
    // 100 → 81: −0.19 with an error of √(0.81/100 + 0.6561/100 + 2/100) = 0.186; 100 → 82 falls short of its
    // own.
    CHECK(displacementQuotient(countsOf({100, 81}, {100, 100}, {10, 10})).state == QuotientState::Readable);
    CHECK(displacementQuotient(countsOf({100, 82}, {100, 100}, {10, 10})).state ==
          QuotientState::ChangeTooSmall);
    CHECK(std::isnan(displacementQuotient(countsOf({100, 82}, {100, 100}, {10, 10})).value));
}

// ln(0.5) ± 1.96 · √(1/100 + 1/50 + 1/100 + 1/100) by hand.
TEST_CASE("the target's change over the control's has its interval")
{
    const RelativeRate found = relativeRate(countsOf({100, 50}, {100, 100}));
    CHECK_THAT(found.ratio, WithinRel(0.5, 1e-12));
    CHECK_THAT(found.interval.lower, WithinAbs(0.3225, 0.0005));
    CHECK_THAT(found.interval.upper, WithinAbs(0.7753, 0.0005));
    CHECK_FALSE(found.tooFew);
    CHECK(relativeRate(countsOf({100, 9}, {100, 100})).tooFew);
    CHECK(std::isnan(relativeRate(countsOf({100, 0}, {100, 100})).ratio));
}

TEST_CASE("incidents are counted by area and period, each once")
{
    EffectZones zones;
    zones.target = {box(0, 0, 100)};
    zones.buffer = {box(-100, -100, 300)}; // drawn over the target, as buffers are
    zones.control = {box(1000, 0, 100)};
    zones.controlBuffer = {box(1050, 50, 300)};
    const IncidentTable table =
        tableOf({at(50, 50, 150), at(50, 50, 250), at(50, 50, 99), at(50, 50, 300), // target
                 at(-50, 50, 199), at(150, 50, 200),                                // buffer
                 at(1010, 10, 100), at(1075, 75, 120),                              // control
                 at(1200, 200, 299), at(5000, 0, 150)});
    const EffectCounts counts = countEffect(table, allRows(table), zones, before, after, 100.0);
    CHECK(counts.of(EffectArea::Target) == BeforeAfter{1, 1});
    CHECK(counts.of(EffectArea::Buffer) == BeforeAfter{1, 1});
    CHECK(counts.of(EffectArea::Control) == BeforeAfter{2, 0});
    CHECK(counts.of(EffectArea::ControlBuffer) == BeforeAfter{0, 1});
    CHECK(counts.inSeveral == 0);
    CHECK(counts.leftOut == 0);
}

TEST_CASE("an incident in target and control counts in the target and is told of")
{
    EffectZones zones;
    zones.target = {box(0, 0, 100)};
    zones.control = {box(50, 0, 100)};
    const IncidentTable table = tableOf({at(75, 50, 150), at(25, 50, 150), at(125, 50, 250)});
    const EffectCounts counts = countEffect(table, allRows(table), zones, before, after, 100.0);
    CHECK(counts.of(EffectArea::Target) == BeforeAfter{2, 0});
    CHECK(counts.of(EffectArea::Control) == BeforeAfter{0, 1});
    CHECK(counts.inSeveral == 1);
}

TEST_CASE("a buffer by width holds what lies within it of the target and not in the target")
{
    EffectZones zones;
    zones.target = {box(0, 0, 100), box(300, 0, 100)};
    zones.control = {box(1000, 0, 100)};
    zones.bufferWidth = 50.0;
    zones.controlBufferWidth = 20.0;
    const IncidentTable table =
        tableOf({at(50, 50, 150), at(150, 50, 150), at(150.01, 50, 150), at(-30, -40, 150), at(-31, -40, 150),
                 at(260, 50, 250), at(990, 50, 250), at(979, 50, 250)});
    const EffectCounts counts = countEffect(table, allRows(table), zones, before, after, 100.0);
    CHECK(counts.of(EffectArea::Target) == BeforeAfter{1, 0});
    CHECK(counts.of(EffectArea::Buffer) == BeforeAfter{2, 1});
    CHECK(counts.of(EffectArea::ControlBuffer) == BeforeAfter{0, 1});
    CHECK(zones.has(EffectArea::Buffer));
    zones.bufferWidth = 0.0;
    CHECK_FALSE(zones.has(EffectArea::Buffer));
}

TEST_CASE("incidents whose place is known too vaguely are left out and counted, those of other times are not")
{
    EffectZones zones;
    zones.target = {box(0, 0, 100)};
    zones.control = {box(1000, 0, 100)};
    Row vague = at(50, 50, 150);
    vague.radius = 101.0F;
    Row area = at(50, 50, 250);
    area.flags = flagArea;
    Row other = vague;
    other.localDate = 400;
    const IncidentTable table = tableOf({vague, area, other, at(50, 50, 150)});
    const EffectCounts counts = countEffect(table, allRows(table), zones, before, after, 100.0);
    CHECK(counts.of(EffectArea::Target) == BeforeAfter{1, 0});
    CHECK(counts.leftOut == 2);
}

TEST_CASE("the same half of two years is the same season, leap year or not")
{
    const PeriodConcerns found = periodConcerns(period(2023, 1, 2023, 7), period(2024, 1, 2024, 7));
    CHECK_FALSE(found.unequalLength);
    CHECK_FALSE(found.otherSeason);
    CHECK_FALSE(found.shortPeriod);
    CHECK(found.seasonOverlap > 0.98);
}

TEST_CASE("half a year against the next half is another season")
{
    const PeriodConcerns found = periodConcerns(period(2024, 1, 2024, 7), period(2024, 7, 2025, 1));
    CHECK_FALSE(found.unequalLength);
    CHECK(found.otherSeason);
    CHECK_THAT(found.seasonOverlap, WithinAbs(0.0, 1e-12));
}

TEST_CASE("two years against one is unequal in length and the same season")
{
    const PeriodConcerns found = periodConcerns(period(2022, 1, 2024, 1), period(2024, 1, 2025, 1));
    CHECK(found.unequalLength);
    CHECK_FALSE(found.otherSeason);
}

TEST_CASE("a year against its last quarter is unequal in length and another season")
{
    const PeriodConcerns found = periodConcerns(period(2023, 1, 2024, 1), period(2024, 10, 2025, 1));
    CHECK(found.unequalLength);
    CHECK(found.otherSeason);
    CHECK_THAT(found.seasonOverlap, WithinAbs(92.0 / 365.0, 1e-9));
}

TEST_CASE("a period under four weeks is short")
{
    CHECK(periodConcerns({0, 27}, {365, 392}).shortPeriod);
    CHECK_FALSE(periodConcerns({0, 28}, {365, 393}).shortPeriod);
}

TEST_CASE("areas share what lies in both, and nothing where they touch")
{
    CHECK_THAT(sharedArea({box(0, 0, 100)}, {box(50, 0, 100)}), WithinRel(5000.0, 0.005));
    CHECK(sharedArea({box(0, 0, 100)}, {box(100, 0, 100)}) == 0.0);
    CHECK(sharedArea({box(0, 0, 100)}, {box(500, 0, 100)}) == 0.0);
    CHECK(sharedArea({box(0, 0, 100)}, {}) == 0.0);
    Polygon ring = box(-100, -100, 300);
    ring.holes = {box(0, 0, 100).outer};
    CHECK(sharedArea({ring}, {box(0, 0, 100)}) == 0.0);
    CHECK_THAT(unitedArea({box(0, 0, 100), box(50, 0, 100)}), WithinRel(15'000.0, 0.005));
    CHECK_THAT(unitedArea({ring}), WithinRel(80'000.0, 1e-9));
    CHECK(unitedArea({}) == 0.0);
}
