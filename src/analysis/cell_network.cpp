#include "analysis/cell_network.h"

#include <algorithm>

namespace hk::analysis {
namespace {

constexpr std::size_t notReached = std::numeric_limits<std::size_t>::max();
constexpr std::size_t origin = notReached - 1;

} // namespace

CellNetwork::CellNetwork(const SuppressedTable& table)
    : m_table(table)
    , m_open(table.values.size(), 0)
    , m_openAt(table.rows + table.columns + 2)
    , m_sent(table.values.size(), 0)
{
    for (std::size_t cell = 0; cell < table.values.size(); ++cell)
        if (table.states[cell] != SuppressedTable::State::Published)
            open(cell);
}

std::size_t CellNetwork::tail(std::size_t cell) const
{
    const std::size_t row = cell / (m_table.columns + 1);
    const std::size_t column = cell % (m_table.columns + 1);
    return (row < m_table.rows) == (column < m_table.columns) ? row : m_table.rows + 1 + column;
}

std::size_t CellNetwork::head(std::size_t cell) const
{
    const std::size_t row = cell / (m_table.columns + 1);
    const std::size_t column = cell % (m_table.columns + 1);
    return (row < m_table.rows) == (column < m_table.columns) ? m_table.rows + 1 + column : row;
}

std::size_t CellNetwork::cellBetween(std::size_t a, std::size_t b) const
{
    return m_table.index(std::min(a, b), std::max(a, b) - m_table.rows - 1);
}

std::int64_t CellNetwork::least(std::size_t cell) const
{
    const bool isTotal = cell / (m_table.columns + 1) == m_table.rows || cell % (m_table.columns + 1) == m_table.columns;
    return isTotal && m_table.values[cell] > 0 ? 1 : 0;
}

void CellNetwork::open(std::size_t cell)
{
    if (m_open[cell])
        return;
    m_open[cell] = 1;
    m_openAt[tail(cell)].push_back(cell);
    m_openAt[head(cell)].push_back(cell);
}

void CellNetwork::close(std::size_t cell)
{
    m_open[cell] = 0;
    std::erase(m_openAt[tail(cell)], cell);
    std::erase(m_openAt[head(cell)], cell);
}

std::int64_t CellNetwork::room(std::size_t cell, std::size_t from) const
{
    return from == tail(cell) ? unlimited : m_table.values[cell] + m_sent[cell] - least(cell);
}

void CellNetwork::send(std::size_t cell, std::size_t from, std::int64_t amount)
{
    m_sent[cell] += from == tail(cell) ? amount : -amount;
    m_touched.push_back(cell);
}

std::int64_t CellNetwork::flow(std::size_t from, std::size_t to, std::int64_t wanted, std::size_t without)
{
    std::int64_t sent = 0;
    std::vector<std::size_t> queue;
    while (sent < wanted) { // shortest augmenting paths
        m_cameBy.assign(nodes(), notReached);
        m_cameBy[from] = origin;
        queue.assign(1, from);
        for (std::size_t next = 0; next < queue.size() && m_cameBy[to] == notReached; ++next) {
            const std::size_t node = queue[next];
            for (const std::size_t cell : m_openAt[node]) {
                const std::size_t other = tail(cell) == node ? head(cell) : tail(cell);
                if (cell == without || m_cameBy[other] != notReached || room(cell, node) <= 0)
                    continue;
                m_cameBy[other] = cell;
                queue.push_back(other);
            }
        }
        if (m_cameBy[to] == notReached)
            break;
        const auto before = [this](std::size_t node) {
            const std::size_t cell = m_cameBy[node];
            return tail(cell) == node ? head(cell) : tail(cell);
        };
        std::int64_t amount = wanted - sent;
        for (std::size_t node = to; node != from; node = before(node))
            amount = std::min(amount, room(m_cameBy[node], before(node)));
        for (std::size_t node = to; node != from; node = before(node))
            send(m_cameBy[node], before(node), amount);
        sent += amount;
    }
    return sent;
}

void CellNetwork::reset()
{
    for (const std::size_t cell : m_touched)
        m_sent[cell] = 0;
    m_touched.clear();
}

std::int64_t CellNetwork::raisable(std::size_t cell, std::int64_t wanted)
{
    const std::int64_t sent = flow(head(cell), tail(cell), wanted, cell);
    reset();
    return sent;
}

std::int64_t CellNetwork::lowerable(std::size_t cell, std::int64_t wanted)
{
    const std::int64_t sent = flow(tail(cell), head(cell), std::min(wanted, m_table.values[cell] - least(cell)), cell);
    reset();
    return sent;
}

} // namespace hk::analysis
