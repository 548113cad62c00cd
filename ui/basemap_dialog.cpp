#include "ui/basemap_dialog.h"

#include "text/sentences.h"
#include "ui/form_field.h"
#include "ui/map_build_panel.h"
#include "ui/widgets.h"
#include "workspace/basemap_job.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace hk::ui {
namespace {

/// A line with a button beside it.
QWidget* withButton(QLineEdit* line, QPushButton* button)
{
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    tight(row);
    row->addWidget(line, 1);
    row->addWidget(button);
    both->setFocusProxy(line);
    return both;
}

} // namespace

QString freeMapName(const QString& folder, const QString& name)
{
    const QDir place(folder);
    QString path = place.filePath(name + QStringLiteral(".gpkg"));
    for (int number = 2; QFileInfo::exists(path); ++number)
        path = place.filePath(QStringLiteral("%1 %2.gpkg").arg(name).arg(number));
    return path;
}

BasemapDialog::BasemapDialog(const QString& folder, std::optional<exchange::MapExtent> shown, QWidget* parent)
    : QDialog(parent)
    , m_folder(folder)
    , m_shown(shown)
    , m_extract(new QLineEdit)
    , m_target(new QLineEdit)
    , m_extent(new QComboBox)
    , m_form(new QWidget(this))
    , m_panel(new MapBuildPanel(this))
    , m_close(new QPushButton(this))
    , m_primary(new QPushButton(this))
{
    setWindowTitle(tr("Build a map from OpenStreetMap"));
    m_extract->setObjectName(QStringLiteral("basemapExtract"));
    m_target->setObjectName(QStringLiteral("basemapTarget"));
    m_extent->setObjectName(QStringLiteral("basemapExtent"));
    m_primary->setObjectName(QStringLiteral("basemapPrimary"));
    m_close->setObjectName(QStringLiteral("basemapClose"));
    m_extent->addItem(tr("The whole extract"));
    if (m_shown)
        m_extent->addItem(tr("What the map shows now"));

    auto* lead = label("muted", this);
    lead->setWordWrap(true);
    lead->setText(tr("An extract holds the streets, buildings, names and addresses of a region. Nothing is fetched: choose a file "
                     "that you have, such as molndal.osm.pbf. The map is © OpenStreetMap contributors."));
    auto* chooseExtract = new QPushButton(tr("&Choose…"), this);
    auto* chooseTarget = new QPushButton(tr("C&hange…"), this);
    m_extractField = new FormField(withButton(m_extract, chooseExtract), m_form);
    m_extractField->setName(tr("Extract (.osm.pbf or .osm)"));
    m_targetField = new FormField(withButton(m_target, chooseTarget), m_form);
    m_targetField->setName(tr("The map is saved as"));
    auto* extentField = new FormField(m_extent, m_form);
    extentField->setName(tr("Area"));
    auto* form = new QVBoxLayout(m_form);
    tight(form, 12);
    form->addWidget(m_extractField);
    form->addWidget(m_targetField);
    form->addWidget(extentField);

    m_primary->setProperty("primary", true);
    m_primary->setDefault(true);
    auto* buttons = new QHBoxLayout;
    tight(buttons);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_primary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    column->addWidget(lead);
    column->addWidget(m_form);
    column->addWidget(m_panel);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 90);
    tabByLayout(this);

    setTarget(freeMapName(folder, tr("map", "name of a file")));
    connect(chooseExtract, &QPushButton::clicked, this, &BasemapDialog::chooseExtract);
    connect(chooseTarget, &QPushButton::clicked, this, &BasemapDialog::chooseTarget);
    connect(m_extract, &QLineEdit::textChanged, this, &BasemapDialog::showState);
    connect(m_target, &QLineEdit::textChanged, this, [this] {
        m_overwrite = false;
        showState();
    });
    connect(m_panel, &MapBuildPanel::finished, this, [this](bool done) {
        m_done = done;
        showState();
        Q_EMIT buildingEnded(done);
    });
    connect(m_close, &QPushButton::clicked, this, &BasemapDialog::reject);
    connect(m_primary, &QPushButton::clicked, this, [this] {
        if (!m_done) {
            build();
            return;
        }
        accept();
        Q_EMIT built(m_target->text());
    });
    showState();
}

void BasemapDialog::setExtract(const QString& path)
{
    m_extract->setText(QDir::toNativeSeparators(path));
    if (!m_overwrite) // named after the extract: "molndal.osm.pbf" gives "molndal.gpkg"
        setTarget(freeMapName(m_folder, QFileInfo(path).baseName()));
}

void BasemapDialog::setTarget(const QString& path, bool overwrite)
{
    m_target->setText(QDir::toNativeSeparators(path));
    m_overwrite = overwrite;
    showState();
}

void BasemapDialog::chooseExtract()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Choose an extract of OpenStreetMap"), m_folder,
                                                      tr("Extracts of OpenStreetMap (*.osm.pbf *.pbf *.osm)"));
    if (!path.isEmpty())
        setExtract(path);
}

void BasemapDialog::chooseTarget()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the map as"), m_target->text(), tr("Map (*.gpkg)"));
    if (!path.isEmpty()) // the dialog has asked where there was a file
        setTarget(path.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive) ? path : path + QStringLiteral(".gpkg"),
                  path.endsWith(QLatin1String(".gpkg"), Qt::CaseInsensitive));
}

void BasemapDialog::build()
{
    exchange::OsmMapRequest request;
    request.osm = m_extract->text();
    request.target = m_target->text();
    request.overwrite = m_overwrite;
    request.now = QDateTime::currentDateTimeUtc();
    if (m_extent->currentIndex() == 1)
        request.extent = m_shown;
    m_panel->start([request](MapBuildProgress& progress, std::stop_token stop) {
        return workspace::buildBasemap(
            request, [&progress](double done) { progress.permille = static_cast<int>(1000 * done); }, std::move(stop));
    });
    showState();
}

bool BasemapDialog::event(QEvent* event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        fitHeight(*this);
    return handled;
}

void BasemapDialog::reject()
{
    if (m_panel->isRunning())
        m_panel->cancel();
    else
        QDialog::reject();
}

void BasemapDialog::showState()
{
    const bool running = m_panel->isRunning();
    m_form->setVisible(!m_done);
    m_form->setEnabled(!running);
    m_close->setText(running ? tr("Cancel") : tr("Close"));
    m_primary->setText(m_done ? tr("&Use as background") : tr("&Build the map"));
    m_primary->setEnabled(m_done || (!running && !m_extract->text().isEmpty() && !m_target->text().isEmpty()));
}

} // namespace hk::ui
