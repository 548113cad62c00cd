#pragma once

#include "cli/arguments.h"
#include "store/incident_store.h"

namespace hk::cli {

/// --person and --on-behalf-of.
void addSignatureOptions(Arguments& given);
/// Who signs changes and exports in the log: as told, else as the profile of the workstation says.
store::Actor signature(const Arguments& given);

} // namespace hk::cli
