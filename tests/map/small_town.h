#pragma once

#include "map/basemap.h"
#include "map/scene.h"
#include "map/style.h"

#include <QImage>

namespace hk::test {

/// A made-up map of a few streets, a lake, a park, a bridge and some places round lon 12.02, lat 57.655.
std::shared_ptr<const map::Basemap> smallTown();
std::shared_ptr<const map::MapStyle> lightStyle();

/// A view of `size` device units round a position, one style pixel per device unit.
map::MapViewport mercatorView(const LonLat& centre, double zoom, const QSizeF& size);
map::MapViewport swerefView(const Sweref99& centre, double metresPerUnit, const QSizeF& size);

/// Incidents at positions, all of one precision.
struct Spot {
    double easting;
    double northing;
    std::uint16_t category = 0;
    std::uint8_t precision = 0;
    float radius = 10;
};
std::shared_ptr<const map::IncidentLayer> layerOf(const std::vector<Spot>& spots,
                                                  std::map<std::uint32_t, SwerefRing> areas = {});

/// Largest difference of a colour channel, and how many pixels differ by more than `tolerance`.
struct PictureDifference {
    int largest = 0;
    int pixels = 0;
};
PictureDifference compare(const QImage& a, const QImage& b, int tolerance);

} // namespace hk::test
