#include "analysis/kde_kernels.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace hk::analysis::detail {

namespace {

bool inOrder(const Source& a, const Source& b) {
    return std::tie(a.x, a.y, a.weight) < std::tie(b.x, b.y, b.weight);
}

/// Calls visit with each, looking at the stop token now and then. False where stopped.
template <class Items, class Visit>
bool forEach(const Items& items, const std::stop_token& stop, Visit visit) {
    constexpr std::size_t batch = 131072;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i % batch == 0 && stop.stop_requested())
            return false;
        visit(items[i]);
    }
    return true;
}

bool samePlace(const Source& a, const Source& b) {
    return a.x == b.x && a.y == b.y;
}

} // namespace

bool Sources::gather(const std::vector<Point>& points, const std::vector<double>& weights,
                     const GridSpec& spec, double reach, const std::stop_token& stop) {
    const Extent near{spec.xmin - reach, spec.ymin - reach, spec.xmax() + reach, spec.ymax() + reach};
    m_all.clear();
    m_all.reserve(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i % 131072 == 0 && stop.stop_requested())
            return false;
        const double weight = weights.empty() ? 1.0 : weights[i];
        if (weight != 0.0 && near.contains(points[i]))
            m_all.push_back({points[i].x, points[i].y, weight});
    }
    return m_all.empty() || sort(spec, stop);
}

std::size_t Sources::stripOf(double y) const {
    const double strip = (y - m_low) * m_stripsPerMetre;
    return static_cast<std::size_t>(std::clamp(strip, 0.0, static_cast<double>(m_start.size() - 2)));
}

// Counting into buckets about the size of a cell and sorting these few at a time is faster than one sort, and
// can be stopped in between.
bool Sources::sort(const GridSpec& spec, const std::stop_token& stop) {
    Extent box{m_all[0].x, m_all[0].y, m_all[0].x, m_all[0].y};
    const bool measured = forEach(m_all, stop, [&](const Source& s) {
        box.xmin = std::min(box.xmin, s.x);
        box.xmax = std::max(box.xmax, s.x);
        box.ymin = std::min(box.ymin, s.y);
        box.ymax = std::max(box.ymax, s.y);
    });
    if (!measured)
        return false;
    const auto count = static_cast<double>(m_all.size());
    const double strips = std::floor(std::clamp(box.height() / spec.cell, 1.0, std::max(16.0, count)));
    const double blocks =
        std::floor(std::clamp(box.width() / spec.cell, 1.0, std::max(1.0, 0.5 * count / strips)));
    m_low = box.ymin;
    m_stripsPerMetre = box.height() > 0.0 ? strips / box.height() : 0.0;
    m_start.assign(static_cast<std::size_t>(strips) + 1, 0);
    const double blocksPerMetre = box.width() > 0.0 ? blocks / box.width() : 0.0;
    const auto blockCount = static_cast<std::size_t>(blocks);
    const auto bucketOf = [&](const Source& s) {
        return stripOf(s.y) * blockCount +
               static_cast<std::size_t>(std::min((s.x - box.xmin) * blocksPerMetre, blocks - 1.0));
    };

    const std::size_t buckets = static_cast<std::size_t>(strips) * blockCount;
    std::vector<std::uint32_t> end(buckets + 1, 0);
    if (!forEach(m_all, stop, [&](const Source& s) { ++end[bucketOf(s) + 1]; }))
        return false;
    for (std::size_t i = 0; i < buckets; ++i)
        end[i + 1] += end[i];
    std::vector<Source> sorted(m_all.size());
    if (!forEach(m_all, stop, [&](const Source& s) { sorted[end[bucketOf(s)]++] = s; }))
        return false;
    // end[i] has moved from the beginning of bucket i to its end.

    m_all.clear();
    std::size_t from = 0;
    for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
        if (bucket % 1024 == 0 && stop.stop_requested())
            return false;
        if (bucket % blockCount == 0)
            m_start[bucket / blockCount] = m_all.size();
        const std::size_t to = end[bucket];
        if (to - from > 1)
            std::sort(sorted.begin() + static_cast<std::ptrdiff_t>(from),
                      sorted.begin() + static_cast<std::ptrdiff_t>(to), inOrder);
        for (std::size_t i = from; i < to; ++i) {
            if (i > from && samePlace(m_all.back(), sorted[i]))
                m_all.back().weight += sorted[i].weight;
            else
                m_all.push_back(sorted[i]);
        }
        from = to;
    }
    m_start.back() = m_all.size();
    return !stop.stop_requested();
}

std::pair<const Source*, const Source*> Sources::between(double low, double high) const {
    if (m_all.empty())
        return {nullptr, nullptr};
    // A hair more, for the rounding of low and high themselves.
    const double slack = 1e-12 * (std::abs(low) + std::abs(high));
    return {m_all.data() + m_start[stripOf(low - slack)], m_all.data() + m_start[stripOf(high + slack) + 1]};
}

} // namespace hk::analysis::detail
