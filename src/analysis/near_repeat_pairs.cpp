#include "analysis/near_repeat_pairs.h"

#include "analysis/kde_clones.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace hk::analysis::detail {

namespace {

/// Strips of a quarter of the largest distance: a neighbour lies in the same strip or one of the next four.
constexpr std::size_t stripsAway = 4;

/// So much more than the largest distance is looked at, for the rounding of the coordinates; whether a pair
/// counts is decided by its distance alone.
double reachOf(double largestDistance)
{
    return largestDistance * 1.0001 + 1e-6;
}

double stripNumber(double y, double largestDistance)
{
    return std::floor(y / (reachOf(largestDistance) / static_cast<double>(stripsAway)));
}

struct Distances {
    const double* x;
    const double* y;
    double lowest;  ///< squared
    double highest; ///< squared
};

HK_CLONES std::uint32_t countPartners(const Distances& among, double x, double y, std::uint32_t from,
                                      std::uint32_t to)
{
    std::uint32_t found = 0;
    for (std::uint32_t i = from; i < to; ++i) {
        const double dx = among.x[i] - x;
        const double dy = among.y[i] - y;
        const double squared = dx * dx + dy * dy;
        found += (squared >= among.lowest) & (squared < among.highest) ? 1U : 0U;
    }
    return found;
}

} // namespace

std::vector<std::uint32_t> stripOrder(const SpaceTimePoints& points, double largestDistance,
                                      const std::stop_token& stop)
{
    std::vector<double> strip;
    strip.reserve(points.places.size());
    std::vector<std::uint32_t> order;
    order.reserve(points.places.size());
    const bool done = forStoppably(points.places.size(), stop, [&](std::size_t i) {
        strip.push_back(stripNumber(points.places[i].y, largestDistance));
        order.push_back(static_cast<std::uint32_t>(i));
    });
    const auto before = [&](std::uint32_t a, std::uint32_t b) {
        if (strip[a] != strip[b])
            return strip[a] < strip[b];
        const Point& p = points.places[a];
        const Point& q = points.places[b];
        if (p.x != q.x)
            return p.x < q.x;
        return p.y != q.y ? p.y < q.y : points.dates[a] < points.dates[b];
    };
    if (!done || !sortStoppably(order, before, stop))
        order.clear();
    return order;
}

PairFinder::PairFinder(const std::vector<Point>& places, const std::vector<double>& edges,
                       const std::stop_token& stop)
    : m_reach(reachOf(edges.back()))
{
    m_x.reserve(places.size());
    m_y.reserve(places.size());
    forStoppably(places.size(), stop, [&](std::size_t i) {
        const Point& place = places[i];
        const double number = stripNumber(place.y, edges.back());
        const auto index = static_cast<std::uint32_t>(i);
        if (m_strips.empty() || m_strips.back().number != number)
            m_strips.push_back({number, index, index});
        m_strips.back().end = index + 1;
        m_x.push_back(place.x);
        m_y.push_back(place.y);
    });
    for (const double edge : edges)
        m_squaredEdges.push_back(edge * edge);
}

/// Calls visit(place, from, to): all partners of the place that come after it lie in these ranges, with
/// others.
template <class Visit>
void PairFinder::forNeighbours(std::uint32_t begin, std::uint32_t end, Visit visit) const
{
    struct Window {
        std::uint32_t from;
        std::uint32_t to;
        std::uint32_t end;
    };
    auto strip = std::partition_point(m_strips.begin(), m_strips.end(),
                                      [&](const Strip& s) { return s.end <= begin; });
    for (; strip != m_strips.end() && strip->begin < end; ++strip) {
        const std::uint32_t first = std::max(begin, strip->begin);
        const std::uint32_t last = std::min(end, strip->end);
        std::array<Window, stripsAway> windows{};
        std::size_t count = 0;
        for (auto other = strip + 1; other != m_strips.end() && count < stripsAway &&
                                     other->number <= strip->number + static_cast<double>(stripsAway);
             ++other) {
            const auto from =
                std::lower_bound(m_x.begin() + other->begin, m_x.begin() + other->end, m_x[first] - m_reach);
            const auto index = static_cast<std::uint32_t>(from - m_x.begin());
            windows[count++] = {index, index, other->end};
        }
        std::uint32_t ownEnd = first;
        for (std::uint32_t place = first; place < last; ++place) {
            const double west = m_x[place] - m_reach;
            const double east = m_x[place] + m_reach;
            while (ownEnd < strip->end && m_x[ownEnd] <= east)
                ++ownEnd;
            visit(place, place + 1, ownEnd);
            for (std::size_t i = 0; i < count; ++i) {
                Window& window = windows[i];
                while (window.from < window.end && m_x[window.from] < west)
                    ++window.from;
                window.to = std::max(window.to, window.from);
                while (window.to < window.end && m_x[window.to] <= east)
                    ++window.to;
                visit(place, window.from, window.to);
            }
        }
    }
}

std::uint64_t PairFinder::count(std::uint32_t begin, std::uint32_t end, std::span<std::uint32_t> counts) const
{
    const Distances among{m_x.data(), m_y.data(), m_squaredEdges.front(), m_squaredEdges.back()};
    std::uint64_t sum = 0;
    forNeighbours(begin, end, [&](std::uint32_t place, std::uint32_t from, std::uint32_t to) {
        const std::uint32_t found = countPartners(among, m_x[place], m_y[place], from, to);
        counts[place] += found;
        sum += found;
    });
    return sum;
}

void PairFinder::collect(std::uint32_t begin, std::uint32_t end, PairBlock& block) const
{
    block.resize(m_squaredEdges.size() - 1);
    for (BandPairs& band : block) {
        band.runs.clear();
        band.partners.clear();
    }
    std::vector<std::size_t> closed(block.size(), 0);
    const auto close = [&](std::uint32_t place) {
        for (std::size_t s = 0; s < block.size(); ++s) {
            const std::size_t size = block[s].partners.size();
            while (closed[s] < size) {
                const std::size_t count = std::min<std::size_t>(longestRun, size - closed[s]);
                block[s].runs.push_back({place, static_cast<std::uint32_t>(count)});
                closed[s] += count;
            }
        }
    };
    const std::span<const double> inner(m_squaredEdges.data() + 1, block.size() - 1);
    std::uint32_t open = begin;
    forNeighbours(begin, end, [&](std::uint32_t place, std::uint32_t from, std::uint32_t to) {
        if (place != open) {
            close(open);
            open = place;
        }
        for (std::uint32_t other = from; other < to; ++other) {
            const double dx = m_x[other] - m_x[place];
            const double dy = m_y[other] - m_y[place];
            const double squared = dx * dx + dy * dy;
            if (squared < m_squaredEdges.front() || squared >= m_squaredEdges.back())
                continue;
            std::size_t band = 0;
            for (const double edge : inner)
                band += squared >= edge ? 1U : 0U;
            block[band].partners.push_back(other);
        }
    });
    close(open);
}

} // namespace hk::analysis::detail
