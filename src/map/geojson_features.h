#pragma once

#include "map/basemap.h"

#include <QByteArray>

namespace hk::map {

/// The features of one theme's GeoJSON text with their longitudes and latitudes; the planes are left empty. A
/// multi-geometry becomes several features. Error FileDamaged with file, feature number and property.
Result<std::vector<BasemapFeature>> readGeoJson(BasemapTheme theme, const QByteArray& text);

} // namespace hk::map
