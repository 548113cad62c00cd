#pragma once

#include "analysis/kde.h"

/// The plain ways of summing, written straight from their description: what kernelDensity is measured against in
/// the same process. Density in incidents per km²; rows or points are dealt to `threads` threads.
namespace hk::bench {

/// Each point visits the cells of the square around it.
analysis::Grid plainDirect(const std::vector<analysis::Point>& points, const analysis::GridSpec& spec,
                           analysis::Kernel kernel, double bandwidth, int threads);

/// Quartic. A point adds its polynomial in x where its interval of a row begins and takes it off where it ends
/// [Chan et al., "SLAM: Efficient Sweep Line Algorithms for Kernel Density Visualization", SIGMOD 2022], with one
/// origin per row.
analysis::Grid plainSweep(const std::vector<analysis::Point>& points, const analysis::GridSpec& spec,
                          double bandwidth, int threads);

} // namespace hk::bench
