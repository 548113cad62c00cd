#include "tiles/open_file_source.h"

#include "core/map_tables.h"
#include "map/gpkg_features.h"
#include "sqlite/database.h"
#include "tiles/cached_source.h"
#include "tiles/gdal_tiles.h"
#include "tiles/mbtiles_source.h"
#include "tiles/tile_store.h"
#include "tiles/vector_tiles.h"
#include "tiles/wms_tiles.h"
#include "tiles/wmts_tiles.h"

#include <QFileInfo>

namespace hk::tiles {
namespace {

template <class Source>
Result<map::GroundSheet> sheetOf(Result<std::shared_ptr<Source>> source)
{
    if (!source)
        return tl::unexpected(source.error());
    map::GroundSheet sheet;
    sheet.title = (*source)->description().title;
    sheet.tiles = std::move(*source);
    return sheet;
}

Result<map::GroundSheet> vectorSheet(Result<std::shared_ptr<VectorTiles>> source, const QString& title)
{
    if (!source)
        return tl::unexpected(source.error());
    map::GroundSheet sheet;
    sheet.title = title.isEmpty() ? (*source)->title() : title;
    sheet.features = std::move(*source);
    return sheet;
}

/// With the cache on disk before it, where there is one.
Result<map::GroundSheet> cached(Result<map::GroundSheet> sheet, const SourceSpec& spec, const SourceServices& services)
{
    if (sheet && !services.cacheFolder.isEmpty())
        sheet->tiles = std::make_shared<CachedSource>(sheet->tiles, std::make_shared<TileStore>(services.cacheFolder),
                                                      cacheNameOf(spec), spec.format == QLatin1String("image/jpeg"));
    return sheet;
}

bool isVectorMap(const QString& path)
{
    const auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::ReadOnly);
    if (!database)
        return false;
    const auto found = database->queryInt64("SELECT count(*) FROM sqlite_master WHERE name = '" + std::string(map_tables::facts) + "'");
    return found && *found == 1;
}

} // namespace

Result<map::GroundSheet> openRaster(const SourceSpec& spec)
{
    return sheetOf(GdalTiles::open(spec.address, spec.layer, spec.title, spec.attribution));
}

Result<map::GroundSheet> openMbTiles(const SourceSpec& spec)
{
    auto file = MbTilesFile::open(spec.address);
    if (!file)
        return tl::unexpected(file.error());
    if ((*file)->facts().vector())
        return vectorSheet(VectorTiles::open(*file, spec.attribution), spec.title);
    return sheetOf(MbTilesSource::open(*file, spec.title, spec.attribution));
}

Result<map::GroundSheet> openVectorTiles(const SourceSpec& spec)
{
    return vectorSheet(VectorTiles::open(spec.address, spec.attribution), spec.title);
}

Result<map::GroundSheet> openVectorMap(const SourceSpec& spec)
{
    auto source = map::GpkgFeatures::openMap(spec.address);
    if (!source)
        return tl::unexpected(source.error());
    map::GroundSheet sheet;
    sheet.title = spec.title.isEmpty() ? QFileInfo(spec.address).completeBaseName() : spec.title;
    sheet.features = std::move(*source);
    return sheet;
}

Result<map::GroundSheet> openWms(const SourceSpec& spec, const SourceServices& services, std::stop_token stop)
{
    return cached(sheetOf(WmsTiles::open(spec, services, stop)), spec, services);
}

Result<map::GroundSheet> openWmts(const SourceSpec& spec, const SourceServices& services, std::stop_token stop)
{
    return cached(sheetOf(WmtsTiles::open(spec, services, stop)), spec, services);
}

Result<SourceSpec> specOfFile(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, {path});
    SourceSpec spec;
    spec.address = path;
    spec.title = info.completeBaseName();
    if (info.isDir())
        spec.kind = SourceSpec::Kind::VectorTiles;
    else if (MbTilesFile::open(path))
        spec.kind = SourceSpec::Kind::MbTiles;
    else if (isVectorMap(path))
        spec.kind = SourceSpec::Kind::VectorMap;
    else
        spec.kind = SourceSpec::Kind::Raster;
    return spec;
}

} // namespace hk::tiles
