#include "map/style.h"
#include "ui/area_names.h"
#include "ui/filter_panel.h"
#include "ui/map_area.h"
#include "ui/map_view.h"
#include "ui/map_view_furniture.h"
#include "ui/network_dialog.h"
#include "ui/search_box.h"
#include "window_support.h"
#include "workspace/backgrounds.h"

#include <QAction>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QUuid>

using namespace hk;
using namespace hk::ui;
using namespace hk::test;

namespace {

/// Two areas side by side at Mölndals bro, with a code and a name.
QString areaFile(const QTemporaryDir& folder)
{
    const auto feature = [](const char* code, const char* name, double west) {
        const auto number = [](double value) { return QByteArray::number(value, 'f', 1); };
        const QByteArray l = number(west), r = number(west + 300), b = "6394000.0", t = "6394600.0";
        return QByteArray(R"({"type":"Feature","properties":{"objectid":)") + number(west)
               + R"(,"identitet":")" + QUuid::createUuidV5(QUuid(), QByteArray(code)).toByteArray(QUuid::WithoutBraces) + R"(","kod":")" + code + R"(","namn":")" + name
               + R"("},"geometry":{"type":"Polygon","coordinates":[[[)" + l + "," + b + "],[" + r + "," + b + "],[" + r + "," + t + "],[" + l
               + "," + t + "],[" + l + "," + b + "]]]}}";
    };
    const QString path = folder.filePath(u("omraden.geojson"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::3006"}},"features":[)"
               + feature("1481Z0010", "V\xC3\xA4stra \xC3\xA5n", 321800) + "," + feature("1481Z0020", "\xC3\x96stra \xC3\xA5n", 322100) + "]}");
    return path;
}

MapFurniture furnitureWith(int layers, int pixelSize)
{
    MapFurniture furniture;
    furniture.font.setPixelSize(pixelSize);
    furniture.attribution = u("Underlag: © OpenStreetMaps bidragsgivare, © Lantmäteriet, © SCB, Trafikverket");
    furniture.coordinates = coordinatesText(6394263, 321991, 57.65540, 12.01650);
    furniture.metresPerPixel = 0.83;
    furniture.scale = map::ColourScale::forMaximum(12345.0);
    furniture.remarks = {u("12 incidents without an exact place are not shown in the heatmap.")};
    furniture.title = u("1 januari 2024 – 31 mars 2024");
    for (int i = 0; i < layers; ++i)
        furniture.layers.push_back({{map::LegendSign::Kind::Layer, {}, map::GeometryKind::Line}, u("Ett lager med ett långt namn som inte tar slut")});
    return furniture;
}

} // namespace

TEST_CASE("the legend of layers never lies over other furniture, and folds to its heading")
{
    for (const QSizeF& size : {QSizeF(480, 320), QSizeF(376, 516), QSizeF(640, 480), QSizeF(1024, 700), QSizeF(1440, 900)})
        for (const int layers : {1, 5, 60})
            for (const bool hint : {false, true})
                for (const bool folded : {false, true}) {
                    MapFurniture furniture = furnitureWith(layers, 13);
                    furniture.layersFolded = folded;
                    if (hint)
                        furniture.hint = u("Double click or Enter closes the area. Backspace takes the last corner away, Esc cancels.");
                    const MapFurnitureLayout layout = layoutFurniture(furniture, size);
                    CAPTURE(size.width(), size.height(), layers, hint, folded);
                    if (size.height() > 400)
                        CHECK_FALSE(layout.layers.isEmpty());
                    if (layout.layers.isEmpty())
                        continue;
                    CHECK(QRectF(QPointF(), size).contains(layout.layers));
                    CHECK(layout.layers.contains(layout.layersHead));
                    CHECK(layout.layers.height() <= std::max(120.0, 0.5 * size.height()) + 1);
                    CHECK(layout.layerRows.rows.empty() == (folded || layout.layers == layout.layersHead));
                    for (const QRectF& other : {layout.attribution, layout.coordinates, layout.scaleBar, layout.legend, layout.hint, layout.title})
                        CHECK_FALSE(layout.layers.intersects(other));
                }
}

TEST_CASE("areas of a file are found by code and by name, and a running number or a UUID is none")
{
    const QTemporaryDir folder;
    const AreaNames::Names names = AreaNames::namesOf(areaFile(folder));
    QStringList found;
    for (const map::NameEntry& entry : names.entries)
        found.append(entry.name);
    found.sort();
    CHECK(found == QStringList{u("1481Z0010"), u("1481Z0020"), u("Västra ån"), u("Östra ån")});
    CHECK(names.sources.size() == 2);
    CHECK_THAT(names.entries.front().position.easting, WithinAbs(321950, 1));
    CHECK(names.entries.front().reach > 250);
    CHECK(AreaNames::namesOf(folder.filePath(u("nothing.gpkg"))).entries.empty());
}

TEST_CASE("the search field finds an area of the filter's files, goes there, and filters by it")
{
    Desk desk;
    desk.show();
    desk.openSample(200);
    const QString path = areaFile(desk.folder);
    desk.settings->setValue(u("filter/zoneFiles"), QStringList{path});
    SearchBox& box = desk.window->searchBox();
    box.setFocus();
    QTest::keyClicks(&box, u("1481z0020"));
    const auto row = [&](SearchModel::Kind kind) {
        for (int i = 0; i < box.found().rowCount(); ++i)
            if (box.found().hit(i).kind == kind && box.found().hit(i).title.contains(u("1481Z0020")))
                return i;
        return -1;
    };
    REQUIRE(QTest::qWaitFor([&] { return row(SearchModel::Kind::AreaFilter) >= 0; }, patience));
    REQUIRE(row(SearchModel::Kind::Place) >= 0);
    CHECK(box.found().hit(row(SearchModel::Kind::Place)).detail.contains(u("Östra ån")));
    Q_EMIT box.chosen(row(SearchModel::Kind::AreaFilter));
    REQUIRE(QTest::qWaitFor([&] { return desk.workspace->filter().zones.isActive(); }, patience));
    CHECK(desk.workspace->filter().zones.names == QStringList{u("1481Z0020")});
    CHECK(desk.workspace->filter().zones.set->nameField == u("kod"));
    desk.settle();

    // The chosen area is outlined, told in the legend and in the status line.
    CHECK(desk.window->map().scene().places != nullptr);
    CHECK(desk.window->statusText().contains(u("1481Z0020")));
    desk.window->map().grab();
    CHECK_FALSE(desk.window->map().furnitureShown().layers.isEmpty());
    Q_EMIT desk.window->filterPanel().filterChanged({});
    REQUIRE(QTest::qWaitFor([&] { return !desk.workspace->filter().zones.isActive(); }, patience));
    desk.settle();
    CHECK(desk.window->map().scene().places == nullptr);
    CHECK_FALSE(desk.window->statusText().contains(u("1481Z0020")));
}

TEST_CASE("the legend is folded by its heading or the menu, and stays so")
{
    Desk desk;
    desk.show();
    MapView& view = desk.window->map();
    view.setLegend({{{map::LegendSign::Kind::Areas, {}, {}}, u("DeSO: 1481Z0010")}});
    view.grab();
    const QRectF open = view.furnitureShown().layers;
    const QRectF head = view.furnitureShown().layersHead;
    REQUIRE_FALSE(head.isEmpty());
    const Sweref99 centre = view.centre();
    QTest::mouseClick(&view, Qt::LeftButton, {}, head.center().toPoint());
    CHECK(view.isLegendFolded());
    view.grab();
    CHECK(view.furnitureShown().layers.height() < open.height());
    CHECK(view.centre().easting == centre.easting);
    desk.restart();
    CHECK(desk.window->map().isLegendFolded());
    desk.window->map().setLegendFolded(false);
    desk.restart();
    CHECK_FALSE(desk.window->map().isLegendFolded());
}

TEST_CASE("servers and the contact address can be looked at and changed afterwards")
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(u("s.ini")), QSettings::IniFormat);
    workspace::MapGround ground(map::Basemap::embedded().value());
    workspace::Backgrounds backgrounds(ground, settings, {}, nullptr);
    backgrounds.allow(u("karta.example"));
    backgrounds.allow(u("kartor.example"));
    NetworkDialog dialog(backgrounds);
    auto* contact = dialog.findChild<QLineEdit*>(u("contact"));
    auto* hosts = dialog.findChild<QListWidget*>(u("hosts"));
    REQUIRE(contact);
    REQUIRE(hosts->count() == 2);
    contact->setText(u("no address"));
    hosts->item(0)->setCheckState(Qt::Unchecked);
    dialog.accept();
    CHECK(dialog.result() != QDialog::Accepted);
    CHECK(backgrounds.allowedHosts().size() == 2); // nothing changes before all is right
    contact->setText(u("karta@kommun.example"));
    dialog.accept();
    CHECK(dialog.result() == QDialog::Accepted);
    CHECK(backgrounds.contact() == u("karta@kommun.example"));
    CHECK(backgrounds.allowedHosts() == QStringList{u("kartor.example")});
    NetworkDialog again(backgrounds);
    CHECK(again.findChild<QLineEdit*>(u("contact"))->text() == u("karta@kommun.example"));
    again.findChild<QLineEdit*>(u("contact"))->clear();
    again.accept();
    CHECK(backgrounds.contact().isEmpty());
}
