#include "methods/result_files.h"
#include "ui/map_view.h"
#include "ui/methods/area_box.h"
#include "ui/map_area.h"
#include "ui/methods/method_controller.h"
#include "ui/methods/method_explanation.h"
#include "ui/methods/method_panel.h"
#include "ui/methods/method_runner.h"
#include "ui/methods/result_table_view.h"
#include "ui/methods/result_view.h"
#include "ui/methods/side_by_side.h"
#include "ui/print/print_dialog.h"
#include "ui/search_box.h"
#include "ui/window_actions.h"
#include "window_support.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPushButton>
#include <QTextBrowser>
#include <QToolBar>
#include <QToolButton>
#include <cmath>
#include <semaphore>
#include <thread>

using namespace hk;
using namespace hk::test;
using namespace hk::ui;
using methods::Method;

namespace {

bool waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, patience);
}

/// A window with 240 incidents and a method chosen from the menu, its result there.
struct Study : Desk {
    explicit Study(Method method, const QString& language = u("sv"), int incidents = 240)
        : Desk(language)
    {
        show();
        openSample(incidents);
        chooseMethod(method);
    }
    void chooseMethod(Method method)
    {
        const auto index = methods::allMethods().indexOf(method);
        window->actions().methods.at(index)->trigger();
        waitForEnd();
    }
    void waitForEnd()
    {
        REQUIRE(waitFor([this] { return !window->methods().isWorking(); }));
    }
    methods::MethodResultPtr result() { return window->methods().result(); }
    QString words() { return window->methodPanel().results().text(); }
    template <class T>
    T* field(const char* name)
    {
        T* found = window->methodPanel().form()->findChild<T*>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return found;
    }
};

SwerefRing squareAround(const Sweref99& middle, double half)
{
    return {{middle.easting - half, middle.northing - half},
            {middle.easting + half, middle.northing - half},
            {middle.easting + half, middle.northing + half},
            {middle.easting - half, middle.northing + half}};
}

MethodRunner::Answer named(const QString& title)
{
    auto result = std::make_shared<methods::MethodResult>();
    result->title = title;
    return methods::MethodResultPtr(result);
}

} // namespace

TEST_CASE("A method chosen in the menu shows its result beside the map", "[methods]")
{
    for (const Method method : {Method::Hotspots, Method::GiStar, Method::Streets, Method::PeriodComparison, Method::Times,
                                Method::NearRepeat, Method::Accuracy}) {
        CAPTURE(methods::keyOf(method).toStdString());
        Study desk(method);
        REQUIRE(desk.result());
        CHECK(desk.window->methodPanel().isVisible());
        REQUIRE_FALSE(desk.result()->sentences.isEmpty());
        CHECK(desk.words().contains(desk.result()->sentences.front()));
        for (const QString& remark : desk.result()->remarks)
            CHECK(desk.words().contains(remark));
    }
}

TEST_CASE("A changed parameter replaces the result", "[methods]")
{
    Study desk(Method::GiStar);
    REQUIRE(desk.result());
    const methods::MethodResultPtr before = desk.result();
    desk.field<QDoubleSpinBox>("cell")->setValue(100);
    CHECK_FALSE(desk.result()); // what is shown is no longer of what is chosen
    desk.waitForEnd();
    REQUIRE(desk.result());
    CHECK(desk.result()->parameters != before->parameters);
    CHECK(desk.result()->parameters.join(u' ').contains(u("100 m")));
}

TEST_CASE("A changed selection replaces the result while it is looked at", "[methods]")
{
    Study desk(Method::Times);
    const methods::MethodResultPtr before = desk.result();
    IncidentFilter filter;
    filter.categories = {u("N1"), u("O1"), u("S1")};
    desk.workspace->setFilter(filter);
    desk.waitForEnd();
    REQUIRE(desk.result());
    CHECK(desk.result() != before);
    CHECK(desk.result()->json != before->json);
}

TEST_CASE("An answer that comes after a newer question is dropped", "[methods]")
{
    MethodRunner runner;
    QStringList answers;
    QObject::connect(&runner, &MethodRunner::finished, [&](const MethodRunner::Answer& answer) {
        answers.append((*answer)->title);
    });
    auto gate = std::make_shared<std::binary_semaphore>(0);
    auto done = std::make_shared<std::atomic<bool>>(false);
    runner.run([gate, done](std::stop_token, const methods::Progress&) {
        gate->acquire();
        *done = true;
        return named(u("old"));
    });
    runner.run([](std::stop_token, const methods::Progress&) { return named(u("new")); });
    REQUIRE(waitFor([&] { return !answers.isEmpty(); }));
    gate->release();
    REQUIRE(waitFor([&] { return done->load(); }));
    QCoreApplication::processEvents();
    CHECK(answers == QStringList{u("new")});
}

TEST_CASE("Work that lasts says how far it has come, and can be stopped", "[methods]")
{
    MethodRunner runner;
    QSignalSpy lasting(&runner, &MethodRunner::lasting);
    QSignalSpy stopped(&runner, &MethodRunner::stopped);
    QSignalSpy finished(&runner, &MethodRunner::finished);
    auto ended = std::make_shared<std::atomic<bool>>(false);
    runner.run([ended](std::stop_token stop, const methods::Progress& progress) {
        progress(0.25);
        while (!stop.stop_requested())
            std::this_thread::yield();
        *ended = true;
        return MethodRunner::Answer(tl::unexpected(Error{ErrorCode::Cancelled, {}, {}, {}}));
    });
    REQUIRE(waitFor([&] { return !lasting.isEmpty() && lasting.last().at(1).toBool(); }));
    CHECK(lasting.last().at(0).toDouble() == 0.25);
    runner.cancel();
    REQUIRE(waitFor([&] { return ended->load(); }));
    QCoreApplication::processEvents();
    CHECK(stopped.size() == 1);
    CHECK(finished.isEmpty());
}

TEST_CASE("What is written is what is shown", "[methods]")
{
    Study desk(Method::Hotspots);
    REQUIRE(desk.result());
    const methods::ResultTable& table = desk.result()->tables.front();
    QSignalSpy written(&desk.window->methods(), &MethodController::written);
    const QString csv = desk.folder.filePath(u("hotspots.csv"));
    desk.window->methods().writeTable(0, csv);
    REQUIRE(waitFor([&] { return written.size() == 1; }));
    QFile file(csv);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    CHECK(static_cast<std::size_t>(lines.size()) == table.rows.size() + 1);

    const QString map = desk.folder.filePath(u("hotspots.geojson"));
    desk.window->methods().writeLayer(map);
    REQUIRE(waitFor([&] { return written.size() == 2; }));
    QFile layer(map);
    REQUIRE(layer.open(QIODevice::ReadOnly));
    const QJsonArray features = QJsonDocument::fromJson(layer.readAll()).object().value(u("features")).toArray();
    CHECK(static_cast<std::size_t>(features.size()) == desk.result()->layer->shapes.size());
}

TEST_CASE("A result is never written over the incident file", "[methods]")
{
    Study desk(Method::Hotspots);
    QSignalSpy failed(&desk.window->methods(), &MethodController::failed);
    const QString path = desk.workspace->snapshot()->info.path;
    const qint64 size = QFileInfo(path).size();
    desk.window->methods().writeTable(0, path);
    REQUIRE(failed.size() == 1);
    CHECK(failed.first().first().value<Error>().code == ErrorCode::FileExists);
    CHECK(QFileInfo(path).size() == size);
}

TEST_CASE("The result lies on the map as long as it is wanted there", "[methods]")
{
    Study desk(Method::GiStar);
    REQUIRE(desk.result());
    CHECK(desk.window->map().overlay().layer == desk.result()->layer);
    desk.find<QCheckBox>("onMap")->click();
    CHECK(desk.window->map().overlay().isEmpty());
    desk.find<QCheckBox>("onMap")->click();
    CHECK(desk.window->map().overlay().layer == desk.result()->layer);
    desk.find<QToolButton>("allMethods")->click();
    CHECK(desk.window->map().overlay().isEmpty());
}

TEST_CASE("A method that needs areas says what to draw, and an area drawn for it is not the selection's", "[methods]")
{
    Study desk(Method::Intervention);
    CHECK_FALSE(desk.result());
    CHECK(desk.words().contains(u("målområdet")));
    const Sweref99 hub = workspace::hub();
    desk.field<AreaBox>("target")->findChild<QToolButton*>(u("drawArea"))->click();
    REQUIRE(desk.window->map().mode() == MapView::Mode::DrawArea);
    CHECK_FALSE(desk.window->actions().drawArea->isChecked());
    desk.window->map().setMode(MapView::Mode::Browse); // as at the last corner
    Q_EMIT desk.window->map().areaDrawn(squareAround(hub, 300));
    CHECK(desk.field<AreaBox>("target")->areas().size() == 1);
    CHECK(desk.workspace->filter().area.empty());
    desk.waitForEnd();
    CHECK(desk.words().contains(u("kontrollområde")));
    REQUIRE(desk.window->map().overlay().layer); // so far only seen
    CHECK(desk.window->map().overlay().beside);
    CHECK(desk.window->map().overlay().layer->shapes.front().label == u("Målområde"));

    QCoreApplication::processEvents();
    desk.field<AreaBox>("control")->findChild<QToolButton*>(u("drawArea"))->click();
    desk.window->map().setMode(MapView::Mode::Browse);
    Q_EMIT desk.window->map().areaDrawn(squareAround({hub.easting + 1200, hub.northing}, 500));
    desk.waitForEnd();
    REQUIRE(desk.result());
    CHECK(desk.window->map().overlay().layer == desk.result()->layer);
    CHECK(desk.result()->layer->shapes.size() >= 3); // target, buffer and control
}

TEST_CASE("An area drawn after another has been given up is the selection's again", "[methods]")
{
    Study desk(Method::GiStar);
    desk.field<AreaBox>("area")->findChild<QToolButton*>(u("drawArea"))->click();
    REQUIRE(desk.window->methods().isDrawing());
    desk.window->map().setMode(MapView::Mode::Browse); // Esc
    QCoreApplication::processEvents();
    CHECK_FALSE(desk.window->methods().isDrawing());
    desk.window->actions().drawArea->trigger();
    desk.window->map().setMode(MapView::Mode::Browse);
    Q_EMIT desk.window->map().areaDrawn(squareAround(workspace::hub(), 200));
    CHECK(waitFor([&] { return desk.workspace->filter().area.size() == 4; }));
    CHECK(desk.field<AreaBox>("area")->areas().empty());
}

TEST_CASE("Two periods stand side by side in one colour scale and move as one", "[methods]")
{
    Desk desk;
    desk.show();
    desk.openSample(240);
    desk.window->map().setAnimated(false);
    desk.window->actions().compare->trigger();
    SideBySide& maps = desk.window->sideBySide();
    REQUIRE(waitFor([&] { return maps.isShown(); }));
    MapView& left = desk.window->map();
    MapView& right = maps.second();
    right.setAnimated(false);
    REQUIRE(left.overlay().grid);
    REQUIRE(right.overlay().grid);
    CHECK(left.overlay().grid->scale == right.overlay().grid->scale);
    CHECK(left.overlay().grid->density != right.overlay().grid->density);
    CHECK(left.title() != right.title());
    CHECK(left.width() <= desk.window->mapArea().width() / 2);

    const auto together = [&] {
        return std::hypot(left.centre().easting - right.centre().easting, left.centre().northing - right.centre().northing) <
                   0.01 &&
               std::abs(left.zoom() - right.zoom()) < 1e-9;
    };
    CHECK(together());
    left.setView({322300, 6394500}, 16.5);
    CHECK(together());
    CHECK(std::abs(right.centre().easting - 322300) < 0.5);
    right.setView({321900, 6394100}, 14.0);
    CHECK(together());
    CHECK(std::abs(left.centre().easting - 321900) < 0.5);

    desk.window->actions().compare->trigger();
    CHECK_FALSE(maps.isShown());
    CHECK(left.title().isEmpty());
    CHECK(left.width() == desk.window->mapArea().width());
}

TEST_CASE("Another method ends the comparison side by side", "[methods]")
{
    Desk desk;
    desk.show();
    desk.openSample(240);
    desk.window->actions().compare->trigger();
    REQUIRE(waitFor([&] { return desk.window->sideBySide().isShown(); }));
    desk.window->actions().methods.at(methods::allMethods().indexOf(Method::Times))->trigger();
    CHECK_FALSE(desk.window->sideBySide().isShown());
    CHECK_FALSE(desk.window->actions().compare->isChecked());
}

TEST_CASE("The printed page takes the result along, if it is wanted there", "[methods]")
{
    Study desk(Method::Hotspots);
    REQUIRE(desk.result());
    PrintDialog* dialog = desk.window->showPrint(PrintDialog::Aim::Export);
    REQUIRE(dialog != nullptr);
    CHECK(dialog->options().page.method == desk.result());
    dialog->close();
    desk.find<QCheckBox>("onPage")->click();
    dialog = desk.window->showPrint(PrintDialog::Aim::Export);
    REQUIRE(dialog != nullptr);
    CHECK(dialog->options().page.method == nullptr);
}

TEST_CASE("Parameters are remembered when the program starts anew", "[methods]")
{
    Study desk(Method::GiStar);
    desk.field<QDoubleSpinBox>("cell")->setValue(80);
    desk.field<QCheckBox>("correction")->setChecked(false);
    desk.waitForEnd();
    desk.restart();
    desk.show();
    QSignalSpy opened(desk.workspace.get(), &workspace::Workspace::opened);
    desk.window->files().open(desk.folder.filePath(u("exempel.gpkg")));
    REQUIRE(opened.wait(patience));
    desk.chooseMethod(Method::GiStar);
    CHECK(desk.field<QDoubleSpinBox>("cell")->value() == 80);
    CHECK_FALSE(desk.field<QCheckBox>("correction")->isChecked());
    CHECK(desk.field<QDoubleSpinBox>("band")->value() == 150);
}

TEST_CASE("Another language turns form and result, and keeps the parameters", "[methods]")
{
    Study desk(Method::GiStar);
    desk.field<QDoubleSpinBox>("cell")->setValue(80);
    desk.waitForEnd();
    Q_EMIT desk.window->actions().languageChosen(u("en"));
    CHECK(waitFor([&] { return desk.result() && desk.result()->title == u("Hot and cold areas"); }));
    CHECK(desk.field<QCheckBox>("correction")->text() == u("Allow for how many cells are tested"));
    CHECK(desk.field<QDoubleSpinBox>("cell")->value() == 80);
    Q_EMIT desk.window->actions().languageChosen(u("sv"));
    CHECK(waitFor([&] { return desk.result() && desk.result()->title == u("Heta och kalla områden"); }));
}

TEST_CASE("An empty selection says what to do", "[methods]")
{
    Study desk(Method::GiStar);
    IncidentFilter filter;
    filter.text = u("finns inte någonstans");
    desk.workspace->setFilter(filter);
    desk.waitForEnd();
    CHECK_FALSE(desk.result());
    CHECK(desk.words().contains(u("inga händelser"), Qt::CaseInsensitive));
    CHECK(desk.window->map().overlay().isEmpty());
    CHECK_FALSE(desk.find<QToolButton>("exportResult")->isEnabled());
}

TEST_CASE("Every method is explained in Swedish and in English", "[methods]")
{
    i18n::Languages languages;
    for (const QString& language : {u("sv"), u("en")}) {
        languages.use(language);
        for (const Method method : methods::allMethods()) {
            CAPTURE(language.toStdString(), methods::keyOf(method).toStdString());
            CHECK(methodDocument(method).startsWith(u("# ")));
            CHECK(methodDocument(method).size() > 500);
        }
    }
    languages.use(u("en"));
    const QString english = methodDocument(Method::Times);
    languages.use(u("sv"));
    CHECK(methodDocument(Method::Times) != english);
}

TEST_CASE("What does this mean shows the document and the parameters in use", "[methods]")
{
    Study desk(Method::GiStar);
    REQUIRE(desk.result());
    desk.find<QToolButton>("explainMethod")->click();
    auto* dialog = desk.window->findChild<QDialog*>(u("methodExplanation"));
    REQUIRE(dialog != nullptr);
    const QString words = dialog->findChild<QTextBrowser*>(u("explanation"))->toPlainText();
    CHECK(words.contains(u("Getis")));
    for (const QString& parameter : desk.result()->parameters)
        CHECK(words.simplified().contains(parameter.simplified()));
    dialog->close();
}

TEST_CASE("The rows of a result are copied as they are shown", "[methods]")
{
    Study desk(Method::Hotspots);
    REQUIRE(desk.result());
    auto* table = desk.window->methodPanel().results().findChild<ResultTableView*>();
    REQUIRE(table != nullptr);
    table->selectRow(0);
    QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().trimmed().split(u'\n');
    REQUIRE(lines.size() == 2);
    const methods::ResultTable& shown = desk.result()->tables.front();
    CHECK(lines.at(0).split(u'\t').front() == shown.columns.front().title);
    CHECK(lines.at(1).split(u'\t').front() == methods::shown(shown.rows.front().front(), shown.columns.front()));
}

TEST_CASE("The search field finds the methods as commands", "[methods]")
{
    Desk desk;
    desk.openSample(20);
    const QList<QAction*> commands = desk.window->actions().commands();
    for (QAction* action : desk.window->actions().methods) {
        CHECK(commands.contains(action));
        CHECK(action->property("command").toString().startsWith(u("Analys: ")));
        CHECK_FALSE(action->shortcut().isEmpty());
    }
}

TEST_CASE("All of the toolbar is in sight in a narrow window, in both languages", "[methods]")
{
    for (const QString& language : {u("sv"), u("en")}) {
        CAPTURE(language.toStdString());
        Desk desk(language);
        desk.openSample(20);
        desk.show({1024, 700});
        const QWidget* bar = desk.window->actions().toolBar();
        for (QAction* action : {desk.window->actions().analyses, desk.window->actions().compare}) {
            const QWidget* button = desk.window->actions().toolBar()->widgetForAction(action);
            REQUIRE(button != nullptr);
            CHECK(button->isVisible());
        }
        for (const QToolButton* button : bar->findChildren<QToolButton*>()) {
            if (button->objectName() == u("qt_toolbar_ext_button"))
                CHECK_FALSE(button->isVisible());
            else if (button->isVisible())
                CHECK(button->geometry().right() < bar->width());
        }
    }
}
