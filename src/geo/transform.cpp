#include "geo/transform.h"

#include "geo/mercator.h"

#include <cmath>
#include <limits>
#include <proj.h>

namespace hk::geo {

namespace {

struct ContextDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
};
struct ProjectionDeleter {
    void operator()(PJ* projection) const { proj_destroy(projection); }
};
using Context = std::unique_ptr<PJ_CONTEXT, ContextDeleter>;
using Projection = std::unique_ptr<PJ, ProjectionDeleter>;

Context makeContext()
{
    Context context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    return context;
}

void transformInPlace(PJ* projection, PJ_DIRECTION direction, std::span<double> x, std::span<double> y)
{
    const std::size_t count = std::min(x.size(), y.size());
    proj_trans_generic(projection, direction, x.data(), sizeof(double), count, y.data(), sizeof(double), count, nullptr,
                       0, 0, nullptr, 0, 0);
    // One bad point leaves its error behind; the next call is not to start with it.
    proj_errno_reset(projection);
}

/// PROJ takes a bare "+proj=utm …" for an operation unless told that a CRS is meant.
QByteArray definition(const QString& crs)
{
    QByteArray text = crs.trimmed().toUtf8();
    if (text.contains("proj=") && !text.contains("type=crs"))
        text += " +type=crs";
    return text;
}

Projection makeCrs(PJ_CONTEXT* context, const QString& crs)
{
    // A bare word is no definition: PROJ would search its database for a name that holds it.
    const auto has = [&](char c) { return crs.contains(QLatin1Char(c)); };
    if (!has(':') && !has('[') && !has('=') && !has('{'))
        return {};
    Projection made(proj_create(context, definition(crs).constData()));
    if (made && !proj_is_crs(made.get()))
        made.reset();
    return made;
}

QString projWords(PJ_CONTEXT* context)
{
    return QString::fromUtf8(proj_context_errno_string(context, proj_context_errno(context)));
}

} // namespace

struct Sweref99Transform::Impl {
    Context context = makeContext();
    // Written out rather than looked up as EPSG:3006, so that neither the PROJ database nor its axis order (northing
    // first) is in play. SWEREF 99 TM is UTM zone 33 on GRS 80: central meridian 15°, scale 0.9996, false easting 500 km.
    Projection projection{proj_create(context.get(), "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad "
                                                     "+step +proj=utm +zone=33 +ellps=GRS80")};
};

Sweref99Transform::Sweref99Transform() : m_impl(std::make_unique<Impl>()) {}
Sweref99Transform::Sweref99Transform(Sweref99Transform&&) noexcept = default;
Sweref99Transform& Sweref99Transform::operator=(Sweref99Transform&&) noexcept = default;
Sweref99Transform::~Sweref99Transform() = default;

Sweref99 Sweref99Transform::toSweref(const LonLat& position) const
{
    double x = position.lon;
    double y = position.lat;
    toSweref({&x, 1}, {&y, 1});
    return {x, y};
}

LonLat Sweref99Transform::toLonLat(const Sweref99& position) const
{
    double x = position.easting;
    double y = position.northing;
    toLonLat({&x, 1}, {&y, 1});
    return {x, y};
}

WebMercator Sweref99Transform::toWebMercator(const Sweref99& position) const
{
    return geo::toWebMercator(toLonLat(position));
}

Sweref99 Sweref99Transform::toSweref(const WebMercator& position) const
{
    return toSweref(geo::toLonLat(position));
}

void Sweref99Transform::toSweref(std::span<double> x, std::span<double> y) const
{
    transformInPlace(m_impl->projection.get(), PJ_FWD, x, y);
}

void Sweref99Transform::toLonLat(std::span<double> x, std::span<double> y) const
{
    transformInPlace(m_impl->projection.get(), PJ_INV, x, y);
}

struct CrsTransform::Impl {
    Context context = makeContext();
    Projection projection;
};

CrsTransform::CrsTransform(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
CrsTransform::CrsTransform(CrsTransform&&) noexcept = default;
CrsTransform& CrsTransform::operator=(CrsTransform&&) noexcept = default;
CrsTransform::~CrsTransform() = default;

Result<CrsTransform> CrsTransform::create(const QString& from, const QString& to)
{
    auto impl = std::make_unique<Impl>();
    PJ_CONTEXT* context = impl->context.get();
    const Projection source = makeCrs(context, from);
    if (!source)
        return fail(ErrorCode::CrsNotUnderstood, {}, {from}, projWords(context));
    const Projection target = makeCrs(context, to);
    if (!target)
        return fail(ErrorCode::CrsNotUnderstood, {}, {to}, projWords(context));

    const Projection found(
        proj_create_crs_to_crs_from_pj(context, source.get(), target.get(), nullptr, nullptr));
    if (found)
        impl->projection.reset(proj_normalize_for_visualization(context, found.get()));
    if (!impl->projection)
        return fail(ErrorCode::TransformFailed, {}, {from, to}, projWords(context));
    return CrsTransform(std::move(impl));
}

void CrsTransform::forward(std::span<double> x, std::span<double> y) const
{
    transformInPlace(m_impl->projection.get(), PJ_FWD, x, y);
    for (std::size_t i = 0; i < std::min(x.size(), y.size()); ++i)
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]))
            x[i] = y[i] = std::numeric_limits<double>::quiet_NaN();
}

Result<bool> isProjected(const QString& crs)
{
    const Context context = makeContext();
    Projection made = makeCrs(context.get(), crs);
    if (!made)
        return fail(ErrorCode::CrsNotUnderstood, {}, {crs}, projWords(context.get()));
    if (proj_get_type(made.get()) == PJ_TYPE_BOUND_CRS)
        made.reset(proj_get_source_crs(context.get(), made.get()));
    if (made && proj_get_type(made.get()) == PJ_TYPE_COMPOUND_CRS)
        made.reset(proj_crs_get_sub_crs(context.get(), made.get(), 0));
    if (!made || proj_get_type(made.get()) != PJ_TYPE_PROJECTED_CRS)
        return false;

    const Projection axes(proj_crs_get_coordinate_system(context.get(), made.get()));
    double metres = 0.0;
    const bool read = axes && proj_cs_get_axis_info(context.get(), axes.get(), 0, nullptr, nullptr, nullptr, &metres,
                                                    nullptr, nullptr, nullptr);
    return read && std::abs(metres - 1.0) < 1e-9;
}

} // namespace hk::geo
