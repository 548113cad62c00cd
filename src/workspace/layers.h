#pragma once

#include "workspace/layer_sheet.h"

#include <QObject>
#include <QThreadPool>
#include <QUuid>
#include <map>
#include <memory>
#include <vector>

namespace hk::workspace {

class MapGround;
class Workspace;

/// How far a layer has come.
struct LayerState {
    enum class Step {
        Preparing,
        Ready,
        Missing,  ///< the file is not where it was; the features of a service have not been fetched to this computer
        CrsWanted, ///< nobody has said in which CRS it is
        Failed
    };
    Step step = Step::Preparing;
    double done = 0.0; ///< 0–1 while it is prepared
    Error error = {};  ///< of Missing, CrsWanted, Failed
    exchange::PreparedLayer prepared = {}; ///< of Ready, but for pictures
    bool changed = false; ///< the file has changed since: it is being prepared anew and the old one is shown
};

/// The layers of one's own of the open file: prepares and opens them on workers and gives their sheets to the ground. Every
/// change of the list is one step of the workspace's undo, and is stored in the file; in a read-only file the layers last for
/// this run. Lives on the window's thread.
class Layers : public QObject {
    Q_OBJECT
public:
    /// Both must outlive it.
    Layers(Workspace& workspace, MapGround& ground, LayerServices services, QObject* parent = nullptr);
    ~Layers() override;

    const std::vector<MapLayer>& list() const { return m_list; } ///< the lowest first
    const MapLayer* find(const QUuid& id) const;
    LayerState state(const QUuid& id) const;
    const QString& cacheFolder() const { return m_services.cacheFolder; }

    void add(MapLayer layer); ///< uppermost; a null id is made
    void add(std::vector<MapLayer> layers);
    void remove(const QUuid& id);
    void move(const QUuid& id, int position); ///< 0: the lowest
    /// Puts another in the place of the one with the same id.
    void change(const MapLayer& layer, const QString& words);
    void setVisible(const QUuid& id, bool visible);
    /// Looks whether files have changed or come back, and prepares those anew. Asks nothing of a service.
    void refresh();
    /// The features of a service lie anew in the cache folder.
    void reload(const QUuid& id);
    bool isBusy() const;

Q_SIGNALS:
    void listChanged();
    void stateChanged(const QUuid& id);
    /// A layer has been prepared for the first time, or with another result.
    void ready(const QUuid& id);

private:
    struct Entry;
    class Command;
    void load();
    void push(std::vector<MapLayer> next, const QString& words);
    void setList(const std::vector<MapLayer>& list, bool store);
    void start(const MapLayer& layer, bool keepShown);
    void finish(const QUuid& id, int job, const Result<OpenedLayer>& opened);
    void openFeatures(const MapLayer& layer);
    static const map::LayerStyle& styleShown(const MapLayer& layer, const Entry& entry);
    void showSheets();

    Workspace& m_workspace;
    MapGround& m_ground;
    LayerServices m_services;
    std::vector<MapLayer> m_list;
    std::vector<store::StoredLayer> m_unknown; ///< of a newer program: kept in the file, uppermost
    std::map<QUuid, std::unique_ptr<Entry>> m_entries;
    QThreadPool m_pool;
    int m_lastJob = 0;
};

} // namespace hk::workspace
