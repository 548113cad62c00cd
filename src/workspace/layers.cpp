#include "workspace/layers.h"

#include "map/layer_legend.h"
#include "map/style.h"
#include "workspace/map_ground.h"
#include "workspace/workspace.h"

#include <QDateTime>
#include <QFileInfo>
#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>

namespace hk::workspace {
namespace {

constexpr qint64 mostCached = 2'000'000'000;

/// When the file was written last, and how long it is; of a file that is not there another value than of any that is.
std::pair<qint64, qint64> stamp(const QString& path)
{
    const QFileInfo info(path);
    return info.exists() ? std::pair(info.lastModified().toMSecsSinceEpoch(), info.size()) : std::pair<qint64, qint64>(-1, -1);
}

/// Whether the sheet that a style asks for differs in more than its colours: then the features are read anew.
bool sameFeatures(const map::LayerStyle& a, const map::LayerStyle& b)
{
    return map::classExpression(a) == map::classExpression(b) && a.labels == b.labels && a.labelField == b.labelField;
}

} // namespace

/// What is known of a layer for this run.
struct Layers::Entry {
    LayerState state;
    std::pair<qint64, qint64> seen; ///< stamp of the file when it was prepared
    map::GroundSheet sheet;         ///< without features and tiles: nothing to be shown yet
    std::optional<map::LayerStyle> drawn; ///< whose rules `light` and `dark` are
    std::shared_ptr<const map::MapStyle> light;
    std::shared_ptr<const map::MapStyle> dark;
    std::shared_ptr<const map::LayerLegend> legend; ///< the same one as long as it says the same
    map::LayerStyle opened; ///< the style whose classes the sheet's features bear
    std::stop_source stop;
    int job = 0;
    ~Entry() { stop.request_stop(); }
};

class Layers::Command : public QUndoCommand {
public:
    Command(Layers& layers, std::vector<MapLayer> before, std::vector<MapLayer> after, const QString& words)
        : QUndoCommand(words)
        , m_layers(layers)
        , m_before(std::move(before))
        , m_after(std::move(after))
    {
    }
    void redo() override { m_layers.setList(m_after, true); }
    void undo() override { m_layers.setList(m_before, true); }

private:
    Layers& m_layers;
    std::vector<MapLayer> m_before;
    std::vector<MapLayer> m_after;
};

Layers::Layers(Workspace& workspace, MapGround& ground, LayerServices services, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_ground(ground)
    , m_services(std::move(services))
{
    m_pool.setMaxThreadCount(2);
    connect(&m_workspace, &Workspace::opened, this, &Layers::load);
}

Layers::~Layers()
{
    m_entries.clear(); // stops what runs
    m_pool.waitForDone();
}

const MapLayer* Layers::find(const QUuid& id) const
{
    const auto found = std::find_if(m_list.begin(), m_list.end(), [&](const MapLayer& layer) { return layer.id == id; });
    return found == m_list.end() ? nullptr : &*found;
}

LayerState Layers::state(const QUuid& id) const
{
    const auto entry = m_entries.find(id);
    return entry == m_entries.end() ? LayerState{} : entry->second->state;
}

bool Layers::isBusy() const
{
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const auto& entry) { return entry.second->state.step == LayerState::Step::Preparing; });
}

void Layers::load()
{
    std::vector<MapLayer> list;
    m_unknown.clear();
    for (const store::StoredLayer& stored : m_workspace.storedLayers()) {
        if (auto layer = fromStored(stored, m_workspace.snapshot()->info.path))
            list.push_back(std::move(*layer));
        else
            m_unknown.push_back(stored);
    }
    m_entries.clear();
    m_list.clear();
    setList(list, false);
}

void Layers::add(MapLayer layer) { add(std::vector<MapLayer>{std::move(layer)}); }

void Layers::add(std::vector<MapLayer> layers)
{
    if (layers.empty())
        return;
    std::vector<MapLayer> next = m_list;
    for (MapLayer& layer : layers) {
        if (layer.id.isNull())
            layer.id = QUuid::createUuid();
        next.push_back(std::move(layer));
    }
    push(std::move(next), tr("Add %n layer(s)", nullptr, static_cast<int>(layers.size())));
}

void Layers::remove(const QUuid& id)
{
    const MapLayer* layer = find(id);
    if (!layer)
        return;
    const QString words = tr("Remove the layer %1").arg(layer->title);
    std::vector<MapLayer> next = m_list;
    std::erase_if(next, [&](const MapLayer& each) { return each.id == id; });
    push(std::move(next), words);
}

void Layers::move(const QUuid& id, int position)
{
    std::vector<MapLayer> next = m_list;
    const auto found = std::find_if(next.begin(), next.end(), [&](const MapLayer& layer) { return layer.id == id; });
    if (found == next.end())
        return;
    MapLayer layer = *found;
    next.erase(found);
    const auto place = std::clamp<std::ptrdiff_t>(position, 0, static_cast<std::ptrdiff_t>(next.size()));
    next.insert(next.begin() + place, std::move(layer));
    if (next != m_list)
        push(std::move(next), tr("Reorder layers"));
}

void Layers::change(const MapLayer& layer, const QString& words)
{
    std::vector<MapLayer> next = m_list;
    const auto found = std::find_if(next.begin(), next.end(), [&](const MapLayer& each) { return each.id == layer.id; });
    if (found == next.end() || *found == layer)
        return;
    *found = layer;
    push(std::move(next), words);
}

void Layers::setVisible(const QUuid& id, bool visible)
{
    if (const MapLayer* found = find(id)) {
        MapLayer layer = *found;
        layer.visible = visible;
        change(layer, visible ? tr("Show the layer %1").arg(layer.title) : tr("Hide the layer %1").arg(layer.title));
    }
}

void Layers::push(std::vector<MapLayer> next, const QString& words)
{
    m_workspace.undoStack()->push(new Command(*this, m_list, std::move(next), words));
}

void Layers::setList(const std::vector<MapLayer>& list, bool store)
{
    const std::vector<MapLayer> before = std::exchange(m_list, list);
    std::erase_if(m_entries, [&](const auto& entry) { return !find(entry.first); });
    for (const MapLayer& layer : m_list) {
        const auto old = std::find_if(before.begin(), before.end(), [&](const MapLayer& each) { return each.id == layer.id; });
        const bool same = old != before.end() && old->source == layer.source && old->layer == layer.layer
                          && old->crs == layer.crs && m_entries.contains(layer.id);
        if (!same)
            start(layer, false);
        else if (old->style != layer.style)
            openFeatures(layer);
    }
    if (store) {
        std::vector<store::StoredLayer> stored;
        for (const MapLayer& layer : m_list)
            stored.push_back(toStored(layer, m_workspace.snapshot()->info.path));
        stored.insert(stored.end(), m_unknown.begin(), m_unknown.end());
        m_workspace.storeLayers(stored);
    }
    Q_EMIT listChanged();
    showSheets();
}

void Layers::start(const MapLayer& layer, bool keepShown)
{
    std::unique_ptr<Entry>& entry = m_entries[layer.id];
    if (!entry || !keepShown)
        entry = std::make_unique<Entry>();
    entry->stop.request_stop();
    entry->stop = std::stop_source();
    entry->job = ++m_lastJob;
    entry->state.step = LayerState::Step::Preparing;
    entry->state.done = 0;
    m_pool.start([this, layer, services = m_services, job = entry->job, stop = entry->stop.get_token()] {
        const auto seen = isFile(layer) ? stamp(layer.source) : std::pair<qint64, qint64>();
        const auto tell = [this, id = layer.id, job](qint64 done, qint64 total) {
            const double share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0.0;
            QMetaObject::invokeMethod(this, [this, id, job, share] {
                const auto running = m_entries.find(id);
                if (running == m_entries.end() || running->second->job != job)
                    return;
                running->second->state.done = share;
                Q_EMIT stateChanged(id);
            });
        };
        auto opened = openLayer(layer, services, stop, tell);
        QMetaObject::invokeMethod(this, [this, id = layer.id, job, opened = std::move(opened), seen, style = layer.style] {
            if (const auto running = m_entries.find(id); running != m_entries.end() && running->second->job == job) {
                running->second->opened = style;
                running->second->seen = seen;
            }
            finish(id, job, opened);
        });
    });
    Q_EMIT stateChanged(layer.id);
}

void Layers::finish(const QUuid& id, int job, const Result<OpenedLayer>& opened)
{
    const auto found = m_entries.find(id);
    const MapLayer* layer = find(id);
    if (found == m_entries.end() || !layer || found->second->job != job)
        return; // stale
    Entry& entry = *found->second;
    if (opened) {
        entry.state.step = LayerState::Step::Ready;
        entry.state.error = {};
        entry.state.prepared = opened->prepared;
        entry.sheet = opened->sheet;
    } else {
        entry.state.error = opened.error();
        const bool unknownCrs = entry.state.error.code == ErrorCode::CrsNotUnderstood && entry.state.error.arguments.isEmpty();
        entry.state.step = entry.state.error.code == ErrorCode::FileNotFound ? LayerState::Step::Missing
                           : unknownCrs                                      ? LayerState::Step::CrsWanted
                                                                             : LayerState::Step::Failed;
        entry.sheet = {};
    }
    entry.state.changed = false;
    if (entry.state.step == LayerState::Step::Ready && !(entry.opened == layer->style))
        openFeatures(*layer); // restyled meanwhile
    showSheets();
    Q_EMIT stateChanged(id);
    if (entry.state.step == LayerState::Step::Ready)
        Q_EMIT ready(id);
    if (!isBusy()) {
        QStringList keep;
        for (const auto& each : m_entries)
            keep.append(each.second->state.prepared.path);
        m_pool.start([folder = m_services.cacheFolder, keep] { exchange::trimLayerCache(folder, mostCached, keep); });
    }
}

/// Another style: where only colours differ the features stay.
void Layers::openFeatures(const MapLayer& layer)
{
    Entry& entry = *m_entries.at(layer.id);
    if (entry.state.step != LayerState::Step::Ready || layer.kind == MapLayer::Kind::Picture
        || sameFeatures(entry.opened, layer.style)) {
        entry.opened = layer.style;
        if (entry.state.step == LayerState::Step::Ready)
            entry.job = ++m_lastJob; // features being read in another style come too late
        return;
    }
    entry.job = ++m_lastJob;
    m_pool.start([this, id = layer.id, job = entry.job, style = layer.style, prepared = entry.state.prepared] {
        const auto features = workspace::openFeatures(prepared, style);
        QMetaObject::invokeMethod(this, [this, id, job, style, features] {
            const auto found = m_entries.find(id);
            if (found == m_entries.end() || found->second->job != job)
                return;
            found->second->opened = style;
            if (features) {
                found->second->sheet.features = *features;
            } else {
                found->second->state.step = LayerState::Step::Failed;
                found->second->state.error = features.error();
                found->second->sheet = {};
            }
            showSheets();
            Q_EMIT stateChanged(id);
        });
    });
}

/// The classes the features bear, in the colours of now: they differ for a moment while features are read anew.
const map::LayerStyle& Layers::styleShown(const MapLayer& layer, const Entry& entry)
{
    return sameFeatures(entry.opened, layer.style) ? layer.style : entry.opened;
}

void Layers::showSheets()
{
    std::vector<map::GroundSheet> sheets;
    std::vector<std::shared_ptr<const map::MapStyle>> dark;
    for (const MapLayer& layer : m_list) {
        Entry& entry = *m_entries.at(layer.id);
        if (!layer.visible || (!entry.sheet.features && !entry.sheet.tiles))
            continue;
        map::GroundSheet sheet = entry.sheet;
        sheet.title = layer.title;
        sheet.attribution = layer.attribution;
        if (layer.kind != MapLayer::Kind::Picture && entry.drawn != styleShown(layer, entry)) {
            // the same rules as long as they say the same: nothing is drawn anew then
            entry.drawn = styleShown(layer, entry);
            entry.light = map::mapStyleOf(*entry.drawn, false);
            entry.dark = map::mapStyleOf(*entry.drawn, true);
        }
        if (layer.kind != MapLayer::Kind::Picture) {
            sheet.style = entry.light;
            sheet.labels = entry.drawn->labels;
        }
        dark.push_back(layer.kind != MapLayer::Kind::Picture ? entry.dark : nullptr);
        map::LayerLegend legend = layerLegendOf(layer, styleShown(layer, entry), entry.state.prepared);
        if (!entry.legend || !(*entry.legend == legend))
            entry.legend = std::make_shared<const map::LayerLegend>(std::move(legend));
        sheet.legend = entry.legend;
        sheets.push_back(std::move(sheet));
    }
    m_ground.setLayers(std::move(sheets), std::move(dark));
}

void Layers::refresh()
{
    std::vector<std::pair<QUuid, QString>> files;
    for (const MapLayer& layer : m_list)
        if (isFile(layer) && m_entries.at(layer.id)->state.step != LayerState::Step::Preparing)
            files.emplace_back(layer.id, layer.source);
    if (files.empty())
        return;
    m_pool.start([this, files] {
        std::vector<std::pair<qint64, qint64>> stamps;
        for (const auto& file : files)
            stamps.push_back(stamp(file.second));
        QMetaObject::invokeMethod(this, [this, files, stamps] {
            for (std::size_t i = 0; i < files.size(); ++i) {
                const MapLayer* layer = find(files[i].first);
                if (!layer || layer->source != files[i].second)
                    continue;
                Entry& entry = *m_entries.at(layer->id);
                if (entry.state.step == LayerState::Step::Preparing || stamps[i] == entry.seen)
                    continue;
                entry.state.changed = true;
                start(*layer, true);
            }
        });
    });
}

void Layers::reload(const QUuid& id)
{
    if (const MapLayer* layer = find(id))
        start(*layer, true);
}

} // namespace hk::workspace
