#include "map/colour_scale.h"
#include "support/catch.h"
#include "support/colour_seen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <vector>

using namespace hk::map;
using namespace hk::test;

namespace {

const Linear land = linearOf(QColor(0xf4, 0xf3, 0xef));

} // namespace

TEST_CASE("the ramp grows strictly and evenly darker")
{
    double before = 101;
    double smallest = 100;
    double largest = 0;
    for (int i = 0; i <= 100; ++i) {
        const double lightness = labOf(linearOf(rampColour(i / 100.0))).l;
        CHECK(lightness < before);
        if (i > 0) {
            smallest = std::min(smallest, before - lightness);
            largest = std::max(largest, before - lightness);
        }
        before = lightness;
    }
    CHECK(labOf(linearOf(rampColour(0))).l > 90);
    CHECK(labOf(linearOf(rampColour(1))).l < 20);
    CHECK(largest < 3 * smallest + 0.5);
}

TEST_CASE("neighbouring classes over the map stay apart, also for the colour-blind and in grey print")
{
    for (const double maximum : {55.0, 300.0, 1234.0}) {
        const ColourScale scale = ColourScale::forMaximum(maximum);
        for (std::size_t i = 0; i < scale.classes(); ++i) {
            const Linear here = over(scale.colourOfClass(i), land);
            const Linear before = i == 0 ? land : over(scale.colourOfClass(i - 1), land);
            CHECK(distance(labOf(here), labOf(before)) > 8);
            for (const Matrix& deficiency : {protanopia, deuteranopia, tritanopia})
                CHECK(distance(labOf(seen(deficiency, here)), labOf(seen(deficiency, before))) > 6);
            CHECK(labOf(here).l < labOf(before).l);
        }
    }
}

TEST_CASE("opacity rises with density and leaves the hottest class readable")
{
    const ColourScale scale = ColourScale::forMaximum(100);
    for (std::size_t i = 1; i < scale.classes(); ++i)
        CHECK(scale.colourOfClass(i).alphaF() > scale.colourOfClass(i - 1).alphaF());
    CHECK(scale.colourOfClass(0).alphaF() >= 0.3F);
    CHECK(scale.colourOfClass(scale.classes() - 1).alphaF() <= 0.8F);
}

TEST_CASE("on a dark map the hottest class is the brightest")
{
    const Linear ground = linearOf(QColor(0x1d, 0x21, 0x25));
    const ColourScale scale = ColourScale::forMaximum(300).onDark();
    CHECK(scale.breaks() == ColourScale::forMaximum(300).breaks());
    for (std::size_t i = 0; i < scale.classes(); ++i) {
        const Linear here = over(scale.colourOfClass(i), ground);
        const Linear before = i == 0 ? ground : over(scale.colourOfClass(i - 1), ground);
        CHECK(labOf(here).l > labOf(before).l);
        for (const Matrix& deficiency : {protanopia, deuteranopia, tritanopia})
            CHECK(distance(labOf(seen(deficiency, here)), labOf(seen(deficiency, before))) > 6);
    }
}

TEST_CASE("limits are round, five to seven, and hold the maximum in the last class")
{
    for (double maximum = 0.013; maximum < 1e6; maximum *= 1.37)
        for (const int wanted : {5, 6, 7}) {
            const ColourScale scale = ColourScale::forMaximum(maximum, wanted);
            REQUIRE(scale.classes() >= 5);
            REQUIRE(scale.classes() <= 7);
            CHECK(std::is_sorted(scale.breaks().begin(), scale.breaks().end()));
            CHECK(scale.breaks().back() <= maximum * (1 + 1e-9));
            const double step = scale.breaks()[2] - scale.breaks()[1];
            CHECK(scale.breaks().back() + step > maximum);
            const double mantissa = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
            CHECK((std::abs(mantissa - 1) < 1e-6 || std::abs(mantissa - 2) < 1e-6 || std::abs(mantissa - 2.5) < 1e-6
                   || std::abs(mantissa - 5) < 1e-6));
        }
}

TEST_CASE("a density falls into the class that begins at or below it")
{
    const ColourScale scale = ColourScale::fromBreaks({10, 20, 50});
    CHECK(scale.classOf(9.999) == -1);
    CHECK(scale.classOf(10) == 0);
    CHECK(scale.classOf(49.9) == 1);
    CHECK(scale.classOf(1e9) == 2);
    CHECK(scale.classOf(std::nan("")) == -1);
    CHECK(scale.premultiplied(5) == 0U);
    CHECK(scale.premultiplied(50) == qPremultiply(scale.colourOfClass(2).rgba()));
}

TEST_CASE("a locked scale is the same scale again")
{
    const ColourScale scale = ColourScale::forMaximum(432);
    CHECK(ColourScale::fromBreaks(scale.breaks()) == scale);
    CHECK(ColourScale::fromBreaks({50, 10, 10, std::nan(""), 20}).breaks() == std::vector<double>{10, 20, 50});
}

TEST_CASE("without density there is no scale")
{
    CHECK(ColourScale::forMaximum(0).isEmpty());
    CHECK(ColourScale::forMaximum(-1).isEmpty());
    CHECK(ColourScale::forMaximum(std::nan("")).isEmpty());
    CHECK(ColourScale().classOf(5) == -1);
}

TEST_CASE("signed limits are round, three on each side, and the largest difference is in the outermost class")
{
    for (double maximum = 0.013; maximum < 1e6; maximum *= 1.19) {
        const ColourScale scale = ColourScale::forDifferences(maximum);
        REQUIRE(scale.classes() == 7);
        CHECK(scale.isSigned());
        CHECK(scale.classOf(maximum) == 6);
        CHECK(scale.classOf(-maximum) == 0);
        CHECK_FALSE(scale.lowerLimit(0).has_value());
        CHECK_FALSE(scale.upperLimit(6).has_value());
        for (std::size_t i = 1; i < 7; ++i)
            CHECK(*scale.lowerLimit(i) == -*scale.lowerLimit(7 - i));
        const double step = *scale.lowerLimit(6) - *scale.lowerLimit(5);
        CHECK(*scale.lowerLimit(6) + step > maximum * (1 - 1e-9));
        const double mantissa = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
        CHECK((std::abs(mantissa - 1) < 1e-6 || std::abs(mantissa - 2) < 1e-6 || std::abs(mantissa - 2.5) < 1e-6
               || std::abs(mantissa - 5) < 1e-6));
    }
}

TEST_CASE("differences around 0 are not drawn, and less is not more")
{
    const ColourScale scale = ColourScale::forDifferences(100);
    CHECK(scale.isClear(3));
    CHECK(scale.classOf(0) == 3);
    CHECK(scale.premultiplied(0) == 0U);
    CHECK(scale.premultiplied(std::nan("")) == 0U);
    CHECK(scale.classOf(std::nan("")) == -1);
    CHECK(scale.colourOfClass(0).blue() > scale.colourOfClass(0).red());
    CHECK(scale.colourOfClass(6).red() > scale.colourOfClass(6).blue());
    CHECK_FALSE(ColourScale::forMaximum(100).isSigned());
    CHECK_FALSE(ColourScale::forMaximum(100).isClear(3));
    CHECK(ColourScale::forDifferences(0).isEmpty());
    CHECK(ColourScale::forDifferences(std::nan("")).isEmpty());
}

TEST_CASE("signed classes over the map differ from each other, also for the colour-blind and in grey print")
{
    struct Ground {
        ColourScale scale;
        Linear colour;
    };
    const ColourScale scale = ColourScale::forDifferences(300);
    for (const Ground& ground : {Ground{scale, land}, Ground{scale.onDark(), linearOf(QColor(0x1d, 0x21, 0x25))}}) {
        std::vector<Linear> seenColours{ground.colour};
        for (std::size_t i = 0; i < 7; ++i)
            if (!ground.scale.isClear(i))
                seenColours.push_back(over(ground.scale.colourOfClass(i), ground.colour));
        for (std::size_t i = 0; i < seenColours.size(); ++i)
            for (std::size_t j = 0; j < i; ++j) {
                CHECK(distance(labOf(seenColours[i]), labOf(seenColours[j])) > 15);
                for (const Matrix& deficiency : {protanopia, deuteranopia, tritanopia})
                    CHECK(distance(labOf(seen(deficiency, seenColours[i])), labOf(seen(deficiency, seenColours[j]))) > 12);
                CHECK(std::abs(labOf(seenColours[i]).l - labOf(seenColours[j]).l) > 7);
            }
    }
}

TEST_CASE("the larger a difference, the further its class is from the map in lightness")
{
    for (const bool dark : {false, true}) {
        const ColourScale scale = dark ? ColourScale::forDifferences(300).onDark() : ColourScale::forDifferences(300);
        const Linear ground = dark ? linearOf(QColor(0x1d, 0x21, 0x25)) : land;
        const auto contrast = [&](std::size_t i) {
            return std::abs(labOf(over(scale.colourOfClass(i), ground)).l - labOf(ground).l);
        };
        for (const std::size_t size : {std::size_t{1}, std::size_t{2}}) {
            CHECK(contrast(3 - size - 1) > contrast(3 - size));
            CHECK(contrast(3 + size + 1) > contrast(3 + size));
        }
        for (const std::size_t size : {std::size_t{1}, std::size_t{2}, std::size_t{3}})
            CHECK(contrast(3 + size) > contrast(3 - size));
    }
}

TEST_CASE("signed limits may lie about another middle, and must ascend")
{
    const ColourScale ratio = ColourScale::diverging({0.5, 0.67, 0.8}, {1.25, 1.5, 2.0});
    CHECK(ratio.classOf(0.1) == 0);
    CHECK(ratio.classOf(1.0) == 3);
    CHECK(ratio.classOf(5.0) == 6);
    CHECK(ratio != ratio.onDark());
    CHECK_THROWS_AS(ColourScale::diverging({1, 0, 2}, {3, 4, 5}), std::invalid_argument);
}
