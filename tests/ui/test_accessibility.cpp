// Every control has a name that is read aloud, the keyboard reaches all of them in the order of reading, and words keep their room
// when they are twice as large. Whatever window or dialog the program has stands in the list here.

#include "accessibility.h"
#include "net/http_client.h"
#include "tiles/keyring.h"
#include "ui/agreement_dialog.h"
#include "ui/area_map_dialog.h"
#include "ui/background_consent.h"
#include "ui/background_dialog.h"
#include "ui/basemap_dialog.h"
#include "ui/bulk_change_dialog.h"
#include "ui/chosen_incidents.h"
#include "ui/export_dialog.h"
#include "ui/import_dialog.h"
#include "ui/incident_form.h"
#include "ui/keep/backup_dialog.h"
#include "ui/keep/conflict_dialog.h"
#include "ui/keep/disposal_dialog.h"
#include "ui/keep/log_dialog.h"
#include "ui/keep/profile_dialog.h"
#include "ui/layer_crs_dialog.h"
#include "ui/layer_style_dialog.h"
#include "ui/network_dialog.h"
#include "ui/print/page_settings_dialog.h"
#include "ui/print/print_dialog.h"
#include "ui/receive_dialog.h"
#include "ui/wfs_dialog.h"
#include "ui/window_actions.h"
#include "window_support.h"
#include "workspace/backgrounds.h"
#include "workspace/backup_keeper.h"
#include "workspace/handover_package.h"
#include "workspace/layers.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDockWidget>
#include <QFile>
#include <QPushButton>
#include <functional>

using namespace hk;
using namespace hk::test;
using namespace hk::ui;

namespace {

/// The window over the sample, and all that its dialogs ask for. Nothing here asks the network.
struct Rooms : Desk {
    workspace::Backgrounds backgrounds{*ground, *settings, {}, std::make_shared<tiles::Keyring>(nullptr)};
    workspace::BackupKeeper keeper{*workspace};
    workspace::Layers layers{*workspace, *ground, {folder.filePath(u("lager")), {}}};
    std::shared_ptr<net::HttpClient> http = std::make_shared<net::HttpClient>(QString());

    Rooms()
    {
        show();
        openSample(60);
    }
    QString write(const char* name, const QByteArray& bytes) const
    {
        QFile file(folder.filePath(u(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        return file.fileName();
    }
    const Incident& incident(std::size_t row) const { return *workspace->snapshot()->incidents[row]; }
    std::unique_ptr<QDialog> styleDialog()
    {
        workspace::MapLayer layer;
        layer.id = QUuid::createUuid();
        layer.title = u("Hållplatser");
        layer.source = write("punkter.geojson",
                             R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"namn":"A","antal":3},)"
                             R"("geometry":{"type":"Point","coordinates":[12.0165,57.6554]}}]})");
        layers.add(layer);
        REQUIRE(QTest::qWaitFor([this] { return !layers.isBusy(); }, patience));
        return std::make_unique<LayerStyleDialog>(layers, layer.id, window.get());
    }
    std::unique_ptr<ExportDialog> exportDialog(const char* profile = "public")
    {
        ExportSource source;
        source.snapshot = workspace->snapshot();
        source.rows = workspace->selection().rows;
        source.streets = workspace->basemap();
        source.agreementsPath = folder.filePath(u("agreements.json"));
        auto dialog = std::make_unique<ExportDialog>(std::move(source), *settings, window.get());
        auto* box = dialog->findChild<QComboBox*>(u("profile"));
        box->setCurrentIndex(box->findData(u(profile)));
        return dialog;
    }
    std::unique_ptr<ImportDialog> importDialog()
    {
        auto dialog = std::make_unique<ImportDialog>(*workspace, *settings, window.get());
        QSignalSpy read(dialog.get(), &ImportDialog::sourceRead);
        dialog->chooseFile(write("logg.csv", "Ärendenr;Datum;Händelsetyp;Plats;Longitud;Latitud;Beskrivning\n"
                                             "17;2024-05-03 21.30;Klotter;Brogatan;12,0165;57,6554;Skrev på en vägg.\n"
                                             "18;2024-05-04 09:05;Okänt;Gallerian;12,0180;57,6560;Två grupper.\n"));
        REQUIRE(read.wait(patience));
        return dialog;
    }
};

using Make = std::function<std::unique_ptr<QDialog>(Rooms&)>;

const std::vector<std::pair<const char*, Make>>& allDialogs()
{
    static const std::vector<std::pair<const char*, Make>> dialogs{
        {"print", [](Rooms& r) {
             return std::make_unique<PrintDialog>(report::ProductInput{r.workspace->analysis(), r.ground->ground(nullptr), r.workspace->basemap()},
                                                  Sweref99{322123, 6394280}, 10000.0, *r.settings, PrintDialog::Aim::Export,
                                                  r.window.get());
         }},
        {"page settings", [](Rooms& r) { return std::make_unique<PageSettingsDialog>(PageSettings{}, r.window.get()); }},
        {"import", [](Rooms& r) { return std::make_unique<ImportDialog>(*r.workspace, *r.settings, r.window.get()); }},
        {"import, columns", [](Rooms& r) { return r.importDialog(); }},
        {"import, values", [](Rooms& r) {
             auto dialog = r.importDialog();
             dialog->findChild<QPushButton*>(u("importPrimary"))->click();
             return dialog;
         }},
        {"bulk change", [](Rooms& r) {
             return std::make_unique<BulkChangeDialog>(3, r.workspace->snapshot()->categories,
                                                       r.workspace->snapshot()->organisations, r.window.get());
         }},
        {"background", [](Rooms& r) { return std::make_unique<BackgroundDialog>(r.backgrounds, r.window.get()); }},
        {"consent", [](Rooms& r) {
             return std::make_unique<BackgroundConsent>(r.backgrounds, QStringList{u("karta.example.org")}, r.window.get());
         }},
        {"network", [](Rooms& r) { return std::make_unique<NetworkDialog>(r.backgrounds, r.window.get()); }},
        {"vector map", [](Rooms& r) {
             return std::make_unique<BasemapDialog>(r.folder.path(), exchange::MapExtent{319500, 6393500, 321500, 6394500},
                                                    r.window.get());
         }},
        {"map of an area", [](Rooms& r) {
             return std::make_unique<AreaMapDialog>(r.http, workspace::OverpassSettings{},
                                                    exchange::MapExtent{319500, 6393500, 321500, 6394500}, r.folder.path(),
                                                    r.window.get());
         }},
        {"wfs", [](Rooms& r) { return std::make_unique<WfsDialog>(r.http, nullptr, r.folder.path(), r.window.get()); }},
        {"layer's style", [](Rooms& r) { return r.styleDialog(); }},
        {"layer's CRS", [](Rooms& r) {
             return std::make_unique<LayerCrsDialog>(u("Hållplatser"), exchange::guessCrs(322000, 6394000), r.window.get());
         }},
        {"log", [](Rooms& r) { return std::make_unique<LogDialog>(*r.workspace, QUuid(), r.window.get()); }},
        {"copies", [](Rooms& r) { return std::make_unique<BackupDialog>(*r.workspace, r.keeper, r.window.get()); }},
        {"disposal", [](Rooms& r) { return std::make_unique<DisposalDialog>(*r.workspace, r.keeper, r.window.get()); }},
        {"conflict", [](Rooms& r) {
             Incident mine = r.incident(0);
             mine.description = u("En annan beskrivning");
             mine.severity = mine.severity % 3 + 1;
             return std::make_unique<ConflictDialog>(r.incident(0), mine, r.workspace->snapshot()->categories, r.window.get());
         }},
        {"export", [](Rooms& r) { return r.exportDialog(); }},
        {"export, for a partner", [](Rooms& r) { return r.exportDialog("partner"); }},
        {"export, package", [](Rooms& r) {
             auto dialog = r.exportDialog("internal");
             auto* format = dialog->findChild<QComboBox*>(u("format"));
             format->setCurrentIndex(format->findData(workspace::packageSuffix));
             dialog->findChild<QCheckBox*>(u("seal"))->setChecked(true);
             return dialog;
         }},
        {"agreements", [](Rooms& r) {
             return std::make_unique<AgreementDialog>(std::vector<PartnerAgreement>{{u("Västtrafik"), {}, {u("N1")}, 100.0, {}, {}}},
                                                      r.workspace->snapshot()->categories, r.window.get());
         }},
        {"receive", [](Rooms& r) {
             auto dialog = std::make_unique<ReceiveDialog>(r.workspace->snapshot()->info.path, store::Actor{}, r.window.get());
             QSignalSpy looked(dialog.get(), &ReceiveDialog::looked);
             dialog->open(r.write("skadat.hkpaket", "PK"));
             REQUIRE(looked.wait(patience));
             return dialog;
         }},
        {"profile", [](Rooms& r) {
             return std::make_unique<ProfileDialog>(store::Actor{u("Disken"), u("Mölndals stad")}, r.window.get());
         }},
    };
    return dialogs;
}

void showAlone(QDialog& dialog)
{
    dialog.show();
    REQUIRE(QTest::qWaitForWindowExposed(&dialog));
    dialog.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&dialog));
    QTest::qWait(50); // what is listed on a worker comes in
}

std::string joined(const QStringList& lines)
{
    return lines.join(QLatin1Char('\n')).toStdString();
}

/// What is found once the layouts have come to rest.
std::string settled(const std::function<QStringList()>& found)
{
    (void)QTest::qWaitFor([&] { return found().isEmpty(); }, 2000);
    return joined(found());
}

} // namespace

TEST_CASE("Every control of every dialog has a name, and Tab goes through them in the order of reading", "[access]")
{
    Rooms rooms;
    for (const auto& [name, make] : allDialogs()) {
        const std::unique_ptr<QDialog> dialog = make(rooms);
        showAlone(*dialog);
        INFO(name);
        CHECK(joined(namelessControls(dialog.get())) == "");
        CHECK(joined(faultsOfFocusOrder(dialog.get())) == "");
    }
}

TEST_CASE("Every control of the window has a name, whatever is open in it", "[access]")
{
    Rooms rooms;
    CHECK(joined(namelessControls(rooms.window.get())) == "");
    rooms.window->actions().newIncident->trigger();
    CHECK(joined(namelessControls(rooms.window.get())) == "");
    rooms.window->chosen().setRows({0});
    rooms.window->actions().editIncident->trigger();
    CHECK(joined(namelessControls(rooms.window.get())) == "");
    for (QAction* method : rooms.window->actions().methods) {
        method->trigger();
        INFO(method->text().toStdString());
        CHECK(joined(namelessControls(rooms.window.get())) == "");
    }
}

TEST_CASE("Tab goes through the window and the form in the order of reading, and is caught nowhere", "[access]")
{
    Rooms rooms;
    rooms.window->actions().newIncident->trigger();
    CHECK(joined(faultsOfFocusOrder(rooms.window.get())) == "");
}

TEST_CASE("Tab goes through the panel of each method in the order of reading, and is caught nowhere", "[access]")
{
    Rooms rooms;
    for (QAction* method : rooms.window->actions().methods) {
        method->trigger();
        const auto* stop = rooms.find<QPushButton>("stopMethod"); // there while it is worked out
        REQUIRE(QTest::qWaitFor([stop] { return !stop->isVisible(); }, patience));
        INFO(method->text().toStdString());
        CHECK(joined(faultsOfFocusOrder(rooms.window.get())) == "");
    }
}

TEST_CASE("With text of twice the size no words are cut off in a dialog", "[access]")
{
    Rooms rooms;
    applyTheme(*qApp, false, 2.0);
    for (const auto& [name, make] : allDialogs()) {
        const std::unique_ptr<QDialog> dialog = make(rooms);
        showAlone(*dialog);
        INFO(name);
        CHECK(settled([&] { return clippedWords(dialog.get()); }) == "");
    }
    applyTheme(*qApp, false, 1.0);
}

TEST_CASE("With text of twice the size no words are cut off in the window and the form", "[access]")
{
    Rooms rooms;
    applyTheme(*qApp, false, 2.0);
    rooms.window->resize(1440, 900);
    rooms.window->actions().newIncident->trigger();
    QTest::qWait(50);
    CHECK(settled([&] { return clippedWords(rooms.window.get()); }) == "");
    applyTheme(*qApp, false, 1.0);
}

TEST_CASE("With text of twice the size in a small window the form has its room, and the field that is typed in is in view",
          "[access]")
{
    Rooms rooms;
    Q_EMIT rooms.window->actions().textScaleChosen(2.0);
    rooms.window->resize(1024, 700);
    rooms.window->actions().newIncident->trigger();
    auto* selection = rooms.find<QDockWidget>("selectionDock");
    INFO(rooms.window->width() << " " << selection->minimumSizeHint().width() << " " << rooms.find<QDockWidget>("sideDock")->minimumSizeHint().width());
    REQUIRE(QTest::qWaitFor([&] { return !selection->isVisible(); }, patience));
    IncidentForm& form = rooms.window->incidentForm();
    CHECK(form.width() >= form.minimumSizeHint().width());
    for (const char* name : {"category", "when", "description", "place"}) {
        auto* field = rooms.find<QWidget>(name);
        field->setFocus();
        INFO(name);
        CHECK_FALSE(field->visibleRegion().isEmpty());
    }
    QTest::keyClick(rooms.find<QWidget>("place"), Qt::Key_Escape);
    Q_EMIT rooms.window->actions().textScaleChosen(1.0);
    CHECK(QTest::qWaitFor([&] { return selection->isVisible(); }, patience));
}
