#include "tiles/wms_tiles.h"

#include "geo/mercator.h"
#include "tiles/warp.h"

#include <algorithm>
#include <cmath>

namespace hk::tiles {
namespace {

constexpr int tileSide = 512;
constexpr int margin = 3; // pixels around, for the resampling at the edges

/// The one of the service's that costs least: none to be warped, else metres, else degrees.
QString chosenCrs(const QStringList& offered)
{
    for (const char* wanted : {webMercatorName, swerefName, "EPSG:4326", "CRS:84"})
        if (offered.contains(QLatin1String(wanted)))
            return QString::fromLatin1(wanted);
    for (const QString& crs : offered)
        if (northFirst(crs))
            return crs;
    return {};
}

QString gdalName(const QString& crs) { return crs == QLatin1String("CRS:84") ? QStringLiteral("OGC:CRS84") : crs; }

} // namespace

QRectF mercatorOfDegrees(const QRectF& degrees)
{
    if (degrees.isEmpty())
        return {};
    const WebMercator low = geo::toWebMercator({std::max(-180.0, degrees.left()), degrees.top()});
    const WebMercator high = geo::toWebMercator({std::min(180.0, degrees.right()), degrees.bottom()});
    return {low.x, low.y, high.x - low.x, high.y - low.y};
}

QUrl serviceAddress(const QString& said, const QString& users)
{
    const QUrl own(users);
    const QUrl told = own.resolved(QUrl(said.trimmed()));
    if (said.trimmed().isEmpty() || !told.isValid() || told.host().isEmpty())
        return own;
    // A name or a password goes only to the host that the user named.
    if (told.host() == own.host() && told.scheme() == own.scheme())
        return told;
    QUrl kept = told;
    kept.setScheme(own.scheme());
    kept.setHost(own.host());
    kept.setPort(own.port());
    return kept;
}

Result<std::shared_ptr<WmsTiles>> WmsTiles::open(const SourceSpec& spec, const SourceServices& services, std::stop_token stop)
{
    const auto read = capabilitiesOf(spec, services, stop);
    if (!read)
        return tl::unexpected(read.error());
    const auto& service = std::get<WmsCapabilities>(*read);
    const auto layer = std::find_if(service.layers.begin(), service.layers.end(),
                                    [&spec](const ServiceLayer& one) { return spec.layer.isEmpty() || one.name == spec.layer; });
    if (layer == service.layers.end())
        return fail(ErrorCode::NotFound, {}, {spec.layer});
    std::shared_ptr<WmsTiles> made(new WmsTiles);
    made->m_http = services.http;
    made->m_credentials = credentialsFor(spec, services, stop);
    made->m_address = serviceAddress(service.getMap, spec.address);
    made->m_version = service.version.startsWith(QLatin1String("1.3")) ? QStringLiteral("1.3.0") : QStringLiteral("1.1.1");
    made->m_layer = layer->name;
    made->m_crs = chosenCrs(layer->crs);
    if (made->m_crs.isEmpty())
        return fail(ErrorCode::CrsNotUnderstood, {}, {layer->crs.join(QStringLiteral(", "))});
    const auto north = northFirst(gdalName(made->m_crs));
    made->m_northFirst = made->m_version == QLatin1String("1.3.0") && made->m_crs != QLatin1String("CRS:84") && north && *north;
    if (service.mostPixels > 0)
        made->m_mostPixels = std::max(64, std::min(made->m_mostPixels, service.mostPixels));
    made->m_format = spec.format;
    if (made->m_format.isEmpty())
        made->m_format = layer->formats.contains(QLatin1String("image/png")) || layer->formats.isEmpty() ? QStringLiteral("image/png")
                                                                                                     : layer->formats.front();
    Description& said = made->m_description;
    said.title = spec.title.isEmpty() ? layer->title : spec.title;
    said.attribution = spec.attribution.isEmpty() ? layer->attribution : spec.attribution;
    said.bounds = mercatorOfDegrees(layer->bounds);
    said.lowestZoom = std::max(0, spec.lowestZoom - 1);
    said.highestZoom = std::max(said.lowestZoom, spec.highestZoom);
    said.remote = true;
    return made;
}

QUrl WmsTiles::mapAddress(const QRectF& rect, QSize size) const
{
    const auto written = [](double metres) { return QString::number(metres, 'f', std::abs(metres) < 400 ? 9 : 3); };
    QStringList box{written(rect.left()), written(rect.top()), written(rect.right()), written(rect.bottom())};
    if (m_northFirst)
        box = {box[1], box[0], box[3], box[2]};
    const bool newer = m_version == QLatin1String("1.3.0");
    return withKeys(m_address, {{QStringLiteral("SERVICE"), QStringLiteral("WMS")},
                                {QStringLiteral("VERSION"), m_version},
                                {QStringLiteral("REQUEST"), QStringLiteral("GetMap")},
                                {QStringLiteral("LAYERS"), m_layer},
                                {QStringLiteral("STYLES"), QString()},
                                {newer ? QStringLiteral("CRS") : QStringLiteral("SRS"), m_crs},
                                {QStringLiteral("BBOX"), box.join(u',')},
                                {QStringLiteral("WIDTH"), QString::number(size.width())},
                                {QStringLiteral("HEIGHT"), QString::number(size.height())},
                                {QStringLiteral("FORMAT"), m_format},
                                {QStringLiteral("TRANSPARENT"), m_format == QLatin1String("image/jpeg") ? QStringLiteral("FALSE")
                                                                                                    : QStringLiteral("TRUE")}});
}

Result<QImage> WmsTiles::tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop)
{
    const geo::MercatorRect r = geo::tileBounds(tile);
    const QRectF rect(r.xmin, r.ymin, r.xmax - r.xmin, r.ymax - r.ymin);
    if (!m_description.bounds.isEmpty() && !rect.intersects(m_description.bounds))
        return QImage();
    const int side = std::min(m_mostPixels, static_cast<int>(std::lround(tileSide * std::clamp(devicePixelRatio, 1.0, 2.0))));
    if (m_crs == QLatin1String(webMercatorName))
        return fetchPicture(mapAddress(rect, {side, side}), m_credentials, *m_http, stop);

    auto around = boundsIn(gdalName(m_crs), QString::fromLatin1(webMercatorName), rect);
    if (!around)
        return QImage(); // beyond what the CRS reaches
    const double aspect = around->height() / around->width();
    const int width = std::clamp(static_cast<int>(std::lround(aspect > 1 ? side / aspect : side)), 16, m_mostPixels);
    const int height = std::clamp(static_cast<int>(std::lround(aspect > 1 ? side : side * aspect)), 16, m_mostPixels);
    const double dx = margin * around->width() / width;
    const double dy = margin * around->height() / height;
    const QRectF asked = around->adjusted(-dx, -dy, dx, dy);
    const QSize size(std::min(m_mostPixels, width + 2 * margin), std::min(m_mostPixels, height + 2 * margin));
    const auto picture = fetchPicture(mapAddress(asked, size), m_credentials, *m_http, stop);
    if (!picture || picture->isNull())
        return picture;
    return warped(PlacedPicture{*picture, gdalName(m_crs), asked}, QString::fromLatin1(webMercatorName), rect, {side, side},
                  Resampling::Bilinear, stop);
}

} // namespace hk::tiles
