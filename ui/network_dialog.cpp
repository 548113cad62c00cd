#include "ui/network_dialog.h"

#include "ui/form_field.h"
#include "ui/widgets.h"
#include "workspace/backgrounds.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace hk::ui {

NetworkDialog::NetworkDialog(workspace::Backgrounds& backgrounds, QWidget* parent)
    : QDialog(parent)
    , m_backgrounds(backgrounds)
    , m_hosts(new QListWidget(this))
    , m_contact(new QLineEdit(backgrounds.contact(), this))
    , m_contactField(new FormField(m_contact, this))
{
    setWindowTitle(tr("Servers and contact address"));
    setObjectName(QStringLiteral("networkDialog"));
    m_hosts->setObjectName(QStringLiteral("hosts"));
    m_contact->setObjectName(QStringLiteral("contact"));
    m_contact->setMaxLength(120);
    m_contactField->setName(tr("Your e-mail address (may be left out)"));
    m_contactField->setHint(tr("Sent along with each request for a map, so that those who run the server can reach you if something "
                               "goes wrong. Not used for anything else."));
    QLabel* words = label("muted", this);
    words->setWordWrap(true);
    const QStringList hosts = backgrounds.allowedHosts();
    words->setText(hosts.isEmpty() ? tr("Maps are fetched from no server. The first time a background of a server is chosen you are asked.")
                                   : tr("Maps may be fetched from these servers. Where the mark is taken away you are asked again."));
    m_hosts->setVisible(!hosts.isEmpty());
    m_hosts->setAccessibleName(tr("Servers"));
    for (const QString& host : hosts) {
        auto* item = new QListWidgetItem(host, m_hosts);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(Qt::Checked);
    }
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* keep = buttons->addButton(tr("OK"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    keep->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &NetworkDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &NetworkDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(14);
    column->addWidget(words);
    column->addWidget(m_hosts, 1);
    column->addWidget(m_contactField);
    column->addWidget(buttons);
    setMinimumWidth(440);
    if (hosts.isEmpty())
        adjustSize();
    else
        resize(440, 380);
}

void NetworkDialog::accept()
{
    static const QRegularExpression address(QStringLiteral("^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$"));
    const QString contact = m_contact->text().trimmed();
    if (!contact.isEmpty() && !address.match(contact).hasMatch()) {
        m_contactField->setFault(tr("This is not an e-mail address. Correct it, or leave the field empty."));
        return;
    }
    for (int i = 0; i < m_hosts->count(); ++i)
        if (m_hosts->item(i)->checkState() != Qt::Checked)
            m_backgrounds.disallow(m_hosts->item(i)->text());
    if (contact != m_backgrounds.contact())
        m_backgrounds.setContact(contact);
    QDialog::accept();
}

} // namespace hk::ui
