#include "tiles/picture_bytes.h"

#include "tiles/gdal_use.h"

#include <QBuffer>
#include <QImageReader>

#include <gdal_priv.h>

namespace hk::tiles {
namespace {

constexpr int mostPixels = 4096; // along a side

bool mayBe(QSize size)
{
    return !size.isEmpty() && size.width() <= mostPixels && size.height() <= mostPixels;
}

/// Qt has no WebP without a package of its own, GDAL has.
std::optional<QImage> webPictureOf(const QByteArray& bytes)
{
    prepareGdal();
    const MemoryFile file(bytes);
    static constexpr const char* formats[] = {"WEBP", nullptr};
    const DatasetPtr dataset(
        GDALDataset::Open(file.path().constData(), GDAL_OF_RASTER | GDAL_OF_READONLY, formats, nullptr, nullptr));
    if (!dataset)
        return std::nullopt;
    const int width = dataset->GetRasterXSize();
    const int height = dataset->GetRasterYSize();
    const int bands = dataset->GetRasterCount();
    if (width > mostPixels || height > mostPixels || bands < 3 || bands > 4)
        return std::nullopt;
    QImage image(width, height, QImage::Format_RGBA8888);
    image.fill(Qt::white);
    if (dataset->RasterIO(GF_Read, 0, 0, width, height, image.bits(), width, height, GDT_Byte, bands, nullptr, 4,
                          image.bytesPerLine(), 1, nullptr)
        != CE_None)
        return std::nullopt;
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

} // namespace

std::optional<QImage> pictureOf(const QByteArray& bytes)
{
    if (bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP")
        return webPictureOf(bytes);
    static constexpr const char* starts[][2] = {{"\x89PNG", "png"}, {"\xFF\xD8\xFF", "jpeg"}, {"GIF8", "gif"}};
    for (const auto& [start, format] : starts) {
        if (!bytes.startsWith(start))
            continue;
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer, format);
        if (!mayBe(reader.size()))
            return std::nullopt;
        const QImage image = reader.read();
        if (!mayBe(image.size())) // a GIF says its size more than once
            return std::nullopt;
        return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    }
    return std::nullopt;
}

} // namespace hk::tiles
