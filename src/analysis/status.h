#pragma once

#include <string>
#include <tl/expected.hpp>

namespace hk::analysis {

enum class Fault {
    CellSizeNotPositive,
    BandwidthNotPositive,
    BandwidthBelowCell, ///< would give zeros between cell centres
    GridTooLarge,       ///< over the cell limit; value = cells asked for
    NoPoints,           ///< no points and no extent to make a grid of
    NotFinite,          ///< a coordinate or weight is NaN or infinite; value = its index
    Cancelled
};

struct Failure {
    Fault fault;
    double value = 0.0;
};

template <class T>
using Outcome = tl::expected<T, Failure>;

} // namespace hk::analysis
