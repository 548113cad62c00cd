#include "ui/background_consent.h"

#include "ui/form_field.h"
#include "ui/widgets.h"
#include "workspace/backgrounds.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hk::ui {

BackgroundConsent::BackgroundConsent(workspace::Backgrounds& backgrounds, const QStringList& hosts, QWidget* parent,
                                     const QString& question)
    : QDialog(parent)
    , m_backgrounds(backgrounds)
    , m_hosts(hosts)
{
    const int textWidth = fontMetrics().averageCharWidth() * 60;
    setWindowTitle(question.isEmpty() ? tr("Fetch the map from the network?") : tr("Fetch from the network?"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(16);
    auto* text = new QLabel(question.isEmpty()
                                ? tr("The map is fetched from %1. The server sees which area you look at. Fetch?")
                                      .arg(hosts.join(QStringLiteral(", ")))
                                : question,
                            this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setFixedWidth(textWidth);
    layout->addWidget(text);
    if (backgrounds.contact().isEmpty()) {
        m_contact = new QLineEdit(this);
        m_contact->setObjectName(QStringLiteral("contact"));
        auto* field = new FormField(m_contact, this);
        field->setName(tr("Your e-mail address (may be left out)"));
        field->setHint(tr("Sent along, so that those who run the server can reach you if something goes wrong."));
        layout->addWidget(field);
    }
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* yes = buttons->addButton(tr("Fetch"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    yes->setDefault(true);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &BackgroundConsent::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &BackgroundConsent::reject);
}

void BackgroundConsent::accept()
{
    if (m_contact && !m_contact->text().trimmed().isEmpty())
        m_backgrounds.setContact(m_contact->text().trimmed());
    for (const QString& host : m_hosts)
        m_backgrounds.allow(host);
    QDialog::accept();
}

void BackgroundConsent::ask(workspace::Backgrounds& backgrounds, const QStringList& hosts, QWidget* parent,
                            std::function<void()> then, const QString& question)
{
    QStringList unknown;
    for (const QString& host : hosts)
        if (!backgrounds.isAllowed(host))
            unknown.append(host);
    if (unknown.isEmpty())
        return then();
    auto* dialog = new BackgroundConsent(backgrounds, unknown, parent, question);
    connect(dialog, &QDialog::accepted, parent, std::move(then));
    dialog->open();
}

} // namespace hk::ui
