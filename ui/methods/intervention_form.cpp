#include "ui/methods/intervention_form.h"

#include "ui/methods/area_box.h"

#include <QDoubleSpinBox>

namespace hk::ui {

using Preset = PeriodPairBox::Preset;

InterventionForm::InterventionForm(QWidget* parent)
    : MethodForm(parent)
    , m_target(area("target", tr("Target area"), tr("Draw the target area on the map")))
    , m_control(area("control", tr("Control area"), tr("Draw the control area on the map")))
    , m_buffer(metres("buffer", tr("Buffer around the target"), 200, 0, 5000, 50))
    , m_controlBuffer(metres("controlBuffer", tr("Buffer around the control"), 0, 0, 5000, 50))
    , m_periods(periods("periods", {Preset::YearAndYearBefore, Preset::QuarterAndYearBefore, Preset::Halves},
                        tr("Before the action"), tr("After the action")))
{
    m_buffer->setToolTip(tr("Where the trouble may have moved to"));
    m_buffer->setSpecialValueText(tr("None", "no buffer"));
    m_controlBuffer->setSpecialValueText(tr("None", "no buffer"));
}

methods::MethodRequest InterventionForm::request() const
{
    methods::InterventionStudy study;
    study.target = m_target->areas();
    study.control = m_control->areas();
    study.bufferWidth = m_buffer->value();
    study.controlBufferWidth = m_controlBuffer->value();
    study.before = m_periods->first();
    study.after = m_periods->second();
    return study;
}

QString InterventionForm::missing() const
{
    if (m_target->areas().empty())
        return tr("Draw the target area first: where the action was.");
    if (m_control->areas().empty())
        return tr("Now draw a control area: a place like the target where nothing was done.");
    return {};
}

} // namespace hk::ui
