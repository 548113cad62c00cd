#pragma once

#include "exchange/layer_file.h"
#include "ui/latest_job.h"
#include "workspace/layers.h"

#include <QObject>
#include <QStringList>
#include <memory>

class QAction;
class QWidget;

namespace hk::net {
class HttpClient;
}
namespace hk::tiles {
class Keyring;
}

namespace hk::ui {

class DropCard;
class LayerPanel;
class MapArea;

/// What is done with layers of one's own in the window: adding by drop or dialog, asking what a file does not say, appearance.
class LayerController : public QObject {
    Q_OBJECT
public:
    /// All must outlive the controller. `http` null: no services can be connected.
    LayerController(workspace::Workspace& workspace, workspace::MapGround& ground, workspace::LayerServices services,
                    std::shared_ptr<net::HttpClient> http, std::shared_ptr<tiles::Keyring> keyring, MapArea& area,
                    QWidget* window);
    ~LayerController() override;

    workspace::Layers& layers() { return *m_layers; }
    LayerPanel& panel() { return *m_panel; }
    QAction* addAction() const { return m_add; }
    QAction* wfsAction() const { return m_wfs; }
    void setDark(bool dark);
    void retranslate();
    /// Files that were dropped or chosen: incidents are opened, tables asked about, all else becomes layers.
    void takeFiles(const QStringList& paths);
    void askAdd();
    void connectWfs();

Q_SIGNALS:
    void openWanted(const QString& path);
    void importWanted(const QString& path);
    void failed(const hk::Error& error);
    void layerAdded(); ///< the panel is to be seen

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void inspectNext();
    void inspected(const Result<exchange::LayerFileInfo>& info);
    void askWhat(const exchange::LayerFileInfo& info);
    void addLayers(const exchange::LayerFileInfo& info);
    void askCrs(const QUuid& id);
    void showStyle(const QUuid& id);
    void goTo(const QUuid& id);
    void remove(const QUuid& id);
    void mend(const QUuid& id);
    bool canAdd();

    workspace::Workspace& m_workspace;
    workspace::Layers* m_layers;
    std::shared_ptr<net::HttpClient> m_http;
    std::shared_ptr<tiles::Keyring> m_keyring; ///< may be null
    MapArea& m_area;
    QWidget* m_window;
    LayerPanel* m_panel;
    DropCard* m_card;
    QAction* m_add;
    QAction* m_wfs;
    QStringList m_waiting; ///< files that have not been looked into
    exchange::LayerFileInfo m_asked; ///< what the card asks about
    bool m_toldReadOnly = false;
    LatestJob<Result<exchange::LayerFileInfo>> m_inspection;
    LatestJob<Result<exchange::LayerFileInfo>> m_crsInspection; ///< its own: it must not stop that of the files that wait
};

} // namespace hk::ui
