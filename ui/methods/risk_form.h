#pragma once

#include "ui/methods/method_form.h"

namespace hk::ui {

class PointsFileBox;

class RiskForm : public MethodForm {
    Q_OBJECT
public:
    explicit RiskForm(const FormFacts& facts, QWidget* parent = nullptr);
    methods::MethodRequest request() const override;
    QString missing() const override;

private:
    PointsFileBox* m_denominator;
    QLineEdit* m_name;
    QDoubleSpinBox* m_bandwidth;
    QDoubleSpinBox* m_cell;
    QComboBox* m_floor;
    analysis::Kernel m_kernel;
};

} // namespace hk::ui
