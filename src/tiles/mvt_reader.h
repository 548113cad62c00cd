#pragma once

#include "geo/tile.h"
#include "map/basemap.h"

#include <QByteArray>

namespace hk::tiles {

/// The features of one vector tile (MVT, perhaps packed by gzip) that our style draws, with vertices in Web Mercator alone, cut at
/// the tile's edges; points of the margin around it are left to the neighbour. Nothing where the bytes are no such tile. Any thread.
std::vector<map::BasemapFeature> readVectorTile(const QByteArray& bytes, const geo::TileId& tile);

/// Puts together what edges of tiles have cut: lines that go on in the neighbour, polygons that touch one of the same kind.
/// `side`: of a tile in metres; the edges lie at its multiples from the corner of the Web Mercator square.
std::vector<map::BasemapFeature> joinedAtEdges(std::vector<map::BasemapFeature> features, double side);

} // namespace hk::tiles
