#pragma once

#include "core/result.h"

#include <QByteArray>
#include <vector>

namespace hk::paper {

/// Writes a file whole or not at all: beside the target, then in its place. A file already there is replaced
/// only once the new one is complete. Errors: FileNotWritable, DiskFull.
Result<void> writeWhole(const QString& path, const QByteArray& bytes);

struct FileBytes {
    QString path;
    QByteArray bytes;
};
/// Files that belong together: none takes its place before all are complete. Errors as above.
Result<void> writeWhole(const std::vector<FileBytes>& files);

} // namespace hk::paper
