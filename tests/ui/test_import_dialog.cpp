#include "support/catch.h"
#include "ui/import_columns_page.h"
#include "ui/import_dialog.h"
#include "ui/import_file.h"
#include "ui/import_run_page.h"
#include "ui/import_values_page.h"
#include "workspace/workspace.h"

#include <QBrush>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace hk;
using namespace hk::ui;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

constexpr int patience = 20'000; // milliseconds; a signal ends the wait

const QByteArray swedish = "Ärendenr;Datum;Tid;Händelsetyp;Plats;Longitud;Latitud;Beskrivning\n"
                           "17;2024-05-03;21.30;Klotter;Brogatan;12,0165;57,6554;Skrev på en vägg.\n"
                           "18;2024-05-04;09:05;Bråk;Gallerian;12,0180;57,6560;Två grupper.\n"
                           "19;2024-05-05;23:50;Fylleri;Stationen;12,0190;57,6557;\n";

/// One row outside Sweden and one of a category that nobody knows.
const QByteArray faulty = "id,category,from,lat,lon\n"
                          "1,N1,2024-05-01 12:00,57.6554,12.0165\n"
                          "2,N1,2024-05-01 12:00,53.7655,-2.4646\n"
                          "3,Q9,2024-05-01 12:00,57.6554,12.0165\n";

/// A dialog over a file of incidents that is really there, gone with the test.
struct Desk {
    QTemporaryDir folder;
    workspace::Workspace workspace{map::Basemap::embedded().value()};
    QSettings settings{folder.filePath(u("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<ImportDialog> dialog;

    Desk()
    {
        QSignalSpy opened(&workspace, &workspace::Workspace::opened);
        workspace.create(folder.filePath(u("a.gpkg")), {});
        REQUIRE(opened.wait(patience));
        open();
    }

    void open()
    {
        dialog = std::make_unique<ImportDialog>(workspace, settings);
        dialog->show();
    }

    QString write(const char* name, const QByteArray& content) const
    {
        QFile file(folder.filePath(u(name)));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        return file.fileName();
    }

    void choose(const QString& path)
    {
        QSignalSpy read(dialog.get(), &ImportDialog::sourceRead);
        dialog->chooseFile(path);
        REQUIRE(read.wait(patience));
    }

    template <class Widget>
    Widget* find(const char* name = "") const
    {
        return *name == 0 ? dialog->findChild<Widget*>() : dialog->findChild<Widget*>(u(name));
    }
    ImportColumnsPage& columns() const { return *find<ImportColumnsPage>(); }
    ImportValuesPage& values() const { return *find<ImportValuesPage>(); }
    ImportRunPage& run() const { return *find<ImportRunPage>(); }
    void press(const char* name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QString title() const { return find<QLabel>("importTitle")->text(); }

    /// From the columns to the values, which are read on a worker.
    void toValues()
    {
        press("importPrimary");
        REQUIRE(QTest::qWaitFor([this] { return values().missing() != ImportValuesPage::tr("The values are still being read."); },
                                patience));
    }
    void pressAndFinish()
    {
        QSignalSpy finished(&workspace, &workspace::Workspace::importFinished);
        press("importPrimary");
        REQUIRE(finished.wait(patience));
    }
    std::size_t stored() const { return workspace.snapshot()->size(); }
};

} // namespace

TEST_CASE("a Swedish table is understood, tried and imported")
{
    Desk desk;
    desk.choose(desk.write("logg.csv", swedish));
    const exchange::ImportMapping mapping = desk.columns().mapping();
    CHECK(mapping.columns.value(field::externalId) == u("Ärendenr"));
    CHECK(mapping.columns.value(field::from) == u("Datum"));
    CHECK(mapping.columns.value(u("from_time")) == u("Tid"));
    CHECK(mapping.columns.value(field::category) == u("Händelsetyp"));
    CHECK(mapping.columns.value(field::place) == u("Plats"));
    CHECK(mapping.columns.value(field::longitude) == u("Longitud"));
    CHECK(mapping.columns.value(field::latitude) == u("Latitud"));
    CHECK(mapping.columns.value(field::description) == u("Beskrivning"));

    desk.toValues();
    CHECK(desk.values().categoryOf(u("Klotter")) == u("S2"));
    CHECK(desk.values().categoryOf(u("Bråk")) == u("O1"));
    desk.pressAndFinish();
    CHECK(desk.stored() == 0); // tried only
    desk.pressAndFinish();
    REQUIRE(desk.stored() == 3);
    const Incident& first = *desk.workspace.snapshot()->incidents.front();
    CHECK(first.externalId == u("17"));
    CHECK(first.category == u("S2"));
    CHECK(first.placeName == u("Brogatan"));
    CHECK(first.occurredFrom == QDateTime(QDate(2024, 5, 3), QTime(19, 30), Qt::UTC));
    CHECK_THAT(first.position.easting, WithinAbs(321991.1, 0.1));
    CHECK_THAT(first.position.northing, WithinAbs(6394262.8, 0.1));
}

TEST_CASE("trying counts what would happen, and changes nothing")
{
    Desk desk;
    desk.choose(desk.write("i.csv", faulty));
    desk.toValues();
    desk.pressAndFinish();
    CHECK(desk.stored() == 0);
    CHECK(desk.workspace.undoStack()->count() == 0);
    auto* faults = desk.find<QTableView>("importFaults");
    REQUIRE(faults->model()->rowCount() == 2);
    CHECK(faults->model()->index(0, 0).data().toString() == u("3"));
    CHECK(faults->model()->index(1, 1).data().toString() == u("Category"));
    CHECK(faults->model()->index(1, 2).data().toString().contains(u("Q9")));
    CHECK(!QFile::exists(desk.run().rejectsPath()));
}

TEST_CASE("faulty rows are left out and saved beside the input, without overwriting anything")
{
    Desk desk;
    const QString taken = desk.write("i-rejected.csv", "mine");
    desk.choose(desk.write("i.csv", faulty));
    desk.toValues();
    desk.pressAndFinish();
    desk.pressAndFinish();
    CHECK(desk.stored() == 1);
    QFile kept(taken);
    REQUIRE(kept.open(QIODevice::ReadOnly));
    CHECK(kept.readAll() == "mine");
    QFile rejects(desk.folder.filePath(u("i-rejected-2.csv")));
    REQUIRE(rejects.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = rejects.readAll().trimmed().split('\n');
    REQUIRE(lines.size() == 3);
    CHECK(lines[1].startsWith("3,position,outside-sweden,"));
    CHECK(lines[2].startsWith("4,category,unknown-category,"));
}

TEST_CASE("one may have nothing changed while there are faulty rows, and get them in a file")
{
    Desk desk;
    desk.choose(desk.write("i.csv", faulty));
    desk.toValues();
    desk.pressAndFinish();
    desk.run().chooseChangesNothing(true);
    desk.pressAndFinish();
    CHECK(desk.stored() == 0);
    CHECK(QFile::exists(desk.folder.filePath(u("i-rejected.csv"))));
}

TEST_CASE("cancelling an import changes nothing")
{
    Desk desk;
    QByteArray many = "id,category,from,lat,lon\n";
    for (int i = 0; i < 100'000; ++i)
        many += QByteArray::number(i) + ",N1,2024-05-01 12:00,57.6554,12.0165\n";
    desk.choose(desk.write("many.csv", many));
    desk.toValues();
    desk.pressAndFinish();
    QSignalSpy progress(&desk.workspace, &workspace::Workspace::importProgress);
    QSignalSpy finished(&desk.workspace, &workspace::Workspace::importFinished);
    desk.press("importPrimary");
    REQUIRE(progress.wait(patience));
    desk.press("importClose");
    REQUIRE(finished.wait(patience));
    CHECK(desk.dialog->isVisible());
    CHECK(desk.title() == ImportRunPage::tr("Cancelled. Nothing was changed."));
    CHECK(desk.stored() == 0);
}

TEST_CASE("a file that cannot be read says so and leaves the choice")
{
    Desk desk;
    desk.dialog->chooseFile(desk.folder.filePath(u("nowhere.csv")));
    auto* fault = desk.find<QLabel>("importFileFault");
    REQUIRE(QTest::qWaitFor([&] { return fault->isVisible(); }, patience));
    CHECK(fault->text().contains(u("nowhere.csv")));
    CHECK(desk.find<QPushButton>("importChoose")->isVisible());
}

TEST_CASE("what is missing is said before anything is tried")
{
    Desk desk;
    desk.choose(desk.write("i.csv", "category,datum\nN1,2024-05-01\n"));
    desk.press("importPrimary");
    CHECK(desk.find<QStackedWidget>()->currentIndex() == 1);
    CHECK(!desk.find<QLabel>("importFault")->text().isEmpty());
}

TEST_CASE("values without a category take the one for all others")
{
    Desk desk;
    desk.choose(desk.write("i.csv", "id,category,from,lat,lon\n1,THEFT,2024-05-01 12:00,57.6554,12.0165\n"
                                    "2,ODD,2024-05-01 12:00,57.6554,12.0165\n3,,2024-05-01 12:00,57.6554,12.0165\n"));
    desk.toValues();
    desk.values().chooseCategory(u("THEFT"), u("T1"));
    desk.values().chooseDefault(u("O3"));
    desk.pressAndFinish();
    desk.pressAndFinish();
    REQUIRE(desk.stored() == 3);
    QStringList codes;
    for (const auto& incident : desk.workspace.snapshot()->incidents)
        codes.append(incident->category);
    CHECK(codes == QStringList{u("T1"), u("O3"), u("O3")});
}

TEST_CASE("a column that is taken away stays away, though it bears a field's name")
{
    Desk desk;
    desk.choose(desk.write("i.csv", "category,from,lat,lon,description\nN1,2024-05-01 12:00,57.6554,12.0165,Lugnt.\n"));
    desk.columns().chooseColumn(field::description, {});
    desk.toValues();
    desk.pressAndFinish();
    desk.pressAndFinish();
    REQUIRE(desk.stored() == 1);
    CHECK(desk.workspace.snapshot()->incidents.front()->description.isEmpty());
}

TEST_CASE("the choices are offered again for a file with the same columns")
{
    Desk desk;
    const QString path = desk.write("i.csv", "sort,tidsstämpel,lat,lon,anm\nODD,2024-05-01 12:00,57.6554,12.0165,x\n");
    desk.choose(path);
    desk.columns().chooseColumn(field::category, u("sort"));
    desk.columns().chooseColumn(field::from, u("tidsstämpel"));
    desk.toValues();
    desk.values().chooseCategory(u("ODD"), u("S3"));
    desk.pressAndFinish();
    desk.open();
    desk.choose(path);
    CHECK(desk.columns().columnOf(field::category) == u("sort"));
    CHECK(desk.columns().columnOf(field::from) == u("tidsstämpel"));
    desk.toValues();
    CHECK(desk.values().categoryOf(u("ODD")) == u("S3"));
}

TEST_CASE("the numbers of a position say its system and which of x and y points north")
{
    const QTemporaryDir folder;
    const auto guessOf = [&](const QByteArray& content) {
        QFile file(folder.filePath(u("g.csv")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        return exchange::guessColumns(exchange::readImportFile({file.fileName(), {}, {}, {}}).value());
    };
    const ImportGuess swerefSwedish = guessOf("datum,x,y\n2024-05-01,6394262.8,321991.1\n");
    CHECK(swerefSwedish.east == u("y"));
    CHECK(swerefSwedish.north == u("x"));
    CHECK(swerefSwedish.crs == u("EPSG:3006"));
    const ImportGuess local = guessOf("datum,N,E\n2024-05-01,6392903.1,150985.0\n");
    CHECK(local.east == u("E"));
    CHECK(local.crs == u("EPSG:3007"));
    const ImportGuess degrees = guessOf("datum,x,y\n2024-05-01,12.0165,57.6554\n");
    CHECK(degrees.east == u("x"));
    CHECK(degrees.crs == u("EPSG:4326"));
    CHECK(degrees.guessed.contains(field::position));
    const ImportGuess oneOdd = guessOf("datum,x,y\n2024-05-01,6394262.8,321991.1\n2024-05-01,6394262.8,321991.1\n"
                                       "2024-05-01,53,321991.1\n2024-05-01,6394262.8,321991.1\n2024-05-01,6394262.8,321991.1\n");
    CHECK(oneOdd.crs == u("EPSG:3006"));
    const ImportGuess unnamed = guessOf("datum,koord a,koord b\n2024-05-01,57.6554,12.0165\n");
    CHECK(unnamed.north == u("koord a"));
}

TEST_CASE("a clock beside a day is the time of day, and a whole time in one column needs none")
{
    const QTemporaryDir folder;
    const auto guessOf = [&](const QByteArray& content) {
        QFile file(folder.filePath(u("g.csv")));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        return exchange::guessColumns(exchange::readImportFile({file.fileName(), {}, {}, {}}).value()).columns;
    };
    const auto apart = guessOf("Datum,Starttid,Sluttid\n2024-05-01,21:30,23:00\n");
    CHECK(apart.value(field::from) == u("Datum"));
    CHECK(apart.value(u("from_time")) == u("Starttid"));
    CHECK(apart.value(u("to_time")) == u("Sluttid"));
    const auto together = guessOf("Tid,Text\n2024-05-01 21:30,Lugnt\n");
    CHECK(together.value(field::from) == u("Tid"));
    CHECK(!together.contains(u("from_time")));
}

TEST_CASE("rows copied in a spreadsheet are pasted, with headings or without")
{
    Desk desk;
    QGuiApplication::clipboard()->setText(u("Datum\tKategori\tPlats\tLongitud\tLatitud\n2024-05-03 21:30\tKlotter\tBrogatan\t12,0165\t57,6554\n"));
    QSignalSpy read(desk.dialog.get(), &ImportDialog::sourceRead);
    QTest::keyClick(desk.dialog.get(), Qt::Key_V, Qt::ControlModifier);
    REQUIRE(read.wait(patience));
    CHECK(desk.columns().columnOf(field::from) == u("Datum"));
    desk.toValues();
    desk.pressAndFinish();
    desk.pressAndFinish();
    REQUIRE(desk.stored() == 1);
    CHECK(desk.workspace.snapshot()->incidents.front()->category == u("S2"));

    desk.open();
    QGuiApplication::clipboard()->setText(u("2024-05-04 21:30\tKlotter\t12,0165\t57,6554\n"));
    QSignalSpy again(desk.dialog.get(), &ImportDialog::sourceRead);
    desk.dialog->pasteRows();
    REQUIRE(again.wait(patience));
    CHECK(desk.columns().columnOf(field::from) == u("A"));
    CHECK(desk.columns().mapping().columns.value(field::longitude) == u("C"));

    desk.open();
    QGuiApplication::clipboard()->clear();
    desk.dialog->pasteRows();
    CHECK(desk.find<QLabel>("importFileFault")->isVisible());
}

TEST_CASE("how a table is written is guessed, shown and changeable, and the file is read anew by it")
{
    Desk desk;
    desk.choose(desk.write("i.csv", "Datum;Kategori;Longitud;Latitud;Anm\n03.05.2024;Br\x86k;12,0165;57,6554;a,b\n"
                                    "23.05.2024;Br\x86k;12,0165;57,6554;a,b\n"));
    auto* encoding = desk.find<QComboBox>("importEncoding");
    auto* separator = desk.find<QComboBox>("importSeparator");
    CHECK(encoding->currentData().toInt() == static_cast<int>(exchange::TextEncoding::Dos850));
    CHECK(separator->currentData().toInt() == ';');
    CHECK(desk.columns().mapping().dates == exchange::DateOrder::DayFirst);
    CHECK(desk.columns().mapping().table.decimal == ',');
    QSignalSpy read(desk.dialog.get(), &ImportDialog::sourceRead);
    separator->setCurrentIndex(separator->findData(','));
    REQUIRE(read.wait(patience));
    CHECK(desk.columns().mapping().table.separator == ',');
    CHECK(!desk.columns().missing().isEmpty());
}

TEST_CASE("values that would have their row left out are marked while columns are chosen, with the reason")
{
    Desk desk;
    desk.choose(desk.write("i.csv", "category,from,lat,lon\nN1,2024-03-31 02:15,57.6554,12.0165\nN1,2024-05-01 12:00,57.6554,12.0165\n"));
    auto* words = desk.find<QLabel>("importSampleFaults");
    REQUIRE(QTest::qWaitFor([words] { return !words->text().isEmpty(); }, patience));
    const QAbstractItemModel& rows = *desk.find<QTableView>("importSample")->model();
    CHECK(rows.index(0, 1).data(Qt::BackgroundRole).value<QBrush>().style() == Qt::SolidPattern);
    CHECK(rows.index(0, 1).data(Qt::ToolTipRole).toString().contains(u("02:15")));
    CHECK(rows.index(1, 1).data(Qt::BackgroundRole).value<QBrush>().style() == Qt::NoBrush);
}

TEST_CASE("rows without coordinates are placed by their place, and those not found are told by name")
{
    Desk desk;
    desk.choose(desk.write("i.csv", "Datum;Kategori;Plats\n2024-05-01 12:00;Klotter;Brogatan 4\n2024-05-02 12:00;Klotter;Ingenstans\n"
                                    "2024-05-03 12:00;Klotter;Vid Brogatan hörnet\n"));
    CHECK(desk.columns().missing().isEmpty());
    desk.toValues();
    desk.pressAndFinish();
    const QString words = desk.find<QLabel>("importPlaces")->text();
    CHECK(words.contains(u("Ingenstans (1)")));
    CHECK(words.contains(u("Vid Brogatan hörnet (1; the map has Brogatan)")));
    // The fault of the row says which place it is, and what the map has instead.
    const QAbstractItemModel& faults = *desk.find<QTableView>("importFaults")->model();
    REQUIRE(faults.rowCount() == 2);
    CHECK(faults.index(0, 0).data().toString() == u("3"));
    CHECK(faults.index(0, 2).data().toString().startsWith(u("“Ingenstans” is not on the map.")));
    // No heading is cut off.
    const auto* table = desk.find<QTableView>("importFaults");
    const QHeaderView& header = *table->horizontalHeader();
    CHECK(header.sectionSize(0) >= header.fontMetrics().horizontalAdvance(faults.headerData(0, Qt::Horizontal).toString()) + 20);
    CHECK(faults.index(1, 2).data().toString().contains(u("“Brogatan”")));
    const QString list = desk.folder.filePath(u("saknas.txt"));
    REQUIRE(desk.run().savePlacesTo(list).has_value());
    QFile saved(list);
    REQUIRE(saved.open(QIODevice::ReadOnly));
    CHECK(QString::fromUtf8(saved.readAll()).contains(u("Ingenstans\t1\t\n")));
    CHECK(desk.run().savePlacesTo(list).error().code == ErrorCode::FileExists);
    desk.pressAndFinish();
    REQUIRE(desk.stored() == 1);
    CHECK(desk.workspace.snapshot()->incidents.front()->precision == Precision::Street);
}

TEST_CASE("rows that may name a person are counted and told by number, and imported")
{
    Desk desk;
    desk.choose(desk.write("i.csv", "category,from,lat,lon,description\nN1,2024-05-01 12:00,57.6554,12.0165,Klotter\n"
                                    "N1,2024-05-02 12:00,57.6554,12.0165,Sven Svensson sprang\n"));
    desk.toValues();
    desk.pressAndFinish();
    const QLabel* names = desk.find<QLabel>("importNames");
    REQUIRE(names->isVisible());
    CHECK(names->text().contains(u("1 row")));
    CHECK(names->text().contains(u("row 3.")));
    CHECK_FALSE(names->text().contains(u("Sven")));
    desk.pressAndFinish();
    CHECK(desk.stored() == 2);
}

TEST_CASE("likely duplicates are counted apart and left out unless one wants them")
{
    Desk desk;
    const QByteArray rows = "category,from,lat,lon\nN1,2024-05-01 12:00,57.6554,12.0165\nS2,2024-05-01 12:00,57.6554,12.0165\n";
    desk.choose(desk.write("i.csv", rows));
    desk.toValues();
    desk.pressAndFinish();
    desk.pressAndFinish();
    REQUIRE(desk.stored() == 2);
    desk.open();
    desk.choose(desk.write("j.csv", rows + "T1,2024-05-01 12:00,57.6554,12.0165\n"));
    desk.toValues();
    desk.pressAndFinish();
    auto* leaveOut = desk.find<QCheckBox>("importLeaveOutDuplicates");
    REQUIRE(leaveOut->isVisible());
    CHECK(leaveOut->isChecked());
    desk.pressAndFinish();
    CHECK(desk.stored() == 3);
}

TEST_CASE("a way of importing that has a name is offered to the next desk")
{
    Desk desk;
    const QString path = desk.write("i.csv", "sort,när,lat,lon\nODD,2024-05-01 12:00,57.6554,12.0165\n");
    desk.choose(path);
    desk.columns().chooseColumn(field::category, u("sort"));
    desk.columns().chooseColumn(field::from, u("när"));
    desk.toValues();
    desk.values().chooseCategory(u("ODD"), u("S3"));
    desk.pressAndFinish();
    desk.find<QLineEdit>("importPlanName")->setText(u("Väktarbolaget"));
    desk.pressAndFinish();
    desk.settings.clear(); // another workstation
    desk.open();
    desk.choose(path);
    auto* plans = desk.find<QComboBox>("importPlan");
    REQUIRE(QTest::qWaitFor([plans] { return plans->currentText() == u("Väktarbolaget"); }, patience));
    CHECK(desk.columns().columnOf(field::category) == u("sort"));
    desk.toValues();
    CHECK(desk.values().categoryOf(u("ODD")) == u("S3"));
}

TEST_CASE("a good file needs Enter and nothing else, and one step takes it back")
{
    Desk desk;
    desk.choose(desk.write("logg.csv", swedish));
    const auto enter = [&desk] { QTest::keyClick(desk.find<QPushButton>("importPrimary"), Qt::Key_Return); };
    enter();
    REQUIRE(QTest::qWaitFor([&desk] { return desk.values().missing().isEmpty(); }, patience));
    QSignalSpy finished(&desk.workspace, &workspace::Workspace::importFinished);
    enter();
    REQUIRE(finished.wait(patience));
    enter();
    REQUIRE(finished.wait(patience));
    CHECK(desk.stored() == 3);
    REQUIRE(desk.workspace.undoStack()->count() == 1);
    desk.workspace.undoStack()->undo();
    CHECK(QTest::qWaitFor([&desk] { return desk.stored() == 0; }, patience));
}

TEST_CASE("156 385 real incidents come in through the dialog, every rejected row with its reason")
{
    const QString packed = qEnvironmentVariable("HK_SHARED_DATA", u(HK_SOURCE_DIR "/../shared/data"))
                           + u("/chicago_2018_at_molndal.csv.gz");
    if (!QFileInfo::exists(packed)) {
        WARN("SKIPPED: chicago_2018_at_molndal.csv.gz is not at hand");
        return;
    }
    Desk desk;
    const QString input = desk.folder.filePath(u("c.csv"));
    QProcess unpack;
    unpack.setStandardOutputFile(input);
    unpack.start(u("gzip"), {u("-dc"), packed});
    REQUIRE((unpack.waitForFinished(patience) && unpack.exitCode() == 0));
    desk.choose(input);
    desk.toValues();
    desk.values().chooseCategory(u("THEFT"), u("T1"));
    desk.values().chooseDefault(u("O3"));
    desk.pressAndFinish(); // the trial
    CHECK(desk.stored() == 0);
    QSignalSpy progress(&desk.workspace, &workspace::Workspace::importProgress);
    desk.pressAndFinish();
    CHECK(progress.count() > 10);
    CHECK(desk.stored() == 156'354);
    QFile rejects(desk.folder.filePath(u("c-rejected.csv")));
    REQUIRE(rejects.open(QIODevice::ReadOnly));
    const QByteArray lines = rejects.readAll();
    CHECK(lines.trimmed().count('\n') == 31);
    CHECK(lines.count(",from,time-does-not-exist,") == 31);
}
