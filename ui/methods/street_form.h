#pragma once

#include "ui/methods/method_form.h"

namespace hk::ui {

class StreetForm : public MethodForm {
    Q_OBJECT
public:
    explicit StreetForm(QWidget* parent = nullptr);
    methods::MethodRequest request() const override;

private:
    QDoubleSpinBox* m_reach;
    QSpinBox* m_listed;
};

} // namespace hk::ui
