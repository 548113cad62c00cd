#include "geo/swedish_grids.h"

#include <array>
#include <proj.h>

namespace hk::geo {

namespace {

using Kind = SwedishGrid::Kind;

// Lantmäteriet, "Tvådimensionella system": the central meridian of RT 90 2.5 gon V is 15°48'29.8", the others 2.25° apart.
constexpr double rt90 = 15.0 + 48.0 / 60.0 + 29.8 / 3600.0;

constexpr std::array<SwedishGrid, 20> grids{{
    {Kind::Geographic, 4326, "WGS 84", 0},
    {Kind::Sweref99Tm, 3006, "SWEREF 99 TM", 15},
    {Kind::Sweref99Zone, 3007, "SWEREF 99 12 00", 12},
    {Kind::Sweref99Zone, 3008, "SWEREF 99 13 30", 13.5},
    {Kind::Sweref99Zone, 3009, "SWEREF 99 15 00", 15},
    {Kind::Sweref99Zone, 3010, "SWEREF 99 16 30", 16.5},
    {Kind::Sweref99Zone, 3011, "SWEREF 99 18 00", 18},
    {Kind::Sweref99Zone, 3012, "SWEREF 99 14 15", 14.25},
    {Kind::Sweref99Zone, 3013, "SWEREF 99 15 45", 15.75},
    {Kind::Sweref99Zone, 3014, "SWEREF 99 17 15", 17.25},
    {Kind::Sweref99Zone, 3015, "SWEREF 99 18 45", 18.75},
    {Kind::Sweref99Zone, 3016, "SWEREF 99 20 15", 20.25},
    {Kind::Sweref99Zone, 3017, "SWEREF 99 21 45", 21.75},
    {Kind::Sweref99Zone, 3018, "SWEREF 99 23 15", 23.25},
    {Kind::Rt90, 3019, "RT 90 7.5 gon V", rt90 - 4.5},
    {Kind::Rt90, 3020, "RT 90 5 gon V", rt90 - 2.25},
    {Kind::Rt90, 3021, "RT 90 2.5 gon V", rt90},
    {Kind::Rt90, 3022, "RT 90 0 gon", rt90 + 2.25},
    {Kind::Rt90, 3023, "RT 90 2.5 gon O", rt90 + 4.5},
    {Kind::Rt90, 3024, "RT 90 5 gon O", rt90 + 6.75},
}};

QByteArray pipelineOf(const SwedishGrid& grid)
{
    const QByteArray meridian = QByteArray::number(grid.centralMeridian, 'f', 15);
    const QByteArray toTm = " +step +proj=utm +zone=33 +ellps=GRS80";
    switch (grid.kind) {
    case Kind::Geographic:
        return "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad" + toTm;
    case Kind::Sweref99Tm:
        return "+proj=noop";
    case Kind::Sweref99Zone:
        return "+proj=pipeline +step +inv +proj=tmerc +lat_0=0 +lon_0=" + meridian + " +k=1 +x_0=150000 +y_0=0 +ellps=GRS80"
               + toTm;
    case Kind::Rt90:
        break;
    }
    return "+proj=pipeline +step +inv +proj=tmerc +lat_0=0 +lon_0=" + meridian
           + " +k=1 +x_0=1500000 +y_0=0 +ellps=bessel +step +proj=push +v_3 +step +proj=cart +ellps=bessel"
             " +step +proj=helmert +x=414.1 +y=41.3 +z=603.1 +rx=0.855 +ry=-2.141 +rz=7.023 +s=0"
             " +convention=coordinate_frame +step +inv +proj=cart +ellps=GRS80 +step +proj=pop +v_3"
           + toTm;
}

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ProjectionDeleter {
    void operator()(PJ* projection) const { proj_destroy(projection); }
};

} // namespace

std::span<const SwedishGrid> swedishGrids()
{
    return grids;
}

const SwedishGrid* swedishGrid(int epsg)
{
    for (const SwedishGrid& grid : grids)
        if (grid.epsg == epsg)
            return &grid;
    return nullptr;
}

struct GridTransform::Impl {
    std::unique_ptr<PJ_CONTEXT, ContextDeleter> context;
    std::unique_ptr<PJ, ProjectionDeleter> projection;

    Sweref99 run(PJ_DIRECTION direction, double x, double y) const
    {
        proj_errno_reset(projection.get());
        const PJ_COORD out = proj_trans(projection.get(), direction, proj_coord(x, y, 0, 0));
        return {out.xy.x, out.xy.y};
    }
};

GridTransform::GridTransform(const SwedishGrid& grid) : m_impl(std::make_unique<Impl>())
{
    m_impl->context.reset(proj_context_create());
    proj_log_level(m_impl->context.get(), PJ_LOG_NONE);
    m_impl->projection.reset(proj_create(m_impl->context.get(), pipelineOf(grid).constData()));
    Q_ASSERT(m_impl->projection);
}

GridTransform::GridTransform(GridTransform&&) noexcept = default;
GridTransform& GridTransform::operator=(GridTransform&&) noexcept = default;
GridTransform::~GridTransform() = default;

Sweref99 GridTransform::toSweref(double east, double north) const
{
    return m_impl->run(PJ_FWD, east, north);
}

Sweref99 GridTransform::fromSweref(const Sweref99& position) const
{
    return m_impl->run(PJ_INV, position.easting, position.northing);
}

} // namespace hk::geo
