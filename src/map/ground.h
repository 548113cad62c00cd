#pragma once

#include "map/feature_source.h"
#include "map/tile_source.h"
#include "map/viewport.h"

#include <QImage>
#include <QRectF>
#include <memory>
#include <vector>

namespace hk::map {

struct LayerLegend;
class MapStyle;

/// How a background is toned so that the data on it is the loudest thing.
enum class Tone : std::uint8_t { Colour, Grey, Dark };

/// A picture that lies ready in a plane: how a tile source comes on paper.
struct GroundPicture {
    QImage image;
    Plane plane = Plane::Sweref99Tm;
    QRectF bounds; ///< plane metres of the image's edges
};

/// One sheet of what lies under the data: a vector map with its style, or pictures. A value.
struct GroundSheet {
    QString title = {};
    std::shared_ptr<const FeatureSource> features = nullptr; ///< drawn by `style`; or
    std::shared_ptr<const MapStyle> style = nullptr;         ///< null: the window's own look
    std::shared_ptr<TileSource> tiles = nullptr;             ///< pictures
    std::shared_ptr<const GroundPicture> picture = nullptr;  ///< of `tiles`, for one page
    Tone tone = Tone::Colour;
    double opacity = 1.0; ///< over the ground's colour
    bool ground = true;   ///< fills, lines and pictures are drawn
    bool labels = true;   ///< names and symbols of `features` are placed
    QString attribution = {}; ///< of a layer of one's own, in place of what its source says; empty: that
    std::shared_ptr<const LayerLegend> legend = nullptr; ///< what its signs stand for; null: no legend tells of it
    friend bool operator==(const GroundSheet&, const GroundSheet&) = default;
};

/// The sheets, the lowest first: one background (of one or two sheets, a picture and the names over it), then layers of one's
/// own. A value, shared.
struct Ground {
    std::vector<GroundSheet> sheets;
    friend bool operator==(const Ground&, const Ground&) = default;
};

/// One sheet of these features.
std::shared_ptr<const Ground> groundOf(std::shared_ptr<const FeatureSource> features,
                                       std::shared_ptr<const MapStyle> style = nullptr);
/// Who is to be named for what is seen in a rectangle (metres of the plane): each once, joined.
QString attributionOf(const Ground& ground, Plane plane, const QRectF& rect);

} // namespace hk::map
