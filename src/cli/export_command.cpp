#include "cli/arguments.h"
#include "cli/commands.h"
#include "cli/export_arguments.h"
#include "cli/output.h"
#include "cli/signature.h"
#include "store/incident_store.h"
#include "text/export_words.h"
#include "workspace/export_job.h"
#include "workspace/export_log.h"
#include "workspace/output_guard.h"

namespace hk::cli {

int exportCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("export"), QStringLiteral("Writes incidents, or counts of them, to CSV, GeoJSON, "
                                                             "GeoPackage, XLSX or KML, by the ending of OUTPUT."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incident file."));
    given.positional(QStringLiteral("OUTPUT"), QStringLiteral("The file to write."));
    addExportOptions(given);
    given.signatureOptions();
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    Result<store::IncidentStore> store = store::IncidentStore::open(given.at(0));
    if (!store)
        return failWith(store.error());
    store->setActor(signature(given));
    if (const Result<void> free = workspace::mayReplace(given.at(1), {given.at(0)}); !free)
        return failWith(free.error());
    const Result<IncidentFilter> filter = exportFilter(given, store->categories());
    if (!filter)
        return failWith(filter.error());
    const Result<workspace::ExportRequest> request = exportRequest(given);
    if (!request)
        return failWith(request.error());
    const Result<workspace::SnapshotPtr> snapshot = workspace::loadSnapshot(*store);
    if (!snapshot)
        return failWith(snapshot.error());
    const workspace::RowSelection selection = workspace::selectRows(**snapshot, *filter);
    const Result<workspace::ExportContent> content = workspace::makeExport(**snapshot, selection.rows, *request);
    if (!content)
        return failWith(content.error());
    if (const Result<void> logged = workspace::logExport(*store, content->summary, *filter, given.at(1)); !logged)
        return failWith(logged.error());
    if (const Result<void> written = workspace::writeExport(*content, given.at(1)); !written)
        return failWith(written.error());
    printLine(QStringLiteral("%1: %2").arg(given.at(1), text::exportSentences(content->summary).join(u' ')));
    return Done;
}

} // namespace hk::cli
