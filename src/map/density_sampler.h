#pragma once

#include "analysis/kde.h"

#include <QPointF>
#include <QRectF>
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace hk::map {

/// The density between cell centres, `outside` outside the grid; cells at the border reach to its edge. NaN beside a cell
/// that is NaN. Positions are metres from a common origin.
class DensitySampler {
public:
    /// `hullOnly`: knows only what lies between its own cell centres.
    DensitySampler(const analysis::Grid& grid, const QPointF& origin, bool hullOnly, double outside)
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

} // namespace hk::map
