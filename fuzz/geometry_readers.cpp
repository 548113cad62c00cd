#include "fuzz/readers.h"

#include "geo/mercator.h"
#include "map/wkb_reader.h"
#include "store/geometry_blob.h"
#include "tiles/mvt_reader.h"
#include "tiles/picture_bytes.h"

#include <QBuffer>

#include <cmath>
#include <span>

namespace hk::fuzz {
namespace {

std::span<const std::byte> spanOf(const QByteArray& bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

template <class Bytes>
QByteArray bytesOf(const Bytes& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

bool isFinite(const Sweref99& position)
{
    return std::isfinite(position.easting) && std::isfinite(position.northing);
}

void readGeometryBlob(const QByteArray& bytes)
{
    const auto blob = spanOf(bytes);
    if (const auto point = store::decodePoint(blob))
        promise(isFinite(*point), "a position is finite");
    if (const auto ring = store::decodePolygon(blob))
        for (const Sweref99& vertex : *ring)
            promise(isFinite(vertex), "a vertex is finite");
    const store::GeometryExtent extent = store::extentOf(blob);
    promise(extent.isGeometry || !extent.envelope, "only a geometry has an envelope");
    if (extent.envelope)
        promise(extent.envelope->minX <= extent.envelope->maxX && extent.envelope->minY <= extent.envelope->maxY,
                "an envelope is not inside out");
}

std::vector<QByteArray> geometryBlobs()
{
    return {bytesOf(store::encodePoint({322'110, 6'394'290})),
            bytesOf(store::encodePolygon({{322'000, 6'394'200}, {322'200, 6'394'200}, {322'200, 6'394'400}}))};
}

void readMapGeometry(const QByteArray& bytes)
{
    std::vector<map::SimplePart> parts;
    const bool read = map::readGeoPackageGeometry(spanOf(bytes), parts);
    promise(read || parts.empty(), "nothing is taken of what cannot be read");
    for (const map::SimplePart& part : parts)
        for (const QPointF& vertex : part.vertices)
            promise(std::isfinite(vertex.x()) && std::isfinite(vertex.y()), "a vertex is finite");
}

void readTile(const QByteArray& bytes)
{
    const geo::TileId tile{14, 8738, 4964};
    const geo::MercatorRect rect = geo::tileBounds(tile);
    for (const auto& feature : tiles::joinedAtEdges(tiles::readVectorTile(bytes, tile), rect.xmax - rect.xmin))
        for (const QPointF& p : feature.mercator)
            promise(p.x() > rect.xmin - 1 && p.x() < rect.xmax + 1 && p.y() > rect.ymin - 1 && p.y() < rect.ymax + 1,
                    "a vertex lies in its tile");
}

void readPicture(const QByteArray& bytes)
{
    const auto picture = tiles::pictureOf(bytes);
    promise(!picture || (!picture->isNull() && picture->width() <= 4096 && picture->height() <= 4096
                         && picture->format() == QImage::Format_ARGB32_Premultiplied),
            "a picture is one of at most 4096 × 4096 pixels");
}

std::vector<QByteArray> pictures()
{
    QImage image(16, 16, QImage::Format_ARGB32);
    image.fill(QColor(30, 120, 200, 160));
    image.setPixelColor(3, 4, Qt::red);
    std::vector<QByteArray> made;
    for (const char* format : {"png", "jpg", "bmp", "ppm"}) {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        if (image.convertToFormat(QImage::Format_RGB32).save(&buffer, format) || image.save(&buffer, format))
            made.push_back(buffer.data());
    }
    return made;
}

} // namespace

std::vector<Reader> geometryReaders()
{
    return {{"geometry-blob", readGeometryBlob, "bin", geometryBlobs},
            {"map-geometry", readMapGeometry, "bin", geometryBlobs},
            {"vector-tile", readTile, "pbf"},
            {"picture", readPicture, "png", pictures}};
}

} // namespace hk::fuzz
