#include "store_fixture.h"

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

TEST_CASE("ways of importing are kept by name for the next desk, and leave no entry in the log")
{
    StoreFixture fixture;
    auto store = fixture.create();
    CHECK(fixture.require(store.importPlans()).empty());
    const StoredImportPlan first{QStringLiteral("Väktarbolaget"), R"(["Datum","Plats"])", R"({"crs":"EPSG:3007"})"};
    fixture.require(store.putImportPlan(first));
    const StoredImportPlan changed{QStringLiteral("Väktarbolaget"), R"(["Datum"])", "{}"};
    const StoredImportPlan second{QStringLiteral("Aktör \"2\""), "[]", "{}"};
    fixture.require(store.putImportPlan(second));
    fixture.require(store.putImportPlan(changed));
    auto again = fixture.open();
    CHECK(fixture.require(again.importPlans()) == std::vector<StoredImportPlan>{second, changed});
    CHECK(fixture.require(again.log()).empty());
    fixture.require(again.removeImportPlan(second.name));
    CHECK(fixture.require(again.importPlans()) == std::vector<StoredImportPlan>{changed});
}

TEST_CASE("a way of importing without a name, or into a file opened for reading, is refused")
{
    StoreFixture fixture;
    auto store = fixture.create();
    CHECK_FALSE(store.putImportPlan({}));
    CHECK_FALSE(store.putImportPlan({QStringLiteral("A"), "[", "{}"}));
    auto reading = fixture.open(Access::ReadOnly);
    CHECK(reading.putImportPlan({QStringLiteral("A"), "[]", "{}"}).error().code == ErrorCode::FileReadOnly);
}
