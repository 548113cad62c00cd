#include "ui/filter_panel.h"
#include "ui/hotspot_panel.h"
#include "ui/map_view.h"
#include "ui/search_box.h"
#include "ui/table_panel.h"
#include "ui/time_strip.h"
#include "ui/widgets.h"
#include "ui/window_actions.h"
#include "ui/window_docks.h"
#include "window_support.h"

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QWheelEvent>

using namespace hk;
using namespace hk::test;
using namespace hk::ui;

namespace {

bool waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, patience);
}

void rollWheel(QWidget* over)
{
    const QPointF middle(over->rect().center());
    QWheelEvent event(middle, over->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(over, &event);
}

/// Whether the search field offers a command of these words.
bool offersCommand(SearchModel& found, const char* words)
{
    for (int row = 0; row < found.rowCount(); ++row)
        if (found.hit(row).kind == SearchModel::Kind::Command && found.hit(row).title == u(words))
            return true;
    return false;
}

} // namespace

TEST_CASE("The time strip keeps its height whatever opens beside it", "[layout]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    const auto stripHeight = [&] { return desk.window->findChild<TimeStrip*>()->height(); };
    const int before = stripHeight();
    desk.window->actions().table->trigger();
    CHECK(stripHeight() == before);
    desk.window->actions().newIncident->trigger();
    CHECK(stripHeight() == before);
    desk.window->actions().table->trigger();
    CHECK(stripHeight() == before);
    desk.restart();
    desk.show();
    CHECK(stripHeight() == before);
    desk.window->actions().resetWindow->trigger();
    CHECK(stripHeight() == before);
}

TEST_CASE("The table opens with six rows, and the line above it gives it more", "[layout]")
{
    Desk desk;
    desk.show();
    desk.openSample(60);
    desk.window->actions().table->trigger();
    QDockWidget* table = desk.window->docks().table();
    const QTableView* view = desk.find<QTableView>("incidentTable");
    const auto rows = [&] { return view->viewport()->height() / view->rowHeight(0); };
    REQUIRE(waitFor([&] { return table->isVisible() && view->rowHeight(0) > 0 && rows() >= 6; }));
    CHECK(rows() <= 7);

    const int before = table->height();
    const QPoint line(table->geometry().center().x(), table->y() - 1);
    QTest::mousePress(desk.window.get(), Qt::LeftButton, {}, line);
    QTest::mouseMove(desk.window.get(), line - QPoint(0, 100));
    QTest::mouseRelease(desk.window.get(), Qt::LeftButton, {}, line - QPoint(0, 100));
    CHECK(waitFor([&] { return table->height() == before + 100; }));

    desk.window->actions().resetWindow->trigger();
    desk.window->actions().table->trigger();
    CHECK(waitFor([&] { return table->height() == before; }));
}

TEST_CASE("Every header of the table is as wide as its words", "[layout]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    desk.window->actions().table->trigger();
    const QHeaderView* header = desk.find<QTableView>("incidentTable")->horizontalHeader();
    for (int column = 0; column < header->count(); ++column)
        if (!header->isSectionHidden(column))
            CHECK(header->sectionSize(column) >= header->sectionSizeHint(column));
}

TEST_CASE("The wheel changes no value that it only passes over", "[layout]")
{
    Desk desk;
    desk.show({1024, 700});
    desk.openSample(20);
    desk.window->actions().table->trigger();
    desk.window->actions().newIncident->trigger();
    auto* precision = desk.find<QComboBox>("precision");
    REQUIRE_FALSE(precision->hasFocus());
    const int before = precision->currentIndex();
    const QScrollBar* scrolled = desk.find<QWidget>("incidentForm")->findChild<PanelScroll*>()->verticalScrollBar();
    REQUIRE(scrolled->maximum() > 0);
    rollWheel(precision);
    CHECK(precision->currentIndex() == before);
    rollWheel(desk.find<QWidget>("incidentForm")->findChild<PanelScroll*>()->viewport());
    CHECK(scrolled->value() > 0);
    precision->setFocus();
    rollWheel(precision);
    CHECK(precision->currentIndex() != before);
}

TEST_CASE("Clearing the filters empties the text field as typing would", "[layout]")
{
    Desk desk;
    desk.show();
    desk.openSample();
    auto* text = desk.find<QLineEdit>("filterText");
    text->setFocus();
    QTest::keyClicks(text, u("nånting"));
    REQUIRE(waitFor([&] { return !desk.workspace->filter().text.isEmpty(); }));
    QSignalSpy changed(text, &QLineEdit::textChanged); // what its clear button hears
    desk.window->actions().clearFilter->trigger();
    CHECK(text->text().isEmpty());
    CHECK(changed.size() == 1);
    CHECK(waitFor([&] { return desk.selected() == 120; }));
}

TEST_CASE("What is left out of the heatmap is told while the heatmap is shown", "[layout]")
{
    Desk desk;
    desk.show();
    desk.openSample(400);
    REQUIRE(desk.window->statusText().contains(u("värmekartan")));
    desk.window->actions().heatmap->trigger();
    CHECK_FALSE(desk.window->statusText().contains(u("värmekartan")));
    desk.window->actions().heatmap->trigger();
    CHECK(desk.window->statusText().contains(u("värmekartan")));
}

TEST_CASE("An area can be cleared once there is one", "[layout]")
{
    Desk desk;
    desk.show();
    CHECK_FALSE(desk.window->actions().clearArea->isEnabled());
    desk.openSample(20);
    CHECK_FALSE(desk.window->actions().clearArea->isEnabled());
    const Sweref99 middle = workspace::hub();
    Q_EMIT desk.window->map().areaDrawn({{middle.easting - 60, middle.northing - 60},
                                         {middle.easting + 60, middle.northing - 60},
                                         {middle.easting, middle.northing + 60}});
    CHECK(waitFor([&] { return desk.window->actions().clearArea->isEnabled(); }));
}

TEST_CASE("Ctrl+K finds commands by the words of their menus and by what they are for", "[layout]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    SearchBox& box = desk.window->searchBox();
    box.setFocus();
    QTest::keyClicks(&box, u("tema"));
    CHECK(offersCommand(box.found(), "Utseende: Mörkt"));
    box.clear();
    QTest::keyClicks(&box, u("utskrift"));
    CHECK(offersCommand(box.found(), "Skriv ut"));
    box.clear();
    QTest::keyClicks(&box, u("import"));
    CHECK(offersCommand(box.found(), "Importera"));
}

TEST_CASE("The search field is empty again after a choice", "[layout]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    SearchBox& box = desk.window->searchBox();
    box.setFocus();
    QTest::keyClicks(&box, u("kvarnby"));
    REQUIRE(box.isListShown());
    QTest::keyClick(&box, Qt::Key_Return);
    CHECK(box.text().isEmpty());
}
