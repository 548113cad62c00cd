#include "map/bilinear_mesh.h"

#include <algorithm>
#include <cmath>

namespace hk::map {

BilinearMesh::BilinearMesh(const QRectF& region, double spacing, const Exact& exact)
    : m_region(region)
    , m_columns(std::max(1, static_cast<int>(std::ceil(region.width() / spacing))))
    , m_rows(std::max(1, static_cast<int>(std::ceil(region.height() / spacing))))
    , m_stepX(region.width() > 0 ? region.width() / m_columns : 1.0)
    , m_stepY(region.height() > 0 ? region.height() / m_rows : 1.0)
{
    const std::size_t count = static_cast<std::size_t>(m_columns + 1) * static_cast<std::size_t>(m_rows + 1);
    std::vector<double> x;
    std::vector<double> y;
    x.reserve(count);
    y.reserve(count);
    for (int row = 0; row <= m_rows; ++row)
        for (int column = 0; column <= m_columns; ++column) {
            x.push_back(region.x() + column * m_stepX);
            y.push_back(region.y() + row * m_stepY);
        }
    exact(x, y);
    m_nodes.reserve(count);
    for (std::size_t i = 0; i < count; ++i)
        m_nodes.emplace_back(x[i], y[i]);
}

QPointF BilinearMesh::at(const QPointF& position) const
{
    const double u = (position.x() - m_region.x()) / m_stepX;
    const double v = (position.y() - m_region.y()) / m_stepY;
    const int column = std::clamp(static_cast<int>(u), 0, m_columns - 1);
    const int row = std::clamp(static_cast<int>(v), 0, m_rows - 1);
    const double s = u - column;
    const double t = v - row;
    return (node(column, row) * (1 - s) + node(column + 1, row) * s) * (1 - t)
           + (node(column, row + 1) * (1 - s) + node(column + 1, row + 1) * s) * t;
}

} // namespace hk::map
