#include "ui/bulk_change_dialog.h"

#include "models/category_search_model.h"
#include "text/sentences.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace hk::ui {
namespace {

/// The value chosen; nothing where the field is left as it is.
template <class Value>
std::optional<Value> chosen(const QComboBox* box)
{
    const QVariant data = box->currentData();
    if (!data.isValid())
        return std::nullopt;
    if constexpr (std::is_enum_v<Value>)
        return static_cast<Value>(data.toInt());
    else
        return data.value<Value>();
}

template <class Enum>
void fill(QComboBox* box, std::initializer_list<Enum> values)
{
    for (const Enum value : values) {
        QString words = text::nameOf(value);
        if (!words.isEmpty())
            words[0] = words.at(0).toUpper();
        box->addItem(words, static_cast<int>(value));
    }
}

} // namespace

BulkChangeDialog::BulkChangeDialog(int incidents, const CategoryList& categories, const QStringList& organisations,
                                   QWidget* parent)
    : QDialog(parent)
    , m_category(new QComboBox(this))
    , m_organisation(new QComboBox(this))
    , m_status(new QComboBox(this))
    , m_confidentiality(new QComboBox(this))
    , m_severity(new QComboBox(this))
    , m_police(new QComboBox(this))
    , m_surroundings(new QComboBox(this))
    , m_source(new QComboBox(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setObjectName(QStringLiteral("bulkChangeDialog"));
    setWindowTitle(tr("Change %Ln incident(s)", nullptr, incidents));
    auto* form = new QFormLayout(this);
    form->setContentsMargins(16, 16, 16, 16);
    form->setSpacing(8);
    const auto row = [&](const QString& name, QComboBox* box, const char* objectName) {
        box->setObjectName(QString::fromLatin1(objectName));
        box->setAccessibleName(name);
        box->addItem(tr("As it is in each"));
        box->setMinimumContentsLength(24);
        form->addRow(name, box);
        connect(box, &QComboBox::currentTextChanged, this, &BulkChangeDialog::updateButton);
    };
    row(tr("Category"), m_category, "bulkCategory");
    row(tr("Status"), m_status, "bulkStatus");
    row(tr("Confidentiality"), m_confidentiality, "bulkConfidentiality");
    row(tr("Organisation"), m_organisation, "bulkOrganisation");
    row(tr("Source"), m_source, "bulkSource");
    row(tr("Severity"), m_severity, "bulkSeverity");
    row(tr("Reported to police"), m_police, "bulkPolice");
    row(tr("Indoors or outdoors"), m_surroundings, "bulkSurroundings");
    for (const Category& category : categories.all())
        m_category->addItem(models::titleOf(category), category.code);
    QStringList names = organisations;
    names.removeAll(QString());
    names.sort(Qt::CaseInsensitive);
    for (const QString& name : names)
        m_organisation->addItem(name, name);
    fill(m_status, {IncidentStatus::New, IncidentStatus::InProgress, IncidentStatus::Closed});
    fill(m_confidentiality, {Confidentiality::Internal, Confidentiality::Partner, Confidentiality::Public});
    fill(m_source, {SourceType::Desk, SourceType::Import, SourceType::Partner, SourceType::Citizen});
    fill(m_police, {PoliceReport::Unknown, PoliceReport::Yes, PoliceReport::No});
    fill(m_surroundings, {Surroundings::Unknown, Surroundings::Indoor, Surroundings::Outdoor});
    for (int severity = 1; severity <= 3; ++severity)
        m_severity->addItem(text::number(qint64{severity}), severity);

    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Change"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    form->addRow(m_buttons);
    tabByLayout(this);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateButton();
}

workspace::FieldChanges BulkChangeDialog::changes() const
{
    workspace::FieldChanges changes;
    changes.category = chosen<QString>(m_category);
    changes.organisation = chosen<QString>(m_organisation);
    changes.status = chosen<IncidentStatus>(m_status);
    changes.confidentiality = chosen<Confidentiality>(m_confidentiality);
    changes.severity = chosen<int>(m_severity);
    changes.reportedToPolice = chosen<PoliceReport>(m_police);
    changes.surroundings = chosen<Surroundings>(m_surroundings);
    changes.sourceType = chosen<SourceType>(m_source);
    return changes;
}

void BulkChangeDialog::updateButton()
{
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!changes().isEmpty());
}

} // namespace hk::ui
