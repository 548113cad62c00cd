#pragma once

#include "cli/arguments.h"

namespace hk::cli {

/// The filter of a command with its areas and distances, whose files are read here: --zone FILE[:FIELD]=NAME (repeated:
/// names of one file) and --near FILE --near-within M. Wrong usage also for a name that the file does not have.
Result<IncidentFilter> filterWithPlaces(const Arguments& given, const CategoryList& categories);

} // namespace hk::cli
