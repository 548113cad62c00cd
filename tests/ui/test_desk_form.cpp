#include "sqlite/database.h"
#include "ui/attachment_box.h"
#include "ui/category_edit.h"
#include "ui/chosen_incidents.h"
#include "ui/draft_offer.h"
#include "ui/duplicate_card.h"
#include "ui/error_banner.h"
#include "ui/form_field.h"
#include "ui/form_memory.h"
#include "ui/incident_form.h"
#include "ui/map_area.h"
#include "ui/map_view.h"
#include "ui/place_edit.h"
#include "ui/receipt_bar.h"
#include "ui/template_button.h"
#include "ui/window_actions.h"
#include "window_support.h"

#include <QAbstractSpinBox>
#include <QAction>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QUndoStack>

using namespace hk;
using namespace hk::test;
using namespace hk::ui;

namespace {

bool waitForSize(Desk& desk, std::size_t size)
{
    return QTest::qWaitFor([&] { return desk.size() == size; }, patience);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
{
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

/// The form over an empty file, open for a new incident.
struct FormDesk : Desk {
    FormDesk()
    {
        show();
        openEmpty();
        window->actions().newIncident->trigger();
    }
    IncidentForm& form() { return window->incidentForm(); }
    QPlainTextEdit* description() const { return find<QPlainTextEdit>("description"); }
    QLineEdit* when() const { return find<QLineEdit>("when"); }
    CategoryEdit* category() const { return find<CategoryEdit>("category"); }
    const Incident& incident(std::size_t row) const { return *workspace->snapshot()->incidents[row]; }
    QString hintOf(QWidget* editor) const
    {
        for (QLabel* label : editor->parentWidget()->findChildren<QLabel*>())
            if (label->isVisible() && label->property("role").toString() == u("caption"))
                return label->text();
        return {};
    }
    void logHere(const char* code)
    {
        window->actions().newIncident->trigger();
        form().setPickedPlace({322123.0, 6394280.0});
        category()->setCode(u(code));
        const std::size_t before = size();
        form().save();
        REQUIRE(waitForSize(*this, before + 1));
        REQUIRE(QTest::qWaitFor([this] { return !form().isVisible(); }, patience));
    }
};

} // namespace

TEST_CASE("A span in words is read back under the field and saved as it was read", "[form]")
{
    FormDesk desk;
    desk.form().setPickedPlace({322123.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    desk.when()->setText(u("fredag 18 – måndag 07"));
    CHECK(desk.form().findChildren<FormField*>().size() > 5);
    QStringList hints;
    for (const QLabel* label : desk.form().findChildren<QLabel*>())
        hints.append(label->text());
    const QString all = hints.join(QLatin1Char('\n')).replace(QChar(0x00a0), QLatin1Char(' '));
    CHECK(all.contains(u("kl. 18.00 – mån")));
    desk.form().save();
    REQUIRE(waitForSize(desk, 1));
    CHECK(desk.incident(0).occurredFrom.secsTo(desk.incident(0).occurredTo) == (2 * 24 + 13) * 3600);
}

TEST_CASE("What is wrong with both ends of a span is said once", "[form]")
{
    FormDesk desk;
    desk.form().setPickedPlace({322123.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    desk.when()->setText(u("i övermorgon"));
    desk.form().save();
    CHECK(desk.size() == 0);
    int said = 0;
    for (const QLabel* label : desk.form().findChildren<QLabel*>())
        said += static_cast<int>(label->text().count(u("Tiden ligger i framtiden")));
    CHECK(said == 1);
}

TEST_CASE("A half-filled form is in the file soon, and offered at the next start", "[form]")
{
    FormDesk desk;
    desk.form().setPickedPlace({322123.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    desk.when()->setText(u("igår 14–16"));
    desk.description()->setPlainText(u("Halvfärdigt"));
    const QByteArray content = desk.form().content();
    REQUIRE_FALSE(content.isEmpty());
    desk.restart();
    desk.show();
    QSignalSpy opened(desk.workspace.get(), &workspace::Workspace::opened);
    desk.window->files().open(desk.folder.filePath(u("fil.gpkg")));
    REQUIRE(opened.wait(patience));
    DraftOffer& offer = desk.window->mapArea().draftOffer();
    REQUIRE(QTest::qWaitFor([&] { return offer.isVisible(); }, patience));
    CHECK(offer.text().startsWith(u("Du har ett påbörjat formulär från kl.")));
    QTest::mouseClick(desk.find<QPushButton>("draftGoOn"), Qt::LeftButton);
    CHECK_FALSE(offer.isVisible());
    CHECK(desk.window->incidentForm().isVisible());
    CHECK(desk.window->incidentForm().content() == content);
    CHECK(desk.find<QLineEdit>("when")->text() == u("igår 14–16"));
    desk.form().save();
    REQUIRE(waitForSize(desk, 1));
    CHECK(desk.incident(0).description == u("Halvfärdigt"));
    REQUIRE(QTest::qWaitFor([&] { return !desk.form().isVisible(); }, patience)); // the window has heard of it
    // saved: nothing is offered any more
    desk.restart();
    desk.show();
    QSignalSpy again(desk.workspace.get(), &workspace::Workspace::opened);
    desk.window->files().open(desk.folder.filePath(u("fil.gpkg")));
    REQUIRE(again.wait(patience));
    desk.settle();
    CHECK_FALSE(desk.window->mapArea().draftOffer().isVisible());
}

TEST_CASE("A change of an incident that was begun is gone on with as that change", "[form]")
{
    FormDesk desk;
    desk.logHere("S2");
    const QUuid id = desk.incident(0).id;
    desk.window->actions().newIncident->trigger();
    desk.description()->setPlainText(u("Den nya"));
    desk.window->chosen().setIds({id});
    desk.window->actions().editIncident->trigger();
    desk.description()->setPlainText(u("Rättelse"));
    const QByteArray content = desk.form().content();
    desk.form().forgetDraft();
    desk.form().restore(content);
    CHECK(desk.form().isEditing());
    CHECK(desk.description()->toPlainText() == u("Rättelse"));
    desk.form().startNew(); // the new one waited
    CHECK(desk.description()->toPlainText() == u("Den nya"));
}

TEST_CASE("A form that is saved leaves no draft behind, whoever locks the file the moment after", "[form]")
{
    FormDesk desk;
    desk.description()->setPlainText(u("Sparas strax"));
    desk.form().setPickedPlace({322123.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    const QString file = desk.folder.filePath(u("fil.gpkg"));
    const auto drafts = [&] {
        auto database = sqlite::Database::open(file.toStdString(), sqlite::OpenMode::ReadOnly).value();
        return database.queryInt64("SELECT count(*) FROM hk_drafts").value();
    };
    REQUIRE(QTest::qWaitFor([&] { return drafts() == 1; }, patience));
    auto other = sqlite::Database::open(file.toStdString(), sqlite::OpenMode::ReadWrite).value();
    std::optional<bool> locked;
    QObject::connect(desk.workspace.get(), &workspace::Workspace::saved, desk.window.get(), [&] {
        if (!locked)
            locked = other.execute("BEGIN IMMEDIATE").has_value(); // before the form has heard of it
    });
    desk.form().save();
    REQUIRE(QTest::qWaitFor([&] { return locked.has_value() && !desk.form().isVisible(); }, patience));
    REQUIRE(*locked);
    CHECK(drafts() == 0);
    REQUIRE(other.execute("ROLLBACK").has_value());
}

TEST_CASE("The window waits for a change that is on its way, and stays where it cannot be saved", "[form]")
{
    FormDesk desk;
    desk.form().setPickedPlace({322123.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    desk.when()->setText(u("igår 14"));
    auto other =
        sqlite::Database::open(desk.folder.filePath(u("fil.gpkg")).toStdString(), sqlite::OpenMode::ReadWrite).value();
    REQUIRE(other.execute("BEGIN IMMEDIATE").has_value());
    desk.form().save();
    REQUIRE(QTest::qWaitFor([&] { return desk.window->mapArea().receipt().isVisible(); }, patience));
    CHECK(desk.window->mapArea().receipt().text().startsWith(u("Ett annat program skriver i filen.")));
    CHECK_FALSE(desk.window->close());
    CHECK(desk.window->isVisible());
    REQUIRE(other.execute("ROLLBACK").has_value());
    REQUIRE(QTest::qWaitFor([&] { return !desk.window->isVisible(); }, patience));
    CHECK(desk.size() == 1);

    desk.restart();
    desk.workspace->setLockPatience({std::chrono::milliseconds(50), std::chrono::milliseconds(100),
                                     std::chrono::milliseconds(300), std::chrono::milliseconds(50)});
    desk.show();
    QSignalSpy opened(desk.workspace.get(), &workspace::Workspace::opened);
    desk.window->files().open(desk.folder.filePath(u("fil.gpkg")));
    REQUIRE(opened.wait(patience));
    desk.settle();
    desk.window->actions().newIncident->trigger();
    desk.form().setPickedPlace({322123.0, 6394280.0});
    desk.category()->setCode(u("S1"));
    desk.description()->setPlainText(u("Skrivet"));
    REQUIRE(other.execute("BEGIN IMMEDIATE").has_value());
    desk.form().save();
    CHECK_FALSE(desk.window->close());
    REQUIRE(QTest::qWaitFor([&] { return desk.window->mapArea().banner().isVisible(); }, patience));
    CHECK(desk.window->mapArea().banner().text().contains(u("inte har sparats")));
    CHECK(desk.window->isVisible());
    CHECK(desk.description()->toPlainText() == u("Skrivet"));
    CHECK_FALSE(desk.window->mapArea().receipt().isVisible());
    REQUIRE(other.execute("ROLLBACK").has_value());
    desk.form().save();
    CHECK(waitForSize(desk, 2));
}

TEST_CASE("The form's memory keeps every field", "[form]")
{
    IncidentFields::Typed typed;
    typed.when = u("igår kväll");
    typed.category = u("S2");
    typed.draft.id = QUuid::createUuid();
    typed.draft.position = Sweref99{322123.5, 6394280.25};
    typed.draft.precision = Precision::Area;
    typed.draft.radius = 220.0;
    typed.draft.area = {{1.5, 2.0}, {3.0, 4.0}, {5.0, 7.0}};
    typed.draft.placeName = u("Bron \"A\"");
    typed.draft.severity = 3;
    typed.draft.persons = 4;
    typed.draft.sourceType = SourceType::Citizen;
    typed.draft.status = IncidentStatus::Closed;
    typed.draft.confidentiality = Confidentiality::Public;
    typed.draft.reportedToPolice = PoliceReport::No;
    typed.draft.surroundings = Surroundings::Indoor;
    typed.draft.disposalDate = QDate(2027, 1, 1);
    typed.draft.description = u("Rad\nrad");
    const auto read = formFromJson(formToJson(typed));
    REQUIRE(read.has_value());
    CHECK(formToJson(*read) == formToJson(typed));
    CHECK(read->draft.area == typed.draft.area);
    CHECK_FALSE(formFromJson("[]").has_value());
    CHECK_FALSE(formFromJson("{").has_value());
}

TEST_CASE("What is logged already is shown while typing and linked instead", "[form]")
{
    FormDesk desk;
    desk.logHere("S2");
    const QUuid id = desk.incident(0).id;
    desk.window->actions().newIncident->trigger();
    desk.form().setPickedPlace({322163.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    desk.find<QComboBox>("organisation")->setCurrentText(u("Västtrafik"));
    desk.description()->setPlainText(u("De ringde om det"));
    auto* card = desk.find<DuplicateCard>("duplicateCard");
    REQUIRE(QTest::qWaitFor([&] { return card->isVisible(); }, patience));
    CHECK(card->incident() == id);
    CHECK(card->text().replace(QChar(0x00a0), QLatin1Char(' ')).contains(u("40 m bort")));
    desk.category()->setFocus();
    press(Qt::Key_M, Qt::ControlModifier);
    REQUIRE(QTest::qWaitFor([&] { return desk.workspace->snapshot()->sourcesOf(id) == 2; }, patience));
    CHECK(desk.size() == 1);
    REQUIRE(QTest::qWaitFor([&] { return !desk.form().isVisible(); }, patience));
    CHECK(desk.window->mapArea().receipt().text().contains(u("2 källor")));
    const store::Report report = desk.workspace->snapshot()->reports->value(id).front();
    CHECK(report.organisation == u("Västtrafik"));
    CHECK(report.note == u("De ringde om det"));
    desk.window->actions().undo->trigger();
    CHECK(QTest::qWaitFor([&] { return desk.workspace->snapshot()->sourcesOf(id) == 1; }, patience));
    CHECK(desk.form().content().isEmpty());
}

TEST_CASE("Another category, a place farther off or another time is no duplicate", "[form]")
{
    FormDesk desk;
    desk.logHere("S2");
    desk.window->actions().newIncident->trigger();
    desk.form().setPickedPlace({322163.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    auto* card = desk.find<DuplicateCard>("duplicateCard");
    REQUIRE(QTest::qWaitFor([&] { return card->isVisible(); }, patience));
    desk.when()->setText(u("förra veckan"));
    CHECK(QTest::qWaitFor([&] { return !card->isVisible(); }, patience));
}

TEST_CASE("Save and new goes on in an empty form, more of the same report in one that shares it", "[form]")
{
    FormDesk desk;
    desk.form().setPickedPlace({322123.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    desk.when()->setText(u("igår 14–16"));
    desk.description()->setPlainText(u("Ett"));
    desk.description()->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier | Qt::AltModifier);
    REQUIRE(waitForSize(desk, 1));
    REQUIRE(QTest::qWaitFor([&] { return desk.category()->hasFocus(); }, patience));
    CHECK(desk.form().isVisible());
    CHECK(desk.when()->text() == u("igår 14–16"));
    CHECK(desk.description()->toPlainText().isEmpty());
    CHECK(desk.category()->text().isEmpty());
    desk.category()->setCode(u("S3"));
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    REQUIRE(waitForSize(desk, 2));
    REQUIRE(QTest::qWaitFor([&] { return desk.find<PlaceEdit>("place")->hasFocus(); }, patience));
    CHECK(desk.when()->text().isEmpty());
    CHECK(desk.incident(1).position == desk.incident(0).position);
    CHECK(desk.incident(1).occurredFrom == desk.incident(0).occurredFrom);
}

TEST_CASE("What is typed while an incident is being written is the beginning of the next one", "[form]")
{
    FormDesk desk;
    desk.form().setPickedPlace({322123.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    desk.description()->setFocus();
    press(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
    QTest::keyClicks(QApplication::focusWidget(), u("brogat")); // not a moment to wait
    REQUIRE(waitForSize(desk, 1));
    REQUIRE(QTest::qWaitFor([&] { return desk.find<PlaceEdit>("place")->hasFocus(); }, patience));
    CHECK(desk.find<PlaceEdit>("place")->text() == u("brogat"));
    CHECK(desk.incident(0).description.isEmpty());
}

TEST_CASE("The place of the incident before is taken by a word or a key, after a restart too", "[form]")
{
    FormDesk desk;
    desk.logHere("S2");
    desk.window->actions().newIncident->trigger();
    QTest::keyClicks(QApplication::focusWidget(), u("samma"));
    press(Qt::Key_Return);
    CHECK(desk.category()->hasFocus());
    CHECK(desk.find<PlaceEdit>("place")->place()->position == desk.incident(0).position);
    desk.form().forgetDraft();
    desk.restart();
    desk.show();
    QSignalSpy opened(desk.workspace.get(), &workspace::Workspace::opened);
    desk.window->files().open(desk.folder.filePath(u("fil.gpkg")));
    REQUIRE(opened.wait(patience));
    desk.window->actions().newIncident->trigger();
    QTest::mouseClick(desk.find<QToolButton>("samePlace"), Qt::LeftButton);
    REQUIRE(desk.find<PlaceEdit>("place")->place().has_value());
    CHECK(desk.find<PlaceEdit>("place")->place()->position == desk.incident(0).position);
}

TEST_CASE("An area drawn for the form is its place, and the filter's area is left alone", "[form]")
{
    FormDesk desk;
    QTest::mouseClick(desk.find<QToolButton>("drawFormArea"), Qt::LeftButton);
    REQUIRE(desk.window->map().mode() == MapView::Mode::DrawArea);
    const SwerefRing ring{{322000, 6394200}, {322200, 6394200}, {322200, 6394400}, {322000, 6394400}};
    desk.window->map().setMode(MapView::Mode::Browse);
    Q_EMIT desk.window->map().areaDrawn(ring);
    CHECK(desk.workspace->filter().area.empty());
    // It is seen by its outline: a circle around it would reach beyond its sides.
    desk.window->map().setView({322100, 6394300}, 15.0);
    desk.settle();
    const QImage outlined = desk.window->map().grab().toImage();
    const MapView& map = desk.window->map();
    const QPoint beside = map.toWindow({322225, 6394300}).toPoint(); // within the circle through the corners
    const QRgb besideOutline = outlined.pixel(beside);
    desk.window->map().setDraftMarker(std::nullopt);
    CHECK(desk.window->map().grab().toImage().pixel(beside) == besideOutline);
    desk.category()->setCode(u("G1"));
    desk.form().save();
    REQUIRE(waitForSize(desk, 1));
    CHECK(desk.incident(0).precision == Precision::Area);
    CHECK(desk.incident(0).area == ring);
}

TEST_CASE("Drawing that is left gives the map back to the form", "[form]")
{
    FormDesk desk;
    QTest::mouseClick(desk.find<QToolButton>("drawFormArea"), Qt::LeftButton);
    QTest::keyClick(&desk.window->map(), Qt::Key_Escape);
    CHECK(QTest::qWaitFor([&] { return desk.window->map().mode() == MapView::Mode::PickPlace; }, patience));
}

TEST_CASE("A copy keeps all but the time, and is a new incident", "[form]")
{
    FormDesk desk;
    desk.when()->setText(u("igår 14"));
    desk.description()->setPlainText(u("Klotter på pelaren"));
    desk.form().setPickedPlace({322123.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    desk.form().save();
    REQUIRE(waitForSize(desk, 1));
    REQUIRE(QTest::qWaitFor([&] { return !desk.form().isVisible(); }, patience));
    desk.window->chosen().setRows({0});
    desk.window->actions().copyIncident->trigger();
    CHECK(desk.when()->hasFocus());
    CHECK(desk.when()->text().isEmpty());
    desk.form().save();
    REQUIRE(waitForSize(desk, 2));
    CHECK(desk.incident(1).description == u("Klotter på pelaren"));
    CHECK(desk.incident(1).id != desk.incident(0).id);
    CHECK(desk.incident(1).occurredFrom > desk.incident(0).occurredFrom);
}

TEST_CASE("Every control of the form has a name, and Tab goes from top to bottom", "[form]")
{
    FormDesk desk;
    const auto controls = desk.form().findChildren<QWidget*>();
    for (const QWidget* control : controls) {
        const bool isEditor = qobject_cast<const QLineEdit*>(control) || qobject_cast<const QComboBox*>(control) ||
                              qobject_cast<const QPlainTextEdit*>(control) || qobject_cast<const QAbstractSpinBox*>(control);
        if (!isEditor || !control->isVisible() || control->focusPolicy() == Qt::NoFocus ||
            qobject_cast<const QComboBox*>(control->parentWidget()) ||
            qobject_cast<const QAbstractSpinBox*>(control->parentWidget()))
            continue;
        INFO(control->objectName().toStdString() << " " << control->metaObject()->className());
        CHECK_FALSE(control->accessibleName().isEmpty());
    }
    for (const QAbstractButton* button : desk.form().findChildren<QAbstractButton*>())
        if (button->isVisible() && button->focusPolicy() != Qt::NoFocus) {
            INFO(button->objectName().toStdString());
            CHECK_FALSE((button->accessibleName().isEmpty() && button->text().isEmpty()));
        }
    QWidget* last = desk.find<PlaceEdit>("place");
    last->setFocus();
    int lastTop = -1;
    for (int step = 0; step < 12; ++step) {
        QWidget* now = QApplication::focusWidget();
        if (!desk.form().isAncestorOf(now))
            break;
        const int top = now->mapTo(&desk.form(), QPoint()).y();
        INFO(now->objectName().toStdString());
        CHECK(top >= lastTop - 4);
        lastTop = top;
        press(Qt::Key_Tab);
    }
    CHECK(lastTop > 300);
}

TEST_CASE("All marked rows are changed at once, in one step of undo", "[form]")
{
    FormDesk desk;
    desk.logHere("S2");
    desk.logHere("S3");
    desk.window->chosen().setRows({0, 1});
    desk.window->actions().changeMany->trigger();
    auto* dialog = desk.window->findChild<QDialog*>(u("bulkChangeDialog"));
    REQUIRE(dialog);
    auto* status = dialog->findChild<QComboBox*>(u("bulkStatus"));
    status->setCurrentIndex(status->findData(static_cast<int>(IncidentStatus::Closed)));
    auto* category = dialog->findChild<QComboBox*>(u("bulkCategory"));
    category->setCurrentIndex(category->findData(u("S1")));
    dialog->accept();
    const auto all = [&](const char* code, IncidentStatus wanted) {
        return QTest::qWaitFor(
            [&] {
                for (const auto& one : desk.workspace->snapshot()->incidents)
                    if (one->status != wanted || (*code && one->category != u(code)))
                        return false;
                return true;
            },
            patience);
    };
    CHECK(all("S1", IncidentStatus::Closed));
    desk.window->actions().undo->trigger();
    CHECK(all("", IncidentStatus::New));
    CHECK(desk.incident(0).category == u("S2"));
    CHECK(desk.incident(1).category == u("S3"));
}

TEST_CASE("The marked incidents are made one, and undo takes them apart", "[form]")
{
    FormDesk desk;
    desk.logHere("S2");
    desk.logHere("S2");
    desk.window->chosen().setRows({0});
    CHECK_FALSE(desk.window->actions().mergeIncidents->isEnabled());
    desk.window->chosen().setRows({0, 1});
    const QUuid first = desk.incident(0).id;
    desk.window->actions().mergeIncidents->trigger();
    REQUIRE(waitForSize(desk, 1));
    CHECK(desk.incident(0).id == first);
    CHECK(desk.workspace->snapshot()->sourcesOf(first) == 2);
    desk.window->actions().undo->trigger();
    CHECK(waitForSize(desk, 2));
}

TEST_CASE("A photo waits for its incident to be saved, is exported, and comes back when its removal is undone", "[form]")
{
    FormDesk desk;
    const QString path = desk.folder.filePath(u("anteckning.txt"));
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("Rad ett\n");
    }
    AttachmentBox& box = desk.form().attachments();
    box.addFiles({path});
    REQUIRE(QTest::qWaitFor([&] { return box.count() == 1; }, patience));
    desk.form().setPickedPlace({322123.0, 6394280.0});
    desk.category()->setCode(u("S2"));
    desk.form().save();
    REQUIRE(waitForSize(desk, 1));
    const QUuid id = desk.incident(0).id;
    REQUIRE(QTest::qWaitFor([&] { return desk.workspace->snapshot()->attachments->value(id) == 1; }, patience));
    desk.window->chosen().setIds({id});
    desk.window->actions().editIncident->trigger();
    REQUIRE(QTest::qWaitFor([&] { return box.count() == 1; }, patience));
    QDir(desk.folder.path()).mkdir(u("ut"));
    box.exportCurrent(desk.folder.filePath(u("ut")));
    CHECK(QTest::qWaitFor([&] { return QFile::exists(desk.folder.filePath(u("ut/anteckning.txt"))); }, patience));
    {
        const auto store = store::IncidentStore::open(desk.workspace->snapshot()->info.path, store::Access::ReadOnly).value();
        const store::LogEntry entry = store.log(1).value().at(0);
        CHECK(entry.action == u("export"));
        CHECK(entry.after.contains(u("*.txt")));
        CHECK_FALSE(entry.after.contains(u("anteckning"))); // a disposal would not reach it
    }
    box.removeCurrent();
    REQUIRE(QTest::qWaitFor([&] { return box.count() == 0; }, patience));
    desk.window->actions().undo->trigger();
    CHECK(QTest::qWaitFor([&] { return box.count() == 1; }, patience));
}

TEST_CASE("A template fills the form, and is there after a restart", "[form]")
{
    FormDesk desk;
    desk.category()->setCode(u("S2"));
    desk.description()->setPlainText(u("Klotter på elskåp"));
    desk.form().templates().saveAs(u("Elskåp"), desk.form().content());
    REQUIRE(QTest::qWaitFor([&] { return desk.form().templates().names() == QStringList{u("Elskåp")}; }, patience));
    desk.form().forgetDraft();
    desk.when()->setText(u("igår 14"));
    desk.form().templates().use(u("Elskåp"));
    CHECK(desk.description()->toPlainText() == u("Klotter på elskåp"));
    CHECK(desk.category()->code() == u("S2"));
    CHECK(desk.when()->text() == u("igår 14"));
    desk.restart();
    desk.show();
    QSignalSpy opened(desk.workspace.get(), &workspace::Workspace::opened);
    desk.window->files().open(desk.folder.filePath(u("fil.gpkg")));
    REQUIRE(opened.wait(patience));
    CHECK(QTest::qWaitFor([&] { return desk.form().templates().names().size() == 1; }, patience));
}
