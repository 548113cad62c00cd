// WCAG 2.1, level AA, computed from the colours of the looks: 4.5 to 1 for text (1.4.3), 3 to 1 for what tells a control or its
// state (1.4.11).

#include "support/catch.h"
#include "ui/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <cmath>

using namespace hk;
using namespace hk::ui;

namespace {

constexpr double forText = 4.5;
constexpr double forControls = 3.0;

/// Relative luminance and contrast ratio as WCAG 2.1 defines them.
double luminance(const QColor& colour)
{
    const auto linear = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b)
{
    const double one = luminance(a);
    const double other = luminance(b);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

struct Pair {
    const char* words;
    QColor above;
    QColor below;
};

void check(const std::vector<Pair>& pairs, double least)
{
    for (const Pair& pair : pairs) {
        INFO(pair.words << ": " << pair.above.name().toStdString() << " on " << pair.below.name().toStdString());
        CHECK(contrast(pair.above, pair.below) >= least);
    }
}

} // namespace

TEST_CASE("the contrast of black on white is 21, and of a grey as published", "[contrast]")
{
    CHECK_THAT(contrast(Qt::black, Qt::white), WithinAbs(21.0, 1e-9));
    CHECK_THAT(contrast(QColor(0x76, 0x76, 0x76), Qt::white), WithinAbs(4.54, 0.005));
}

TEST_CASE("text is told from what it stands on, in both looks", "[contrast]")
{
    const bool dark = GENERATE(false, true);
    CAPTURE(dark);
    const ThemeColours c = themeColours(dark);
    for (const QColor& ground : {c.window, c.panel, c.base, c.alternate, c.accentSoft, c.hover, c.pressed})
        check({{"text", c.text, ground}}, forText);
    for (const QColor& ground : {c.window, c.panel, c.base, c.alternate})
        check({{"muted text", c.muted, ground}, {"a link", c.accent, ground}}, forText);
    check({{"the main button", c.accentText, c.accent},
           {"a fault", c.error, c.base},
           {"a fault in a panel", c.error, c.panel},
           {"a fault in a dialog", c.error, c.window},
           {"a banner", c.text, c.errorBack},
           {"a fault in its field", c.text, c.errorBack},
           {"a receipt", c.window, c.text},
           {"undo in a receipt", themeColours(!dark).accent, c.text}},
          forText);
}

TEST_CASE("controls and their states are told from what they stand on, in both looks", "[contrast]")
{
    const bool dark = GENERATE(false, true);
    CAPTURE(dark);
    const ThemeColours c = themeColours(dark);
    for (const QColor& ground : {c.window, c.panel, c.base})
        check({{"the edge of a field", c.control, ground},
               {"the edge of a check box", c.muted, ground},
               {"the mark of the focus", c.accent, ground},
               {"the edge of a fault", c.error, ground},
               {"the handle of a scroll bar", c.control, ground}},
              forControls);
}

TEST_CASE("every rule of the style sheet that sets text and ground sets them apart", "[contrast]")
{
    const bool dark = GENERATE(false, true);
    CAPTURE(dark);
    applyTheme(*qApp, dark);
    static const QRegularExpression rule(QStringLiteral("([^{}]+)\\{([^{}]*)\\}"));
    static const QRegularExpression text(QStringLiteral("(?<![-\\w])color: (#[0-9a-f]{6})"));
    static const QRegularExpression ground(QStringLiteral("(?<![-\\w])background: (#[0-9a-f]{6})"));
    static const QRegularExpression chosenText(QStringLiteral("selection-color: (#[0-9a-f]{6})"));
    static const QRegularExpression chosenGround(QStringLiteral("selection-background-color: (#[0-9a-f]{6})"));
    int compared = 0;
    for (auto found = rule.globalMatch(qApp->styleSheet()); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        if (match.captured(1).contains(QStringLiteral(":disabled"))) // WCAG leaves out what cannot be used
            continue;
        INFO(match.captured(1).trimmed().toStdString());
        for (const auto& [above, below] : {std::pair(&text, &ground), std::pair(&chosenText, &chosenGround)}) {
            const QRegularExpressionMatch one = above->match(match.captured(2));
            const QRegularExpressionMatch other = below->match(match.captured(2));
            if (!one.hasMatch() || !other.hasMatch())
                continue;
            CHECK(contrast(QColor(one.captured(1)), QColor(other.captured(1))) >= forText);
            ++compared;
        }
    }
    CHECK(compared > 10);
    applyTheme(*qApp, false);
}
