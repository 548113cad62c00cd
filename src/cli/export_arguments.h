#pragma once

#include "cli/arguments.h"
#include "workspace/export_job.h"

namespace hk::cli {

/// --profile --partner --agreements --count-by --cell --threshold, and --area beside the filter.
void addExportOptions(Arguments& given);
/// To whom it goes and what that means. Without --profile it goes to everybody: counts only.
Result<workspace::ExportRequest> exportRequest(const Arguments& given);
/// The filter with --area.
Result<IncidentFilter> exportFilter(const Arguments& given, const CategoryList& categories);

} // namespace hk::cli
