#include "map/class_colours.h"
#include "map/density_sampler.h"
#include "map/outline_stroke.h"
#include "map/pixel_mesh.h"
#include "map/scene_renderer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>

namespace hk::map {

namespace {

/// Paints every pixel of an image, piece by piece of the mesh. Most pieces lie in one class and need no look at their pixels. Pieces are
/// independent: threads may share the painter.
class PiecePainter {
public:
    PiecePainter(const HeatmapLayer& heatmap, const QPointF& origin, const BilinearMesh& mesh, QImage& image)
        : m_density(*heatmap.density, origin, false, outsideOf(heatmap.scale))
        , m_colours(heatmap.scale, heatmap.opacity)
        , m_mesh(mesh)
        , m_width(image.width())
        , m_height(image.height())
        , m_pixels(reinterpret_cast<QRgb*>(image.bits()))
        , m_stride(image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)))
    {
        if (heatmap.detail && !heatmap.detail->values.empty())
            m_detail.emplace(*heatmap.detail, origin, true, outsideOf(heatmap.scale));
    }
    void paintRow(int row) const
    {
        for (int column = 0; column < m_mesh.columns(); ++column)
            paint(column, row);
    }

private:
    /// No incidents, no density; but of a signed scale 0 may be far from the middle, such as a ratio's 1.
    static double outsideOf(const ColourScale& scale)
    {
        return scale.isSigned() ? std::numeric_limits<double>::quiet_NaN() : 0.0;
    }
    struct Piece {
        int left;
        int top;
        int right; ///< one past
        int bottom;
        QPointF corner; ///< metres at the centre of the first pixel
        QPointF across; ///< metres per pixel, at the top
        QPointF acrossMore; ///< added to that per pixel downwards
        QPointF down;
    };
    Piece pieceOf(int column, int row) const
    {
        const auto edge = [](int index, double step, int count, int most) {
            return index == count ? most : std::clamp(static_cast<int>(std::ceil(index * step - 0.5)), 0, most);
        };
        const double stepX = m_mesh.stepX();
        const double stepY = m_mesh.stepY();
        Piece piece;
        piece.left = edge(column, stepX, m_mesh.columns(), m_width);
        piece.right = edge(column + 1, stepX, m_mesh.columns(), m_width);
        piece.top = edge(row, stepY, m_mesh.rows(), m_height);
        piece.bottom = edge(row + 1, stepY, m_mesh.rows(), m_height);
        const QPointF& a = m_mesh.node(column, row);
        const QPointF& b = m_mesh.node(column + 1, row);
        const QPointF& c = m_mesh.node(column, row + 1);
        const QPointF& d = m_mesh.node(column + 1, row + 1);
        const double x = piece.left + 0.5 - column * stepX;
        const double y = piece.top + 0.5 - row * stepY;
        const QPointF east = (b - a) / stepX;
        const QPointF twist = ((d - c) - (b - a)) / (stepX * stepY);
        piece.across = east + twist * y;
        piece.acrossMore = twist;
        piece.down = (c - a) / stepY + twist * x;
        piece.corner = a + east * x + ((c - a) / stepY + twist * x) * y;
        return piece;
    }
    /// Pixels of a piece, from its first.
    struct Block {
        int left;
        int top;
        int right; ///< one past
        int bottom;
    };
    /// What a block's pixels and their neighbours to the right and below cover.
    static QRectF cellsOf(const Piece& piece, const Block& block, const DensitySampler& sampler)
    {
        double west = 1e300, south = 1e300, east = -1e300, north = -1e300;
        for (const double x : {static_cast<double>(block.left), static_cast<double>(block.right)})
            for (const double y : {static_cast<double>(block.top), static_cast<double>(block.bottom)}) {
                const QPointF p = sampler.toCells(piece.corner + piece.down * y + (piece.across + piece.acrossMore * y) * x);
                west = std::min(west, p.x());
                east = std::max(east, p.x());
                south = std::min(south, p.y());
                north = std::max(north, p.y());
            }
        return {QPointF(west, south), QPointF(east, north)};
    }
    void paint(int column, int row) const
    {
        const Piece piece = pieceOf(column, row);
        const Block all{0, 0, piece.right - piece.left, piece.bottom - piece.top};
        if (all.right <= 0 || all.bottom <= 0)
            return;
        if (m_detail) {
            const QRectF cells = cellsOf(piece, all, *m_detail);
            if (m_detail->knows(cells))
                return paintFrom(piece, all, *m_detail, cells);
            if (m_detail->touches(cells))
                return paintPixels(piece, all, m_density, &*m_detail, m_colours.all());
        }
        paintFrom(piece, all, m_density, cellsOf(piece, all, m_density));
    }
    void paintFrom(const Piece& piece, const Block& all, const DensitySampler& sampler, const QRectF& cells) const
    {
        if (sampler.nodesOf(cells) > pixelsOf(all))
            return paintPixels(piece, all, sampler, nullptr, m_colours.all());
        ClassColours::Span span = m_colours.all();
        if (fillIfOne(piece, all, sampler, cells, span))
            return;
        constexpr int side = 8;
        for (int top = 0; top < all.bottom; top += side)
            for (int left = 0; left < all.right; left += side) {
                const Block block{left, top, std::min(left + side, all.right), std::min(top + side, all.bottom)};
                const QRectF part = cellsOf(piece, block, sampler);
                if (!fillIfOne(piece, block, sampler, part, span))
                    paintPixels(piece, block, sampler, nullptr, span);
            }
    }
    static double pixelsOf(const Block& block)
    {
        return static_cast<double>(block.right - block.left) * (block.bottom - block.top);
    }
    /// Else says which classes meet there.
    bool fillIfOne(const Piece& piece, const Block& block, const DensitySampler& sampler, const QRectF& cells,
                   ClassColours::Span& spanMet) const
    {
        const ClassColours::Span span = m_colours.spanOf(sampler.rangeOf(cells));
        if (span.end > span.first) {
            spanMet = span;
            return false;
        }
        const QRgb colour = m_colours.below(span.first);
        for (int y = block.top; y < block.bottom; ++y) {
            QRgb* line = m_pixels + (piece.top + y) * m_stride + piece.left;
            std::fill(line + block.left, line + block.right, colour);
        }
        return true;
    }
    /// `fine` is asked first, where there is one.
    void paintPixels(const Piece& piece, const Block& block, const DensitySampler& coarse, const DensitySampler* fine,
                     const ClassColours::Span& span) const
    {
        constexpr int side = static_cast<int>(meshPixels) + 3;
        std::array<std::array<float, side>, 2> lines; // with the pixel to the right
        const int width = block.right - block.left;
        sampleLine(piece, block, block.top, coarse, fine, lines[0].data());
        for (int line = block.top; line < block.bottom; ++line) {
            const auto odd = static_cast<std::size_t>((line - block.top) % 2);
            const float* here = lines[odd].data();
            float* below = lines[1 - odd].data();
            if (piece.top + line + 1 < m_height)
                sampleLine(piece, block, line + 1, coarse, fine, below);
            else
                std::copy(here, here + width + 1, below);
            QRgb* pixels = m_pixels + (piece.top + line) * m_stride + piece.left + block.left;
            for (int x = 0; x < width; ++x) {
                const float slope = std::max(std::abs(here[x + 1] - here[x]), std::abs(below[x] - here[x]));
                pixels[x] = m_colours.colour(here[x], slope, span);
            }
        }
    }
    /// Densities of one line of a block's pixels, and of one pixel more.
    static void sampleLine(const Piece& piece, const Block& block, int line, const DensitySampler& coarse, const DensitySampler* fine,
                           float* densities)
    {
        const QPointF across = piece.across + piece.acrossMore * line;
        const QPointF start = piece.corner + piece.down * line + across * block.left;
        const QPointF from = coarse.toCells(start);
        const QPointF step = across * coarse.cellsPerMetre();
        const int count = block.right - block.left + 1;
        if (!fine) {
            if (coarse.isWithin(from) && coarse.isWithin(from + step * (count - 1)))
                for (int x = 0; x < count; ++x)
                    densities[x] = coarse.within(from.x() + step.x() * x, from.y() + step.y() * x);
            else
                for (int x = 0; x < count; ++x)
                    densities[x] = coarse.at(from.x() + step.x() * x, from.y() + step.y() * x);
            return;
        }
        for (int x = 0; x < count; ++x) {
            const QPointF inFine = fine->toCells(start + across * x);
            densities[x] = fine->knows(inFine.x(), inFine.y())
                               ? fine->at(inFine.x(), inFine.y())
                               : coarse.at(from.x() + step.x() * x, from.y() + step.y() * x);
        }
    }

    DensitySampler m_density;
    std::optional<DensitySampler> m_detail;
    ClassColours m_colours;
    const BilinearMesh& m_mesh;
    int m_width;
    int m_height;
    QRgb* m_pixels;
    qsizetype m_stride;
};

} // namespace

QImage heatmapImage(const HeatmapLayer& heatmap, const MapViewport& viewport, const QSize& size, QImage used,
                    const std::stop_token& stop)
{
    QImage image = imageFor(size, std::move(used));
    if (size.isEmpty() || heatmap.scale.isEmpty() || !heatmap.density || heatmap.density->values.empty()) {
        image.fill(Qt::transparent);
    } else {
        const QPointF origin(heatmap.density->spec.xmin, heatmap.density->spec.ymin);
        const BilinearMesh mesh = pixelMesh(origin, viewport, size);
        const PiecePainter painter(heatmap, origin, mesh, image);
        forRows(mesh.rows(), static_cast<qint64>(size.width()) * size.height(), stop,
                [&](int row) { painter.paintRow(row); });
    }
    if (heatmap.outlines)
        strokeOutlines(image, *heatmap.outlines, viewport, stop);
    return image;
}

} // namespace hk::map
