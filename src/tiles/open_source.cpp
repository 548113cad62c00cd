#include "tiles/open_source.h"

#include "net/http_client.h"
#include "tiles/open_file_source.h"
#include "tiles/xyz_source.h"

namespace hk::tiles {

namespace {

Result<map::GroundSheet> sheetOf(const SourceSpec& spec, Result<std::shared_ptr<map::TileSource>> source)
{
    if (!source)
        return tl::unexpected(source.error());
    return map::GroundSheet{.title = spec.title, .tiles = std::move(*source)};
}

} // namespace

Result<map::GroundSheet> openSource(const SourceSpec& spec, const SourceServices& services, std::stop_token stop)
{
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    switch (spec.kind) {
    case SourceSpec::Kind::Xyz:
        return sheetOf(spec, openXyz(spec, services));
    case SourceSpec::Kind::Wms:
        return openWms(spec, services, stop);
    case SourceSpec::Kind::Wmts:
        return openWmts(spec, services, stop);
    case SourceSpec::Kind::MbTiles:
        return openMbTiles(spec);
    case SourceSpec::Kind::VectorTiles:
        return openVectorTiles(spec);
    case SourceSpec::Kind::VectorMap:
        return openVectorMap(spec);
    case SourceSpec::Kind::Raster:
        return openRaster(spec);
    }
    return fail(ErrorCode::FormatNotSupported, {}, {toJson(spec).value(QStringLiteral("kind")).toString()});
}

} // namespace hk::tiles
