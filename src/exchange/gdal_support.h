#pragma once

#include <QString>

namespace hk::exchange {

/// Registers GDAL's drivers once (thread-safe, about a tenth of a second the first time).
void prepareGdal();
/// GDAL's words for what went wrong last on this thread.
QString lastGdalMessage();

} // namespace hk::exchange
