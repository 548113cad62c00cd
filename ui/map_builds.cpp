#include "ui/map_builds.h"

#include "ui/area_map_dialog.h"
#include "ui/basemap_dialog.h"
#include "workspace/backgrounds.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace hk::ui {

namespace {

const QString serverKey = QStringLiteral("network/overpass");

} // namespace

MapBuilds::MapBuilds(workspace::Backgrounds& backgrounds, QSettings& settings, QString folder,
                     std::function<exchange::MapExtent()> shown, QWidget& window)
    : QObject(&window)
    , m_backgrounds(backgrounds)
    , m_settings(settings)
    , m_folder(std::move(folder))
    , m_shown(std::move(shown))
    , m_window(window)
    , m_build(new QAction(this))
    , m_fetch(new QAction(this))
{
    connect(m_build, &QAction::triggered, this, &MapBuilds::showBuild);
    connect(m_fetch, &QAction::triggered, this, &MapBuilds::showFetch);
    m_fetch->setEnabled(m_backgrounds.services().http != nullptr);
    retranslate();
}

void MapBuilds::retranslate()
{
    m_build->setText(tr("&Build from an OpenStreetMap extract…"));
    m_fetch->setText(tr("&Fetch a map of this area…"));
}

void MapBuilds::use(const QString& path)
{
    tiles::SourceSpec spec;
    spec.kind = tiles::SourceSpec::Kind::VectorMap;
    spec.title = QFileInfo(path).completeBaseName();
    spec.address = path;
    m_backgrounds.add(spec);
}

void MapBuilds::showBuild()
{
    QDir().mkpath(m_folder);
    auto* dialog = new BasemapDialog(m_folder, m_shown(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &BasemapDialog::built, this, &MapBuilds::use);
    dialog->open();
}

void MapBuilds::showFetch()
{
    QDir().mkpath(m_folder);
    workspace::OverpassSettings overpass;
    overpass.server = m_settings.value(serverKey, overpass.server).toUrl();
    overpass.cacheFolder = m_backgrounds.services().cacheFolder + QStringLiteral("/overpass");
    auto* dialog = new AreaMapDialog(m_backgrounds.services().http, overpass, m_shown(), m_folder, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AreaMapDialog::built, this, &MapBuilds::use);
    connect(dialog, &AreaMapDialog::serverChanged, this,
            [this](const QUrl& address) { m_settings.setValue(serverKey, address); });
    dialog->open();
}

} // namespace hk::ui
