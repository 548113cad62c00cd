#pragma once

#include "ui/methods/method_form.h"

namespace hk::ui {

class InterventionForm : public MethodForm {
    Q_OBJECT
public:
    explicit InterventionForm(QWidget* parent = nullptr);
    methods::MethodRequest request() const override;
    QString missing() const override;

private:
    AreaBox* m_target;
    AreaBox* m_control;
    QDoubleSpinBox* m_buffer;
    QDoubleSpinBox* m_controlBuffer;
    PeriodPairBox* m_periods;
};

} // namespace hk::ui
