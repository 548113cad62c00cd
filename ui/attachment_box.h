#pragma once

#include "store/desk_records.h"

#include <QTemporaryDir>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace hk::workspace {
class Workspace;
}

namespace hk::ui {

/// Photos and documents of the incident in the form: added, opened by the desktop, exported and taken away (with undo). Those
/// of a new incident wait until it is saved.
class AttachmentBox : public QWidget {
    Q_OBJECT
public:
    /// The workspace must outlive the box.
    explicit AttachmentBox(workspace::Workspace& workspace, QWidget* parent = nullptr);

    /// Shows those of an incident; null: of one that is new.
    void setIncident(const QUuid& incident);
    /// Reads files on a worker, cleans pictures, and stores them (or lets them wait).
    void addFiles(const QStringList& paths);
    /// Gives what waits to the incident that has been saved.
    void attachWaiting(const QUuid& incident);
    int count() const;
    bool isBusy() const { return m_reading > 0; }
    void removeCurrent();
    void exportCurrent(const QString& folder);

Q_SIGNALS:
    void failed(const hk::Error& error);
    void done(const QString& words, bool undoable); ///< for the receipt
    void countChanged();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void reload();
    void show(std::vector<store::AttachmentInfo> found);
    void take(store::Attachment attachment);
    void keep(std::vector<store::Attachment> attachments, const QUuid& incident);
    void withCurrent(std::function<void(const store::Attachment&)> use);
    void open();
    void updateButtons();

    workspace::Workspace& m_workspace;
    QUuid m_incident;
    std::vector<store::AttachmentInfo> m_shown;
    std::vector<store::Attachment> m_waiting;
    int m_reading = 0;
    QTemporaryDir m_opened; ///< what the desktop has opened; goes with the program
    QListWidget* m_list;
    QPushButton* m_add;
    QPushButton* m_open;
    QPushButton* m_export;
    QPushButton* m_remove;
    QLabel* m_hint;
};

} // namespace hk::ui
