#include "support/catch.h"
#include "support/http_server.h"
#include "ui/area_map_dialog.h"
#include "ui/basemap_dialog.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hk;
using namespace std::chrono_literals;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

constexpr int patience = 20'000; // milliseconds; a signal ends the wait
constexpr exchange::MapExtent extent{319500.0, 6393500.0, 321500.0, 6394500.0};

const QByteArray town = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\">\n"
                        "<node id=\"1\" lat=\"57.6555\" lon=\"11.9800\"/><node id=\"2\" lat=\"57.6560\" lon=\"11.9810\"/>\n"
                        "<way id=\"7\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"highway\" v=\"residential\"/></way>\n"
                        "<way id=\"8\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"power\" v=\"line\"/></way>\n</osm>\n";

void write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(text);
}

template <class T>
T* part(const QWidget& dialog, const char* name)
{
    T* found = dialog.findChild<T*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return found;
}

struct Asking {
    QTemporaryDir folder;
    test::HttpServer server;
    workspace::OverpassSettings settings;
    std::unique_ptr<ui::AreaMapDialog> dialog;

    Asking()
    {
        settings.server = server.url(u("/api/interpreter"));
        settings.cacheFolder = folder.filePath(u("cache"));
        dialog = std::make_unique<ui::AreaMapDialog>(std::make_shared<net::HttpClient>(u("karta@example.org"), 2, 5ms), settings,
                                                     extent, folder.path());
        dialog->show();
    }
    void press() { QTest::mouseClick(part<QPushButton>(*dialog, "areaPrimary"), Qt::LeftButton); }
};

const QByteArray count = R"({"elements":[{"type":"count","id":0,"tags":{"nodes":"2","ways":"2","relations":"0"}}]})";

} // namespace

TEST_CASE("a map is built from an extract in the window, counted and handed over")
{
    QTemporaryDir folder;
    write(folder.filePath(u("molndal.osm")), town);
    ui::BasemapDialog dialog(folder.path(), extent);
    dialog.show();
    CHECK_FALSE(part<QPushButton>(dialog, "basemapPrimary")->isEnabled());
    dialog.setExtract(folder.filePath(u("molndal.osm")));
    CHECK(part<QLineEdit>(dialog, "basemapTarget")->text() == folder.filePath(u("molndal.gpkg")));
    QSignalSpy ended(&dialog, &ui::BasemapDialog::buildingEnded);
    QSignalSpy built(&dialog, &ui::BasemapDialog::built);
    auto* primary = part<QPushButton>(dialog, "basemapPrimary");
    QTest::mouseClick(primary, Qt::LeftButton);
    REQUIRE(ended.wait(patience));
    CHECK(ended.front().front().toBool());
    CHECK(part<QWidget>(dialog, "mapBuildCounts")->isVisible());
    CHECK(part<QLabel>(dialog, "mapBuildLeftOut")->text().contains(u("1")));
    CHECK(built.isEmpty());
    QTest::mouseClick(primary, Qt::LeftButton);
    REQUIRE(built.size() == 1);
    CHECK(built.front().front().toString() == folder.filePath(u("molndal.gpkg")));
    CHECK_FALSE(dialog.isVisible());
}

TEST_CASE("a map that is there is not replaced unasked, and a broken extract is said")
{
    QTemporaryDir folder;
    write(folder.filePath(u("molndal.osm")), town.left(200));
    write(folder.filePath(u("karta.gpkg")), "min karta");
    ui::BasemapDialog dialog(folder.path(), std::nullopt);
    dialog.show();
    CHECK(part<QComboBox>(dialog, "basemapExtent")->count() == 1);
    dialog.setExtract(folder.filePath(u("molndal.osm")));
    QSignalSpy ended(&dialog, &ui::BasemapDialog::buildingEnded);
    dialog.build();
    REQUIRE(ended.wait(patience));
    CHECK_FALSE(ended.front().front().toBool());
    CHECK(part<QLabel>(dialog, "mapBuildFault")->text().contains(u("molndal.osm")));
    dialog.setTarget(folder.filePath(u("karta.gpkg")));
    dialog.build();
    REQUIRE(ended.wait(patience));
    CHECK(part<QLabel>(dialog, "mapBuildFault")->text().contains(u("karta.gpkg")));
    CHECK(QFile(folder.filePath(u("karta.gpkg"))).size() == 9);
    CHECK(ui::freeMapName(folder.path(), u("karta")) == folder.filePath(u("karta 2.gpkg")));
}

TEST_CASE("an area is fetched after its size has been shown, and nothing is sent before a button is pressed")
{
    Asking asking;
    asking.server.answers(u("/api/interpreter"), {{.body = count, .type = "application/json"}, {.body = town}});
    CHECK(asking.server.count() == 0);
    QSignalSpy sized(asking.dialog.get(), &ui::AreaMapDialog::sizeKnown);
    QSignalSpy ended(asking.dialog.get(), &ui::AreaMapDialog::buildingEnded);
    QSignalSpy built(asking.dialog.get(), &ui::AreaMapDialog::built);
    asking.press();
    REQUIRE(sized.wait(patience));
    CHECK(part<QLabel>(*asking.dialog, "areaSize")->isVisible());
    CHECK(asking.server.count() == 1);
    asking.press();
    REQUIRE(ended.wait(patience));
    CHECK(ended.front().front().toBool());
    CHECK(asking.server.count() == 2);
    asking.press();
    REQUIRE(built.size() == 1);
    CHECK(QFile::exists(built.front().front().toString()));
}

TEST_CASE("a server that does not answer as it should is said, and asked again when one likes")
{
    Asking asking;
    asking.server.answer(u("/api/interpreter"), {.status = 504});
    QSignalSpy sized(asking.dialog.get(), &ui::AreaMapDialog::sizeKnown);
    asking.press();
    REQUIRE(sized.wait(patience));
    CHECK(part<QLabel>(*asking.dialog, "mapBuildFault")->isVisible());
    CHECK(part<QPushButton>(*asking.dialog, "areaPrimary")->isEnabled());
    part<QLineEdit>(*asking.dialog, "areaServer")->setText(u("ftp://example.org"));
    asking.press();
    CHECK(asking.server.count() == 1);
}

TEST_CASE("cancelling while an area is fetched leaves the dialog and no file")
{
    Asking asking;
    asking.server.answers(u("/api/interpreter"), {{.body = count, .type = "application/json"}, {.hang = true}});
    QSignalSpy sized(asking.dialog.get(), &ui::AreaMapDialog::sizeKnown);
    QSignalSpy ended(asking.dialog.get(), &ui::AreaMapDialog::buildingEnded);
    asking.press();
    REQUIRE(sized.wait(patience));
    asking.press();
    REQUIRE(asking.server.waitFor(2));
    asking.dialog->reject();
    REQUIRE(ended.size() == 1);
    CHECK_FALSE(ended.front().front().toBool());
    CHECK(asking.dialog->isVisible());
    CHECK(QDir(asking.folder.path()).entryList({u("*.gpkg")}, QDir::Files).isEmpty());
    asking.dialog->reject();
    CHECK_FALSE(asking.dialog->isVisible());
}
