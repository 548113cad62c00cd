#include "ui/agreement_dialog.h"

#include "text/sentences.h"
#include "ui/form_field.h"
#include "ui/widgets.h"
#include "workspace/partner_agreement.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace hk::ui {
namespace {

void addChoice(QListWidget* list, const QString& name, const QString& value)
{
    auto* item = new QListWidgetItem(name, list);
    item->setData(Qt::UserRole, value);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    item->setCheckState(Qt::Unchecked);
}

void check(QListWidget* list, const QStringList& values)
{
    const QSignalBlocker quiet(list);
    for (int i = 0; i < list->count(); ++i)
        list->item(i)->setCheckState(values.contains(list->item(i)->data(Qt::UserRole).toString()) ? Qt::Checked
                                                                                                   : Qt::Unchecked);
}

QStringList checked(const QListWidget* list)
{
    QStringList values;
    for (int i = 0; i < list->count(); ++i)
        if (list->item(i)->checkState() == Qt::Checked)
            values.append(list->item(i)->data(Qt::UserRole).toString());
    return values;
}

} // namespace

AgreementDialog::AgreementDialog(std::vector<PartnerAgreement> agreements, const CategoryList& categories, QWidget* parent)
    : QDialog(parent)
    , m_agreements(std::move(agreements))
    , m_partners(new QListWidget(this))
    , m_details(new QWidget(this))
    , m_name(new QLineEdit(m_details))
    , m_fields(new QListWidget(m_details))
    , m_categories(new QListWidget(m_details))
    , m_grid(new QSpinBox(m_details))
    , m_ends(new QCheckBox(m_details))
    , m_until(new QDateEdit(m_details))
    , m_remove(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("agreementDialog"));
    setWindowTitle(tr("Agreements with partners"));
    build(categories);
    for (const PartnerAgreement& agreement : m_agreements)
        m_partners->addItem(agreement.partner);
    connect(m_partners, &QListWidget::currentRowChanged, this, &AgreementDialog::show);
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& name) {
        if (m_shown >= 0)
            m_partners->item(m_shown)->setText(name);
        update();
    });
    connect(m_ends, &QCheckBox::toggled, m_until, &QWidget::setEnabled);
    connect(m_remove, &QPushButton::clicked, this, &AgreementDialog::remove);
    connect(m_buttons, &QDialogButtonBox::accepted, this, [this] {
        take();
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (m_agreements.empty())
        add();
    else
        m_partners->setCurrentRow(0);
    update();
    resize(720, 560);
}

void AgreementDialog::build(const CategoryList& categories)
{
    auto* addButton = new QPushButton(tr("&New partner"), this);
    addButton->setObjectName(QStringLiteral("newPartner"));
    connect(addButton, &QPushButton::clicked, this, &AgreementDialog::add);
    m_remove->setText(tr("&Remove"));
    m_partners->setObjectName(QStringLiteral("partners"));
    m_partners->setAccessibleName(tr("Partners"));
    m_partners->setMaximumWidth(220);
    auto* left = new QVBoxLayout;
    tight(left, 8);
    left->addWidget(m_partners, 1);
    left->addWidget(addButton);
    left->addWidget(m_remove);

    for (const QString& name : workspace::partnerFields())
        addChoice(m_fields, text::fieldName(name), name);
    for (const Category& category : categories.all())
        addChoice(m_categories, category.code + QStringLiteral("  ") + text::nameOf(category), category.code);
    constexpr int categoriesSeen = 9;
    constexpr int fieldsSeen = 5;
    m_categories->setMinimumHeight(categoriesSeen * m_categories->sizeHintForRow(0));
    m_fields->setFixedHeight(fieldsSeen * m_fields->sizeHintForRow(0) + 2 * m_fields->frameWidth());
    m_grid->setRange(0, 10000);
    m_grid->setSingleStep(50);
    m_grid->setSuffix(tr(" m", "metres, after a number"));
    m_grid->setSpecialValueText(tr("where they are"));
    m_ends->setText(tr("Ends"));
    m_until->setCalendarPopup(true);
    m_until->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_until->setAccessibleName(tr("Last day"));
    auto* right = new QVBoxLayout(m_details);
    tight(right, 10);
    const auto add = [&](QWidget* editor, const char* objectName, const QString& name, const QString& hint, int stretch = 0) {
        editor->setObjectName(QString::fromLatin1(objectName));
        editor->setAccessibleName(name);
        auto* made = new FormField(editor, m_details);
        made->setName(name);
        made->setHint(hint);
        right->addWidget(made, stretch);
    };
    add(m_name, "partnerName", tr("Partner"), {});
    add(m_categories, "categories", tr("Categories that may be given"), {}, 1);
    add(m_fields, "fields", tr("Fields beside category, time and place"),
        tr("Description and place name are given of what is marked public only."));
    add(m_grid, "grid", tr("Places of what is marked for partners"), tr("At the midpoint of a cell of this size."));
    auto* ends = new QHBoxLayout;
    tight(ends, 8);
    ends->addWidget(m_ends);
    ends->addWidget(m_until);
    ends->addStretch();
    right->addLayout(ends);

    m_buttons->button(QDialogButtonBox::Save)->setText(tr("Save"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    for (QAbstractButton* button : m_buttons->buttons())
        button->setIcon({});
    auto* row = new QHBoxLayout;
    tight(row, 16);
    row->addLayout(left);
    row->addWidget(m_details, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addLayout(row, 1);
    column->addWidget(m_buttons);
    tabByLayout(this);
}

void AgreementDialog::add()
{
    take();
    PartnerAgreement made;
    made.validUntil = QDate::currentDate().addYears(1);
    m_agreements.push_back(made);
    m_partners->addItem(QString());
    m_partners->setCurrentRow(m_partners->count() - 1);
    m_name->setFocus();
}

void AgreementDialog::remove()
{
    const int row = m_partners->currentRow();
    if (row < 0)
        return;
    m_shown = -1;
    m_agreements.erase(m_agreements.begin() + row);
    delete m_partners->takeItem(row);
    show(m_partners->currentRow());
}

void AgreementDialog::show(int row)
{
    take();
    m_shown = -1;
    m_details->setEnabled(row >= 0);
    if (row >= 0) {
        const PartnerAgreement& agreement = m_agreements[static_cast<std::size_t>(row)];
        m_name->setText(agreement.partner);
        check(m_fields, agreement.fields);
        check(m_categories, agreement.categories);
        m_grid->setValue(static_cast<int>(agreement.gridMetres));
        m_ends->setChecked(agreement.validUntil.isValid());
        m_until->setEnabled(agreement.validUntil.isValid());
        m_until->setDate(agreement.validUntil.isValid() ? agreement.validUntil : QDate::currentDate().addYears(1));
        m_shown = row;
    }
    update();
}

void AgreementDialog::take()
{
    if (m_shown < 0)
        return;
    PartnerAgreement& agreement = m_agreements[static_cast<std::size_t>(m_shown)];
    agreement.partner = m_name->text().simplified();
    agreement.fields = checked(m_fields);
    agreement.categories = checked(m_categories);
    agreement.gridMetres = m_grid->value();
    agreement.validUntil = m_ends->isChecked() ? m_until->date() : QDate();
}

void AgreementDialog::update()
{
    QStringList names;
    for (int i = 0; i < m_partners->count(); ++i)
        names.append(m_partners->item(i)->text().simplified().toLower());
    const bool isWhole = !names.contains(QString()) && names.removeDuplicates() == 0;
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(isWhole);
    m_remove->setEnabled(m_partners->currentRow() >= 0);
}

std::vector<PartnerAgreement> AgreementDialog::agreements() const
{
    return m_agreements;
}

} // namespace hk::ui
