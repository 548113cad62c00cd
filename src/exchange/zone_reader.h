#pragma once

#include "core/place_filter.h"
#include "core/result.h"
#include "exchange/area_reader.h"

namespace hk::exchange {

/// The areas of a boundary file to choose among, in SWEREF 99 TM; features of one name are one area of several polygons.
/// Thread-safe; errors as readNamedAreas.
Result<std::shared_ptr<const ZoneSet>> readZones(const QString& path, const QString& nameField = {});

/// The same of areas already read from that file, in SWEREF 99 TM.
std::shared_ptr<const ZoneSet> zonesOf(const NamedAreas& areas, const QString& path);

} // namespace hk::exchange
