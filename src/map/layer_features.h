#pragma once

#include "map/feature_source.h"
#include "map/layer_style.h"

#include <memory>

namespace hk::map {

/// The features of a prepared layer (a table with an R-tree in Web Mercator, see exchange/layer_file.h), read by view: what is
/// smaller than half a pixel is drawn once for each half pixel, so that a million features need no more than the view shows.
class LayerFeatures : public FeatureSource {
public:
    /// `style` says which class and which name a feature bears. Errors: FileNotFound, FileDamaged (no such table or column).
    static Result<std::shared_ptr<const FeatureSource>> open(const QString& path, const QString& table, const LayerStyle& style);
    ~LayerFeatures() override;

    Result<std::shared_ptr<const Basemap>> features(const QRectF& rect, Plane plane, double zoom,
                                                    std::stop_token stop = {}) const override;
    QRectF bounds(Plane plane) const override;
    QString attribution() const override { return {}; }

private:
    struct Impl;
    explicit LayerFeatures(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace hk::map
