#include "ui/keep/profile_dialog.h"

#include "ui/widgets.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hk::ui {

namespace {

constexpr int mostLetters = 80;

} // namespace

ProfileDialog::ProfileDialog(const store::Actor& profile, QWidget* parent)
    : QDialog(parent)
    , m_name(new QLineEdit(profile.name, this))
    , m_organisation(new QLineEdit(profile.organisation, this))
{
    setObjectName(QStringLiteral("profileDialog"));
    setWindowTitle(tr("Who works here"));
    for (QLineEdit* edit : {m_name, m_organisation})
        edit->setMaxLength(mostLetters);
    m_organisation->setPlaceholderText(tr("for example the municipality or its department"));
    auto* words = label("muted", this);
    words->setWordWrap(true);
    words->setText(tr("Signs each change and each export in the log, at this workstation."));
    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("Name or role"), m_name);
    form->addRow(tr("Organisation"), m_organisation);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    save->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(words);
    column->addLayout(form);
    column->addWidget(buttons);
    const auto check = [this, save] { save->setEnabled(!m_name->text().trimmed().isEmpty()); };
    connect(m_name, &QLineEdit::textChanged, this, check);
    check();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(fontMetrics().averageCharWidth() * 68);
}

store::Actor ProfileDialog::profile() const
{
    return {m_name->text().trimmed(), m_organisation->text().trimmed()};
}

} // namespace hk::ui
