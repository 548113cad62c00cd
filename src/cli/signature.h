#pragma once

#include "cli/arguments.h"
#include "store/incident_store.h"
#include "workspace/export_log.h"

namespace hk::cli {

/// Who signs changes and exports in the log (Arguments::signatureOptions): as told, else as the profile of the workstation says.
store::Actor signature(const Arguments& given);

/// Writes into the log of the incident file, which is the first argument, that a command is about to write `targets` (empty ones
/// are passed over) from it. Without an error and without an entry where the file cannot be written to.
Result<void> logOutput(const Arguments& given, workspace::Output what, const IncidentFilter& filter, qint64 incidents,
                       const QStringList& targets);

} // namespace hk::cli
