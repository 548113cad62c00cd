#pragma once

#include "core/category.h"
#include "methods/method_result.h"
#include "report/situation_figures.h"

#include <QStringList>

namespace hk::report {

/// "N1 Öppen narkotikahandel (misstänkt)"; of a code that the list does not have "Unknown category".
QString categoryWords(const CategoryList& categories, std::size_t index);
/// "Polisen"; "Not stated" for an empty name.
QString organisationWords(const workspace::Snapshot& snapshot, std::size_t index);

/// What the counts are held against, or why they are not, with dates.
QString againstWords(const SituationFigures& figures);
/// Heads a column of the earlier counts: "A year before".
QString againstTitle(const SituationFigures& figures);

/// What can be said of the period, a sentence each, made from the figures alone. `comparison`: what
/// runPeriodComparison found of the places; null: nothing was held against anything.
QStringList summaryOf(const SituationFigures& figures, const workspace::MapAnalysis& analysis,
                      const methods::MethodResult* comparison);
/// Where hours are told: when it is most concentrated, and what has no hour.
QStringList hourSentences(const SituationFigures& figures);

/// How the figures were made, in words with their parameters.
QStringList definitionsOf(const SituationFigures& figures, const workspace::MapAnalysis& analysis);
/// What does not stand in the heatmap or the figures by hour, and why.
QStringList leftOutOf(const SituationFigures& figures, const workspace::MapAnalysis& analysis);
/// The literature that the methods are from.
QStringList literature();

} // namespace hk::report
