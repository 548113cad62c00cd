#pragma once

#include "core/coordinates.h"

#include <QString>
#include <optional>

namespace hk::map {
class PlaceSearch;
}

namespace hk::ui {

/// A position typed as coordinates in any usual notation (geo/coordinate_text.h): its likeliest meaning. Nothing where the
/// text is no coordinates.
std::optional<Sweref99> parsePosition(const QString& text, const Sweref99& near = {322'110, 6'394'290});

/// "N 6394263 E 321991".
QString positionText(const Sweref99& position);

/// "340 m", "1,2 km".
QString distanceText(double metres);

/// Words for a place picked on the map: a landmark that stands there, else "near Brogatan, Mölndals bro". Never a house
/// number: what is stored may be given away, and a number may be somebody's home. Empty where nothing is known.
QString placeProposal(const map::PlaceSearch& places, const Sweref99& position);

} // namespace hk::ui
