#pragma once

#include "core/result.h"

#include <QObject>
#include <QStringList>

class QSettings;
class QWidget;

namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

/// New, open, sample, copy: what is done with whole files. Work on a disk runs on worker threads.
class FileController : public QObject {
    Q_OBJECT
public:
    /// `dataFolder` is where samples go. All must outlive the controller.
    FileController(workspace::Workspace& workspace, QSettings& settings, QString dataFolder, QWidget* window);

    void askNew();
    void askOpen();
    void askCopy();
    void create(const QString& path);
    void open(const QString& path);
    /// A fresh sample of `count` invented incidents in the data folder.
    void openSample(int count = 600);
    void saveCopy(const QString& path);
    QStringList recent() const;
    bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void failed(const hk::Error& error);
    void busyChanged(bool busy);
    void recentChanged();
    void copySaved(const QString& path);

private:
    void setBusy(bool busy);
    void remember(const QString& path);
    QString folder() const;

    workspace::Workspace& m_workspace;
    QSettings& m_settings;
    QString m_dataFolder;
    QWidget* m_window;
    bool m_busy = false;
};

} // namespace hk::ui
