#include "ui/methods/method_controller.h"

#include "exchange/zone_reader.h"
#include "methods/result_files.h"
#include "ui/map_view.h"
#include "ui/methods/area_box.h"
#include "ui/methods/method_explanation.h"
#include "ui/methods/method_panel.h"
#include "workspace/export_log.h"
#include "workspace/output_guard.h"
#include "workspace/workspace.h"

#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>
#include <algorithm>
#include <utility>

namespace hk::ui {
namespace {

const QString onPageKey = QStringLiteral("methods/onPage");
const QString onMapKey = QStringLiteral("methods/onMap");
const QString folderKey = QStringLiteral("methods/folder");
constexpr int soon = 60; // ms: several changes at once are one

QString groupOf(methods::Method method)
{
    return QStringLiteral("methods/") + methods::keyOf(method);
}

} // namespace

using methods::Method;
using workspace::Workspace;

MethodController::MethodController(Workspace& workspace, MethodPanel& panel, MapView& map, QSettings& settings,
                                   QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_panel(panel)
    , m_map(map)
    , m_settings(settings)
    , m_runner(new MethodRunner(this))
    , m_soon(new QTimer(this))
{
    m_panel.installEventFilter(this);
    m_soon->setSingleShot(true);
    m_soon->setInterval(soon);
    connect(m_soon, &QTimer::timeout, this, &MethodController::runNow);
    connect(m_runner, &MethodRunner::finished, this, &MethodController::take);
    connect(m_runner, &MethodRunner::lasting, &m_panel, &MethodPanel::showProgress);
    connect(m_runner, &MethodRunner::stopped, &m_panel, &MethodPanel::showStopped);
    connect(&m_panel, &MethodPanel::stopWanted, this, [this] {
        drop();
        m_runner->cancel();
    });
    connect(&m_panel, &MethodPanel::againWanted, this, &MethodController::runNow);
    connect(&m_panel, &MethodPanel::methodWanted, this, &MethodController::choose);
    connect(&m_panel, &MethodPanel::listWanted, this, &MethodController::leaveMethod);
    connect(&m_panel, &MethodPanel::languageChanged, this, &MethodController::renewForm);
    connect(&m_panel, &MethodPanel::explanationWanted, this, &MethodController::explain);
    connect(&m_panel, &MethodPanel::rowChosen, this, &MethodController::goToRow);
    connect(&m_panel, &MethodPanel::rowFilterWanted, this, &MethodController::filterByRow);
    connect(&m_panel, &MethodPanel::onMapChanged, this, [this](bool on) {
        m_settings.setValue(onMapKey, on);
        showOnMap();
    });
    connect(&m_panel, &MethodPanel::gridChosen, this, &MethodController::showOnMap);
    connect(&m_panel, &MethodPanel::onPageChanged, this, [this](bool on) { m_settings.setValue(onPageKey, on); });
    connect(&m_panel, &MethodPanel::tableExportWanted, this, [this](int table) {
        if (m_result)
            writeTable(table, askPath(m_result->tables.at(static_cast<std::size_t>(table)).title, QStringLiteral("csv"),
                                      tr("Table (*.csv)")));
    });
    connect(&m_panel, &MethodPanel::layerExportWanted, this, [this] {
        if (m_result)
            writeLayer(askPath(m_result->title, QStringLiteral("geojson"), tr("GeoJSON (*.geojson)")));
    });
    connect(&m_panel, &MethodPanel::gridExportWanted, this, [this](int grid) {
        if (m_result)
            writeGrid(grid, askPath(m_result->grids.at(static_cast<std::size_t>(grid)).title, QStringLiteral("tif"),
                                    tr("GeoTIFF (*.tif)")));
    });
    connect(&m_workspace, &Workspace::selectionChanged, this, [this] {
        refreshFacts();
        runSoon();
    });
    connect(&m_workspace, &Workspace::opened, this, [this] {
        drop();
        refreshFacts();
        runSoon();
    });
    connect(&m_map, &MapView::modeChanged, this, [this](MapView::Mode mode) {
        // The area itself comes after the mode has ended.
        if (mode != MapView::Mode::DrawArea)
            QTimer::singleShot(0, this, [this] { m_drawing = nullptr; });
    });
    m_panel.setOnMap(m_settings.value(onMapKey, true).toBool());
    m_panel.setOnPage(m_settings.value(onPageKey, true).toBool());
}

MethodController::~MethodController() = default;

std::optional<Method> MethodController::method() const
{
    return m_panel.method();
}

FormFacts MethodController::facts() const
{
    FormFacts facts;
    const auto& dates = m_workspace.snapshot()->table->localDate;
    if (!dates.empty()) {
        const auto [first, last] = std::minmax_element(dates.begin(), dates.end());
        const QDate epoch(1970, 1, 1);
        facts.firstDay = epoch.addDays(*first);
        // A date far ahead is a planned event or a slip; what has happened ends today.
        facts.lastDay = std::min(epoch.addDays(*last), std::max(facts.firstDay, QDate::currentDate()));
    }
    facts.filterArea = m_workspace.filter().area;
    facts.areaSources = m_areaSources;
    facts.map = m_workspace.settings();
    return facts;
}

void MethodController::choose(Method method)
{
    if (m_panel.method() == method) {
        runSoon();
        return;
    }
    drop();
    showForm(method);
    Q_EMIT methodChanged();
    runNow();
}

void MethodController::showForm(Method method)
{
    std::unique_ptr<MethodForm> form = makeMethodForm(method, facts(), &m_panel);
    m_settings.beginGroup(groupOf(method));
    form->restore(m_settings);
    m_settings.endGroup();
    connect(form.get(), &MethodForm::changed, this, [this] {
        saveForm();
        runSoon();
    });
    connect(form.get(), &MethodForm::drawWanted, this, &MethodController::startDrawing);
    connect(form.get(), &MethodForm::failed, this, &MethodController::failed);
    m_panel.showMethod(method, std::move(form));
}

void MethodController::renewForm()
{
    if (const std::optional<Method> shown = method()) {
        saveForm();
        showForm(*shown);
        runSoon();
    }
}

void MethodController::saveForm()
{
    if (!method() || !m_panel.form())
        return;
    m_settings.beginGroup(groupOf(*method()));
    m_panel.form()->save(m_settings);
    m_settings.endGroup();
}

void MethodController::leaveMethod()
{
    m_runner->cancel();
    drop();
    m_panel.showList();
    Q_EMIT methodChanged();
}

/// Without eyes on the panel nothing is worked out, unless the result is on the map or the page.
bool MethodController::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_panel && (event->type() == QEvent::Show || event->type() == QEvent::Hide)) {
        m_visible = event->type() == QEvent::Show;
        if (m_visible && m_stale)
            runSoon();
    }
    return QObject::eventFilter(watched, event);
}

void MethodController::setDark(bool dark)
{
    m_dark = dark;
    showOnMap();
}

void MethodController::refreshFacts()
{
    if (m_panel.form())
        m_panel.form()->setFacts(facts());
}

void MethodController::runSoon()
{
    m_stale = true;
    ++m_asked;
    if (method() && (m_visible || m_panel.isOnMap() || m_panel.isOnPage()))
        m_soon->start();
}

void MethodController::runNow()
{
    m_soon->stop();
    m_stale = true;
    m_running = ++m_asked;
    if (!method() || !m_panel.form())
        return;
    if (!m_workspace.isOpen()) {
        drop();
        m_panel.showAdvice(tr("Open a file first: there is nothing to work on."));
        return;
    }
    if (const QString missing = m_panel.form()->missing(); !missing.isEmpty()) {
        m_runner->cancel();
        drop();
        showOnMap();
        m_panel.showAdvice(missing);
        return;
    }
    IncidentFilter filter = m_workspace.filter();
    if (methods::hasOwnPeriods(*method()))
        filter.from = filter.to = {};
    m_runner->run([request = m_panel.form()->request(), snapshot = m_workspace.snapshot(), filter,
                   basemap = m_workspace.basemap()](std::stop_token stop, const methods::Progress& progress) {
        methods::StudyInput input = methods::inputOf(snapshot, filter);
        input.basemap = basemap;
        return methods::run(input, request, std::move(stop), progress);
    });
}

void MethodController::take(const MethodRunner::Answer& answer)
{
    if (m_running != m_asked) { // of what was chosen before
        m_panel.hideProgress();
        return;
    }
    m_stale = false;
    if (!answer) {
        m_result = nullptr;
        m_panel.showError(answer.error());
    } else {
        m_result = *answer;
        m_panel.showResult(m_result);
    }
    showOnMap();
    Q_EMIT resultChanged();
}

void MethodController::drop()
{
    m_stale = true;
    if (!m_result)
        return;
    m_result = nullptr;
    showOnMap();
    Q_EMIT resultChanged();
}

methods::MethodResultPtr MethodController::result() const
{
    return m_stale ? nullptr : m_result;
}

methods::MethodResultPtr MethodController::resultForPage() const
{
    return m_panel.isOnPage() && method() ? result() : nullptr;
}

int MethodController::gridForPage() const
{
    // Two maps do not go on one page: the difference says what they show.
    return m_panel.chosenGrid() == MethodPanel::sideBySide ? 0 : m_panel.chosenGrid();
}

bool MethodController::isWorking() const
{
    return m_soon->isActive() || m_runner->isRunning();
}

void MethodController::setBesides(bool besides)
{
    if (std::exchange(m_besides, besides) != besides && !besides)
        showOnMap();
}

void MethodController::showOnMap()
{
    if (m_besides)
        return;
    map::StudyOverlay overlay;
    if (m_result && m_panel.isOnMap()) {
        overlay = methods::overlayOf(*m_result, m_panel.chosenGrid(), m_dark);
    } else if (!m_result && method() && m_panel.form()) {
        overlay.layer = m_panel.form()->drawnAreas();
        overlay.beside = true;
    }
    m_map.setOverlay(overlay);
}

void MethodController::startDrawing(AreaBox* area)
{
    m_map.setMode(MapView::Mode::Browse);
    m_drawing = area;
    m_map.setMode(MapView::Mode::DrawArea);
    // The end of another drawing may still be on its way.
    QTimer::singleShot(0, this, [this, area = QPointer<AreaBox>(area)] { m_drawing = area; });
}

bool MethodController::takeArea(const SwerefRing& ring)
{
    if (!m_drawing)
        return false;
    AreaBox* area = m_drawing;
    m_drawing = nullptr;
    area->setRing(ring);
    return true;
}

void MethodController::explain()
{
    if (const std::optional<Method> shown = method())
        explainMethod(m_panel.window(), *shown, m_result ? m_result->parameters : QStringList());
}

void MethodController::goToRow(int table, int row)
{
    // The rows of the first table are the shapes of the layer where there are as many of both.
    if (!m_result || table != 0 || !m_result->layer || m_result->tables.empty())
        return;
    const std::size_t rows = m_result->tables.front().rows.size();
    const auto& shapes = m_result->layer->shapes;
    if (shapes.size() < rows || static_cast<std::size_t>(row) >= shapes.size())
        return;
    double xmin = 1e300, ymin = 1e300, xmax = -1e300, ymax = -1e300;
    for (const auto& part : shapes[static_cast<std::size_t>(row)].parts)
        for (const QPointF& p : part) {
            xmin = std::min(xmin, p.x());
            ymin = std::min(ymin, p.y());
            xmax = std::max(xmax, p.x());
            ymax = std::max(ymax, p.y());
        }
    if (xmin <= xmax)
        m_map.goTo({(xmin + xmax) / 2, (ymin + ymax) / 2}, std::max(120.0, std::max(xmax - xmin, ymax - ymin)));
}

void MethodController::filterByRow(int table, int row)
{
    if (!m_result || table != 0 || method() != Method::AreaCount || !m_panel.form() || m_result->tables.empty()
        || row < 0 || static_cast<std::size_t>(row) >= m_result->tables.front().rows.size())
        return;
    const methods::MethodRequest request = m_panel.form()->request();
    const auto* study = std::get_if<methods::AreaCountStudy>(&request);
    if (!study || !study->areas)
        return;
    constexpr qsizetype nameColumn = 1;
    const QString name = m_result->tables.front().rows[static_cast<std::size_t>(row)].at(nameColumn).toString();
    Q_EMIT zoneWanted({exchange::zonesOf(*study->areas, m_panel.form()->areaPath()), {name}});
}

QString MethodController::askPath(const QString& name, const QString& suffix, const QString& kind)
{
    QString file = name;
    file.replace(QRegularExpression(QStringLiteral(R"([\\/:*?"<>|]+)")), QStringLiteral("-"));
    const QString last = m_settings.value(folderKey).toString();
    const QString folder = last.isEmpty() || !QDir(last).exists()
                               ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                               : last;
    QString path = QFileDialog::getSaveFileName(&m_panel, tr("Export"), QDir(folder).filePath(file + u'.' + suffix), kind);
    if (!path.isEmpty() && QFileInfo(path).suffix().isEmpty())
        path += u'.' + suffix;
    return path;
}

void MethodController::writeTable(int table, const QString& path)
{
    if (m_result && table >= 0 && static_cast<std::size_t>(table) < m_result->tables.size())
        write(path, [result = m_result, table, path] {
            return methods::writeTable(path, result->tables[static_cast<std::size_t>(table)]);
        });
}

void MethodController::writeLayer(const QString& path)
{
    if (m_result)
        write(path, [result = m_result, path] { return methods::writeLayer(path, *result); });
}

void MethodController::writeGrid(int grid, const QString& path)
{
    if (m_result && grid >= 0 && static_cast<std::size_t>(grid) < m_result->grids.size())
        write(path, [result = m_result, grid, path] {
            return methods::writeGrid(path, result->grids[static_cast<std::size_t>(grid)], result->parameters);
        });
}

void MethodController::write(const QString& path, const std::function<Result<void>()>& task)
{
    if (path.isEmpty())
        return;
    if (const Result<void> free = workspace::mayReplace(path, {m_workspace.snapshot()->info.path}); !free) {
        Q_EMIT failed(free.error());
        return;
    }
    m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
    const auto told = [this, path](const Result<void>& done) {
        if (done)
            Q_EMIT written(path);
        else
            Q_EMIT failed(done.error());
    };
    workspace::logOutput(m_workspace, workspace::Output::Result, path,
                         [self = QPointer(this), task, told](const Result<void>& logged) {
                             if (!self)
                                 return;
                             if (logged)
                                 self->m_writing.run([task](std::stop_token) { return task(); }, told);
                             else
                                 told(logged);
                         });
}

} // namespace hk::ui
