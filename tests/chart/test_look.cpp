#include "chart/look.h"
#include "support/catch.h"
#include "support/colour_seen.h"

#include <QPalette>
#include <vector>

using namespace hk;
using namespace hk::test;
using chart::Look;

namespace {

Look dark()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(0x1e, 0x22, 0x26));
    palette.setColor(QPalette::WindowText, QColor(0xe3, 0xe6, 0xe9));
    return Look::of(palette);
}

/// The smallest difference of two colours among the usual eyes and those with a deficiency.
double leastDistance(const QColor& p, const QColor& q)
{
    double least = distance(labOf(linearOf(p)), labOf(linearOf(q)));
    for (const Matrix& deficiency : {protanopia, deuteranopia, tritanopia})
        least = std::min(
            least, distance(labOf(seen(deficiency, linearOf(p))), labOf(seen(deficiency, linearOf(q)))));
    return least;
}

double lightness(const QColor& colour)
{
    return labOf(linearOf(colour)).l;
}

} // namespace

TEST_CASE("what a chart tells apart by colour stays apart for the colour-blind and in grey print")
{
    for (const Look& look : {Look::paper(), dark()}) {
        CAPTURE(look.isDark());
        const QColor faded = look.faded(look.bar());
        const std::vector<std::pair<QColor, QColor>> pairs{
            {look.bar(), look.ground},                          // a bar on its ground
            {look.bar(), look.faint},                           // and on its track
            {look.bar(), faded},                                // what is chosen, and what is not
            {faded, look.ground},      {look.ink, look.bar()},  // the line of the year before
            {look.ink, look.ground},   {look.bar(), look.line}, // the bar of the others
        };
        for (std::size_t i = 0; i < pairs.size(); ++i) {
            CAPTURE(i);
            CHECK(leastDistance(pairs[i].first, pairs[i].second) > 15);
            // The line has a rim of the ground's colour, and "others" stands last: they need not be told
            // apart in grey.
            if (i != 4 && i != 6)
                CHECK(std::abs(lightness(pairs[i].first) - lightness(pairs[i].second)) > 12);
        }
    }
}

TEST_CASE("more is always further from the ground, to every eye and in grey print")
{
    for (const Look& look : {Look::paper(), dark()}) {
        constexpr int steps = 5; // of the key
        for (int i = 2; i <= steps; ++i) {
            const QColor here = look.ramp(double(i) / steps);
            const QColor before = look.ramp(double(i - 1) / steps);
            CAPTURE(look.isDark(), i);
            CHECK(std::abs(lightness(here) - lightness(look.ground)) >
                  std::abs(lightness(before) - lightness(look.ground)) + 5);
            CHECK(leastDistance(here, before) > 6);
        }
    }
}
