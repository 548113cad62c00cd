#pragma once

#include "map/scene.h"
#include "methods/accuracy_study.h"
#include "methods/area_count_study.h"
#include "methods/gi_star_study.h"
#include "methods/hotspot_study.h"
#include "methods/intervention_study.h"
#include "methods/near_repeat_study.h"
#include "methods/period_comparison_study.h"
#include "methods/risk_study.h"
#include "methods/street_study.h"
#include "methods/time_study.h"

#include <QList>
#include <QString>
#include <variant>

namespace hk::methods {

/// The methods in the order they are offered.
enum class Method {
    Hotspots,
    GiStar,
    Streets,
    PeriodComparison,
    Times,
    NearRepeat,
    Intervention,
    Risk,
    Accuracy,
    AreaCount
};
QList<Method> allMethods();

/// "gi-star": names the document that explains the method (docs/metoder/gi-star.md), and its settings.
QString keyOf(Method method);
/// What the method is called, and in one line what it answers; in the current language.
QString titleOf(Method method);
QString questionOf(Method method);

/// What one method is asked for.
using MethodRequest = std::variant<HotspotStudy, GiStarStudy, StreetStudy, PeriodComparisonStudy, TimeStudy, NearRepeatStudy,
                                   InterventionStudy, RiskStudy, AccuracyStudy, AreaCountStudy>;
Method methodOf(const MethodRequest& request);

/// Whether the method's own periods stand in place of the filter's.
bool hasOwnPeriods(Method method);

/// Runs the method asked for. Errors: those of the method. Any thread.
Result<MethodResultPtr> run(const StudyInput& input, const MethodRequest& request, std::stop_token stop = {},
                            const Progress& progress = {});

/// What a result puts on the map: the grid of that index where it has one to draw, else its layer. On a dark map the grid's
/// colours are turned.
map::StudyOverlay overlayOf(const MethodResult& result, int grid, bool onDark = false);

} // namespace hk::methods
