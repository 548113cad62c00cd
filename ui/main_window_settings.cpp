// The part of the window that remembers how it was set.

#include "ui/filter_panel.h"
#include "ui/hotspot_panel.h"
#include "ui/layer_controller.h"
#include "ui/main_window.h"
#include "ui/map_controller.h"
#include "ui/map_view.h"
#include "ui/methods/method_controller.h"
#include "ui/near_box.h"
#include "ui/smoothing_slider.h"
#include "ui/window_actions.h"
#include "ui/window_docks.h"
#include "ui/zone_box.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QMenu>
#include <QSettings>

namespace hk::ui {
namespace {

const QString settingsGroup = QStringLiteral("analysis");

workspace::MapSettings storedSettings(QSettings& store)
{
    workspace::MapSettings settings;
    store.beginGroup(settingsGroup);
    settings.bandwidth = store.value(QStringLiteral("bandwidth"), settings.bandwidth).toDouble();
    settings.cell = store.value(QStringLiteral("cell"), settings.cell).toDouble();
    settings.kernel = store.value(QStringLiteral("kernel"), 0).toInt() == 1 ? analysis::Kernel::Gaussian
                                                                            : analysis::Kernel::Quartic;
    settings.quantile = store.value(QStringLiteral("quantile"), settings.quantile).toDouble();
    settings.hotspotsWithin = store.value(QStringLiteral("within"), settings.hotspotsWithin).toDouble();
    settings.edgeCorrection = store.value(QStringLiteral("edgeCorrection"), false).toBool();
    settings.showHeatmap = store.value(QStringLiteral("heatmap"), true).toBool();
    settings.showHotspots = store.value(QStringLiteral("hotspots"), true).toBool();
    settings.showIncidents = store.value(QStringLiteral("incidents"), true).toBool();
    store.endGroup();
    return settings;
}

void storeSettings(QSettings& store, const workspace::MapSettings& settings)
{
    store.beginGroup(settingsGroup);
    store.setValue(QStringLiteral("bandwidth"), settings.bandwidth);
    store.setValue(QStringLiteral("cell"), settings.cell);
    store.setValue(QStringLiteral("kernel"), static_cast<int>(settings.kernel));
    store.setValue(QStringLiteral("quantile"), settings.quantile);
    store.setValue(QStringLiteral("within"), settings.hotspotsWithin);
    store.setValue(QStringLiteral("edgeCorrection"), settings.edgeCorrection);
    store.setValue(QStringLiteral("heatmap"), settings.showHeatmap);
    store.setValue(QStringLiteral("hotspots"), settings.showHotspots);
    store.setValue(QStringLiteral("incidents"), settings.showIncidents);
    store.endGroup();
}

} // namespace

void MainWindow::connectSettings()
{
    m_workspace.setSettings(storedSettings(m_settings));
    const auto show = [this](const workspace::MapSettings& settings) {
        m_actions->showSettings(settings);
        m_hotspotPanel->smoothing().setLowest(settings.cell);
        m_hotspotPanel->smoothing().setBandwidth(settings.bandwidth);
    };
    show(m_workspace.settings());
    const auto change = [this, show](auto&& edit) {
        workspace::MapSettings settings = m_workspace.settings();
        edit(settings);
        m_workspace.setSettings(settings);
        storeSettings(m_settings, settings);
        show(settings);
        showStatus();
    };
    const auto chooseBandwidth = [change](double metres) {
        // A bandwidth below the cell would leave holes between cell centres.
        change([metres](auto& settings) { settings.bandwidth = std::max(metres, settings.cell); });
    };
    connect(&m_hotspotPanel->smoothing(), &SmoothingSlider::bandwidthChanged, this, chooseBandwidth);
    connect(m_actions->heatmap, &QAction::triggered, this,
            [change](bool on) { change([on](auto& settings) { settings.showHeatmap = on; }); });
    connect(m_actions->hotspots, &QAction::triggered, this,
            [change](bool on) { change([on](auto& settings) { settings.showHotspots = on; }); });
    connect(m_actions->incidents, &QAction::triggered, this,
            [change](bool on) { change([on](auto& settings) { settings.showIncidents = on; }); });
    connect(m_actions->lockScale, &QAction::triggered, this, [this, change](bool on) {
        const workspace::MapAnalysisPtr analysis = m_workspace.analysis();
        change([&](auto& settings) {
            settings.lockedScale = on && analysis ? analysis->scale : map::ColourScale();
        });
    });
    connect(m_actions->edgeCorrection, &QAction::triggered, this,
            [change](bool on) { change([on](auto& settings) { settings.edgeCorrection = on; }); });
    connect(m_actions, &WindowActions::bandwidthChosen, this, chooseBandwidth);
    connect(m_actions, &WindowActions::cellChosen, this,
            [change](double metres) { change([metres](auto& settings) { settings.cell = metres; }); });
    connect(m_actions, &WindowActions::kernelChosen, this, [change](analysis::Kernel kernel) {
        change([kernel](auto& settings) { settings.kernel = kernel; });
    });
    connect(m_actions, &WindowActions::quantileChosen, this, [change](double quantile) {
        change([quantile](auto& settings) { settings.quantile = quantile; });
    });
    connect(m_actions, &WindowActions::withinChosen, this, [change](double metres) {
        change([metres](auto& settings) { settings.hotspotsWithin = metres; });
    });
    connect(m_actions, &WindowActions::themeChosen, this,
            [this](ThemeMode mode) { setTheme(mode, m_textScale); });
    connect(m_actions, &WindowActions::textScaleChosen, this,
            [this](double scale) { setTheme(m_themeMode, scale); });
    connect(m_actions, &WindowActions::languageChosen, this, [this](const QString& language) {
        m_host.language = language;
        m_settings.setValue(QStringLiteral("window/language"), language);
        if (m_host.useLanguage)
            m_host.useLanguage(language);
        m_actions->showLanguage(language);
    });
}

void MainWindow::setTheme(ThemeMode mode, double textScale)
{
    m_themeMode = mode;
    m_textScale = textScale;
    m_settings.setValue(QStringLiteral("window/theme"), static_cast<int>(mode));
    m_settings.setValue(QStringLiteral("window/textScale"), textScale);
    const bool dark = mode == ThemeMode::Dark || (mode == ThemeMode::System && m_host.systemIsDark);
    if (m_host.useTheme)
        m_host.useTheme(dark, textScale);
    m_docks->takeFont();
    m_mapController->setDark(dark);
    m_methods->setDark(dark);
    m_layers->setDark(dark);
    m_actions->showTheme(mode);
    m_actions->showTextScale(textScale);
}

/// The files of areas and of places used before are offered again.
void MainWindow::rememberPlaceFiles()
{
    const QString zonesKey = QStringLiteral("filter/zoneFiles");
    const QString nearKey = QStringLiteral("filter/nearFiles");
    ZoneBox& zones = m_filterPanel->zoneBox();
    NearBox& near = m_filterPanel->nearBox();
    zones.setRecent(m_settings.value(zonesKey).toStringList());
    near.setRecent(m_settings.value(nearKey).toStringList());
    connect(&zones, &ZoneBox::fileUsed, this, [this, &zones, zonesKey](const QString& path) {
        m_settings.setValue(zonesKey, withRecent(m_settings.value(zonesKey).toStringList(), path));
        zones.setRecent(m_settings.value(zonesKey).toStringList());
    });
    connect(&near, &NearBox::fileUsed, this, [this, &near, nearKey](const QString& path) {
        m_settings.setValue(nearKey, withRecent(m_settings.value(nearKey).toStringList(), path));
        near.setRecent(m_settings.value(nearKey).toStringList());
    });
}

/// The legend on the map is folded as it was left, by its heading or by the menu.
void MainWindow::rememberLegend()
{
    const QString foldedKey = QStringLiteral("map/legendFolded");
    map().setLegendFolded(m_settings.value(foldedKey, false).toBool());
    m_legend->setCheckable(true);
    m_legend->setChecked(!map().isLegendFolded());
    m_actions->mapMenu()->addSeparator();
    m_actions->mapMenu()->addAction(m_legend);
    m_actions->addCommands({m_legend});
    connect(m_legend, &QAction::triggered, this, [this](bool shown) { map().setLegendFolded(!shown); });
    connect(&map(), &MapView::legendFoldedChanged, this, [this, foldedKey](bool folded) {
        m_legend->setChecked(!folded);
        m_settings.setValue(foldedKey, folded);
    });
}

} // namespace hk::ui
