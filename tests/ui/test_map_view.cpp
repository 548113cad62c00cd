#include "geo/transform.h"
#include "map/basemap.h"
#include "map/scene_renderer.h"
#include "map/style.h"
#include "support/catch.h"
#include "ui/map_view.h"
#include "ui/map_view_card.h"
#include "ui/map_view_furniture.h"
#include "ui/map_view_motion.h"

#include <QApplication>
#include <QLabel>
#include <QMouseEvent>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

using namespace hk;
using namespace hk::ui;

namespace {

Sweref99 bro()
{
    return geo::Sweref99Transform().toSweref(LonLat{12.0187, 57.6556});
}
Sweref99 beside(double east, double north)
{
    return {bro().easting + east, bro().northing + north};
}
double metres(const Sweref99& a, const Sweref99& b)
{
    return std::hypot(a.easting - b.easting, a.northing - b.northing);
}
double pixels(const QPointF& a, const QPointF& b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

std::shared_ptr<const map::IncidentLayer> incidentsAt(const std::vector<Sweref99>& positions)
{
    auto table = std::make_shared<analysis::IncidentTable>();
    std::vector<std::uint32_t> rows;
    for (const Sweref99& position : positions) {
        rows.push_back(static_cast<std::uint32_t>(table->size()));
        table->easting.push_back(position.easting);
        table->northing.push_back(position.northing);
        table->fromUtc.push_back(0);
        table->toUtc.push_back(0);
        table->localDate.push_back(0);
        table->localMinuteOfWeek.push_back(0);
        table->localSpanMinutes.push_back(0);
        table->category.push_back(0);
        table->organisation.push_back(0);
        table->radius.push_back(10.0F);
        table->precision.push_back(0);
        table->severity.push_back(1);
        table->flags.push_back(0);
    }
    const std::vector<map::IncidentLayer::CategorySymbol> symbols{
        {CategoryGroup{}, QStringLiteral("N"), false}};
    return std::make_shared<map::IncidentLayer>(table, rows, symbols, std::map<std::uint32_t, SwerefRing>{});
}

map::MapScene sceneWith(std::shared_ptr<const map::IncidentLayer> incidents)
{
    map::MapScene scene;
    scene.incidents = std::move(incidents);
    return scene;
}

std::shared_ptr<const map::HeatmapLayer> heatmapRoundBro()
{
    auto grid = std::make_shared<analysis::Grid>();
    grid->spec = {bro().easting - 500, bro().northing - 500, 25.0, 40, 40};
    for (int row = 0; row < 40; ++row)
        for (int column = 0; column < 40; ++column)
            grid->values.push_back(1250.0 * std::exp(-std::hypot(column - 20, row - 20) / 8.0));
    auto layer = std::make_shared<map::HeatmapLayer>();
    layer->scale = map::ColourScale::forMaximum(grid->maximum());
    layer->density = grid;
    return layer;
}

std::shared_ptr<const map::HotspotLayer> hotspotRoundBro()
{
    auto hotspots = std::make_shared<std::vector<analysis::Hotspot>>(1);
    analysis::Hotspot& hotspot = hotspots->front();
    hotspot.rank = 7;
    hotspot.centre = {bro().easting, bro().northing};
    for (const auto& [east, north] : {std::pair{-100, -100}, {100, -100}, {100, 100}, {-100, 100}})
        hotspot.polygon.outer.push_back({bro().easting + east, bro().northing + north});
    auto layer = std::make_shared<map::HotspotLayer>();
    layer->hotspots = hotspots;
    return layer;
}

struct Window {
    MapView view;
    explicit Window(int width = 800, int height = 600)
    {
        view.setAnimated(false);
        view.resize(width, height);
        view.show();
        view.setView(bro(), 16.0);
    }
    void mouse(QEvent::Type type, const QPointF& place, Qt::MouseButton button,
               Qt::KeyboardModifiers modifiers = {})
    {
        const bool down = type == QEvent::MouseButtonPress || type == QEvent::MouseButtonDblClick;
        const bool held = down || (type == QEvent::MouseMove && button != Qt::NoButton);
        QMouseEvent event(type, place, view.mapToGlobal(place),
                          type == QEvent::MouseMove ? Qt::NoButton : button, held ? button : Qt::NoButton,
                          modifiers);
        QApplication::sendEvent(&view, &event);
    }
    void click(const QPointF& place, Qt::KeyboardModifiers modifiers = {})
    {
        mouse(QEvent::MouseButtonPress, place, Qt::LeftButton, modifiers);
        mouse(QEvent::MouseButtonRelease, place, Qt::LeftButton, modifiers);
    }
    void doubleClick(const QPointF& place)
    {
        click(place);
        mouse(QEvent::MouseButtonDblClick, place, Qt::LeftButton);
        mouse(QEvent::MouseButtonRelease, place, Qt::LeftButton);
    }
    void drag(const QPointF& from, const QPointF& to, Qt::KeyboardModifiers modifiers = {})
    {
        mouse(QEvent::MouseButtonPress, from, Qt::LeftButton, modifiers);
        mouse(QEvent::MouseMove, (from + to) / 2, Qt::LeftButton, modifiers);
        mouse(QEvent::MouseMove, to, Qt::LeftButton, modifiers);
        mouse(QEvent::MouseButtonRelease, to, Qt::LeftButton, modifiers);
    }
    void wheel(const QPointF& place, int turned)
    {
        QWheelEvent event(place, view.mapToGlobal(place), {}, {0, turned}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&view, &event);
    }
    void show(const map::MapScene& scene)
    {
        view.setScene(scene);
        view.setCardText([](const std::vector<std::uint32_t>& rows) {
            return QStringList{QStringLiteral("%1 rows").arg(rows.size())};
        });
    }
    const MapCard& card() const { return *view.findChild<MapCard*>(); }
};

MapFurniture fullFurniture(int pixelSize)
{
    MapFurniture furniture;
    furniture.font.setPixelSize(pixelSize);
    furniture.attribution =
        QStringLiteral("Underlag: © OpenStreetMaps bidragsgivare, © Lantmäteriet, © SCB, Trafikverket");
    furniture.coordinates = coordinatesText(6394263, 321991, 57.65540, 12.01650);
    furniture.metresPerPixel = 0.83;
    furniture.scale = map::ColourScale::forMaximum(12345.0);
    furniture.remarks = {QStringLiteral("12 incidents without an exact place are not shown in the heatmap.")};
    furniture.hint = QStringLiteral("Click the place on the map. Esc cancels.");
    return furniture;
}

} // namespace

TEST_CASE("what is under the hand stays under it while the map is dragged")
{
    Window window;
    const Sweref99 held = window.view.toSweref({300, 200});
    window.drag({300, 200}, {450, 320});
    CHECK(metres(window.view.toSweref({450, 320}), held) < 0.05);
    CHECK(window.view.zoom() == 16.0);
}

TEST_CASE("the right button does not move the map")
{
    Window window;
    const Sweref99 before = window.view.centre();
    window.mouse(QEvent::MouseButtonPress, {300, 200}, Qt::RightButton);
    window.mouse(QEvent::MouseMove, {450, 320}, Qt::RightButton);
    window.mouse(QEvent::MouseButtonRelease, {450, 320}, Qt::RightButton);
    CHECK(metres(window.view.centre(), before) == 0.0);
}

TEST_CASE("the wheel zooms about the cursor")
{
    Window window;
    const Sweref99 pointed = window.view.toSweref({620, 130});
    window.wheel({620, 130}, 240);
    CHECK(window.view.zoom() == 17.0);
    CHECK(metres(window.view.toSweref({620, 130}), pointed) < 0.05);
    window.wheel({620, 130}, -480);
    CHECK(window.view.zoom() == 15.0);
    CHECK(metres(window.view.toSweref({620, 130}), pointed) < 0.05);
}

TEST_CASE("small turns of a fine wheel add up")
{
    Window window;
    for (int i = 0; i < 12; ++i)
        window.wheel({100, 100}, 10);
    CHECK_THAT(window.view.zoom(), WithinAbs(16.5, 1e-9));
}

TEST_CASE("zoom stays between 10 and 20")
{
    Window window;
    window.wheel({100, 100}, 12000);
    CHECK(window.view.zoom() == 20.0);
    window.wheel({100, 100}, -12000);
    CHECK(window.view.zoom() == 10.0);
}

TEST_CASE("the keyboard pans, zooms and goes home")
{
    Window window;
    QTest::keyClick(&window.view, Qt::Key_Right);
    CHECK(window.view.centre().easting > bro().easting + 50);
    QTest::keyClick(&window.view, Qt::Key_Up);
    CHECK(window.view.centre().northing > bro().northing + 50);
    QTest::keyClick(&window.view, Qt::Key_Plus);
    CHECK(window.view.zoom() == 16.5);
    QTest::keyClick(&window.view, Qt::Key_Minus);
    QTest::keyClick(&window.view, Qt::Key_Minus);
    CHECK(window.view.zoom() == 15.5);
    QTest::keyClick(&window.view, Qt::Key_Home);
    CHECK(metres(window.view.centre(), bro()) < 1.0);
}

TEST_CASE("going to a place shows the circle round it, whole and not tiny")
{
    Window window;
    window.view.goTo(beside(2000, -1500), 300.0);
    CHECK(metres(window.view.centre(), beside(2000, -1500)) < 0.5);
    const double radius = pixels(window.view.toWindow(beside(2300, -1500)), QPointF(400, 300));
    CHECK(radius < 300.0);
    CHECK(radius > 200.0);
}

TEST_CASE("a double click on the map zooms in about it")
{
    Window window;
    const Sweref99 pointed = window.view.toSweref({620, 130});
    window.doubleClick({620, 130});
    CHECK(window.view.zoom() == 17.0);
    CHECK(metres(window.view.toSweref({620, 130}), pointed) < 0.05);
}

TEST_CASE("Shift and drag zoom to the rectangle")
{
    Window window;
    const Sweref99 middle = window.view.toSweref({300, 225});
    window.drag({200, 150}, {400, 300}, Qt::ShiftModifier);
    CHECK(metres(window.view.centre(), middle) < 0.1);
    CHECK_THAT(window.view.zoom(), WithinAbs(18.0, 1e-6)); // a quarter of the window
}

TEST_CASE("a picked place is the place that was clicked, to the metre, and ends the mode")
{
    Window window;
    QSignalSpy picked(&window.view, &MapView::placePicked);
    Sweref99 place;
    QObject::connect(&window.view, &MapView::placePicked,
                     [&](const Sweref99& position) { place = position; });
    window.view.setMode(MapView::Mode::PickPlace);
    CHECK(window.view.cursor().shape() == Qt::CrossCursor);
    window.click(window.view.toWindow(beside(120, -80)));
    REQUIRE(picked.count() == 1);
    CHECK(metres(place, beside(120, -80)) < 1.0);
    CHECK(window.view.mode() == MapView::Mode::Browse);
}

TEST_CASE("who hears of a picked place may ask for the next at once")
{
    Window window;
    QObject::connect(&window.view, &MapView::placePicked,
                     [&] { window.view.setMode(MapView::Mode::PickPlace); });
    window.view.setMode(MapView::Mode::PickPlace);
    window.click({100, 100});
    CHECK(window.view.mode() == MapView::Mode::PickPlace);
}

TEST_CASE("the map can be moved while a place is being picked, and Esc picks none")
{
    Window window;
    QSignalSpy picked(&window.view, &MapView::placePicked);
    window.view.setMode(MapView::Mode::PickPlace);
    window.drag({300, 200}, {450, 320});
    CHECK(window.view.mode() == MapView::Mode::PickPlace);
    QTest::keyClick(&window.view, Qt::Key_Escape);
    CHECK(window.view.mode() == MapView::Mode::Browse);
    CHECK(picked.isEmpty());
}

TEST_CASE("an area is drawn corner by corner and closed with Enter or a double click")
{
    Window window;
    std::vector<SwerefRing> rings;
    QObject::connect(&window.view, &MapView::areaDrawn,
                     [&](const SwerefRing& ring) { rings.push_back(ring); });
    const std::vector<QPointF> corners{{100, 100}, {300, 120}, {280, 300}};

    window.view.setMode(MapView::Mode::DrawArea);
    for (const QPointF& corner : corners)
        window.click(corner);
    window.click({500, 500});
    QTest::keyClick(&window.view, Qt::Key_Backspace);
    QTest::keyClick(&window.view, Qt::Key_Return);
    REQUIRE(rings.size() == 1);
    REQUIRE(rings[0].size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(metres(rings[0][i], window.view.toSweref(corners[i])) < 0.05);
    CHECK(window.view.mode() == MapView::Mode::Browse);

    window.view.setMode(MapView::Mode::DrawArea);
    window.click(corners[0]);
    window.click(corners[1]);
    window.doubleClick(corners[2]);
    REQUIRE(rings.size() == 2);
    CHECK(rings[1].size() == 3);
}

TEST_CASE("two corners are no area, and Esc draws none")
{
    Window window;
    QSignalSpy drawn(&window.view, &MapView::areaDrawn);
    window.view.setMode(MapView::Mode::DrawArea);
    window.click({100, 100});
    window.click({200, 100});
    QTest::keyClick(&window.view, Qt::Key_Return);
    CHECK(window.view.mode() == MapView::Mode::DrawArea);
    QTest::keyClick(&window.view, Qt::Key_Escape);
    CHECK(window.view.mode() == MapView::Mode::Browse);
    CHECK(drawn.isEmpty());
}

TEST_CASE("a click on a symbol chooses its row and shows its card; Ctrl adds")
{
    Window window;
    window.show(sceneWith(incidentsAt({beside(0, 0), beside(150, 0)})));
    std::vector<std::pair<std::vector<std::uint32_t>, bool>> clicked;
    QObject::connect(&window.view, &MapView::rowsClicked,
                     [&](const auto& rows, bool extend) { clicked.emplace_back(rows, extend); });
    window.click(window.view.toWindow(beside(150, 0)));
    window.click(window.view.toWindow(beside(0, 0)), Qt::ControlModifier);
    REQUIRE(clicked.size() == 2);
    CHECK(clicked[0] == std::pair{std::vector<std::uint32_t>{1}, false});
    CHECK(clicked[1] == std::pair{std::vector<std::uint32_t>{0}, true});
    CHECK(window.card().isPinned());
    CHECK(window.card().text() == QStringLiteral("1 rows"));
    QTest::keyClick(&window.view, Qt::Key_Escape);
    CHECK_FALSE(window.card().isVisible());
}

TEST_CASE("a click beside all symbols lets the chosen rows go")
{
    Window window;
    map::MapScene scene = sceneWith(incidentsAt({beside(0, 0)}));
    window.show(scene);
    QSignalSpy clicked(&window.view, &MapView::rowsClicked);
    window.click({100, 100});
    CHECK(clicked.isEmpty());
    scene.selectedRows = {0};
    window.view.setScene(scene);
    window.click({100, 100});
    CHECK(clicked.count() == 1);
}

TEST_CASE("a double click on a symbol opens its row")
{
    Window window;
    window.show(sceneWith(incidentsAt({beside(0, 0), beside(150, 0)})));
    QSignalSpy activated(&window.view, &MapView::rowActivated);
    window.doubleClick(window.view.toWindow(beside(150, 0)));
    REQUIRE(activated.count() == 1);
    CHECK(activated.front().front().toUInt() == 1U);
    CHECK(window.view.zoom() == 16.0);
}

TEST_CASE("a click on a cluster zooms in until its symbols stand apart")
{
    Window window;
    const auto incidents = incidentsAt({beside(-5, 0), beside(5, 0)});
    window.show(sceneWith(incidents));
    REQUIRE(map::markerGroups(*incidents, window.view.viewport(), true).size() == 1);
    QSignalSpy clicked(&window.view, &MapView::rowsClicked);
    window.click(window.view.toWindow(bro()));
    CHECK(clicked.isEmpty());
    CHECK(window.view.zoom() > 16.0);
    CHECK(map::markerGroups(*incidents, window.view.viewport(), true).size() == 2);
}

TEST_CASE("a cluster at one and the same place is listed instead")
{
    Window window;
    window.show(sceneWith(incidentsAt({beside(0, 0), beside(0, 0), beside(0.2, 0)})));
    std::vector<std::uint32_t> rows;
    QObject::connect(&window.view, &MapView::rowsClicked, [&](const auto& clicked, bool) { rows = clicked; });
    window.click(window.view.toWindow(bro()));
    CHECK(rows.size() == 3);
    CHECK(window.view.zoom() == 16.0);
    CHECK(window.card().text() == QStringLiteral("3 rows"));
}

TEST_CASE("the card comes when the mouse rests on a symbol and goes with it")
{
    Window window;
    window.show(sceneWith(incidentsAt({beside(0, 0)})));
    window.mouse(QEvent::MouseMove, {400, 300}, Qt::NoButton);
    CHECK_FALSE(window.card().isVisible());
    CHECK(window.view.cursor().shape() == Qt::PointingHandCursor);
    CHECK(QTest::qWaitFor([&] { return window.card().isVisible(); }, 2000));
    CHECK(window.view.rect().contains(window.card().geometry()));
    window.mouse(QEvent::MouseMove, {100, 100}, Qt::NoButton);
    CHECK_FALSE(window.card().isVisible());
}

TEST_CASE("a card is as tall as its words need, and stays inside the map")
{
    for (const QPointF& corner :
         {QPointF(4, 4), QPointF(796, 4), QPointF(4, 596), QPointF(796, 596), QPointF(400, 300)}) {
        Window window;
        window.view.setScene(sceneWith(incidentsAt({window.view.toSweref(corner)})));
        window.view.setCardText([](const auto&) {
            return QStringList{
                QStringLiteral(
                    "A title that is long enough to need more than one line of the card it stands in"),
                QStringLiteral("Another line, and it is also long enough to be broken once or twice"),
                QStringLiteral("Short")};
        });
        window.click(corner);
        REQUIRE(window.card().isVisible());
        CHECK(window.view.rect().contains(window.card().geometry()));
        window.view.grab();
        for (const QLabel* label : window.card().findChildren<QLabel*>())
            CHECK(label->height() >= label->heightForWidth(label->width()));
    }
}

TEST_CASE("a click on a hotspot's badge or outline chooses the hotspot")
{
    Window window;
    const auto hotspots = hotspotRoundBro();
    map::MapScene scene;
    scene.hotspots = hotspots;
    window.show(scene);
    QSignalSpy clicked(&window.view, &MapView::hotspotClicked);
    window.click(map::hotspotBadges(*hotspots, window.view.viewport()).front().device);
    window.click(window.view.toWindow(beside(100, 30)));
    window.click(window.view.toWindow(beside(50, 30))); // well inside: not the outline
    REQUIRE(clicked.count() == 2);
    CHECK(clicked.front().front().toInt() == 7);
}

TEST_CASE("the outlines of hotspots are seen without a heatmap too, and the selected one in its own colour")
{
    Window window;
    map::MapScene scene;
    const auto hotspots = hotspotRoundBro();
    const Sweref99 onOutline{bro().easting + 100, bro().northing};
    const auto colourThere = [&] {
        REQUIRE(QTest::qWaitFor([&] { return window.view.isSettled(); }, 20'000));
        return window.view.grab().toImage().pixelColor(window.view.toWindow(onOutline).toPoint());
    };
    const QColor plain = colourThere();
    scene.hotspots = hotspots;
    window.view.setScene(scene);
    const QColor dark = colourThere();
    CHECK(dark.lightnessF() < plain.lightnessF() - 0.3F);
    auto selected = std::make_shared<map::HotspotLayer>(*hotspots);
    selected->selectedRank = 7;
    scene.hotspots = selected;
    window.view.setScene(scene);
    CHECK(colourThere().blueF() > dark.blueF() + 0.2F);
    scene.hotspots = nullptr;
    window.view.setScene(scene);
    CHECK(colourThere() == plain);
}

TEST_CASE("what gets ready by and by is painted once a frame")
{
    Window window;
    REQUIRE(QTest::qWaitFor([&] { return window.view.isSettled(); }, 20'000));
    struct Count : QObject {
        int paintings = 0;
        bool eventFilter(QObject*, QEvent* event) override
        {
            paintings += event->type() == QEvent::Paint ? 1 : 0;
            return false;
        }
    } count;
    QTest::qWait(50);
    window.view.installEventFilter(&count);
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < 200; ++i) {
        window.view.setRemarks({QString::number(i)});
        QCoreApplication::processEvents();
    }
    QTest::qWait(40);
    CHECK(count.paintings >= 1); // the last one is seen
    CHECK(count.paintings <= time.elapsed() / 17 + 2);
}

TEST_CASE("the classes of a study are written out in the legend of a narrow map, too")
{
    MapFurniture furniture = fullFurniture(13);
    furniture.scale = {};
    furniture.remarks.clear();
    auto study = std::make_shared<map::StudyLayer>();
    study->title = QStringLiteral("Pointed out");
    study->classes = {{QStringLiteral("Not pointed out, and incidents came"), Qt::darkYellow, 0.0}};
    furniture.study = study;
    const QRectF legend = layoutFurniture(furniture, {376, 516}).legend;
    QFont caption = furniture.font;
    caption.setPixelSize(11);
    CHECK(legend.width() > QFontMetricsF(caption).horizontalAdvance(study->classes.front().label) + 20);
    CHECK(QRectF(0, 0, 376, 516).contains(legend));
}

TEST_CASE("furniture never lies over furniture, in any window and with large text")
{
    for (const QSizeF& size :
         {QSizeF(480, 320), QSizeF(320, 240), QSizeF(640, 480), QSizeF(1024, 700), QSizeF(1440, 900)})
        for (const int pixelSize : {13, 26})
            for (const bool remarks : {false, true})
                for (const bool hint : {false, true}) {
                    if (size.width() < 480 && pixelSize > 13)
                        continue; // 200 % text is promised from 480 × 320
                    MapFurniture furniture = fullFurniture(pixelSize);
                    if (!remarks)
                        furniture.remarks.clear();
                    if (!hint)
                        furniture.hint.clear();
                    const MapFurnitureLayout layout = layoutFurniture(furniture, size);
                    const std::vector<QRectF> boxes{layout.attribution, layout.coordinates, layout.scaleBar,
                                                    layout.legend, layout.hint};
                    CAPTURE(size.width(), size.height(), pixelSize, remarks, hint);
                    CHECK_FALSE(layout.attribution.isEmpty());
                    CHECK_FALSE(layout.legend.isEmpty());
                    for (std::size_t i = 0; i < boxes.size(); ++i) {
                        if (boxes[i].isEmpty())
                            continue;
                        CHECK(QRectF(QPointF(0, 0), size).contains(boxes[i]));
                        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
                            CAPTURE(i, j);
                            CHECK_FALSE(boxes[i].intersects(boxes[j]));
                        }
                    }
                }
}

TEST_CASE("the legend names its classes by number, with the decimals they need")
{
    CHECK(limitText(2.5) == QLocale().toString(2.5, 'f', 1));
    CHECK(limitText(20) == QStringLiteral("20"));
    CHECK(limitText(0.05) == QLocale().toString(0.05, 'f', 2));
    const MapFurnitureLayout layout = layoutFurniture(fullFurniture(13), {1024, 700});
    CHECK(layout.numberEvery == 1);
}

TEST_CASE("the legend is there whenever the heatmap is, and only then")
{
    Window window;
    const QImage without = window.view.grab().toImage();
    map::MapScene scene;
    scene.heatmap = heatmapRoundBro();
    window.view.setScene(scene);
    REQUIRE(QTest::qWaitFor([&] {
        window.view.grab();
        return window.view.isSettled();
    }));
    const QImage with = window.view.grab().toImage();
    MapFurniture furniture;
    furniture.font = window.view.font();
    furniture.metresPerPixel = window.view.viewport().groundMetresPerUnit();
    furniture.scale = scene.heatmap->scale;
    const QRect legend = layoutFurniture(furniture, window.view.size()).legend.toAlignedRect();
    REQUIRE_FALSE(legend.isEmpty());
    CHECK(with.copy(legend) != without.copy(legend));
    CHECK(with.pixelColor(400, 300) != without.pixelColor(400, 300));
}

TEST_CASE("the scale bar is true on the ground at the middle of the map")
{
    Window window;
    const double metresPerPixel = window.view.viewport().groundMetresPerUnit();
    const double ground = metres(window.view.toSweref({350, 300}), window.view.toSweref({450, 300}));
    CHECK_THAT(metresPerPixel * 100, WithinRel(ground, 0.005));
    CHECK(roundScaleMetres(1.0, 140.0) == 100.0);
    CHECK(roundScaleMetres(1.5, 140.0) == 200.0);
    CHECK(roundScaleMetres(4.0, 140.0) == 500.0);
    CHECK(scaleText(2000.0).contains(QStringLiteral("2 ")));
}

TEST_CASE("coordinates are given in SWEREF 99 TM and WGS 84")
{
    const QString text = coordinatesText(6394262.8, 321991.1, 57.6554, 12.0165);
    CHECK(text.contains(QLocale().toString(6394263)));
    CHECK(text.contains(QLocale().toString(321991)));
    CHECK(text.contains(QLocale().toString(57.6554, 'f', 5)));
    CHECK(text.contains(QLocale().toString(12.0165, 'f', 5)));
}

TEST_CASE("the cursor's position is told while the mouse moves")
{
    Window window;
    Sweref99 told;
    QObject::connect(&window.view, &MapView::cursorMoved, [&](const Sweref99& position) { told = position; });
    window.mouse(QEvent::MouseMove, window.view.toWindow(beside(77, 33)), Qt::NoButton);
    CHECK(metres(told, beside(77, 33)) < 0.05);
}

TEST_CASE("the place being entered is marked by a pin")
{
    Window window;
    const QImage before = window.view.grab().toImage();
    window.view.setDraftMarker(bro(), 50.0);
    const QImage with = window.view.grab().toImage();
    CHECK(with.pixelColor(400, 288) != before.pixelColor(400, 288));
    window.view.setDraftMarker(std::nullopt);
    CHECK(window.view.grab().toImage() == before);
}

TEST_CASE("an area being entered is shown by its outline, not by a circle around it")
{
    Window window;
    const QImage before = window.view.grab().toImage();
    // A strip of 40 by 200 metres: its circle would reach far beyond it to both sides.
    const SwerefRing strip{beside(-20, -100), beside(20, -100), beside(20, 100), beside(-20, 100)};
    window.view.setDraftMarker(bro(), 102.0, strip);
    const QImage with = window.view.grab().toImage();
    const auto changed = [&](double east, double north) {
        const QPoint at = window.view.toWindow(beside(east, north)).toPoint();
        return with.pixel(at) != before.pixel(at);
    };
    CHECK(changed(15, -60));
    CHECK(changed(-15, -90));
    CHECK_FALSE(changed(60, -60));
    CHECK_FALSE(changed(-70, 0));
    window.view.setMode(MapView::Mode::DrawArea);
    const QPoint inside = window.view.toWindow(beside(15, -60)).toPoint();
    CHECK(window.view.grab().toImage().pixel(inside) == before.pixel(inside)); // the next one is drawn on a free map
}

TEST_CASE("the basemap appears without the window ever waiting for it, over ground of its own colour")
{
    const auto basemap = map::Basemap::embedded();
    const auto style = map::MapStyle::embedded(QStringLiteral("light"));
    REQUIRE(basemap);
    REQUIRE(style);
    Window window(480, 320);
    map::MapScene scene;
    scene.ground = map::groundOf(*basemap);
    scene.style = *style;
    window.view.setScene(scene);
    const QImage first = window.view.grab().toImage();
    CHECK(first.pixelColor(240, 100) != QColor(Qt::white));
    CHECK_FALSE(window.view.isSettled());
    CHECK(QTest::qWaitFor(
        [&] {
            window.view.grab();
            return window.view.isSettled();
        },
        20000));
    CHECK(window.view.grab().toImage() != first);
}

TEST_CASE("an empty scene can be moved, clicked and painted")
{
    Window window;
    window.view.setScene({});
    window.view.grab();
    window.drag({100, 100}, {200, 200});
    window.doubleClick({300, 300});
    window.click({10, 10});
    CHECK(window.view.isSettled());
}

TEST_CASE("a place that is no number leaves the view as it was")
{
    Window window;
    const Sweref99 before = window.view.centre();
    window.view.setView({std::nan(""), 0.0}, 16.0);
    window.view.goTo({std::nan(""), std::nan("")}, 100.0);
    CHECK(metres(window.view.centre(), before) == 0.0);
}

TEST_CASE("the map moves softly to its aim")
{
    Window window;
    window.view.setAnimated(true);
    QSignalSpy moved(&window.view, &MapView::viewChanged);
    window.view.zoomBy(1.0);
    CHECK(window.view.zoom() == 16.0);
    CHECK(QTest::qWaitFor([&] { return window.view.zoom() == 17.0; }));
    CHECK(moved.count() > 2);
}

TEST_CASE("a map let go in movement goes on, and stops under the next press")
{
    Window window;
    window.view.setAnimated(true);
    const auto at = [&](QEvent::Type type, double x, int time) {
        const bool released = type == QEvent::MouseButtonRelease;
        QMouseEvent event(type, {x, 300}, window.view.mapToGlobal(QPointF(x, 300)),
                          type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton,
                          released ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier);
        event.setTimestamp(static_cast<quint64>(time));
        QApplication::sendEvent(&window.view, &event);
    };
    at(QEvent::MouseButtonPress, 500, 1000);
    at(QEvent::MouseMove, 450, 1020);
    at(QEvent::MouseMove, 400, 1040);
    at(QEvent::MouseButtonRelease, 400, 1045);
    const double released = window.view.centre().easting;
    CHECK(QTest::qWaitFor([&] { return window.view.centre().easting > released + 5.0; }));
    at(QEvent::MouseButtonPress, 400, 1500);
    const double stopped = window.view.centre().easting;
    QCoreApplication::processEvents();
    CHECK(window.view.centre().easting == stopped);
}

TEST_CASE("a thrown map glides on, slows down and stands")
{
    MapCamera camera;
    camera.size = {800, 600};
    camera.lookAt({1338000, 7895000}, 16);
    const QPointF start = camera.centre;
    MapMotion motion;
    motion.throwWith({-1000, 0});
    REQUIRE(motion.isMoving());
    double last = start.x();
    double lastStep = 1e9;
    int frames = 0;
    while (motion.advance(0.016, camera)) {
        const double step = camera.centre.x() - last;
        CHECK(step > 0.0);
        CHECK(step < lastStep);
        last = camera.centre.x();
        lastStep = step;
        REQUIRE(++frames < 500);
    }
    const double glided = (camera.centre.x() - start.x()) / camera.resolution();
    CHECK(glided > 150.0);
    CHECK(glided < 300.0);
}

TEST_CASE("a press stops a thrown map")
{
    MapCamera camera;
    MapMotion motion;
    motion.throwWith({-1000, 0});
    motion.stop();
    CHECK_FALSE(motion.advance(0.016, camera));
}

TEST_CASE("a soft zoom holds the point under the cursor all the way and ends where it should")
{
    MapCamera camera;
    camera.size = {800, 600};
    camera.lookAt({1338000, 7895000}, 15);
    const QPointF anchor(620, 130);
    const QPointF held = camera.viewport().toPlane(anchor);
    MapMotion motion;
    motion.zoomTowards(16.5, anchor);
    int frames = 0;
    while (motion.advance(0.016, camera)) {
        CHECK(pixels(camera.viewport().toDevice(held), anchor) < 0.01);
        REQUIRE(++frames < 200);
    }
    CHECK(camera.zoom == 16.5);
}

TEST_CASE("a flight ends at its aim however the time is cut")
{
    for (const double frame : {0.004, 0.016, 0.1, 2.0}) {
        MapCamera camera;
        camera.size = {800, 600};
        camera.lookAt({1338000, 7895000}, 15);
        MapMotion motion;
        motion.flyTo(camera, {1339000, 7896000}, 17);
        while (motion.advance(frame, camera))
            CHECK(camera.zoom < 17.0);
        CHECK(camera.zoom == 17.0);
        CHECK(camera.centre == QPointF(1339000, 7896000));
    }
}

TEST_CASE("a hand that has come to rest throws nothing")
{
    HandSpeed hand;
    hand.add({0, 0}, 0);
    hand.add({50, 0}, 50);
    CHECK_THAT(hand.at(60).x(), WithinRel(1000.0, 1e-6));
    CHECK(hand.at(200) == QPointF());
}
