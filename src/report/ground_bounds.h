#pragma once

#include "analysis/geometry.h"
#include "core/coordinates.h"

#include <QSizeF>
#include <algorithm>
#include <limits>

namespace hk::report {

/// The smallest rectangle of ground around what was added, SWEREF 99 TM, metres.
class GroundBounds {
public:
    void add(double easting, double northing)
    {
        m_west = std::min(m_west, easting);
        m_east = std::max(m_east, easting);
        m_south = std::min(m_south, northing);
        m_north = std::max(m_north, northing);
    }
    void add(const analysis::Polygon& polygon)
    {
        for (const analysis::Point& p : polygon.outer)
            add(p.x, p.y);
    }
    /// A rectangle around a place.
    void add(const Sweref99& centre, const QSizeF& size)
    {
        add(centre.easting - size.width() / 2, centre.northing - size.height() / 2);
        add(centre.easting + size.width() / 2, centre.northing + size.height() / 2);
    }
    bool isEmpty() const { return m_west > m_east; }
    Sweref99 centre() const { return {(m_west + m_east) / 2, (m_south + m_north) / 2}; }
    QSizeF size() const { return {m_east - m_west, m_north - m_south}; }

private:
    double m_west = std::numeric_limits<double>::max();
    double m_south = std::numeric_limits<double>::max();
    double m_east = std::numeric_limits<double>::lowest();
    double m_north = std::numeric_limits<double>::lowest();
};

} // namespace hk::report
