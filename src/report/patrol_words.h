#pragma once

#include "paper/table_part.h"
#include "report/page.h"
#include "report/patrol_plan.h"

namespace hk::report {

/// "Bråk 5  ·  Stöld, snatteri 3": the categories of a spot with their counts; those without room are counted.
QString categoryWords(const PatrolSpot& spot, const CategoryList& categories);
/// The last fortnight in one sentence and what was before it in another: more, fewer, no certain change, or too few to say.
QStringList fortnightWords(const PatrolSpot& spot, const PatrolPlan& plan);
/// The walk: start, spots with their distance from the place before, end; the sum of the metres.
paper::TableData walkTable(const PatrolPlan& plan, const MapPage& page);
/// What the distances and stays of the walk are, and how long all of it is to stand still.
QStringList walkWords(const PatrolPlan& plan);
/// The latest incidents of these rows, the latest first: when, what and near what. Nothing of an incident's own words.
paper::TableData latestTable(const workspace::MapAnalysis& analysis, const std::vector<std::uint32_t>& rows,
                             const map::PlaceSearch& places);
/// What is in none of the spots, and why as far as it is known.
QStringList leftOutWords(const PatrolPlan& plan);

} // namespace hk::report
