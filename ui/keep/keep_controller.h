#pragma once

#include "core/result.h"

#include <QList>
#include <QObject>
#include <QUuid>
#include <functional>

class QAction;
class QDialog;
class QMenu;
class QSettings;
class QWidget;

namespace hk::workspace {
class BackupKeeper;
class Workspace;
}

namespace hk::ui {

/// Log, backup copies, disposal and the workstation's profile: their commands and dialogs.
class KeepController : public QObject {
    Q_OBJECT
public:
    /// `marked` tells the one incident that is marked in the window, or null. All must outlive the controller.
    KeepController(workspace::Workspace& workspace, workspace::BackupKeeper& keeper, QSettings& settings,
                   std::function<QUuid()> marked, QWidget* window);

    /// For the File menu, in its order; also to be found as commands.
    QList<QAction*> actions() const;
    void retranslate();
    void showState(bool open);

    void showLog();
    void showBackups();
    void showDisposal();
    void editProfile();

Q_SIGNALS:
    /// In passing, for the receipt.
    void told(const QString& words);

private:
    void tellFailedCopy(const Error& error);
    template <class Dialog>
    Dialog* raise(std::function<Dialog*()> make);

    workspace::Workspace& m_workspace;
    workspace::BackupKeeper& m_keeper;
    QSettings& m_settings;
    std::function<QUuid()> m_marked;
    QWidget* m_window;
    QAction* m_log;
    QAction* m_backups;
    QAction* m_disposal;
    QAction* m_profile;
};

} // namespace hk::ui
