#pragma once

#include "analysis/status.h"
#include "core/result.h"

namespace hk::exchange {

/// A fault of the analysis as an error that can be told to people, with the numbers that were asked for (metres).
Error errorOf(const analysis::Failure& failure, double cell, double bandwidth);

} // namespace hk::exchange
