#include "ui/methods/time_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>

namespace hk::ui {

TimeForm::TimeForm(QWidget* parent)
    : MethodForm(parent)
    , m_spans(choice("spans", tr("Uncertain times"),
                     {tr("The hour that holds most of the span"), tr("Shared over the hours of the span")}))
    , m_test(check("test", tr("Test whether the hours really differ"), true))
    , m_null(choice("null", tr("Compared with"), {tr("An even week"), tr("The usual for the weekday and the hour")}))
    , m_unit(choice("unit", tr("Shuffled"), {tr("Whole days with their nights"), tr("Single incidents")}))
{
    m_spans->setToolTip(tr("Shared: aoristic weighting"));
    m_unit->setToolTip(tr("A night with many incidents may be one event: then it should count as one"));
    const auto showTest = [this] {
        layoutOfFields()->setRowVisible(m_null, m_test->isChecked());
        layoutOfFields()->setRowVisible(m_unit, m_test->isChecked());
    };
    connect(m_test, &QCheckBox::toggled, this, showTest);
    showTest();
}

methods::MethodRequest TimeForm::request() const
{
    methods::TimeStudy study;
    study.aoristic = m_spans->currentIndex() == 1;
    study.test = m_test->isChecked();
    study.null = m_null->currentIndex() == 1 ? analysis::HourNull::WeekdayAndHour : analysis::HourNull::EvenWeek;
    study.unit = m_unit->currentIndex() == 1 ? analysis::HourUnit::Incident : analysis::HourUnit::Day;
    return study;
}

} // namespace hk::ui
