#include "store/packed_rtree.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace hk::store {

namespace {

constexpr std::size_t headBytes = 4;  ///< depth (root only) and number of cells, two bytes each
constexpr std::size_t cellBytes = 24; ///< an id of eight bytes, four coordinates of four
constexpr std::int64_t rootNode = 1;

/// Single precision, rounded outward: an index may find too much, never too little.
struct Box {
    float minX;
    float maxX;
    float minY;
    float maxY;
};

struct Cell {
    std::int64_t id;
    Box box;
};

float below(double value)
{
    const auto rounded = static_cast<float>(value);
    return static_cast<double>(rounded) > value
               ? std::nextafter(rounded, -std::numeric_limits<float>::infinity())
               : rounded;
}

float above(double value)
{
    const auto rounded = static_cast<float>(value);
    return static_cast<double>(rounded) < value
               ? std::nextafter(rounded, std::numeric_limits<float>::infinity())
               : rounded;
}

/// Distance along a Hilbert curve of 2^16 × 2^16 cells (the iterative form of Wikipedia, "Hilbert curve",
/// xy2d).
std::uint32_t hilbertDistance(std::uint32_t x, std::uint32_t y)
{
    std::uint32_t distance = 0;
    for (std::uint32_t side = 1u << 15; side > 0; side /= 2) {
        const std::uint32_t right = (x & side) != 0 ? 1 : 0;
        const std::uint32_t upper = (y & side) != 0 ? 1 : 0;
        distance += side * side * ((3 * right) ^ upper);
        if (upper == 0) {
            if (right == 1) {
                x = 0xffffu - x;
                y = 0xffffu - y;
            }
            std::swap(x, y);
        }
    }
    return distance;
}

void sortAlongCurve(std::vector<IndexEntry>& entries)
{
    double minX = std::numeric_limits<double>::max();
    double minY = minX;
    double maxX = std::numeric_limits<double>::lowest();
    double maxY = maxX;
    for (const IndexEntry& entry : entries) {
        minX = std::min(minX, entry.minX);
        minY = std::min(minY, entry.minY);
        maxX = std::max(maxX, entry.minX);
        maxY = std::max(maxY, entry.minY);
    }
    const double scale = 65535.0 / std::max({maxX - minX, maxY - minY, 1.0});
    std::vector<std::pair<std::uint32_t, std::size_t>> order(entries.size());
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto x = static_cast<std::uint32_t>((entries[i].minX - minX) * scale);
        const auto y = static_cast<std::uint32_t>((entries[i].minY - minY) * scale);
        order[i] = {hilbertDistance(x, y), i};
    }
    std::sort(order.begin(), order.end());
    std::vector<IndexEntry> sorted;
    sorted.reserve(entries.size());
    for (const auto& [distance, index] : order)
        sorted.push_back(entries[index]);
    entries = std::move(sorted);
}

template <class Integer>
void putBigEndian(std::byte* out, Integer value)
{
    for (std::size_t i = 0; i < sizeof(Integer); ++i)
        out[i] = static_cast<std::byte>((value >> (8 * (sizeof(Integer) - 1 - i))) & 0xff);
}

void putCell(std::byte* out, const Cell& cell)
{
    putBigEndian(out, static_cast<std::uint64_t>(cell.id));
    putBigEndian(out + 8, std::bit_cast<std::uint32_t>(cell.box.minX));
    putBigEndian(out + 12, std::bit_cast<std::uint32_t>(cell.box.maxX));
    putBigEndian(out + 16, std::bit_cast<std::uint32_t>(cell.box.minY));
    putBigEndian(out + 20, std::bit_cast<std::uint32_t>(cell.box.maxY));
}

Box around(const Cell* first, std::size_t count)
{
    Box box = first->box;
    for (const Cell* cell = first + 1; cell < first + count; ++cell) {
        box.minX = std::min(box.minX, cell->box.minX);
        box.maxX = std::max(box.maxX, cell->box.maxX);
        box.minY = std::min(box.minY, cell->box.minY);
        box.maxY = std::max(box.maxY, cell->box.maxY);
    }
    return box;
}

/// Writes the three tables behind an R-tree.
class Packer {
public:
    Packer(sqlite::Database& database, const std::string& rtree)
        : m_database(database)
        , m_rtree(rtree)
    {}

    sqlite::Result<void> pack(std::vector<IndexEntry> entries);

private:
    sqlite::Result<void> prepare();
    sqlite::Result<void> writeLevel(std::vector<Cell>& cells, bool leaves);
    sqlite::Result<void> writeNode(std::int64_t node, unsigned depth, const Cell* cells, std::size_t count);
    sqlite::Result<void> writeHome(sqlite::Statement& statement, std::int64_t child, std::int64_t node);

    sqlite::Database& m_database;
    const std::string& m_rtree;
    sqlite::Statement m_insertNode;
    sqlite::Statement m_insertRow;
    sqlite::Statement m_insertParent;
    std::vector<std::byte> m_buffer;
    std::size_t m_capacity = 0;
    std::int64_t m_nextNode = rootNode + 1;
    unsigned m_depth = 0;
    std::vector<std::pair<std::int64_t, std::int64_t>> m_homes; ///< row number → leaf
};

sqlite::Result<void> Packer::prepare()
{
    // The size of the root is that of all nodes, fixed when the index was made.
    const auto nodeBytes =
        m_database.queryInt64("SELECT length(data) FROM " + m_rtree + "_node WHERE nodeno = 1");
    if (!nodeBytes)
        return tl::unexpected(nodeBytes.error());
    m_buffer.resize(static_cast<std::size_t>(*nodeBytes));
    m_capacity = (m_buffer.size() - headBytes) / cellBytes;
    if (auto emptied = m_database.execute("DELETE FROM " + m_rtree + "_node; DELETE FROM " + m_rtree +
                                          "_rowid; DELETE FROM " + m_rtree + "_parent;");
        !emptied)
        return emptied;
    const auto into = [&](sqlite::Statement& statement, const char* table) -> sqlite::Result<void> {
        auto prepared = m_database.prepare("INSERT INTO " + m_rtree + table + " VALUES (?1, ?2)");
        if (!prepared)
            return tl::unexpected(prepared.error());
        statement = std::move(*prepared);
        return {};
    };
    return into(m_insertNode, "_node").and_then([&] { return into(m_insertRow, "_rowid"); }).and_then([&] {
        return into(m_insertParent, "_parent");
    });
}

sqlite::Result<void> Packer::writeNode(std::int64_t node, unsigned depth, const Cell* cells,
                                       std::size_t count)
{
    std::fill(m_buffer.begin(), m_buffer.end(), std::byte{0});
    putBigEndian(m_buffer.data(), static_cast<std::uint16_t>(depth));
    putBigEndian(m_buffer.data() + 2, static_cast<std::uint16_t>(count));
    for (std::size_t i = 0; i < count; ++i)
        putCell(m_buffer.data() + headBytes + i * cellBytes, cells[i]);
    return m_insertNode.bind(1, node).bind(2, std::span<const std::byte>(m_buffer)).run();
}

sqlite::Result<void> Packer::writeHome(sqlite::Statement& statement, std::int64_t child, std::int64_t node)
{
    return statement.bind(1, child).bind(2, node).run();
}

/// Gathers the cells of one level into nodes of even size and leaves the cells of the level above in their
/// place.
sqlite::Result<void> Packer::writeLevel(std::vector<Cell>& cells, bool leaves)
{
    const std::size_t nodes = (cells.size() + m_capacity - 1) / m_capacity;
    std::vector<Cell> above;
    above.reserve(nodes);
    for (std::size_t i = 0; i < nodes; ++i) {
        const std::size_t first = cells.size() * i / nodes;
        const std::size_t count = cells.size() * (i + 1) / nodes - first;
        const std::int64_t node = m_nextNode++;
        if (auto written = writeNode(node, 0, &cells[first], count); !written)
            return written;
        for (std::size_t k = first; k < first + count; ++k) {
            if (leaves)
                m_homes.emplace_back(cells[k].id, node);
            else if (auto written = writeHome(m_insertParent, cells[k].id, node); !written)
                return written;
        }
        above.push_back({node, around(&cells[first], count)});
    }
    cells = std::move(above);
    ++m_depth;
    return {};
}

sqlite::Result<void> Packer::pack(std::vector<IndexEntry> entries)
{
    if (auto prepared = prepare(); !prepared)
        return prepared;
    sortAlongCurve(entries);
    std::vector<Cell> cells;
    cells.reserve(entries.size());
    for (const IndexEntry& entry : entries)
        cells.push_back(
            {entry.id, {below(entry.minX), above(entry.maxX), below(entry.minY), above(entry.maxY)}});
    m_homes.reserve(cells.size());

    while (cells.size() > m_capacity) {
        if (auto written = writeLevel(cells, m_depth == 0); !written)
            return written;
    }
    if (auto written = writeNode(rootNode, m_depth, cells.data(), cells.size()); !written)
        return written;
    for (const Cell& cell : cells) {
        if (m_depth == 0)
            m_homes.emplace_back(cell.id, rootNode);
        else if (auto written = writeHome(m_insertParent, cell.id, rootNode); !written)
            return written;
    }
    // In their order row numbers are appended, not sorted in.
    std::sort(m_homes.begin(), m_homes.end());
    for (const auto& [row, node] : m_homes) {
        if (auto written = writeHome(m_insertRow, row, node); !written)
            return written;
    }
    return {};
}

} // namespace

sqlite::Result<void> packRtree(sqlite::Database& database, const std::string& rtree,
                               std::vector<IndexEntry> entries)
{
    database.setDefensive(false);
    auto packed = Packer(database, rtree).pack(std::move(entries));
    database.setDefensive(true);
    return packed;
}

} // namespace hk::store
