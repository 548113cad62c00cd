#pragma once

#include "core/export_profile.h"
#include "map/study_layer.h"
#include "paper/table_part.h"
#include "workspace/public_counts.h"

#include <QRectF>
#include <QStringList>

namespace hk::report {

/// What a public map shows of its counts: areas or cells in classes of their totals, streets as circles at
/// their midpoints. What is not told has one class, small ones and those that protect them alike. `scale`: of
/// the map, for the circles.
map::StudyLayer publicLayer(const workspace::PublicCounts& counts, CountGround ground, double scale);

/// The ground of what is counted, SWEREF 99 TM: within workspace::studyRadius of the hub where any of it is;
/// empty where no row has a place.
QRectF publicExtent(const workspace::PublicCounts& counts);

/// Totals and counts by category, the areas with the highest told total first, at most mostPublicRows of
/// them; as many tables as it takes with `categoriesAtOnce` columns of categories.
inline constexpr std::size_t mostPublicRows = 150;
std::vector<paper::TableData> publicTables(const workspace::PublicCounts& counts,
                                           const CategoryList& categories, std::size_t categoriesAtOnce);

/// How it was counted and what is not told, a sentence each. Nothing in them gives away a count that is not
/// told.
QStringList publicWords(const workspace::PublicCounts& counts, const workspace::PublicOptions& options);

} // namespace hk::report
