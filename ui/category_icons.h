#pragma once

#include "core/category.h"
#include "map/scene.h"

#include <QIcon>

namespace hk::ui {

/// How a category looks on the map, for lists, forms and legends.
map::IncidentLayer::CategorySymbol symbolOf(const Category& category);
/// The map's symbol of a category as an icon.
QIcon categoryIcon(const Category& category);

} // namespace hk::ui
