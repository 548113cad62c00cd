#include "tiles/xyz_source.h"

#include "net/http_client.h"
#include "text/translated.h"
#include "tiles/address_template.h"
#include "tiles/cached_source.h"
#include "tiles/cached_tiles.h"
#include "tiles/http_tiles.h"
#include "tiles/picture_bytes.h"

#include <QPainter>
#include <algorithm>

namespace hk::tiles {

namespace {

constexpr int pyramidTile = 512;
constexpr double highDensityFrom = 1.5;

} // namespace

XyzSource::XyzSource(QString title, QString attribution, Pyramid pyramid, std::shared_ptr<TileBytes> tiles, QString host)
    : m_title(std::move(title))
    , m_attribution(std::move(attribution))
    , m_pyramid(pyramid)
    , m_tiles(std::move(tiles))
    , m_host(std::move(host))
{}

map::TileSource::Description XyzSource::description() const
{
    // 256-px tiles of zoom z + 1 have the scale of 512-px tiles of zoom z
    Description description;
    description.title = m_title;
    description.attribution = m_attribution;
    description.lowestZoom = std::max(0, m_pyramid.lowest - 1);
    description.highestZoom = std::max(0, m_pyramid.highest - 1);
    description.remote = true;
    return description;
}

Result<QImage> XyzSource::tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop)
{
    const int zoom = std::min(tile.z + 1, m_pyramid.highest);
    if (zoom < std::max(tile.z, m_pyramid.lowest)) // beyond what the server has
        return QImage();
    const int scale = m_pyramid.highDensity && devicePixelRatio >= highDensityFrom ? 2 : 1;
    const int across = 1 << (zoom - tile.z);
    const int side = pyramidTile * scale;
    QImage whole;
    for (int row = 0; row < across; ++row)
        for (int column = 0; column < across; ++column) {
            const TileKey key{zoom, qint64(tile.x) * across + column, qint64(tile.y) * across + row, scale};
            const Result<QImage> part = serverTile(key, stop);
            if (!part)
                return part;
            if (part->isNull())
                continue;
            if (whole.isNull()) {
                whole = QImage(side, side, QImage::Format_ARGB32_Premultiplied);
                whole.fill(Qt::transparent);
            }
            const int partSide = side / across;
            QPainter painter(&whole);
            painter.setRenderHint(QPainter::SmoothPixmapTransform, part->width() != partSide);
            painter.setCompositionMode(QPainter::CompositionMode_Source);
            painter.drawImage(QRect(column * partSide, row * partSide, partSide, partSide), *part);
        }
    return whole;
}

/// From the cache or the server; what the cache gives and is no picture after all is fetched anew, once.
Result<QImage> XyzSource::serverTile(const TileKey& key, const std::stop_token& stop)
{
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto answer = m_tiles->fetch(key, {}, stop);
        if (!answer)
            return tl::unexpected(answer.error());
        if (answer->nothing)
            return QImage();
        if (const auto picture = pictureOf(answer->bytes))
            return *picture;
        m_tiles->forget(key);
    }
    return fail(ErrorCode::AnswerNotUnderstood, {}, {m_host}, QStringLiteral("a picture that cannot be decoded"));
}

SourceSpec openStreetMap()
{
    SourceSpec spec;
    spec.kind = SourceSpec::Kind::Xyz;
    spec.title = QStringLiteral("OpenStreetMap");
    spec.address = QStringLiteral("https://tile.openstreetmap.org/{z}/{x}/{y}.png");
    spec.attribution = text::Tr::tr("© OpenStreetMap contributors");
    return spec;
}

Result<std::shared_ptr<map::TileSource>> openXyz(const SourceSpec& spec, const SourceServices& services)
{
    auto address = AddressTemplate::parse(spec.address);
    if (!address)
        return tl::unexpected(address.error());
    const QString host = address->hosts().constFirst();
    if (!services.http)
        return fail(ErrorCode::NetworkFailed, {}, {host});
    const XyzSource::Pyramid pyramid{spec.lowestZoom, spec.highestZoom, address->hasHighDensity()};
    // the keyring knows the password by the first host: one name and password for all of them
    auto password = [asked = services.password, host](const QString&, const QString& user, std::stop_token stop) {
        return asked ? asked(host, user, std::move(stop)) : QString();
    };
    auto server = std::make_shared<HttpTiles>(std::move(*address), services.http, spec.user, std::move(password));
    auto store = services.cacheFolder.isEmpty() ? nullptr : std::make_shared<TileStore>(services.cacheFolder);
    auto tiles = std::make_shared<CachedTiles>(std::move(server), std::move(store), cacheNameOf(spec));
    return std::make_shared<XyzSource>(spec.title, spec.attribution, pyramid, std::move(tiles), host);
}

} // namespace hk::tiles
