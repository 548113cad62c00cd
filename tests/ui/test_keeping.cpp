#include "core/local_time.h"
#include "models/log_model.h"
#include "ui/incident_form.h"
#include "ui/keep/backup_dialog.h"
#include "ui/keep/conflict_dialog.h"
#include "ui/keep/disposal_dialog.h"
#include "ui/keep/keep_controller.h"
#include "ui/keep/log_dialog.h"
#include "ui/keep/profile_dialog.h"
#include "ui/methods/method_controller.h"
#include "ui/print/print_dialog.h"
#include "ui/window_actions.h"
#include "window_support.h"
#include "workspace/log_words.h"
#include "workspace/workstation_profile.h"

#include <QAction>
#include <QComboBox>
#include <QDateEdit>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimeZone>
#include <QTimer>
#include <QTreeWidget>

using namespace hk;
using namespace hk::test;
using namespace hk::ui;

namespace {

bool waitFor(const std::function<bool()>& condition)
{
    return QTest::qWaitFor(condition, patience);
}

IncidentDraft draftAtHub()
{
    IncidentDraft draft;
    draft.category = u("S1");
    draft.occurredFrom = QDateTime::currentDateTimeUtc().addYears(-3);
    draft.position = Sweref99{322123, 6394280};
    return draft;
}

void add(Desk& desk, const IncidentDraft& draft)
{
    QSignalSpy saved(desk.workspace.get(), &workspace::Workspace::saved);
    REQUIRE(desk.workspace->add(draft).empty());
    REQUIRE((saved.count() > 0 || saved.wait(patience)));
}

template <class Dialog>
Dialog* shown(const Desk& desk)
{
    auto* dialog = desk.window->findChild<Dialog*>();
    REQUIRE(dialog != nullptr);
    return dialog;
}

} // namespace

TEST_CASE("The log shows who changed what, that it is whole, and follows the file", "[keeping]")
{
    Desk desk;
    desk.openEmpty();
    desk.workspace->setActor({u("Disken"), u("Mölndals stad")});
    add(desk, draftAtHub());
    desk.window->keeping()->showLog();
    auto* dialog = shown<LogDialog>(desk);
    REQUIRE(waitFor([&] { return dialog->model().rowCount() == 1 && dialog->verification().contains(u("hel")); }));
    CHECK(dialog->model().index(0, models::LogModel::WhoColumn).data().toString() == u("Disken, Mölndals stad"));
    add(desk, draftAtHub());
    REQUIRE(waitFor([&] { return dialog->model().rowCount() == 2; }));
    // a second time the same dialog comes forward
    desk.window->keeping()->showLog();
    CHECK(desk.window->findChildren<LogDialog*>().size() == 1);
}

TEST_CASE("The log is searched while words are typed, within dates, and saved as it is shown", "[keeping]")
{
    Desk desk;
    desk.openEmpty();
    for (const char* words : {"Vid kiosken", "Vid bron", "Kiosken igen"}) {
        IncidentDraft draft = draftAtHub();
        draft.description = u(words);
        add(desk, draft);
    }
    desk.window->keeping()->showLog();
    auto* dialog = shown<LogDialog>(desk);
    REQUIRE(waitFor([&] { return dialog->model().rowCount() == 3; }));
    auto* search = dialog->findChild<QLineEdit*>(u("logSearch"));
    REQUIRE(search != nullptr);
    QTest::keyClick(dialog, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(search, u("kiosken beskrivning"));
    REQUIRE(waitFor([&] { return dialog->model().rowCount() == 2; }));
    QSignalSpy exported(dialog, &LogDialog::exported);
    dialog->exportTo(desk.folder.filePath(u("logg.csv")));
    REQUIRE((exported.count() > 0 || exported.wait(patience)));
    QFile log(desk.folder.filePath(u("logg.csv")));
    REQUIRE(log.open(QIODevice::ReadOnly));
    CHECK(log.readAll().count('\n') == 3); // the headings and the two
    search->setText(u("finns inte"));
    QTest::keyClick(search, Qt::Key_Return); // without the pause
    REQUIRE(waitFor([&] { return dialog->model().rowCount() == 0; }));
    CHECK(dialog->isVisible());
    search->clear();
    REQUIRE(waitFor([&] { return dialog->model().rowCount() == 4; })); // that the log was saved is in it

    // From and to, both days included.
    auto* from = dialog->findChild<QDateEdit*>(u("periodFrom"));
    auto* to = dialog->findChild<QDateEdit*>(u("periodTo"));
    REQUIRE((from && to));
    const QDate today = QDateTime::currentDateTimeUtc().toTimeZone(stockholm()).date();
    from->setDate(today.addDays(-20));
    to->setDate(today.addDays(-10));
    REQUIRE(waitFor([&] { return dialog->model().rowCount() == 0; }));
    to->setDate(today);
    REQUIRE(waitFor([&] { return dialog->model().rowCount() == 4; }));
}

TEST_CASE("What is printed, copied and written from the window is in the log before it is there", "[keeping]")
{
    Desk desk;
    desk.openSample(60);
    desk.workspace->setActor({u("Disken"), u("Mölndals stad")});
    const auto newest = [&] {
        const auto store = store::IncidentStore::open(desk.workspace->snapshot()->info.path, store::Access::ReadOnly).value();
        return store.log(1).value().at(0);
    };

    PrintDialog* print = desk.window->showPrint(PrintDialog::Aim::Export);
    REQUIRE(print != nullptr);
    QSignalSpy printed(print, &PrintDialog::written);
    print->exportTo(desk.folder.filePath(u("karta.pdf")));
    REQUIRE((printed.count() > 0 || printed.wait(patience)));
    store::LogEntry entry = newest();
    CHECK(entry.action == u("export"));
    CHECK(entry.actor == u("Disken"));
    CHECK(entry.organisation == u("Mölndals stad"));
    CHECK(entry.after.contains(u("karta.pdf")));
    CHECK(workspace::describe(entry, CategoryList::standard()).contains(u("Kartsida")));
    print->close();

    QSignalSpy copied(&desk.window->files(), &FileController::copySaved);
    const QString copy = desk.folder.filePath(u("kopia.gpkg"));
    desk.window->files().saveCopy(copy);
    REQUIRE((copied.count() > 0 || copied.wait(patience)));
    CHECK(newest().after.contains(u("\"kopia.gpkg\"")));
    CHECK(newest().after.contains(u("\"incidents\":60")));

    desk.window->methods().choose(methods::Method::Hotspots);
    REQUIRE(waitFor([&] { return desk.window->methods().result() != nullptr; }));
    QSignalSpy written(&desk.window->methods(), &MethodController::written);
    desk.window->methods().writeTable(0, desk.folder.filePath(u("tabell.csv")));
    REQUIRE((written.count() > 0 || written.wait(patience)));
    CHECK(newest().after.contains(u("\"tabell.csv\"")));

    desk.window->keeping()->showLog();
    auto* dialog = shown<LogDialog>(desk);
    REQUIRE(waitFor([&] { return dialog->model().rowCount() > 3; }));
    QSignalSpy exported(dialog, &LogDialog::exported);
    dialog->exportTo(desk.workspace->snapshot()->info.path);
    CHECK(exported.count() == 1); // refused: it is the file itself
    dialog->exportTo(desk.folder.filePath(u("logg.csv")));
    REQUIRE((exported.count() > 1 || exported.wait(patience)));
    CHECK(newest().after.contains(u("\"logg.csv\"")));
    QFile log(desk.folder.filePath(u("logg.csv")));
    REQUIRE(log.open(QIODevice::ReadOnly));
    CHECK(log.readAll().contains("kopia.gpkg"));
}

TEST_CASE("A copy is compared and brought back, after the file itself has been copied", "[keeping]")
{
    Desk desk;
    desk.openEmpty();
    add(desk, draftAtHub());
    desk.window->keeping()->showBackups();
    auto* dialog = shown<BackupDialog>(desk);
    REQUIRE(waitFor([&] { return dialog->copies() > 0; })); // made when the file was opened
    desk.backups->backUp(store::BackupReason::Asked);
    const int before = dialog->copies();
    REQUIRE(waitFor([&] { return dialog->copies() > before; }));
    add(desk, draftAtHub());
    QSignalSpy compared(dialog, &BackupDialog::compared);
    dialog->choose(0);
    REQUIRE((compared.count() > 0 || compared.wait(patience)));
    CHECK(dialog->comparison().startsWith(u("1 ")));
    // Which fields would be others is said for each incident.
    const std::size_t seen = static_cast<std::size_t>(compared.count());
    IncidentDraft changed = IncidentDraft::fromIncident(*desk.workspace->snapshot()->incidents[0]);
    changed.severity = 3;
    changed.description = u("Rättad");
    CHECK(desk.workspace->change(changed).empty());
    REQUIRE(waitFor([&] { return static_cast<std::size_t>(compared.count()) > seen; }));
    const auto* changes = dialog->findChild<QTreeWidget*>(u("backupChanges"));
    REQUIRE(changes->topLevelItemCount() == 3);
    const QTreeWidgetItem* group = changes->topLevelItem(1);
    REQUIRE(group->childCount() == 1);
    CHECK(group->child(0)->text(3) == u("Allvarsgrad, Beskrivning"));
    REQUIRE(group->child(0)->childCount() == 2);
    CHECK(group->child(0)->child(1)->text(0) == u("Beskrivning: Rättad → inget"));
    QSignalSpy restored(dialog, &BackupDialog::restored);
    dialog->restore();
    REQUIRE((restored.count() > 0 || restored.wait(patience)));
    INFO(dialog->comparison().toStdString());
    CHECK(desk.size() == 1);
    const auto backups = store::listBackups(desk.workspace->snapshot()->info.path).value();
    CHECK(std::any_of(backups.begin(), backups.end(),
                      [](const store::BackupFile& one) { return one.reason == store::BackupReason::Restore; }));
}

TEST_CASE("Disposal names the number that is due, and afterwards its protocol can be saved", "[keeping]")
{
    Desk desk;
    desk.openEmpty();
    add(desk, draftAtHub());
    add(desk, draftAtHub());
    IncidentDraft recent = draftAtHub();
    recent.occurredFrom = QDateTime::currentDateTimeUtc().addDays(-1);
    add(desk, recent);
    desk.window->keeping()->showDisposal();
    auto* dialog = shown<DisposalDialog>(desk);
    QSignalSpy proposed(dialog, &DisposalDialog::proposed);
    REQUIRE((proposed.count() > 0 || proposed.wait(patience)));
    CHECK(dialog->due() == 0);
    dialog->addRule({u("S1"), std::nullopt, 24});
    dialog->storeRules();
    REQUIRE(waitFor([&] { return dialog->due() == 2; }));
    CHECK(dialog->words().contains(u("2")));
    // two rules for the same are told, and not stored
    dialog->addRule({u("S1"), std::nullopt, 12});
    dialog->storeRules();
    CHECK(dialog->words().startsWith(u("Två regler")));
    CHECK(dialog->rules().size() == 2);

    QSignalSpy disposed(dialog, &DisposalDialog::disposed);
    dialog->dispose();
    REQUIRE((disposed.count() > 0 || disposed.wait(patience)));
    CHECK(desk.size() == 1);
    const QString protocol = desk.folder.filePath(u("protokoll.pdf"));
    REQUIRE(dialog->saveProtocol(protocol));
    CHECK(QFileInfo(protocol).size() > 3000);
}

TEST_CASE("The profile of the workstation signs what is done from now on, and is remembered", "[keeping]")
{
    Desk desk;
    desk.openEmpty();
    QTimer::singleShot(0, [] {
        auto* dialog = qobject_cast<ProfileDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog != nullptr);
        const auto edits = dialog->findChildren<QLineEdit*>();
        REQUIRE(edits.size() == 2);
        edits[0]->setText(u("Samordnaren"));
        edits[1]->setText(u("Mölndals stad"));
        dialog->accept();
    });
    desk.window->keeping()->editProfile();
    add(desk, draftAtHub());
    CHECK(desk.workspace->snapshot()->incidents.at(0)->createdBy == u("Samordnaren"));
    CHECK(workspace::storedProfile(*desk.settings).organisation == u("Mölndals stad"));
}

TEST_CASE("A conflict shows both versions where they differ", "[keeping]")
{
    Incident theirs;
    theirs.category = u("S1");
    theirs.occurredFrom = theirs.occurredTo = QDateTime(QDate(2024, 1, 1), QTime(12, 0), Qt::UTC);
    theirs.description = u("Deras");
    Incident mine = theirs;
    mine.description = u("Min");
    mine.severity = 2;
    ConflictDialog dialog(theirs, mine, CategoryList::standard());
    CHECK(dialog.differences() == 2);
    const auto* table = dialog.findChild<QTableWidget*>();
    CHECK(table->item(1, 1)->text() == u("Deras"));
    CHECK(table->item(1, 2)->text() == u("Min"));
    CHECK(dialog.answer() == ConflictDialog::Answer::GoOn);
}

TEST_CASE("An incident changed by another program while its form is open is asked about, and nothing typed is lost", "[keeping]")
{
    Desk desk;
    desk.openEmpty();
    add(desk, draftAtHub());
    const Incident seen = *desk.workspace->snapshot()->incidents.at(0);
    desk.window->incidentForm().edit(seen);
    {
        auto other = store::IncidentStore::open(seen.id.isNull() ? QString() : desk.workspace->snapshot()->info.path).value();
        Incident changed = seen;
        changed.placeName = u("Annan plats");
        REQUIRE(other.update({changed}).has_value());
    }
    QSignalSpy refreshed(desk.workspace.get(), &workspace::Workspace::snapshotChanged);
    desk.workspace->refreshIfChanged();
    REQUIRE((refreshed.count() > 0 || refreshed.wait(patience)));
    bool asked = false;
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, [&] {
        auto* dialog = qobject_cast<ConflictDialog*>(QApplication::activeModalWidget());
        if (!dialog || asked)
            return;
        asked = true;
        CHECK(dialog->differences() == 1);
        for (QPushButton* button : dialog->findChildren<QPushButton*>())
            if (button->text().contains(u("min"), Qt::CaseInsensitive))
                button->click();
    });
    poll.start(20);
    QSignalSpy saved(&desk.window->incidentForm(), &IncidentForm::saved);
    desk.window->incidentForm().save();
    REQUIRE((saved.count() > 0 || saved.wait(patience)));
    CHECK(asked);
    CHECK(desk.workspace->snapshot()->incidents.at(0)->placeName.isEmpty());
}
