#include "map/outline_stroke.h"

#include "map/fast_clones.h"
#include "map/overlay_painter.h"
#include "map/pixel_mesh.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <utility>

namespace hk::map {

namespace {

constexpr double tolerance = 0.5; // pixels
constexpr int stripRows = 16;
constexpr int tile = 64; // pixels of a row that are made ready together

struct Segment {
    float x;
    float y;
    float alongX;
    float alongY;
    float perSquare; ///< 1 / length²; 0: a point
};

/// The square of how far the nearest line is from each pixel of a strip, where one is near.
struct Strip {
    Strip(int first, int columns)
        : top(first)
        , width(columns)
        , tiles((columns + tile - 1) / tile)
        , square(std::make_unique_for_overwrite<float[]>(static_cast<std::size_t>(stripRows) *
                                                         static_cast<std::size_t>(tiles * tile)))
        , ready(static_cast<std::size_t>(stripRows) * static_cast<std::size_t>(tiles), false)
    {
    }
    float* row(int index) { return square.get() + static_cast<std::ptrdiff_t>(index) * tiles * tile; }
    bool isReady(int row, int at) const { return ready[static_cast<std::size_t>(row * tiles + at)] != 0; }
    void makeReady(int index, int left, int right)
    {
        for (int at = left / tile; at <= (right - 1) / tile; ++at)
            if (!isReady(index, at)) {
                ready[static_cast<std::size_t>(index * tiles + at)] = 1;
                std::fill_n(row(index) + at * tile, tile, 1e12F);
            }
    }

    int top;
    int width;
    int tiles;
    std::unique_ptr<float[]> square;
    std::vector<std::uint8_t> ready;
};

struct Reach {
    float pixels;
    float units; ///< per pixel
};

HK_FAST_CLONES void nearLine(const Segment& s, float fromX, float py, int count, float* __restrict out)
{
    const Segment line = s;
    for (int i = 0; i < count; ++i) {
        const float px = fromX + static_cast<float>(i);
        float t = (px * line.alongX + py * line.alongY) * line.perSquare;
        t = t < 0.0F ? 0.0F : t;
        t = t > 1.0F ? 1.0F : t;
        const float dx = px - t * line.alongX;
        const float dy = py - t * line.alongY;
        const float square = dx * dx + dy * dy;
        out[i] = square < out[i] ? square : out[i];
    }
}

void draw(const Segment& s, const Reach& reach, Strip& strip)
{
    const float endX = s.x + s.alongX;
    const float endY = s.y + s.alongY;
    const auto clampRow = [&](float y) { return static_cast<int>(std::clamp(y, -1.0F, static_cast<float>(stripRows))); };
    const auto top = static_cast<float>(strip.top);
    const int first = std::max(0, clampRow(std::floor(std::min(s.y, endY) - reach.pixels - top)));
    const int last = std::min(stripRows - 1, clampRow(std::ceil(std::max(s.y, endY) + reach.pixels - top)));
    for (int row = first; row <= last; ++row) {
        // Of a long slanting line only what is near this row.
        const float y = top + static_cast<float>(row) + 0.5F;
        float west = std::min(s.x, endX);
        float east = std::max(s.x, endX);
        if (std::abs(s.alongY) > 1.0F) {
            const float slope = s.alongX / s.alongY;
            const float a = s.x + (y - reach.pixels - s.y) * slope;
            const float b = s.x + (y + reach.pixels - s.y) * slope;
            west = std::max(west, std::min(a, b));
            east = std::min(east, std::max(a, b));
        }
        west = std::clamp(west - reach.pixels - 0.5F, 0.0F, static_cast<float>(strip.width));
        east = std::clamp(east + reach.pixels + 0.5F, 0.0F, static_cast<float>(strip.width));
        const int left = static_cast<int>(west);
        const int right = static_cast<int>(std::ceil(east));
        if (right <= left)
            continue;
        strip.makeReady(row, left, right);
        nearLine(s, static_cast<float>(left) + 0.5F - s.x, y - s.y, right - left, strip.row(row) + left);
    }
}

QRgb over(QRgb below, unsigned red, unsigned green, unsigned blue, unsigned alpha)
{
    const unsigned keep = 255U - alpha;
    const auto channel = [&](unsigned shift, unsigned value) {
        const unsigned mixed = ((below >> shift) & 0xffU) * keep + value * alpha;
        return ((mixed + 127U) / 255U) << shift;
    };
    return channel(24, 255U) | channel(16, red) | channel(8, green) | channel(0, blue);
}

/// What a distance looks like: the dark line, and around it the pale edge.
struct Ink {
    std::uint8_t edge;
    std::uint8_t line;
};

constexpr std::size_t inkUnits = 256;

std::vector<Ink> inks(const Reach& reach, double halfLine, double halfEdge)
{
    std::vector<Ink> made(inkUnits, {0, 0});
    for (std::size_t unit = 0; unit < inkUnits; ++unit) {
        const double pixels = (static_cast<double>(unit) + 0.5) / static_cast<double>(reach.units);
        made[unit] = {static_cast<std::uint8_t>(std::lround(215 * std::clamp(halfEdge + 0.5 - pixels, 0.0, 1.0))),
                      static_cast<std::uint8_t>(std::lround(255 * std::clamp(halfLine + 0.5 - pixels, 0.0, 1.0)))};
    }
    return made;
}

void blend(Strip& strip, const Reach& reach, const std::vector<Ink>& inks, int height, QRgb* pixels, qsizetype stride)
{
    const float farthest = reach.pixels * reach.pixels;
    for (int row = 0; row < std::min(stripRows, height - strip.top); ++row)
        for (int at = 0; at < strip.tiles; ++at) {
            if (!strip.isReady(row, at))
                continue;
            const float* square = strip.row(row);
            QRgb* line = pixels + (strip.top + row) * stride;
            for (int x = at * tile; x < std::min(strip.width, (at + 1) * tile); ++x) {
                if (square[x] >= farthest)
                    continue;
                const Ink ink = inks[static_cast<std::size_t>(std::sqrt(square[x]) * reach.units)];
                line[x] = over(over(line[x], 255, 255, 255, ink.edge), 0x2a, 0x12, 0x40, ink.line);
            }
        }
}

/// In pixels of the image; only of outlines that are seen.
std::vector<Segment> segmentsOf(const HotspotLayer& hotspots, const MapViewport& viewport, const QSize& size, float reach)
{
    const SwerefToDevice toDevice(viewport);
    const double perX = size.width() / viewport.target.width();
    const double perY = size.height() / viewport.target.height();
    const QRectF seen = QRectF(QPointF(0, 0), QSizeF(size)).adjusted(-reach, -reach, reach, reach);
    std::vector<Segment> segments;
    const auto add = [&](const analysis::Ring& ring) {
        std::vector<QPointF> points;
        points.reserve(ring.size());
        for (const analysis::Point& p : ring)
            points.emplace_back(p.x, p.y);
        points = toDevice.map(points);
        for (QPointF& p : points)
            p = {(p.x() - viewport.target.x()) * perX, (p.y() - viewport.target.y()) * perY};
        points = simplifiedRing(points, tolerance);
        for (std::size_t i = 0; i < points.size(); ++i) {
            const QPointF& a = points[i];
            const QPointF& b = points[(i + 1) % points.size()];
            if (std::max(a.x(), b.x()) < seen.left() || std::min(a.x(), b.x()) > seen.right() ||
                std::max(a.y(), b.y()) < seen.top() || std::min(a.y(), b.y()) > seen.bottom())
                continue;
            const auto x = static_cast<float>(b.x() - a.x());
            const auto y = static_cast<float>(b.y() - a.y());
            const float square = x * x + y * y;
            segments.push_back({static_cast<float>(a.x()), static_cast<float>(a.y()), x, y,
                                square > 0.0F ? 1.0F / square : 0.0F});
        }
    };
    for (const analysis::Hotspot& hotspot : *hotspots.hotspots) {
        add(hotspot.polygon.outer);
        for (const analysis::Ring& hole : hotspot.polygon.holes)
            add(hole);
    }
    return segments;
}

double squaredDistance(const QPointF& p, const QPointF& a, const QPointF& b)
{
    const QPointF along = b - a;
    const double square = QPointF::dotProduct(along, along);
    const double t = square > 0.0 ? std::clamp(QPointF::dotProduct(p - a, along) / square, 0.0, 1.0) : 0.0;
    const QPointF off = p - a - along * t;
    return QPointF::dotProduct(off, off);
}

} // namespace

std::vector<QPointF> simplifiedRing(const std::vector<QPointF>& ring, double tolerance)
{
    if (ring.size() <= 3)
        return ring;
    // Between two points far apart, so that either half has a line to keep to.
    const auto farthestFrom = [&](std::size_t from) {
        std::size_t best = from == 0 ? 1 : 0;
        double most = -1.0;
        for (std::size_t i = 0; i < ring.size(); ++i) {
            const QPointF d = ring[i] - ring[from];
            if (i != from && QPointF::dotProduct(d, d) > most) {
                most = QPointF::dotProduct(d, d);
                best = i;
            }
        }
        return best;
    };
    const std::size_t half = farthestFrom(0);
    std::vector<bool> keep(ring.size(), false);
    keep[0] = keep[half] = true;
    std::vector<std::pair<std::size_t, std::size_t>> spans{{0, half}, {half, ring.size()}};
    std::size_t kept = 2;
    const auto at = [&](std::size_t i) { return ring[i % ring.size()]; };
    while (!spans.empty()) {
        const auto [first, last] = spans.back();
        spans.pop_back();
        double most = -1.0;
        std::size_t best = first;
        for (std::size_t i = first + 1; i < last; ++i)
            if (const double d = squaredDistance(ring[i], at(first), at(last)); d > most) {
                most = d;
                best = i;
            }
        if (most <= tolerance * tolerance)
            continue;
        keep[best] = true;
        ++kept;
        spans.emplace_back(first, best);
        spans.emplace_back(best, last);
    }
    if (kept < 3) // flatter than the tolerance: whatever else there is gives it back its third corner
        keep[half == 1 ? 2 : 1] = true;
    std::vector<QPointF> result;
    for (std::size_t i = 0; i < ring.size(); ++i)
        if (keep[i])
            result.push_back(ring[i]);
    return result;
}

void strokeOutlines(QImage& image, const HotspotLayer& hotspots, const MapViewport& viewport, const std::stop_token& stop)
{
    if (image.isNull() || !hotspots.hotspots || hotspots.hotspots->empty() || viewport.target.isEmpty())
        return;
    const double pixel = viewport.stylePixel * image.width() / viewport.target.width();
    const double halfLine = outlineWidth / 2.0 * pixel;
    const double halfEdge = halfLine + outlineEdge * pixel;
    const Reach reach{static_cast<float>(halfEdge + 0.5), static_cast<float>((inkUnits - 1) / (halfEdge + 0.5))};
    const std::vector<Segment> segments = segmentsOf(hotspots, viewport, image.size(), reach.pixels);
    const int strips = (image.height() + stripRows - 1) / stripRows;
    std::vector<std::vector<std::uint32_t>> inStrip(static_cast<std::size_t>(strips));
    for (std::uint32_t i = 0; i < segments.size(); ++i) {
        const Segment& s = segments[i];
        const auto stripOf = [&](float y) {
            return static_cast<std::size_t>(std::clamp(y / stripRows, 0.0F, static_cast<float>(strips - 1)));
        };
        const std::size_t last = stripOf(std::max(s.y, s.y + s.alongY) + reach.pixels + 1.0F);
        for (std::size_t k = stripOf(std::min(s.y, s.y + s.alongY) - reach.pixels - 1.0F); k <= last; ++k)
            inStrip[k].push_back(i);
    }
    const std::vector<Ink> ink = inks(reach, halfLine, halfEdge);
    auto* const pixels = reinterpret_cast<QRgb*>(image.bits());
    const qsizetype stride = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    const int width = image.width();
    const int height = image.height();
    constexpr qint64 pixelsPerSegment = 200;
    forRows(strips, static_cast<qint64>(segments.size()) * pixelsPerSegment, stop, [&](int k) {
        const auto& mine = inStrip[static_cast<std::size_t>(k)];
        if (mine.empty())
            return;
        Strip strip(k * stripRows, width);
        for (const std::uint32_t i : mine)
            draw(segments[i], reach, strip);
        blend(strip, reach, ink, height, pixels, stride);
    });
}

} // namespace hk::map
