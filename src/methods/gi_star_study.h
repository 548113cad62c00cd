#pragma once

#include "analysis/gi_star.h"
#include "methods/method_result.h"
#include "methods/progress.h"
#include "methods/study_input.h"

#include <stop_token>

namespace hk::methods {

/// Where cells with many (or few) incidents lie together: Getis–Ord Gi* on square cells over a study area.
struct GiStarStudy {
    double cell = 50.0;     ///< metres
    double band = 0.0;      ///< metres to a neighbour's centre, inclusive; 0: cell · √2, the eight around
    bool correction = true; ///< false discovery rate [Benjamini & Hochberg 1995]
    std::vector<analysis::Polygon>
        area; ///< of the study, in the input's CRS; empty: the whole grid around the incidents
    friend bool operator==(const GiStarStudy&, const GiStarStudy&) = default;
};

/// Incidents known less exactly than the band (or the cell, where that is larger) are left out and counted;
/// of an incident file without a study area also those further from the hub than workspace::studyRadius.
/// Layer and table: the cells of the study area with z, p, class and count; grid: z. Errors: NoIncidents,
/// ValueOutOfRange, GridTooLarge, Cancelled.
Result<MethodResultPtr> runGiStar(const StudyInput& input, const GiStarStudy& study,
                                  std::stop_token stop = {}, const Progress& progress = {});

} // namespace hk::methods
