#include "tiles/cached_source.h"

#include "tiles/picture_bytes.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QJsonDocument>

namespace hk::tiles {

namespace {

constexpr qint64 freshFor = 7 * 24 * 3600;
constexpr qint64 nothingFor = 3600;
constexpr double highDensityFrom = 1.5;

/// The pictures of a source as bytes, as a server would send them.
class PictureTiles : public TileBytes {
public:
    PictureTiles(std::shared_ptr<map::TileSource> source, bool photographs, CachedTiles::Clock clock)
        : m_source(std::move(source))
        , m_photographs(photographs)
        , m_clock(std::move(clock))
    {}

    Result<Answer> fetch(const TileKey& key, const Known&, std::stop_token stop) override
    {
        const geo::TileId tile{key.z, static_cast<std::int32_t>(key.x), static_cast<std::int32_t>(key.y)};
        const auto picture = m_source->tile(tile, key.scale, std::move(stop));
        if (!picture)
            return tl::unexpected(picture.error());
        if (picture->isNull())
            return Answer{.expires = m_clock().addSecs(nothingFor), .nothing = true};
        return Answer{.bytes = encoded(*picture), .expires = m_clock().addSecs(freshFor)};
    }

private:
    QByteArray encoded(const QImage& picture) const
    {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        constexpr int fast = 80; // of PNG: how little time is spent on size
        constexpr int good = 90; // of JPEG
        if (m_photographs && isOpaque(picture))
            picture.save(&buffer, "jpg", good);
        else
            picture.save(&buffer, "png", fast);
        return bytes;
    }

    static bool isOpaque(const QImage& picture)
    {
        if (!picture.hasAlphaChannel())
            return true;
        const QImage plain = picture.convertToFormat(QImage::Format_ARGB32);
        for (int y = 0; y < plain.height(); ++y) {
            const auto* line = reinterpret_cast<const QRgb*>(plain.constScanLine(y));
            for (int x = 0; x < plain.width(); ++x)
                if (qAlpha(line[x]) != 255)
                    return false;
        }
        return true;
    }

    const std::shared_ptr<map::TileSource> m_source;
    const bool m_photographs;
    const CachedTiles::Clock m_clock;
};

CachedTiles::Clock clockOr(CachedTiles::Clock clock)
{
    return clock ? std::move(clock) : CachedTiles::Clock([] { return QDateTime::currentDateTimeUtc(); });
}

constexpr auto quiet = std::chrono::seconds(10);

} // namespace

CachedSource::CachedSource(std::shared_ptr<map::TileSource> source, std::shared_ptr<TileStore> store, const QString& name,
                           bool photographs, CachedTiles::Clock clock)
    : m_source(source)
    , m_tiles(std::make_shared<PictureTiles>(source, photographs, clockOr(clock)), std::move(store), name, quiet, clock)
{}

map::TileSource::Description CachedSource::description() const
{
    return m_source->description();
}

Result<QImage> CachedSource::tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop)
{
    const TileKey key{tile.z, tile.x, tile.y, devicePixelRatio >= highDensityFrom ? 2 : 1};
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto answer = m_tiles.fetch(key, {}, stop);
        if (!answer)
            return tl::unexpected(answer.error());
        if (answer->nothing)
            return QImage();
        if (const auto picture = pictureOf(answer->bytes))
            return *picture;
        m_tiles.forget(key);
    }
    return fail(ErrorCode::AnswerNotUnderstood, {}, {}, QStringLiteral("a picture that cannot be decoded"));
}

QString cacheNameOf(const SourceSpec& spec)
{
    SourceSpec what = spec;
    what.title.clear();
    what.attribution.clear();
    what.lowestZoom = 0;
    what.highestZoom = 0;
    const QByteArray text = QJsonDocument(toJson(what)).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace hk::tiles
