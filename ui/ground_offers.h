#pragma once

#include "workspace/name_sources.h"

#include <QObject>

namespace hk::workspace {
class Backgrounds;
class Layers;
class MapGround;
} // namespace hk::workspace

namespace hk::ui {

class FilterPanel;
class MethodController;

/// What background and layers offer the rest of the window: names to the search, areas and places to the filter and to the count
/// by area. Lives on the window's thread.
class GroundOffers : public QObject {
    Q_OBJECT
public:
    /// All must outlive it. `backgrounds` may be null: the embedded map alone.
    GroundOffers(workspace::MapGround& ground, const workspace::Backgrounds* backgrounds, const workspace::Layers& layers,
                 const map::PlaceSearch& places, FilterPanel& filter, MethodController& methods, QObject* parent);

private:
    void offerNames();
    void offerSources();

    workspace::MapGround& m_ground;
    const workspace::Backgrounds* m_backgrounds;
    const workspace::Layers& m_layers;
    FilterPanel& m_filter;
    MethodController& m_methods;
    workspace::NameSources m_names;
    QStringList m_files; ///< whose names are offered
    std::shared_ptr<const map::FeatureSource> m_opened; ///< the map of m_files
    std::vector<std::shared_ptr<const map::FeatureSource>> m_features;
};

} // namespace hk::ui
