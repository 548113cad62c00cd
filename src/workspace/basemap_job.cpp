#include "workspace/basemap_job.h"

#include "workspace/output_guard.h"

namespace hk::workspace {
namespace {

/// What is added to the complete file before it takes its place.
Result<void> complete(const QString& path)
{
    Q_UNUSED(path)
    return {};
}

} // namespace

Result<exchange::OsmMapCounts> buildBasemap(const exchange::OsmMapRequest& request,
                                            const std::function<void(double)>& progress, std::stop_token stop)
{
    if (const Result<void> may = mayReplace(request.target, {request.osm}); !may)
        return tl::unexpected(may.error());
    return exchange::buildOsmMap(request, progress, std::move(stop), complete);
}

} // namespace hk::workspace
