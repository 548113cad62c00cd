#include "exchange/feature_file.h"

#include "exchange/gdal_support.h"

#include <QFileInfo>

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <vector>

namespace hk::exchange {
namespace {

constexpr const char* layerName = "features";

GDALDatasetUniquePtr openPage(const QString& page)
{
    static constexpr const char* formats[] = {"GML", "GeoJSON", nullptr};
    static constexpr const char* options[] = {"WRITE_GFS=NO", "DOWNLOAD_SCHEMA=NO", nullptr};
    const bool gml = page.endsWith(QLatin1String(".gml"));
    CPLErrorReset();
    return GDALDatasetUniquePtr(GDALDataset::Open(page.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, formats,
                                                  gml ? options : nullptr, nullptr));
}

/// The layer of the target, made like the page's where there is none yet.
OGRLayer* targetLayer(GDALDataset& dataset, OGRLayer& like, const QString& crs)
{
    if (OGRLayer* layer = dataset.GetLayerByName(layerName))
        return layer;
    OGRSpatialReference reference;
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const QString own = crs.isEmpty() ? crsName(like.GetSpatialRef()) : crs;
    const bool known = !own.isEmpty() && reference.SetFromUserInput(own.toUtf8().constData()) == OGRERR_NONE;
    CPLStringList options;
    options.SetNameValue("SPATIAL_INDEX", "NO").SetNameValue("GEOMETRY_NAME", "geom").SetNameValue("FID", "fid");
    return dataset.CreateLayer(layerName, known ? &reference : nullptr, wkbUnknown, options.List());
}

/// By field of the page: which column of the target takes it; -1: none.
std::vector<int> columnsFor(OGRLayer& page, OGRLayer& target)
{
    const OGRFeatureDefn* definition = page.GetLayerDefn();
    std::vector<int> columns;
    for (int i = 0; i < definition->GetFieldCount(); ++i) {
        const OGRFieldDefn* field = definition->GetFieldDefn(i);
        QString name = QString::fromUtf8(field->GetNameRef());
        if (name.compare(QLatin1String("fid"), Qt::CaseInsensitive) == 0 || name.compare(QLatin1String("geom"), Qt::CaseInsensitive) == 0)
            name += QLatin1String("_2");
        const QByteArray column = name.toUtf8();
        if (target.GetLayerDefn()->GetFieldIndex(column.constData()) < 0) {
            OGRFieldDefn made(column.constData(), field->GetType());
            target.CreateField(&made);
        }
        columns.push_back(target.GetLayerDefn()->GetFieldIndex(column.constData()));
    }
    return columns;
}

} // namespace

Result<qint64> appendFeatures(const QString& page, const QString& target, const QString& crs)
{
    prepareGdal();
    const GDALDatasetUniquePtr source = openPage(page);
    if (!source)
        return fail(ErrorCode::FormatNotSupported, {page}, {QFileInfo(page).suffix()}, lastGdalMessage());
    OGRLayer* from = source->GetLayerCount() > 0 ? source->GetLayer(0) : nullptr;
    if (!from)
        return 0; // a page without a feature
    static constexpr const char* formats[] = {"GPKG", nullptr};
    GDALDatasetUniquePtr file;
    if (QFileInfo::exists(target))
        file.reset(GDALDataset::Open(target.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, formats, nullptr, nullptr));
    else if (GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG"))
        file.reset(driver->Create(target.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRLayer* to = file ? targetLayer(*file, *from, crs) : nullptr;
    if (!to)
        return fail(ErrorCode::FileNotWritable, {target}, {}, lastGdalMessage());
    const std::vector<int> columns = columnsFor(*from, *to);
    file->StartTransaction(TRUE);
    CPLErrorReset();
    qint64 count = 0;
    for (const OGRFeatureUniquePtr& feature : *from) {
        OGRFeature copy(to->GetLayerDefn());
        copy.SetFrom(feature.get(), columns.data(), TRUE);
        copy.SetFID(OGRNullFID);
        if (to->CreateFeature(&copy) != OGRERR_NONE)
            return fail(ErrorCode::FileNotWritable, {target}, {}, lastGdalMessage());
        ++count;
    }
    if (CPLGetLastErrorType() >= CE_Failure)
        return fail(ErrorCode::FileDamaged, {page}, {}, lastGdalMessage());
    if (file->CommitTransaction() != OGRERR_NONE)
        return fail(ErrorCode::FileNotWritable, {target}, {}, lastGdalMessage());
    return count;
}

} // namespace hk::exchange
