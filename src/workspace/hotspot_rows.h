#pragma once

#include "analysis/hotspot_stability.h"
#include "workspace/map_analysis.h"

#include <QString>
#include <optional>
#include <vector>

namespace hk::workspace {

/// One ranked hotspot in words and numbers: the list in the window, the table on paper and the lines of the command line
/// are all made of it, so that they cannot differ. Words by hk_text in the current language.
struct HotspotRow {
    int rank = 0;
    QString name;
    qint64 incidents = 0;
    double areaHectares = 0.0;
    double densityPerKm2 = 0.0;
    QString categories; ///< "N1 41 %, O1 20 %"
    QString hours;      ///< "fre–lör kl. 20–02"; empty where too few to say
    double excess = 0.0; ///< incidents beyond an even spread, see analysis::Hotspot
    std::optional<double> sure = std::nullopt; ///< share of the resamples in which it stays among the first five; none: not asked
    QString certainty = {};     ///< "säker 94 %"; empty where not asked
};
/// `certainty` (by hotspot, may be null) is that of certaintyOf for the same analysis.
std::vector<HotspotRow> hotspotRows(const MapAnalysis& analysis, const analysis::HotspotStability* certainty = nullptr);

/// "The density is corrected at the border of the area."; empty where it is not.
QString edgeRemark(const MapAnalysis& analysis);

/// What was left out, a sentence each: "12 händelser utan exakt plats visas inte i värmekartan."
QStringList leftOutRemarks(const MapAnalysis& analysis);

} // namespace hk::workspace
