#pragma once

#include "analysis/calendar_counts.h"
#include "analysis/period_comparison.h"
#include "analysis/week_slots.h"
#include "core/period.h"
#include "workspace/map_analysis.h"

#include <QDate>
#include <optional>
#include <utility>
#include <vector>

namespace hk::report {

/// A category or an organisation, and how often it stands in the selection.
struct SituationCount {
    std::size_t index =
        0; ///< in the file's list; one beyond the categories: a code that the list does not have
    std::int64_t count = 0;
    std::optional<analysis::HotspotChange> change; ///< not set: nothing to hold it against
    std::vector<std::pair<std::size_t, std::int64_t>>
        parts; ///< of an organisation: its categories, most first
};

/// The numbers of a situation report, each counted once and used by sentences, tables and charts alike.
struct SituationFigures {
    /// What the counts are held against: the same dates a year before, or, of a period longer than a year or
    /// where the file does not reach back so far, as many days just before it.
    enum class Against { YearBefore, JustBefore, Nothing };

    Period period;     ///< the filter's, an open end that of the incidents; not beyond today
    QDate fileBegins;  ///< local date of the file's first incident; null: it has none
    Period yearBefore; ///< whether or not the file reaches back so far; not valid for a period longer than a
                       ///< year
    Against against = Against::Nothing;
    Period earlier; ///< not valid where there is nothing to hold it against

    std::int64_t count = 0; ///< incidents of the selection
    std::optional<analysis::HotspotChange> change;
    std::vector<SituationCount> categories;      ///< most first
    std::vector<SituationCount> organisations;   ///< most first
    std::vector<analysis::CalendarCount> months; ///< years where there would be more than mostMonths
    static constexpr std::size_t mostMonths = 36;
    analysis::SlotProfile weekHours; ///< 168; a span in the hour that holds more than half of it
    analysis::SlotProfile dayHours;  ///< 24
    analysis::PeakTime peak;
    std::vector<std::uint32_t> planned; ///< rows of planned categories since the period began, by time
    std::int64_t linked = 0;            ///< incidents of the selection that are linked to an intervention
    std::int64_t interventions = 0;     ///< to how many
};

/// Counts a selection of a snapshot by this filter, and the same filter in the period before. `today`: local;
/// what lies after it is not held against anything. Any thread.
SituationFigures figuresOf(const workspace::Snapshot& snapshot, const IncidentFilter& filter,
                           const workspace::RowSelection& selection, const QDate& today);
/// Those of an analysis.
SituationFigures figuresOf(const workspace::MapAnalysis& analysis, const QDate& today);

} // namespace hk::report
