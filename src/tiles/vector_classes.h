#pragma once

#include "map/basemap.h"

#include <QString>
#include <functional>
#include <optional>

namespace hk::tiles {

/// What a feature of a vector tile is to our style. A value.
struct FeatureMeaning {
    map::BasemapTheme theme;
    QString featureClass;
    QString name = {};
    QString ref = {};
    int level = 0;
    int rank = 5;
};

/// The meaning of a feature of a layer, by the layers and attributes of OpenMapTiles (3.x) and of Shortbread (1.0); nothing where
/// our style has no use for it. `attribute`: its text by name, empty where it has none.
std::optional<FeatureMeaning> meaningOf(const QString& layer, map::GeometryKind kind,
                                        const std::function<QString(const char* name)>& attribute);

} // namespace hk::tiles
