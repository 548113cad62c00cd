#pragma once

#include "app/command_line.h"
#include "core/result.h"
#include "i18n/languages.h"

#include <QSettings>
#include <memory>

class QApplication;

namespace hk::ui {
class MainWindow;
}
namespace hk::workspace {
class BackupKeeper;
class Backgrounds;
class MapGround;
class Workspace;
}

namespace hk::app {

/// The composition root: everything the program consists of is made and joined here, and nowhere else.
class Services {
public:
    /// Makes settings, language and look. The application must outlive the services.
    Services(QApplication& application, const CommandLine& asked);
    ~Services();

    /// Loads the basemap, makes workspace and window, and opens what was asked for. Error: a basemap that
    /// cannot be read.
    Result<void> start();
    ui::MainWindow& window() { return *m_window; }

private:
    QApplication& m_application;
    CommandLine m_asked;
    QSettings m_settings;
    i18n::Languages m_languages;
    bool m_systemIsDark;
    std::unique_ptr<workspace::Workspace> m_workspace;
    std::unique_ptr<workspace::BackupKeeper> m_backups;
    std::unique_ptr<workspace::MapGround> m_ground;
    std::unique_ptr<workspace::Backgrounds> m_backgrounds;
    std::unique_ptr<ui::MainWindow> m_window;
};

} // namespace hk::app
