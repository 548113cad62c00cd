#include "exchange/export_writer.h"
#include "exchange/gdal_support.h"
#include "exchange/geotiff.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>

namespace hk::exchange {

Result<void> writeDensity(const QString& path, const analysis::Grid& grid, const QString& crs,
                          const QMap<QString, QString>& metadata)
{
    if (isPlainCrs(crs))
        return writePlainDensity(path, grid, crs, metadata);
    prepareGdal();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    const auto columns = static_cast<int>(grid.spec.columns);
    const auto rows = static_cast<int>(grid.spec.rows);
    if (QFileInfo::exists(path) && !QFileInfo(path).isWritable())
        return fail(ErrorCode::FileNotWritable, {path});
    const QString part = path + QStringLiteral(".part");
    CPLStringList options;
    options.SetNameValue("BIGTIFF", "IF_SAFER");
    // GDAL can wait for ever on a disk without a free byte.
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    if (disk.isValid() && disk.bytesAvailable() < static_cast<qint64>(grid.values.size() * sizeof(double)))
        return fail(ErrorCode::DiskFull, {path});
    CPLErrorReset();
    GDALDatasetUniquePtr dataset(
        driver->Create(part.toUtf8().constData(), columns, rows, 1, GDT_Float64, options.List()));
    const auto failed = [&](ErrorCode code) {
        const QString message = lastGdalMessage();
        dataset.reset();
        QFile::remove(part);
        return fail(code, {path}, {}, message);
    };
    if (!dataset)
        return failed(ErrorCode::FileNotWritable);
    double transform[6] = {grid.spec.xmin, grid.spec.cell, 0.0, grid.spec.ymax(), 0.0, -grid.spec.cell};
    dataset->SetGeoTransform(transform);
    OGRSpatialReference reference;
    if (reference.SetFromUserInput(crs.toUtf8().constData()) != OGRERR_NONE) {
        dataset.reset();
        QFile::remove(part);
        return fail(ErrorCode::CrsNotUnderstood, {path}, {crs});
    }
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    dataset->SetSpatialRef(&reference);
    GDALRasterBand* band = dataset->GetRasterBand(1);
    const QString unit = metadata.value(QStringLiteral("UNIT"));
    band->SetDescription(unit.isEmpty() ? "density" : metadata.value(QStringLiteral("TITLE")).toUtf8().constData());
    band->SetUnitType(unit.isEmpty() ? "1/km2" : unit.toUtf8().constData());
    band->SetMetadataItem("UNIT", "incidents per km2");
    for (auto it = metadata.constBegin(); it != metadata.constEnd(); ++it)
        band->SetMetadataItem(it.key().toUtf8().constData(), it.value().toUtf8().constData());
    for (int row = 0; row < rows; ++row) { // the grid's row 0 is the southernmost, the raster's the northernmost
        const double* values = grid.values.data() + static_cast<std::size_t>(rows - 1 - row) * static_cast<std::size_t>(columns);
        if (band->RasterIO(GF_Write, 0, row, columns, 1, const_cast<double*>(values), columns, 1, GDT_Float64, 0, 0)
            != CE_None)
            return failed(ErrorCode::DiskFull);
    }
    CPLErrorReset();
    dataset->FlushCache(true);
    if (CPLGetLastErrorType() >= CE_Failure)
        return failed(ErrorCode::DiskFull);
    dataset.reset();
    return takePlace(part, path);
}

} // namespace hk::exchange
