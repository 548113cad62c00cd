#include "workspace/basemap_job.h"

#include "map/name_index.h"
#include "workspace/output_guard.h"

namespace hk::workspace {
namespace {

// Of the whole; the index of names takes the rest.
constexpr double drawnShare = 0.85;

} // namespace

Result<exchange::OsmMapCounts> buildBasemap(const exchange::OsmMapRequest& request,
                                            const std::function<void(double)>& progress, std::stop_token stop)
{
    if (const Result<void> may = mayReplace(request.target, {request.osm}); !may)
        return tl::unexpected(may.error());
    const auto tell = [&progress](double done) {
        if (progress)
            progress(done);
    };
    // The names are added to the complete file before it takes its place.
    const auto addNames = [&tell, stop](const QString& path) {
        return map::NameIndex::build(path, [&tell](double done) { tell(drawnShare + (1 - drawnShare) * done); }, stop);
    };
    return exchange::buildOsmMap(request, [&tell](double done) { tell(drawnShare * done); }, stop, addNames);
}

} // namespace hk::workspace
