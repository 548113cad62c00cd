#pragma once

#include "core/result.h"

#include <QByteArray>

namespace hk::paper {

/// Writes a file whole or not at all: beside the target, then in its place. A file already there is replaced
/// only once the new one is complete. Errors: FileNotWritable, DiskFull.
Result<void> writeWhole(const QString& path, const QByteArray& bytes);

} // namespace hk::paper
