#include "workspace/name_sources.h"

#include "map/basemap.h"
#include "support/catch.h"
#include "workspace/map_analysis.h"

#include <QSignalSpy>

using namespace hk;
using namespace hk::workspace;

TEST_CASE("a file without names is said to be so, and the map's own names are found all the same")
{
    const map::PlaceSearch places(map::Basemap::embedded().value());
    NameSources sources(places);
    QSignalSpy changed(&sources, &NameSources::changed);
    QSignalSpy failed(&sources, &NameSources::failed);
    sources.set({QStringLiteral("/none/such.gpkg")});
    REQUIRE(changed.wait(20'000));
    REQUIRE(failed.size() == 1);
    CHECK(failed.front().front().value<Error>().code == ErrorCode::FileNotFound);
    CHECK_FALSE(places.hasIndexes());
    CHECK_FALSE(places.find(QStringLiteral("brogatan"), hub()).empty());
}

TEST_CASE("of two wishes for names only the newest is heard")
{
    const map::PlaceSearch places(map::Basemap::embedded().value());
    NameSources sources(places);
    QSignalSpy changed(&sources, &NameSources::changed);
    QSignalSpy failed(&sources, &NameSources::failed);
    sources.set({QStringLiteral("/none/such.gpkg")});
    sources.set({});
    REQUIRE(changed.wait(20'000));
    CHECK(failed.isEmpty());
    CHECK(changed.size() == 1);
}
