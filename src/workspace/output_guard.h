#pragma once

#include "core/result.h"

#include <QStringList>

namespace hk::workspace {

/// Whether both names lead to one file that is there, through links of any kind.
bool isSameFile(const QString& a, const QString& b);

/// Whether a result may be written to `path`: not where one of `sources` (files being read) lies, not over an incident
/// file, and not over a folder or a device. An empty or free path may. Errors: FileExists, FileNotWritable.
Result<void> mayReplace(const QString& path, const QStringList& sources);

} // namespace hk::workspace
