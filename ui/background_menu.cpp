#include "ui/background_menu.h"

#include "text/sentences.h"
#include "ui/background_consent.h"
#include "ui/background_dialog.h"
#include "ui/network_dialog.h"
#include "workspace/backgrounds.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <cmath>

namespace hk::ui {

using workspace::BackgroundList;
using workspace::Backgrounds;

BackgroundMenu::BackgroundMenu(Backgrounds& backgrounds, QWidget& window)
    : QObject(&window)
    , m_backgrounds(backgrounds)
    , m_window(window)
    , m_menu(new QMenu(&window))
    , m_removeMenu(new QMenu(&window))
    , m_toneMenu(new QMenu(&window))
    , m_opacityMenu(new QMenu(&window))
    , m_tones(new QActionGroup(this))
    , m_opacities(new QActionGroup(this))
    , m_add(new QAction(this))
    , m_names(new QAction(this))
    , m_network(new QAction(this))
{
    m_names->setCheckable(true);
    const auto addTo = [](QMenu* menu, QActionGroup* group, const QVariant& value) {
        QAction* action = menu->addAction(QString());
        action->setCheckable(true);
        action->setData(value);
        group->addAction(action);
    };
    for (int tone = 0; tone < 3; ++tone)
        addTo(m_toneMenu, m_tones, tone);
    for (const double opacity : {1.0, 0.75, 0.5, 0.25})
        addTo(m_opacityMenu, m_opacities, opacity);
    connect(m_tones, &QActionGroup::triggered, this,
            [this](QAction* action) { m_backgrounds.setTone(static_cast<map::Tone>(action->data().toInt())); });
    connect(m_opacities, &QActionGroup::triggered, this,
            [this](QAction* action) { m_backgrounds.setOpacity(action->data().toDouble()); });
    connect(m_names, &QAction::triggered, this, [this](bool shown) { m_backgrounds.setNamesOver(shown); });
    connect(m_add, &QAction::triggered, this, [this] { showAdd(); });
    connect(m_removeMenu, &QMenu::triggered, this,
            [this](QAction* action) {
                if (const auto taken = m_backgrounds.takeOut(action->data().toString()))
                    Q_EMIT removed(*taken);
            });
    connect(m_network, &QAction::triggered, this, [this] { showNetwork(); });
    // later: the action that made the change is among those replaced
    connect(&m_backgrounds, &Backgrounds::changed, this, &BackgroundMenu::rebuild, Qt::QueuedConnection);
    connect(&m_backgrounds, &Backgrounds::stateChanged, this, [this] {
        m_failing.clear();
        Q_EMIT remarkChanged();
    });
    retranslate();
}

void BackgroundMenu::retranslate()
{
    m_menu->setTitle(tr("&Background"));
    m_removeMenu->setTitle(tr("&Remove"));
    m_toneMenu->setTitle(tr("&Tone"));
    m_opacityMenu->setTitle(tr("&Opacity"));
    m_add->setText(tr("&Add background…"));
    m_add->setProperty("otherWords", tr("WMS WMTS Tiles Orthophoto", "more words to find the command Add background by"));
    m_names->setText(tr("&Names over the picture"));
    m_network->setText(tr("&Servers and contact address…"));
    m_network->setProperty("otherWords", tr("Network Consent E-mail", "more words to find the command Servers and contact address by"));
    const QStringList tones{tr("&Colour"), tr("&Grey"), tr("&Dark")};
    for (qsizetype i = 0; i < tones.size(); ++i)
        m_tones->actions().at(i)->setText(tones.at(i));
    for (QAction* action : m_opacities->actions())
        action->setText(text::percent(action->data().toDouble()));
    for (const QActionGroup* group : {m_tones, m_opacities}) {
        const QMenu* menu = group == m_tones ? m_toneMenu : m_opacityMenu;
        for (QAction* action : group->actions())
            action->setProperty("command", tr("%1, %2: %3", "menu, its menu, choice").arg(m_menu->title(), menu->title(), action->text()));
    }
    rebuild();
}

QAction* BackgroundMenu::addChoice(const QString& id, const QString& text)
{
    auto* action = new QAction(m_sources);
    action->setText(QString(text).replace(u'&', QStringLiteral("&&")));
    action->setCheckable(true);
    action->setChecked(m_backgrounds.list().chosen == id);
    action->setProperty("command", tr("%1: %2", "menu, choice").arg(m_menu->title(), text));
    connect(action, &QAction::triggered, this, [this, id] { choose(id); });
    m_sources->addAction(action);
    return action;
}

void BackgroundMenu::rebuild()
{
    const BackgroundList& list = m_backgrounds.list();
    m_menu->clear();
    m_removeMenu->clear();
    if (m_sources) // perhaps one of its actions is on the stack
        m_sources->deleteLater();
    m_sources = new QActionGroup(this);
    addChoice(BackgroundList::embedded, tr("Built-in map"));
    addChoice(BackgroundList::openStreetMap, tr("OpenStreetMap (fetched from the network)"));
    for (const BackgroundList::Own& own : list.own) {
        const QString title = own.spec.title.isEmpty() ? own.spec.address : own.spec.title;
        addChoice(own.id, title);
        QAction* remove = m_removeMenu->addAction(QString(title).replace(u'&', QStringLiteral("&&")));
        remove->setData(own.id);
        remove->setProperty("command", tr("%1, %2: %3", "menu, its menu, choice").arg(m_menu->title(), m_removeMenu->title(), title));
    }
    m_menu->addActions(m_sources->actions());
    m_menu->addSeparator();
    m_menu->addAction(m_add);
    m_menu->addActions(m_ways);
    m_menu->addMenu(m_removeMenu);
    m_removeMenu->setEnabled(!list.own.empty());
    m_menu->addSeparator();
    m_menu->addMenu(m_toneMenu);
    m_menu->addMenu(m_opacityMenu);
    m_menu->addAction(m_names);
    m_menu->addSeparator();
    m_menu->addAction(m_network);
    showState();
    Q_EMIT commandsChanged();
}

void BackgroundMenu::showState()
{
    const BackgroundList& list = m_backgrounds.list();
    for (QAction* action : m_tones->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(list.tone));
    for (QAction* action : m_opacities->actions())
        action->setChecked(std::abs(action->data().toDouble() - list.opacity) < 0.01);
    m_names->setChecked(list.namesOver);
    m_names->setEnabled(list.chosen != BackgroundList::embedded);
}

void BackgroundMenu::choose(const QString& id)
{
    const auto spec = m_backgrounds.list().spec(id);
    rebuild(); // until the user has said yes the old one stays chosen
    BackgroundConsent::ask(m_backgrounds, spec ? workspace::hostsOf(*spec) : QStringList(), &m_window,
                           [this, id] { m_backgrounds.choose(id); });
}

QList<QAction*> BackgroundMenu::commands() const
{
    QList<QAction*> all = m_sources->actions();
    all.append({m_add, m_names, m_network});
    all.append(m_ways);
    all.append(m_removeMenu->actions());
    all.append(m_tones->actions());
    all.append(m_opacities->actions());
    return all;
}

QString BackgroundMenu::remark() const
{
    if (m_backgrounds.failure())
        return tr("The background is not shown. %1").arg(text::describe(*m_backgrounds.failure()));
    if (!m_failing.isEmpty())
        return tr("Parts of the background are missing. %1").arg(text::describe(m_error));
    return {};
}

void BackgroundMenu::sourceFailed(const QString& title, const Error& error)
{
    // that it does not answer the map says itself; this line is for what the user can do something about
    const bool silent = error.code == ErrorCode::NetworkFailed || error.code == ErrorCode::TimedOut;
    if (silent || (m_failing == title && m_error == error))
        return;
    m_failing = title;
    m_error = error;
    Q_EMIT remarkChanged();
}

void BackgroundMenu::sourceWorks(const QString& title)
{
    if (m_failing != title)
        return;
    m_failing.clear();
    Q_EMIT remarkChanged();
}

void BackgroundMenu::setWays(const QList<QAction*>& ways)
{
    m_ways = ways;
    rebuild();
}

NetworkDialog* BackgroundMenu::showNetwork()
{
    auto* dialog = new NetworkDialog(m_backgrounds, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

BackgroundDialog* BackgroundMenu::showAdd()
{
    auto* dialog = new BackgroundDialog(m_backgrounds, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    return dialog;
}

} // namespace hk::ui
