#include "report/map_part.h"
#include "ui/check_list.h"
#include "ui/chosen_incidents.h"
#include "ui/empty_card.h"
#include "ui/error_banner.h"
#include "ui/filter_panel.h"
#include "ui/hotspot_panel.h"
#include "ui/map_area.h"
#include "ui/map_view.h"
#include "ui/print/page_preview.h"
#include "ui/print/print_dialog.h"
#include "ui/receipt_bar.h"
#include "ui/search_box.h"
#include "ui/smoothing_slider.h"
#include "ui/table_panel.h"
#include "ui/time_strip.h"
#include "ui/welcome_page.h"
#include "ui/window_actions.h"
#include "ui/window_docks.h"
#include "window_support.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSlider>
#include <QTableView>

using namespace hk;
using namespace hk::test;
using namespace hk::ui;

namespace {

bool waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, patience);
}

/// Chooses a filter as the panel does, and waits for it.
void choose(Desk& desk, const IncidentFilter& filter)
{
    Q_EMIT desk.window->filterPanel().filterChanged(filter);
    REQUIRE(waitFor([&] { return desk.workspace->filter() == filter && desk.window->isSettled(); }));
}

} // namespace

TEST_CASE("Without a file the window says what can be done", "[window]")
{
    Desk desk;
    desk.show();
    CHECK(desk.window->mapArea().welcome().isVisible());
    CHECK(desk.window->windowTitle() == u("Händelsekartan"));
    CHECK_FALSE(desk.window->actions().newIncident->isEnabled());
    desk.openEmpty();
    CHECK_FALSE(desk.window->mapArea().welcome().isVisible());
    CHECK(desk.window->actions().newIncident->isEnabled());
    CHECK(desk.window->mapArea().emptyCard().isVisible());
}

TEST_CASE("The title says that a sample is invented", "[window]")
{
    Desk desk;
    desk.openSample(20);
    CHECK(desk.window->windowTitle() == u("Exempel – exempeldata, påhittade händelser – Händelsekartan"));
}

TEST_CASE("A file that is not there gives a banner that says what to do", "[window]")
{
    Desk desk;
    desk.show();
    desk.window->files().open(desk.folder.filePath(u("borta.gpkg")));
    REQUIRE(waitFor([&] { return desk.window->mapArea().banner().isVisible(); }));
    CHECK(desk.window->mapArea().banner().text().contains(u("borta.gpkg")));
    CHECK(desk.window->mapArea().welcome().isVisible());
}

TEST_CASE("A filter changes the counts in the status bar", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample();
    CHECK(desk.window->statusText().startsWith(u("120 av 120 händelser")));
    IncidentFilter filter;
    filter.categories = {u("N1"), u("O1")};
    choose(desk, filter);
    CHECK(desk.selected() < 120);
    CHECK(desk.window->statusText().startsWith(u("%1 av 120 händelser").arg(desk.selected())));
}

TEST_CASE("A click on a category takes it out of the selection", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample();
    auto* list = desk.find<CheckList>("categoryList");
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    REQUIRE(waitFor([&] { return desk.workspace->filter().categories.size() == 27; }));
    CHECK(desk.selected() < 120);
}

TEST_CASE("An empty selection says what to do, with the button that does it", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample();
    IncidentFilter filter;
    filter.text = u("finns inte någonstans");
    choose(desk, filter);
    REQUIRE(desk.window->mapArea().emptyCard().isVisible());
    QTest::mouseClick(desk.find<QPushButton>("emptyClear"), Qt::LeftButton);
    CHECK(waitFor([&] { return desk.selected() == 120; }));
    CHECK_FALSE(desk.window->mapArea().emptyCard().isVisible());
}

TEST_CASE("A period drawn on the time strip is shown in the panel and selects", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample();
    Q_EMIT desk.window->findChild<TimeStrip*>()->periodChanged(QDate(2026, 1, 1), QDate(2026, 4, 1));
    REQUIRE(waitFor([&] { return desk.workspace->filter().to == QDate(2026, 4, 1); }));
    CHECK(desk.window->filterPanel().filter().from == QDate(2026, 1, 1));
    CHECK(desk.find<QDateEdit>("periodTo")->date() == QDate(2026, 3, 31));
    CHECK(desk.selected() < 120);
}

TEST_CASE("An area drawn on the map selects what lies inside", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample();
    desk.window->actions().drawArea->trigger();
    REQUIRE(desk.window->map().mode() == MapView::Mode::DrawArea);
    const Sweref99 middle = workspace::hub();
    Q_EMIT desk.window->map().areaDrawn({{middle.easting - 60, middle.northing - 60},
                                         {middle.easting + 60, middle.northing - 60},
                                         {middle.easting + 60, middle.northing + 60},
                                         {middle.easting - 60, middle.northing + 60}});
    REQUIRE(waitFor([&] { return desk.workspace->filter().area.size() == 4; }));
    CHECK(desk.selected() < 120);
    CHECK(desk.window->map().mode() == MapView::Mode::Browse);
    desk.window->actions().clearArea->trigger();
    CHECK(waitFor([&] { return desk.selected() == 120; }));
}

TEST_CASE("What is clicked on the map is marked in the table, and the other way round", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample();
    desk.window->actions().table->trigger();
    auto* table = desk.find<QTableView>("incidentTable");
    REQUIRE(waitFor([&] { return table->isVisible() && table->model()->rowCount() == 120; }));

    Q_EMIT desk.window->map().rowsClicked({7}, false);
    const QModelIndexList marked = table->selectionModel()->selectedRows();
    REQUIRE(marked.size() == 1);
    CHECK(desk.window->tablePanel().model().snapshotRow(marked.first().row()) == 7);
    CHECK(desk.window->map().scene().selectedRows == std::vector<std::uint32_t>{7});

    table->selectRow(3);
    const std::uint32_t row = desk.window->tablePanel().model().snapshotRow(3);
    CHECK(desk.window->map().scene().selectedRows == std::vector<std::uint32_t>{row});
}

TEST_CASE("T opens the table from the map but is a letter in a field", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    desk.window->map().setFocus();
    QTest::keyClick(&desk.window->map(), Qt::Key_T);
    CHECK(desk.window->docks().table()->isVisible());
    desk.window->searchBox().setFocus();
    QTest::keyClicks(&desk.window->searchBox(), u("t"));
    CHECK(desk.window->docks().table()->isVisible());
    CHECK(desk.window->searchBox().text() == u("t"));
}

TEST_CASE("A click on a hotspot takes the map there and marks it", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample(600);
    auto* list = desk.find<QListView>("hotspotList");
    REQUIRE(list->model()->rowCount() > 1);
    const auto& hotspot = desk.workspace->analysis()->hotspots->at(1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(1, 0)).center());
    CHECK(waitFor([&] {
        const Sweref99 centre = desk.window->map().centre();
        return std::hypot(centre.easting - hotspot.centre.x, centre.northing - hotspot.centre.y) < 2.0;
    }));
    REQUIRE(desk.window->map().scene().hotspots);
    CHECK(desk.window->map().scene().hotspots->selectedRank == hotspot.rank);
}

TEST_CASE("A hotspot clicked on the map is marked in the list", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample(600);
    Q_EMIT desk.window->map().hotspotClicked(2);
    CHECK(desk.window->hotspotPanel().currentRank() == 2);
}

TEST_CASE("The toggles take heatmap, hotspots and incidents off the map", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample(600);
    REQUIRE(desk.window->map().scene().heatmap);
    desk.window->actions().heatmap->trigger();
    CHECK(waitFor([&] { return !desk.window->map().scene().heatmap; }));
    desk.window->actions().incidents->trigger();
    CHECK(waitFor([&] { return !desk.window->map().scene().incidents; }));
}

TEST_CASE("The smoothing follows the slider, by hand and by key, and is remembered", "[window]")
{
    Desk desk;
    desk.openSample();
    auto* slider = desk.window->hotspotPanel().findChild<QSlider*>(u("smoothing"));
    REQUIRE(slider);
    const double before = desk.workspace->settings().bandwidth;
    CHECK(desk.window->hotspotPanel().smoothing().bandwidth() == before);
    QTest::keyClick(slider, Qt::Key_Right);
    const double after = desk.workspace->settings().bandwidth;
    CHECK(after > before);
    CHECK(desk.window->hotspotPanel().smoothing().bandwidth() == after);
    REQUIRE(waitFor([&] { return desk.window->isSettled(); }));
    CHECK(desk.workspace->analysis()->settings.bandwidth == after);
    CHECK(desk.settings->value(u("analysis/bandwidth")).toDouble() == after);
    // Never below the cell.
    slider->setValue(slider->minimum());
    CHECK(desk.workspace->settings().bandwidth >= desk.workspace->settings().cell);
}

TEST_CASE("A page asked for while a preview is shown opens with the exact density", "[window]")
{
    Desk desk;
    desk.openSample();
    REQUIRE(waitFor([&] { return desk.window->isSettled(); }));
    IncidentFilter filter = desk.workspace->filter();
    filter.minimumSeverity = 2;
    desk.workspace->setFilter(filter);
    CHECK_FALSE(desk.window->isSettled());
    CHECK(desk.window->showPrint(PrintDialog::Aim::Export) == nullptr); // it waits
    REQUIRE(waitFor([&] { return desk.window->findChild<PrintDialog*>() != nullptr; }));
    const workspace::MapAnalysisPtr analysis = desk.workspace->analysis();
    CHECK(analysis->filter == filter);
    REQUIRE(waitFor([&] { return desk.window->findChild<PrintDialog*>()->isMade(); }));
    const report::MapPage& page = *report::mapsOf(desk.window->findChild<PrintDialog*>()->document()).front();
    CHECK(page.scene.heatmap->density == analysis->density);
    CHECK(page.shown == static_cast<qint64>(analysis->selection.rows.size()));
}

TEST_CASE("Ctrl+K finds a street and Enter takes the map there", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    QTest::keyClick(desk.window.get(), Qt::Key_K, Qt::ControlModifier);
    REQUIRE(QApplication::focusWidget() == &desk.window->searchBox());
    const Sweref99 before = desk.window->map().centre();
    QTest::keyClicks(&desk.window->searchBox(), u("kvarnby"));
    CHECK(desk.window->searchBox().isListShown());
    QTest::keyClick(&desk.window->searchBox(), Qt::Key_Return);
    CHECK(waitFor([&] {
        const Sweref99 centre = desk.window->map().centre();
        return std::hypot(centre.easting - before.easting, centre.northing - before.northing) > 50.0;
    }));
}

TEST_CASE("Ctrl+K finds commands by their name", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    desk.window->searchBox().setFocus();
    QTest::keyClicks(&desk.window->searchBox(), u("tabell"));
    auto& found = desk.window->searchBox().found();
    REQUIRE(found.rowCount() > 0);
    int row = 0;
    while (row < found.rowCount() && found.hit(row).kind != SearchModel::Kind::Command)
        ++row;
    REQUIRE(row < found.rowCount());
    CHECK(found.hit(row).command == desk.window->actions().table);
}

TEST_CASE("The layout of the window is remembered, and can be put back", "[window]")
{
    Desk desk;
    desk.show();
    desk.window->docks().selection()->hide();
    desk.window->docks().table()->show();
    desk.restart();
    desk.show();
    CHECK_FALSE(desk.window->docks().selection()->isVisible());
    CHECK(desk.window->docks().table()->isVisible());
    desk.window->actions().resetWindow->trigger();
    CHECK(desk.window->docks().selection()->isVisible());
    CHECK_FALSE(desk.window->docks().table()->isVisible());
}

TEST_CASE("F11 leaves the map alone and gives the rest back", "[window]")
{
    Desk desk;
    desk.show();
    QTest::keyClick(desk.window.get(), Qt::Key_F11);
    CHECK_FALSE(desk.window->docks().selection()->isVisible());
    CHECK_FALSE(desk.window->menuBar()->isVisible());
    QTest::keyClick(desk.window.get(), Qt::Key_F11);
    CHECK(desk.window->docks().selection()->isVisible());
    CHECK(desk.window->menuBar()->isVisible());
}

TEST_CASE("The window fits on 1024 by 700", "[window]")
{
    Desk desk;
    desk.openSample(20);
    desk.show({1024, 700});
    const QSize least = desk.window->minimumSizeHint();
    CHECK(least.width() <= 1024);
    CHECK(least.height() <= 700);
    CHECK(desk.window->size() == QSize(1024, 700));
    CHECK(desk.window->map().width() >= 320);
    desk.window->actions().newIncident->trigger();
    QApplication::processEvents();
    CHECK(desk.window->size() == QSize(1024, 700));
}

TEST_CASE("Ctrl+P shows the page itself", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample(120);
    PrintDialog* dialog = desk.window->showPrint(PrintDialog::Aim::Print);
    REQUIRE(dialog != nullptr);
    auto* preview = dialog->findChild<PagePreview*>();
    REQUIRE(preview != nullptr);
    REQUIRE(waitFor([&] { return !preview->picture().isNull(); }));
    // A page is mostly white at its edge and not white in its map.
    CHECK(QColor(preview->picture().pixel(2, 2)) == QColor(Qt::white));
    int coloured = 0;
    for (int x = 0; x < preview->picture().width(); x += 5)
        coloured += QColor(preview->picture().pixel(x, preview->picture().height() / 2)) != QColor(Qt::white);
    CHECK(coloured > 20);
    dialog->close();
}

TEST_CASE("A copy of the file is saved while it is open", "[window]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    QSignalSpy saved(&desk.window->files(), &FileController::copySaved);
    const QString path = desk.folder.filePath(u("kopia.gpkg"));
    desk.window->files().saveCopy(path);
    REQUIRE(saved.wait(patience));
    const auto copy = store::IncidentStore::open(path, store::Access::ReadOnly);
    REQUIRE(copy.has_value());
    CHECK(copy->info()->incidents == 20);
}

TEST_CASE("A fresh sample opens from the welcome page", "[window]")
{
    Desk desk;
    desk.show();
    QSignalSpy opened(desk.workspace.get(), &workspace::Workspace::opened);
    desk.window->files().openSample(30);
    REQUIRE(opened.wait(patience));
    CHECK(desk.size() == 30);
    CHECK(desk.workspace->snapshot()->info.sample);
    CHECK(QFileInfo(desk.workspace->snapshot()->info.path).absolutePath() == desk.folder.filePath(u("data")));
    CHECK(desk.window->files().recent().size() == 1);
}

TEST_CASE("The window follows the hand over a hundred thousand incidents", "[.speed]")
{
    Desk desk;
    desk.show();
    desk.openSample(100'000);
    const auto milliseconds = [](const std::function<void()>& work) {
        QElapsedTimer timer;
        timer.start();
        work();
        return timer.elapsed();
    };
    IncidentFilter filter;
    for (int month = 1; month <= 6; ++month) {
        filter.from = QDate(2026, month, 1);
        filter.to = filter.from.addMonths(3);
        const qint64 chosen = milliseconds([&] { desk.workspace->setFilter(filter); });
        const qint64 painted = milliseconds([&] { desk.window->map().grab(); });
        WARN(desk.selected() << " of 100000: chosen in " << chosen << " ms, painted in " << painted << " ms");
    }
    const qint64 all = milliseconds([&] { desk.workspace->setFilter({}); });
    desk.window->docks().showTable(true);
    QApplication::processEvents();
    auto* table = desk.find<QTableView>("incidentTable");
    for (const int column : {0, 2, 3, 12})
        WARN("column " << column << " sorted in "
                       << milliseconds([&] { table->sortByColumn(column, Qt::AscendingOrder); }) << " ms");
    WARN("all chosen in " << all << " ms");
}
