#pragma once

#include "core/coordinates.h"
#include "geo/swedish_grids.h"

#include <QString>
#include <vector>

namespace hk::geo {

/// What a text with coordinates may mean.
struct CoordinateAnswer {
    Sweref99 position;
    const SwedishGrid* grid = nullptr; ///< in which the numbers were given; never null
    bool inSweden = true;              ///< inside core/sweden.h's outline
};

/// Reads coordinates in any usual notation, the likeliest meaning first:
///   degrees (WGS 84, taken as SWEREF 99) with decimals, or with minutes, or with minutes and seconds, with all usual marks,
///   decimal point or comma, N and E (S, W; Ö and O for east, V for west) before or behind, latitude and longitude in either
///   order where the one can only be one of Sweden's; geo: addresses, and the first pair in a pasted link to a map;
///   SWEREF 99 TM, the SWEREF 99 zones and RT 90, northing and easting in either order, told by the numbers or by a name
///   ("SWEREF 99 12 00", "1200", "RT 90 5 gon V", "EPSG:3007") before or behind.
/// Zones that fit alike come in the order of how near `near` their meaning lies. Empty for a text that is no such thing (an
/// address, a year); one answer with inSweden false where it is coordinates, but of no place in Sweden. Thread-safe.
std::vector<CoordinateAnswer> readCoordinates(const QString& text, const Sweref99& near = {322'110, 6'394'290});

} // namespace hk::geo
