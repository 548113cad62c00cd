#pragma once

#include "ui/latest_job.h"
#include "workspace/handover_import.h"

#include <QDialog>
#include <memory>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace hk::ui {

class ErrorBanner;
class FormField;

/// Takes a handover package in: checks it, says what would happen, and does it when that is wanted. Not modal.
class ReceiveDialog : public QDialog {
    Q_OBJECT
public:
    /// `file`: the open incident file, changed by a connection of its own. `actor` signs.
    ReceiveDialog(QString file, store::Actor actor, QWidget* parent = nullptr);

    /// Opens and checks a package; asks for its passphrase where it is sealed.
    void open(const QString& package);
    const std::optional<workspace::HandoverReport>& report() const { return m_report; }
    /// Copies the file first. Where no copy can be made nothing is taken in, and it is asked whether to do without.
    void takeIn();

Q_SIGNALS:
    void looked(); ///< the dry run is there, or has failed
    void copyFailed();
    void received();

protected:
    void reject() override;

private:
    void build();
    void look();
    enum class Mode { Look, TakeIn, TakeInWithoutCopy };
    void run(Mode mode);
    void askWithoutCopy(const Error& error);
    void tell(const Result<workspace::HandoverReport>& report);
    void setBusy(bool busy);
    QString words(const workspace::HandoverReport& report) const;

    QString m_file;
    store::Actor m_actor;
    QString m_path;
    std::shared_ptr<const workspace::OpenedPackage> m_package;
    std::optional<workspace::HandoverReport> m_report;
    LatestJob<Result<std::shared_ptr<const workspace::OpenedPackage>>> m_opening;
    struct Taken {
        std::optional<Error> noCopy; ///< why; nothing was done then
        Result<workspace::HandoverReport> report;
    };
    LatestJob<Taken> m_taking;
    QLabel* m_name;
    QLineEdit* m_passphrase;
    FormField* m_passphraseField;
    QLabel* m_facts;
    QLabel* m_words;
    QCheckBox* m_skip;
    ErrorBanner* m_banner;
    QProgressBar* m_progress;
    QPushButton* m_open;
    QPushButton* m_take;
    QPushButton* m_without;
    QPushButton* m_close;
};

} // namespace hk::ui
