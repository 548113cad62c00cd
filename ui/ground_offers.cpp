#include "ui/ground_offers.h"

#include "ui/filter_panel.h"
#include "ui/methods/method_controller.h"
#include "workspace/backgrounds.h"
#include "workspace/layers.h"
#include "workspace/map_ground.h"

namespace hk::ui {

GroundOffers::GroundOffers(workspace::MapGround& ground, const workspace::Backgrounds* backgrounds,
                           const workspace::Layers& layers, const map::PlaceSearch& places, FilterPanel& filter,
                           MethodController& methods, QObject* parent)
    : QObject(parent)
    , m_ground(ground)
    , m_backgrounds(backgrounds)
    , m_layers(layers)
    , m_filter(filter)
    , m_methods(methods)
    , m_names(places)
{
    connect(&m_ground, &workspace::MapGround::changed, this, &GroundOffers::offerNames);
    connect(&m_layers, &workspace::Layers::listChanged, this, &GroundOffers::offerSources);
    offerNames();
    offerSources();
}

void GroundOffers::offerNames()
{
    QStringList files;
    if (m_backgrounds)
        if (const auto spec = m_backgrounds->list().spec(m_backgrounds->list().chosen);
            spec && spec->kind == tiles::SourceSpec::Kind::VectorMap && !m_backgrounds->failure())
            files.append(spec->address);
    std::vector<std::shared_ptr<const map::FeatureSource>> features;
    for (const map::GroundSheet& sheet : m_ground.layers())
        if (sheet.features)
            features.push_back(sheet.features);
    // a map that was built anew lies under the same name
    const auto& background = m_ground.background();
    const std::shared_ptr<const map::FeatureSource> opened = files.isEmpty() ? nullptr : background.front().features;
    if (files == m_files && opened == m_opened && features == m_features)
        return;
    m_files = files;
    m_opened = opened;
    m_features = features;
    m_names.set(files, std::move(features));
}

void GroundOffers::offerSources()
{
    QList<PlaceSource> sources;
    for (const workspace::MapLayer& layer : m_layers.list())
        if (layer.kind == workspace::MapLayer::Kind::File)
            sources.append({layer.title, layer.source});
    m_filter.setPlaceSources(sources);
    m_methods.setAreaSources(sources);
}

} // namespace hk::ui
