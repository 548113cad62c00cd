#include "exchange/gdal_support.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal.h>

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

QString lastGdalMessage() { return QString::fromUtf8(CPLGetLastErrorMsg()); }

} // namespace hk::exchange
