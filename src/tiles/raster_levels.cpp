#include "tiles/raster_levels.h"

#include <cpl_conv.h>
#include <gdal_alg.h>
#include <gdal_priv.h>
#include <gdal_utils.h>
#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace hk::tiles {
namespace {

/// gdal_translate to a virtual dataset, which reads from the given one.
DatasetPtr translated(GDALDataset& from, const std::vector<QByteArray>& words)
{
    std::vector<char*> arguments;
    for (const QByteArray& word : words)
        arguments.push_back(const_cast<char*>(word.constData()));
    arguments.push_back(nullptr);
    const std::unique_ptr<GDALTranslateOptions, decltype(&GDALTranslateOptionsFree)> options(
        GDALTranslateOptionsNew(arguments.data(), nullptr), &GDALTranslateOptionsFree);
    if (!options)
        return {};
    return DatasetPtr(GDALDataset::FromHandle(GDALTranslate("", GDALDataset::ToHandle(&from), options.get(), nullptr)));
}

std::vector<int> colourBands(GDALDataset& dataset)
{
    std::array<int, 3> named{};
    std::vector<int> unnamed;
    for (int i = 1; i <= dataset.GetRasterCount(); ++i) {
        const GDALColorInterp meaning = dataset.GetRasterBand(i)->GetColorInterpretation();
        if (meaning >= GCI_RedBand && meaning <= GCI_BlueBand)
            named[static_cast<std::size_t>(meaning - GCI_RedBand)] = i;
        if (meaning != GCI_AlphaBand)
            unnamed.push_back(i);
    }
    if (named[0] && named[1] && named[2])
        return {named.begin(), named.end()};
    if (unnamed.size() >= 3)
        return {unnamed[0], unnamed[1], unnamed[2]};
    return {unnamed.empty() ? 1 : unnamed.front()};
}

/// The values that are to be black and white: all but the outermost fiftieth, by mean and spread, of a look at the raster.
void findStretch(GDALDataset& dataset, BandPlan& plan)
{
    double low = INFINITY, high = -INFINITY;
    for (const int number : plan.colours) {
        GDALRasterBand* band = dataset.GetRasterBand(number);
        double least = 0, most = 0, mean = 0, spread = 0;
        if (band->ComputeStatistics(TRUE, &least, &most, &mean, &spread, nullptr, nullptr) != CE_None)
            continue;
        low = std::min(low, std::max(least, mean - 2.5 * spread));
        high = std::max(high, std::min(most, mean + 2.5 * spread));
    }
    if (!(low < high)) {
        low = std::isfinite(low) ? low : 0.0; // one value alone, or none
        high = low + 1.0;
    }
    plan.darkest = low;
    plan.lightest = high;
}

BandPlan bandPlan(GDALDataset& dataset)
{
    BandPlan plan;
    plan.colours = colourBands(dataset);
    GDALRasterBand* first = dataset.GetRasterBand(plan.colours.front());
    const GDALColorTable* table = first->GetColorTable();
    plan.palette = plan.colours.size() == 1 && table && table->GetColorEntryCount() > 0;
    if (plan.palette)
        return plan;
    const char* bits = first->GetMetadataItem("NBITS", "IMAGE_STRUCTURE");
    if (first->GetRasterDataType() != GDT_Byte) {
        plan.stretched = true;
        findStretch(dataset, plan);
    } else if (bits && std::atoi(bits) > 0 && std::atoi(bits) < 8) {
        plan.stretched = true;
        plan.lightest = (1 << std::atoi(bits)) - 1;
    }
    if (plan.colours.size() == 3)
        plan.unifiedNodata = std::all_of(plan.colours.begin(), plan.colours.end(), [&dataset](int number) {
            int has = FALSE;
            dataset.GetRasterBand(number)->GetNoDataValue(&has);
            return has != FALSE;
        });
    return plan;
}

/// A virtual copy that says of its own what of the picture is nothing, in words that mask bands understand.
void markNothing(GDALDataset& copy, const BandPlan& plan)
{
    if (plan.unifiedNodata) {
        QByteArray values;
        for (int i = 1; i <= copy.GetRasterCount(); ++i)
            values += QByteArray::number(copy.GetRasterBand(i)->GetNoDataValue(nullptr), 'g', 17) + ' ';
        copy.SetMetadataItem("NODATA_VALUES", values.trimmed().constData());
        return;
    }
    GDALRasterBand* band = copy.GetRasterBand(plan.colours.front());
    int has = FALSE;
    const int nothing = static_cast<int>(band->GetNoDataValue(&has));
    if (!plan.palette || !has || nothing < 0 || nothing >= band->GetColorTable()->GetColorEntryCount())
        return;
    const std::unique_ptr<GDALColorTable> table(band->GetColorTable()->Clone());
    GDALColorEntry clear{0, 0, 0, 0};
    table->SetColorEntry(nothing, &clear);
    band->SetColorTable(table.get());
}

std::vector<QByteArray> translation(GDALDataset& dataset, const BandPlan& plan)
{
    std::vector<QByteArray> words{"-q", "-of", "VRT", "-a_nodata", "none"};
    const auto add = [&words](std::initializer_list<QByteArray> more) { words.insert(words.end(), more); };
    if (plan.palette) {
        add({"-expand", "rgba", "-b", QByteArray::number(plan.colours.front())});
        return words;
    }
    const int masked = plan.colours.front();
    for (std::size_t i = 0; i < 3; ++i) {
        add({"-b", QByteArray::number(plan.colours[plan.colours.size() == 3 ? i : 0])});
        if (plan.stretched)
            add({"-scale_" + QByteArray::number(static_cast<int>(i) + 1), QByteArray::number(plan.darkest, 'g', 17),
                 QByteArray::number(plan.lightest, 'g', 17), "0", "255"});
    }
    const bool whole = (dataset.GetRasterBand(masked)->GetMaskFlags() & GMF_ALL_VALID) != 0;
    add({"-ot", "Byte", "-colorinterp_1", "red", "-colorinterp_2", "green", "-colorinterp_3", "blue"});
    if (!whole)
        add({"-b", "mask," + QByteArray::number(masked), "-colorinterp_4", "alpha", "-mask", "none"});
    return words;
}

/// Straight RGBA from sums of colours weighted by their alpha.
struct Sums {
    quint64 red = 0, green = 0, blue = 0, alpha = 0;
    void add(const uchar* pixel)
    {
        red += quint64(pixel[0]) * pixel[3];
        green += quint64(pixel[1]) * pixel[3];
        blue += quint64(pixel[2]) * pixel[3];
        alpha += pixel[3];
    }
    void write(uchar* pixel, quint64 count) const
    {
        const quint64 half = alpha / 2;
        pixel[0] = alpha ? static_cast<uchar>((red + half) / alpha) : uchar(0);
        pixel[1] = alpha ? static_cast<uchar>((green + half) / alpha) : uchar(0);
        pixel[2] = alpha ? static_cast<uchar>((blue + half) / alpha) : uchar(0);
        pixel[3] = static_cast<uchar>((alpha + count / 2) / count);
    }
};

/// One row of the smaller picture from up to `factor` rows of the larger.
void reduceRow(const uchar* rows, qsizetype stride, int height, int width, int factor, uchar* to)
{
    for (int x = 0; x < width; x += factor, to += 4) {
        const int right = std::min(x + factor, width);
        Sums sums;
        for (int y = 0; y < height; ++y)
            for (int i = x; i < right; ++i)
                sums.add(rows + y * stride + qsizetype(i) * 4);
        sums.write(to, static_cast<quint64>(right - x) * static_cast<quint64>(height));
    }
}

} // namespace

QString crsOf(GDALDataset& dataset)
{
    const OGRSpatialReference* reference = dataset.GetSpatialRef();
    if (!reference)
        reference = dataset.GetGCPSpatialRef();
    if (!reference)
        return {};
    char* wkt = nullptr;
    reference->exportToWkt(&wkt);
    const QString text = QString::fromUtf8(wkt);
    CPLFree(wkt);
    return text;
}

namespace {

/// Whether all corners lie where the CRS can have places: beyond, PROJ turns a longitude round the earth for minutes.
bool isOnEarth(GDALDataset& raster)
{
    constexpr double mostDegrees = 1e4;
    constexpr double mostUnits = 1e9; // metres, feet
    const OGRSpatialReference* reference = raster.GetSpatialRef();
    double placed[6];
    if (!reference || raster.GetGeoTransform(placed) != CE_None)
        return true; // placed by control points
    const double most = reference->IsGeographic() ? mostDegrees : mostUnits;
    for (const double column : {0.0, static_cast<double>(raster.GetRasterXSize())})
        for (const double row : {0.0, static_cast<double>(raster.GetRasterYSize())}) {
            const double x = placed[0] + column * placed[1] + row * placed[2];
            const double y = placed[3] + column * placed[4] + row * placed[5];
            if (!(std::abs(x) <= most && std::abs(y) <= most))
                return false;
        }
    return true;
}

} // namespace

Result<RasterPlan> planOf(const QString& path, const QString& layer)
{
    const auto dataset = openRasterFile(path, layer);
    if (!dataset)
        return tl::unexpected(dataset.error());
    GDALDataset& raster = **dataset;
    double placed[6];
    if (crsOf(raster).isEmpty() || (raster.GetGeoTransform(placed) != CE_None && raster.GetGCPCount() == 0))
        return fail(ErrorCode::CrsNotUnderstood, {path});
    if (!isOnEarth(raster))
        return fail(ErrorCode::CrsNotUnderstood, {path}, {crsOf(raster).section(u'"', 1, 1)},
                    QStringLiteral("the corners of the raster lie nowhere on earth"));
    RasterPlan plan;
    plan.path = path;
    plan.layer = layer;
    plan.size = {raster.GetRasterXSize(), raster.GetRasterYSize()};
    OGRSpatialReference mercator;
    mercator.importFromEPSG(3857);
    char* wkt = nullptr;
    mercator.exportToWkt(&wkt);
    CPLErrorReset();
    void* transform = GDALCreateGenImgProjTransformer(GDALDataset::ToHandle(&raster), nullptr, nullptr, wkt, TRUE, 0, 1);
    CPLFree(wkt);
    double extent[4];
    int width = 0, height = 0;
    const bool found = transform
                       && GDALSuggestedWarpOutput2(GDALDataset::ToHandle(&raster), GDALGenImgProjTransform, transform, placed, &width,
                                                   &height, extent, 0)
                              == CE_None;
    if (transform)
        GDALDestroyGenImgProjTransformer(transform);
    if (!found || !(placed[1] > 0) || !std::isfinite(extent[0] + extent[1] + extent[2] + extent[3]))
        return fail(ErrorCode::CrsNotUnderstood, {path}, {crsOf(raster).section(u'"', 1, 1)}, lastGdalMessage());
    plan.bounds = QRectF(extent[0], extent[1], extent[2] - extent[0], extent[3] - extent[1]);
    plan.resolution = placed[1];
    plan.bands = bandPlan(raster);
    GDALRasterBand* first = raster.GetRasterBand(plan.bands.colours.front());
    for (int i = 0; i < first->GetOverviewCount(); ++i)
        plan.overviews.emplace_back(first->GetOverview(i)->GetXSize(), first->GetOverview(i)->GetYSize());
    return plan;
}

NormalRaster::~NormalRaster()
{
    while (!m_chain.empty())
        m_chain.pop_back(); // a reader before what it reads
}

Result<NormalRaster> NormalRaster::open(const RasterPlan& plan, int overview)
{
    auto source = openRasterFile(plan.path, plan.layer, overview);
    if (!source)
        return tl::unexpected(source.error());
    NormalRaster made;
    made.m_chain.push_back(std::move(*source));
    DatasetPtr marked = translated(*made.m_chain.back(), {"-q", "-of", "VRT"});
    if (!marked)
        return fail(ErrorCode::FileDamaged, {plan.path}, {}, lastGdalMessage());
    markNothing(*marked, plan.bands);
    made.m_chain.push_back(std::move(marked));
    DatasetPtr coloured = translated(*made.m_chain.back(), translation(*made.m_chain.back(), plan.bands));
    if (!coloured)
        return fail(ErrorCode::FileDamaged, {plan.path}, {}, lastGdalMessage());
    if (coloured->GetRasterCount() == 4) // of a mask of the whole dataset, translating forgets to say so
        coloured->GetRasterBand(4)->SetColorInterpretation(GCI_AlphaBand);
    coloured->SetMetadataItem("NODATA_VALUES", nullptr); // what is nothing is told by the alpha band from here on
    made.m_chain.push_back(std::move(coloured));
    return made;
}

Result<QImage> reduced(const NormalRaster& raster, int factor, std::stop_token stop)
{
    GDALDataset& dataset = raster.dataset();
    const int width = dataset.GetRasterXSize();
    const int height = dataset.GetRasterYSize();
    const int bands = std::min(4, dataset.GetRasterCount());
    QImage small((width + factor - 1) / factor, (height + factor - 1) / factor, QImage::Format_RGBA8888);
    QImage strip(width, factor, QImage::Format_RGBA8888);
    if (small.isNull() || strip.isNull())
        return fail(ErrorCode::FileDamaged, {QString::fromUtf8(dataset.GetDescription())});
    strip.fill(Qt::white);
    for (int y = 0; y < height; y += factor) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const int rows = std::min(factor, height - y);
        if (dataset.RasterIO(GF_Read, 0, y, width, rows, strip.bits(), width, rows, GDT_Byte, bands, nullptr, 4, strip.bytesPerLine(),
                             1, nullptr)
            != CE_None)
            return fail(ErrorCode::FileDamaged, {QString::fromUtf8(dataset.GetDescription())}, {}, lastGdalMessage());
        reduceRow(strip.constBits(), strip.bytesPerLine(), rows, width, factor, small.scanLine(y / factor));
    }
    return small;
}

QImage reduced(const QImage& rgba, int factor)
{
    QImage small((rgba.width() + factor - 1) / factor, (rgba.height() + factor - 1) / factor, QImage::Format_RGBA8888);
    for (int y = 0; y < rgba.height(); y += factor)
        reduceRow(rgba.constScanLine(y), rgba.bytesPerLine(), std::min(factor, rgba.height() - y), rgba.width(), factor,
                  small.scanLine(y / factor));
    return small;
}

} // namespace hk::tiles
