#pragma once

#include "report/page.h"

#include <functional>
#include <stop_token>

namespace hk::report {

/// Whether the page's ground has sheets of pictures that are still to be fetched for its frame.
bool needsPictures(const MapPage& page);

/// The page with all of its ground at hand: a picture for each sheet of tiles, as fine as paper, and every map read once for the
/// frame. So a source that fails is an error here and not a page with a hole in it. Blocks, for workers. Errors: those of the
/// sources; Cancelled.
Result<MapPage> withGround(MapPage page, std::stop_token stop = {}, const std::function<void(double)>& progress = {});

/// The ground where its pictures cannot be had: `standIn` in the place of the lowest, and none of the others. Layers of features
/// stay as they are.
std::shared_ptr<const map::Ground> withoutPictures(const map::Ground& ground, std::shared_ptr<const map::FeatureSource> standIn);

} // namespace hk::report
