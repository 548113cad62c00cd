#include "exchange/layer_thinning.h"
#include "support/catch.h"

#include <algorithm>
#include <random>

using namespace hk::exchange;

namespace {

constexpr double pixelAtZoom10 = 76.4370282714844; // metres: 40 075 016.68 m / (512 · 2^10)

std::vector<LayerLevel> chosen(LayerThinning& thinning) { return thinning.choose({}); }

} // namespace

TEST_CASE("a small layer needs no coarser copies")
{
    LayerThinning thinning;
    for (int i = 0; i < 1000; ++i)
        thinning.add(1e6, 7e6, 0, 0, 1);
    CHECK(chosen(thinning).empty());
    CHECK(thinning.copiesOf(0) == 0);
}

TEST_CASE("of features at one place the coarser copies keep the one that is drawn last")
{
    LayerThinning thinning;
    for (int i = 0; i < 10'000; ++i)
        thinning.add(1e6, 7e6, 0, 0, 1);
    const auto levels = chosen(thinning);
    REQUIRE_FALSE(levels.empty());
    CHECK(thinning.copiesOf(9'999) == levels.size());
    for (std::size_t i = 0; i < 9'999; ++i)
        REQUIRE(thinning.copiesOf(i) == 0);
}

TEST_CASE("a copy holds no more points than its view can show, and leaves no place empty")
{
    LayerThinning thinning;
    std::mt19937 random(3);
    const double side = 200 * pixelAtZoom10; // 200 pixels across at zoom 10: 2500 squares of four pixels
    std::uniform_real_distribution<double> along(0, side);
    std::vector<std::pair<int, int>> cells;
    for (int i = 0; i < 100'000; ++i) {
        const double x = along(random);
        const double y = along(random);
        thinning.add(1e6 + x, 7e6 + y, 0, 0, 1);
        cells.emplace_back(static_cast<int>(x / side * 20), static_cast<int>(y / side * 20));
    }
    const auto levels = chosen(thinning);
    const auto level = std::find_if(levels.begin(), levels.end(), [](const LayerLevel& l) { return l.belowZoom < 11; });
    REQUIRE(level != levels.end());
    CHECK(level->belowZoom == 10.5);
    const auto number = static_cast<std::size_t>(level - levels.begin());
    std::size_t kept = 0;
    std::vector<std::pair<int, int>> covered;
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (thinning.copiesOf(i) > number) {
            ++kept;
            covered.push_back(cells[i]);
        }
    CHECK(kept <= 51 * 51); // the squares do not begin where the points do
    CHECK(kept >= 2300);
    std::sort(covered.begin(), covered.end());
    covered.erase(std::unique(covered.begin(), covered.end()), covered.end());
    CHECK(covered.size() == 400); // each square of ten pixels has some
}

TEST_CASE("large shapes among very many small ones are kept")
{
    LayerThinning thinning;
    for (int i = 0; i < 20'000; ++i)
        thinning.add(1e6 + i % 100, 7e6, 3, 2, 5);
    thinning.add(1e6, 7e6, 50 * pixelAtZoom10, 2, 40);
    thinning.add(1e6, 7e6, 3, 2, 5);
    const auto levels = chosen(thinning);
    std::size_t until = 0; // zoom 10 and what is nearer
    while (until < levels.size() && levels[until].belowZoom > 10)
        ++until;
    REQUIRE(until > 0);
    CHECK(thinning.copiesOf(20'000) >= until);
}

TEST_CASE("few shapes with very many vertices have copies, too")
{
    LayerThinning thinning;
    for (int i = 0; i < 20; ++i)
        thinning.add(1e6 + 20'000 * i, 7e6, 15'000, 2, 100'000);
    CHECK_FALSE(chosen(thinning).empty());
    CHECK(thinning.copiesOf(0) > 0);
}
