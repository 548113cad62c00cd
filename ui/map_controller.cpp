#include "ui/map_controller.h"

#include "map/ground.h"
#include "map/style.h"
#include "models/category_search_model.h"
#include "text/sentences.h"
#include "ui/chosen_incidents.h"
#include "workspace/hotspot_rows.h"
#include "workspace/map_ground.h"
#include "workspace/map_legend.h"
#include "workspace/workspace.h"

#include <algorithm>
#include <cmath>

namespace hk::ui {

namespace {

// Of more incidents the symbols are gathered anew when the exact density is shown, so that they do not hold it up.
constexpr std::size_t mostSymbolsUnderTheHand = 3000;

} // namespace

MapController::MapController(workspace::Workspace& workspace, workspace::MapGround& ground, MapView& map,
                             ChosenIncidents& chosen, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_ground(ground)
    , m_map(map)
    , m_chosen(chosen)
    , m_live(workspace)
{
    m_map.setCardText([this](const std::vector<std::uint32_t>& rows) { return cardOf(rows); });
    connect(&m_workspace, &workspace::Workspace::selectionChanged, this, &MapController::rebuild);
    connect(&m_workspace, &workspace::Workspace::settingsChanged, this, &MapController::rebuild);
    connect(&m_workspace, &workspace::Workspace::analysisChanged, this, &MapController::rebuild);
    // No exact density is to come: the symbols of the selection are not held back for it.
    connect(&m_workspace, &workspace::Workspace::failed, this, [this] {
        if (m_symbolsLate && !m_workspace.isAnalysing())
            build(true);
    });
    connect(&m_ground, &workspace::MapGround::changed, this, &MapController::showGround);
    connect(&m_live, &workspace::LiveDensity::changed, this, &MapController::showDensity);
    connect(&m_map, &MapView::viewChanged, this, &MapController::showView);
    connect(&m_chosen, &ChosenIncidents::changed, this, &MapController::showMarks);
    connect(&m_map, &MapView::rowsClicked, this, [this](const std::vector<std::uint32_t>& rows, bool extend) {
        if (extend)
            m_chosen.toggleRows(rows);
        else
            m_chosen.setRows(rows);
    });
}

void MapController::setDark(bool dark)
{
    auto style = map::MapStyle::embedded(dark ? QStringLiteral("dark") : QStringLiteral("light"));
    if (!style) {
        Q_EMIT failed(style.error());
        return;
    }
    m_style = *style;
    showView();
    rebuild();
}

QStringList MapController::remarksOf(workspace::MapAnalysis analysis) const
{
    if (!m_workspace.settings().showHeatmap) {
        analysis.leftOutImprecise = 0;
        analysis.leftOutFar = 0;
    }
    QStringList remarks = workspace::leftOutRemarks(analysis);
    const QString edge = workspace::edgeRemark(analysis);
    if (m_workspace.settings().showHeatmap && !edge.isEmpty())
        remarks.prepend(edge);
    return remarks;
}

void MapController::showRemarks(const QStringList& remarks)
{
    m_remarks = remarks;
    QStringList all = remarks;
    if (!m_groundRemark.isEmpty())
        all.prepend(m_groundRemark);
    m_map.setRemarks(all);
}

void MapController::setGroundRemark(const QString& remark)
{
    m_groundRemark = remark;
    showRemarks(m_remarks);
}

void MapController::showView()
{
    const double ratio = m_map.devicePixelRatioF();
    m_live.setView({m_map.viewport(), (QSizeF(m_map.size()) * ratio).toSize(), m_style && m_style->isDark()});
}

void MapController::showGround()
{
    map::MapScene scene = m_map.scene();
    scene.ground = m_ground.ground(m_style);
    m_map.setScene(scene);
    showLegend();
}

/// What the layers and the outlines of the filter stand for.
void MapController::showLegend()
{
    const auto& ground = m_map.scene().ground;
    m_map.setLegend(ground ? workspace::legendOf(*ground, m_workspace.filter()) : std::vector<map::LegendLine>());
}

void MapController::rebuild() { build(false); }

void MapController::build(bool symbolsNow)
{
    const workspace::MapAnalysisPtr newest = m_workspace.analysis();
    workspace::MapAnalysis shown = newest ? *newest : workspace::MapAnalysis{};
    shown.settings = m_workspace.settings();
    if (!isUpToDate()) {
        shown.snapshot = m_workspace.snapshot();
        shown.filter = m_workspace.filter();
        shown.selection = m_workspace.selection();
    }
    map::MapScene scene = workspace::sceneOf(shown, m_ground.ground(m_style), m_style);
    const map::MapScene& before = m_map.scene();
    m_symbolsLate = false;
    if (m_shown == shown.snapshot && scene.incidents && before.incidents) {
        const bool same = scene.incidents->rows() == before.incidents->rows();
        m_symbolsLate = !same && !symbolsNow && !m_live.isExact() && scene.incidents->rows().size() > mostSymbolsUnderTheHand;
        if (same || m_symbolsLate) // what has been gathered of them is kept
            scene.incidents = before.incidents;
    }
    m_shown = shown.snapshot;
    scene.heatmap = before.heatmap;
    // While a preview stands its own outlines do: the ranked ones come with the exact density, in one painting.
    const auto frame = m_live.frame();
    m_hotspotsLate = isUpToDate() && frame && frame->heatmap && shown.settings.showHeatmap;
    if (!isUpToDate() || m_hotspotsLate)
        scene.hotspots = before.hotspots;
    m_map.setScene(scene);
    showLegend();
    showDensity();
    if (isUpToDate())
        showRemarks(remarksOf(shown));
}

void MapController::showDensity()
{
    const workspace::MapSettings& settings = m_workspace.settings();
    map::MapScene scene = m_map.scene();
    scene.heatmap = settings.showHeatmap ? m_live.heatmap() : nullptr;
    if (const auto frame = m_live.frame()) {
        if (scene.heatmap && scene.heatmap == frame->heatmap)
            m_map.setHeatmapPicture(frame->heatmap, frame->picture, frame->view.viewport,
                                    frame->view.pixels.width() / frame->view.viewport.target.width());
        if (!isUpToDate())
            scene.hotspots = scene.heatmap ? nullptr : frame->hotspots; // else they are in the picture
    }
    m_map.setScene(scene);
    showMarks();
    if ((m_symbolsLate || m_hotspotsLate) && m_live.isExact())
        rebuild();
}

void MapController::showMarks()
{
    map::MapScene scene = m_map.scene();
    scene.selectedRows = m_shown == m_workspace.snapshot() ? m_chosen.rows() : std::vector<std::uint32_t>{};
    if (scene.hotspots && scene.hotspots->selectedRank != m_hotspotRank) {
        map::HotspotLayer layer = *scene.hotspots;
        layer.selectedRank = m_hotspotRank;
        scene.hotspots = std::make_shared<const map::HotspotLayer>(std::move(layer));
    }
    m_map.setScene(scene);
}

void MapController::setHotspotRank(int rank)
{
    m_hotspotRank = rank;
    showMarks();
}

void MapController::goToHotspot(int rank)
{
    const workspace::MapAnalysisPtr analysis = m_workspace.analysis();
    if (!analysis || !analysis->hotspots)
        return;
    const auto found =
        std::find_if(analysis->hotspots->begin(), analysis->hotspots->end(),
                     [rank](const analysis::Hotspot& hotspot) { return hotspot.rank == rank; });
    if (found == analysis->hotspots->end())
        return;
    // As a circle of the same area, with as much around it.
    const double radius = std::sqrt(found->areaKm2 * 1e6 / 3.14159265358979);
    m_map.goTo({found->centre.x, found->centre.y}, std::max(120.0, 2.0 * radius));
}

void MapController::goToRow(std::uint32_t row)
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    if (row >= snapshot->size())
        return;
    const Incident& incident = *snapshot->incidents[row];
    const map::MapViewport view = m_map.viewport();
    const double metres = view.groundMetresPerUnit();
    const Sweref99 centre = m_map.centre();
    const double margin = 24.0;
    const double halfWidth = std::max(0.0, m_map.width() / 2.0 - margin) * metres;
    const double halfHeight = std::max(0.0, m_map.height() / 2.0 - margin) * metres;
    if (std::abs(incident.position.easting - centre.easting) > halfWidth ||
        std::abs(incident.position.northing - centre.northing) > halfHeight)
        m_map.goTo(incident.position, std::max(150.0, incident.radius * 2.0));
}

void MapController::retranslate()
{
    showLegend();
    if (const workspace::MapAnalysisPtr analysis = m_workspace.analysis())
        showRemarks(remarksOf(*analysis));
}

QStringList MapController::cardOf(const std::vector<std::uint32_t>& rows) const
{
    if (!m_shown || rows.empty() || rows.front() >= m_shown->size())
        return {};
    const auto titleOf = [this](const Incident& incident) {
        const Category* category = m_shown->categories.find(incident.category);
        return category ? models::titleOf(*category) : incident.category;
    };
    if (rows.size() == 1) {
        const Incident& incident = *m_shown->incidents[rows.front()];
        QStringList lines{titleOf(incident), text::span(incident.occurredFrom, incident.occurredTo)};
        const QString precision = text::nameOf(incident.precision);
        lines.append(incident.placeName.isEmpty()
                         ? tr("Place known to: %1").arg(precision)
                         : tr("%1 (%2)", "place (precision)").arg(incident.placeName, precision));
        if (!incident.description.isEmpty()) {
            QString text = incident.description.simplified();
            if (text.size() > 140)
                text = text.left(139) + QStringLiteral("…");
            lines.append(text);
        }
        if (const int sources = m_shown->sourcesOf(incident.id); sources > 1)
            lines.append(tr("%Ln source(s)", nullptr, sources));
        return lines;
    }
    std::map<QString, qint64> counts;
    for (const std::uint32_t row : rows)
        if (row < m_shown->size())
            ++counts[titleOf(*m_shown->incidents[row])];
    std::vector<std::pair<qint64, QString>> ranked;
    for (const auto& [title, count] : counts)
        ranked.emplace_back(-count, title);
    std::sort(ranked.begin(), ranked.end());
    QStringList lines{text::incidents(static_cast<qint64>(rows.size()))};
    for (std::size_t i = 0; i < std::min<std::size_t>(ranked.size(), 4); ++i)
        lines.append(tr("%1 × %2", "count × category").arg(text::number(-ranked[i].first), ranked[i].second));
    if (ranked.size() > 4)
        lines.append(tr("and %n more kinds", nullptr, static_cast<int>(ranked.size()) - 4));
    return lines;
}

} // namespace hk::ui
