#include "map/class_colours.h"
#include "map/density_sampler.h"
#include "map/fast_clones.h"
#include "map/outline_stroke.h"
#include "map/pixel_mesh.h"
#include "map/scene_renderer.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace hk::map {

namespace {

constexpr int side = 4; // pixels between the places where the density is looked up

/// Densities at the corners of a square of pixels.
struct Corners {
    float a; ///< upper left
    float b; ///< upper right
    float c; ///< lower left
    float d; ///< lower right
};

/// The pixels of a square in which one class meets the next.
HK_FAST_CLONES void paintBorder(const Corners& at, float limit, QRgb below, QRgb above, QRgb* pixels, qsizetype stride)
{
    constexpr float part = 1.0F / side;
    alignas(64) std::array<std::uint32_t, static_cast<std::size_t>(side) * side> mixed;
    const float down = at.c - at.a;
    const float downEast = at.d - at.b;
    for (int i = 0; i < side * side; ++i) {
        const auto x = static_cast<float>(i % side) * part;
        const auto y = static_cast<float>(i / side) * part;
        const float left = at.a + down * y;
        const float across = at.b + downEast * y - left;
        const float slopeX = across < 0.0F ? -across : across;
        const float slopeDown = down + (downEast - down) * x;
        const float slopeY = slopeDown < 0.0F ? -slopeDown : slopeDown;
        const float slope = (slopeX > slopeY ? slopeX : slopeY) * part + 1e-30F;
        float share = (left + across * x - limit) / slope + 0.5F;
        share = share < 0.0F ? 0.0F : share > 1.0F ? 1.0F : share;
        const auto w = static_cast<std::uint32_t>(static_cast<std::int32_t>(share * 256.0F));
        const std::uint32_t even = (below & 0xff00ffU) * (256U - w) + (above & 0xff00ffU) * w;
        const std::uint32_t odd = ((below >> 8) & 0xff00ffU) * (256U - w) + ((above >> 8) & 0xff00ffU) * w;
        mixed[static_cast<std::size_t>(i)] = ((even >> 8) & 0xff00ffU) | (odd & 0xff00ff00U);
    }
    for (int y = 0; y < side; ++y)
        std::copy_n(mixed.data() + y * side, side, pixels + y * stride);
}

/// Looks the density up at every fourth pixel and lets it run straight between: squares of one class, which most are, are
/// filled in runs. Rows of squares are independent: threads may share the painter.
class PreviewPainter {
public:
    PreviewPainter(const HeatmapLayer& heatmap, const QPointF& origin, const BilinearMesh& mesh, QImage& image)
        : m_density(*heatmap.density, origin, false, 0.0)
        , m_colours(heatmap.scale, heatmap.opacity)
        , m_mesh(mesh)
        , m_columns((image.width() + side - 1) / side)
        , m_width(image.width())
        , m_height(image.height())
        , m_pixels(reinterpret_cast<QRgb*>(image.bits()))
        , m_stride(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
    {
    }
    int rows() const { return (m_height + side - 1) / side; }
    /// Rows first … end − 1 of squares.
    void paintRows(int first, int end) const
    {
        const auto nodes = static_cast<std::size_t>(m_columns) + 1;
        std::vector<float> above(nodes);
        std::vector<float> below(nodes);
        sample(first, above);
        for (int row = first; row < end; ++row) {
            sample(row + 1, below);
            paintRow(row, above, below);
            std::swap(above, below);
        }
    }

private:
    /// Densities at the centres of pixels 0, 4, 8, … of line 4 · row.
    void sample(int row, std::vector<float>& densities) const
    {
        const double y = (row * side + 0.5) / m_mesh.stepY();
        const int piece = std::clamp(static_cast<int>(y), 0, m_mesh.rows() - 1);
        const double down = y - piece;
        const auto edge = [&](int column) {
            return m_density.toCells(m_mesh.node(column, piece) * (1.0 - down) + m_mesh.node(column, piece + 1) * down);
        };
        QPointF west = edge(0);
        std::size_t node = 0;
        for (int column = 0; column < m_mesh.columns(); ++column) {
            const QPointF east = edge(column + 1);
            const QPointF along = (east - west) / m_mesh.stepX();
            const double left = column * m_mesh.stepX();
            const bool last = column + 1 == m_mesh.columns();
            const double right = last ? 1e300 : left + m_mesh.stepX();
            const bool within = m_density.isWithin(west) && m_density.isWithin(east) && !last;
            for (; node < densities.size(); ++node) {
                const double x = static_cast<double>(node) * side + 0.5;
                if (x >= right)
                    break;
                const QPointF cells = west + along * (x - left);
                densities[node] = within ? m_density.within(cells.x(), cells.y()) : m_density.at(cells.x(), cells.y());
            }
            west = east;
        }
    }
    void paintRow(int row, const std::vector<float>& above, const std::vector<float>& below) const
    {
        const int top = row * side;
        const int lines = std::min(side, m_height - top);
        QRgb* const pixels = m_pixels + top * m_stride;
        int runFrom = 0;
        std::size_t runClass = 0;
        const auto endRun = [&](int column) {
            const QRgb colour = m_colours.below(runClass);
            for (int line = 0; line < lines; ++line)
                std::fill(pixels + line * m_stride + runFrom * side,
                          pixels + line * m_stride + std::min(m_width, column * side), colour);
        };
        for (int column = 0; column < m_columns; ++column) {
            const auto i = static_cast<std::size_t>(column);
            const Corners at{above[i], above[i + 1], below[i], below[i + 1]};
            const float low = std::min(std::min(at.a, at.b), std::min(at.c, at.d));
            const float high = std::max(std::max(at.a, at.b), std::max(at.c, at.d));
            const float margin = 0.5F / side * (high - low);
            if (m_colours.isOf(runClass, low - margin, high + margin))
                continue;
            if (runFrom < column)
                endRun(column);
            runFrom = column;
            const ClassColours::Span span = m_colours.spanOf(low - margin, high + margin);
            runClass = span.first;
            if (span.end == span.first)
                continue;
            runFrom = column + 1;
            if (span.end == span.first + 1 && lines == side && (column + 1) * side <= m_width)
                paintBorder(at, m_colours.limit(span.first), m_colours.below(span.first), m_colours.below(span.end),
                            pixels + column * side, m_stride);
            else
                paintPixels(at, span, pixels + column * side, lines, std::min(side, m_width - column * side));
        }
        if (runFrom < m_columns)
            endRun(m_columns);
    }
    void paintPixels(const Corners& at, const ClassColours::Span& span, QRgb* pixels, int lines, int width) const
    {
        constexpr float part = 1.0F / side;
        for (int line = 0; line < lines; ++line) {
            const float y = static_cast<float>(line) * part;
            const float left = at.a + (at.c - at.a) * y;
            const float across = at.b + (at.d - at.b) * y - left;
            for (int x = 0; x < width; ++x) {
                const float along = static_cast<float>(x) * part;
                const float down = (at.c - at.a) + ((at.d - at.b) - (at.c - at.a)) * along;
                const float slope = std::max(std::abs(across), std::abs(down)) * part;
                pixels[line * m_stride + x] = m_colours.colour(left + across * along, slope, span);
            }
        }
    }

    DensitySampler m_density;
    ClassColours m_colours;
    const BilinearMesh& m_mesh;
    int m_columns; ///< of squares
    int m_width;
    int m_height;
    QRgb* m_pixels;
    qsizetype m_stride;
};

} // namespace

QImage heatmapPreview(const HeatmapLayer& heatmap, const MapViewport& viewport, const QSize& size, QImage used,
                      const std::stop_token& stop)
{
    const double pixelsPerCell = heatmap.density && !viewport.target.isEmpty()
                                     ? heatmap.density->spec.cell / viewport.groundMetresPerUnit() * size.width()
                                           / viewport.target.width()
                                     : 0.0;
    constexpr double fewest = 0.75 * side;
    if (size.isEmpty() || pixelsPerCell < fewest || heatmap.detail || heatmap.scale.isSigned() || heatmap.scale.isEmpty()
        || heatmap.density->values.empty())
        return heatmapImage(heatmap, viewport, size, std::move(used), stop);
    QImage image = imageFor(size, std::move(used));
    const QPointF origin(heatmap.density->spec.xmin, heatmap.density->spec.ymin);
    const BilinearMesh mesh = pixelMesh(origin, viewport, size);
    const PreviewPainter painter(heatmap, origin, mesh, image);
    constexpr int together = 8;
    forRows((painter.rows() + together - 1) / together, static_cast<qint64>(size.width()) * size.height(), stop,
            [&](int part) { painter.paintRows(part * together, std::min(painter.rows(), (part + 1) * together)); });
    if (heatmap.outlines)
        strokeOutlines(image, *heatmap.outlines, viewport, stop);
    return image;
}

} // namespace hk::map
