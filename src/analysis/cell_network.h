#pragma once

#include "analysis/cell_suppression.h"

#include <limits>

namespace hk::analysis {

/// A table of counts with its totals as a network: rows and columns are nodes, cells are arcs, and a table that has the same
/// sums is a circulation. Inner cells and the grand total lead from their row to their column, the other totals from
/// their column to their row. Holds what the cells that are left out could be instead. For one thread.
class CellNetwork {
public:
    static constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

    /// The table must outlive the network and keep its size.
    explicit CellNetwork(const SuppressedTable& table);

    std::size_t nodes() const { return m_table.rows + m_table.columns + 2; }
    std::size_t tail(std::size_t cell) const;
    std::size_t head(std::size_t cell) const;
    /// The cell joining two nodes, one of them a row.
    std::size_t cellBetween(std::size_t a, std::size_t b) const;

    /// The least that a reader must hold possible for a cell: whoever knows that areas and categories without incidents are
    /// told as such knows that the total of one that is not is at least 1.
    std::int64_t least(std::size_t cell) const;

    /// Says that a cell is left out: other values are possible for it.
    void open(std::size_t cell);
    bool isOpen(std::size_t cell) const { return m_open[cell] != 0; }
    /// Says that a cell is told after all.
    void close(std::size_t cell);

    /// How much could be sent from the cell's end `from` by way of this cell at present.
    std::int64_t room(std::size_t cell, std::size_t from) const;
    /// Sends `amount` from that end through the cell.
    void send(std::size_t cell, std::size_t from, std::int64_t amount);
    /// Sends up to `wanted` from one node to another through open cells but `without`; how much was sent.
    std::int64_t flow(std::size_t from, std::size_t to, std::int64_t wanted, std::size_t without);
    /// Takes back all that was sent.
    void reset();

    /// By how much the cell can be raised or lowered, at most `wanted`, by what is open now.
    std::int64_t raisable(std::size_t cell, std::int64_t wanted);
    std::int64_t lowerable(std::size_t cell, std::int64_t wanted);

private:
    const SuppressedTable& m_table;
    std::vector<std::uint8_t> m_open;
    std::vector<std::vector<std::size_t>> m_openAt; ///< by node: cells left out
    std::vector<std::int64_t> m_sent;               ///< by cell: change of its value
    std::vector<std::size_t> m_touched;
    std::vector<std::size_t> m_cameBy; ///< by node, of the search
};

} // namespace hk::analysis
