#pragma once

#include "ui/methods/method_form.h"

namespace hk::ui {

class HotspotForm : public MethodForm {
    Q_OBJECT
public:
    explicit HotspotForm(const FormFacts& facts, QWidget* parent = nullptr);
    methods::MethodRequest request() const override;

private:
    QDoubleSpinBox* m_bandwidth;
    QDoubleSpinBox* m_cell;
    QComboBox* m_quantile;
    QComboBox* m_within;
    QComboBox* m_rank;
    QCheckBox* m_certainty;
    analysis::Kernel m_kernel;
};

} // namespace hk::ui
