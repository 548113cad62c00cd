#pragma once

#include "core/result.h"
#include "map/ground.h"
#include "map/style.h"
#include "map/viewport.h"

#include <stop_token>

class QPainter;

namespace hk::map {

/// The colour under all sheets: that of the lowest one where it is drawn by a style, else the window's look's.
QColor groundColour(const Ground* ground, const MapStyle* look);

/// How a sheet of features is drawn: its own style or else the window's look, in the sheet's tone and opacity. The lowest
/// sheet fades into the look's ground colour, one above it lets what is below shine through. Null: neither has a style.
std::shared_ptr<const MapStyle> styleOf(const Ground& ground, std::size_t sheet, const std::shared_ptr<const MapStyle>& look);

/// Paints the sheets `first` to `last` (not included) that have a ground, without labels and without the colour under them:
/// features by their style, of pictures GroundSheet::picture where it is of the viewport's plane. Blocks for as long as the
/// sources of features take. Error: the first source that failed; what the others have is painted all the same.
Result<void> paintSheets(QPainter& painter, const Ground& ground, const std::shared_ptr<const MapStyle>& look,
                         const MapViewport& viewport, std::size_t first, std::size_t last, std::stop_token stop = {});

/// The colour under them and all sheets.
Result<void> paintGround(QPainter& painter, const Ground& ground, const std::shared_ptr<const MapStyle>& look,
                         const MapViewport& viewport, std::stop_token stop = {});

} // namespace hk::map
