#include "analysis/cell_suppression.h"

#include "analysis/cell_network.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <stdexcept>

namespace hk::analysis {
namespace {

using State = SuppressedTable::State;

// What it costs a reader that a cell is left out: totals tell most. A cell left out already costs next to nothing, so that
// of paths through such cells the shortest is taken.
constexpr std::int64_t openCost = 1;
constexpr std::int64_t cellCost = 1'000;
constexpr std::int64_t zeroCost = 1'600; // somebody may know that there is nothing: rather a cell that has some
constexpr std::int64_t totalCost = 50'000;
constexpr std::int64_t grandTotalCost = 500'000;
constexpr std::int64_t mostForSize = 900;

/// Steps of the last pass, which looks for cells left out needlessly, above which it is not made.
constexpr double mostTidying = 2e8;

/// Chooses what is left out beside the small ones.
class Suppressor {
public:
    Suppressor(SuppressedTable& table, const std::stop_token& stop)
        : m_table(table)
        , m_stop(stop)
        , m_network(table)
        , m_toLower(table.values.size(), 0)
    {}

    bool run()
    {
        std::vector<std::size_t> small;
        for (std::size_t cell = 0; cell < m_table.values.size(); ++cell)
            if (m_table.states[cell] == State::Small)
                small.push_back(cell);
        // Those furthest from safety first: what protects them mostly protects the others.
        std::stable_sort(small.begin(), small.end(), [this](std::size_t a, std::size_t b) {
            return m_table.values[a] < m_table.values[b];
        });
        for (const std::size_t cell : small) {
            if (m_stop.stop_requested())
                return false;
            protect(cell);
        }
        tidy(small);
        return !m_stop.stop_requested();
    }

private:
    std::int64_t toRaise(std::size_t cell) const { return m_table.threshold - m_table.values[cell]; }
    bool isSafe(std::size_t cell)
    {
        return m_network.raisable(cell, toRaise(cell)) >= toRaise(cell) &&
               m_network.lowerable(cell, m_toLower[cell]) >= m_toLower[cell];
    }

    void protect(std::size_t cell)
    {
        const std::size_t tail = m_network.tail(cell);
        const std::size_t head = m_network.head(cell);
        const std::int64_t value = m_table.values[cell];
        const std::int64_t raised = makeRoom(head, tail, toRaise(cell), cell);
        m_toLower[cell] = makeRoom(tail, head, value - m_network.least(cell), cell);
        // It is lowered as far as the table's shape lets it: the only category of all, or the only area, cannot have been none,
        // and a total is at least as many as the rows or columns that are known to hold something.
        if (raised < toRaise(cell))
            throw std::logic_error("a small count that cannot be protected"); // see suppressSmallCounts
    }

    /// Leaves out more cells until so much can be sent from one node to the other beside the cell; how much can be.
    std::int64_t makeRoom(std::size_t from, std::size_t to, std::int64_t wanted, std::size_t beside)
    {
        std::int64_t sent = m_network.flow(from, to, wanted, beside);
        while (sent < wanted) {
            const std::int64_t more = sendByCheapestPath(from, to, wanted - sent, beside);
            if (more == 0)
                break;
            sent += more;
        }
        m_network.reset();
        return sent;
    }

    bool mayOpen(std::size_t cell) const
    {
        const std::size_t row = cell / (m_table.columns + 1);
        const std::size_t column = cell % (m_table.columns + 1);
        // Of what is all zeros everybody may know it.
        return m_table.value(row, m_table.columns) > 0 && m_table.value(m_table.rows, column) > 0;
    }

    std::int64_t cost(std::size_t cell) const
    {
        if (m_network.isOpen(cell))
            return openCost;
        const bool isRowTotal = cell % (m_table.columns + 1) == m_table.columns;
        const bool isColumnTotal = cell / (m_table.columns + 1) == m_table.rows;
        const std::int64_t size = std::min(m_table.values[cell], mostForSize);
        if (isRowTotal && isColumnTotal)
            return grandTotalCost;
        if (isRowTotal || isColumnTotal)
            return totalCost + size;
        return m_table.values[cell] == 0 ? zeroCost : cellCost + size;
    }

    std::int64_t sendByCheapestPath(std::size_t from, std::size_t to, std::int64_t wanted, std::size_t beside)
    {
        constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
        using Entry = std::pair<std::int64_t, std::size_t>;
        std::vector<std::int64_t> costTo(m_network.nodes(), CellNetwork::unlimited);
        std::vector<std::size_t> before(m_network.nodes(), none);
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        costTo[from] = 0;
        queue.emplace(0, from);
        const std::size_t rowNodes = m_table.rows + 1;
        while (!queue.empty()) {
            const auto [reached, node] = queue.top();
            queue.pop();
            if (node == to)
                break;
            if (reached > costTo[node])
                continue;
            const bool isRow = node < rowNodes;
            const std::size_t first = isRow ? rowNodes : 0;
            const std::size_t last = isRow ? m_network.nodes() : rowNodes;
            for (std::size_t other = first; other < last; ++other) {
                const std::size_t cell = m_network.cellBetween(node, other);
                if (cell == beside || !mayOpen(cell) || m_network.room(cell, node) <= 0)
                    continue;
                const std::int64_t total = reached + cost(cell);
                if (total >= costTo[other])
                    continue;
                costTo[other] = total;
                before[other] = node;
                queue.emplace(total, other);
            }
        }
        if (before[to] == none)
            return 0;
        std::int64_t amount = wanted;
        for (std::size_t node = to; node != from; node = before[node])
            amount = std::min(amount, m_network.room(m_network.cellBetween(node, before[node]), before[node]));
        for (std::size_t node = to; node != from; node = before[node]) {
            const std::size_t cell = m_network.cellBetween(node, before[node]);
            m_network.send(cell, before[node], amount);
            if (!m_network.isOpen(cell)) {
                m_network.open(cell);
                m_table.states[cell] = State::Protecting;
            }
        }
        return amount;
    }

    /// Tells again what turns out not to be needed, the dearest first.
    void tidy(const std::vector<std::size_t>& small)
    {
        std::vector<std::size_t> protecting;
        for (std::size_t cell = 0; cell < m_table.values.size(); ++cell)
            if (m_table.states[cell] == State::Protecting)
                protecting.push_back(cell);
        const double open = static_cast<double>(small.size() + protecting.size());
        if (static_cast<double>(small.size()) * static_cast<double>(protecting.size()) * open > mostTidying)
            return;
        const auto telling = [this](std::size_t cell) {
            m_network.close(cell);
            const std::int64_t dear = cost(cell);
            m_network.open(cell);
            return dear;
        };
        std::vector<std::pair<std::int64_t, std::size_t>> order;
        for (const std::size_t cell : protecting)
            order.emplace_back(-telling(cell), cell);
        std::sort(order.begin(), order.end());
        for (const auto& [dear, cell] : order) {
            if (m_stop.stop_requested())
                return;
            m_network.close(cell);
            const bool needless = std::all_of(small.begin(), small.end(), [this](std::size_t s) { return isSafe(s); });
            if (needless)
                m_table.states[cell] = State::Published;
            else
                m_network.open(cell);
        }
    }

    SuppressedTable& m_table;
    const std::stop_token& m_stop;
    CellNetwork m_network;
    std::vector<std::int64_t> m_toLower; ///< by cell: how far a reader must hold it possible that a small one is lower
};

} // namespace

std::size_t SuppressedTable::count(State wanted) const
{
    return static_cast<std::size_t>(std::count(states.begin(), states.end(), wanted));
}

std::optional<SuppressedTable> suppressSmallCounts(const std::vector<std::int64_t>& counts, std::size_t rows,
                                                   std::size_t columns, std::int64_t threshold,
                                                   const std::stop_token& stop)
{
    if (counts.size() != rows * columns || std::any_of(counts.begin(), counts.end(), [](auto n) { return n < 0; }))
        throw std::invalid_argument("a table of counts");
    SuppressedTable table;
    table.rows = rows;
    table.columns = columns;
    table.threshold = threshold;
    table.values.assign((rows + 1) * (columns + 1), 0);
    for (std::size_t row = 0; row < rows; ++row)
        for (std::size_t column = 0; column < columns; ++column) {
            const std::int64_t count = counts[row * columns + column];
            for (const std::size_t r : {row, rows})
                for (const std::size_t c : {column, columns})
                    table.values[table.index(r, c)] += count;
        }
    table.states.assign(table.values.size(), State::Published);
    for (std::size_t cell = 0; cell < table.values.size(); ++cell)
        if (table.values[cell] > 0 && table.values[cell] < threshold)
            table.states[cell] = State::Small;
    // There is always a way: a count, the totals of its row and column and the grand total together can all be raised
    // without end and lowered to 1.
    if (!Suppressor(table, stop).run())
        return std::nullopt;
    return table;
}

DerivableInterval derivableInterval(const SuppressedTable& table, std::size_t row, std::size_t column)
{
    const std::int64_t value = table.value(row, column);
    if (table.isTold(row, column))
        return {value, value};
    const std::size_t cell = table.index(row, column);
    CellNetwork network(table);
    // More than all counts together can only be sent along cells that have no limit.
    const std::int64_t total = table.value(table.rows, table.columns);
    const std::int64_t raised = network.raisable(cell, total + 1);
    DerivableInterval interval{value - network.lowerable(cell, value), std::nullopt};
    if (raised <= total)
        interval.highest = value + raised;
    return interval;
}

} // namespace hk::analysis
