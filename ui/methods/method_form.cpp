#include "ui/methods/method_form.h"

#include "text/sentences.h"
#include "ui/methods/area_box.h"
#include "ui/methods/area_file_box.h"
#include "ui/methods/points_file_box.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <cmath>

namespace hk::ui {

MethodForm::MethodForm(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QFormLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setHorizontalSpacing(10);
    m_layout->setVerticalSpacing(6);
    m_layout->setLabelAlignment(Qt::AlignLeft);
    m_layout->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    m_layout->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
}

void MethodForm::add(QWidget* editor, const QString& name)
{
    if (name.isEmpty()) {
        m_layout->addRow(editor);
        return;
    }
    auto* words = new QLabel(name, this);
    words->setBuddy(editor);
    editor->setAccessibleName(name);
    m_layout->addRow(words, editor);
}

template <class Box>
void MethodForm::remember(const char* key, Box* box)
{
    const auto standard = box->value();
    box->setObjectName(QString::fromLatin1(key));
    box->setKeyboardTracking(false);
    m_fields.push_back({QString::fromLatin1(key),
                        [box, standard] { return box->value() == standard ? QVariant() : QVariant(box->value()); },
                        [box](const QVariant& value) { box->setValue(value.value<decltype(box->value())>()); }});
    connect(box, &Box::valueChanged, this, &MethodForm::changed);
}

QDoubleSpinBox* MethodForm::metres(const char* key, const QString& name, double value, double least, double most,
                                   double step)
{
    auto* box = new QDoubleSpinBox(this);
    box->setDecimals(0);
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setGroupSeparatorShown(true);
    box->setSuffix(tr(" m", "metres, after a number"));
    box->setValue(value);
    remember(key, box);
    add(box, name);
    return box;
}

QSpinBox* MethodForm::count(const char* key, const QString& name, int value, int least, int most, int step)
{
    auto* box = new QSpinBox(this);
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setGroupSeparatorShown(true);
    box->setValue(value);
    remember(key, box);
    add(box, name);
    return box;
}

QComboBox* MethodForm::choice(const char* key, const QString& name, const QStringList& words, int value)
{
    auto* box = new QComboBox(this);
    box->setObjectName(QString::fromLatin1(key));
    box->addItems(words);
    box->setCurrentIndex(value);
    m_fields.push_back({QString::fromLatin1(key),
                        [box, value] { return box->currentIndex() == value ? QVariant() : QVariant(box->currentIndex()); },
                        [box](const QVariant& index) {
                            if (index.toInt() >= 0 && index.toInt() < box->count())
                                box->setCurrentIndex(index.toInt());
                        }});
    connect(box, &QComboBox::currentIndexChanged, this, &MethodForm::changed);
    add(box, name);
    return box;
}

QCheckBox* MethodForm::check(const char* key, const QString& words, bool value)
{
    auto* box = new QCheckBox(words, this);
    box->setObjectName(QString::fromLatin1(key));
    box->setChecked(value);
    m_fields.push_back({QString::fromLatin1(key),
                        [box, value] { return box->isChecked() == value ? QVariant() : QVariant(box->isChecked()); },
                        [box](const QVariant& on) { box->setChecked(on.toBool()); }});
    connect(box, &QCheckBox::toggled, this, &MethodForm::changed);
    add(box, {});
    return box;
}

QLineEdit* MethodForm::words(const char* key, const QString& name, const QString& value)
{
    auto* box = new QLineEdit(value, this);
    box->setObjectName(QString::fromLatin1(key));
    box->setMinimumWidth(box->fontMetrics().averageCharWidth() * 24);
    m_fields.push_back({QString::fromLatin1(key),
                        [box, value] { return box->text() == value ? QVariant() : QVariant(box->text()); },
                        [box](const QVariant& text) { box->setText(text.toString()); }});
    connect(box, &QLineEdit::editingFinished, this, &MethodForm::changed);
    add(box, name);
    return box;
}

PeriodPairBox* MethodForm::periods(const char* key, const QList<PeriodPairBox::Preset>& presets, const QString& first,
                                   const QString& second)
{
    auto* box = new PeriodPairBox(presets, this);
    box->setNames(first, second);
    m_fields.push_back({QString::fromLatin1(key),
                        [box] { return box->state().isEmpty() ? QVariant() : QVariant(box->state()); },
                        [box](const QVariant& state) { box->setState(state.toString()); }});
    connect(box, &PeriodPairBox::changed, this, &MethodForm::changed);
    m_periods.push_back(box);
    add(box, {});
    return box;
}

AreaBox* MethodForm::area(const char* key, const QString& name, const QString& drawWords)
{
    auto* box = new AreaBox(drawWords, this);
    box->setObjectName(QString::fromLatin1(key));
    m_fields.push_back({QString::fromLatin1(key),
                        [box] { return box->state().isEmpty() ? QVariant() : QVariant(box->state()); },
                        [box](const QVariant& state) { box->setState(state.toString()); }});
    connect(box, &AreaBox::changed, this, &MethodForm::changed);
    connect(box, &AreaBox::failed, this, &MethodForm::failed);
    connect(box, &AreaBox::drawWanted, this, [this, box] { Q_EMIT drawWanted(box); });
    m_areas.emplace_back(name, box);
    add(box, {});
    return box;
}

AreaFileBox* MethodForm::areaFile(const char* key)
{
    auto* box = new AreaFileBox(this);
    box->setObjectName(QString::fromLatin1(key));
    m_fields.push_back({QString::fromLatin1(key), [box] { return box->state().isEmpty() ? QVariant() : QVariant(box->state()); },
                        [box](const QVariant& state) { box->setState(state.toStringList()); }});
    connect(box, &AreaFileBox::changed, this, &MethodForm::changed);
    connect(box, &AreaFileBox::failed, this, &MethodForm::failed);
    add(box, {});
    return box;
}

PointsFileBox* MethodForm::pointsFile(const char* key)
{
    auto* box = new PointsFileBox(this);
    box->setObjectName(QString::fromLatin1(key));
    m_fields.push_back({QString::fromLatin1(key),
                        [box] { return box->path().isEmpty() ? QVariant() : QVariant(QStringList{box->path(), box->weightColumn()}); },
                        [box](const QVariant& state) {
                            const QStringList parts = state.toStringList();
                            box->readFile(parts.value(0), parts.value(1));
                        }});
    connect(box, &PointsFileBox::changed, this, &MethodForm::changed);
    connect(box, &PointsFileBox::failed, this, &MethodForm::failed);
    add(box, {});
    return box;
}

void MethodForm::note(const QString& words)
{
    QLabel* line = label("caption", this);
    line->setText(words);
    line->setWordWrap(true);
    m_layout->addRow(line);
}

void MethodForm::setFacts(const FormFacts& facts)
{
    for (PeriodPairBox* box : m_periods)
        box->setDataRange(facts.firstDay, facts.lastDay);
    for (const auto& [name, box] : m_areas)
        box->setFilterArea(facts.filterArea);
}

std::shared_ptr<const map::StudyLayer> MethodForm::drawnAreas() const
{
    const QColor outline(0x2f, 0x66, 0x90, 40);
    auto layer = std::make_shared<map::StudyLayer>();
    for (const auto& [name, box] : m_areas)
        for (const analysis::Polygon& polygon : box->areas()) {
            map::StudyShape shape;
            shape.label = name;
            shape.classIndex = 0;
            const auto add = [&shape](const analysis::Ring& ring) {
                auto& part = shape.parts.emplace_back();
                for (const analysis::Point& p : ring)
                    part.emplace_back(p.x, p.y);
            };
            add(polygon.outer);
            for (const analysis::Ring& hole : polygon.holes)
                add(hole);
            layer->shapes.push_back(std::move(shape));
        }
    if (layer->shapes.empty())
        return nullptr;
    layer->classes = {{tr("Drawn area"), outline, 2.0}};
    return layer;
}

void MethodForm::restore(QSettings& settings)
{
    const QSignalBlocker quiet(this);
    for (const Field& field : m_fields)
        if (settings.contains(field.key))
            field.set(settings.value(field.key));
}

void MethodForm::save(QSettings& settings) const
{
    for (const Field& field : m_fields) {
        const QVariant value = field.value();
        if (value.isValid())
            settings.setValue(field.key, value);
        else
            settings.remove(field.key);
    }
}

int indexOf(std::span<const double> offered, double value)
{
    for (std::size_t i = 0; i < offered.size(); ++i)
        if (std::abs(offered[i] - value) < 1e-9)
            return static_cast<int>(i);
    return 0;
}

QStringList hubDistances(std::span<const double> metres)
{
    QStringList words;
    for (const double distance : metres)
        words.append(distance > 0.0 ? MethodForm::tr("%1 m of Mölndals bro").arg(text::number(distance, 0))
                                    : MethodForm::tr("Everywhere"));
    return words;
}

} // namespace hk::ui
