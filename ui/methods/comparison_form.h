#pragma once

#include "ui/methods/method_form.h"

namespace hk::ui {

class ComparisonForm : public MethodForm {
    Q_OBJECT
public:
    explicit ComparisonForm(const FormFacts& facts, QWidget* parent = nullptr);
    methods::MethodRequest request() const override;

private:
    PeriodPairBox* m_periods;
    QDoubleSpinBox* m_bandwidth;
    QDoubleSpinBox* m_cell;
    QComboBox* m_basis;
    QComboBox* m_within;
    analysis::Kernel m_kernel;
    double m_quantile;
};

} // namespace hk::ui
