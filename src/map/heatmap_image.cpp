#include "map/bilinear_mesh.h"
#include "map/scene_renderer.h"

#include "geo/mercator.h"
#include "geo/transform.h"

#include <algorithm>
#include <cmath>

namespace hk::map {

namespace {

constexpr double meshPixels = 32.0; // bilinear between exact nodes this far apart: well under 0.1 m off

/// The density between cell centres, 0 outside the grid; cells at the border reach to its edge.
class Sampler {
public:
    explicit Sampler(const analysis::Grid& grid)
        : m_values(grid.values.data())
        , m_columns(static_cast<std::ptrdiff_t>(grid.spec.columns))
        , m_rows(static_cast<std::ptrdiff_t>(grid.spec.rows))
    {
    }
    /// Position in cells from the south-western corner, cell centres at ½.
    float at(double column, double row) const
    {
        if (!(column >= 0.0 && row >= 0.0 && column <= static_cast<double>(m_columns)
              && row <= static_cast<double>(m_rows)))
            return 0.0F;
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

private:
    const double* m_values;
    std::ptrdiff_t m_columns;
    std::ptrdiff_t m_rows;
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
    float lowest() const { return m_breaks.front(); }
    /// `slope`: how much the density changes over one pixel.
    QRgb colour(float density, float slope) const
    {
        const float half = slope * 0.5F;
        std::size_t index = 0; // of the colour: class + 1
        while (index < m_breaks.size() && m_breaks[index] <= density)
            ++index;
        if (index > 0 && density - m_breaks[index - 1] < half)
            return mixed(index - 1, (density - m_breaks[index - 1]) / slope + 0.5F);
        if (index < m_breaks.size() && m_breaks[index] - density < half)
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

/// Grid cells (from the south-western corner) of the pixels of an image, exact at the mesh's nodes.
BilinearMesh meshOf(const analysis::GridSpec& spec, const MapViewport& viewport, const QSize& size)
{
    const QRectF& target = viewport.target;
    const double perX = target.width() / size.width();
    const double perY = target.height() / size.height();
    const auto toCells = [&](std::span<double> x, std::span<double> y) {
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
            x[i] = (x[i] - spec.xmin) / spec.cell;
            y[i] = (y[i] - spec.ymin) / spec.cell;
        }
    };
    return {QRectF(0, 0, size.width(), size.height()), meshPixels, toCells};
}

/// Density of the centres of one row of pixels, and of one more to the right.
void sampleRow(const Sampler& sampler, const BilinearMesh& mesh, int y, std::vector<float>& densities)
{
    const double v = (y + 0.5) / mesh.stepY();
    const int meshRow = std::min(static_cast<int>(v), mesh.rows() - 1);
    const double t = v - meshRow;
    const int width = static_cast<int>(densities.size());
    int x = 0;
    for (int column = 0; column < mesh.columns() && x < width; ++column) {
        const QPointF west = mesh.node(column, meshRow) * (1 - t) + mesh.node(column, meshRow + 1) * t;
        const QPointF east = mesh.node(column + 1, meshRow) * (1 - t) + mesh.node(column + 1, meshRow + 1) * t;
        const QPointF step = (east - west) / mesh.stepX();
        const double begin = column * mesh.stepX();
        const bool last = column + 1 == mesh.columns();
        for (; x < width && (last || x + 0.5 < begin + mesh.stepX()); ++x) {
            const double along = x + 0.5 - begin;
            densities[static_cast<std::size_t>(x)] =
                sampler.at(west.x() + step.x() * along, west.y() + step.y() * along);
        }
    }
}

} // namespace

QImage heatmapImage(const HeatmapLayer& heatmap, const MapViewport& viewport, const QSize& size)
{
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    if (size.isEmpty() || heatmap.scale.isEmpty() || !heatmap.density || heatmap.density->values.empty())
        return image;
    const BilinearMesh mesh = meshOf(heatmap.density->spec, viewport, size);
    const Sampler sampler(*heatmap.density);
    const ClassColours colours(heatmap.scale, heatmap.opacity);

    const auto width = static_cast<std::size_t>(size.width());
    std::vector<float> row(width + 1);
    std::vector<float> below(width + 1);
    sampleRow(sampler, mesh, 0, row);
    for (int y = 0; y < size.height(); ++y) {
        if (y + 1 < size.height())
            sampleRow(sampler, mesh, y + 1, below);
        auto* pixels = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (std::size_t x = 0; x < width; ++x) {
            const float density = row[x];
            const float slope = std::max(std::abs(row[x + 1] - density), std::abs(below[x] - density));
            if (density + slope < colours.lowest())
                continue;
            pixels[x] = colours.colour(density, slope);
        }
        std::swap(row, below);
    }
    return image;
}

} // namespace hk::map
