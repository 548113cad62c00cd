#pragma once

#include "ui/methods/method_form.h"

namespace hk::ui {

class AccuracyForm : public MethodForm {
    Q_OBJECT
public:
    explicit AccuracyForm(const FormFacts& facts, QWidget* parent = nullptr);
    methods::MethodRequest request() const override;

private:
    PeriodPairBox* m_periods;
    QComboBox* m_map;
    QComboBox* m_share;
    QDoubleSpinBox* m_cell;
    QDoubleSpinBox* m_bandwidth;
    AreaBox* m_area;
};

} // namespace hk::ui
