#include "ui/layer_style_dialog.h"

#include "text/sentences.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {

using map::LayerStyle;

LayerStyleDialog::LayerStyleDialog(workspace::Layers& layers, const QUuid& id, QWidget* parent)
    : QDialog(parent)
    , m_layers(layers)
    , m_id(id)
    , m_colouring(new QComboBox(this))
    , m_field(new QComboBox(this))
    , m_remark(label("caption", this))
    , m_colour(new QToolButton(this))
    , m_width(new QDoubleSpinBox(this))
    , m_size(new QDoubleSpinBox(this))
    , m_shape(new QComboBox(this))
    , m_opacity(new QSlider(Qt::Horizontal, this))
    , m_labels(new QCheckBox(this))
    , m_labelField(new QComboBox(this))
    , m_labelScale(new QComboBox(this))
    , m_attribution(new QLineEdit(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Apply | QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("layerStyleDialog"));
    const workspace::MapLayer* layer = layers.find(id);
    const exchange::PreparedLayer prepared = layers.state(id).prepared;
    if (layer) {
        m_style = layer->style;
        setWindowTitle(tr("Appearance: %1").arg(layer->title));
        m_attribution->setText(layer->attribution);
    }
    m_path = prepared.path;
    build(prepared, layer && layer->kind == workspace::MapLayer::Kind::Picture);
    buildButtons();
    showStyle();
    const auto changed = [this] { showStyle(); };
    connect(m_colouring, &QComboBox::activated, this, [this](int index) {
        m_style.colouring = static_cast<LayerStyle::Colouring>(index);
        takeField();
    });
    connect(m_field, &QComboBox::activated, this, &LayerStyleDialog::takeField);
    connect(m_colour, &QToolButton::clicked, this, &LayerStyleDialog::chooseColour);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, [this](double value) { m_style.lineWidth = value; });
    connect(m_size, &QDoubleSpinBox::valueChanged, this, [this](double value) { m_style.pointSize = value; });
    connect(m_shape, &QComboBox::activated, this, [this](int index) { m_style.shape = static_cast<LayerStyle::Shape>(index); });
    connect(m_opacity, &QSlider::valueChanged, this, [this](int value) { m_style.fillOpacity = value / 100.0; });
    connect(m_labels, &QCheckBox::toggled, this, [this, changed](bool on) {
        m_style.labels = on;
        if (on && m_style.labelField.isEmpty())
            m_style.labelField = m_labelField->currentData().toString();
        changed();
    });
    connect(m_labelField, &QComboBox::activated, this, [this] { m_style.labelField = m_labelField->currentData().toString(); });
    connect(m_labelScale, &QComboBox::activated, this, [this] { m_style.labelScale = m_labelScale->currentData().toInt(); });
}

void LayerStyleDialog::build(const exchange::PreparedLayer& prepared, bool picture)
{
    m_colouring->addItems({tr("One colour"), tr("By value"), tr("By number in classes")});
    for (std::size_t i = 0; i < prepared.fields.size(); ++i)
        for (QComboBox* box : {m_field, m_labelField})
            box->addItem(prepared.titles.at(static_cast<qsizetype>(i)), prepared.fields[i].name);
    m_shape->addItems({tr("Circle"), tr("Square"), tr("Triangle"), tr("Diamond")});
    for (const int scale : {1000, 2000, 5000, 10'000, 25'000, 50'000, 100'000, 250'000, 500'000})
        m_labelScale->addItem(tr("from 1:%1").arg(text::number(scale)), scale);
    m_width->setRange(0.2, 12);
    m_width->setSingleStep(0.2);
    m_width->setDecimals(1);
    m_size->setRange(2, 40);
    m_size->setDecimals(0);
    m_opacity->setRange(0, 100);
    m_labels->setText(tr("Show labels"));
    m_colour->setIconSize({32, 16});
    m_remark->setWordWrap(true);

    m_attribution->setObjectName(QStringLiteral("attribution"));
    m_attribution->setMaxLength(static_cast<int>(workspace::MapLayer::longestAttribution));
    m_attribution->setPlaceholderText(tr("such as © Mölndals stad"));
    m_attribution->setToolTip(tr("Named on the map and on paper where the layer is seen"));

    auto* form = new QFormLayout;
    form->setSpacing(8);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->addLayout(form);
    column->addSpacing(8);
    column->addWidget(m_buttons);
    setMinimumWidth(400);
    if (picture) {
        for (QWidget* unused : std::initializer_list<QWidget*>{m_colouring, m_field, m_remark, m_colour, m_width, m_size, m_shape,
                                                               m_opacity, m_labels, m_labelField, m_labelScale})
            unused->hide();
        form->addRow(tr("Source"), m_attribution);
        return;
    }
    form->addRow(tr("Colouring"), m_colouring);
    form->addRow(tr("Field"), m_field);
    form->addRow(QString(), m_remark);
    form->addRow(tr("Colour"), m_colour);
    const bool points = prepared.geometry == exchange::LayerGeometry::Point;
    const bool areas = prepared.geometry == exchange::LayerGeometry::Polygon;
    const bool mixed = prepared.geometry == exchange::LayerGeometry::Mixed;
    if (!points)
        form->addRow(tr("Line width"), m_width);
    if (points || mixed) {
        form->addRow(tr("Size"), m_size);
        form->addRow(tr("Shape"), m_shape);
    }
    if (areas || mixed)
        form->addRow(tr("Filling"), m_opacity);
    form->addRow(hairLine(this));
    form->addRow(m_labels);
    form->addRow(tr("Label"), m_labelField);
    form->addRow(tr("Shown"), m_labelScale);
    form->addRow(hairLine(this));
    form->addRow(tr("Source"), m_attribution);
    for (QWidget* unused : {static_cast<QWidget*>(m_width), static_cast<QWidget*>(m_size), static_cast<QWidget*>(m_shape),
                            static_cast<QWidget*>(m_opacity)})
        unused->setVisible(form->indexOf(unused) >= 0);
}

void LayerStyleDialog::buildButtons()
{
    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("OK"));
    m_buttons->button(QDialogButtonBox::Apply)->setText(tr("Apply"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::Apply), &QAbstractButton::clicked, this,
            [this] { Q_EMIT styleChosen(m_style, attribution()); });
}

QString LayerStyleDialog::attribution() const
{
    return m_attribution->text().simplified();
}

/// Half a choice of classes cannot be accepted.
void LayerStyleDialog::setReading(bool reading)
{
    for (const auto which : {QDialogButtonBox::Ok, QDialogButtonBox::Apply})
        m_buttons->button(which)->setEnabled(!reading);
    if (reading)
        m_remark->setText(tr("Reading the values of the field…"));
}

void LayerStyleDialog::showStyle()
{
    const auto choose = [](QComboBox* box, const QVariant& value) {
        if (const int index = box->findData(value); index >= 0)
            box->setCurrentIndex(index);
    };
    const bool byField = m_style.colouring != LayerStyle::Colouring::Single;
    m_colouring->setCurrentIndex(static_cast<int>(m_style.colouring));
    choose(m_field, m_style.field);
    m_field->setEnabled(byField);
    choose(m_labelField, m_style.labelField);
    choose(m_labelScale, m_style.labelScale);
    m_labels->setChecked(m_style.labels);
    m_labels->setEnabled(m_labelField->count() > 0);
    m_labelField->setEnabled(m_style.labels);
    m_labelScale->setEnabled(m_style.labels);
    m_width->setValue(m_style.lineWidth);
    m_size->setValue(m_style.pointSize);
    m_shape->setCurrentIndex(static_cast<int>(m_style.shape));
    m_opacity->setValue(static_cast<int>(m_style.fillOpacity * 100 + 0.5));
    QPixmap pixmap(32, 16);
    pixmap.fill(m_style.colour);
    m_colour->setIcon(pixmap);
    m_colour->setAccessibleName(m_style.colour.name());
}

/// Reads what stands in the field, off this thread; its classes follow.
void LayerStyleDialog::takeField()
{
    m_remark->clear();
    m_job.cancel(); // what is being read is no longer asked for
    setReading(false);
    if (m_style.colouring == LayerStyle::Colouring::Single || m_field->count() == 0) {
        m_style.colouring = LayerStyle::Colouring::Single;
        showStyle();
        return;
    }
    m_style.field = m_field->currentData().toString();
    showStyle();
    setReading(true);
    m_job.run(
        [path = m_path, field = m_style.field](std::stop_token stop) {
            return map::fieldValues(path, QString::fromLatin1(exchange::preparedTable), field, LayerStyle::mostCategories, stop);
        },
        [this](const Result<map::FieldValues>& values) { takeValues(values); });
}

void LayerStyleDialog::takeValues(const Result<map::FieldValues>& values)
{
    setReading(false);
    m_remark->clear();
    if (!values) {
        m_style.colouring = LayerStyle::Colouring::Single; // nothing to colour by
        showStyle();
        m_remark->setText(text::describe(values.error()));
        return;
    }
    m_style.categories.clear();
    m_style.breaks.clear();
    if (m_style.colouring == LayerStyle::Colouring::Categories) {
        for (std::size_t i = 0; i < values->frequent.size(); ++i)
            m_style.categories.push_back({values->frequent[i].text, map::categoryColours()[i]});
        if (values->different > static_cast<qint64>(values->frequent.size()))
            m_remark->setText(tr("The twelve most frequent of %1 values have a colour each, the others one in common.")
                                  .arg(text::number(values->different)));
        m_style.colour = QColor(0x8A, 0x8F, 0x94);
    } else if (values->numbers.empty()) {
        m_remark->setText(tr("There are no numbers in this field. Choose another field, or colour by value."));
    } else {
        m_style.breaks = map::quantileBreaks(values->numbers, 5);
        m_remark->setText(tr("Classes with about as many features in each."));
        m_style.colour = QColor(0x8A, 0x8F, 0x94);
    }
    m_style.fillOpacity = std::max(m_style.fillOpacity, 0.55);
    showStyle();
}

void LayerStyleDialog::chooseColour()
{
    auto* dialog = new QColorDialog(m_style.colour, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor& colour) {
        m_style.colour = colour;
        showStyle();
    });
    dialog->open();
}

void LayerStyleDialog::done(int result)
{
    m_job.cancel();
    if (result == Accepted)
        Q_EMIT styleChosen(m_style, attribution());
    QDialog::done(result);
}

} // namespace hk::ui
