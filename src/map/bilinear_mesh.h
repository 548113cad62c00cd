#pragma once

#include <QPointF>
#include <QRectF>
#include <functional>
#include <span>
#include <vector>

namespace hk::map {

/// A transform of the plane replaced by bilinear pieces between exact values at the nodes of a mesh: for very many
/// points in a small region. Immutable; thread-safe.
class BilinearMesh {
public:
    /// In place, as geo::Sweref99Transform does.
    using Exact = std::function<void(std::span<double> x, std::span<double> y)>;
    /// Nodes over `region`, at most `spacing` apart (units of the region).
    BilinearMesh(const QRectF& region, double spacing, const Exact& exact);

    int columns() const { return m_columns; } ///< of pieces
    int rows() const { return m_rows; }
    double stepX() const { return m_stepX; }
    double stepY() const { return m_stepY; }
    const QPointF& node(int column, int row) const
    {
        return m_nodes[static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns + 1)
                       + static_cast<std::size_t>(column)];
    }
    QPointF at(const QPointF& position) const;

private:
    QRectF m_region;
    int m_columns = 1;
    int m_rows = 1;
    double m_stepX = 1;
    double m_stepY = 1;
    std::vector<QPointF> m_nodes;
};

} // namespace hk::map
