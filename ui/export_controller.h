#pragma once

#include "ui/export_dialog.h"
#include "ui/receive_dialog.h"

#include <QObject>
#include <QPointer>

class QAction;
class QSettings;

namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

/// Exporting the selection, and taking packages in.
class ExportController : public QObject {
    Q_OBJECT
public:
    /// All must outlive the controller.
    ExportController(workspace::Workspace& workspace, QSettings& settings, QWidget* window);

    QAction* exportAction() const { return m_export; }
    QAction* receiveAction() const { return m_receive; }
    void retranslate();
    /// What may be done now.
    void setState(bool open, bool readOnly);
    /// Where the agreements with partners are kept; of the workstation unless another is said.
    void setAgreementsPath(const QString& path) { m_agreementsPath = path; }

    ExportDialog* showExport();
    ReceiveDialog* showReceive(const QString& package);
    void askReceive();

private:
    workspace::Workspace& m_workspace;
    QSettings& m_settings;
    QWidget* m_window;
    QString m_agreementsPath;
    QAction* m_export;
    QAction* m_receive;
};

} // namespace hk::ui
