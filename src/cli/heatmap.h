#pragma once

#include "analysis/geometry.h"
#include "cli/arguments.h"

#include <QString>

#include <functional>
#include <vector>

/// What the `heatmap` command does with points, wherever they come from.
namespace hk::cli {

struct HeatmapInput {
    std::vector<analysis::Point> points;
    std::vector<double> weights; ///< empty: all 1
    qint64 leftOut = 0;          ///< unusable rows, or incidents too imprecise for the bandwidth
    QString crs;
};

/// The command's options.
class HeatmapArguments : public Arguments {
public:
    HeatmapArguments();
};

/// Checks that what is needed was given. WrongUsage.
Result<DensitySettings> heatmapSettings(const Arguments& given);

/// Makes the GeoTIFF of a grid in a CRS with its metadata.
using DensityWriter = std::function<Result<void>(const QString& path, const analysis::Grid& grid, const QString& crs,
                                                 const QMap<QString, QString>& metadata)>;

/// Makes the density within the study area (empty: everywhere), writes it and says so. The exit code.
int makeHeatmap(const Arguments& given, const DensitySettings& settings, HeatmapInput input,
                const std::vector<analysis::Polygon>& studyArea, const DensityWriter& write);

} // namespace hk::cli
