#pragma once

#include "cli/arguments.h"
#include "core/result.h"
#include "map/ground.h"

#include <memory>

namespace hk::map {
class Basemap;
}

namespace hk::cli {

/// Declares --background, --tone, --opacity and --names.
void backgroundOptions(Arguments& arguments);

/// What lies under the data as the options ask; without --background the embedded map. Errors: those of the file; WrongUsage.
Result<std::shared_ptr<const map::Ground>> groundOf(const Arguments& given, const std::shared_ptr<const map::Basemap>& embedded);

} // namespace hk::cli
