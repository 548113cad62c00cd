#pragma once

#include "core/coordinates.h"
#include "core/result.h"

#include <memory>
#include <span>

namespace hk::geo {

/// Geographic ↔ SWEREF 99 TM by PROJ, axis order fixed to easting, northing and lon, lat. Move-only; one instance per
/// thread. Made without the PROJ database, so it is cheap.
class Sweref99Transform {
public:
    Sweref99Transform();
    Sweref99Transform(Sweref99Transform&&) noexcept;
    Sweref99Transform& operator=(Sweref99Transform&&) noexcept;
    ~Sweref99Transform();

    /// Not finite where the point cannot be transformed.
    Sweref99 toSweref(const LonLat& position) const;
    LonLat toLonLat(const Sweref99& position) const;
    WebMercator toWebMercator(const Sweref99& position) const;
    Sweref99 toSweref(const WebMercator& position) const;
    /// In place: x[i], y[i] from lon, lat to easting, northing (or back).
    void toSweref(std::span<double> x, std::span<double> y) const;
    void toLonLat(std::span<double> x, std::span<double> y) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// Any CRS to any CRS ("EPSG:27700", WKT, PROJ string), traditional GIS axis order (x east, y north). One per thread.
class CrsTransform {
public:
    /// Errors: CrsNotUnderstood, TransformFailed.
    static Result<CrsTransform> create(const QString& from, const QString& to);
    CrsTransform(CrsTransform&&) noexcept;
    CrsTransform& operator=(CrsTransform&&) noexcept;
    ~CrsTransform();
    /// In place; a point that cannot be transformed becomes NaN.
    void forward(std::span<double> x, std::span<double> y) const;

private:
    struct Impl;
    explicit CrsTransform(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Whether the CRS is projected and in metres. Error CrsNotUnderstood.
Result<bool> isProjected(const QString& crs);

} // namespace hk::geo
