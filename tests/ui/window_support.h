#pragma once

#include "i18n/languages.h"
#include "map/basemap.h"
#include "support/catch.h"
#include "ui/file_controller.h"
#include "ui/main_window.h"
#include "ui/theme.h"
#include "workspace/backup_keeper.h"
#include "workspace/sample.h"
#include "workspace/map_ground.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace hk::test {

inline QString u(const char* text)
{
    return QString::fromUtf8(text);
}

inline constexpr int patience = 20'000; // milliseconds; a signal or a condition ends the wait

/// A whole window over a file of its own in a folder that goes with the test.
class Desk {
public:
    explicit Desk(const QString& language = QStringLiteral("sv"))
    {
        m_languages.use(language);
        start();
    }

    void start()
    {
        workspace = std::make_unique<workspace::Workspace>(map::Basemap::embedded().value());
        settings = std::make_unique<QSettings>(folder.filePath(u("settings.ini")), QSettings::IniFormat);
        ui::WindowHost host;
        host.useLanguage = [this](const QString& wanted) { m_languages.use(wanted); };
        host.useTheme = [](bool dark, double scale) { ui::applyTheme(*qApp, dark, scale); };
        host.language = m_languages.current();
        host.dataFolder = folder.filePath(u("data"));
        backups = std::make_unique<workspace::BackupKeeper>(*workspace);
        host.backups = backups.get();
        ground = std::make_unique<workspace::MapGround>(workspace->basemap());
        window = std::make_unique<ui::MainWindow>(*workspace, *ground, *settings, std::move(host));
    }

    /// Closes the window as a person does, and starts the program anew.
    void restart()
    {
        window->close();
        window.reset();
        ground.reset();
        backups.reset();
        workspace.reset();
        settings.reset();
        start();
    }

    void show(const QSize& size = {1440, 900})
    {
        window->resize(size);
        window->show();
        REQUIRE(QTest::qWaitForWindowExposed(window.get()));
        window->activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(window.get()));
    }

    void openEmpty()
    {
        QSignalSpy opened(workspace.get(), &workspace::Workspace::opened);
        window->files().create(folder.filePath(u("fil.gpkg")));
        REQUIRE(opened.wait(patience));
        settle();
    }

    /// A file of the generator's incidents; the same each time.
    void openSample(int count = 120)
    {
        const QString path = folder.filePath(u("exempel.gpkg"));
        {
            store::CreateOptions options;
            options.title = u("Exempel");
            options.sample = true;
            auto store = store::IncidentStore::create(path, options);
            REQUIRE(store.has_value());
            workspace::SampleOptions sample;
            sample.count = count;
            sample.end = QDate(2026, 10, 31);
            REQUIRE(workspace::makeSample(*store, sample).has_value());
        }
        QSignalSpy opened(workspace.get(), &workspace::Workspace::opened);
        window->files().open(path);
        REQUIRE(opened.wait(patience));
        settle();
    }

    void settle()
    {
        REQUIRE(QTest::qWaitFor([this] { return window->isSettled(); }, patience));
    }

    std::size_t size() const { return workspace->snapshot()->size(); }
    std::size_t selected() const { return workspace->selection().rows.size(); }

    template <class T>
    T* find(const char* name) const
    {
        T* found = window->findChild<T*>(QString::fromLatin1(name));
        REQUIRE(found != nullptr);
        return found;
    }

    QTemporaryDir folder;
    std::unique_ptr<workspace::Workspace> workspace;
    std::unique_ptr<workspace::BackupKeeper> backups;
    std::unique_ptr<workspace::MapGround> ground;
    std::unique_ptr<QSettings> settings;

private:
    i18n::Languages m_languages;

public:
    std::unique_ptr<ui::MainWindow> window; ///< last: goes first
};

} // namespace hk::test
