#pragma once

#include <QPointF>
#include <QRectF>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <tuple>
#include <utility>
#include <vector>

namespace hk::map {

/// Column and row of the cell of a grid from the plane's origin.
inline std::pair<std::int64_t, std::int64_t> cellAt(const QPointF& p, double size)
{
    return {static_cast<std::int64_t>(std::floor(p.x() / size)), static_cast<std::int64_t>(std::floor(p.y() / size))};
}

/// Numbers the cells of a grid fixed in the plane in the order they are met: a plain array where the points lie close
/// enough together, else open addressing.
class CellTable {
public:
    /// For at most `most` positions, all within `bounds` (plane).
    CellTable(std::size_t most, const QRectF& bounds, double size) : m_size(size)
    {
        std::tie(m_column, m_row) = cellAt(bounds.topLeft(), size);
        const auto [lastColumn, lastRow] = cellAt(bounds.bottomRight(), size);
        // One cell more on each side: a mean may lie outside by its last bit.
        m_columns = lastColumn - --m_column + 2;
        m_rows = lastRow - --m_row + 2;
        const double cells = static_cast<double>(m_columns) * static_cast<double>(m_rows);
        m_dense = cells <= 8.0 * static_cast<double>(most) + 1000;
        m_slots.assign(m_dense ? static_cast<std::size_t>(cells) : std::bit_ceil(std::max<std::size_t>(16, most * 2)), none);
    }
    std::uint32_t findOrAdd(const QPointF& p)
    {
        const auto [column, row] = cellAt(p, m_size);
        std::uint32_t& slot = m_slots[slotOf(column, row)];
        if (slot == none) {
            slot = m_count++;
            if (!m_dense)
                m_cells.emplace_back(column, row);
        }
        return slot;
    }
    /// The cells round a position and its own.
    template <class Visit>
    void eachAround(const QPointF& p, Visit visit) const
    {
        const auto [column, row] = cellAt(p, m_size);
        for (std::int64_t j = row - 1; j <= row + 1; ++j)
            for (std::int64_t i = column - 1; i <= column + 1; ++i) {
                if (i < m_column || j < m_row || i >= m_column + m_columns || j >= m_row + m_rows)
                    continue;
                const std::uint32_t cell = m_slots[slotOf(i, j)];
                if (cell != none)
                    visit(cell);
            }
    }
    std::size_t size() const { return m_count; }
    static constexpr std::uint32_t none = 0xffffffffU;

private:
    std::size_t slotOf(std::int64_t column, std::int64_t row) const
    {
        if (m_dense)
            return static_cast<std::size_t>((row - m_row) * m_columns + (column - m_column));
        const std::size_t mask = m_slots.size() - 1;
        const std::uint64_t key = static_cast<std::uint64_t>(column) * 0x9e3779b97f4a7c15ULL
                                  ^ static_cast<std::uint64_t>(row) * 0xc2b2ae3d27d4eb4fULL;
        std::size_t slot = (key ^ (key >> 29)) & mask;
        while (m_slots[slot] != none && m_cells[m_slots[slot]] != std::pair{column, row})
            slot = (slot + 1) & mask;
        return slot;
    }
    double m_size;
    std::int64_t m_column = 0;
    std::int64_t m_row = 0;
    std::int64_t m_columns = 0;
    std::int64_t m_rows = 0;
    bool m_dense = false;
    std::uint32_t m_count = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_cells;
    std::vector<std::uint32_t> m_slots;
};

} // namespace hk::map
