#pragma once

#include "tiles/open_source.h"

namespace hk::tiles {

/// The parts of openSource, one for each kind. Errors: those of openSource.
Result<map::GroundSheet> openRaster(const SourceSpec& spec);
/// Pictures, or vector tiles where the file holds such.
Result<map::GroundSheet> openMbTiles(const SourceSpec& spec);
Result<map::GroundSheet> openVectorTiles(const SourceSpec& spec);
/// A GeoPackage as core/map_tables.h tells.
Result<map::GroundSheet> openVectorMap(const SourceSpec& spec);
/// Through the cache on disk.
Result<map::GroundSheet> openWms(const SourceSpec& spec, const SourceServices& services, std::stop_token stop);
Result<map::GroundSheet> openWmts(const SourceSpec& spec, const SourceServices& services, std::stop_token stop);

/// The kind of a file or directory by what is in it: a raster, an MBTiles file, vector tiles, or a vector map (GeoPackage with the
/// tables of core/map_tables.h). Errors: FileNotFound, FormatNotSupported.
Result<SourceSpec> specOfFile(const QString& path);

} // namespace hk::tiles
