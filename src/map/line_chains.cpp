#include "map/line_chains.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace hk::map {

namespace {

double lengthOf(const QPointF& v)
{
    return std::hypot(v.x(), v.y());
}

/// Cosine of the turn from the end of one line into the start of another.
double straightness(const std::vector<QPointF>& from, const std::vector<QPointF>& to)
{
    const QPointF a = from.back() - from[from.size() - 2];
    const QPointF b = to[1] - to.front();
    const double product = lengthOf(a) * lengthOf(b);
    return product > 0 ? QPointF::dotProduct(a, b) / product : -1.0;
}

struct Join {
    std::size_t first = 0;
    std::size_t second = 0;
    bool reverseFirst = false;
    bool reverseSecond = false;
    double straight = -2;
};

std::vector<QPointF> turned(std::vector<QPointF> points, bool reverse)
{
    if (reverse)
        std::reverse(points.begin(), points.end());
    return points;
}

Join bestJoin(const std::vector<LineChain>& parts)
{
    Join best;
    for (std::size_t i = 0; i < parts.size(); ++i)
        for (std::size_t j = i + 1; j < parts.size(); ++j)
            for (const bool reverseFirst : {false, true})
                for (const bool reverseSecond : {false, true}) {
                    const QPointF end = reverseFirst ? parts[i].points.front() : parts[i].points.back();
                    const QPointF start = reverseSecond ? parts[j].points.back() : parts[j].points.front();
                    if (end != start)
                        continue;
                    const double straight = straightness(turned(parts[i].points, reverseFirst),
                                                         turned(parts[j].points, reverseSecond));
                    if (straight > best.straight)
                        best = {i, j, reverseFirst, reverseSecond, straight};
                }
    return best;
}

/// Joins the straightest pair until none meet at more than a right angle.
void joinParts(std::vector<LineChain>& parts)
{
    for (Join join = bestJoin(parts); join.straight > 0; join = bestJoin(parts)) {
        LineChain& first = parts[join.first];
        LineChain& second = parts[join.second];
        first.points = turned(std::move(first.points), join.reverseFirst);
        const auto tail = turned(std::move(second.points), join.reverseSecond);
        first.points.insert(first.points.end(), tail.begin() + 1, tail.end());
        first.features.insert(first.features.end(), second.features.begin(), second.features.end());
        parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(join.second));
    }
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
