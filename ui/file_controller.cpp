#include "ui/file_controller.h"

#include "workspace/export_log.h"
#include "workspace/sample.h"
#include "workspace/workspace.h"

#include <QDateTime>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QPointer>
#include <QSettings>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace hk::ui {
namespace {

const QString recentKey = QStringLiteral("files/recent");
const QString folderKey = QStringLiteral("files/folder");

/// Makes the sample file; its path.
Result<QString> makeSampleFile(const QString& folder, int count, const QString& title)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileNotWritable, {folder, -1, {}});
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HHmmss"));
    QString path = QStringLiteral("%1/%2 %3.gpkg").arg(folder, title, stamp);
    for (int i = 2; QFileInfo::exists(path); ++i)
        path = QStringLiteral("%1/%2 %3 (%4).gpkg").arg(folder, title, stamp).arg(i);
    store::CreateOptions options;
    options.title = title;
    options.sample = true;
    Result<store::IncidentStore> made = store::IncidentStore::create(path, options);
    if (!made)
        return tl::unexpected(made.error());
    workspace::SampleOptions sample;
    sample.count = count;
    const Result<void> filled = workspace::makeSample(*made, sample);
    if (!filled)
        return tl::unexpected(filled.error());
    return path;
}

Result<QString> copyFile(const QString& from, const QString& to)
{
    const Result<store::IncidentStore> opened = store::IncidentStore::open(from, store::Access::ReadOnly);
    if (!opened)
        return tl::unexpected(opened.error());
    const Result<void> copied = opened->backupTo(to);
    if (!copied)
        return tl::unexpected(copied.error());
    return to;
}

QString withSuffix(const QString& path)
{
    return path.endsWith(QStringLiteral(".gpkg"), Qt::CaseInsensitive) ? path
                                                                       : path + QStringLiteral(".gpkg");
}

} // namespace

FileController::FileController(workspace::Workspace& workspace, QSettings& settings, QString dataFolder,
                               QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_dataFolder(std::move(dataFolder))
    , m_window(window)
{
    connect(&m_workspace, &workspace::Workspace::opened, this, [this] {
        setBusy(false);
        remember(m_workspace.snapshot()->info.path);
    });
    connect(&m_workspace, &workspace::Workspace::failed, this, [this] { setBusy(false); });
}

void FileController::setBusy(bool busy)
{
    if (busy == m_busy)
        return;
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

QString FileController::folder() const
{
    const QString last = m_settings.value(folderKey).toString();
    return last.isEmpty() || !QDir(last).exists()
               ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
               : last;
}

void FileController::askNew()
{
    const QString path = QFileDialog::getSaveFileName(
        m_window, tr("New incident file"), QDir(folder()).filePath(tr("Incidents") + QStringLiteral(".gpkg")),
        tr("Incident files (*.gpkg)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        create(withSuffix(path));
}

void FileController::askOpen()
{
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open incident file"), folder(),
                                                      tr("Incident files (*.gpkg)"));
    if (!path.isEmpty())
        open(path);
}

void FileController::askCopy()
{
    const QFileInfo now(m_workspace.snapshot()->info.path);
    const QString name =
        tr("%1, copy %2").arg(now.completeBaseName(), QDate::currentDate().toString(Qt::ISODate));
    const QString path = QFileDialog::getSaveFileName(
        m_window, tr("Save a copy"), QDir(folder()).filePath(name + QStringLiteral(".gpkg")),
        tr("Incident files (*.gpkg)"), nullptr, QFileDialog::DontConfirmOverwrite);
    if (!path.isEmpty())
        saveCopy(withSuffix(path));
}

void FileController::create(const QString& path)
{
    setBusy(true);
    store::CreateOptions options;
    options.title = QFileInfo(path).completeBaseName();
    m_workspace.create(path, options);
}

void FileController::open(const QString& path)
{
    setBusy(true);
    m_workspace.open(path);
}

void FileController::openSample(int count)
{
    setBusy(true);
    auto* watcher = new QFutureWatcher<Result<QString>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        const Result<QString> path = watcher->result();
        if (path) {
            open(*path);
            return;
        }
        setBusy(false);
        Q_EMIT failed(path.error());
    });
    watcher->setFuture(
        QtConcurrent::run(makeSampleFile, m_dataFolder, count, tr("Sample Mölndals bro", "file name")));
}

void FileController::saveCopy(const QString& path)
{
    setBusy(true);
    auto* watcher = new QFutureWatcher<Result<QString>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        setBusy(false);
        const Result<QString> copied = watcher->result();
        if (copied)
            Q_EMIT copySaved(*copied);
        else
            Q_EMIT failed(copied.error());
    });
    const QString source = m_workspace.snapshot()->info.path;
    workspace::logOutput(m_workspace, workspace::Output::Copy, path, [watcher = QPointer(watcher), source, path](const Result<void>& logged) {
        if (!watcher)
            return;
        watcher->setFuture(logged ? QtConcurrent::run(copyFile, source, path)
                                  : QtFuture::makeReadyFuture(Result<QString>(tl::unexpected(logged.error()))));
    });
}

QStringList FileController::recent() const
{
    return m_settings.value(recentKey).toStringList();
}

void FileController::remember(const QString& path)
{
    if (path.isEmpty())
        return;
    QStringList paths = recent();
    paths.removeAll(path);
    paths.prepend(path);
    m_settings.setValue(recentKey, paths.mid(0, 8));
    if (!path.startsWith(m_dataFolder))
        m_settings.setValue(folderKey, QFileInfo(path).absolutePath());
    Q_EMIT recentChanged();
}

} // namespace hk::ui
