#pragma once

#include "core/result.h"
#include "workspace/backgrounds.h"

#include <QList>
#include <QObject>
#include <QString>

class QAction;
class QActionGroup;
class QMenu;
class QWidget;

namespace hk::ui {

class BackgroundDialog;
class NetworkDialog;

/// The menu of backgrounds: which one, how it is toned, and one's own to add and take away. Lives with the window.
class BackgroundMenu : public QObject {
    Q_OBJECT
public:
    BackgroundMenu(workspace::Backgrounds& backgrounds, QWidget& window);

    QMenu* menu() const { return m_menu; }
    /// More ways to a background, under "Add background".
    void setWays(const QList<QAction*>& ways);
    /// For the search field; other ones after commandsChanged().
    QList<QAction*> commands() const;
    /// Where the map shows less than what was chosen, one line that says why; else empty.
    QString remark() const;
    void retranslate();
    BackgroundDialog* showAdd();
    /// Whom the map is fetched from, and the address sent along.
    NetworkDialog* showNetwork();
    /// Of the map's tiles: a source does not answer, or does again.
    void sourceFailed(const QString& title, const Error& error);
    void sourceWorks(const QString& title);

Q_SIGNALS:
    void commandsChanged();
    void remarkChanged();
    void removed(const hk::workspace::Backgrounds::TakenOut& taken); ///< may be put back

private:
    void rebuild();
    void choose(const QString& id);
    void showState();
    QAction* addChoice(const QString& id, const QString& text);

    workspace::Backgrounds& m_backgrounds;
    QWidget& m_window;
    QMenu* m_menu;
    QMenu* m_removeMenu;
    QMenu* m_toneMenu;
    QMenu* m_opacityMenu;
    QActionGroup* m_sources = nullptr;
    QActionGroup* m_tones;
    QActionGroup* m_opacities;
    QAction* m_add;
    QAction* m_names;
    QAction* m_network;
    QList<QAction*> m_ways;
    QString m_failing; ///< title of the source whose tiles fail
    Error m_error;
};

} // namespace hk::ui
