#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QListWidget;

namespace hk::workspace {
class Backgrounds;
}

namespace hk::ui {

class FormField;

/// What the program may do on the network, to be looked at and changed afterwards: which servers maps are fetched from, and the
/// address that is sent along. Nothing changes before OK.
class NetworkDialog : public QDialog {
    Q_OBJECT
public:
    /// `backgrounds` must outlive it.
    explicit NetworkDialog(workspace::Backgrounds& backgrounds, QWidget* parent = nullptr);
    void accept() override;

private:
    workspace::Backgrounds& m_backgrounds;
    QListWidget* m_hosts;
    QLineEdit* m_contact;
    FormField* m_contactField;
};

} // namespace hk::ui
