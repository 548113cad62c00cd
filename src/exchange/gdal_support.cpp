#include "exchange/gdal_support.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>
#include <ogr_spatialref.h>

#include <mutex>

namespace hk::exchange {

void prepareGdal()
{
    static std::once_flag once;
    std::call_once(once, [] {
        CPLSetErrorHandler(CPLQuietErrorHandler);
        CPLSetConfigOption("GDAL_PAM_ENABLED", "NO");   // leave no .aux.xml beside people's files
        GDALAllRegister();
    });
}

const char* const* fileFormats()
{
    static constexpr const char* names[] = {"GeoJSON", "GeoJSONSeq", "GPKG", "XLSX", "XLS", "ODS", "ESRI Shapefile",
                                            "KML", "LIBKML", "GPX", "GML", "MapInfo File", "FlatGeobuf", nullptr};
    return names;
}

QString crsName(const OGRSpatialReference* reference)
{
    if (!reference)
        return {};
    const char* authority = reference->GetAuthorityName(nullptr);
    const char* code = reference->GetAuthorityCode(nullptr);
    if (authority && code)
        return QStringLiteral("%1:%2").arg(QString::fromUtf8(authority), QString::fromUtf8(code));
    char* wkt = nullptr;
    const char* options[] = {"FORMAT=WKT2_2019", nullptr};
    reference->exportToWkt(&wkt, options);
    const QString text = QString::fromUtf8(wkt);
    CPLFree(wkt);
    return text;
}

QString lastGdalMessage() { return QString::fromUtf8(CPLGetLastErrorMsg()); }

} // namespace hk::exchange
