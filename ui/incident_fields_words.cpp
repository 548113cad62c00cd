#include "text/sentences.h"
#include "ui/category_edit.h"
#include "ui/form_field.h"
#include "ui/incident_fields.h"
#include "ui/widgets.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

namespace hk::ui {
namespace {

QString capitalised(QString words)
{
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words;
}

template <class Enum>
void fill(QComboBox* box, std::initializer_list<Enum> values)
{
    const int current = std::max(0, box->currentIndex());
    box->clear();
    for (const Enum value : values)
        box->addItem(capitalised(text::nameOf(value)), static_cast<int>(value));
    box->setCurrentIndex(current);
}

} // namespace

void IncidentFields::fillChoices()
{
    const int precision = m_precision->currentIndex();
    m_precision->clear();
    for (const Precision value : {Precision::Point, Precision::Street, Precision::Place, Precision::Area})
        m_precision->addItem(value == Precision::Area
                                 ? capitalised(text::nameOf(value))
                                 : tr("%1 (%2 m)")
                                       .arg(capitalised(text::nameOf(value)),
                                            text::number(static_cast<qint64>(defaultRadius(value)))),
                             static_cast<int>(value));
    m_precision->setCurrentIndex(std::max(0, precision));
    const int severity = m_severity->currentIndex();
    m_severity->clear();
    m_severity->addItem(tr("1 – minor"), 1);
    m_severity->addItem(tr("2 – serious"), 2);
    m_severity->addItem(tr("3 – very serious"), 3);
    m_severity->setCurrentIndex(std::max(0, severity));
    fill(m_police, {PoliceReport::Unknown, PoliceReport::Yes, PoliceReport::No});
    fill(m_surroundings, {Surroundings::Unknown, Surroundings::Indoor, Surroundings::Outdoor});
    fill(m_status, {IncidentStatus::New, IncidentStatus::InProgress, IncidentStatus::Closed});
    fill(m_confidentiality, {Confidentiality::Internal, Confidentiality::Partner, Confidentiality::Public});
    fill(m_sourceType, {SourceType::Desk, SourceType::Import, SourceType::Partner, SourceType::Citizen});
}

void IncidentFields::retranslate()
{
    m_fields[field::place]->setName(tr("Place"));
    m_fields[field::precision]->setName(tr("Precision"));
    m_fields[field::radius]->setName(tr("Radius"));
    m_fields[field::category]->setName(tr("Category"));
    m_fields[field::from]->setName(tr("When"));
    m_fields[field::description]->setName(tr("Description, no personal data"));
    m_fields[field::organisation]->setName(tr("Organisation"));
    m_fields[field::severity]->setName(tr("Severity"));
    m_fields[field::persons]->setName(tr("Persons"));
    m_fields[field::reportedToPolice]->setName(tr("Reported to police"));
    m_fields[field::surroundings]->setName(tr("Indoors or outdoors"));
    m_fields[field::status]->setName(tr("Status"));
    m_fields[field::confidentiality]->setName(tr("Confidentiality"));
    m_fields[field::sourceType]->setName(tr("Source"));
    m_fields[field::externalId]->setName(tr("External id"));
    m_more->setTitle(tr("More"));
    m_place->setPlaceholderText(tr("Street, place or coordinates"));
    m_category->setPlaceholderText(tr("Code or name"));
    m_when->setPlaceholderText(tr("Now, or e.g. yesterday 14–16"));
    m_when->setToolTip(tr("A time or a span in words: 14:30, yesterday evening, friday 18 – monday 07, between 14 and 16, "
                          "week 12, 12/3 at 14.30, tonight, last weekend"));
    m_samePlace->setText(tr("Same as last"));
    m_samePlace->setShortcut(QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key_L)));
    m_drawArea->setText(tr("Draw area"));
    m_drawArea->setShortcut(QKeySequence(QKeyCombination(Qt::CTRL, Qt::Key_R)));
    m_drawArea->setToolTip(tr("Where only the area is known: draw it on the map (Ctrl+R)"));
    m_samePlace->setAccessibleName(tr("Same place as last time"));
    m_drawArea->setAccessibleName(tr("Draw the area on the map"));
    m_persons->setSpecialValueText(tr("Not known"));
    m_radius->setSuffix(tr(" m", "metres after a number"));
    placeTouched();
}

} // namespace hk::ui
