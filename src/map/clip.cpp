#include "map/clip.h"

#include "map/line_chains.h"

#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

/// The part [t0, t1] of a segment inside the rectangle; false where there is none.
bool insidePart(const QPointF& a, const QPointF& b, const QRectF& rect, double& t0, double& t1)
{
    const QPointF d = b - a;
    const double p[4] = {-d.x(), d.x(), -d.y(), d.y()};
    const double q[4] = {a.x() - rect.left(), rect.right() - a.x(), a.y() - rect.top(), rect.bottom() - a.y()};
    t0 = 0;
    t1 = 1;
    for (int side = 0; side < 4; ++side) {
        if (p[side] == 0) {
            if (q[side] < 0)
                return false;
            continue;
        }
        const double t = q[side] / p[side];
        if (p[side] < 0)
            t0 = std::max(t0, t);
        else
            t1 = std::min(t1, t);
    }
    return t0 <= t1;
}

/// One side of Sutherland–Hodgman: `depth` is how far inside a point lies.
template <class Depth>
std::vector<QPointF> clipSide(const std::vector<QPointF>& ring, Depth depth)
{
    std::vector<QPointF> kept;
    kept.reserve(ring.size() + 4);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const QPointF& from = ring[i];
        const QPointF& to = ring[(i + 1) % ring.size()];
        const double a = depth(from);
        const double b = depth(to);
        if (a >= 0)
            kept.push_back(from);
        if ((a >= 0) != (b >= 0))
            kept.push_back(from + (to - from) * (a / (a - b)));
    }
    return kept;
}

} // namespace

std::vector<LineRun> clipLine(const std::vector<QPointF>& line, const QRectF& rect)
{
    std::vector<LineRun> runs;
    bool open = false;
    double length = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF& a = line[i];
        const QPointF& b = line[i + 1];
        const QPointF d = b - a;
        const double segment = std::hypot(d.x(), d.y());
        double t0 = 0;
        double t1 = 1;
        if (insidePart(a, b, rect, t0, t1)) {
            if (!open || t0 > 0) {
                runs.push_back({{a + d * t0}, length + segment * t0});
                open = true;
            }
            runs.back().points.push_back(a + d * t1);
            open = t1 >= 1;
        } else {
            open = false;
        }
        length += segment;
    }
    return runs;
}

std::vector<QPointF> shortenLine(const std::vector<QPointF>& line, double distance)
{
    const std::vector<double> lengths = lengthsOf(line);
    if (line.empty() || lengths.back() < 3 * distance)
        return line;
    const double end = lengths.back() - distance;
    std::vector<QPointF> kept{pointAlong(line, lengths, distance)};
    for (std::size_t i = 0; i < line.size(); ++i)
        if (lengths[i] > distance && lengths[i] < end)
            kept.push_back(line[i]);
    kept.push_back(pointAlong(line, lengths, end));
    return kept;
}

std::vector<QPointF> clipRing(const std::vector<QPointF>& ring, const QRectF& rect)
{
    auto kept = clipSide(ring, [&](const QPointF& p) { return p.x() - rect.left(); });
    kept = clipSide(kept, [&](const QPointF& p) { return rect.right() - p.x(); });
    kept = clipSide(kept, [&](const QPointF& p) { return p.y() - rect.top(); });
    return clipSide(kept, [&](const QPointF& p) { return rect.bottom() - p.y(); });
}

} // namespace hk::map
