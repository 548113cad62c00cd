#include "ui/category_edit.h"
#include "ui/chosen_incidents.h"
#include "ui/empty_card.h"
#include "ui/error_banner.h"
#include "ui/form_field.h"
#include "ui/incident_form.h"
#include "ui/map_area.h"
#include "ui/map_view.h"
#include "ui/personal_data_watch.h"
#include "ui/place_edit.h"
#include "ui/receipt_bar.h"
#include "ui/window_actions.h"
#include "window_support.h"

#include <QAction>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QUndoStack>

using namespace hk;
using namespace hk::test;
using namespace hk::ui;

namespace {

/// Counts the keys that are not text.
struct Keyboard {
    int keys = 0;
    void press(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++keys;
        QTest::keyClick(widget, key, modifiers);
    }
    /// Whoever has the focus gets it, as from a real keyboard.
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        press(QApplication::focusWidget(), key, modifiers);
    }
    static void type(const char* text) { QTest::keyClicks(QApplication::focusWidget(), u(text)); }
};

bool waitForSize(Desk& desk, std::size_t size)
{
    return QTest::qWaitFor([&] { return desk.size() == size; }, patience);
}

QStringList faultsOf(const IncidentForm& form)
{
    QStringList faults;
    for (const FormField* field : form.findChildren<FormField*>())
        if (!field->fault().isEmpty())
            faults.append(field->editor()->objectName());
    return faults;
}

} // namespace

TEST_CASE("An incident is logged with at most six keys beside the text", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    Keyboard keyboard;
    keyboard.press(desk.window.get(), Qt::Key_N, Qt::ControlModifier);
    REQUIRE(QApplication::focusWidget() == desk.find<PlaceEdit>("place"));
    Keyboard::type("brogat");
    keyboard.press(Qt::Key_Return);
    REQUIRE(QApplication::focusWidget() == desk.find<CategoryEdit>("category"));
    Keyboard::type("klot");
    keyboard.press(Qt::Key_Return);
    keyboard.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(keyboard.keys <= 6);

    REQUIRE(waitForSize(desk, 1));
    const Incident& logged = *desk.workspace->snapshot()->incidents[0];
    CHECK(logged.category == u("S2"));
    CHECK(logged.placeName == u("Brogatan"));
    CHECK(logged.precision == Precision::Street);
    CHECK(std::abs(logged.occurredFrom.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    CHECK(logged.occurredFrom == logged.occurredTo);
}

TEST_CASE("A place can be clicked on the map instead", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    REQUIRE(desk.window->map().mode() == MapView::Mode::PickPlace);
    Q_EMIT desk.window->map().placePicked({322123.0, 6394280.0});
    CHECK(QApplication::focusWidget() == desk.find<CategoryEdit>("category"));
    Keyboard::type("n1");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    desk.window->incidentForm().save();
    REQUIRE(waitForSize(desk, 1));
    const Incident& logged = *desk.workspace->snapshot()->incidents[0];
    CHECK(logged.precision == Precision::Point);
    CHECK_THAT(logged.position.easting, WithinAbs(322123.0, 1e-6));
    CHECK(desk.window->map().mode() == MapView::Mode::Browse);
}

TEST_CASE("Typed coordinates are a point", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    Keyboard::type("6394262 321991");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    desk.find<CategoryEdit>("category")->setCode(u("O1"));
    desk.window->incidentForm().save();
    REQUIRE(waitForSize(desk, 1));
    CHECK_THAT(desk.workspace->snapshot()->incidents[0]->position.northing, WithinAbs(6394262.0, 1e-6));
}

TEST_CASE("All faults are shown at their fields at once, and nothing is saved", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    desk.find<QLineEdit>("when")->setText(u("kanske"));
    desk.find<QPlainTextEdit>("description")->setPlainText(u("Ring 070-174 06 05"));
    desk.window->incidentForm().save();
    QStringList faults = faultsOf(desk.window->incidentForm());
    faults.sort();
    CHECK(faults == QStringList{u("category"), u("description"), u("place"), u("when")});
    CHECK(QApplication::focusWidget() == desk.find<PlaceEdit>("place"));
    CHECK(desk.size() == 0);
}

TEST_CASE("Personal data in the text is stopped with the match marked", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    desk.window->incidentForm().setPickedPlace({322123.0, 6394280.0});
    desk.find<CategoryEdit>("category")->setCode(u("O1"));
    auto* description = desk.find<QPlainTextEdit>("description");
    description->setPlainText(u("Skriv till nagon@example.com om det"));
    desk.window->incidentForm().save();
    CHECK(faultsOf(desk.window->incidentForm()) == QStringList{u("description")});
    REQUIRE(description->extraSelections().size() == 1);
    CHECK(description->extraSelections().first().cursor.selectedText() == u("nagon@example.com"));
    description->setPlainText(u("Rop och stim"));
    CHECK(faultsOf(desk.window->incidentForm()).isEmpty());
}

TEST_CASE("Esc puts the form away and keeps the draft", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    desk.find<QPlainTextEdit>("description")->setPlainText(u("Utkast"));
    QTest::keyClick(desk.find<QPlainTextEdit>("description"), Qt::Key_Escape);
    CHECK_FALSE(desk.window->incidentForm().isVisible());
    desk.window->actions().newIncident->trigger();
    CHECK(desk.window->incidentForm().isVisible());
    CHECK(desk.find<QPlainTextEdit>("description")->toPlainText() == u("Utkast"));
}

TEST_CASE("The receipt's undo takes a new incident back", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    desk.window->incidentForm().setPickedPlace({322123.0, 6394280.0});
    desk.find<CategoryEdit>("category")->setCode(u("O1"));
    desk.window->incidentForm().save();
    REQUIRE(waitForSize(desk, 1));
    REQUIRE(QTest::qWaitFor([&] { return desk.window->mapArea().receipt().isVisible(); }, patience));
    QTest::mouseClick(desk.find<QToolButton>("receiptUndo"), Qt::LeftButton);
    CHECK(waitForSize(desk, 0));
    desk.window->actions().redo->trigger();
    CHECK(waitForSize(desk, 1));
}

TEST_CASE("Changing an incident leaves untouched what was not touched", "[form]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    // One whose time has seconds to lose and whose span is a span.
    const auto snapshot = desk.workspace->snapshot();
    std::uint32_t row = 0;
    for (std::uint32_t i = 0; i < snapshot->size(); ++i)
        if (snapshot->incidents[i]->occurredTo != snapshot->incidents[i]->occurredFrom)
            row = i;
    const Incident before = *snapshot->incidents[row];
    desk.window->chosen().setRows({row});
    desk.window->actions().editIncident->trigger();
    desk.find<QPlainTextEdit>("description")->setPlainText(u("Rättad"));
    desk.window->incidentForm().save();
    REQUIRE(QTest::qWaitFor(
        [&] {
            const auto now = desk.workspace->snapshot();
            return now->incidents[now->rowOf.value(before.id)]->description == u("Rättad");
        },
        patience));
    const auto now = desk.workspace->snapshot();
    Incident after = *now->incidents[now->rowOf.value(before.id)];
    after.description = before.description;
    after.changedAt = before.changedAt;
    after.changedBy = before.changedBy;
    CHECK(after == before);
}

TEST_CASE("Delete takes the marked incidents away, and undo brings them back", "[form]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    desk.window->chosen().setRows({1, 2, 3});
    desk.window->actions().removeIncident->trigger();
    REQUIRE(waitForSize(desk, 17));
    CHECK(desk.window->chosen().isEmpty());
    desk.window->actions().undo->trigger();
    CHECK(waitForSize(desk, 20));
}

TEST_CASE("The organisation is remembered from one incident to the next", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    desk.window->incidentForm().setPickedPlace({322123.0, 6394280.0});
    desk.find<CategoryEdit>("category")->setCode(u("O1"));
    desk.find<QComboBox>("organisation")->setCurrentText(u("Västtrafik"));
    desk.window->incidentForm().save();
    REQUIRE(waitForSize(desk, 1));
    REQUIRE(QTest::qWaitFor([&] { return !desk.window->incidentForm().isVisible(); }, patience));
    desk.window->actions().newIncident->trigger();
    CHECK(desk.find<QComboBox>("organisation")->currentText() == u("Västtrafik"));
}

TEST_CASE("The receipt goes when something else is undone, so that it never undoes another step", "[form]")
{
    Desk desk;
    desk.show();
    desk.openSample(20);
    desk.window->chosen().setRows({0});
    desk.window->actions().removeIncident->trigger();
    REQUIRE(waitForSize(desk, 19));
    REQUIRE(QTest::qWaitFor([&] { return desk.window->mapArea().receipt().isVisible(); }, patience));
    desk.window->actions().undo->trigger();
    CHECK_FALSE(desk.window->mapArea().receipt().isVisible());
    CHECK(waitForSize(desk, 20));
}

TEST_CASE("Every piece of personal data in the text is said and marked at once", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    desk.window->incidentForm().setPickedPlace({322123.0, 6394280.0});
    desk.find<CategoryEdit>("category")->setCode(u("O1"));
    auto* description = desk.find<QPlainTextEdit>("description");
    description->setPlainText(u("Ring 070-123 45 67 eller skriv till nagon@example.com"));
    desk.window->incidentForm().save();
    CHECK(description->extraSelections().size() == 2);
}

TEST_CASE("Personal data is underlined and named while it is typed, and reached by the keyboard", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    auto* description = desk.find<QPlainTextEdit>("description");
    auto* watch = desk.find<PersonalDataWatch>("personalDataWatch");
    description->setFocus();
    QTest::keyClicks(description, u("Ring 070-174 06 0"));
    CHECK_FALSE(watch->isVisible());
    QTest::keyClicks(description, u("5"));
    CHECK(watch->isVisible());
    CHECK(watch->sentence().contains(u("070-174 06 05")));
    CHECK(description->accessibleDescription() == watch->sentence());
    REQUIRE(description->extraSelections().size() == 1);
    CHECK(description->extraSelections().first().format.underlineStyle() == QTextCharFormat::WaveUnderline);

    // A name is asked about when it has been left, and does not hinder.
    QTest::keyClicks(description, u(" Erik"));
    CHECK(watch->matches().size() == 1);
    QTest::keyClicks(description, u(" och nagon@example.com"));
    REQUIRE(watch->matches().size() == 3);
    CHECK(description->extraSelections().at(1).format.underlineStyle() == QTextCharFormat::DotLine);

    QStringList visited;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(description, Qt::Key_F8);
        visited.append(description->textCursor().selectedText());
        CHECK(watch->sentence().contains(visited.last()));
    }
    CHECK(visited == QStringList{u("070-174 06 05"), u("Erik"), u("nagon@example.com"), u("070-174 06 05")});
    QTest::keyClick(description, Qt::Key_Tab);
    CHECK(QApplication::focusWidget() == desk.find<QToolButton>("personalDataNext"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    CHECK(QApplication::focusWidget() == description);
    CHECK(description->textCursor().selectedText() == u("Erik"));
    QTest::keyClick(description, Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    REQUIRE(QApplication::focusWidget() == desk.find<QToolButton>("personalDataNoName"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    CHECK(watch->matches().size() == 2);
    CHECK(QApplication::focusWidget() == description);
}

TEST_CASE("An incident with what may be a name is saved, the question stays a question", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    desk.window->incidentForm().setPickedPlace({322123.0, 6394280.0});
    desk.find<CategoryEdit>("category")->setCode(u("O1"));
    desk.find<QPlainTextEdit>("description")->setPlainText(u("Erik Larsson ropade mot bussen"));
    auto* watch = desk.find<PersonalDataWatch>("personalDataWatch");
    CHECK(watch->isVisible());
    CHECK(watch->sentence().contains(u("Erik Larsson")));
    desk.window->incidentForm().save();
    CHECK(waitForSize(desk, 1));
}

TEST_CASE("The empty card leaves the map free for the click that sets the place", "[form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    REQUIRE(desk.window->mapArea().emptyCard().isVisible());
    desk.window->actions().newIncident->trigger();
    CHECK_FALSE(desk.window->mapArea().emptyCard().isVisible());
    QTest::keyClick(desk.find<QPlainTextEdit>("description"), Qt::Key_Escape);
    CHECK(desk.window->mapArea().emptyCard().isVisible());
}
