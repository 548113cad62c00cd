#pragma once

#include "ui/map_view_furniture.h"

namespace hk::ui {

// Sizes and looks that all boxes on the map share, in pixels.
inline constexpr double furnitureMargin = 8.0;  ///< to the window's edge
inline constexpr double furniturePadding = 6.0; ///< inside a box
inline constexpr double furnitureGap = 6.0;     ///< between boxes
QColor inkColour(bool dark);
void paintBox(QPainter& painter, const QRectF& box, bool dark);

/// The legend of layers into the top right corner, under the hint and over the legend of the density; no higher than what is
/// left between them. The other rectangles of `layout` are there already.
void layoutLayerLegend(const MapFurniture& furniture, const QSizeF& size, MapFurnitureLayout& layout);
void paintLayerLegend(QPainter& painter, const MapFurniture& furniture, const MapFurnitureLayout& layout);

} // namespace hk::ui
