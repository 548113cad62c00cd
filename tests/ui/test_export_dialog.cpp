#include "store/backups.h"
#include "text/sentences.h"
#include "ui/agreement_dialog.h"
#include "ui/export_controller.h"
#include "ui/export_options.h"
#include "ui/form_field.h"
#include "window_support.h"
#include "workspace/handover_package.h"
#include "workspace/log_words.h"
#include "workspace/workstation_profile.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>

using namespace hk;
using namespace hk::test;
using namespace hk::ui;

namespace {

/// A window with the export dialog open over it.
struct Exporting : Desk {
    explicit Exporting(int incidents = 300)
    {
        window->exports().setAgreementsPath(folder.filePath(u("agreements.json")));
        openSample(incidents);
        open();
    }
    void open()
    {
        dialog = window->exports().showExport();
        settlePreview();
    }
    void settlePreview() const
    {
        REQUIRE(QTest::qWaitFor([this] { return dialog->content() != nullptr; }, patience));
    }
    template <class T>
    T* part(const char* name) const
    {
        T* found = dialog->findChild<T*>(u(name));
        REQUIRE(found != nullptr);
        return found;
    }
    void choose(const char* box, const char* value) const
    {
        auto* found = part<QComboBox>(box);
        const int index = found->findData(u(value));
        REQUIRE(index >= 0);
        found->setCurrentIndex(index);
    }
    QByteArray exported(const char* name) const
    {
        QSignalSpy written(dialog, &ExportDialog::written);
        dialog->exportTo(folder.filePath(u(name)));
        REQUIRE(written.wait(patience));
        QFile file(folder.filePath(u(name)));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
    void agree() const
    {
        PartnerAgreement one;
        one.partner = u("Västtrafik");
        one.categories = {u("N1"), u("S1"), u("O1"), u("G1")};
        one.fields = {u("severity")};
        REQUIRE(workspace::writeAgreements(folder.filePath(u("agreements.json")), {one}).has_value());
    }

    ExportDialog* dialog = nullptr;
};

} // namespace

TEST_CASE("the export begins with what may go to everybody and says what is not shown and why")
{
    Exporting desk;
    CHECK(desk.part<QComboBox>("profile")->currentData().toString() == u("public"));
    CHECK(desk.part<QComboBox>("format")->findData(u("hkpaket")) < 0);
    auto* preview = desk.part<QTableWidget>("preview");
    CHECK(preview->rowCount() > 3);
    int hidden = 0;
    for (int row = 0; row < preview->rowCount(); ++row)
        for (int column = 1; column < preview->columnCount(); ++column) {
            const QString shown = preview->item(row, column)->text();
            hidden += shown == u("–") ? 1 : 0;
            CHECK((shown == u("–") || shown.toInt() == 0 || shown.toInt() >= 5));
        }
    CHECK(hidden > 0);
    const QString words = desk.part<QLabel>("exportWords")->text();
    CHECK(words.contains(u("under 5")));
    CHECK(desk.exported("o.csv").startsWith("area,name,total,"));
    CHECK(desk.part<QLabel>("receiptWords")->text().contains(u("o.csv")));
}

TEST_CASE("what the filter leaves out is not exported, and the filter stands in words")
{
    Desk desk;
    desk.openSample(300);
    IncidentFilter filter;
    filter.categories = {u("N1")};
    desk.workspace->setFilter(filter);
    const std::size_t selected = desk.selected();
    ExportDialog* dialog = desk.window->exports().showExport();
    dialog->findChild<QComboBox*>(u("profile"))->setCurrentIndex(2); // internal
    REQUIRE(QTest::qWaitFor([dialog] { return dialog->content() != nullptr; }, patience));
    CHECK(dialog->content()->incidents.size() == selected);
    CHECK(dialog->findChild<QLabel*>(u("filterWords"))->text().contains(u("N1")));
}

TEST_CASE("without an agreement nothing goes to a partner; with one, what it names")
{
    Exporting desk;
    desk.choose("profile", "partner");
    CHECK_FALSE(desk.part<QPushButton>("export")->isEnabled());
    CHECK(desk.part<QLabel>("exportWords")->text().contains(u("avtal"), Qt::CaseInsensitive));
    desk.agree();
    desk.dialog->close();
    desk.open();
    desk.choose("profile", "partner");
    desk.settlePreview();
    auto* preview = desk.part<QTableWidget>("preview");
    QStringList titles;
    for (int column = 0; column < preview->columnCount(); ++column)
        titles.append(preview->horizontalHeaderItem(column)->text());
    CHECK(titles.contains(text::fieldName(u("severity"))));
    CHECK_FALSE(titles.contains(u("Beskrivning")));
    CHECK_FALSE(titles.contains(u("Skapad av")));
}

TEST_CASE("every export is in the log before it is in the file, and none is made that cannot be logged")
{
    Exporting desk;
    ExportSource source;
    source.snapshot = desk.workspace->snapshot();
    source.rows = desk.workspace->selection().rows;
    source.agreementsPath = desk.folder.filePath(u("agreements.json"));
    const QString path = desk.folder.filePath(u("logged.csv"));
    bool wasThere = true;
    QString logged;
    source.log = [&](const ExportSummary& summary, const QString& target, const std::function<void(Result<void>)>& done) {
        wasThere = QFile::exists(path);
        logged = toName(summary.profile) + u' ' + target + u' ' + QString::number(summary.rows);
        done({});
    };
    {
        ExportDialog dialog(source, *desk.settings);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        REQUIRE(QTest::qWaitFor([&] { return dialog.content() != nullptr; }, patience));
        QSignalSpy written(&dialog, &ExportDialog::written);
        dialog.exportTo(path);
        REQUIRE(written.wait(patience));
        CHECK_FALSE(wasThere);
        CHECK(logged == u("public %1 %2").arg(path).arg(dialog.content()->summary.rows));
    }
    source.log = [](const ExportSummary&, const QString&, const std::function<void(Result<void>)>& done) {
        done(fail(ErrorCode::DiskFull, {u("fil.gpkg"), -1, {}}));
    };
    ExportDialog dialog(source, *desk.settings);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    REQUIRE(QTest::qWaitFor([&] { return dialog.content() != nullptr; }, patience));
    QSignalSpy failed(&dialog, &ExportDialog::failed);
    dialog.exportTo(desk.folder.filePath(u("not.csv")));
    REQUIRE(failed.size() == 1);
    CHECK_FALSE(QFile::exists(desk.folder.filePath(u("not.csv"))));
}

TEST_CASE("the log of the file says who exported what for whom")
{
    Exporting desk;
    desk.workspace->setActor({u("Samordnaren"), u("Mölndals stad")});
    desk.agree();
    desk.dialog->close();
    desk.open();
    desk.choose("profile", "partner");
    desk.settlePreview();
    desk.exported("partner.csv");
    const auto store = store::IncidentStore::open(desk.workspace->snapshot()->info.path, store::Access::ReadOnly).value();
    const store::LogEntry entry = store.log(1).value().at(0);
    CHECK(entry.action == u("export"));
    CHECK(entry.actor == u("Samordnaren"));
    CHECK(entry.organisation == u("Mölndals stad"));
    const QString words = workspace::describe(entry, CategoryList::standard());
    CHECK(words.contains(u("Partner: Västtrafik")));
    CHECK(words.contains(u("partner.csv")));
    CHECK(words.contains(QString::number(desk.dialog->content()->incidents.size())));
    CHECK(store.verifyLog().value().sound());
}

TEST_CASE("a package needs a sender, and a passphrase that was written twice the same")
{
    Exporting desk;
    desk.choose("profile", "internal");
    desk.choose("format", "hkpaket");
    desk.settlePreview();
    auto* go = desk.part<QPushButton>("export");
    CHECK_FALSE(go->isEnabled());
    desk.part<QLineEdit>("sender")->setText(u("Mölndals stad"));
    CHECK(go->isEnabled());
    desk.part<QCheckBox>("seal")->setChecked(true);
    CHECK_FALSE(go->isEnabled());
    desk.part<QLineEdit>("passphrase")->setText(u("fyra ord utan ordning"));
    CHECK_FALSE(go->isEnabled());
    const auto faults = [&] {
        QStringList told;
        for (const FormField* field : desk.dialog->findChildren<FormField*>())
            if (!field->fault().isEmpty())
                told.append(field->fault());
        return told;
    };
    desk.part<QLineEdit>("passphraseAgain")->setText(u("fyra ord")); // on the way
    CHECK(faults().isEmpty());
    desk.part<QLineEdit>("passphraseAgain")->setText(u("fyra skor"));
    CHECK(faults() == QStringList{u("De två lösenfraserna är olika.")});
    desk.part<QLineEdit>("passphraseAgain")->setText(u("fyra ord utan ordning"));
    CHECK(go->isEnabled());
    CHECK(faults().isEmpty());
    CHECK_FALSE(desk.exported("o.hkpaket").contains("manifest"));
    CHECK(workspace::openPackage(desk.folder.filePath(u("o.hkpaket")), seal::Passphrase(u("fyra ord utan ordning")))
              .value()
              .facts.incidents == 300);
    desk.settings->sync();
    QFile stored(desk.settings->fileName());
    REQUIRE(stored.open(QIODevice::ReadOnly));
    CHECK_FALSE(stored.readAll().contains("fyra ord"));
}

TEST_CASE("the wider profiles are chosen anew each time; the rest is remembered")
{
    Exporting desk;
    desk.choose("profile", "internal");
    desk.choose("format", "gpkg");
    desk.settlePreview();
    desk.dialog->close();
    desk.open();
    CHECK(desk.part<QComboBox>("profile")->currentData().toString() == u("public"));
    CHECK(desk.part<QComboBox>("format")->currentData().toString() == u("gpkg"));
}

TEST_CASE("an agreement is written by name, categories and fields, and none without a name")
{
    AgreementDialog dialog({}, CategoryList::standard());
    auto* save = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    CHECK_FALSE(save->isEnabled());
    dialog.findChild<QLineEdit*>(u("partnerName"))->setText(u("Västtrafik"));
    CHECK(save->isEnabled());
    dialog.findChild<QListWidget*>(u("categories"))->item(0)->setCheckState(Qt::Checked);
    dialog.findChild<QPushButton*>(u("newPartner"))->click();
    CHECK_FALSE(save->isEnabled());
    dialog.findChild<QLineEdit*>(u("partnerName"))->setText(u("västtrafik "));
    CHECK_FALSE(save->isEnabled()); // the same partner twice
    dialog.findChild<QLineEdit*>(u("partnerName"))->setText(u("Väktare"));
    save->click();
    REQUIRE(dialog.agreements().size() == 2);
    CHECK(dialog.agreements()[0].partner == u("Västtrafik"));
    CHECK(dialog.agreements()[0].categories == QStringList{CategoryList::standard().all()[0].code});
    CHECK(dialog.agreements()[1].categories.isEmpty());
}

namespace {

/// A package of another town, as a file.
QString writePackage(Exporting& desk)
{
    desk.choose("profile", "internal");
    desk.choose("format", "hkpaket");
    desk.part<QLineEdit>("sender")->setText(u("Annan stad"));
    desk.settlePreview();
    desk.exported("o.hkpaket");
    desk.dialog->close();
    return desk.folder.filePath(u("o.hkpaket"));
}

} // namespace

TEST_CASE("where no copy can be made before a package is taken in, nothing is until one says so")
{
    Exporting desk(50);
    const QString package = writePackage(desk);
    Desk receiver;
    receiver.openEmpty();
    IncidentDraft draft; // a file without a history has nothing to lose yet
    draft.category = u("S1");
    draft.occurredFrom = QDateTime::currentDateTimeUtc().addYears(-3);
    draft.position = Sweref99{322123, 6394280};
    QSignalSpy saved(receiver.workspace.get(), &workspace::Workspace::saved);
    REQUIRE(receiver.workspace->add(draft).empty());
    REQUIRE((saved.count() > 0 || saved.wait(patience)));
    const QString file = receiver.workspace->snapshot()->info.path;
    const QString folder = store::backupFolder(file);
    // The copy of the opening is done: nothing makes the folder anew.
    REQUIRE(QTest::qWaitFor([&] { return !store::listBackups(file).value().empty(); }, patience));
    REQUIRE(QDir(folder).removeRecursively());
    QFile inTheWay(folder);
    REQUIRE(inTheWay.open(QIODevice::WriteOnly));
    ReceiveDialog* dialog = receiver.window->exports().showReceive(package);
    QSignalSpy looked(dialog, &ReceiveDialog::looked);
    REQUIRE(looked.wait(patience));
    QSignalSpy copyFailed(dialog, &ReceiveDialog::copyFailed);
    dialog->takeIn();
    REQUIRE(copyFailed.wait(patience));
    CHECK(receiver.size() == 1);
    CHECK(dialog->findChild<QLabel*>(u("reportWords"))->text().contains(u("gick inte att göra någon säkerhetskopia")));
    auto* without = dialog->findChild<QPushButton*>(u("takeWithoutCopy"));
    REQUIRE_FALSE(without->isHidden());
    CHECK(dialog->findChild<QPushButton*>(u("take"))->isEnabled());
    QSignalSpy received(dialog, &ReceiveDialog::received);
    without->click();
    REQUIRE(received.wait(patience));
    CHECK(QTest::qWaitFor([&] { return receiver.size() == 51; }, patience));
}

TEST_CASE("a package is looked through before it is taken in")
{
    Exporting desk(50);
    const QString package = writePackage(desk);
    Desk receiver;
    receiver.openEmpty();
    ReceiveDialog* dialog = receiver.window->exports().showReceive(package);
    QSignalSpy looked(dialog, &ReceiveDialog::looked);
    REQUIRE(looked.wait(patience));
    REQUIRE(dialog->report().has_value());
    CHECK(dialog->report()->inserted == 50);
    CHECK(dialog->focusWidget() == dialog->findChild<QPushButton*>(u("take"))); // Return does what the marked button says
    CHECK(receiver.size() == 0);
    CHECK(dialog->findChild<QLabel*>(u("facts"))->text().contains(u("Annan stad")));
    CHECK(dialog->findChild<QLabel*>(u("reportWords"))->text().contains(u("50 nya händelser")));
    QSignalSpy received(dialog, &ReceiveDialog::received);
    dialog->takeIn();
    REQUIRE(received.wait(patience));
    REQUIRE(QTest::qWaitFor([&] { return receiver.size() == 50; }, patience));
    CHECK(receiver.workspace->snapshot()->incidents[0]->externalId.startsWith(u("Annan stad/")));
    CHECK(receiver.workspace->snapshot()->incidents[0]->createdBy == workspace::storedProfile(*receiver.settings).name);
}
