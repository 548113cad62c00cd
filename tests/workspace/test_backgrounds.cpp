#include "map/basemap.h"
#include "net/http_client.h"
#include "support/catch.h"
#include "support/http_server.h"
#include "workspace/backgrounds.h"
#include "workspace/map_ground.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <atomic>

using namespace hk;
using namespace hk::workspace;

namespace {

/// Backgrounds as the program has them, with a server of their own and settings in a folder that goes with the test.
struct Desk {
    QTemporaryDir folder;
    test::HttpServer server;
    QSettings settings{folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat};
    std::shared_ptr<const map::Basemap> embedded =
        map::Basemap::fromGeoJson({{map::BasemapTheme::Place,
                                    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"class":"town",
                                    "name":"Mölndal"},"geometry":{"type":"Point","coordinates":[12.0187,57.6556]}}]})"}})
            .value();
    MapGround ground{embedded};

    std::unique_ptr<Backgrounds> open()
    {
        tiles::SourceServices services;
        services.http = std::make_shared<net::HttpClient>(QString());
        services.cacheFolder = folder.filePath(QStringLiteral("cache"));
        auto made = std::make_unique<Backgrounds>(ground, settings, services, nullptr);
        made->start();
        return made;
    }

    tiles::SourceSpec tilesOfServer() const
    {
        tiles::SourceSpec spec;
        spec.title = QStringLiteral("Kommunens karta");
        spec.address = server.url().toString() + QStringLiteral("{z}/{x}/{y}.png");
        return spec;
    }
};

} // namespace

TEST_CASE("the embedded map is the background until another is chosen, and no server is asked")
{
    Desk desk;
    const auto backgrounds = desk.open();
    QTest::qWait(20);
    REQUIRE(desk.ground.background().size() == 1);
    CHECK(desk.ground.background().front().features == desk.embedded);
    CHECK(desk.server.count() == 0);
}

TEST_CASE("what was added and chosen is there the next time, with its tone, without a request before the map is drawn")
{
    Desk desk;
    {
        const auto backgrounds = desk.open();
        backgrounds->add(desk.tilesOfServer());
        backgrounds->setTone(map::Tone::Grey);
        backgrounds->setOpacity(0.5);
        backgrounds->setNamesOver(true);
    }
    const auto again = desk.open();
    REQUIRE(again->list().own.size() == 1);
    CHECK(again->list().own.front().spec == desk.tilesOfServer());
    CHECK(again->list().chosen == again->list().own.front().id);
    CHECK(QTest::qWaitFor([&] { return !again->isOpening(); }));
    CHECK_FALSE(again->failure());
    REQUIRE(desk.ground.background().size() == 2);
    const map::GroundSheet& picture = desk.ground.background().front();
    REQUIRE(picture.tiles);
    CHECK(picture.tone == map::Tone::Grey);
    CHECK(picture.opacity == 0.5);
    CHECK(desk.ground.background().back().features == desk.embedded);
    CHECK_FALSE(desk.ground.background().back().ground); // its names alone
    CHECK(desk.server.count() == 0);
}

TEST_CASE("the chosen background taken away leaves the embedded map")
{
    Desk desk;
    const auto backgrounds = desk.open();
    const QString id = backgrounds->add(desk.tilesOfServer());
    CHECK(QTest::qWaitFor([&] { return !backgrounds->isOpening(); }));
    backgrounds->remove(id);
    CHECK(backgrounds->list().own.empty());
    CHECK(backgrounds->list().chosen == BackgroundList::embedded);
    CHECK(QTest::qWaitFor([&] { return desk.ground.background().front().features == desk.embedded; }));
}

TEST_CASE("a background that was taken away comes back where it was, and chosen if it was")
{
    Desk desk;
    const auto backgrounds = desk.open();
    const QString first = backgrounds->add(desk.tilesOfServer());
    tiles::SourceSpec other = desk.tilesOfServer();
    other.address += QStringLiteral("?other");
    const QString second = backgrounds->add(other);
    backgrounds->choose(first);
    const auto before = backgrounds->list();
    const auto taken = backgrounds->takeOut(first);
    REQUIRE(taken);
    CHECK(backgrounds->list().own.size() == 1);
    CHECK(backgrounds->list().chosen == BackgroundList::embedded);
    CHECK_FALSE(backgrounds->takeOut(first));
    backgrounds->putBack(*taken);
    backgrounds->putBack(*taken); // once
    CHECK(backgrounds->list() == before);
    CHECK(readBackgrounds(desk.settings) == before);
    CHECK(QTest::qWaitFor([&] { return !backgrounds->isOpening(); }));
}

TEST_CASE("a server that is no longer allowed is not asked, and its background gives way")
{
    Desk desk;
    const auto backgrounds = desk.open();
    tiles::SourceSpec spec = desk.tilesOfServer();
    spec.address = QStringLiteral("https://karta.example/{z}/{x}/{y}.png"); // opened, and no tile of it wanted
    const QString host = QStringLiteral("karta.example");
    REQUIRE(hostsOf(spec) == QStringList{host});
    backgrounds->allow(host);
    backgrounds->add(spec);
    CHECK(backgrounds->allowedHosts() == QStringList{host});
    backgrounds->disallow(host);
    CHECK_FALSE(backgrounds->isAllowed(host));
    CHECK(backgrounds->list().chosen == BackgroundList::embedded);
    CHECK(backgrounds->list().own.size() == 1);
    CHECK(QTest::qWaitFor([&] { return !backgrounds->isOpening(); }));
}

TEST_CASE("the password of a background goes with the last one that needs it")
{
    class Secrets : public tiles::SecretStore {
    public:
        explicit Secrets(std::atomic<int>& removed) : m_removed(removed) {}
        std::optional<QString> read(const QString&, std::stop_token) override { return std::nullopt; }
        bool write(const QString&, const QString&) override { return true; }
        void remove(const QString&) override { ++m_removed; }

    private:
        std::atomic<int>& m_removed;
    };
    Desk desk;
    std::atomic<int> removed = 0;
    Backgrounds backgrounds(desk.ground, desk.settings, {}, std::make_shared<tiles::Keyring>(std::make_unique<Secrets>(removed)));
    tiles::SourceSpec spec = desk.tilesOfServer();
    spec.user = QStringLiteral("kommun");
    const QString first = backgrounds.add(spec);
    spec.address += QStringLiteral("?other");
    const QString second = backgrounds.add(spec);
    backgrounds.remove(first);
    QThreadPool::globalInstance()->waitForDone();
    CHECK(removed == 0);
    backgrounds.remove(second);
    QThreadPool::globalInstance()->waitForDone();
    CHECK(removed == 1);
}

TEST_CASE("a background that is not there any more says so and keeps the embedded map")
{
    Desk desk;
    tiles::SourceSpec gone;
    gone.kind = tiles::SourceSpec::Kind::VectorMap;
    gone.address = desk.folder.filePath(QStringLiteral("gone.gpkg"));
    const auto backgrounds = desk.open();
    backgrounds->add(gone);
    CHECK(QTest::qWaitFor([&] { return backgrounds->failure().has_value(); }));
    CHECK(backgrounds->failure()->code == ErrorCode::FileNotFound);
    CHECK(desk.ground.background().front().features == desk.embedded);
}

TEST_CASE("settings that somebody spoilt give the embedded map")
{
    Desk desk;
    {
        const auto backgrounds = desk.open();
        backgrounds->add(desk.tilesOfServer());
    }
    for (const QString& key : desk.settings.allKeys())
        desk.settings.setValue(key, QStringLiteral("[{\"kind\":\"fly\"}"));
    const BackgroundList list = readBackgrounds(desk.settings);
    CHECK(list.own.empty());
    CHECK(list.chosen == BackgroundList::embedded);
}
