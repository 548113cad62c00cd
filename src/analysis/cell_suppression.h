#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace hk::analysis {

/// Counts by row and column, with their totals, of which some may not be told.
struct SuppressedTable {
    enum class State : std::uint8_t {
        Published,
        Small,     ///< 1 to threshold − 1: must not be told
        Protecting ///< left out so that a small one cannot be worked out from what is told
    };
    std::size_t rows = 0;    ///< without the row of totals, which has index `rows`
    std::size_t columns = 0; ///< without the column of totals, which has index `columns`
    std::int64_t threshold = 5;
    std::vector<std::int64_t> values; ///< (rows + 1) × (columns + 1), row-major, totals last
    std::vector<State> states;        ///< as values

    std::size_t index(std::size_t row, std::size_t column) const { return row * (columns + 1) + column; }
    std::int64_t value(std::size_t row, std::size_t column) const { return values[index(row, column)]; }
    State state(std::size_t row, std::size_t column) const { return states[index(row, column)]; }
    bool isTold(std::size_t row, std::size_t column) const { return state(row, column) == State::Published; }
    std::size_t count(State state) const;
};

/// What a reader can work out of a cell that is not told: all whole numbers from lowest to highest, and no others, agree
/// with what is told.
struct DerivableInterval {
    std::int64_t lowest = 0;
    std::optional<std::int64_t> highest; ///< nothing: no limit
};

/// Cell suppression in a two-way table of counts with its margins [Hundepool et al. 2012, Statistical Disclosure Control,
/// ch. 4; Fischetti & Salazar 2001, Management Science 47(7)]. Every count of 1 to `threshold` − 1 is left out, totals
/// too, and with them as many others as it takes that a reader must hold every number from 0 to `threshold` possible for
/// each of them (from 1 for a total and in a table with a single row or column that is not all zeros; a total is at least
/// as many as the rows or columns in it that are not all zeros, which everybody may know). The reader is
/// taken to know all that is told, that counts are not negative, and that rows and columns of zeros are told as such, so
/// that the total of any other is at least 1. Zeros elsewhere are told where they do not help to protect. A two-way table with margins is a network (cells are arcs
/// between rows and columns), so what can be worked out is a question of flows, answered exactly; which cells protect is
/// found by cheapest paths [Castro 2007, Computers & Operations Research 34(11)], which is near the fewest, not always
/// the fewest. `counts`: rows × columns, row-major, not negative. Deterministic; thread-safe. Nothing when stopped.
std::optional<SuppressedTable> suppressSmallCounts(const std::vector<std::int64_t>& counts, std::size_t rows,
                                                   std::size_t columns, std::int64_t threshold = 5,
                                                   const std::stop_token& stop = {});

/// What can be worked out of one cell (totals included); of a told one its value. Exact, by flows of greatest value.
DerivableInterval derivableInterval(const SuppressedTable& table, std::size_t row, std::size_t column);

} // namespace hk::analysis
