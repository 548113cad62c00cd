#pragma once

#include <QString>

class OGRSpatialReference;

namespace hk::exchange {

/// Registers GDAL's drivers once (thread-safe, about a tenth of a second the first time).
void prepareGdal();
/// GDAL's words for what went wrong last on this thread.
QString lastGdalMessage();
/// GDAL's names of the formats of people's files, ending in a null: a virtual format could send GDAL to other files and
/// to the network.
const char* const* fileFormats();
/// "EPSG:3006" where the CRS has such a name, else WKT; empty for none.
QString crsName(const OGRSpatialReference* reference);

} // namespace hk::exchange
