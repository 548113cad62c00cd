#pragma once

#include "core/coordinates.h"

#include <QString>
#include <optional>

namespace hk::ui {

/// A position typed as two numbers: "6394262 321991" (SWEREF 99 TM, northing and easting in either order) or
/// "57.6554, 12.0165" (degrees, latitude first). A decimal comma is understood. Nothing where it is no such
/// text.
std::optional<Sweref99> parsePosition(const QString& text);

/// "N 6394263 E 321991".
QString positionText(const Sweref99& position);

} // namespace hk::ui
