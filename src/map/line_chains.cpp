#include "map/line_chains.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace hk::map {

namespace {

double lengthOf(const QPointF& v)
{
    return std::hypot(v.x(), v.y());
}

std::vector<QPointF> turned(std::vector<QPointF> points, bool reverse)
{
    if (reverse)
        std::reverse(points.begin(), points.end());
    return points;
}

/// One end of a part of a street.
struct End {
    std::size_t part = 0;
    bool front = false;
};

/// Two ends that meet, and how straight the way goes on there.
struct Join {
    End first;
    End second;
    double straight = -2;
};

struct PointLess {
    bool operator()(const QPointF& a, const QPointF& b) const
    {
        return a.x() != b.x() ? a.x() < b.x() : a.y() < b.y();
    }
};

/// Direction out of the line at its end, as a vector of any length.
QPointF outOf(const std::vector<QPointF>& points, bool front)
{
    return front ? points.front() - points[1] : points.back() - points[points.size() - 2];
}

/// Cosine of the turn from one direction into another.
double straightness(const QPointF& into, const QPointF& out)
{
    const double product = lengthOf(into) * lengthOf(out);
    return product > 0 ? QPointF::dotProduct(into, out) / product : -1.0;
}

/// All pairs of ends of different parts that meet at less than a right angle, the straightest first.
std::vector<Join> joinsOf(const std::vector<LineChain>& parts)
{
    std::map<QPointF, std::vector<End>, PointLess> ends;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        ends[parts[i].points.front()].push_back({i, true});
        ends[parts[i].points.back()].push_back({i, false});
    }
    std::vector<Join> joins;
    for (const auto& [point, meeting] : ends)
        for (std::size_t a = 0; a < meeting.size(); ++a)
            for (std::size_t b = a + 1; b < meeting.size(); ++b) {
                if (meeting[a].part == meeting[b].part)
                    continue;
                const Join join{meeting[a], meeting[b],
                                straightness(outOf(parts[meeting[a].part].points, meeting[a].front),
                                             -outOf(parts[meeting[b].part].points, meeting[b].front))};
                if (join.straight > 0)
                    joins.push_back(join);
            }
    std::stable_sort(joins.begin(), joins.end(), [](const Join& a, const Join& b) { return a.straight > b.straight; });
    return joins;
}

/// Joins the straightest pairs until none meet at more than a right angle. An end is joined once, so that each part goes
/// on to at most one other at either end: the parts fall into ways, and rings.
void joinParts(std::vector<LineChain>& parts)
{
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct Link {
        End at{none, false};
    };
    std::vector<std::array<Link, 2>> links(parts.size()); // [front, back]
    std::vector<std::size_t> way(parts.size());           // to see rings: which parts hang together
    std::iota(way.begin(), way.end(), std::size_t{0});
    const auto rootOf = [&way](std::size_t i) {
        while (way[i] != i)
            i = way[i] = way[way[i]];
        return i;
    };
    const auto linkOf = [&links](const End& end) -> Link& { return links[end.part][end.front ? 0 : 1]; };
    for (const Join& join : joinsOf(parts)) {
        if (linkOf(join.first).at.part != none || linkOf(join.second).at.part != none
            || rootOf(join.first.part) == rootOf(join.second.part))
            continue;
        linkOf(join.first).at = join.second;
        linkOf(join.second).at = join.first;
        way[rootOf(join.second.part)] = rootOf(join.first.part);
    }

    std::vector<LineChain> joined;
    std::vector<bool> done(parts.size(), false);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const bool startsHere = links[i][0].at.part == none || links[i][1].at.part == none;
        if (done[i] || !startsHere)
            continue;
        LineChain chain;
        End from{i, links[i][0].at.part == none}; // the free end; there is one, for no way is a ring
        for (End entry = from;;) {
            LineChain& part = parts[entry.part];
            done[entry.part] = true;
            const auto piece = turned(std::move(part.points), !entry.front);
            chain.points.insert(chain.points.end(), piece.begin() + (chain.points.empty() ? 0 : 1), piece.end());
            chain.features.push_back(part.feature);
            const End next = links[entry.part][entry.front ? 1 : 0].at;
            if (next.part == none)
                break;
            entry = next;
        }
        chain.feature = *std::min_element(chain.features.begin(), chain.features.end());
        joined.push_back(std::move(chain));
    }
    parts = std::move(joined);
}

} // namespace

std::vector<double> lengthsOf(const std::vector<QPointF>& points)
{
    std::vector<double> lengths(points.size(), 0.0);
    for (std::size_t i = 1; i < points.size(); ++i)
        lengths[i] = lengths[i - 1] + lengthOf(points[i] - points[i - 1]);
    return lengths;
}

QPointF pointAlong(const std::vector<QPointF>& points, const std::vector<double>& lengths, double distance)
{
    const auto above = std::upper_bound(lengths.begin(), lengths.end(), distance);
    if (above == lengths.begin())
        return points.front();
    if (above == lengths.end())
        return points.back();
    const auto i = static_cast<std::size_t>(above - lengths.begin());
    return points[i - 1] + (points[i] - points[i - 1]) * ((distance - lengths[i - 1]) / (lengths[i] - lengths[i - 1]));
}

std::vector<LineChain> lineChains(const Basemap& basemap, BasemapTheme theme, Plane plane, bool byRef)
{
    std::map<QString, std::vector<LineChain>> byName;
    const auto& features = basemap.features();
    for (std::size_t i = 0; i < features.size(); ++i) {
        const BasemapFeature& feature = features[i];
        const QString& name = byRef ? feature.ref : feature.name;
        if (feature.theme == theme && feature.kind == GeometryKind::Line && !name.isEmpty())
            byName[name].push_back({i, {i}, feature.vertices(plane), 0});
    }
    std::vector<LineChain> chains;
    for (auto& [name, parts] : byName) {
        joinParts(parts);
        for (LineChain& chain : parts) {
            chain.length = lengthsOf(chain.points).back();
            chains.push_back(std::move(chain));
        }
    }
    return chains;
}

} // namespace hk::map
