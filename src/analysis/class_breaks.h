#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hk::analysis {

/// How values are put into classes: as many in each (quantiles), as wide each (equal intervals), or so that the squares
/// within the classes sum to the least (natural breaks) [Jenks 1967, by Fisher's exact method 1958].
enum class ClassRule : std::uint8_t { Quantiles, Equal, Natural };

/// The lower limits of all classes but the first, ascending and each once: fewer than classes − 1 where the values are too
/// few or too alike. A value belongs to the class whose number is how many limits it reaches. Values that are not finite
/// are passed over. Natural breaks look at no more than 1,000 values, evenly chosen from the sorted ones.
std::vector<double> classLimits(std::vector<double> values, std::size_t classes, ClassRule rule);

/// The class of a value among such limits.
std::size_t classOf(double value, const std::vector<double>& limits);

} // namespace hk::analysis
