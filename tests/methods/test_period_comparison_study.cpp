#include "methods/period_comparison_study.h"
#include "methods/result_files.h"
#include "workspace/workspace_support.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QLocale>

#include <cmath>
#include <random>

using namespace hk;
using namespace hk::methods;
using test::u;

namespace {

/// Incidents of one day around a place, within some ten metres.
void add(std::vector<Incident>& incidents, int count, const QDate& date, double east, double north, unsigned seed)
{
    std::mt19937 random(seed);
    std::normal_distribution<double> around(0.0, 20.0);
    for (int i = 0; i < count; ++i)
        incidents.push_back(
            test::incident("N1", QDateTime(date, QTime(12, 0), Qt::UTC), east + around(random), north + around(random)));
}

/// One place that has grown, one that has lessened, one where nothing is to be said.
StudyInput twoYears()
{
    std::vector<Incident> incidents;
    add(incidents, 30, {2024, 5, 1}, 0, 0, 1);
    add(incidents, 75, {2025, 5, 1}, 0, 0, 2);
    add(incidents, 60, {2024, 5, 2}, 500, 100, 3);
    add(incidents, 20, {2025, 5, 2}, 500, 100, 4);
    add(incidents, 5, {2024, 5, 3}, -450, 300, 5);
    add(incidents, 30, {2025, 5, 3}, -450, 300, 6);
    add(incidents, 99, {2023, 5, 3}, 0, 0, 7); // in neither period
    return inputOf(test::snapshotOf(incidents), {});
}

PeriodComparisonStudy study()
{
    PeriodComparisonStudy result;
    result.earlier = {{2024, 1, 1}, {2025, 1, 1}};
    result.later = {{2025, 1, 1}, {2026, 1, 1}};
    result.quantile = 0.3; // so that the small place is one, too
    return result;
}

MethodResultPtr resultOf(const StudyInput& input, const PeriodComparisonStudy& request)
{
    QLocale::setDefault(QLocale::c());
    const Result<MethodResultPtr> result = runPeriodComparison(input, request);
    REQUIRE(result.has_value());
    return *result;
}

QJsonObject hotspotWith(const MethodResult& result, int earlier)
{
    for (const QJsonValue& hotspot : result.json[u("hotspots")].toArray())
        if (hotspot.toObject()[u("a")].toInt() == earlier)
            return hotspot.toObject();
    FAIL("no such hotspot");
    return {};
}

} // namespace

TEST_CASE("each hotspot has its counts in both periods and what can be said of them")
{
    const MethodResultPtr result = resultOf(twoYears(), study());
    const QJsonObject more = hotspotWith(*result, 30);
    CHECK(more[u("b")].toInt() == 75);
    CHECK(more[u("verdict")].toString() == u("more"));
    CHECK_THAT(more[u("rate_ratio")].toDouble(), WithinAbs(75.0 / 365 / (30.0 / 366), 1e-12));
    CHECK(more[u("lower_95")].toDouble() > 1.0);
    CHECK(hotspotWith(*result, 60)[u("verdict")].toString() == u("fewer"));
    const QJsonObject tooFew = hotspotWith(*result, 5);
    CHECK(tooFew[u("too_few")].toBool());
    CHECK(tooFew[u("change")].isNull());
    CHECK(tooFew[u("verdict")].toString() == u("too-few"));
}

TEST_CASE("what has changed is said in a sentence for the whole and for each hotspot")
{
    const MethodResultPtr result = resultOf(twoYears(), study());
    REQUIRE(result->sentences.size() == 4);
    CHECK(result->sentences[0].contains(u("from 95 to 125")));
    CHECK(result->sentences.join(u("|")).contains(u("too few to say")));
    // One row for the whole, one for each hotspot; a percentage only where it can be said.
    const ResultTable& table = result->tables.front();
    REQUIRE(table.rows.size() == 4);
    CHECK_FALSE(table.rows[0][0].isValid());
    for (const QVariantList& row : table.rows)
        CHECK(row[4].isValid() == (row[2].toInt() >= 10 && row[3].toInt() >= 10));
    CHECK(result->layer->shapes.size() == 3);
    CHECK(result->properties.size() == 3);
}

TEST_CASE("both periods have one scale, and the difference a signed one")
{
    const MethodResultPtr result = resultOf(twoYears(), study());
    REQUIRE(result->grids.size() == 5);
    CHECK(result->grids[0].key == u("difference"));
    CHECK(result->grids[0].scale.isSigned());
    CHECK(result->grids[3].scale == result->grids[4].scale);
    CHECK(result->grids[3].grid->spec == result->grids[4].grid->spec);
    CHECK(result->grids[0].grid->spec == result->grids[3].grid->spec);
    const double joint = std::max(result->grids[3].grid->maximum(), result->grids[4].grid->maximum());
    CHECK(result->json[u("maximum_per_km2")].toDouble() == joint);
}

TEST_CASE("the period of the filter gives way to those compared")
{
    StudyInput input = twoYears();
    IncidentFilter filter;
    filter.from = {2025, 1, 1};
    filter.to = {2025, 12, 31};
    const StudyInput filtered = inputOf(input.snapshot, filter);
    CHECK(resultOf(filtered, study())->json == resultOf(input, study())->json);
}

TEST_CASE("periods of different length are compared per day, and that is said")
{
    PeriodComparisonStudy request = study();
    request.earlier = {{2024, 4, 1}, {2024, 6, 1}};
    const MethodResultPtr result = resultOf(twoYears(), request);
    const QJsonObject more = hotspotWith(*result, 30);
    CHECK_THAT(more[u("rate_ratio")].toDouble(), WithinAbs(75.0 / 365 / (30.0 / 61), 1e-12));
    CHECK_FALSE(result->warnings.isEmpty());
    CHECK(result->sentences[0].contains(u("per day")));
    CHECK_THAT(result->json[u("a")].toObject()[u("density_factor")].toDouble(), WithinAbs(365.0 / 61.0, 1e-12));
    request.basis = analysis::RateBasis::AsCounted;
    CHECK(resultOf(twoYears(), request)->json[u("a")].toObject()[u("density_factor")].toDouble() == 1.0);
}

TEST_CASE("incidents without an exact place are in the totals but not on the map")
{
    std::vector<Incident> incidents;
    add(incidents, 20, {2024, 5, 1}, 0, 0, 1);
    add(incidents, 20, {2025, 5, 1}, 0, 0, 2);
    incidents.back().precision = Precision::Area;
    incidents.back().radius = 500.0;
    const MethodResultPtr result = resultOf(inputOf(test::snapshotOf(incidents), {}), study());
    const QJsonObject later = result->json[u("b")].toObject();
    CHECK(later[u("incidents")].toInt() == 20);
    CHECK(later[u("mapped")].toInt() == 19);
    CHECK(result->json[u("left_out")].toInt() == 1);
    CHECK_FALSE(result->remarks.isEmpty());
}

TEST_CASE("periods that overlap, are reversed or missing are refused with the reason")
{
    const StudyInput input = twoYears();
    PeriodComparisonStudy request = study();
    request.later.from = {2024, 12, 31};
    const auto overlap = runPeriodComparison(input, request);
    REQUIRE_FALSE(overlap.has_value());
    CHECK(overlap.error().code == ErrorCode::StudyNotPossible);
    CHECK(overlap.error().arguments.value(0).contains(u("overlap")));
    request = study();
    std::swap(request.earlier, request.later);
    CHECK(runPeriodComparison(input, request).error().code == ErrorCode::StudyNotPossible);
    CHECK(runPeriodComparison(input, {}).error().code == ErrorCode::StudyNotPossible);
    request = study();
    request.earlier = {{2010, 1, 1}, {2011, 1, 1}};
    request.later = {{2011, 1, 1}, {2012, 1, 1}};
    CHECK(runPeriodComparison(input, request).error().code == ErrorCode::NoIncidents);
    request = study();
    request.bandwidth = 10.0;
    CHECK(runPeriodComparison(input, request).error().code == ErrorCode::BandwidthTooSmall);
    std::stop_source source;
    source.request_stop();
    CHECK(runPeriodComparison(input, study(), source.get_token()).error().code == ErrorCode::Cancelled);
}

TEST_CASE("the periods suggested are the last year and the one before it, or the filter's and a year before")
{
    StudyInput input = twoYears();
    PeriodComparisonStudy request;
    suggestPeriods(input, request);
    CHECK(request.later == Period{{2024, 5, 4}, {2025, 5, 4}});
    CHECK(request.earlier == Period{{2023, 5, 4}, {2024, 5, 4}});
    input.filter.from = {2025, 4, 1};
    input.filter.to = {2025, 6, 1};
    suggestPeriods(input, request);
    CHECK(request.later == Period{{2025, 4, 1}, {2025, 6, 1}});
    CHECK(request.earlier == Period{{2024, 4, 1}, {2024, 6, 1}});
    input.filter.from = {2022, 1, 1};
    suggestPeriods(input, request);
    CHECK(request.earlier.to == request.later.from);
    CHECK(request.earlier.days() == request.later.days());
}
