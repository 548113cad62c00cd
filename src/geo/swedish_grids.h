#pragma once

#include "core/coordinates.h"

#include <QString>
#include <memory>
#include <span>

namespace hk::geo {

/// A plane or geographic system in which positions in Sweden are given.
struct SwedishGrid {
    enum class Kind { Geographic, Sweref99Tm, Sweref99Zone, Rt90 };
    Kind kind = Kind::Sweref99Tm;
    int epsg = 3006;
    const char* name = "";        ///< its own name, in no language: "SWEREF 99 12 00", "RT 90 2.5 gon V"
    double centralMeridian = 0.0; ///< degrees east of Greenwich
};

/// WGS 84 (EPSG:4326), SWEREF 99 TM (EPSG:3006), the twelve SWEREF 99 zones (EPSG:3007–3018) and the six of RT 90
/// (EPSG:3019–3024), in this order.
std::span<const SwedishGrid> swedishGrids();
/// Null where the number is none of them.
const SwedishGrid* swedishGrid(int epsg);

/// Between a Swedish grid and SWEREF 99 TM by PROJ, made without its database. Zones: Gauss–Krüger on GRS 80, scale 1, false
/// easting 150 km. RT 90: on Bessel 1841, false easting 1500 km, and from there by the seven parameters of Lantmäteriet
/// (EPSG:1895, 0.1 m; X 414.1 Y 41.3 Z 603.1 m, −0.855″ 2.141″ −7.023″, scale 0), which is what PROJ takes, too. Move-only;
/// one per thread.
class GridTransform {
public:
    explicit GridTransform(const SwedishGrid& grid);
    GridTransform(GridTransform&&) noexcept;
    GridTransform& operator=(GridTransform&&) noexcept;
    ~GridTransform();

    /// Easting and northing in metres, or longitude and latitude in degrees. Not finite where it cannot be transformed.
    Sweref99 toSweref(double east, double north) const;
    Sweref99 fromSweref(const Sweref99& position) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::geo
