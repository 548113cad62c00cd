#include "exchange/layer_thinning.h"

#include "geo/mercator.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace hk::exchange {
namespace {

constexpr int closest = 17; // zoom; nearer than that a view holds few features
constexpr int farthest = 3;
constexpr std::size_t fewRows = 2000;      // need no copy,
constexpr double fewVertices = 50'000;     // if they are not very long
constexpr double paysBelow = 0.6;          // of the rows of the next finer one,
constexpr double paysBelowVertices = 0.4;  // or of its vertices
constexpr double squarePixels[] = {4.0, 4.0, 3.0}; // by dimension
constexpr double strokePixels = 2.0;       // of a line, to tell when a square is full
constexpr double planeParts = 4294967295.0;

double pixelAt(double zoom) { return 2 * geo::mercatorHalf / (512.0 * std::exp2(zoom)); }

std::uint32_t partOf(double metres)
{
    return static_cast<std::uint32_t>(std::clamp((metres + geo::mercatorHalf) / (2 * geo::mercatorHalf), 0.0, 1.0) * planeParts);
}

/// A shape of so many vertices, simplified: about two for each step as long as the tolerance is short of.
double simplified(double vertices, double size, double tolerance) { return std::min(vertices, 5 + 2 * size / tolerance); }

} // namespace

void LayerThinning::add(double west, double south, double size, int dimension, std::size_t vertices)
{
    constexpr std::size_t mostVertices = (1U << 30) - 1;
    m_features.push_back({partOf(west), partOf(south), static_cast<float>(size),
                          static_cast<std::uint32_t>(std::min(vertices, mostVertices)) & ((1U << 30) - 1),
                          static_cast<std::uint32_t>(std::clamp(dimension, 0, 2)) & 3U});
}

LayerThinning::Trial LayerThinning::tryLevel(double zoom, double tolerance, std::uint8_t finer, const Trial& before)
{
    const double pixel = pixelAt(zoom);
    QHash<quint64, quint16> taken;
    Trial trial;
    const auto next = static_cast<std::uint8_t>(finer + 1);
    for (std::size_t i = m_features.size(); i-- > 0;) { // what is drawn last comes first
        const Feature& feature = m_features[i];
        if (m_copies[i] != finer)
            continue;
        const double square = squarePixels[feature.dimension] * pixel;
        const int doubled = feature.size <= square ? 0 : static_cast<int>(std::ceil(std::log2(feature.size / square)));
        const double side = std::ldexp(square, doubled) / (2 * geo::mercatorHalf) * planeParts; // of squares of the feature's size
        const auto column = static_cast<quint64>(feature.x / side);
        const auto line = static_cast<quint64>(feature.y / side);
        const quint64 key = (static_cast<quint64>(feature.dimension) << 62) | (static_cast<quint64>(doubled & 31) << 56)
                            | (column << 28) | line;
        const double most = doubled == 0 ? 1 : std::min(60'000.0, std::ldexp(squarePixels[feature.dimension], doubled) / strokePixels);
        quint16& count = taken[key];
        if (count >= most)
            continue;
        ++count;
        m_copies[i] = next;
        ++trial.rows;
        trial.vertices += simplified(feature.vertices, feature.size, tolerance);
    }
    trial.pays = static_cast<double>(trial.rows) <= paysBelow * static_cast<double>(before.rows)
                 || (before.vertices > fewVertices && trial.vertices <= paysBelowVertices * before.vertices);
    if (!trial.pays)
        std::replace(m_copies.begin(), m_copies.end(), next, finer);
    return trial;
}

std::vector<LayerLevel> LayerThinning::choose(const std::stop_token& stop)
{
    std::vector<LayerLevel> levels;
    m_copies.assign(m_features.size(), 0);
    Trial finer{m_features.size(), 0, true};
    for (const Feature& feature : m_features)
        finer.vertices += feature.vertices;
    for (int zoom = closest; zoom >= farthest && !stop.stop_requested(); --zoom) {
        if (finer.rows <= fewRows && finer.vertices <= fewVertices)
            break;
        // Tiles are drawn at whole zooms: half a level on either side keeps them from the wrong copy.
        const double belowZoom = zoom + 0.5;
        const double tolerance = pixelAt(belowZoom) / 2;
        const Trial trial = tryLevel(zoom, tolerance, static_cast<std::uint8_t>(levels.size()), finer);
        if (!trial.pays)
            continue;
        finer = trial;
        levels.push_back({belowZoom, tolerance});
    }
    return levels;
}

} // namespace hk::exchange
