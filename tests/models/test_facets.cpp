#include "models/facets.h"
#include "models_support.h"

using namespace hk;
using namespace hk::test;

TEST_CASE("A chosen category does not hide the counts of the others", "[models]")
{
    const auto snapshot = snapshotOf({incident("N1", "", utc(2025, 1, 1)), incident("S2", "", utc(2025, 1, 1)),
                                      incident("S2", "", utc(2024, 1, 1))});
    IncidentFilter filter;
    filter.categories = {u("N1")};
    filter.from = QDate(2025, 1, 1);
    const models::Facets facets = models::countFacets(*snapshot, filter);
    CHECK(facets.categories[static_cast<std::size_t>(snapshot->categories.indexOf(u("N1")))] == 1);
    CHECK(facets.categories[static_cast<std::size_t>(snapshot->categories.indexOf(u("S2")))] == 1);
    CHECK(facets.dates.size() == 1); // all times of the chosen category
    CHECK(facets.organisations == std::vector<qint64>{1});
    CHECK(facets.profile.counted == 1);
}

TEST_CASE("An empty file has counts of nothing", "[models]")
{
    const models::Facets facets = models::countFacets(workspace::Snapshot{}, {});
    CHECK(facets.dates.empty());
}
