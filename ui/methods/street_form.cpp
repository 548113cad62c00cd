#include "ui/methods/street_form.h"

#include <QDoubleSpinBox>
#include <QSpinBox>

namespace hk::ui {

StreetForm::StreetForm(QWidget* parent)
    : MethodForm(parent)
    , m_reach(metres("reach", tr("Furthest from a street"), 40, 5, 200, 5))
    , m_listed(count("listed", tr("Stretches in the table"), 20, 5, 200, 5))
{
    m_reach->setToolTip(tr("An incident belongs to its nearest street; further off it is left out and counted"));
}

methods::MethodRequest StreetForm::request() const
{
    methods::StreetStudy study;
    study.reach = m_reach->value();
    study.listed = m_listed->value();
    return study;
}

} // namespace hk::ui
