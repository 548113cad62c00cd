#include "report/paper_density.h"

#include "workspace/detail_density.h"

namespace hk::report {

namespace {

constexpr double metresPerPaperPoint = 0.0254 / 250.0; // the heatmap's picture has 250 points to the inch

} // namespace

PaperDensity::PaperDensity(const workspace::MapAnalysis& analysis, std::shared_ptr<KeptDensity> kept)
    : m_kept(std::move(kept))
{
    m_analysis.settings = analysis.settings;
    m_analysis.filter.area = analysis.filter.area;
    m_analysis.points = analysis.points;
    m_analysis.density = analysis.density;
}

std::shared_ptr<const map::HeatmapLayer> PaperDensity::of(const std::shared_ptr<const map::HeatmapLayer>& heatmap,
                                                          const analysis::Extent& frame, double scale) const
{
    if (!heatmap || heatmap->detail)
        return heatmap;
    const auto spec = workspace::detailGrid(m_analysis, frame, scale * metresPerPaperPoint);
    if (!spec)
        return heatmap;
    const std::scoped_lock lock(m_kept->mutex);
    if (m_kept->coarse != m_analysis.density || !m_kept->grid || !(m_kept->grid->spec == *spec)) {
        m_kept->coarse = m_analysis.density;
        m_kept->grid = workspace::detailDensity(m_analysis, *spec).value_or(nullptr);
    }
    map::HeatmapLayer fine = *heatmap;
    fine.detail = m_kept->grid; // without memory for it the coarse one is the same density, too
    return std::make_shared<const map::HeatmapLayer>(std::move(fine));
}

} // namespace hk::report
