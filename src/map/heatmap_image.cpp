#include "map/bilinear_mesh.h"
#include "map/scene_renderer.h"

#include "geo/mercator.h"
#include "geo/transform.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <limits>
#include <optional>
#include <system_error>
#include <thread>

namespace hk::map {

namespace {

constexpr double meshPixels = 32.0; // bilinear between exact nodes this far apart: well under 0.1 m off

/// The density between cell centres, `outside` outside the grid; cells at the border reach to its edge. NaN beside a cell
/// that is NaN. Positions are metres from a common origin.
class Sampler {
public:
    /// `hullOnly`: knows only what lies between its own cell centres.
    Sampler(const analysis::Grid& grid, const QPointF& origin, bool hullOnly, double outside)
        : m_values(grid.values.data())
        , m_columns(static_cast<std::ptrdiff_t>(grid.spec.columns))
        , m_rows(static_cast<std::ptrdiff_t>(grid.spec.rows))
        , m_perMetre(1.0 / grid.spec.cell)
        , m_west((grid.spec.xmin - origin.x()) * m_perMetre)
        , m_south((grid.spec.ymin - origin.y()) * m_perMetre)
        , m_border(hullOnly ? 0.5 : 0.0)
        , m_outside(outside)
    {
    }
    /// In cells from the south-western corner, cell centres at ½.
    QPointF toCells(const QPointF& metres) const
    {
        return {metres.x() * m_perMetre - m_west, metres.y() * m_perMetre - m_south};
    }
    double cellsPerMetre() const { return m_perMetre; }
    bool knows(double column, double row) const
    {
        return column >= m_border && row >= m_border && column <= static_cast<double>(m_columns) - m_border
               && row <= static_cast<double>(m_rows) - m_border;
    }
    bool knows(const QRectF& cells) const
    {
        return knows(cells.left(), cells.top()) && knows(cells.right(), cells.bottom());
    }
    bool touches(const QRectF& cells) const
    {
        return cells.right() >= m_border && cells.bottom() >= m_border
               && cells.left() <= static_cast<double>(m_columns) - m_border
               && cells.top() <= static_cast<double>(m_rows) - m_border;
    }
    float at(double column, double row) const
    {
        if (!knows(column, row))
            return static_cast<float>(m_outside);
        const double u = std::clamp(column - 0.5, 0.0, static_cast<double>(m_columns - 1));
        const double v = std::clamp(row - 0.5, 0.0, static_cast<double>(m_rows - 1));
        const auto i = static_cast<std::ptrdiff_t>(u);
        const auto j = static_cast<std::ptrdiff_t>(v);
        const double s = u - static_cast<double>(i);
        const double t = v - static_cast<double>(j);
        const double* south = m_values + j * m_columns + i;
        const std::ptrdiff_t east = i + 1 < m_columns ? 1 : 0;
        const double* north = j + 1 < m_rows ? south + m_columns : south;
        const double low = south[0] + (south[east] - south[0]) * s;
        const double high = north[0] + (north[east] - north[0]) * s;
        return static_cast<float>(low + (high - low) * t);
    }
    /// Between four cell centres, and well off the last ones.
    bool isWithin(const QPointF& cells) const
    {
        return cells.x() >= 0.5 && cells.y() >= 0.5 && cells.x() < static_cast<double>(m_columns) - 0.6
               && cells.y() < static_cast<double>(m_rows) - 0.6;
    }
    /// at() where isWithin().
    float within(double column, double row) const
    {
        const double u = column - 0.5;
        const double v = row - 0.5;
        const auto i = static_cast<int>(u);
        const auto j = static_cast<int>(v);
        const double* south = m_values + j * m_columns + i;
        const double* north = south + m_columns;
        const double s = u - i;
        const double low = south[0] + (south[1] - south[0]) * s;
        const double high = north[0] + (north[1] - north[0]) * s;
        return static_cast<float>(low + (high - low) * (v - j));
    }
    struct Range {
        double low = 0.0;
        double high = 0.0;
    };
    /// Nodes that the densities in a rectangle of cells come from.
    double nodesOf(const QRectF& cells) const { return (cells.width() + 2.0) * (cells.height() + 2.0); }
    /// No density in the rectangle is outside the range; NaN where it lies outside and nothing is known there, without
    /// bounds where some are NaN.
    Range rangeOf(const QRectF& cells) const
    {
        if (!touches(cells))
            return {m_outside, m_outside};
        const auto clamped = [](double v, std::ptrdiff_t count) {
            return static_cast<std::ptrdiff_t>(std::clamp(std::floor(v), 0.0, static_cast<double>(count - 1)));
        };
        const std::ptrdiff_t west = clamped(cells.left() - 0.5, m_columns);
        const std::ptrdiff_t east = clamped(cells.right() + 0.5, m_columns);
        const std::ptrdiff_t south = clamped(cells.top() - 0.5, m_rows);
        const std::ptrdiff_t north = clamped(cells.bottom() + 0.5, m_rows);
        Range range{m_values[south * m_columns + west], m_values[south * m_columns + west]};
        bool holes = false;
        for (std::ptrdiff_t row = south; row <= north; ++row)
            for (const double* v = m_values + row * m_columns + west; v <= m_values + row * m_columns + east; ++v) {
                range.low = std::min(range.low, *v);
                range.high = std::max(range.high, *v);
                holes |= *v != *v;
            }
        if (!knows(cells)) {
            range.low = std::min(range.low, m_outside);
            range.high = std::max(range.high, m_outside);
            holes |= m_outside != m_outside;
        }
        constexpr double boundless = std::numeric_limits<double>::infinity();
        return holes ? Range{-boundless, boundless} : range;
    }

private:
    const double* m_values;
    std::ptrdiff_t m_columns;
    std::ptrdiff_t m_rows;
    double m_perMetre;
    double m_west;
    double m_south;
    double m_border;
    double m_outside;
};

/// Colours by density with the border between two classes drawn over one pixel, not in steps.
class ClassColours {
public:
    ClassColours(const ColourScale& scale, double opacity)
    {
        m_colours.push_back(0U);
        for (std::size_t i = 0; i < scale.classes(); ++i) {
            m_breaks.push_back(static_cast<float>(scale.breaks()[i]));
            QColor colour = scale.colourOfClass(i);
            colour.setAlphaF(colour.alphaF() * static_cast<float>(std::clamp(opacity, 0.0, 1.0)));
            m_colours.push_back(qPremultiply(colour.rgba()));
        }
    }
    /// The colours that densities within a range may have, where no two neighbours are further apart than it is wide.
    struct Span {
        std::size_t first; ///< of the breaks
        std::size_t end;
    };
    Span spanOf(const Sampler::Range& range) const
    {
        if (std::isnan(range.low))
            return {0, 0};
        if (std::isinf(range.low)) // holes: a density that is unknown lies in no class, not in the one that is open below
            return all();
        const double half = 0.5 * (range.high - range.low) + 1e-6 * std::abs(range.high);
        const auto first = std::upper_bound(m_breaks.begin(), m_breaks.end(), static_cast<float>(range.low - half));
        auto end = first;
        while (end != m_breaks.end() && static_cast<double>(*end) <= range.high + half)
            ++end;
        return {static_cast<std::size_t>(first - m_breaks.begin()), static_cast<std::size_t>(end - m_breaks.begin())};
    }
    Span all() const { return {0, m_breaks.size()}; }
    QRgb below(std::size_t index) const { return m_colours[index]; }
    /// `slope`: how much the density changes over one pixel.
    QRgb colour(float density, float slope, const Span& span) const
    {
        const float half = slope * 0.5F;
        std::size_t index = span.first; // of the colour: class + 1
        while (index < span.end && m_breaks[index] <= density)
            ++index;
        if (index > span.first && density - m_breaks[index - 1] < half)
            return mixed(index - 1, (density - m_breaks[index - 1]) / slope + 0.5F);
        if (index < span.end && m_breaks[index] - density < half)
            return mixed(index, (density - m_breaks[index]) / slope + 0.5F);
        return m_colours[index];
    }

private:
    QRgb mixed(std::size_t lower, float part) const
    {
        const auto w = static_cast<unsigned>(std::clamp(part, 0.0F, 1.0F) * 256.0F);
        const QRgb a = m_colours[lower];
        const QRgb b = m_colours[lower + 1];
        const auto channel = [&](int shift) {
            return ((((a >> shift) & 0xffU) * (256U - w) + ((b >> shift) & 0xffU) * w) >> 8) << shift;
        };
        return channel(0) | channel(8) | channel(16) | channel(24);
    }
    std::vector<float> m_breaks;
    std::vector<QRgb> m_colours; ///< [0]: nothing
};

/// SWEREF 99 TM from an origin of the pixels of an image, exact at the mesh's nodes.
BilinearMesh meshOf(const QPointF& origin, const MapViewport& viewport, const QSize& size)
{
    const QRectF& target = viewport.target;
    const double perX = target.width() / size.width();
    const double perY = target.height() / size.height();
    const auto toMetres = [&](std::span<double> x, std::span<double> y) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            QPointF p = viewport.toPlane({target.x() + x[i] * perX, target.y() + y[i] * perY});
            x[i] = p.x();
            y[i] = p.y();
            if (viewport.plane == Plane::WebMercator) {
                const LonLat g = geo::toLonLat(WebMercator{p.x(), p.y()});
                x[i] = g.lon;
                y[i] = g.lat;
            }
        }
        if (viewport.plane == Plane::WebMercator)
            geo::Sweref99Transform().toSweref(x, y);
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] -= origin.x();
            y[i] -= origin.y();
        }
    };
    return {QRectF(0, 0, size.width(), size.height()), meshPixels, toMetres};
}

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
    static QRectF cellsOf(const Piece& piece, const Block& block, const Sampler& sampler)
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
    void paintFrom(const Piece& piece, const Block& all, const Sampler& sampler, const QRectF& cells) const
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
    bool fillIfOne(const Piece& piece, const Block& block, const Sampler& sampler, const QRectF& cells,
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
    void paintPixels(const Piece& piece, const Block& block, const Sampler& coarse, const Sampler* fine,
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
    static void sampleLine(const Piece& piece, const Block& block, int line, const Sampler& coarse, const Sampler* fine,
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

    Sampler m_density;
    std::optional<Sampler> m_detail;
    ClassColours m_colours;
    const BilinearMesh& m_mesh;
    int m_width;
    int m_height;
    QRgb* m_pixels;
    qsizetype m_stride;
};

/// Calls work(row) for all rows, on several threads where there are many pixels.
template <class Work>
void forRows(int rows, qint64 pixels, Work work)
{
    constexpr qint64 worthAThread = 250'000;
    const auto most = static_cast<qint64>(std::clamp(std::thread::hardware_concurrency(), 1U, 4U));
    std::atomic<int> next{0};
    const auto run = [&] {
        for (int row = next++; row < rows; row = next++)
            work(row);
    };
    std::vector<std::jthread> helpers;
    try {
        for (qint64 i = 1; i < std::min(most, pixels / worthAThread); ++i)
            helpers.emplace_back(run);
    } catch (const std::system_error&) {
        // No more threads to be had: those there are do all of it.
    }
    run();
}

} // namespace

QImage heatmapImage(const HeatmapLayer& heatmap, const MapViewport& viewport, const QSize& size, QImage used)
{
    const bool fits = used.size() == size && used.format() == QImage::Format_ARGB32_Premultiplied && used.isDetached();
    QImage image = fits ? std::move(used) : QImage(size, QImage::Format_ARGB32_Premultiplied);
    if (size.isEmpty() || heatmap.scale.isEmpty() || !heatmap.density || heatmap.density->values.empty()) {
        image.fill(Qt::transparent);
        return image;
    }
    const QPointF origin(heatmap.density->spec.xmin, heatmap.density->spec.ymin);
    const BilinearMesh mesh = meshOf(origin, viewport, size);
    const PiecePainter painter(heatmap, origin, mesh, image);
    forRows(mesh.rows(), static_cast<qint64>(size.width()) * size.height(),
            [&](int row) { painter.paintRow(row); });
    return image;
}

} // namespace hk::map
