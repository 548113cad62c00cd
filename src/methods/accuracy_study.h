#pragma once

#include "analysis/prediction_accuracy.h"
#include "core/period.h"
#include "methods/method_result.h"
#include "methods/progress.h"
#include "methods/study_input.h"

#include <stop_token>

namespace hk::methods {

/// A map that is held against a later period.
enum class ForecastMap : unsigned char {
    Hotspots, ///< the ranked hotspots, first the first; then the rest by density
    Density,  ///< kernel density
    Counts,   ///< last period's incidents per cell
    GiStar    ///< z of Getis–Ord
};

/// How well the map of one period foretold where the incidents of a later one lay (PAI, PEI), beside simple
/// rivals: last period's counts per cell, the density and Gi*.
struct AccuracyStudy {
    Period fit;  ///< the map is made of its incidents
    Period test; ///< must not begin before `fit` has ended
    ForecastMap map = ForecastMap::Hotspots;
    double cell = 50.0;       ///< metres
    double bandwidth = 150.0; ///< metres, of the density
    analysis::Kernel kernel = analysis::Kernel::Quartic;
    double band = 0.0;                   ///< metres, of Gi*; 0: cell · √2
    double quantile = 0.9;               ///< of the hotspots
    double share = 0.05;                 ///< of the study area that each map marks
    std::vector<analysis::Polygon> area; ///< empty: the whole grid around the incidents of both periods
    friend bool operator==(const AccuracyStudy&, const AccuracyStudy&) = default;
};

/// The filter's own period is not asked: give an input without one. Incidents known less exactly than the
/// cell are left out and counted; without a study area also those further from the hub than
/// workspace::studyRadius. Layer: the marked cells of the chosen map and those it missed; table: c, C, a, A,
/// share found, PAI and PEI of each map. Errors: WrongUsage with a sentence (a period missing or reversed,
/// periods that overlap or stand in the wrong order), ValueOutOfRange, NoIncidents (none in the fit period),
/// BandwidthTooSmall, GridTooLarge, Cancelled, ColumnNotFound where the input has no times.
Result<MethodResultPtr> runAccuracy(const StudyInput& input, const AccuracyStudy& study,
                                    std::stop_token stop = {}, const Progress& progress = {});

} // namespace hk::methods
