#include "core/local_time.h"
#include "ui/category_edit.h"
#include "ui/duplicate_card.h"
#include "ui/incident_form.h"
#include "ui/map_area.h"
#include "ui/place_edit.h"
#include "ui/window_actions.h"
#include "window_support.h"

#include <QAction>
#include <QFile>
#include <QPlainTextEdit>
#include <cstdio>

using namespace hk;
using namespace hk::test;
using namespace hk::ui;

namespace {

/// Counts every key that is pressed, letters included.
struct Keyboard {
    int presses = 0;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++presses;
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString& text)
    {
        presses += static_cast<int>(text.size());
        // letter by letter as the system hands them over: QTest::keyClicks knows no å, ä, ö
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, QApplication::focusWidget(), static_cast<Qt::Key>(letter.toUpper().unicode()),
                                QString(letter), Qt::NoModifier);
    }
};

enum class Next { New, SameReport, Link };

/// A line of the list that lies beside the keyboard, and what is to come of it.
struct Line {
    QString place;    ///< as it is typed
    QString category; ///< as it is typed
    QString when;
    QString words;
    Next next = Next::New;
    QString code;
    Precision precision = Precision::Point;
    qint64 minutes = 0; ///< of the span; 0: exact; -1: a span of whatever length
};

/// tests/data/desk_morning.csv; scripts/prove-desk-morning types the same in a real window.
std::vector<Line> morning()
{
    QFile file(u(HK_SOURCE_DIR "/tests/data/desk_morning.csv"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).trimmed().split(QLatin1Char('\n'));
    std::vector<Line> read;
    for (const QString& line : lines.mid(1)) {
        const QStringList cells = line.split(QLatin1Char(';'));
        REQUIRE(cells.size() == 8);
        read.push_back({cells[0], cells[1], cells[2], cells[3],
                        cells[4] == u("link")          ? Next::Link
                        : cells[4] == u("same-report") ? Next::SameReport
                                                       : Next::New,
                        cells[5], precisionFromName(cells[6]).value(), cells[7].toLongLong()});
    }
    return read;
}

} // namespace

TEST_CASE("A desk morning: thirty lines of a list are logged by keyboard alone", "[form][morning]")
{
    Desk desk;
    // A Tuesday in March, a quarter past ten at the desk: no span of the list holds a night when the clock is put forward or back.
    const QDateTime now(QDate(2026, 3, 10), QTime(9, 15), Qt::UTC);
    desk.workspace->setClock([now] { return now; });
    desk.show();
    desk.openEmpty();
    auto* place = desk.find<PlaceEdit>("place");
    auto* category = desk.find<CategoryEdit>("category");
    auto* when = desk.find<QLineEdit>("when");
    auto* description = desk.find<QPlainTextEdit>("description");
    auto* duplicate = desk.find<DuplicateCard>("duplicateCard");
    Keyboard keyboard;
    std::size_t incidents = 0;
    int links = 0;
    int line = 0;
    bool shared = false;
    const std::vector<Line> lines = morning();
    for (const Line& one : lines) {
        INFO("line " << ++line);
        if (!desk.window->incidentForm().isVisible()) {
            ++keyboard.presses;
            QTest::keyClick(desk.window.get(), Qt::Key_N, Qt::ControlModifier);
        }
        if (!shared) {
            REQUIRE(place->hasFocus());
            keyboard.type(one.place);
            keyboard.press(Qt::Key_Return);
        }
        REQUIRE(category->hasFocus());
        keyboard.type(one.category);
        keyboard.press(Qt::Key_Return);
        REQUIRE(when->hasFocus());
        if (!shared)
            keyboard.type(one.when);
        if (!one.words.isEmpty()) {
            keyboard.press(Qt::Key_Return);
            REQUIRE(description->hasFocus());
            keyboard.type(one.words);
        }
        if (one.next == Next::Link) {
            REQUIRE(QTest::qWaitFor([&] { return duplicate->isVisible(); }, patience));
            keyboard.press(Qt::Key_M, Qt::ControlModifier);
            REQUIRE(QTest::qWaitFor([&] { return !desk.window->incidentForm().isVisible(); }, patience));
            CHECK(desk.size() == incidents);
            ++links;
            shared = false;
            continue;
        }
        keyboard.press(Qt::Key_Return, Qt::ControlModifier | (one.next == Next::New ? Qt::ShiftModifier : Qt::AltModifier));
        ++incidents;
        REQUIRE(QTest::qWaitFor([&] { return desk.size() == incidents && description->toPlainText().isEmpty(); }, patience));
        const Incident& logged = *desk.workspace->snapshot()->incidents[incidents - 1];
        CHECK(logged.category == one.code);
        CHECK(logged.precision == one.precision);
        CHECK(logged.description == one.words);
        const qint64 minutes = logged.occurredFrom.secsTo(logged.occurredTo) / 60;
        if (one.minutes >= 0)
            CHECK(minutes == one.minutes);
        else
            CHECK(minutes >= 0); // as far as it has come
        CHECK(logged.occurredTo <= now);
        shared = one.next == Next::SameReport;
    }
    const int total = static_cast<int>(lines.size());
    CHECK(static_cast<int>(incidents) + links == total);
    if (qEnvironmentVariableIsSet("HK_FIGURES"))
        std::printf("%d lines, %d key presses, %.1f each\n", total, keyboard.presses, double(keyboard.presses) / total);
    CHECK(keyboard.presses <= 30 * total);
}
