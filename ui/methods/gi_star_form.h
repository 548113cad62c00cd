#pragma once

#include "ui/methods/method_form.h"

namespace hk::ui {

class GiStarForm : public MethodForm {
    Q_OBJECT
public:
    explicit GiStarForm(QWidget* parent = nullptr);
    methods::MethodRequest request() const override;

private:
    QDoubleSpinBox* m_cell;
    QComboBox* m_neighbours;
    QDoubleSpinBox* m_band;
    QCheckBox* m_correction;
    AreaBox* m_area;
};

} // namespace hk::ui
