#include "ui/place_source_button.h"

#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

namespace hk::ui {
namespace {

constexpr qsizetype mostRecent = 6;

} // namespace

PlaceSourceButton::PlaceSourceButton(QWidget* parent)
    : QPushButton(parent)
    , m_menu(new QMenu(this))
{
    setMenu(m_menu);
    // Whether a file is still there is asked when the menu opens.
    connect(m_menu, &QMenu::aboutToShow, this, &PlaceSourceButton::fill);
    fill();
}

void PlaceSourceButton::setDialog(const QString& title, const QString& kinds)
{
    m_title = title;
    m_kinds = kinds;
}

void PlaceSourceButton::setSources(const QList<PlaceSource>& sources)
{
    m_sources = sources;
    fill();
}

void PlaceSourceButton::setRecent(const QStringList& paths)
{
    m_recent = paths;
    fill();
}

void PlaceSourceButton::fill()
{
    m_menu->clear();
    connect(m_menu->addAction(tr("From a file…")), &QAction::triggered, this, &PlaceSourceButton::ask);
    const auto offer = [this](const QString& title, const QString& path) {
        QAction* action = m_menu->addAction(title);
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT chosen(path); });
    };
    if (!m_sources.isEmpty())
        m_menu->addSection(tr("Own layers"));
    for (const PlaceSource& source : m_sources)
        offer(source.title, source.path);
    QStringList there;
    for (const QString& path : m_recent)
        if (QFileInfo(path).isFile())
            there.append(path);
    if (!there.isEmpty())
        m_menu->addSection(tr("Used before"));
    for (const QString& path : there)
        offer(QFileInfo(path).fileName(), path);
}

void PlaceSourceButton::ask()
{
    const QString folder = m_recent.isEmpty() ? QString() : QFileInfo(m_recent.first()).path();
    const QString path = QFileDialog::getOpenFileName(this, m_title, folder, m_kinds);
    if (!path.isEmpty())
        Q_EMIT chosen(path);
}

void PlaceSourceButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    QPushButton::changeEvent(event);
}

QStringList withRecent(QStringList paths, const QString& path)
{
    paths.removeAll(path);
    paths.prepend(path);
    return paths.mid(0, mostRecent);
}

} // namespace hk::ui
