#include "store/schema.h"
#include "store/store_opener.h"
#include "store_fixture.h"

using namespace hk;
using namespace hk::store;
using namespace hk::store::test;

namespace {

StoredLayer layer(const QString& title)
{
    StoredLayer made;
    made.id = QUuid::createUuid();
    made.title = title;
    made.kind = QStringLiteral("file");
    made.source = QStringLiteral("../kartor/öar \"1\".gpkg");
    made.layer = QStringLiteral("lager");
    made.crs = QStringLiteral("EPSG:3007");
    made.style = R"({"colour":"#112233"})";
    made.visible = false;
    made.role = QStringLiteral("areas");
    return made;
}

} // namespace

TEST_CASE("layers are read back in their order, after reordering too, and leave no entry in the log")
{
    StoreFixture fixture;
    auto store = fixture.create();
    CHECK(fixture.require(store.layers()).empty());
    std::vector<StoredLayer> layers{layer(QStringLiteral("A")), layer(QStringLiteral("B")), layer(QStringLiteral("C"))};
    fixture.require(store.setLayers(layers));
    CHECK(fixture.require(store.layers()) == layers);
    std::swap(layers[0], layers[2]);
    fixture.require(store.setLayers(layers));
    auto again = fixture.open();
    CHECK(fixture.require(again.layers()) == layers);
    CHECK(fixture.require(again.log()).empty());
}

TEST_CASE("a list with the same layer twice, or with a style that is no JSON, changes nothing")
{
    StoreFixture fixture;
    auto store = fixture.create();
    const std::vector<StoredLayer> layers{layer(QStringLiteral("A"))};
    fixture.require(store.setLayers(layers));
    CHECK_FALSE(store.setLayers({layers[0], layers[0]}));
    StoredLayer spoilt = layer(QStringLiteral("B"));
    spoilt.style = "{";
    CHECK_FALSE(store.setLayers({spoilt}));
    CHECK(fixture.require(store.layers()) == layers);
}

TEST_CASE("layers of a file opened for reading cannot be stored")
{
    StoreFixture fixture;
    fixture.create();
    auto store = fixture.open(Access::ReadOnly);
    const auto stored = store.setLayers({layer(QStringLiteral("A"))});
    REQUIRE_FALSE(stored);
    CHECK(stored.error().code == ErrorCode::FileReadOnly);
}

TEST_CASE("a file of version 2 gets its list of layers after a backup copy")
{
    StoreFixture fixture;
    fixture.require(writeNewFile(fixture.path(), {}, 2));
    auto store = fixture.open();
    const StoreInfo info = fixture.require(store.info());
    CHECK(info.schemaVersion == currentSchemaVersion());
    CHECK(info.schemaBackup.endsWith(QStringLiteral("incidents.backups/incidents-20240301T120000Z-schema.gpkg")));
    CHECK(fixture.require(store.layers()).empty());
    fixture.require(store.setLayers({layer(QStringLiteral("A"))}));
    auto copy = sqlite::Database::open(info.schemaBackup.toStdString(), sqlite::OpenMode::ReadOnly);
    REQUIRE(copy);
    CHECK(readSchemaVersion(*copy).value() == 2);
}
