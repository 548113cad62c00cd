#pragma once

#include "analysis/class_breaks.h"
#include "exchange/area_reader.h"
#include "exchange/named_numbers.h"
#include "methods/method_result.h"
#include "methods/progress.h"
#include "methods/study_input.h"

#include <memory>
#include <stop_token>

namespace hk::methods {

/// How many of the chosen incidents lie in each area of a boundary file.
struct AreaCountStudy {
    /// What the map's colours show. Automatic: the rate where there is something to divide by, else incidents per km².
    /// Counts are shown by the size of a sign, since areas are not equally large.
    enum class Measure { Automatic, Rate, PerKm2, Count };

    std::shared_ptr<const exchange::NamedAreas> areas; ///< in the input's CRS
    QString areasName;                                 ///< in words, empty: the file's name
    QString denominatorField;                          ///< a numeric field of the areas; empty: none
    std::shared_ptr<const exchange::NamedNumbers> denominators; ///< by area's name; used instead of the field
    QString denominatorName;                           ///< in words ("inhabitants"); empty: as the field or column
    Measure measure = Measure::Automatic;
    analysis::ClassRule classes = analysis::ClassRule::Quantiles;
    int classCount = 5;
    int hideBelow = 0; ///< counts from 1 up to but not this are hidden, for partners and the public; 0: none are
    friend bool operator==(const AreaCountStudy&, const AreaCountStudy&) = default;
};

/// The threshold of counts in what partners and the public get.
inline constexpr int publicThreshold = 5;

/// Counts, shares of all chosen incidents, km², incidents per km² and, only where a denominator is given, the rate per
/// 1,000 of it with its exact 95 per cent interval (analysis::poissonInterval). An incident belongs to the area that holds
/// its position (half-open even-odd: on a shared edge to one of both), in overlapping areas to each of them. Features of
/// one name are one area. Incidents known only to an area are left out and counted. Hidden numbers: also the next smallest
/// are hidden until two at least are and they stand for `hideBelow` incidents, so that none follows from the total. Table:
/// "areas"; layer: the areas in classes. json: "areas", "incidents", "outside", "in_several", "hidden". Errors:
/// StudyNotPossible (with the reason in words) without areas or in another CRS, ColumnNotFound, ValueOutOfRange,
/// NoIncidents, Cancelled. Any thread.
Result<MethodResultPtr> runAreaCount(const StudyInput& input, const AreaCountStudy& study, std::stop_token stop = {},
                                     const Progress& progress = {});

} // namespace hk::methods
