#pragma once

#include "core/result.h"
#include "map/viewport.h"

#include <QRectF>
#include <QString>
#include <functional>
#include <memory>
#include <stop_token>

namespace hk::map {

class Basemap;

/// Where the features of a vector map come from: memory, an indexed file, vector tiles. Thread-safe.
class FeatureSource {
public:
    virtual ~FeatureSource() = default;
    /// The features of the rectangle (plane metres) that a style may draw at the zoom (fractional, of a 512-px pyramid), with
    /// vertices in that plane; there may be more of them, but never fewer. Blocks for as long as a disk takes: for workers.
    /// What was given is kept for the next one who asks nearby. Errors: those of the file; Cancelled.
    virtual Result<std::shared_ptr<const Basemap>> features(const QRectF& rect, Plane plane, double zoom,
                                                            std::stop_token stop = {}) const = 0;
    /// Hands over all features that bear a name, some at a time, with vertices in the plane; from a large file never all at once.
    /// Blocks. Errors: as features().
    using Take = std::function<Result<void>(const Basemap& some)>;
    virtual Result<void> eachNamed(Plane plane, const Take& take, std::stop_token stop = {}) const;
    /// All that the source covers, plane metres; empty where nothing is known.
    virtual QRectF bounds(Plane plane) const = 0;
    /// "Underlag: © OpenStreetMaps bidragsgivare"; empty: none to be shown.
    virtual QString attribution() const = 0;
    /// Whether the same features are given wherever one asks, all there are.
    virtual bool isWhole() const { return false; }
};

} // namespace hk::map
