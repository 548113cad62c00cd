#include "tiles/mbtiles_source.h"

#include "tiles/picture_bytes.h"

#include <QFileInfo>
#include <QPainter>

#include <algorithm>

namespace hk::tiles {
namespace {

constexpr int tileSide = 512;

/// Pixels along a side of the file's tiles, as one of them has.
int pixelsOf(const MbTilesFile& file)
{
    const auto picture = pictureOf(file.sample());
    return picture && picture->width() >= tileSide ? tileSide : tileSide / 2;
}

} // namespace

MbTilesSource::MbTilesSource(std::shared_ptr<MbTilesFile> file, int pixels)
    : m_file(std::move(file))
    , m_pixels(pixels)
{}

Result<std::shared_ptr<MbTilesSource>> MbTilesSource::open(const QString& path, const QString& title, const QString& attribution)
{
    auto file = MbTilesFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    return open(std::move(*file), title, attribution);
}

Result<std::shared_ptr<MbTilesSource>> MbTilesSource::open(std::shared_ptr<MbTilesFile> file, const QString& title,
                                                           const QString& attribution)
{
    const MbTilesFacts& facts = file->facts();
    if (facts.vector())
        return fail(ErrorCode::FormatNotSupported, {file->path()}, {facts.format});
    const int pixels = pixelsOf(*file);
    std::shared_ptr<MbTilesSource> made(new MbTilesSource(file, pixels));
    const int steps = pixels == tileSide ? 0 : 1;
    Description& said = made->m_description;
    said.title = !title.isEmpty() ? title : !facts.title.isEmpty() ? facts.title : QFileInfo(file->path()).completeBaseName();
    said.attribution = attribution.isEmpty() ? facts.attribution : attribution;
    said.lowestZoom = std::max(0, facts.lowestZoom - steps);
    said.highestZoom = std::max(0, facts.highestZoom - steps);
    said.bounds = facts.bounds;
    return made;
}

Result<QImage> MbTilesSource::tile(const geo::TileId& tile, double devicePixelRatio, std::stop_token stop)
{
    int steps = m_pixels == tileSide ? 0 : 1;
    if (devicePixelRatio > 1.5)
        ++steps;
    // The last levels of the file are given as they are.
    steps = std::min(steps, m_file->facts().highestZoom - tile.z);
    if (steps < 0 || tile.z + steps < m_file->facts().lowestZoom)
        return QImage();
    return composed(tile, steps, stop);
}

Result<QImage> MbTilesSource::composed(const geo::TileId& tile, int steps, std::stop_token stop)
{
    const int along = 1 << steps;
    QImage whole;
    for (int row = 0; row < along; ++row)
        for (int column = 0; column < along; ++column) {
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            const auto bytes = m_file->bytes({tile.z + steps, tile.x * along + column, tile.y * along + row});
            if (!bytes)
                return tl::unexpected(bytes.error());
            const auto picture = *bytes ? pictureOf(**bytes) : std::nullopt;
            if (!picture)
                continue;
            if (along == 1)
                return *picture;
            if (whole.isNull()) {
                whole = QImage(m_pixels * along, m_pixels * along, QImage::Format_ARGB32_Premultiplied);
                whole.fill(Qt::transparent);
            }
            QPainter painter(&whole);
            painter.setRenderHint(QPainter::SmoothPixmapTransform, picture->width() != m_pixels);
            painter.drawImage(QRect(column * m_pixels, row * m_pixels, m_pixels, m_pixels), *picture);
        }
    return whole;
}

} // namespace hk::tiles
