#include "cli/heatmap.h"

#include "cli/commands.h"
#include "cli/held_interrupt.h"
#include "cli/output.h"
#include "exchange/analysis_error.h"

#include <QJsonObject>
#include <QMap>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hk::cli {
namespace {

tl::unexpected<Error> wrong(const QString& words) { return fail(ErrorCode::WrongUsage, {}, {words}); }

Result<analysis::GridSpec> gridFor(const Arguments& given, const HeatmapInput& input,
                                   const DensitySettings& settings)
{
    analysis::Outcome<analysis::GridSpec> spec;
    if (given.has(QStringLiteral("extent"))) {
        const QStringList parts = given.value(QStringLiteral("extent")).split(QLatin1Char(','));
        std::vector<double> numbers;
        for (const QString& part : parts) {
            bool understood = false;
            const double number = part.toDouble(&understood);
            if (understood && std::isfinite(number))
                numbers.push_back(number);
        }
        if (parts.size() != 4 || numbers.size() != 4 || numbers[0] >= numbers[2] || numbers[1] >= numbers[3])
            return wrong(QStringLiteral("--extent takes xmin,ymin,xmax,ymax, not \"%1\".")
                             .arg(given.value(QStringLiteral("extent"))));
        spec = analysis::gridOf({numbers[0], numbers[1], numbers[2], numbers[3]}, settings.cell);
    } else {
        spec = analysis::gridAround(input.points, settings.cell, settings.bandwidth);
    }
    if (!spec)
        return tl::unexpected(exchange::errorOf(spec.error(), settings.cell, settings.bandwidth));
    return *spec;
}

/// Takes away the points outside the study area.
void keepWithin(const std::vector<analysis::Polygon>& studyArea, HeatmapInput& input)
{
    if (studyArea.empty())
        return;
    const std::vector<analysis::PolygonIndex> parts(studyArea.begin(), studyArea.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < input.points.size(); ++i) {
        const analysis::Point point = input.points[i];
        if (std::none_of(parts.begin(), parts.end(), [&](const auto& part) { return part.contains(point); }))
            continue;
        if (!input.weights.empty())
            input.weights[kept] = input.weights[i];
        input.points[kept++] = point;
    }
    input.leftOut += static_cast<qint64>(input.points.size() - kept);
    input.points.resize(kept);
    if (!input.weights.empty())
        input.weights.resize(kept);
}

QMap<QString, QString> metadataOf(const Arguments& given, const DensitySettings& settings, const HeatmapInput& input)
{
    const bool quartic = settings.kernel == analysis::Kernel::Quartic;
    QMap<QString, QString> metadata{
        {QStringLiteral("KERNEL"), quartic ? QStringLiteral("quartic") : QStringLiteral("gaussian")},
        {QStringLiteral("BANDWIDTH_M"), QString::number(settings.bandwidth)},
        {QStringLiteral("CELL_M"), QString::number(settings.cell)},
        {QStringLiteral("INCIDENTS"), QString::number(input.points.size())}};
    if (given.has(QStringLiteral("weight")))
        metadata.insert(QStringLiteral("WEIGHT_COLUMN"), given.value(QStringLiteral("weight")));
    if (given.has(QStringLiteral("edge-correction")))
        metadata.insert(QStringLiteral("EDGE_CORRECTION"), QStringLiteral("kernel mass inside the study area"));
    return metadata;
}

} // namespace

HeatmapArguments::HeatmapArguments()
    : Arguments(QStringLiteral("heatmap"),
                    QStringLiteral("Kernel density in incidents per km² as a Float64 GeoTIFF. INPUT is an incident file, or "
                                   "a CSV with the columns e,n or lon,lat."))
{
    positional(QStringLiteral("INPUT"), QStringLiteral("The points."));
    analysisOptions();
    filterOptions();
    signatureOptions();
    option(QStringLiteral("x"), QStringLiteral("COL"), QStringLiteral("Column of the easting (or longitude)."));
    option(QStringLiteral("y"), QStringLiteral("COL"), QStringLiteral("Column of the northing (or latitude)."));
    option(QStringLiteral("crs"), QStringLiteral("EPSG:n"),
                 QStringLiteral("Projected CRS of e,n and of the grid (EPSG:3006); lon,lat are transformed into it."));
    option(QStringLiteral("extent"), QStringLiteral("xmin,ymin,xmax,ymax"),
                 QStringLiteral("Extent of the grid, in the CRS; without it the points' bounding box plus the bandwidth."));
    option(QStringLiteral("weight"), QStringLiteral("COL"), QStringLiteral("Column of the weight of each point."));
    option(QStringLiteral("area"), QStringLiteral("FILE"),
                 QStringLiteral("Study area (GeoJSON, GeoPackage …): points and cells outside it are left out."));
    flag(QStringLiteral("edge-correction"),
               QStringLiteral("Divides by the part of the kernel that lies inside the area."));
    option(QStringLiteral("out"), QStringLiteral("OUT.tif"), QStringLiteral("The GeoTIFF to write."));
    flag(QStringLiteral("json"), QStringLiteral("Prints the result as JSON."));
}

Result<DensitySettings> heatmapSettings(const Arguments& given)
{
    for (const QString& needed : {QStringLiteral("cell"), QStringLiteral("bandwidth"), QStringLiteral("out")})
        if (!given.has(needed))
            return wrong(QStringLiteral("--%1 is missing.").arg(needed));
    if (given.has(QStringLiteral("edge-correction")) && !given.has(QStringLiteral("area")))
        return wrong(QStringLiteral("--edge-correction needs --area."));
    return given.densitySettings();
}

int makeHeatmap(const Arguments& given, const DensitySettings& settings, HeatmapInput input,
                const std::vector<analysis::Polygon>& studyArea, const DensityWriter& write)
{
    keepWithin(studyArea, input);
    const Result<analysis::GridSpec> spec = gridFor(given, input, settings);
    if (!spec)
        return failWith(spec.error());
    analysis::KdeOptions options;
    options.kernel = settings.kernel;
    options.bandwidth = settings.bandwidth;
    options.studyArea = studyArea;
    options.edgeCorrection = given.has(QStringLiteral("edge-correction"));
    const analysis::Outcome<analysis::Grid> density = analysis::kernelDensity(input.points, input.weights, *spec, options);
    if (!density)
        return failWith(exchange::errorOf(density.error(), settings.cell, settings.bandwidth));
    const QString out = given.value(QStringLiteral("out"));
    const Result<void> written = [&] {
        const HeldInterrupt held;
        return write(out, *density, input.crs, metadataOf(given, settings, input));
    }();
    if (!written)
        return failWith(written.error());
    const auto points = static_cast<qint64>(input.points.size());
    if (given.has(QStringLiteral("json"))) {
        QJsonObject json{{QStringLiteral("out"), out},
                         {QStringLiteral("points"), points},
                         {QStringLiteral("left_out"), input.leftOut},
                         {QStringLiteral("columns"), static_cast<qint64>(spec->columns)},
                         {QStringLiteral("rows"), static_cast<qint64>(spec->rows)},
                         {QStringLiteral("maximum_per_km2"), density->maximum()}};
        if (!input.weights.empty())
            json.insert(QStringLiteral("weight"), std::accumulate(input.weights.begin(), input.weights.end(), 0.0));
        printJson(json);
    } else {
        printLine(QStringLiteral("%1: %2 × %3 cells, %4 points, %5 left out, at most %6 incidents per km²")
                      .arg(out)
                      .arg(spec->columns)
                      .arg(spec->rows)
                      .arg(points)
                      .arg(input.leftOut)
                      .arg(density->maximum(), 0, 'g', 6));
    }
    return Done;
}

} // namespace hk::cli
