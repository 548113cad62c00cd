#pragma once

#include "exchange/import_guess.h"

namespace hk::exchange {

/// The faults of a row: those of reading it, then those of the rules that say something new.
std::vector<Error> faultsOf(const ImportRow& row, const ValidationResult& valid);

/// What would be wrong with each row of a sample, in its order, for showing beside them while columns are chosen. A fault of
/// the mapping as a whole (no position, an unknown system) is that of every row. What the shapes of a file say is not looked
/// at. Thread-safe.
std::vector<std::vector<Error>> sampleFaults(const ImportFile& file, const ImportMapping& mapping,
                                             const CategoryList& categories, const QDateTime& now,
                                             const PlaceFinder& places = {});

} // namespace hk::exchange
