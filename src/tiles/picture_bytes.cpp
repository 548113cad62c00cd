#include "tiles/picture_bytes.h"

#include <QBuffer>
#include <QImageReader>

namespace hk::tiles {
namespace {

constexpr int mostPixels = 4096; // along a side

} // namespace

std::optional<QImage> pictureOf(const QByteArray& bytes)
{
    static constexpr const char* starts[][2] = {{"\x89PNG", "png"}, {"\xFF\xD8\xFF", "jpeg"}, {"GIF8", "gif"}};
    for (const auto& [start, format] : starts) {
        if (!bytes.startsWith(start))
            continue;
        QBuffer buffer;
        buffer.setData(bytes);
        buffer.open(QIODevice::ReadOnly);
        QImageReader reader(&buffer, format);
        const QSize size = reader.size();
        if (!size.isValid() || size.width() > mostPixels || size.height() > mostPixels)
            return std::nullopt;
        const QImage image = reader.read();
        if (image.isNull())
            return std::nullopt;
        return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    }
    return std::nullopt;
}

} // namespace hk::tiles
