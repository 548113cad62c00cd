#include "app/services.h"

#include "map/basemap.h"
#include "net/http_client.h"
#include "tiles/keyring.h"
#include "tiles/service_layers.h"
#include "ui/file_controller.h"
#include "ui/main_window.h"
#include "ui/theme.h"
#include "workspace/backgrounds.h"
#include "workspace/backup_keeper.h"
#include "workspace/map_ground.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QStandardPaths>

namespace hk::app {

using workspace::Backgrounds;

namespace {

const QString languageKey = QStringLiteral("window/language");
const QString themeKey = QStringLiteral("window/theme");

} // namespace

Services::Services(QApplication& application, const CommandLine& asked)
    : m_application(application)
    , m_asked(asked)
    , m_systemIsDark(ui::isDark(QApplication::palette()))
{
    if (!m_asked.language.isEmpty())
        m_settings.setValue(languageKey, m_asked.language);
    if (!m_asked.theme.isEmpty())
        m_settings.setValue(themeKey,
                            static_cast<int>(m_asked.theme == QStringLiteral("dark") ? ui::ThemeMode::Dark
                                                                                     : ui::ThemeMode::Light));
    m_languages.use(m_settings.value(languageKey, QStringLiteral("sv")).toString());
}

Services::~Services() = default;

Result<void> Services::start()
{
    const auto basemap = map::Basemap::embedded();
    if (!basemap)
        return tl::unexpected(basemap.error());
    m_workspace = std::make_unique<workspace::Workspace>(*basemap);
    m_ground = std::make_unique<workspace::MapGround>(*basemap);
    m_workspace->watch(std::chrono::milliseconds(400)); // what another program changes is seen within two seconds
    m_backups = std::make_unique<workspace::BackupKeeper>(*m_workspace);

    tiles::SourceServices sources;
    const auto http = std::make_shared<net::HttpClient>(QString()); // Backgrounds tells it the contact address
    sources.http = http;
    sources.cacheFolder = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    const Backgrounds::LayerLister listLayers = [](const tiles::SourceSpec& spec, const tiles::SourceServices& services,
                                                   std::stop_token stop) {
        return tiles::layersOf(spec, services, std::move(stop));
    };
    m_backgrounds = std::make_unique<workspace::Backgrounds>(*m_ground, m_settings, std::move(sources),
                                                             std::make_shared<tiles::Keyring>(tiles::systemSecrets()),
                                                             listLayers);

    ui::WindowHost host;
    host.backgrounds = m_backgrounds.get();
    host.backups = m_backups.get();
    host.useLanguage = [this](const QString& language) { m_languages.use(language); };
    host.useTheme = [this](bool dark, double textScale) { ui::applyTheme(m_application, dark, textScale); };
    host.language = m_languages.current();
    host.systemIsDark = m_systemIsDark;
    host.dataFolder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    host.layers.cacheFolder =
        QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + QStringLiteral("/layers");
    host.layers.openPicture = [services = m_backgrounds->services()](const tiles::SourceSpec& spec, std::stop_token stop) {
        return tiles::openSource(spec, services, std::move(stop));
    };
    host.http = http;
    m_window = std::make_unique<ui::MainWindow>(*m_workspace, *m_ground, m_settings, std::move(host));
    m_backgrounds->start();
    if (m_asked.size.isValid())
        m_window->resize(m_asked.size);

    if (m_asked.sample)
        m_window->files().openSample(m_asked.sampleCount);
    else if (!m_asked.file.isEmpty())
        m_window->files().open(m_asked.file);
    return {};
}

} // namespace hk::app
