#pragma once

#include "map/feature_source.h"
#include "map/ground.h"
#include "tiles/source_spec.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace hk::net {
class HttpClient;
}

namespace hk::tiles {

/// What opening needs from outside: passed in by the composition root.
struct SourceServices {
    std::shared_ptr<net::HttpClient> http; ///< null: nothing is asked of a server
    QString cacheFolder;                   ///< for pictures of servers; empty: memory alone
    std::function<QString(const QString& host, const QString& user, std::stop_token)> password; ///< from the keyring; any thread
};

/// A sheet that draws the source: pictures or features. May take a second (capabilities of a service, a large file): for
/// workers. Errors: FileNotFound, FileDamaged, FormatNotSupported, CrsNotUnderstood, NotFound (a layer), those of the network.
Result<map::GroundSheet> openSource(const SourceSpec& spec, const SourceServices& services, std::stop_token stop = {});

/// The ground with a picture for each of its tile sheets that covers the rectangle (metres of the plane) in pixels of that size
/// (metres), warped by GDAL: for paper, and for the plane of paper. Errors: those of the sources; Cancelled.
Result<map::Ground> withPictures(map::Ground ground, map::Plane plane, const QRectF& rect, double pixel, std::stop_token stop = {},
                                 const std::function<void(double done)>& progress = {});

} // namespace hk::tiles
