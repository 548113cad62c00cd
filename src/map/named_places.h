#pragma once

#include "core/coordinates.h"
#include "map/feature_source.h"

#include <QString>
#include <memory>
#include <stop_token>
#include <vector>

namespace hk::map {

struct Ground;

/// Kinds of places that a map knows. Stop: of buses, trams and trains, stations too. School: preschools too, where the map has them.
enum class PlaceKind : std::uint8_t { Stop, School };

/// A place with the points that bear its name, SWEREF 99 TM, from west to east: a stop often has one for each direction.
struct NamedPlace {
    QString name; ///< of several of one name that lie apart "Storgatan", "Storgatan (2)" …
    std::vector<Sweref99> points;
};

/// Points of one name are one place where each lies within so many metres of another of them.
inline constexpr double onePlaceWithin = 400.0;

/// The named places of a kind that a source has, by name; always in the same order. Blocks: a large file is read through. Errors:
/// those of the source; Cancelled.
Result<std::vector<NamedPlace>> namedPlaces(const FeatureSource& source, PlaceKind kind, std::stop_token stop = {});

/// Those of the vector map in a file that is the ground, where it is one and has any; else those of the map in memory. Pictures,
/// servers and layers of one's own are not asked. Either may be null.
Result<std::vector<NamedPlace>> namedPlaces(const Ground* ground, const FeatureSource* inMemory, PlaceKind kind, std::stop_token stop = {});

} // namespace hk::map
