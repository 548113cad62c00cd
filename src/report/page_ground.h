#pragma once

#include "paper/document.h"
#include "report/page.h"

#include <functional>
#include <stop_token>

namespace hk::report {

/// Whether a map of the document has sheets of pictures under it that are still to be fetched for its frame.
bool needsPictures(const paper::Document& document);

/// The document with all of its ground at hand: a picture for each sheet of tiles, as fine as paper, and every map read once for
/// its frame. So a source that fails is an error here and not a page with a hole in it. Blocks, for workers. Errors: those of the
/// sources; Cancelled.
Result<paper::Document> withGround(paper::Document document, std::stop_token stop = {},
                                   const std::function<void(double)>& progress = {});

/// The document where the pictures cannot be had: `standIn` in the place of a lowest sheet of pictures, and none of the others.
/// Layers of features stay as they are.
paper::Document withoutPictures(paper::Document document, const std::shared_ptr<const map::FeatureSource>& standIn);

/// The maps' grounds of one document in the same frames of another: a title that was changed asks no server anew. False where
/// a frame is another.
bool takePictures(paper::Document& document, const paper::Document& from);

} // namespace hk::report
