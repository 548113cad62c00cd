#include "core/local_time.h"
#include "ui/category_edit.h"
#include "ui/duplicate_card.h"
#include "ui/incident_form.h"
#include "ui/map_area.h"
#include "ui/place_edit.h"
#include "ui/window_actions.h"
#include "window_support.h"

#include <QAction>
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
        QTest::keyClicks(QApplication::focusWidget(), text);
    }
};

enum class Next { New, SameReport, Link };

/// A line of the list that lies beside the keyboard, and what is to come of it.
struct Line {
    const char* place;
    const char* category;
    const char* when;
    const char* words;
    Next next;
    const char* code;
    Precision precision;
    qint64 minutes; ///< of the span; 0: exact; -1: a span of whatever length
};

constexpr Line morning[] = {
    {"brogat", "s2", "igår kväll", "Klotter på elskåp", Next::New, "S2", Precision::Street, 360},
    {"=", "s3", "igår kväll", "", Next::New, "S3", Precision::Street, 360},
    {"mölndals bro", "störn", "fre 22–02", "", Next::New, "O3", Precision::Place, 240},
    {"6394262 321991", "n2", "i morse", "Sprutor vid trappan", Next::New, "N2", Precision::Point, -1},
    {"57.6554 12.0165", "m1", "", "", Next::New, "M1", Precision::Point, 0},
    {"brogat", "fyll", "lördag natt", "", Next::New, "O2", Precision::Street, -1},
    {"=", "brå", "lördag natt", "Tre eller fyra personer", Next::New, "O1", Precision::Street, -1},
    {"mölndals bro", "otrygghet", "fredag 18 – måndag 07", "", Next::New, "G1", Precision::Place, 61 * 60},
    {"brogat", "s2", "igår kväll", "Samma klotter, rapport från driften", Next::Link, "S2", Precision::Street, 360},
    {"mölndals bro", "cykel", "igår 16", "", Next::New, "R2", Precision::Place, 0},
    {"=", "trafik", "igår 16.30", "", Next::New, "R1", Precision::Place, 0},
    {"6394300 322100", "s1", "förra helgen", "Bänk sönderslagen", Next::SameReport, "S1", Precision::Point, 54 * 60},
    {nullptr, "s3", nullptr, "Busskur", Next::SameReport, "S3", Precision::Point, 54 * 60},
    {nullptr, "m1", nullptr, "", Next::New, "M1", Precision::Point, 54 * 60},
    {"brogat", "t1", "igår 14–16", "", Next::New, "T1", Precision::Street, 120},
    {"mölndals bro", "v1", "tors 21.15", "", Next::New, "V1", Precision::Place, 0},
    {"=", "ofred", "tors 21–22", "", Next::New, "O4", Precision::Place, 60},
    {"6394280 322050", "p1", "i natt", "Två lampor släckta", Next::New, "P1", Precision::Point, -1},
    {"=", "sikt", "i natt", "", Next::New, "P2", Precision::Point, -1},
    {"brogat", "n1", "ons kväll", "", Next::New, "N1", Precision::Street, -1},
    {"=", "n1", "tis kväll", "", Next::New, "N1", Precision::Street, -1},
    {"mölndals bro", "ofog", "igår em", "", Next::New, "G2", Precision::Place, 360},
    {"=", "ofog", "igår em", "Väktare ringde", Next::Link, "G2", Precision::Place, 360},
    {"6394262 321991", "sov", "förra veckan", "", Next::New, "M2", Precision::Point, 7 * 1440},
    {"brogat", "inbr", "fre 17 – mån 08", "", Next::New, "T2", Precision::Street, 63 * 60},
    {"mölndals bro", "rån", "12/3 kl 14.30", "", Next::New, "T3", Precision::Place, 0},
    {"=", "s2", "v. 12", "", Next::New, "S2", Precision::Place, 7 * 1440},
    {"brogat", "o3", "ca 3", "", Next::New, "O3", Precision::Street, 60},
    {"mölndals bro", "brand", "igår 23.40", "Papperskorg", Next::New, "S4", Precision::Place, 0},
    {"=", "personal", "igår 23–24", "", Next::New, "V3", Precision::Place, 60},
};

} // namespace

TEST_CASE("A desk morning: thirty lines of a list are logged by keyboard alone", "[form][morning]")
{
    Desk desk;
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
    for (const Line& one : morning) {
        INFO("line " << ++line);
        if (!desk.window->incidentForm().isVisible()) {
            ++keyboard.presses;
            QTest::keyClick(desk.window.get(), Qt::Key_N, Qt::ControlModifier);
        }
        if (!shared) {
            REQUIRE(place->hasFocus());
            keyboard.type(u(one.place));
            keyboard.press(Qt::Key_Return);
        }
        REQUIRE(category->hasFocus());
        keyboard.type(u(one.category));
        keyboard.press(Qt::Key_Return);
        REQUIRE(when->hasFocus());
        if (!shared)
            keyboard.type(u(one.when));
        if (*one.words) {
            keyboard.press(Qt::Key_Return);
            REQUIRE(description->hasFocus());
            keyboard.type(u(one.words));
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
        CHECK(logged.category == u(one.code));
        CHECK(logged.precision == one.precision);
        CHECK(logged.description == u(one.words));
        // the clock is not put forward or back in these spans but by chance of the day
        const qint64 minutes = logged.occurredFrom.secsTo(logged.occurredTo) / 60;
        if (one.minutes >= 0)
            CHECK(std::abs(minutes - one.minutes) <= 60);
        else
            CHECK(minutes >= 0); // as far as it has come
        CHECK(logged.occurredTo <= QDateTime::currentDateTimeUtc());
        shared = one.next == Next::SameReport;
    }
    const int total = static_cast<int>(std::size(morning));
    CHECK(static_cast<int>(incidents) + links == total);
    if (qEnvironmentVariableIsSet("HK_FIGURES"))
        std::printf("%d lines, %d key presses, %.1f each\n", total, keyboard.presses, double(keyboard.presses) / total);
    CHECK(keyboard.presses <= 30 * total);
}
