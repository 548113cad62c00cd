#pragma once

#include "exchange/osm_map_builder.h"

#include <QList>
#include <QObject>
#include <QString>
#include <functional>

class QAction;
class QSettings;
class QWidget;

namespace hk::workspace {
class Backgrounds;
}

namespace hk::ui {

/// The two ways to a detailed map of one's own: built from an extract of OpenStreetMap, or fetched for what the map shows. What
/// was built becomes the background. Lives with the window.
class MapBuilds : public QObject {
    Q_OBJECT
public:
    /// `folder`: where maps are proposed to lie. All must outlive it.
    MapBuilds(workspace::Backgrounds& backgrounds, QSettings& settings, QString folder,
              std::function<exchange::MapExtent()> shown, QWidget& window);

    /// "Build from an OpenStreetMap extract…", "Fetch for this area…"
    QList<QAction*> actions() const { return {m_build, m_fetch}; }
    void retranslate();
    void showBuild();
    void showFetch();

private:
    void use(const QString& path);

    workspace::Backgrounds& m_backgrounds;
    QSettings& m_settings;
    QString m_folder;
    std::function<exchange::MapExtent()> m_shown;
    QWidget& m_window;
    QAction* m_build;
    QAction* m_fetch;
};

} // namespace hk::ui
