#pragma once

#include <functional>

namespace hk::methods {

/// Called now and then, from any one thread at a time, with the share done (0–1). May be empty.
using Progress = std::function<void(double share)>;

} // namespace hk::methods
