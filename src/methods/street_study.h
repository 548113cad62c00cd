#pragma once

#include "analysis/street_hotspots.h"
#include "methods/method_result.h"
#include "methods/progress.h"
#include "methods/study_input.h"

#include <stop_token>

namespace hk::methods {

/// Incidents per 100 m of the basemap's named streets.
struct StreetStudy {
    double reach = 40.0; ///< metres from an incident to its street, inclusive
    int listed = 20;     ///< pieces in the table
    friend bool operator==(const StreetStudy&, const StreetStudy&) = default;
};

/// Streets are the named roads of the basemap without motorways, joined end to end and cut into pieces of
/// about 100 m. Incidents known less exactly than 50 m, and those with no street within reach, are left out
/// and counted. Layer: the pieces with incidents in five classes; table: the first `listed`. Errors: NotFound
/// without a basemap, NoIncidents, ValueOutOfRange, FormatNotSupported for an input that is not in SWEREF 99
/// TM, Cancelled.
Result<MethodResultPtr> runStreets(const StudyInput& input, const StreetStudy& study,
                                   std::stop_token stop = {}, const Progress& progress = {});

} // namespace hk::methods
