#pragma once

#include "workspace/map_analysis.h"

#include <QString>
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
};
std::vector<HotspotRow> hotspotRows(const MapAnalysis& analysis);

/// What was left out, a sentence each: "12 händelser utan exakt plats visas inte i värmekartan."
QStringList leftOutRemarks(const MapAnalysis& analysis);

} // namespace hk::workspace
