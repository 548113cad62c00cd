#pragma once

#include "ui/latest_job.h"
#include "workspace/wfs.h"

#include <QDialog>
#include <memory>

class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace hk::tiles {
class Keyring;
}

namespace hk::ui {

/// Connects to a web feature service: asks it for its types, says how many features one has, fetches them. Nothing is asked of a
/// server before a button is pressed. Not modal.
class WfsDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr qint64 mostFeatures = 200'000;

    /// `folder`: where what is fetched is kept. `keyring`: for keys of services; may be null.
    WfsDialog(std::shared_ptr<net::HttpClient> http, std::shared_ptr<tiles::Keyring> keyring, QString folder, QWidget* parent);
    /// For a layer that is there: its address and type are filled in.
    void refetch(const QString& address, const QString& type);

Q_SIGNALS:
    /// The address bears no secrets.
    void fetched(const QString& address, const QString& type, const QString& title, const QString& attribution);

private:
    void connectService();
    void showTypes(const Result<workspace::WfsService>& service);
    void countFeatures();
    void fetchFeatures();
    const workspace::WfsType* chosen() const;
    void setBusy(bool busy, const QString& words);
    void moveSecrets();
    void keepKey();

    std::shared_ptr<net::HttpClient> m_http;
    std::shared_ptr<tiles::Keyring> m_keyring;
    QString m_folder;
    QString m_wanted; ///< type to be chosen when the list is there
    workspace::WfsService m_service;
    QLineEdit* m_address;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QLineEdit* m_key; ///< "apikey=…": what of the query is secret
    QListWidget* m_types;
    QLabel* m_words;
    QProgressBar* m_progress;
    QPushButton* m_connect;
    QPushButton* m_fetch;
    LatestJob<QString> m_keyKept;
    LatestJob<Result<workspace::WfsService>> m_capabilities;
    LatestJob<Result<qint64>> m_count;
    LatestJob<Result<workspace::WfsDownload>> m_download;
};

} // namespace hk::ui
