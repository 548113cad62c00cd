#include "tiles/wmts_tiles.h"

#include "geo/mercator.h"
#include "tiles/wms_tiles.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace hk::tiles {
namespace {

constexpr int tileSide = 512;
constexpr double pixelMetres = 0.00028; // a pixel as WMTS counts scales
constexpr std::size_t mostKept = 96;    // about 25 MB of tiles of 256 px
constexpr qint64 mostTiles = 64;        // for one of the map's

const TileMatrixSet* chosenSet(const ServiceLayer& layer, const std::vector<TileMatrixSet>& sets)
{
    const TileMatrixSet* chosen = nullptr;
    int best = 0;
    for (const TileMatrixSet& set : sets) {
        if (!layer.matrixSets.contains(set.name) || !northFirst(set.crs))
            continue;
        const int merit = set.crs == QLatin1String(webMercatorName) ? 3 : set.crs == QLatin1String(swerefName) ? 2 : 1;
        if (merit > best) {
            best = merit;
            chosen = &set;
        }
    }
    return chosen;
}

} // namespace

Result<std::shared_ptr<WmtsTiles>> WmtsTiles::open(const SourceSpec& spec, const SourceServices& services, std::stop_token stop)
{
    const auto read = capabilitiesOf(spec, services, stop);
    if (!read)
        return tl::unexpected(read.error());
    const auto& service = std::get<WmtsCapabilities>(*read);
    const auto layer = std::find_if(service.layers.begin(), service.layers.end(),
                                    [&spec](const ServiceLayer& one) { return spec.layer.isEmpty() || one.name == spec.layer; });
    if (layer == service.layers.end())
        return fail(ErrorCode::NotFound, {}, {spec.layer});
    const TileMatrixSet* set = chosenSet(*layer, service.sets);
    if (!set)
        return fail(ErrorCode::CrsNotUnderstood, {}, {layer->crs.join(QStringLiteral(", "))});
    std::shared_ptr<WmtsTiles> made(new WmtsTiles);
    made->m_http = services.http;
    made->m_credentials = credentialsFor(spec, services, stop);
    made->m_template = layer->address;
    made->m_base = spec.address;
    made->m_keys = serviceAddress(service.getTile, spec.address);
    made->m_layer = layer->name;
    made->m_style = layer->style;
    made->m_dimensions = layer->dimensions;
    made->m_format = !spec.format.isEmpty() ? spec.format : layer->formats.value(0, QStringLiteral("image/png"));
    if (const Result<void> taken = made->take(*set); !taken)
        return tl::unexpected(taken.error());
    Description& said = made->m_description;
    said.title = spec.title.isEmpty() ? layer->title : spec.title;
    said.attribution = spec.attribution.isEmpty() ? layer->attribution : spec.attribution;
    said.bounds = mercatorOfDegrees(layer->bounds);
    said.remote = true;
    // In other systems a ground metre is more of Web Mercator's: twice as many in Sweden.
    const double stretch = set->crs == QLatin1String(webMercatorName) ? 1.0 : 2.0;
    const double finest = made->m_matrices.back().pixel * *metresPerUnit(set->crs) * stretch;
    said.highestZoom = std::clamp(static_cast<int>(std::lround(std::log2(2 * geo::mercatorHalf / tileSide / finest))), 0, 24);
    return made;
}

Result<void> WmtsTiles::take(const TileMatrixSet& set)
{
    const auto metres = metresPerUnit(set.crs);
    const auto swapped = northFirst(set.crs);
    if (!metres || !swapped)
        return fail(ErrorCode::CrsNotUnderstood, {}, {set.crs});
    m_set = set.name;
    m_crs = set.crs;
    for (const TileMatrix& one : set.matrices) {
        const bool turned = set.ownAxes && *swapped;
        m_matrices.push_back({one.name, one.scale * pixelMetres / *metres, turned ? one.second : one.first,
                              turned ? one.first : one.second, one.tileWidth, one.tileHeight, one.columns, one.rows});
    }
    std::sort(m_matrices.begin(), m_matrices.end(), [](const Matrix& a, const Matrix& b) { return a.pixel > b.pixel; });
    return {};
}

QUrl WmtsTiles::address(const Place& place) const
{
    const Matrix& matrix = m_matrices[place.matrix];
    const QString row = QString::number(place.row);
    const QString column = QString::number(place.column);
    if (m_template.isEmpty()) {
        std::vector<std::pair<QString, QString>> keys{{QStringLiteral("SERVICE"), QStringLiteral("WMTS")},
                                                      {QStringLiteral("VERSION"), QStringLiteral("1.0.0")},
                                                      {QStringLiteral("REQUEST"), QStringLiteral("GetTile")},
                                                      {QStringLiteral("LAYER"), m_layer},
                                                      {QStringLiteral("STYLE"), m_style},
                                                      {QStringLiteral("FORMAT"), m_format},
                                                      {QStringLiteral("TILEMATRIXSET"), m_set},
                                                      {QStringLiteral("TILEMATRIX"), matrix.name},
                                                      {QStringLiteral("TILEROW"), row},
                                                      {QStringLiteral("TILECOL"), column}};
        for (auto it = m_dimensions.begin(); it != m_dimensions.end(); ++it)
            keys.emplace_back(it.key(), it.value());
        return withKeys(m_keys, keys);
    }
    QString made = m_template;
    const auto put = [&made](const QString& name, const QString& value) {
        made.replace(u'{' + name + u'}', QString::fromLatin1(QUrl::toPercentEncoding(value, ":")), Qt::CaseInsensitive);
    };
    put(QStringLiteral("TileMatrixSet"), m_set);
    put(QStringLiteral("TileMatrix"), matrix.name);
    put(QStringLiteral("TileRow"), row);
    put(QStringLiteral("TileCol"), column);
    put(QStringLiteral("Style"), m_style);
    for (auto it = m_dimensions.begin(); it != m_dimensions.end(); ++it)
        put(it.key(), it.value());
    return serviceAddress(made, m_base);
}

Result<QImage> WmtsTiles::own(const Place& place, std::stop_token stop)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto kept = std::find_if(m_kept.begin(), m_kept.end(), [&place](const auto& one) { return one.first == place; });
        if (kept != m_kept.end()) {
            m_kept.splice(m_kept.begin(), m_kept, kept);
            return kept->second;
        }
    }
    auto picture = fetchPicture(address(place), m_credentials, *m_http, stop);
    if (!picture)
        return picture;
    const std::scoped_lock lock(m_mutex);
    m_kept.emplace_front(place, *picture);
    if (m_kept.size() > mostKept)
        m_kept.pop_back();
    return picture;
}

Result<PlacedPicture> WmtsTiles::assembled(std::size_t number, const QRectF& rect, std::stop_token stop)
{
    const Matrix& matrix = m_matrices[number];
    const double width = matrix.pixel * matrix.tileWidth;
    const double height = matrix.pixel * matrix.tileHeight;
    constexpr double sliver = 1e-6; // of a tile: what rounding adds is no tile of its own
    const auto index = [](double at, qint64 count) { return static_cast<qint64>(std::clamp(std::floor(at), -1.0, static_cast<double>(count))); };
    const qint64 left = std::max<qint64>(0, index((rect.left() - matrix.west) / width + sliver, matrix.columns));
    const qint64 right = std::min(matrix.columns - 1, index((rect.right() - matrix.west) / width - sliver, matrix.columns));
    const qint64 top = std::max<qint64>(0, index((matrix.north - rect.bottom()) / height + sliver, matrix.rows));
    const qint64 bottom = std::min(matrix.rows - 1, index((matrix.north - rect.top()) / height - sliver, matrix.rows));
    PlacedPicture whole;
    whole.crs = m_crs;
    if (right < left || bottom < top || (right - left + 1) * (bottom - top + 1) > mostTiles)
        return whole;
    whole.bounds = QRectF(matrix.west + static_cast<double>(left) * width, matrix.north - static_cast<double>(bottom + 1) * height,
                          static_cast<double>(right - left + 1) * width, static_cast<double>(bottom - top + 1) * height);
    for (qint64 row = top; row <= bottom; ++row)
        for (qint64 column = left; column <= right; ++column) {
            const auto picture = own({number, column, row}, stop);
            if (!picture)
                return tl::unexpected(picture.error());
            if (picture->isNull())
                continue;
            if (whole.image.isNull()) {
                whole.image = QImage(static_cast<int>(right - left + 1) * matrix.tileWidth,
                                     static_cast<int>(bottom - top + 1) * matrix.tileHeight, QImage::Format_ARGB32_Premultiplied);
                whole.image.fill(Qt::transparent);
            }
            QPainter painter(&whole.image);
            painter.drawImage(QRect(static_cast<int>(column - left) * matrix.tileWidth, static_cast<int>(row - top) * matrix.tileHeight,
                                    matrix.tileWidth, matrix.tileHeight),
                              *picture);
        }
    return whole;
}

Result<QImage> WmtsTiles::tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop)
{
    const geo::MercatorRect r = geo::tileBounds(tile);
    const QRectF rect(r.xmin, r.ymin, r.xmax - r.xmin, r.ymax - r.ymin);
    if (!m_description.bounds.isEmpty() && !rect.intersects(m_description.bounds))
        return QImage();
    const auto around = boundsIn(m_crs, QString::fromLatin1(webMercatorName), rect);
    if (!around)
        return QImage();
    const int side = static_cast<int>(std::lround(tileSide * std::clamp(devicePixelRatio, 1.0, 2.0)));
    // The first whose pixels are not much larger than those wanted, else the finest.
    const double wanted = std::max(around->width(), around->height()) / side;
    std::size_t number = 0;
    while (number + 1 < m_matrices.size() && m_matrices[number].pixel > wanted * 1.2)
        ++number;
    const double border = 3 * m_matrices[number].pixel;
    const bool warp = m_crs != QLatin1String(webMercatorName);
    const auto whole = assembled(number, warp ? around->adjusted(-border, -border, border, border) : *around, stop);
    if (!whole)
        return tl::unexpected(whole.error());
    if (whole->image.isNull())
        return QImage();
    // In the tiles' own grid the pixels are taken as they are.
    const double exact = rect.width() / m_matrices[number].pixel;
    const double x = (rect.left() - whole->bounds.left()) / m_matrices[number].pixel;
    const double y = (whole->bounds.bottom() - rect.bottom()) / m_matrices[number].pixel;
    const auto nearWhole = [](double value) { return std::abs(value - std::round(value)) < 0.02; };
    if (!warp && nearWhole(exact) && nearWhole(x) && nearWhole(y)) {
        const int pixels = static_cast<int>(std::lround(exact));
        if (pixels > 0 && pixels <= side)
            return whole->image.copy(static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y)), pixels, pixels);
    }
    return warped(*whole, QString::fromLatin1(webMercatorName), rect, {side, side}, Resampling::Bilinear, stop);
}

} // namespace hk::tiles
