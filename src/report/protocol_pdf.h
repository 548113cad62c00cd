#pragma once

#include "core/result.h"
#include "paper/document.h"

namespace hk::workspace {
struct Protocol;
}

namespace hk::report {

/// The protocol on A4, as many sheets as it takes. Needs a QGuiApplication; any thread.
paper::Document protocolDocument(const workspace::Protocol& protocol);

/// Writes it as writePdf() does; errors of that.
Result<void> writeProtocol(const workspace::Protocol& protocol, const QString& path);

} // namespace hk::report
