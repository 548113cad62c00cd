#include "support/catch.h"

#include "analysis/cell_suppression.h"

#include <functional>
#include <numeric>
#include <random>

using namespace hk::analysis;

namespace {

using Counts = std::vector<std::int64_t>;
using State = SuppressedTable::State;

SuppressedTable suppressed(const Counts& counts, std::size_t rows, std::size_t columns, std::int64_t threshold = 5)
{
    return suppressSmallCounts(counts, rows, columns, threshold).value();
}

/// What a reader of the published table can do without knowing how it was made: tries every table of whole numbers up to
/// `most` and keeps those that agree with all that is told.
class Reader {
public:
    Reader(const SuppressedTable& table, std::int64_t most)
        : m_table(table)
        , m_most(most)
        , m_tried(table.rows * table.columns, 0)
        , m_seen(table.values.size(), std::vector<bool>(static_cast<std::size_t>(most) * 20 + 1, false))
    {
        fill(0);
    }
    bool holdsPossible(std::size_t row, std::size_t column, std::int64_t value) const
    {
        const auto& seen = m_seen[m_table.index(row, column)];
        return static_cast<std::size_t>(value) < seen.size() && seen[static_cast<std::size_t>(value)];
    }

private:
    std::int64_t rowSum(std::size_t row) const
    {
        std::int64_t sum = 0;
        for (std::size_t column = 0; column < m_table.columns; ++column)
            sum += m_tried[row * m_table.columns + column];
        return sum;
    }
    std::int64_t columnSum(std::size_t column) const
    {
        std::int64_t sum = 0;
        for (std::size_t row = 0; row < m_table.rows; ++row)
            sum += m_tried[row * m_table.columns + column];
        return sum;
    }
    bool agrees(std::size_t row, std::size_t column, std::int64_t value) const
    {
        if (m_table.isTold(row, column))
            return m_table.value(row, column) == value;
        return value > 0 || (row < m_table.rows && column < m_table.columns); // rows of zeros would be told
    }
    void fill(std::size_t place)
    {
        if (place > 0 && place % m_table.columns == 0) { // a row is full
            const std::size_t row = place / m_table.columns - 1;
            if (!agrees(row, m_table.columns, rowSum(row)))
                return;
        }
        if (place == m_tried.size())
            return remember();
        const std::size_t row = place / m_table.columns;
        const std::size_t column = place % m_table.columns;
        const bool told = m_table.isTold(row, column);
        const std::int64_t first = told ? m_table.value(row, column) : 0;
        const std::int64_t last = told ? first : m_most;
        for (std::int64_t value = first; value <= last; ++value) {
            m_tried[place] = value;
            fill(place + 1);
        }
        m_tried[place] = 0;
    }
    void remember()
    {
        for (std::size_t column = 0; column < m_table.columns; ++column)
            if (!agrees(m_table.rows, column, columnSum(column)))
                return;
        const std::int64_t all = std::accumulate(m_tried.begin(), m_tried.end(), std::int64_t{0});
        if (!agrees(m_table.rows, m_table.columns, all))
            return;
        for (std::size_t row = 0; row <= m_table.rows; ++row)
            for (std::size_t column = 0; column <= m_table.columns; ++column) {
                const bool inner = row < m_table.rows && column < m_table.columns;
                const std::int64_t value = inner                     ? m_tried[row * m_table.columns + column]
                                           : row < m_table.rows      ? rowSum(row)
                                           : column < m_table.columns ? columnSum(column)
                                                                      : all;
                m_seen[m_table.index(row, column)][static_cast<std::size_t>(value)] = true;
            }
    }

    const SuppressedTable& m_table;
    std::int64_t m_most;
    Counts m_tried;
    std::vector<std::vector<bool>> m_seen;
};

/// What the rule promises: nought for a count among others, 1 for a total and for the only row or column with anything.
std::int64_t leastPossible(const SuppressedTable& table, std::size_t row, std::size_t column)
{
    const auto filled = [&](std::size_t size, auto total) {
        std::size_t count = 0;
        for (std::size_t i = 0; i < size; ++i)
            count += total(i) > 0 ? 1U : 0U;
        return count;
    };
    const bool inner = row < table.rows && column < table.columns;
    const bool many = filled(table.rows, [&](std::size_t i) { return table.value(i, table.columns); }) > 1 &&
                      filled(table.columns, [&](std::size_t i) { return table.value(table.rows, i); }) > 1;
    return inner && many ? 0 : 1;
}

Counts randomCounts(std::mt19937& random, std::size_t cells, std::int64_t most, unsigned percentZero)
{
    Counts counts(cells);
    for (std::int64_t& count : counts)
        count = random() % 100 < percentZero ? 0 : static_cast<std::int64_t>(random() % static_cast<unsigned>(most + 1));
    return counts;
}

} // namespace

TEST_CASE("counts from the threshold on, and zeros, are told when nothing is small")
{
    const SuppressedTable table = suppressed({5, 0, 12, 7, 9, 0}, 2, 3);
    CHECK(table.count(State::Published) == 12);
    CHECK(table.value(0, 3) == 17);
    CHECK(table.value(2, 0) == 12);
    CHECK(table.value(2, 3) == 33);
}

TEST_CASE("a small count does not come out by subtraction from the totals")
{
    const SuppressedTable table = suppressed({3, 20, 30, 40, 50, 60, 70, 80, 90}, 3, 3);
    CHECK(table.state(0, 0) == State::Small);
    // One more in its row and column, and the corner that holds those two.
    CHECK(table.count(State::Protecting) == 3);
    const DerivableInterval interval = derivableInterval(table, 0, 0);
    CHECK(interval.lowest == 0);
    CHECK(interval.highest.value_or(1'000) >= 5);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(table.isTold(i, 3));
        CHECK(table.isTold(3, i));
    }
}

TEST_CASE("two small counts in one row that is short of room take the protection they need")
{
    // 1 + 1 leaves a reader only 0 to 2 for each: the total, small too, cannot be told, and so on.
    const SuppressedTable table = suppressed({1, 1, 0, 30, 30, 30}, 2, 3);
    for (std::size_t column = 0; column < 2; ++column) {
        const DerivableInterval interval = derivableInterval(table, 0, column);
        CHECK(interval.lowest == 0);
        CHECK(interval.highest.value_or(1'000) >= 5);
    }
    CHECK_FALSE(table.isTold(0, 3));
}

TEST_CASE("a total below the threshold is not told either")
{
    const SuppressedTable table = suppressed({2}, 1, 1);
    CHECK(table.count(State::Published) == 0);
    CHECK_FALSE(derivableInterval(table, 0, 0).highest.has_value());
}

TEST_CASE("a few incidents in few places are not told at all, and nobody can say that they are few")
{
    struct Case {
        std::vector<std::int64_t> counts;
        std::size_t rows, columns;
    };
    const std::vector<Case> cases{{{1, 1}, 2, 1},    {{2, 1}, 2, 1},       {{3, 1}, 2, 1},       {{1, 1, 1}, 3, 1},
                                  {{2, 1, 1}, 3, 1}, {{1, 1, 1, 1}, 4, 1}, {{1, 0, 0, 1}, 2, 2}, {{1, 1}, 1, 2},
                                  {{2, 0, 0, 1}, 2, 2}, {{1, 0, 0, 0, 1, 0, 0, 0, 1}, 3, 3}};
    for (const Case& each : cases) {
        const SuppressedTable table = suppressed(each.counts, each.rows, each.columns);
        CAPTURE(each.counts, each.rows);
        for (std::size_t row = 0; row <= each.rows; ++row)
            for (std::size_t column = 0; column <= each.columns; ++column) {
                if (table.value(row, column) == 0)
                    continue;
                CHECK_FALSE(table.isTold(row, column));
                const DerivableInterval interval = derivableInterval(table, row, column);
                CHECK(interval.lowest <= table.value(row, column));
                CHECK(interval.highest.value_or(1'000) >= 5);
            }
    }
}

TEST_CASE("an empty row is told as empty, and protects nothing")
{
    const SuppressedTable table = suppressed({0, 0, 0, 3, 9, 9, 9, 3, 9}, 3, 3);
    for (std::size_t column = 0; column <= 3; ++column)
        CHECK(table.isTold(0, column));
    CHECK_FALSE(table.isTold(1, 0));
}

TEST_CASE("whoever tries all tables holds every number from nought to the threshold possible for a small count")
{
    std::mt19937 random(20'121);
    std::size_t smallOnes = 0;
    for (int round = 0; round < 400; ++round) {
        const std::size_t rows = 1 + random() % 3;
        const std::size_t columns = 1 + random() % (rows == 3 ? 2 : 3);
        const std::int64_t threshold = 2 + static_cast<std::int64_t>(random() % 2);
        const Counts counts = randomCounts(random, rows * columns, 2 * threshold, 30);
        const SuppressedTable table = suppressed(counts, rows, columns, threshold);
        const Reader reader(table, 3 * threshold);
        INFO("round " << round << ", " << rows << " × " << columns << ", threshold " << threshold);
        for (std::size_t row = 0; row <= rows; ++row)
            for (std::size_t column = 0; column <= columns; ++column) {
                const std::int64_t value = table.value(row, column);
                CHECK((table.state(row, column) == State::Small) == (value > 0 && value < threshold));
                if (table.state(row, column) != State::Small)
                    continue;
                ++smallOnes;
                for (std::int64_t possible = leastPossible(table, row, column); possible <= threshold; ++possible)
                    CHECK(reader.holdsPossible(row, column, possible));
            }
    }
    CHECK(smallOnes > 400);
}

TEST_CASE("the interval that is stated is the one that trying all tables gives")
{
    std::mt19937 random(6);
    for (int round = 0; round < 120; ++round) {
        const std::size_t rows = 2;
        const std::size_t columns = 1 + random() % 3;
        const Counts counts = randomCounts(random, rows * columns, 4, 25);
        // Any pattern of what is told, also a bad one.
        SuppressedTable table = suppressed(counts, rows, columns, 1);
        for (std::size_t row = 0; row <= rows; ++row)
            for (std::size_t column = 0; column <= columns; ++column) {
                const bool isEmptyTotal = (row == rows || column == columns) && table.value(row, column) == 0;
                table.states[table.index(row, column)]
                    = isEmptyTotal || random() % 2 == 0 ? State::Published : State::Protecting;
            }
        constexpr std::int64_t most = 9;
        const Reader reader(table, most);
        INFO("round " << round);
        for (std::size_t row = 0; row <= rows; ++row)
            for (std::size_t column = 0; column <= columns; ++column) {
                const DerivableInterval stated = derivableInterval(table, row, column);
                for (std::int64_t value = 0; value <= most; ++value) {
                    const bool within = value >= stated.lowest && (!stated.highest || value <= *stated.highest);
                    // A table with a number above `most` is not tried, so a possible one may be missed there.
                    if (!stated.highest)
                        continue;
                    CHECK((!reader.holdsPossible(row, column, value) || within));
                    if (*stated.highest <= most / 2)
                        CHECK(reader.holdsPossible(row, column, value) == within);
                }
            }
    }
}

TEST_CASE("no small count of a large table comes out, whatever its shape")
{
    std::mt19937 random(77);
    for (const auto& [rows, columns, most, zero] :
         {std::tuple{40, 25, 12, 60}, std::tuple{200, 12, 6, 80}, std::tuple{12, 60, 40, 20}, std::tuple{60, 8, 3, 90}}) {
        const auto height = static_cast<std::size_t>(rows);
        const auto width = static_cast<std::size_t>(columns);
        const Counts counts = randomCounts(random, height * width, most, static_cast<unsigned>(zero));
        const SuppressedTable table = suppressed(counts, height, width);
        INFO(rows << " × " << columns);
        bool safe = true;
        for (std::size_t row = 0; row <= height; ++row)
            for (std::size_t column = 0; column <= width; ++column) {
                if (table.state(row, column) != State::Small)
                    continue;
                const DerivableInterval interval = derivableInterval(table, row, column);
                safe = safe && interval.lowest <= leastPossible(table, row, column) && interval.highest.value_or(5) >= 5;
            }
        CHECK(safe);
    }
}

TEST_CASE("the same counts are left out in the same places each time, and a stop is heeded")
{
    std::mt19937 random(3);
    const Counts counts = randomCounts(random, 300, 9, 50);
    CHECK(suppressed(counts, 30, 10).states == suppressed(counts, 30, 10).states);
    std::stop_source stop;
    stop.request_stop();
    CHECK_FALSE(suppressSmallCounts(counts, 30, 10, 5, stop.get_token()).has_value());
}
