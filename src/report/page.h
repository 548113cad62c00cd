#pragma once

#include "core/result.h"
#include "map/layer_legend.h"
#include "map/scene.h"
#include "methods/method_result.h"
#include "paper/page_edits.h"
#include "paper/page_template.h"
#include "workspace/hotspot_rows.h"

#include <QDateTime>
#include <QLocale>
#include <QString>
#include <QStringList>
#include <vector>

namespace hk::report {

class PaperDensity;

using paper::Orientation;
using paper::Paper;

/// Everything one map and what stands around it say: a value. The scene is that of the screen.
struct MapPage {
    Paper paper = Paper::A4;
    Orientation orientation = Orientation::Landscape;
    double letters = 1.0;  ///< size of the letters, times that of the paper
    double scale = 5000.0; ///< 1:scale
    Sweref99 centre;       ///< of the map frame
    QString title;
    QString period;      ///< in words
    QString filter;      ///< in words
    static constexpr qint64 notTold = -1; ///< of a page for everybody
    qint64 shown = 0;    ///< incidents of the selection, or notTold
    qint64 total = 0;    ///< in the file, or notTold
    QStringList remarks; ///< what was left out, in words
    double bandwidth = 150.0;
    double cell = 25.0;
    analysis::Kernel kernel = analysis::Kernel::Quartic;
    QString edgeRemark;          ///< that the density is corrected at a border; empty: it is not
    bool showHotspots = true;    ///< the ranked list, also where it is empty
    double quantile = 0.9;       ///< of the hotspots' contour
    double hotspotsWithin = 0.0; ///< metres around Mölndals bro; 0: everywhere
    std::vector<workspace::HotspotRow> hotspots;
    CategoryList categories;
    QString source;          ///< file title
    bool sample = false;     ///< "Exempeldata"
    QString confidentiality; ///< mark, such as "Intern"
    QDateTime printedAt;     ///< local
    QString footer;          ///< of the municipality; empty: none
    paper::PageEdits edits;  ///< by hand, of the sheet with the map
    methods::MethodResultPtr method; ///< what an analysis found, in words and numbers; null: none
    map::MapScene scene;
    std::vector<map::LegendLine> layers; ///< legend of what the filter chose by place and of the layers of one's own
    std::shared_ptr<const PaperDensity> density; ///< the heatmap's, as fine as paper; null: only the scene's
    QLocale locale;
};

using MapPagePtr = std::shared_ptr<const MapPage>;

/// Size of the page's letters, 1 on A4.
inline double letterFactor(const MapPage& page)
{
    return paper::letterFactor(page.paper) * page.letters;
}

/// What the user chooses for a page; the rest comes from the analysis.
struct PageOptions {
    Paper paper = Paper::A4;
    Orientation orientation = Orientation::Landscape;
    double scale = 5000.0;
    Sweref99 centre;
    QString title; ///< empty: made from the place and period
    QString confidentiality;
    QDateTime printedAt; ///< null: now
    methods::MethodResultPtr method = nullptr; ///< stands on the map, in the legend and in words; null: none
    int methodGrid = -1;                       ///< which of its grids is drawn in place of the heatmap; -1: none
};
/// The page of an analysis, in words of the current language and numbers equal to those on screen. `ground` is what lies under
/// the data, sheets without a style of their own in the look of paper, sheets of tiles with their GroundSheet::picture;
/// `names` gives the place its name.
MapPage pageOf(const workspace::MapAnalysis& analysis, const PageOptions& options,
               std::shared_ptr<const map::Ground> ground, const std::shared_ptr<const map::Basemap>& names);

} // namespace hk::report
