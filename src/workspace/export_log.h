#pragma once

#include "core/export_profile.h"
#include "core/incident_filter.h"
#include "store/incident_store.h"

#include <functional>

namespace hk::workspace {

class Workspace;

/// Writes an export by profile into the log of the file, before anything is handed over: for whom, what was chosen in words (but
/// not which words were searched for: the log outlives a disposal), the
/// name of what is written and how many incidents it holds or counts; the store's actor signs. Of a file that cannot be written
/// to, only counts for everybody may be exported unlogged; else FileReadOnly.
Result<void> logExport(store::IncidentStore& store, const ExportSummary& summary, const IncidentFilter& filter,
                       const QString& target);

/// The same through the open file's workspace; `done` runs on the owner's thread.
void logExport(Workspace& workspace, const ExportSummary& summary, const IncidentFilter& filter, const QString& target,
               std::function<void(hk::Result<void>)> done);

/// What else leaves the file.
enum class Output { Page, Copy, Result, Log, Attachment };
QString toName(Output value); ///< "page", "copy", "result", "log", "attachment": the profile in the log

/// Writes it into the log of the file, with how many incidents it holds or counts; the store's actor signs. Of a file that cannot
/// be written to nothing is logged and nothing refused.
Result<void> logOutput(store::IncidentStore& store, Output what, const IncidentFilter& filter, const QString& target,
                       qint64 incidents);

/// The same for what the open file's window writes, `target` being a path, or words where it is no file. `done` runs on the owner's
/// thread; the output is to be made only where it is without an error. A file that is open for reading only has no log that could
/// be written to: nothing is logged and nothing refused.
void logOutput(Workspace& workspace, Output what, const QString& target, std::function<void(hk::Result<void>)> done);

/// The same for an attachment of an incident. Its name is not told, only its kind ("*.jpg"): the log outlives a disposal.
void logAttachment(Workspace& workspace, const QUuid& incident, const QString& fileName,
                   std::function<void(hk::Result<void>)> done);

} // namespace hk::workspace
