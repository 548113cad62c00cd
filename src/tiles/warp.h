#pragma once

#include "core/result.h"

#include <QImage>
#include <QRectF>
#include <QString>
#include <stop_token>

class GDALDataset;

namespace hk::tiles {

inline constexpr const char* webMercatorName = "EPSG:3857";
inline constexpr const char* swerefName = "EPSG:3006";

enum class Resampling { Nearest, Bilinear, Cubic };

/// A picture that lies in a CRS: QRectF with y growing north, so that bounds.top() is the southern edge.
struct PlacedPicture {
    QImage image;
    QString crs; ///< "EPSG:3006"
    QRectF bounds; ///< units of the CRS, x east and y north whatever the CRS says of its axes
};

/// The part of a dataset (red, green, blue, alpha of one byte) that lies in the rectangle of the CRS, in so many pixels;
/// transparent where it does not reach. Premultiplied ARGB. Errors: CrsNotUnderstood, TransformFailed, FileDamaged, Cancelled.
Result<QImage> warped(GDALDataset& dataset, const QString& crs, const QRectF& rect, QSize size, Resampling resampling,
                      std::stop_token stop = {});
Result<QImage> warped(const PlacedPicture& picture, const QString& crs, const QRectF& rect, QSize size, Resampling resampling,
                      std::stop_token stop = {});

/// The smallest rectangle of `to` around one of `from`, edges followed in steps (x east, y north). Errors: CrsNotUnderstood,
/// TransformFailed.
Result<QRectF> boundsIn(const QString& to, const QString& from, const QRectF& rect);
/// Whether the CRS itself names north or latitude first, as EPSG:4326 and EPSG:3006 do. Error CrsNotUnderstood.
Result<bool> northFirst(const QString& crs);
/// Metres in a unit of the CRS; of degrees, those at the equator (as WMTS has it). Error CrsNotUnderstood.
Result<double> metresPerUnit(const QString& crs);

} // namespace hk::tiles
