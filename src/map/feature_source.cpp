#include "map/feature_source.h"

#include "map/basemap.h"

namespace hk::map {

Result<void> FeatureSource::eachNamed(Plane plane, const Take& take, std::stop_token stop) const
{
    constexpr double closest = 22; // all that a style may draw at the closest zoom: everything
    const QRectF all = bounds(plane);
    if (all.isEmpty())
        return {};
    const auto found = features(all, plane, closest, stop);
    if (!found)
        return tl::unexpected(found.error());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return take(**found);
}

} // namespace hk::map
