#pragma once

#include "core/coordinates.h"

#include <span>

namespace hk {

/// Whether a position can be in Sweden: inside a coarse outline that follows the borders to a few kilometres
/// and the coasts some ten kilometres out, with the islands. False for coordinates that are not finite.
/// Thread-safe.
bool isInSweden(const Sweref99& position);

/// The outline, in SWEREF 99 TM metres.
std::span<const Sweref99> outlineOfSweden();

} // namespace hk
