#include "cli/analysed_file.h"

#include "cli/place_filter.h"
#include "map/basemap.h"
#include "store/incident_store.h"

namespace hk::cli {

Result<Analysed> analyseFile(const Arguments& given)
{
    const Result<store::IncidentStore> store = store::IncidentStore::open(given.at(0), store::Access::ReadOnly);
    if (!store)
        return tl::unexpected(store.error());
    const Result<IncidentFilter> filter = filterWithPlaces(given, store->categories());
    if (!filter)
        return tl::unexpected(filter.error());
    const Result<workspace::MapSettings> settings = given.settings();
    if (!settings)
        return tl::unexpected(settings.error());
    const Result<std::shared_ptr<const map::Basemap>> basemap = map::Basemap::embedded();
    if (!basemap)
        return tl::unexpected(basemap.error());
    const Result<workspace::SnapshotPtr> snapshot = workspace::loadSnapshot(*store);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    Result<workspace::MapAnalysisPtr> analysis
        = workspace::analyse(*snapshot, *filter, *settings, map::PlaceSearch(*basemap));
    if (!analysis)
        return tl::unexpected(analysis.error());
    Result<std::vector<store::StoredLayer>> layers = store->layers();
    if (!layers)
        return tl::unexpected(layers.error());
    return Analysed{*basemap, *analysis, std::move(*layers)};
}

} // namespace hk::cli
