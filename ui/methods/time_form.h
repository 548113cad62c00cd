#pragma once

#include "ui/methods/method_form.h"

namespace hk::ui {

class TimeForm : public MethodForm {
    Q_OBJECT
public:
    explicit TimeForm(QWidget* parent = nullptr);
    methods::MethodRequest request() const override;

private:
    QComboBox* m_spans;
    QCheckBox* m_test;
    QComboBox* m_null;
    QComboBox* m_unit;
};

} // namespace hk::ui
