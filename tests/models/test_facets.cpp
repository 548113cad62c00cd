#include "models/facets.h"
#include "models_support.h"
#include "workspace/sample.h"

using namespace hk;
using namespace hk::test;
using models::countFacets;
using models::Facets;

namespace {

workspace::SnapshotPtr sample()
{
    workspace::SampleOptions options;
    options.end = QDate(2025, 6, 30);
    return snapshotOf(workspace::sampleIncidents(options));
}

qint64 selected(const workspace::Snapshot& snapshot, const IncidentFilter& filter)
{
    return static_cast<qint64>(workspace::selectRows(snapshot, filter).rows.size());
}

/// A filter with something in every part.
IncidentFilter narrow(const workspace::Snapshot& snapshot)
{
    IncidentFilter filter;
    filter.from = QDate(2024, 1, 1);
    filter.to = QDate(2025, 3, 1);
    filter.categories = {u("N1"), u("S2"), u("O1"), u("G1")};
    filter.organisations = snapshot.organisations.mid(0, 2);
    for (std::size_t hour = 0; hour < 168; ++hour)
        filter.hours[hour] = hour % 24 >= 14;
    filter.minimumSeverity = 1;
    filter.precisions = {Precision::Point, Precision::Street, Precision::Place};
    return filter;
}

} // namespace

TEST_CASE("a chosen category does not hide the counts of the others")
{
    const auto snapshot = snapshotOf(
        {incident("N1", utc(2025, 1, 1)), incident("S2", utc(2025, 1, 1)), incident("S2", utc(2024, 1, 1))});
    IncidentFilter filter;
    filter.categories = {u("N1")};
    filter.from = QDate(2025, 1, 1);
    const Facets facets = countFacets(*snapshot, filter);
    CHECK(facets.categories[static_cast<std::size_t>(snapshot->categories.indexOf(u("N1")))] == 1);
    CHECK(facets.categories[static_cast<std::size_t>(snapshot->categories.indexOf(u("S2")))] == 1);
    CHECK(facets.organisations == std::vector<qint64>{1});
}

TEST_CASE("every count is what choosing that category alone would select")
{
    const auto snapshot = sample();
    const IncidentFilter filter = narrow(*snapshot);
    const Facets facets = countFacets(*snapshot, filter);
    REQUIRE(facets.categories.size() == snapshot->categories.all().size());
    qint64 total = 0;
    for (std::size_t i = 0; i < facets.categories.size(); ++i) {
        IncidentFilter alone = filter;
        alone.categories = {snapshot->categories.all()[i].code};
        CHECK(facets.categories[i] == selected(*snapshot, alone));
        total += facets.categories[i];
    }
    CHECK(total > selected(*snapshot, filter));
}

TEST_CASE("every count is what choosing that organisation alone would select")
{
    const auto snapshot = sample();
    const IncidentFilter filter = narrow(*snapshot);
    const Facets facets = countFacets(*snapshot, filter);
    REQUIRE(facets.organisations.size() == static_cast<std::size_t>(snapshot->organisations.size()));
    REQUIRE(facets.organisations.size() > 2);
    for (std::size_t i = 0; i < facets.organisations.size(); ++i) {
        IncidentFilter alone = filter;
        alone.organisations = {snapshot->organisations.at(static_cast<qsizetype>(i))};
        CHECK(facets.organisations[i] == selected(*snapshot, alone));
    }
}

TEST_CASE("the period shows incidents of all times, and only those of the rest of the filter")
{
    const auto snapshot = sample();
    const IncidentFilter filter = narrow(*snapshot);
    const Facets facets = countFacets(*snapshot, filter);
    IncidentFilter anyTime = filter;
    anyTime.from = {};
    anyTime.to = {};
    CHECK(static_cast<qint64>(facets.dates.size()) == selected(*snapshot, anyTime));
    const auto inPeriod = std::count_if(facets.dates.begin(), facets.dates.end(), [&](std::int32_t day) {
        const QDate date = QDate(1970, 1, 1).addDays(day);
        return date >= filter.from && date < filter.to;
    });
    CHECK(inPeriod == selected(*snapshot, filter));
    CHECK(static_cast<std::size_t>(inPeriod) < facets.dates.size());
}

TEST_CASE("the week shows the hours that are not chosen, too")
{
    const auto snapshot = sample();
    IncidentFilter filter = narrow(*snapshot);
    const Facets facets = countFacets(*snapshot, filter);
    filter.hours.reset();
    for (const std::size_t hour : {4 * 24 + 21, 5 * 24 + 1, 24 + 8}) {
        filter.hours.reset();
        filter.hours.set(hour);
        CHECK(static_cast<qint64>(facets.profile.weights[hour]) == selected(*snapshot, filter));
    }
    double outside = 0.0;
    for (std::size_t hour = 0; hour < 168; ++hour)
        outside += hour % 24 < 14 ? facets.profile.weights[hour] : 0.0;
    CHECK(outside > 0.0);
}

TEST_CASE("an incident of a category that the list does not know counts for none")
{
    const auto snapshot = snapshotOf({incident("ZZ", utc(2025, 1, 1)), incident("N1", utc(2025, 1, 1))});
    const Facets facets = countFacets(*snapshot, {});
    CHECK(std::accumulate(facets.categories.begin(), facets.categories.end(), qint64{0}) == 1);
    CHECK(facets.organisations == std::vector<qint64>{2});
}

TEST_CASE("before a file is open there is nothing to count")
{
    const Facets facets = countFacets(workspace::Snapshot{}, {});
    CHECK(facets.categories.empty());
    CHECK(facets.organisations.empty());
    CHECK(facets.dates.empty());
    CHECK(facets.profile.counted == 0);
}
