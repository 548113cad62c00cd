#pragma once

#include "exchange/map_rows.h"

#include <QDateTime>
#include <functional>
#include <stop_token>

namespace hk::exchange {

struct MapFileFacts {
    QString attribution;
    QString source;  ///< file name or address
    QDateTime built; ///< UTC
};

/// Writes the rows (sorted) as a new vector map, laid out as core/map_tables.h says, with coarser copies for small scales.
/// `path` must be free. What is left after an error is of no use. `progress`: 0–1. Errors: FileNotWritable, DiskFull,
/// StorageFailed, Cancelled.
Result<void> writeMapFile(const QString& path, const MapRows& rows, const MapFileFacts& facts,
                          const std::function<void(double)>& progress, std::stop_token stop);

} // namespace hk::exchange
