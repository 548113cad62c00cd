#include "workspace/export_log.h"

#include "text/sentences.h"
#include "workspace/workspace.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace hk::workspace {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::workspace)
};

/// What was chosen. Words that were searched for may tell of a person: that there were some is kept, not which.
QString wordsOf(IncidentFilter filter, const CategoryList& categories)
{
    const bool searched = !filter.text.trimmed().isEmpty();
    filter.text.clear();
    QStringList parts{QStringLiteral("%1.").arg(text::period(filter.from, filter.to))};
    if (const QString chosen = text::filter(filter, categories); !searched || chosen != text::filter({}, categories))
        parts.append(chosen);
    if (searched)
        parts.append(Words::tr("A search for words, which are not kept."));
    return parts.join(u' ');
}

store::ExportNote noteOf(const ExportSummary& summary, const IncidentFilter& filter, const CategoryList& categories,
                         const QString& target)
{
    store::ExportNote note;
    note.profile = summary.partner.isEmpty() ? toName(summary.profile)
                                             : toName(summary.profile) + QStringLiteral(": ") + summary.partner;
    note.filter = wordsOf(filter, categories);
    note.target = QFileInfo(target).fileName();
    note.incidents = summary.profile == ExportProfile::Public ? summary.selected : summary.rows;
    return note;
}

/// A file that has no log to be written to gives out counts for everybody only.
Result<void> withoutLog(const ExportSummary& summary, const QString& path)
{
    if (summary.profile == ExportProfile::Public)
        return {};
    return fail(ErrorCode::FileReadOnly, {path, -1, {}});
}

} // namespace

Result<void> logExport(store::IncidentStore& store, const ExportSummary& summary, const IncidentFilter& filter,
                       const QString& target)
{
    if (store.isReadOnly())
        return withoutLog(summary, store.path());
    return store.logExport(noteOf(summary, filter, store.categories(), target));
}

void logExport(Workspace& workspace, const ExportSummary& summary, const IncidentFilter& filter, const QString& target,
               std::function<void(hk::Result<void>)> done)
{
    const SnapshotPtr snapshot = workspace.snapshot();
    if (workspace.isReadOnly())
        done(withoutLog(summary, snapshot->info.path));
    else
        workspace.logExport(noteOf(summary, filter, snapshot->categories, target), std::move(done));
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
        return QStringLiteral("log");
    case Output::Attachment:
        break;
    }
    return QStringLiteral("attachment");
}

Result<void> logOutput(store::IncidentStore& store, Output what, const IncidentFilter& filter, const QString& target,
                       qint64 incidents)
{
    if (store.isReadOnly())
        return {};
    return store.logExport({toName(what), wordsOf(filter, store.categories()), QFileInfo(target).fileName(), incidents});
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

void logAttachment(Workspace& workspace, const QUuid& incident, const QString& fileName,
                   std::function<void(hk::Result<void>)> done)
{
    if (workspace.isReadOnly()) {
        done({});
        return;
    }
    const QString kind = QStringLiteral("*.") + QFileInfo(fileName).suffix().toLower();
    workspace.logExport({toName(Output::Attachment), incident.toString(QUuid::WithoutBraces), kind, 1}, std::move(done));
}

} // namespace hk::workspace
