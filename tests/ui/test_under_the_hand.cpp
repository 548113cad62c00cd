// What the window spares while a hand moves: pictures kept, very many rows and symbols left until it rests.

#include "store/incident_store.h"
#include "support/catch.h"
#include "ui/chosen_incidents.h"
#include "ui/map_controller.h"
#include "ui/map_view.h"
#include "ui/map_view_layer.h"
#include "ui/table_panel.h"
#include "workspace/map_ground.h"
#include "workspace/workspace.h"

#include <QPainter>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace hk;
using namespace hk::ui;

namespace {

constexpr int patience = 20'000; // ms; a condition ends the wait
constexpr std::size_t many = 6000;

/// A file of incidents on a raster, every third of another category.
QString fileOf(const QTemporaryDir& folder, std::size_t count)
{
    const QString path = folder.filePath(QStringLiteral("many.gpkg"));
    auto store = store::IncidentStore::create(path, {});
    REQUIRE(store.has_value());
    std::vector<Incident> incidents;
    const Sweref99 hub = workspace::hub();
    const QDateTime first(QDate(2024, 1, 1), QTime(0, 0), Qt::UTC);
    for (std::size_t i = 0; i < count; ++i) {
        Incident incident;
        incident.id = QUuid::createUuidV5(QUuid(), QString::number(i));
        incident.category = i % 3 == 0 ? QStringLiteral("S2") : QStringLiteral("N1");
        incident.occurredFrom = incident.occurredTo = first.addSecs(600 * static_cast<qint64>(i));
        incident.position = {hub.easting + 9.0 * static_cast<double>(i % 80),
                             hub.northing + 9.0 * static_cast<double>(i / 80)};
        incident.precision = Precision::Point;
        incident.radius = 10;
        incidents.push_back(std::move(incident));
    }
    REQUIRE(store->insert(incidents).has_value());
    return path;
}

IncidentFilter only(const char* category)
{
    IncidentFilter filter;
    filter.categories = {QString::fromLatin1(category)};
    return filter;
}

/// A map with its controller over a file.
struct MapDesk {
    explicit MapDesk(std::size_t count)
        : path(fileOf(folder, count))
        , workspace(map::Basemap::embedded().value())
        , ground(workspace.basemap())
        , controller(workspace, ground, map, chosen)
    {
        map.resize(640, 480);
        map.setAnimated(false);
        controller.setDark(false);
        map.show();
        REQUIRE(QTest::qWaitForWindowExposed(&map));
        workspace.open(path);
        REQUIRE(QTest::qWaitFor([this] { return workspace.isOpen() && isSettled(); }, patience));
    }
    bool isSettled() const { return controller.isSettled() && map.isSettled(); }

    QTemporaryDir folder;
    QString path;
    workspace::Workspace workspace;
    workspace::MapGround ground;
    ChosenIncidents chosen;
    MapView map;
    MapController controller;
};

} // namespace

TEST_CASE("what lies over the heatmap is drawn anew only where something of it changed")
{
    QImage window(64, 48, QImage::Format_RGB32);
    const auto paint = [&](MapLayerPicture& layer, const MapLayerPicture::Look& look, bool stands = true) {
        window.fill(Qt::white);
        QPainter painter(&window);
        layer.paint(painter, look, stands, [](QPainter& to) { to.fillRect(4, 4, 8, 8, Qt::red); });
        painter.end();
        CHECK(window.pixel(6, 6) == QColor(Qt::red).rgba());
        CHECK(window.pixel(20, 20) == QColor(Qt::white).rgba());
    };
    MapLayerPicture layer;
    MapLayerPicture::Look look;
    look.camera.size = {64, 48};
    for (int i = 0; i < 10; ++i)
        paint(layer, look);
    CHECK(layer.drawings() == 2); // at once, and for the picture
    look.hotspots = std::make_shared<const map::HotspotLayer>();
    for (int i = 0; i < 10; ++i)
        paint(layer, look);
    CHECK(layer.drawings() == 3); // the look before had stood: a picture at once
    for (int i = 0; i < 5; ++i) {
        look.camera.zoom += 0.1;
        paint(layer, look, false); // while the map moves no picture is worth it
    }
    CHECK(layer.drawings() == 8);
    for (int i = 0; i < 5; ++i) {
        look.hotspots = std::make_shared<const map::HotspotLayer>();
        paint(layer, look); // nor of what is another each time
    }
    CHECK(layer.drawings() == 13);
}

TEST_CASE("a table of very many rows is filled once when the hand rests, one of few at each step")
{
    QTemporaryDir folder;
    auto store = store::IncidentStore::open(fileOf(folder, many), store::Access::ReadOnly);
    REQUIRE(store.has_value());
    const workspace::SnapshotPtr snapshot = workspace::loadSnapshot(*store).value();
    ChosenIncidents chosen;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    TablePanel panel(chosen, settings);
    panel.show();
    REQUIRE(QTest::qWaitForWindowExposed(&panel));
    std::vector<std::uint32_t> rows(many);
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        rows[i] = i;
    panel.setContent(snapshot, rows); // another table: what stands there is no longer true
    CHECK(panel.model().rowCount() == static_cast<int>(many));
    QSignalSpy filled(&panel.model(), &QAbstractItemModel::modelReset);
    for (int step = 0; step < 20; ++step) {
        rows.pop_back();
        panel.setContent(snapshot, rows);
    }
    CHECK(filled.count() == 0);
    REQUIRE(QTest::qWaitFor([&] { return filled.count() > 0; }, patience));
    CHECK(panel.model().rowCount() == static_cast<int>(many) - 20);
    CHECK(filled.count() == 1);
    rows.resize(100);
    panel.setContent(snapshot, rows);
    CHECK(panel.model().rowCount() == 100);
    CHECK(filled.count() == 2);
}

TEST_CASE("where no density is to come the symbols of very many incidents are those of the selection all the same")
{
    MapDesk desk(3 * many);
    QSignalSpy failed(&desk.workspace, &workspace::Workspace::failed);
    workspace::MapSettings settings = desk.workspace.settings();
    settings.bandwidth = 10; // below the cell
    desk.workspace.setFilter(only("N1"));
    desk.workspace.setSettings(settings);
    REQUIRE(QTest::qWaitFor([&] { return failed.count() > 0 && !desk.workspace.isAnalysing(); }, patience));
    REQUIRE(desk.map.scene().incidents);
    CHECK(desk.map.scene().incidents->rows() == desk.workspace.selection().rows);
}

TEST_CASE("outlines of a preview are in its picture, and those of the analysis come with their ranks")
{
    MapDesk desk(800);
    int previews = 0;
    QObject::connect(&desk.map, &MapView::sceneChanged, &desk.map, [&] {
        const map::MapScene& scene = desk.map.scene();
        if (!scene.heatmap || !scene.heatmap->outlines)
            return;
        ++previews;
        if (!desk.controller.isUpToDate())
            CHECK_FALSE(scene.hotspots);
    });
    // On a machine with much else to do the exact density may come before the preview: then once more.
    for (int attempt = 0; previews == 0 && attempt < 20; ++attempt) {
        desk.workspace.setFilter(only(attempt % 2 == 0 ? "S2" : "N1"));
        REQUIRE(QTest::qWaitFor([&] { return desk.isSettled(); }, patience));
    }
    CHECK(previews > 0);
    REQUIRE(desk.map.scene().hotspots);
    CHECK(desk.map.scene().hotspots->hotspots->front().rank == 1);
    CHECK_FALSE(desk.map.scene().heatmap->outlines);
}
