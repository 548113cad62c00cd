#include "workspace/live_density.h"

#include "workspace/detail_density.h"
#include "workspace/workspace.h"

namespace hk::workspace {
namespace {

constexpr int viewRestTime = 40; // ms

/// The settings that decide a density, a colour or a contour: not what is shown of them.
bool sameDensity(MapSettings a, const MapSettings& b)
{
    a.showHeatmap = b.showHeatmap;
    a.showHotspots = b.showHotspots;
    a.showIncidents = b.showIncidents;
    return a == b;
}

bool covers(const analysis::GridSpec& have, const analysis::GridSpec& wanted)
{
    return have.cell == wanted.cell && have.xmin <= wanted.xmin && have.ymin <= wanted.ymin
           && have.xmax() >= wanted.xmax() && have.ymax() >= wanted.ymax();
}

} // namespace

LiveDensity::LiveDensity(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_maker(std::make_shared<LiveFrameMaker>())
{
    m_framePool.setMaxThreadCount(1);
    m_framePool.setExpiryTimeout(-1);
    m_detailPool.setMaxThreadCount(1);
    m_viewRest.setSingleShot(true);
    m_viewRest.setInterval(viewRestTime);
    connect(&m_viewRest, &QTimer::timeout, this, &LiveDensity::wantDetail);
    connect(&workspace, &Workspace::snapshotChanged, this, &LiveDensity::dropFrames);
    connect(&workspace, &Workspace::selectionChanged, this, &LiveDensity::wantFrame);
    connect(&workspace, &Workspace::settingsChanged, this, &LiveDensity::wantFrame);
    connect(&workspace, &Workspace::analysisChanged, this, &LiveDensity::showAnalysis);
    // Settings that allow no density: what was previewed before them is not theirs.
    connect(&workspace, &Workspace::failed, this, [this] {
        if (!m_workspace.isAnalysing())
            dropFrames();
    });
}

LiveDensity::~LiveDensity()
{
    m_frameStop.request_stop();
    m_detailStop.request_stop();
    m_framePool.waitForDone();
    m_detailPool.waitForDone();
}

bool LiveDensity::isAnalysisCurrent() const
{
    const MapAnalysisPtr analysis = m_workspace.analysis();
    return analysis && analysis->snapshot == m_workspace.snapshot() && analysis->filter == m_workspace.filter()
           && sameDensity(analysis->settings, m_workspace.settings());
}

bool LiveDensity::isSettled() const
{
    return isAnalysisCurrent() && !m_frame && !m_detailRunning && !m_viewRest.isActive()
           && m_shown == m_workspace.analysis();
}

std::shared_ptr<const map::HeatmapLayer> LiveDensity::heatmap() const { return m_frame ? m_frame->heatmap : m_exact; }

void LiveDensity::setView(const LiveView& view)
{
    const bool otherLook = view.dark != m_view.dark;
    m_view = view;
    if (otherLook && m_shown)
        showExact(m_shown, m_exact ? m_exact->detail : nullptr);
    m_viewRest.start();
}

void LiveDensity::wantFrame()
{
    // Before the first analysis there is nothing to be changed under the hand.
    if (!m_workspace.analysis() || isAnalysisCurrent())
        return;
    // A preview knows no border; near one it would show another density than the exact one that follows.
    if (m_workspace.settings().edgeCorrection && !m_workspace.filter().area.empty())
        return dropFrames();
    m_frameWanted = true;
    if (!m_frameRunning)
        startFrame();
}

void LiveDensity::startFrame()
{
    m_frameWanted = false;
    m_frameRunning = true;
    m_frameStop = std::stop_source();
    const LiveRequest request{m_workspace.snapshot(),
                              std::make_shared<const std::vector<std::uint32_t>>(m_workspace.selection().rows),
                              m_workspace.settings(), m_view};
    m_framePool.start([this, number = m_frameNumber, maker = m_maker, request, stop = m_frameStop.get_token()] {
        Result<LiveFrame> made = maker->make(request, stop);
        QMetaObject::invokeMethod(
            this, [this, number, made = std::move(made)] { takeFrame(number, made); }, Qt::QueuedConnection);
    });
}

void LiveDensity::takeFrame(quint64 number, const Result<LiveFrame>& made)
{
    m_frameRunning = false;
    // A frame that a newer change has overtaken is still nearer to the hand than what stands there: only one that the
    // exact analysis or another table has overtaken is stale.
    if (number == m_frameNumber && made && !isAnalysisCurrent()) {
        m_frame = std::make_shared<const LiveFrame>(*made);
        Q_EMIT changed();
    }
    if (m_frameWanted)
        startFrame();
}

void LiveDensity::dropFrames()
{
    m_frameStop.request_stop();
    ++m_frameNumber;
    m_frameWanted = false;
    if (std::exchange(m_frame, nullptr))
        Q_EMIT changed();
}

void LiveDensity::showAnalysis()
{
    m_frameStop.request_stop();
    ++m_frameNumber;
    m_frameWanted = false;
    // The preview stays until the same density is there as finely: nothing blinks. Without one the coarse grid is shown
    // meanwhile.
    if (!m_frame && m_shown != m_workspace.analysis())
        showExact(m_workspace.analysis(), nullptr);
    wantDetail();
}

void LiveDensity::wantDetail()
{
    const MapAnalysisPtr analysis = m_workspace.analysis();
    if (!isAnalysisCurrent())
        return; // it will come, and ask again
    std::optional<analysis::GridSpec> spec;
    if (analysis->settings.showHeatmap && !m_view.isEmpty())
        spec = detailGrid(*analysis, seenBy(m_view.viewport), m_view.viewport.groundMetresPerUnit());
    m_detailStop.request_stop();
    const quint64 number = ++m_detailNumber;
    if (m_shown == analysis && m_exact && m_exact->detail && spec && covers(m_exact->detail->spec, *spec)) {
        m_detailRunning = false;
        if (std::exchange(m_frame, nullptr))
            Q_EMIT changed();
        return;
    }
    if (!spec) {
        m_detailRunning = false;
        if (m_frame || m_shown != analysis)
            showExact(analysis, nullptr);
        return;
    }
    m_detailRunning = true;
    m_detailStop = std::stop_source();
    m_detailPool.start([this, number, analysis, spec = *spec, stop = m_detailStop.get_token()] {
        std::shared_ptr<const analysis::Grid> made
            = stop.stop_requested() ? nullptr : detailDensity(*analysis, spec, stop).value_or(nullptr);
        QMetaObject::invokeMethod(
            this, [this, number, analysis, made = std::move(made)] { takeDetail(number, analysis, made); },
            Qt::QueuedConnection);
    });
}

void LiveDensity::takeDetail(quint64 number, const MapAnalysisPtr& analysis, std::shared_ptr<const analysis::Grid> detail)
{
    if (number != m_detailNumber)
        return;
    m_detailRunning = false;
    if (analysis == m_workspace.analysis() && isAnalysisCurrent())
        showExact(analysis, std::move(detail));
}

void LiveDensity::showExact(const MapAnalysisPtr& analysis, std::shared_ptr<const analysis::Grid> detail)
{
    m_frame = nullptr;
    m_shown = analysis;
    m_exact = exactHeatmap(*analysis, m_view.dark, std::move(detail));
    Q_EMIT changed();
}

} // namespace hk::workspace
