#pragma once

#include "analysis/rate_ratio.h"
#include "methods/area_count_study.h"
#include "methods/study_points.h"

#include <optional>

namespace hk::methods {

/// One area of the study and what was counted in it.
struct AreaCount {
    QString name;
    std::vector<analysis::Polygon> polygons;
    int features = 1; ///< of the file that bear this name
    double km2 = 0.0;
    double count = 0.0; ///< incidents, by their weight
    std::optional<double> denominator; ///< above 0
    std::optional<double> rate;        ///< per 1,000
    std::optional<analysis::Interval> interval;
    bool hidden = false;

    double perKm2() const { return km2 > 0.0 ? count / km2 : 0.0; }
};

/// What was found in all areas, the highest of the measure first.
struct AreaCounts {
    std::vector<AreaCount> areas;
    AreaCountStudy::Measure measure = AreaCountStudy::Measure::PerKm2; ///< never Automatic
    QString denominatorName;  ///< empty: none
    double incidents = 0.0;   ///< inside and outside
    double outside = 0.0;
    double inSeveral = 0.0;   ///< incidents that more than one area holds
    std::optional<double> overall; ///< rate per 1,000 of all areas with a denominator
    int withoutDenominator = 0;
    int unmatchedNumbers = 0; ///< names of the denominators that no area bears
    int hidden = 0;
    int mergedNames = 0;

    /// What the map shows of an area; nothing where it is hidden or has none.
    std::optional<double> shown(const AreaCount& area) const;
};

Result<AreaCounts> countAreas(const StudyInput& input, const AreaCountStudy& study, const StudyPoints& points,
                              const std::stop_token& stop, const Progress& progress);

/// The areas in the order given, coloured by class, with their legend.
std::shared_ptr<const map::StudyLayer> areaLayer(const AreaCounts& counts, const AreaCountStudy& study,
                                                 const QString& areasName);

/// "4,2 per 1 000", in the language of the screen.
QString measureName(const AreaCounts& counts);

} // namespace hk::methods
