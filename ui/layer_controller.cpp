#include "ui/layer_controller.h"

#include "exchange/police_notices.h"
#include "geo/transform.h"
#include "net/http_client.h"
#include "ui/drop_card.h"
#include "ui/icons.h"
#include "ui/layer_crs_dialog.h"
#include "ui/layer_panel.h"
#include "ui/layer_style_dialog.h"
#include "ui/map_area.h"
#include "ui/map_view.h"
#include "ui/receipt_bar.h"
#include "ui/wfs_dialog.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

#include <cmath>

namespace hk::ui {
namespace {

/// Files that only stand beside the one that is meant.
bool isCompanion(const QString& path)
{
    static const QStringList suffixes = QStringLiteral("dbf shx prj cpg sbn sbx qix qmd aux tfw jgw pgw dat id map").split(u' ');
    return suffixes.contains(QFileInfo(path).suffix().toLower());
}

QStringList filesOf(const QMimeData* data)
{
    QStringList paths;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    if (paths.size() > 1)
        paths.removeIf(isCompanion);
    return paths;
}

/// The name to label by, where a field is called so.
QString nameField(const exchange::LayerInfo& layer)
{
    for (const char* name : {"name", "namn", "title", "titel", "benamning", "label", "regsonamn", "deso", "stop_name", "kommunnamn"})
        for (const exchange::LayerField& field : layer.fields)
            if (field.name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0)
                return field.name;
    return {};
}

tiles::SourceSpec::Kind pictureKind(exchange::LayerFileKind kind)
{
    switch (kind) {
    case exchange::LayerFileKind::MbTiles: return tiles::SourceSpec::Kind::MbTiles;
    case exchange::LayerFileKind::VectorTiles: return tiles::SourceSpec::Kind::VectorTiles;
    case exchange::LayerFileKind::VectorMap: return tiles::SourceSpec::Kind::VectorMap;
    default: return tiles::SourceSpec::Kind::Raster;
    }
}

workspace::LayerServices withFolder(workspace::LayerServices services)
{
    if (services.cacheFolder.isEmpty())
        services.cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/layers");
    return services;
}

} // namespace

LayerController::LayerController(workspace::Workspace& workspace, workspace::MapGround& ground,
                                 workspace::LayerServices services, std::shared_ptr<net::HttpClient> http,
                                 std::shared_ptr<tiles::Keyring> keyring, MapArea& area, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_layers(new workspace::Layers(workspace, ground, withFolder(std::move(services)), this))
    , m_http(std::move(http))
    , m_keyring(std::move(keyring))
    , m_area(area)
    , m_window(window)
    , m_panel(new LayerPanel(*m_layers, window))
    , m_card(new DropCard(&area))
    , m_add(new QAction(icon(QStringLiteral("layers")), QString(), this))
    , m_wfs(new QAction(this))
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
    m_wfs->setEnabled(m_http != nullptr);
    connect(m_add, &QAction::triggered, this, &LayerController::askAdd);
    connect(m_wfs, &QAction::triggered, this, &LayerController::connectWfs);
    connect(m_panel, &LayerPanel::addWanted, this, &LayerController::askAdd);
    connect(m_panel, &LayerPanel::wfsWanted, this, &LayerController::connectWfs);
    connect(m_panel, &LayerPanel::styleWanted, this, &LayerController::showStyle);
    connect(m_panel, &LayerPanel::goToWanted, this, &LayerController::goTo);
    connect(m_panel, &LayerPanel::removeWanted, this, &LayerController::remove);
    connect(m_panel, &LayerPanel::mendWanted, this, &LayerController::mend);
    connect(m_card, &DropCard::answered, this, [this](int answer) {
        const exchange::LayerFileInfo info = std::exchange(m_asked, {});
        if (answer == 0)
            Q_EMIT importWanted(info.path);
        else if (answer == 1)
            addLayers(info);
        inspectNext();
    });
    connect(m_layers, &workspace::Layers::stateChanged, this, [this](const QUuid& id) {
        const workspace::LayerState state = m_layers->state(id);
        if (state.step == workspace::LayerState::Step::Failed)
            Q_EMIT failed(state.error);
    });
    connect(&m_workspace, &workspace::Workspace::opened, this, [this] {
        m_toldReadOnly = false;
        if (!m_layers->list().empty())
            Q_EMIT layerAdded();
    });
    retranslate();
}

LayerController::~LayerController() = default;

void LayerController::setDark(bool dark) { m_panel->setDark(dark); }

void LayerController::retranslate()
{
    m_add->setText(tr("Add &layer…"));
    m_add->setProperty("otherWords", tr("GeoPackage Shapefile GeoJSON KML GPX DXF file", "more words to find the command by"));
    m_wfs->setText(tr("Connect &WFS…"));
}

bool LayerController::eventFilter(QObject* watched, QEvent* event)
{
    const bool dragged = event->type() == QEvent::DragEnter || event->type() == QEvent::DragMove;
    if (watched == m_window && (dragged || event->type() == QEvent::Drop)) {
        auto* drop = static_cast<QDropEvent*>(event);
        const QStringList paths = filesOf(drop->mimeData());
        if (!paths.isEmpty()) {
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
            if (!dragged)
                takeFiles(paths);
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

void LayerController::askAdd()
{
    if (!canAdd())
        return;
    const QStringList paths = QFileDialog::getOpenFileNames(
        m_window, tr("Add layer"), {},
        tr("Maps and tables (*.gpkg *.shp *.zip *.geojson *.json *.kml *.kmz *.gpx *.gml *.csv *.tsv *.xlsx *.dxf *.tab *.fgb *.tif "
           "*.tiff *.jp2 *.mbtiles);;All files (*)"));
    takeFiles(paths);
}

bool LayerController::canAdd()
{
    if (m_workspace.isOpen())
        return true;
    m_card->hide();
    m_area.receipt().showReceipt(tr("Open an incident file first: the layers are kept with it."), false);
    return false;
}

void LayerController::takeFiles(const QStringList& paths)
{
    m_waiting.append(paths);
    if (!m_inspection.isRunning() && m_asked.path.isEmpty())
        inspectNext();
}

void LayerController::inspectNext()
{
    if (m_waiting.isEmpty()) {
        m_area.setWorking(false);
        return;
    }
    m_area.setWorking(true);
    m_inspection.run(
        [path = m_waiting.takeFirst()](std::stop_token stop) -> Result<exchange::LayerFileInfo> {
            exchange::LayerFileInfo incidents; // a table without a layer: there is nothing but incidents in it
            incidents.path = path;
            incidents.isTable = true;
            if (exchange::holdsPoliceNotices(path))
                return incidents;
            const Result<exchange::LayerFileInfo> info = exchange::inspectLayerFile(path, stop);
            return !info && info.error().code == ErrorCode::NoColumnsForPosition ? incidents : info;
        },
        [this](const Result<exchange::LayerFileInfo>& info) { inspected(info); });
}

void LayerController::inspected(const Result<exchange::LayerFileInfo>& info)
{
    m_area.setWorking(false);
    if (!info) {
        Q_EMIT failed(info.error());
    } else if (info->kind == exchange::LayerFileKind::Incidents) {
        Q_EMIT openWanted(info->path);
    } else if (!canAdd()) {
        m_waiting.clear();
    } else if (info->isTable && info->layers.empty()) {
        if (m_workspace.isReadOnly())
            Q_EMIT failed({ErrorCode::FileReadOnly, {m_workspace.snapshot()->info.path, -1, {}}, {}, {}});
        else
            Q_EMIT importWanted(info->path);
    } else if (info->isTable && !m_workspace.isReadOnly()) {
        askWhat(*info);
        return; // the next one when this is answered
    } else {
        addLayers(*info);
    }
    inspectNext();
}

void LayerController::askWhat(const exchange::LayerFileInfo& info)
{
    m_asked = info;
    m_card->ask(tr("What is in %1?").arg(QFileInfo(info.path).fileName()),
                tr("Incidents are stored in the open file and analysed. A layer is shown on the map."),
                {tr("Import incidents…"), tr("Add as layer")});
}

void LayerController::addLayers(const exchange::LayerFileInfo& info)
{
    const QFileInfo file(info.path);
    std::vector<workspace::MapLayer> added;
    int number = static_cast<int>(m_layers->list().size());
    if (info.kind != exchange::LayerFileKind::Vector) {
        workspace::MapLayer layer;
        layer.kind = workspace::MapLayer::Kind::Picture;
        layer.picture = pictureKind(info.kind);
        layer.title = file.completeBaseName();
        layer.source = file.absoluteFilePath();
        added.push_back(layer);
    }
    for (const exchange::LayerInfo& found : info.layers) {
        if (!found.placed && !added.empty())
            continue; // empty ones beside others, such as the routes of a track
        workspace::MapLayer layer;
        layer.source = file.absoluteFilePath();
        layer.layer = found.name;
        layer.title = info.layers.size() == 1 ? file.completeBaseName()
                                              : tr("%1: %2", "file, layer").arg(file.completeBaseName(), found.name);
        layer.style = map::defaultLayerStyle(workspace::drawnAs(found.geometry), number++);
        layer.style.labelField = nameField(found);
        added.push_back(layer);
    }
    for (workspace::MapLayer& layer : added) {
        layer.id = QUuid::createUuid();
        layer.attribution = info.attribution;
    }
    m_layers->add(added);
    Q_EMIT layerAdded();
    m_panel->setCurrent(added.back().id);
    if (m_workspace.isReadOnly() && !m_toldReadOnly) {
        m_toldReadOnly = true;
        m_area.receipt().showReceipt(tr("The file is open for reading only: its layers last until it is closed."), false);
    } else {
        m_area.receipt().showReceipt(tr("%n layer(s) added.", nullptr, static_cast<int>(added.size())), true);
    }
    for (std::size_t i = 0; i < added.size() && i < info.layers.size(); ++i)
        for (const exchange::LayerInfo& found : info.layers)
            if (found.name == added[i].layer && found.crs.isEmpty() && found.placed) {
                askCrs(added[i].id);
                return; // one question at a time; the others are asked from the list
            }
}

void LayerController::askCrs(const QUuid& id)
{
    const workspace::MapLayer* layer = m_layers->find(id);
    if (!layer)
        return;
    const auto ask = [this, id](const Result<exchange::LayerFileInfo>& info) {
        const workspace::MapLayer* asked = m_layers->find(id);
        if (!info || !asked) {
            if (!info)
                Q_EMIT failed(info.error());
            return;
        }
        std::vector<exchange::CrsGuess> guesses;
        for (const exchange::LayerInfo& found : info->layers)
            if (found.name == asked->layer)
                guesses = exchange::guessCrs(found.x, found.y);
        if (guesses.empty()) {
            Q_EMIT failed(Error{ErrorCode::CrsNotUnderstood, {asked->source}, {}, {}});
            return;
        }
        auto* dialog = new LayerCrsDialog(asked->title, guesses, m_window);
        connect(dialog, &LayerCrsDialog::crsChosen, this, [this, id](const QString& crs) {
            if (const workspace::MapLayer* found = m_layers->find(id)) {
                workspace::MapLayer changed = *found;
                changed.crs = crs;
                m_layers->change(changed, tr("Coordinate system of the layer %1").arg(changed.title));
            }
        });
        dialog->open();
    };
    m_crsInspection.run([path = layer->source](std::stop_token stop) { return exchange::inspectLayerFile(path, stop); }, ask);
}

void LayerController::showStyle(const QUuid& id)
{
    const workspace::MapLayer* layer = m_layers->find(id);
    if (!layer || m_layers->state(id).step != workspace::LayerState::Step::Ready)
        return;
    auto* dialog = new LayerStyleDialog(*m_layers, id, m_window);
    connect(dialog, &LayerStyleDialog::styleChosen, this, [this, id](const map::LayerStyle& style, const QString& attribution) {
        if (const workspace::MapLayer* found = m_layers->find(id)) {
            workspace::MapLayer changed = *found;
            changed.style = style;
            changed.attribution = attribution;
            m_layers->change(changed, tr("Appearance of the layer %1").arg(changed.title));
        }
    });
    dialog->open();
}

void LayerController::goTo(const QUuid& id)
{
    const workspace::LayerState state = m_layers->state(id);
    if (state.step != workspace::LayerState::Step::Ready || state.prepared.features == 0)
        return;
    const exchange::PreparedLayer& layer = state.prepared;
    const geo::Sweref99Transform transform;
    const Sweref99 low = transform.toSweref(WebMercator{layer.minX, layer.minY});
    const Sweref99 high = transform.toSweref(WebMercator{layer.maxX, layer.maxY});
    const Sweref99 middle{(low.easting + high.easting) / 2, (low.northing + high.northing) / 2};
    m_area.map().goTo(middle, std::max(150.0, std::hypot(high.easting - low.easting, high.northing - low.northing) / 2));
}

void LayerController::remove(const QUuid& id)
{
    const workspace::MapLayer* layer = m_layers->find(id);
    if (!layer)
        return;
    const QString title = layer->title;
    m_layers->remove(id);
    m_area.receipt().showReceipt(tr("The layer %1 removed.").arg(title), true);
}

void LayerController::mend(const QUuid& id)
{
    const workspace::MapLayer* layer = m_layers->find(id);
    if (!layer)
        return;
    if (m_layers->state(id).step == workspace::LayerState::Step::CrsWanted) {
        askCrs(id);
        return;
    }
    if (layer->kind == workspace::MapLayer::Kind::Wfs) {
        if (!m_http)
            return;
        auto* dialog = new WfsDialog(m_http, m_keyring, m_layers->cacheFolder(), m_window);
        dialog->refetch(layer->source, layer->layer);
        connect(dialog, &WfsDialog::fetched, this, [this, id](const QString& address, const QString& type) {
            const workspace::MapLayer* found = m_layers->find(id);
            if (found && found->source == address && found->layer == type)
                m_layers->reload(id);
        });
        dialog->open();
        return;
    }
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Point out the file of %1").arg(layer->title),
                                                      QFileInfo(layer->source).absolutePath());
    if (path.isEmpty())
        return;
    workspace::MapLayer changed = *layer;
    changed.source = QFileInfo(path).absoluteFilePath();
    m_layers->change(changed, tr("Point out the file of %1").arg(layer->title));
}

void LayerController::connectWfs()
{
    if (!canAdd() || !m_http)
        return;
    auto* dialog = new WfsDialog(m_http, m_keyring, m_layers->cacheFolder(), m_window);
    connect(dialog, &WfsDialog::fetched, this, [this](const QString& address, const QString& type, const QString& title,
                                                        const QString& attribution) {
        workspace::MapLayer layer;
        layer.attribution = attribution.left(workspace::MapLayer::longestAttribution);
        layer.id = QUuid::createUuid();
        layer.kind = workspace::MapLayer::Kind::Wfs;
        layer.title = title;
        layer.source = address;
        layer.layer = type;
        layer.style = map::defaultLayerStyle(std::nullopt, static_cast<int>(m_layers->list().size()));
        m_layers->add(layer);
        Q_EMIT layerAdded();
        m_panel->setCurrent(layer.id);
    });
    dialog->open();
}

} // namespace hk::ui
