#include "tiles/warp.h"

#include "tiles/gdal_use.h"

#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <memory>

namespace hk::tiles {
namespace {

Result<OGRSpatialReference> reference(const QString& crs)
{
    prepareGdal();
    OGRSpatialReference made;
    made.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (made.SetFromUserInput(crs.toUtf8().constData(),
                              OGRSpatialReference::SET_FROM_USER_INPUT_LIMITATIONS_get()) != OGRERR_NONE)
        return fail(ErrorCode::CrsNotUnderstood, {}, {crs});
    return made;
}

/// A dataset over the pixels of a picture (Format_RGBA8888), which must outlive it.
DatasetPtr datasetOver(QImage& image, const OGRSpatialReference& crs, const QRectF& rect)
{
    GDALDriver* memory = GetGDALDriverManager()->GetDriverByName("MEM");
    DatasetPtr dataset(memory->Create("", image.width(), image.height(), 0, GDT_Byte, nullptr));
    uchar* pixels = image.bits();
    static constexpr GDALColorInterp colours[] = {GCI_RedBand, GCI_GreenBand, GCI_BlueBand, GCI_AlphaBand};
    for (int band = 0; band < 4; ++band) {
        const QByteArray pointer = "DATAPOINTER=" + QByteArray::number(reinterpret_cast<quintptr>(pixels + band));
        const QByteArray line = "LINEOFFSET=" + QByteArray::number(image.bytesPerLine());
        const char* options[] = {pointer.constData(), "PIXELOFFSET=4", line.constData(), nullptr};
        dataset->AddBand(GDT_Byte, const_cast<char**>(options));
        dataset->GetRasterBand(band + 1)->SetColorInterpretation(colours[band]);
    }
    dataset->SetSpatialRef(&crs);
    double placed[] = {rect.left(), rect.width() / image.width(), 0.0, rect.bottom(), 0.0, -rect.height() / image.height()};
    dataset->SetGeoTransform(placed);
    return dataset;
}

const char* nameOf(Resampling resampling)
{
    switch (resampling) {
    case Resampling::Nearest:
        return "near";
    case Resampling::Bilinear:
        return "bilinear";
    case Resampling::Cubic:
        break;
    }
    return "cubic";
}

int goOn(double, const char*, void* stop) { return static_cast<std::stop_token*>(stop)->stop_requested() ? FALSE : TRUE; }

} // namespace

Result<QImage> warped(GDALDataset& dataset, const QString& crs, const QRectF& rect, QSize size, Resampling resampling,
                      std::stop_token stop)
{
    const auto target = reference(crs);
    if (!target)
        return tl::unexpected(target.error());
    QImage image(size, QImage::Format_RGBA8888);
    if (image.isNull())
        return fail(ErrorCode::Internal, {}, {}, QStringLiteral("no room for the picture"));
    image.fill(0);
    const DatasetPtr out = datasetOver(image, *target, rect);
    const char* arguments[] = {"-r", nameOf(resampling), "-ovr", "NONE", "-q", nullptr};
    const std::unique_ptr<GDALWarpAppOptions, decltype(&GDALWarpAppOptionsFree)> options(
        GDALWarpAppOptionsNew(const_cast<char**>(arguments), nullptr), &GDALWarpAppOptionsFree);
    GDALWarpAppOptionsSetProgress(options.get(), goOn, &stop);
    GDALDatasetH sources[] = {GDALDataset::ToHandle(&dataset)};
    CPLErrorReset();
    int usageError = FALSE;
    const GDALDatasetH done = GDALWarp(nullptr, GDALDataset::ToHandle(out.get()), 1, sources, options.get(), &usageError);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (!done)
        return fail(CPLGetLastErrorNo() == CPLE_FileIO || CPLGetLastErrorNo() == CPLE_AppDefined ? ErrorCode::FileDamaged
                                                                                               : ErrorCode::TransformFailed,
                    {QString::fromUtf8(dataset.GetDescription())}, {}, lastGdalMessage());
    out->FlushCache(false);
    return image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

Result<QImage> warped(const PlacedPicture& picture, const QString& crs, const QRectF& rect, QSize size, Resampling resampling,
                      std::stop_token stop)
{
    const auto own = reference(picture.crs);
    if (!own)
        return tl::unexpected(own.error());
    QImage pixels = picture.image.convertToFormat(QImage::Format_RGBA8888);
    const DatasetPtr dataset = datasetOver(pixels, *own, picture.bounds);
    return warped(*dataset, crs, rect, size, resampling, stop);
}

Result<QRectF> boundsIn(const QString& to, const QString& from, const QRectF& rect)
{
    if (to == from)
        return rect;
    const auto source = reference(from);
    if (!source)
        return tl::unexpected(source.error());
    const auto target = reference(to);
    if (!target)
        return tl::unexpected(target.error());
    const std::unique_ptr<OGRCoordinateTransformation> transform(OGRCreateCoordinateTransformation(&*source, &*target));
    if (!transform)
        return fail(ErrorCode::TransformFailed, {}, {}, lastGdalMessage());
    double xmin = 0, ymin = 0, xmax = 0, ymax = 0;
    const bool done = transform->TransformBounds(rect.left(), rect.top(), rect.right(), rect.bottom(), &xmin, &ymin, &xmax, &ymax, 21)
                      != FALSE;
    if (!done || !std::isfinite(xmin + ymin + xmax + ymax) || !(xmax > xmin) || !(ymax > ymin))
        return fail(ErrorCode::TransformFailed, {}, {}, lastGdalMessage());
    return QRectF(xmin, ymin, xmax - xmin, ymax - ymin);
}

Result<bool> northFirst(const QString& crs)
{
    const auto made = reference(crs);
    if (!made)
        return tl::unexpected(made.error());
    return made->EPSGTreatsAsLatLong() != FALSE || made->EPSGTreatsAsNorthingEasting() != FALSE;
}

Result<double> metresPerUnit(const QString& crs)
{
    const auto made = reference(crs);
    if (!made)
        return tl::unexpected(made.error());
    constexpr double metresPerDegree = 111319.49079327358; // of the equator of WGS 84 (OGC 07-057r7, 6.1)
    return made->IsGeographic() ? metresPerDegree : made->GetLinearUnits();
}

} // namespace hk::tiles
