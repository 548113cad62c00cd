#include "report/picture_file.h"

#include "exchange/gdal_support.h"
#include "exchange/memory_file.h"
#include "paper/document.h"
#include "paper/file_writer.h"
#include "paper/lettering.h"
#include "report/svg_device.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QImageWriter>
#include <QPainter>
#include <cmath>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <memory>

namespace hk::report {

namespace {

constexpr int lowestDpi = 36;
constexpr int highestDpi = 1200;
constexpr double millimetresPerInch = 25.4;
constexpr int rowsAtATime = 256;

/// From the corner of the upper left pixel to SWEREF 99 TM, as GDAL has it.
std::array<double, 6> geotransform(const PagePicture::Map& map, int dpi)
{
    const double metresAcross = map.ground.width() / map.frame.width(); // per millimetre
    const double metresUp = map.ground.height() / map.frame.height();
    const double pixel = millimetresPerInch / dpi;
    // In QRectF the bottom is the higher northing.
    return {map.ground.left() - map.frame.left() * metresAcross, pixel * metresAcross, 0.0,
            map.ground.bottom() + map.frame.top() * metresUp,    0.0,                  -pixel * metresUp};
}

Result<void> writeWithWorld(const PagePicture& picture, const QString& path, const QByteArray& bytes)
{
    std::vector<paper::FileBytes> files{{path, bytes}};
    if (picture.map)
        files.push_back({worldFilePath(path), worldFile(*picture.map, picture.dpi)});
    return paper::writeWhole(files);
}

struct Closer {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};

tl::unexpected<Error> failed()
{
    return fail(ErrorCode::StorageFailed, {}, {}, exchange::lastGdalMessage());
}

bool writeRows(GDALDataset& dataset, const QImage& image)
{
    std::array<int, 3> bands{1, 2, 3};
    for (int from = 0; from < image.height(); from += rowsAtATime) {
        const int rows = std::min(rowsAtATime, image.height() - from);
        QImage part = image.copy(0, from, image.width(), rows).convertToFormat(QImage::Format_RGB888);
        if (dataset.RasterIO(GF_Write, 0, from, image.width(), rows, part.bits(), image.width(), rows, GDT_Byte, 3, bands.data(), 3,
                             part.bytesPerLine(), 1, nullptr) != CE_None)
            return false;
    }
    return true;
}

bool setFacts(GDALDataset& dataset, const PagePicture& picture)
{
    const QByteArray dpi = QByteArray::number(picture.dpi);
    dataset.SetMetadataItem("TIFFTAG_XRESOLUTION", dpi.constData());
    dataset.SetMetadataItem("TIFFTAG_YRESOLUTION", dpi.constData());
    dataset.SetMetadataItem("TIFFTAG_RESOLUTIONUNIT", "2"); // inch
    dataset.SetMetadataItem("TIFFTAG_SOFTWARE", paper::programName().toUtf8().constData());
    if (!picture.title.isEmpty())
        dataset.SetMetadataItem("TIFFTAG_DOCUMENTNAME", paper::Lettering::plain(picture.title).toUtf8().constData());
    if (!picture.map)
        return true;
    OGRSpatialReference sweref;
    if (sweref.importFromEPSG(3006) != OGRERR_NONE)
        return false;
    sweref.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    std::array<double, 6> transform = geotransform(*picture.map, picture.dpi);
    return dataset.SetSpatialRef(&sweref) == CE_None && dataset.SetGeoTransform(transform.data()) == CE_None;
}

Result<QByteArray> tiffOf(const PagePicture& picture, const QImage& image)
{
    exchange::prepareGdal();
    const exchange::MemoryFile file(QStringLiteral("tif"));
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    if (driver == nullptr)
        return failed();
    const std::array<const char*, 6> options{"COMPRESS=DEFLATE", "PREDICTOR=2", "INTERLEAVE=PIXEL", "PHOTOMETRIC=RGB",
                                             "BIGTIFF=IF_SAFER", nullptr};
    std::unique_ptr<GDALDataset, Closer> dataset(
        driver->Create(file.path(), image.width(), image.height(), 3, GDT_Byte, const_cast<char**>(options.data())));
    if (!dataset || !setFacts(*dataset, picture) || !writeRows(*dataset, image))
        return failed();
    CPLErrorReset();
    dataset.reset(); // writes
    if (CPLGetLastErrorType() >= CE_Failure)
        return failed();
    return file.bytes();
}

Error at(Error error, const QString& path)
{
    if (error.place.file.isEmpty())
        error.place.file = path;
    return error;
}

} // namespace

Result<QImage> painted(const PagePicture& picture)
{
    if (picture.dpi < lowestDpi || picture.dpi > highestDpi)
        return fail(ErrorCode::ValueOutOfRange, {{}, -1, QStringLiteral("dpi")},
                    {QString::number(picture.dpi), QString::number(lowestDpi), QString::number(highestDpi)});
    const double perMillimetre = picture.dpi / millimetresPerInch;
    const QSizeF size = picture.paper * perMillimetre;
    QImage image(static_cast<int>(std::lround(size.width())), static_cast<int>(std::lround(size.height())), QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorCode::Internal, {}, {}, QStringLiteral("no memory for the picture"));
    image.fill(Qt::white);
    image.setDotsPerMeterX(static_cast<int>(std::lround(perMillimetre * 1000)));
    image.setDotsPerMeterY(image.dotsPerMeterX());
    QPainter painter(&image);
    picture.paint(painter, perMillimetre);
    return image;
}

QByteArray worldFile(const PagePicture::Map& map, int dpi)
{
    const std::array<double, 6> g = geotransform(map, dpi);
    QByteArray lines;
    for (const double value : {g[1], g[4], g[2], g[5], g[0] + g[1] / 2, g[3] + g[5] / 2})
        lines += QByteArray::number(value, 'f', 10) + '\n';
    return lines;
}

QString worldFilePath(const QString& picture)
{
    const QFileInfo info(picture);
    const QString suffix = info.suffix().toLower();
    const QString world = suffix.size() < 2 ? QStringLiteral("wld") : QString(suffix.front()) + suffix.back() + u'w';
    const QString known = suffix.startsWith(QLatin1String("tif")) ? QStringLiteral("tfw") : world;
    return info.dir().filePath(info.completeBaseName() + u'.' + known);
}

Result<void> writePngPicture(const PagePicture& picture, const QString& path)
{
    const Result<QImage> image = painted(picture);
    if (!image)
        return tl::unexpected(at(image.error(), path));
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "png");
    if (!picture.title.isEmpty())
        writer.setText(QStringLiteral("Title"), paper::Lettering::plain(picture.title));
    if (!writer.write(*image))
        return fail(ErrorCode::Internal, {path, -1, {}}, {}, writer.errorString());
    return writeWithWorld(picture, path, buffer.data());
}

Result<void> writeTiffPicture(const PagePicture& picture, const QString& path)
{
    return painted(picture)
        .and_then([&](const QImage& image) { return tiffOf(picture, image); })
        .map_error([&](const Error& error) { return at(error, path); })
        .and_then([&](const QByteArray& bytes) { return writeWithWorld(picture, path, bytes); });
}

Result<void> writeSvgPicture(const PagePicture& picture, const QString& path)
{
    SvgDevice device(picture.paper, paper::Lettering::plain(picture.title));
    {
        QPainter painter(&device);
        picture.paint(painter, SvgDevice::unitsPerMillimetre);
    }
    return paper::writeWhole(path, device.bytes());
}

} // namespace hk::report
