#include "ui/keep/keep_controller.h"

#include "ui/icons.h"
#include "ui/keep/backup_dialog.h"
#include "ui/keep/disposal_dialog.h"
#include "ui/keep/log_dialog.h"
#include "ui/keep/profile_dialog.h"
#include "workspace/backup_keeper.h"
#include "workspace/workspace.h"
#include "workspace/workstation_profile.h"

#include <QAction>
#include <QFileInfo>
#include <QSettings>
#include <QWidget>

namespace hk::ui {

KeepController::KeepController(workspace::Workspace& workspace, workspace::BackupKeeper& keeper, QSettings& settings,
                               std::function<QUuid()> marked, QWidget* window)
    : QObject(window)
    , m_workspace(workspace)
    , m_keeper(keeper)
    , m_settings(settings)
    , m_marked(std::move(marked))
    , m_window(window)
    , m_log(new QAction(icon(QStringLiteral("table")), {}, this))
    , m_backups(new QAction(icon(QStringLiteral("copy")), {}, this))
    , m_disposal(new QAction(icon(QStringLiteral("trash")), {}, this))
    , m_profile(new QAction(this))
{
    m_log->setShortcut(QKeySequence(QKeyCombination(Qt::CTRL | Qt::SHIFT, Qt::Key_L)));
    connect(m_log, &QAction::triggered, this, &KeepController::showLog);
    connect(m_backups, &QAction::triggered, this, &KeepController::showBackups);
    connect(m_disposal, &QAction::triggered, this, &KeepController::showDisposal);
    connect(m_profile, &QAction::triggered, this, &KeepController::editProfile);
    connect(&m_keeper, &workspace::BackupKeeper::failed, this, &KeepController::tellFailedCopy);
    connect(&m_workspace, &workspace::Workspace::backupFailed, this, &KeepController::tellFailedCopy);
    m_workspace.setActor(workspace::storedProfile(m_settings));
    showState(false);
}

QList<QAction*> KeepController::actions() const
{
    return {m_log, m_backups, m_disposal, m_profile};
}

void KeepController::retranslate()
{
    m_log->setText(tr("&Log…"));
    m_backups->setText(tr("&Backup copies…"));
    m_disposal->setText(tr("&Disposal…"));
    m_profile->setText(tr("&Who works here…"));
}

void KeepController::tellFailedCopy(const Error& error)
{
    const QString folder = QFileInfo(error.place.file).fileName();
    switch (error.code) {
    case ErrorCode::DiskFull:
        Q_EMIT told(tr("No backup copy could be made: the disk is full. The work goes on, and it is tried again."));
        break;
    case ErrorCode::FileNotWritable:
    case ErrorCode::FileNotReadable:
        Q_EMIT told(tr("No backup copy could be made: the folder %1 cannot be used. The work goes on, and it is tried again.")
                        .arg(folder));
        break;
    default:
        Q_EMIT told(tr("No backup copy could be made. The work goes on, and it is tried again."));
    }
}

void KeepController::showState(bool open)
{
    for (QAction* action : {m_log, m_backups, m_disposal})
        action->setEnabled(open);
}

template <class Dialog>
Dialog* KeepController::raise(std::function<Dialog*()> make)
{
    auto* dialog = m_window->findChild<Dialog*>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog)
        dialog = make();
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

void KeepController::showLog()
{
    raise<LogDialog>([this] { return new LogDialog(m_workspace, m_marked(), m_window); });
}

void KeepController::showBackups()
{
    raise<BackupDialog>([this] { return new BackupDialog(m_workspace, m_keeper, m_window); });
}

void KeepController::showDisposal()
{
    raise<DisposalDialog>([this] { return new DisposalDialog(m_workspace, m_keeper, m_window); });
}

void KeepController::editProfile()
{
    ProfileDialog dialog(workspace::storedProfile(m_settings), m_window);
    if (dialog.exec() != QDialog::Accepted)
        return;
    workspace::storeProfile(m_settings, dialog.profile());
    m_workspace.setActor(dialog.profile());
    Q_EMIT told(tr("Changes are now signed by %1.").arg(dialog.profile().name));
}

} // namespace hk::ui
