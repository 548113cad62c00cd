#pragma once

#include "core/result.h"

#include <QByteArray>

namespace hk::workspace {
struct Protocol;
}

namespace hk::report {

/// The protocol on A4, as many pages as it takes; real text. Needs a QGuiApplication; any thread.
QByteArray protocolPdf(const workspace::Protocol& protocol);

/// Writes it. FileNotWritable, DiskFull.
Result<void> writeProtocol(const workspace::Protocol& protocol, const QString& path);

} // namespace hk::report
