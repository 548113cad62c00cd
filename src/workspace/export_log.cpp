#include "workspace/export_log.h"

#include "text/sentences.h"
#include "workspace/workspace.h"

#include <QFileInfo>

namespace hk::workspace {

namespace {

QString wordsOf(const IncidentFilter& filter, const CategoryList& categories)
{
    return QStringLiteral("%1. %2").arg(text::period(filter.from, filter.to), text::filter(filter, categories));
}

} // namespace

Result<void> logExport(store::IncidentStore& store, const ExportSummary& summary, const IncidentFilter& filter,
                       const QString& target)
{
    if (store.isReadOnly()) {
        if (summary.profile == ExportProfile::Public)
            return {};
        return fail(ErrorCode::FileReadOnly, {store.path(), -1, {}});
    }
    store::ExportNote note;
    note.profile = summary.partner.isEmpty() ? toName(summary.profile)
                                             : toName(summary.profile) + QStringLiteral(": ") + summary.partner;
    note.filter = wordsOf(filter, store.categories());
    note.target = QFileInfo(target).fileName();
    note.incidents = summary.profile == ExportProfile::Public ? summary.selected : summary.rows;
    return store.logExport(note);
}

QString toName(Output value)
{
    switch (value) {
    case Output::Page:
        return QStringLiteral("page");
    case Output::Copy:
        return QStringLiteral("copy");
    case Output::Result:
        return QStringLiteral("result");
    case Output::Log:
        break;
    }
    return QStringLiteral("log");
}

void logOutput(Workspace& workspace, Output what, const QString& target, std::function<void(hk::Result<void>)> done)
{
    if (workspace.isReadOnly()) {
        done({});
        return;
    }
    const SnapshotPtr snapshot = workspace.snapshot();
    const bool selected = what == Output::Page || what == Output::Result;
    store::ExportNote note;
    note.profile = toName(what);
    note.filter = selected ? wordsOf(workspace.filter(), snapshot->categories) : QString();
    note.target = QFileInfo(target).fileName();
    note.incidents = static_cast<qint64>(selected ? workspace.selection().rows.size() : snapshot->incidents.size());
    workspace.logExport(note, std::move(done));
}

} // namespace hk::workspace
