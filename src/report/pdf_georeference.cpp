#include "exchange/gdal_support.h"
#include "report/pdf_file.h"

#include <QUuid>

#include <gdal_priv.h>
#include <ogr_spatialref.h>

#include <array>
#include <memory>

namespace hk::report {

namespace {

constexpr int dotsPerInch = 720; // of GDAL's raster, so that its whole pixels are fine enough

/// A file in GDAL's memory, gone with its owner.
class MemoryFile {
public:
    explicit MemoryFile(const QByteArray& bytes)
        : m_path("/vsimem/hk-" + QUuid::createUuid().toByteArray(QUuid::Id128) + ".pdf")
    {
        VSILFILE* file = VSIFOpenL(m_path.constData(), "wb");
        if (file == nullptr)
            return;
        const auto size = static_cast<std::size_t>(bytes.size());
        m_good = VSIFWriteL(bytes.constData(), 1, size, file) == size;
        m_good = VSIFCloseL(file) == 0 && m_good;
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    ~MemoryFile() { VSIUnlink(m_path.constData()); }

    bool isGood() const { return m_good; }
    const char* path() const { return m_path.constData(); }
    QByteArray bytes() const
    {
        vsi_l_offset length = 0;
        const GByte* data = VSIGetMemFileBuffer(m_path.constData(), &length, FALSE);
        return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(length)};
    }

private:
    QByteArray m_path;
    bool m_good = false;
};

struct DatasetCloser {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using Dataset = std::unique_ptr<GDALDataset, DatasetCloser>;

tl::unexpected<Error> failed()
{
    return fail(ErrorCode::StorageFailed, {}, {}, exchange::lastGdalMessage());
}

/// From pixels of a raster of the whole page to SWEREF 99 TM. GDAL counts its pixels from the top of a raster
/// of whole pixels, the file's points from the bottom of the page: `height` pixels may be a little more than
/// the paper.
std::array<double, 6> geotransform(const paper::GeoFrame& map, const QSizeF& paper, int height)
{
    const double metresPerMillimetre = map.ground.width() / map.frame.width();
    const double millimetresPerPixel = 25.4 / dotsPerInch;
    const double surplus = height * millimetresPerPixel - paper.height();
    const double pixel = millimetresPerPixel * metresPerMillimetre;
    return {map.ground.left() - map.frame.left() * metresPerMillimetre,
            pixel,
            0.0,
            map.ground.bottom() + (map.frame.top() + surplus) * metresPerMillimetre,
            0.0,
            -pixel};
}

QByteArray neatline(const QRectF& ground)
{
    const auto corner = [](double x, double y) {
        return QByteArray::number(x, 'f', 6) + ' ' + QByteArray::number(y, 'f', 6);
    };
    // In QRectF the top is the lower northing.
    const QByteArray first = corner(ground.left(), ground.bottom());
    return "POLYGON ((" + first + ',' + corner(ground.left(), ground.top()) + ',' +
           corner(ground.right(), ground.top()) + ',' + corner(ground.right(), ground.bottom()) + ',' +
           first + "))";
}

} // namespace

Result<QByteArray> georeferenced(const QByteArray& pdf, const paper::Document& document)
{
    const paper::Sheet& sheet = document.sheets.front();
    const std::vector<paper::GeoFrame> maps = paper::geoFrames(sheet);
    if (maps.empty())
        return pdf;
    exchange::prepareGdal();
    const MemoryFile file(pdf);
    if (!file.isGood())
        return failed();
    const QByteArray dpi = "DPI=" + QByteArray::number(dotsPerInch);
    const std::array<const char*, 2> options{dpi.constData(), nullptr};
    const std::array<const char*, 2> drivers{"PDF", nullptr};
    Dataset dataset(
        GDALDataset::Open(file.path(), GDAL_OF_UPDATE | GDAL_OF_RASTER, drivers.data(), options.data()));
    if (!dataset)
        return failed();
    OGRSpatialReference sweref;
    std::array<double, 6> transform = geotransform(maps.front(), sheet.size, dataset->GetRasterYSize());
    if (sweref.importFromEPSG(3006) != OGRERR_NONE)
        return failed();
    sweref.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (dataset->SetSpatialRef(&sweref) != CE_None || dataset->SetGeoTransform(transform.data()) != CE_None ||
        dataset->SetMetadataItem("NEATLINE", neatline(maps.front().ground).constData()) != CE_None)
        return failed();
    CPLErrorReset();
    dataset.reset(); // writes
    if (CPLGetLastErrorType() >= CE_Failure)
        return failed();
    return file.bytes();
}

} // namespace hk::report
