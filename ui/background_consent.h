#pragma once

#include <QDialog>
#include <functional>

class QLabel;
class QLineEdit;

namespace hk::workspace {
class Backgrounds;
}

namespace hk::ui {

/// Asks once for each server whether the map may be fetched from it, and the first time for an address at which its keeper
/// reaches the one who runs this program.
class BackgroundConsent : public QDialog {
    Q_OBJECT
public:
    /// `question` in place of that about the map.
    BackgroundConsent(workspace::Backgrounds& backgrounds, const QStringList& hosts, QWidget* parent, const QString& question = {});

    /// Calls `then` at once where all hosts are allowed, else when the user has said yes. Not modal for its caller.
    static void ask(workspace::Backgrounds& backgrounds, const QStringList& hosts, QWidget* parent, std::function<void()> then,
                    const QString& question = {});

    void accept() override;

private:
    workspace::Backgrounds& m_backgrounds;
    QStringList m_hosts;
    QLineEdit* m_contact = nullptr;
};

} // namespace hk::ui
