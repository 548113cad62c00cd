#pragma once

#include "ui/methods/method_form.h"

namespace hk::ui {

class NearRepeatForm : public MethodForm {
    Q_OBJECT
public:
    explicit NearRepeatForm(QWidget* parent = nullptr);
    methods::MethodRequest request() const override;

private:
    QDoubleSpinBox* m_metres;
    QSpinBox* m_spaceBands;
    QSpinBox* m_days;
    QSpinBox* m_timeBands;
    QCheckBox* m_samePlace;
    QComboBox* m_runs;
};

} // namespace hk::ui
