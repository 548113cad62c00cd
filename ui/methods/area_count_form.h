#pragma once

#include "ui/methods/method_form.h"

namespace hk::ui {

class AreaFileBox;

class AreaCountForm : public MethodForm {
    Q_OBJECT
public:
    explicit AreaCountForm(const FormFacts& facts, QWidget* parent = nullptr);
    methods::MethodRequest request() const override;
    QString missing() const override;
    QString areaPath() const override;

private:
    AreaFileBox* m_areas;
    QComboBox* m_measure;
    QComboBox* m_classes;
    QSpinBox* m_classCount;
    QCheckBox* m_hide;
};

} // namespace hk::ui
