#include "ui/print/series_box.h"

#include "exchange/zone_reader.h"
#include "text/sentences.h"
#include "ui/form_field.h"
#include "ui/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

using report::SeriesOf;

const QString seriesKey = QStringLiteral("print/seriesOf");
const QString orderKey = QStringLiteral("print/seriesByName");
const QString emptyKey = QStringLiteral("print/seriesEmptyPlaces");

QString radiusKey(SeriesOf of)
{
    return of == SeriesOf::Schools ? QStringLiteral("print/seriesSchoolRadius") : QStringLiteral("print/seriesStopRadius");
}

FormField* named(QWidget* editor, const QString& name, QWidget* parent)
{
    auto* made = new FormField(editor, parent);
    made->setName(name);
    return made;
}

} // namespace

SeriesBox::SeriesBox(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_of(new QComboBox(this))
    , m_radius(new QSpinBox(this))
    , m_order(new QComboBox(this))
    , m_empty(new QCheckBox(tr("Pages also where nothing happened"), this))
    , m_file(linkButton(this))
{
    m_of->setObjectName(QStringLiteral("seriesOf"));
    m_of->addItem(tr("Each hotspot"), static_cast<int>(SeriesOf::Hotspots));
    m_of->addItem(tr("Each area"), static_cast<int>(SeriesOf::Areas));
    m_of->addItem(tr("Each stop"), static_cast<int>(SeriesOf::Stops));
    m_of->addItem(tr("Each school"), static_cast<int>(SeriesOf::Schools));
    m_of->addItem(tr("Each month"), static_cast<int>(SeriesOf::Months));
    m_of->setCurrentIndex(std::max(0, m_of->findData(m_settings.value(seriesKey).toInt())));
    m_radius->setObjectName(QStringLiteral("seriesRadius"));
    m_radius->setRange(static_cast<int>(report::SeriesPlaces::leastRadius), static_cast<int>(report::SeriesPlaces::mostRadius));
    m_radius->setSingleStep(25);
    m_radius->setSuffix(tr(" m"));
    m_radius->setKeyboardTracking(false);
    m_order->setObjectName(QStringLiteral("seriesOrder"));
    m_order->addItem(tr("Most incidents first"), false);
    m_order->addItem(tr("By name"), true);
    m_order->setCurrentIndex(m_settings.value(orderKey).toBool() ? 1 : 0);
    m_empty->setObjectName(QStringLiteral("seriesEmpty"));
    m_empty->setChecked(m_settings.value(emptyKey).toBool());
    m_file->setObjectName(QStringLiteral("seriesAreas"));
    auto* column = new QVBoxLayout(this);
    tight(column, 10);
    column->addWidget(named(m_of, tr("One page for"), this));
    m_areasField = named(m_file, tr("Areas"), this);
    m_radiusField = named(m_radius, tr("Counted within"), this);
    m_orderField = named(m_order, tr("Order"), this);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_areasField, m_radiusField, m_orderField, m_empty})
        column->addWidget(widget);
    showRadius();
    showChosen();
    connect(m_of, &QComboBox::currentIndexChanged, this, [this] {
        showRadius();
        showChosen();
        Q_EMIT changed();
    });
    connect(m_radius, &QSpinBox::valueChanged, this, &SeriesBox::changed);
    connect(m_order, &QComboBox::currentIndexChanged, this, &SeriesBox::changed);
    connect(m_empty, &QCheckBox::toggled, this, &SeriesBox::changed);
    connect(m_file, &QToolButton::clicked, this, &SeriesBox::chooseAreas);
}

SeriesOf SeriesBox::of() const
{
    return static_cast<SeriesOf>(m_of->currentData().toInt());
}

void SeriesBox::fill(report::ProductOptions& options) const
{
    options.series = of();
    options.places = {static_cast<double>(m_radius->value()), m_empty->isChecked(), m_order->currentData().toBool()};
    if (m_areas)
        options.areas = {m_areas, {}};
}

void SeriesBox::remember()
{
    m_settings.setValue(seriesKey, m_of->currentData());
    m_settings.setValue(orderKey, m_order->currentData());
    m_settings.setValue(emptyKey, m_empty->isChecked());
    if (isOfPlaces(of()))
        m_settings.setValue(radiusKey(of()), m_radius->value());
}

void SeriesBox::readAreas(const QString& path)
{
    m_reading.run([path](std::stop_token) { return exchange::readZones(path); },
                  [this](const Result<std::shared_ptr<const ZoneSet>>& read) {
                      m_areasField->setFault(read ? QString() : text::describe(read.error()));
                      if (!read)
                          return;
                      m_areas = *read;
                      showChosen();
                      Q_EMIT changed();
                  });
}

void SeriesBox::chooseAreas()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Areas, each with a page"),
                                                      m_areas ? QFileInfo(m_areas->path).absolutePath() : QString(),
                                                      tr("Areas (%1)").arg(QStringLiteral("*.geojson *.gpkg *.shp *.kml")));
    if (!path.isEmpty())
        readAreas(path);
}

/// The distance last chosen for this kind of place.
void SeriesBox::showRadius()
{
    const QSignalBlocker quiet(m_radius);
    m_radius->setValue(m_settings.value(radiusKey(of()), report::usualRadius(of())).toInt());
}

void SeriesBox::showChosen()
{
    m_areasField->setVisible(of() == SeriesOf::Areas);
    m_areasField->setHint(m_areas ? QString() : tr("Without a file: those of the filter."));
    m_file->setText(m_areas ? tr("%1 – another file…", "name of a file").arg(m_areas->title) : tr("Choose a file…"));
    for (QWidget* widget : std::initializer_list<QWidget*>{m_radiusField, m_orderField, m_empty})
        widget->setVisible(isOfPlaces(of()));
}

} // namespace hk::ui
