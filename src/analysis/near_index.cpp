#include "analysis/near_index.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

namespace hk::analysis {

namespace {

constexpr double mostCells = 1024.0; ///< each way
constexpr std::size_t block = 8;     ///< cells each way

double squaredDistance(const Point& a, const Point& b, const Point& p) {
    const double ex = b.x - a.x;
    const double ey = b.y - a.y;
    const double length2 = ex * ex + ey * ey;
    const double t = length2 > 0.0 ? std::clamp(((p.x - a.x) * ex + (p.y - a.y) * ey) / length2, 0.0, 1.0) : 0.0;
    const double dx = p.x - (a.x + t * ex);
    const double dy = p.y - (a.y + t * ey);
    return dx * dx + dy * dy;
}

bool isFinite(const Point& p) {
    return std::isfinite(p.x) && std::isfinite(p.y);
}

} // namespace

NearIndex::NearIndex(const std::vector<std::vector<Point>>& lines, double metres)
    : m_metres(metres) {
    if (!(metres >= 0.0) || !std::isfinite(metres))
        throw std::invalid_argument("a distance is 0 or more");
    double xmin = std::numeric_limits<double>::infinity();
    double ymin = xmin;
    double xmax = -xmin;
    double ymax = -xmin;
    for (const std::vector<Point>& line : lines)
        for (const Point& p : line)
            if (isFinite(p)) {
                xmin = std::min(xmin, p.x);
                xmax = std::max(xmax, p.x);
                ymin = std::min(ymin, p.y);
                ymax = std::max(ymax, p.y);
            }
    if (xmin > xmax)
        return;
    // A hair wider than the distance: what lies exactly so far away is inside, however it is rounded.
    const double reach = metres + 1e-3;
    m_bounds = {xmin - reach, ymin - reach, xmax + reach, ymax + reach};
    const double longest = std::max(m_bounds.width(), m_bounds.height());
    const double cell = std::max({metres / 6.0, longest / mostCells, 1e-3});
    m_perMetre = 1.0 / cell;
    m_columns = static_cast<std::size_t>(std::ceil(m_bounds.width() * m_perMetre)) + 1;
    m_rows = static_cast<std::size_t>(std::ceil(m_bounds.height() * m_perMetre)) + 1;
    m_states.assign(m_columns * m_rows, outside);
    cut(lines);
    mark();
    list();
}

void NearIndex::cut(const std::vector<std::vector<Point>>& lines) {
    const double longest = std::max(4.0 * m_metres, 16.0 / m_perMetre);
    for (const std::vector<Point>& line : lines) {
        const Point* previous = nullptr;
        for (const Point& vertex : line) {
            if (!isFinite(vertex))
                continue;
            if (!previous) {
                if (line.size() == 1)
                    m_stretches.push_back({vertex, vertex});
                previous = &vertex;
                continue;
            }
            const Point& a = *previous;
            const double length = std::hypot(vertex.x - a.x, vertex.y - a.y);
            const auto pieces = static_cast<std::size_t>(std::max(1.0, std::ceil(length / longest)));
            const auto at = [&](std::size_t i) {
                const double t = static_cast<double>(i) / static_cast<double>(pieces);
                return i == 0 ? a : i == pieces ? vertex : Point{a.x + t * (vertex.x - a.x), a.y + t * (vertex.y - a.y)};
            };
            for (std::size_t i = 0; i < pieces; ++i)
                m_stretches.push_back({at(i), at(i + 1)});
            previous = &vertex;
        }
    }
}

/// The distance to a stretch changes by no more than one moves: the middle of a cell speaks for all of it.
void NearIndex::mark() {
    const double cell = 1.0 / m_perMetre;
    const double half = cell * std::sqrt(0.5) * (1.0 + 1e-9) + 1e-6;
    const double surely = m_metres > half ? (m_metres - half) * (m_metres - half) : -1.0;
    const double perhaps = (m_metres + half) * (m_metres + half);
    const double reach = m_metres + half;
    for (const Stretch& s : m_stretches) {
        const std::size_t lastRow = row(std::max(s.from.y, s.to.y) + reach);
        const std::size_t lastColumn = column(std::max(s.from.x, s.to.x) + reach);
        for (std::size_t r = row(std::min(s.from.y, s.to.y) - reach); r <= lastRow; ++r)
            for (std::size_t c = column(std::min(s.from.x, s.to.x) - reach); c <= lastColumn; ++c) {
                std::uint8_t& known = m_states[r * m_columns + c];
                if (known == inside)
                    continue;
                const Point middle{m_bounds.xmin + (static_cast<double>(c) + 0.5) * cell,
                                   m_bounds.ymin + (static_cast<double>(r) + 0.5) * cell};
                const double distance = squaredDistance(s.from, s.to, middle);
                if (distance <= surely)
                    known = inside;
                else if (distance <= perhaps)
                    known = ask;
            }
    }
}

template <class Visit>
void NearIndex::eachBlock(Visit visit) const {
    const double reach = m_metres + 1e-3;
    for (std::uint32_t i = 0; i < m_stretches.size(); ++i) {
        const Stretch& s = m_stretches[i];
        const std::size_t lastRow = row(std::max(s.from.y, s.to.y) + reach) / block;
        const std::size_t lastColumn = column(std::max(s.from.x, s.to.x) + reach) / block;
        for (std::size_t r = row(std::min(s.from.y, s.to.y) - reach) / block; r <= lastRow; ++r)
            for (std::size_t c = column(std::min(s.from.x, s.to.x) - reach) / block; c <= lastColumn; ++c)
                visit(r * m_blockColumns + c, i);
    }
}

void NearIndex::list() {
    m_blockColumns = (m_columns + block - 1) / block;
    m_start.assign(m_blockColumns * ((m_rows + block - 1) / block) + 1, 0);
    eachBlock([&](std::size_t at, std::uint32_t) { ++m_start[at + 1]; });
    std::partial_sum(m_start.begin(), m_start.end(), m_start.begin());
    m_list.resize(m_start.back());
    std::vector<std::uint32_t> next(m_start.begin(), m_start.end() - 1);
    eachBlock([&](std::size_t at, std::uint32_t stretch) { m_list[next[at]++] = stretch; });
}

bool NearIndex::containsExactly(const Point& p) const {
    const std::size_t at = row(p.y) / block * m_blockColumns + column(p.x) / block;
    const double most = m_metres * m_metres;
    for (std::uint32_t i = m_start[at]; i < m_start[at + 1]; ++i) {
        const Stretch& s = m_stretches[m_list[i]];
        if (squaredDistance(s.from, s.to, p) <= most)
            return true;
    }
    return false;
}

} // namespace hk::analysis
