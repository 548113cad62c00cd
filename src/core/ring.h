#pragma once

#include "core/coordinates.h"

#include <span>

namespace hk {

/// Whether the position lies inside the ring (even-odd rule). On the line itself either answer is possible.
/// False for fewer than three vertices. Thread-safe.
bool containsPoint(std::span<const Sweref99> ring, const Sweref99& position);

/// Area in square metres by the shoelace formula, without regard to the ring's direction.
double ringArea(std::span<const Sweref99> ring);

/// A point inside the ring: its centroid where that lies inside, else the middle of the widest stretch of a
/// line through the ring. The ring must have at least three vertices and an area above zero.
Sweref99 pointInside(std::span<const Sweref99> ring);

/// Radius in metres of the smallest circle around the centre that holds every vertex.
double radiusAround(std::span<const Sweref99> ring, const Sweref99& centre);

} // namespace hk
