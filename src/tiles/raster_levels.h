#pragma once

#include "tiles/gdal_use.h"
#include "tiles/warp.h"

#include <QImage>
#include <QRectF>
#include <stop_token>
#include <vector>

namespace hk::tiles {

/// How the bands of a raster become red, green, blue and alpha of one byte each. A value.
struct BandPlan {
    std::vector<int> colours = {};  ///< bands shown: three, or one as grey; 1-based
    bool palette = false;           ///< of the one band
    bool stretched = false;         ///< from `darkest` … `lightest` to 0 … 255
    double darkest = 0;
    double lightest = 255;
    bool unifiedNodata = false;     ///< a pixel is nothing only where all its colours are the value for it
};

/// What is known of a raster after one look at it. A value.
struct RasterPlan {
    QString path = {};
    QString layer = {};
    BandPlan bands = {};
    QSize size = {};
    std::vector<QSize> overviews = {}; ///< of the reduced copies in the file, the largest first
    QRectF bounds = {};     ///< Web Mercator metres
    double resolution = 1;  ///< Web Mercator metres per pixel
};

/// Errors: those of openRasterFile; CrsNotUnderstood where it has no place on earth (no argument) or a CRS unknown to PROJ;
/// Cancelled. Reads as much as it needs to find the range of values of a raster with more than a byte of them.
Result<RasterPlan> planOf(const QString& path, const QString& layer);

/// A raster as red, green, blue, alpha: a chain of datasets, each of which reads from the one before. One thread at a time.
class NormalRaster {
public:
    /// `overview`: as openRasterFile.
    static Result<NormalRaster> open(const RasterPlan& plan, int overview);
    GDALDataset& dataset() const { return *m_chain.back(); }
    NormalRaster(NormalRaster&&) noexcept = default;
    NormalRaster& operator=(NormalRaster&&) noexcept = default;
    ~NormalRaster();

private:
    NormalRaster() = default;
    std::vector<DatasetPtr> m_chain;
};

/// The whole raster reduced by a whole number, each pixel the mean of those it stands for; straight RGBA. Errors: FileDamaged,
/// Cancelled.
Result<QImage> reduced(const NormalRaster& raster, int factor, std::stop_token stop);
/// The same of a picture.
QImage reduced(const QImage& rgba, int factor);

/// The CRS (WKT) of a dataset, or of its ground control points.
QString crsOf(GDALDataset& dataset);

} // namespace hk::tiles
