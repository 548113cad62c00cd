#pragma once

#include "cli/arguments.h"
#include "store/stored_layer.h"
#include "workspace/map_analysis.h"

#include <memory>
#include <vector>

namespace hk::cli {

/// An incident file (the first argument) as its options ask: what they choose, analysed.
struct Analysed {
    std::shared_ptr<const map::Basemap> basemap;
    workspace::MapAnalysisPtr analysis;
    std::vector<store::StoredLayer> layers;
};
/// Errors: those of the file, of the options and of the analysis.
Result<Analysed> analyseFile(const Arguments& given);

} // namespace hk::cli
