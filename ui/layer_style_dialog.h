#pragma once

#include "map/layer_values.h"
#include "ui/latest_job.h"
#include "workspace/layers.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QSlider;
class QToolButton;

namespace hk::ui {

/// How one layer is drawn, and whom to name for it. Not modal: the map shows what "Apply" gives. While the values of a field are
/// read there is nothing to accept.
class LayerStyleDialog : public QDialog {
    Q_OBJECT
public:
    LayerStyleDialog(workspace::Layers& layers, const QUuid& id, QWidget* parent);
    void done(int result) override;
    const map::LayerStyle& style() const { return m_style; }
    QString attribution() const;

Q_SIGNALS:
    void styleChosen(const hk::map::LayerStyle& style, const QString& attribution); ///< by OK or Apply

private:
    void build(const exchange::PreparedLayer& prepared, bool picture);
    void buildButtons();
    void setReading(bool reading);
    void showStyle();
    void takeField();
    void takeValues(const Result<map::FieldValues>& values);
    void chooseColour();

    workspace::Layers& m_layers;
    QUuid m_id;
    QString m_path;
    map::LayerStyle m_style;
    LatestJob<Result<map::FieldValues>> m_job;
    QComboBox* m_colouring;
    QComboBox* m_field;
    QLabel* m_remark;
    QToolButton* m_colour;
    QDoubleSpinBox* m_width;
    QDoubleSpinBox* m_size;
    QComboBox* m_shape;
    QSlider* m_opacity;
    QCheckBox* m_labels;
    QComboBox* m_labelField;
    QComboBox* m_labelScale;
    QLineEdit* m_attribution;
    QDialogButtonBox* m_buttons;
};

} // namespace hk::ui
