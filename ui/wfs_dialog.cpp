#include "ui/wfs_dialog.h"

#include "text/sentences.h"
#include "tiles/address_secrets.h"
#include "tiles/keyring.h"
#include "ui/widgets.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QThreadPool>
#include <QVBoxLayout>

namespace hk::ui {

using workspace::WfsAccess;

namespace {

const QString keyUser = QStringLiteral("key in the address"); // in the keyring, in place of a user

} // namespace

WfsDialog::WfsDialog(std::shared_ptr<net::HttpClient> http, std::shared_ptr<tiles::Keyring> keyring, QString folder,
                     QWidget* parent)
    : QDialog(parent)
    , m_http(std::move(http))
    , m_keyring(std::move(keyring))
    , m_folder(std::move(folder))
    , m_address(new QLineEdit(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_key(new QLineEdit(this))
    , m_types(new QListWidget(this))
    , m_words(label("muted", this))
    , m_progress(new QProgressBar(this))
    , m_connect(new QPushButton(tr("Connect"), this))
    , m_fetch(new QPushButton(tr("Fetch and add"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("wfsDialog"));
    setWindowTitle(tr("Connect WFS"));
    m_address->setPlaceholderText(QStringLiteral("https://…/wfs"));
    m_password->setEchoMode(QLineEdit::Password);
    m_key->setObjectName(QStringLiteral("wfsKey"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setPlaceholderText(tr("only if the service asks for it: apikey=…"));
    m_key->setToolTip(tr("Kept in the computer's keyring, not in the incident file."));
    m_user->setPlaceholderText(tr("only if the service asks for it"));
    m_types->setAccessibleName(tr("Layers of the service"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_progress->setRange(0, 0);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(4);
    m_progress->hide();
    m_fetch->setEnabled(false);
    m_connect->setAutoDefault(true);
    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->addRow(tr("Address"), m_address);
    form->addRow(tr("User"), m_user);
    form->addRow(tr("Password"), m_password);
    form->addRow(tr("Key in the address"), m_key);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    buttons->addButton(m_fetch, QDialogButtonBox::AcceptRole);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addLayout(form);
    column->addWidget(m_connect, 0, Qt::AlignRight);
    column->addWidget(m_types, 1);
    column->addWidget(m_progress);
    column->addWidget(m_words);
    column->addWidget(buttons);
    resize(480, 460);
    tabByLayout(this);
    connect(m_connect, &QPushButton::clicked, this, &WfsDialog::connectService);
    connect(m_types, &QListWidget::currentRowChanged, this, &WfsDialog::countFeatures);
    connect(m_fetch, &QPushButton::clicked, this, &WfsDialog::fetchFeatures);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void WfsDialog::refetch(const QString& address, const QString& type)
{
    m_address->setText(address);
    m_wanted = type;
    if (m_keyring)
        m_keyKept.run([keyring = m_keyring, host = net::hostOf(workspace::wfsAddress(address))](
                          std::stop_token stop) { return keyring->password(host, keyUser, std::move(stop)); },
                      [this](const QString& key) {
                          if (m_key->text().isEmpty())
                              m_key->setText(key);
                      });
    m_words->setText(tr("Press Connect to ask the service anew."));
}

void WfsDialog::setBusy(bool busy, const QString& words)
{
    m_progress->setVisible(busy);
    m_words->setText(words);
}

const workspace::WfsType* WfsDialog::chosen() const
{
    const int row = m_types->currentRow();
    return row >= 0 && row < static_cast<int>(m_service.types.size()) ? &m_service.types[static_cast<std::size_t>(row)] : nullptr;
}

namespace {

std::optional<net::Credentials> credentialsOf(const QLineEdit& user, const QLineEdit& password)
{
    if (user.text().isEmpty())
        return std::nullopt;
    return net::Credentials{user.text(), password.text()};
}

} // namespace

/// Into the fields where they belong.
void WfsDialog::moveSecrets()
{
    if (const QUrl given(m_address->text().trimmed()); !given.userInfo().isEmpty()) {
        m_user->setText(given.userName(QUrl::FullyDecoded));
        m_password->setText(given.password(QUrl::FullyDecoded));
        m_address->setText(given.toString(QUrl::RemoveUserInfo));
    }
    if (const auto parts = tiles::withoutSecrets(m_address->text().trimmed()); !parts.secrets.isEmpty()) {
        m_key->setText(parts.secrets);
        m_address->setText(parts.address);
    }
}

void WfsDialog::keepKey()
{
    if (m_keyring && !m_key->text().trimmed().isEmpty())
        QThreadPool::globalInstance()->start([keyring = m_keyring, host = net::hostOf(m_service.address), key = m_key->text().trimmed()] {
            keyring->setPassword(host, keyUser, key);
        });
}

void WfsDialog::connectService()
{
    moveSecrets();
    m_types->clear();
    m_service = {};
    m_fetch->setEnabled(false);
    setBusy(true, tr("Asking the service what it has…"));
    m_capabilities.run(
        [http = m_http, url = workspace::wfsAddress(tiles::withSecrets(m_address->text().trimmed(), m_key->text().trimmed())), credentials = credentialsOf(*m_user, *m_password)](
            std::stop_token stop) { return workspace::connectWfs(WfsAccess{*http, credentials}, url, stop); },
        [this](const Result<workspace::WfsService>& service) { showTypes(service); });
}

void WfsDialog::showTypes(const Result<workspace::WfsService>& service)
{
    if (!service) {
        setBusy(false, text::describe(service.error()));
        return;
    }
    m_service = *service;
    setBusy(false, m_service.types.empty() ? tr("The service has nothing to fetch.") : QString());
    int row = 0;
    for (std::size_t i = 0; i < m_service.types.size(); ++i) {
        m_types->addItem(m_service.types[i].title);
        if (m_service.types[i].name == m_wanted)
            row = static_cast<int>(i);
    }
    if (!m_service.types.empty())
        m_types->setCurrentRow(row);
}

void WfsDialog::countFeatures()
{
    const workspace::WfsType* type = chosen();
    m_fetch->setEnabled(false);
    if (!type)
        return;
    setBusy(true, tr("Asking how many there are…"));
    m_count.run(
        [http = m_http, service = m_service, type = *type, credentials = credentialsOf(*m_user, *m_password)](
            std::stop_token stop) { return workspace::countWfs(WfsAccess{*http, credentials}, service, type, stop); },
        [this](const Result<qint64>& count) {
            if (!count) {
                setBusy(false, text::describe(count.error()));
                return;
            }
            m_fetch->setEnabled(*count != 0);
            setBusy(false, *count < 0 ? tr("The service does not say how many there are. At most %1 are fetched.")
                                            .arg(text::number(mostFeatures))
                           : *count > mostFeatures
                               ? tr("%1 features, of which the first %2 are fetched.").arg(text::number(*count), text::number(mostFeatures))
                               : tr("%n feature(s) will be fetched.", nullptr, static_cast<int>(*count)));
        });
}

void WfsDialog::fetchFeatures()
{
    const workspace::WfsType* type = chosen();
    if (!type)
        return;
    m_fetch->setEnabled(false);
    m_types->setEnabled(false); // another choice would ask the service beside the download
    m_connect->setEnabled(false);
    setBusy(true, tr("Fetching…"));
    const QString address = tiles::withoutSecrets(m_service.address.toString()).address;
    const QString target = workspace::wfsPath(m_folder, address, type->name);
    const QPointer<WfsDialog> self(this);
    const auto report = [self](qint64 features) {
        QMetaObject::invokeMethod(
            qApp, [self, features] {
                if (self && self->m_download.isRunning())
                    self->m_words->setText(tr("%n feature(s) fetched…", nullptr, static_cast<int>(features)));
            });
    };
    m_download.run(
        [http = m_http, service = m_service, type = *type, target, report,
         credentials = credentialsOf(*m_user, *m_password)](std::stop_token stop) {
            return workspace::downloadWfs(WfsAccess{*http, credentials}, service, type, target, mostFeatures, stop, report);
        },
        [this, address, type = *type](const Result<workspace::WfsDownload>& done) {
            if (!done) {
                m_types->setEnabled(true);
                m_connect->setEnabled(true);
                m_fetch->setEnabled(true);
                setBusy(false, text::describe(done.error()));
                return;
            }
            keepKey();
            Q_EMIT fetched(address, type.name, type.title, m_service.attribution);
            accept();
        });
}

} // namespace hk::ui
