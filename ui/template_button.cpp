#include "ui/template_button.h"

#include "workspace/workspace.h"

#include <QEvent>
#include <QInputDialog>
#include <QMenu>
#include <QPointer>

namespace hk::ui {

TemplateButton::TemplateButton(workspace::Workspace& workspace, QWidget* parent)
    : QToolButton(parent)
    , m_workspace(workspace)
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("templates"));
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setMenu(m_menu);
    rebuild();
    connect(&m_workspace, &workspace::Workspace::opened, this, &TemplateButton::load);
}

QStringList TemplateButton::names() const
{
    QStringList names;
    for (const store::FormTemplate& one : m_templates)
        names.append(one.name);
    return names;
}

void TemplateButton::load()
{
    const QPointer<TemplateButton> self(this);
    m_workspace.ask([self](store::IncidentStore& store) -> std::function<void()> {
        auto found = store::DeskRecords(store).templates();
        return [self, found = std::move(found)] {
            if (!self)
                return;
            if (!found) {
                Q_EMIT self->failed(found.error());
                return;
            }
            self->m_templates = *found;
            self->rebuild();
            Q_EMIT self->changed();
        };
    });
}

void TemplateButton::rebuild()
{
    setText(tr("Templates"));
    setToolTip(tr("A form filled in beforehand, kept in the file by its name"));
    m_menu->clear();
    for (const store::FormTemplate& one : m_templates)
        connect(m_menu->addAction(QString(one.name).replace(QLatin1Char('&'), QStringLiteral("&&"))), &QAction::triggered, this,
                [this, name = one.name] { use(name); });
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Save as template…")), &QAction::triggered, this, &TemplateButton::saveWanted);
    if (m_templates.empty())
        return;
    QMenu* away = m_menu->addMenu(tr("Remove template"));
    for (const store::FormTemplate& one : m_templates)
        connect(away->addAction(QString(one.name).replace(QLatin1Char('&'), QStringLiteral("&&"))), &QAction::triggered, this,
                [this, name = one.name] {
                    m_workspace.ask([name](store::IncidentStore& store) -> std::function<void()> {
                        (void)store::DeskRecords(store).removeTemplate(name);
                        return {};
                    });
                    load();
                });
}

void TemplateButton::use(const QString& name)
{
    for (const store::FormTemplate& one : m_templates)
        if (one.name == name)
            Q_EMIT chosen(one.content);
}

void TemplateButton::askName(const QByteArray& content)
{
    bool ok = false;
    const QString name = QInputDialog::getText(this, tr("Save as template"), tr("Name"), QLineEdit::Normal, {}, &ok);
    if (ok && !name.trimmed().isEmpty())
        saveAs(name.trimmed().left(80), content);
}

void TemplateButton::saveAs(const QString& name, const QByteArray& content)
{
    const QPointer<TemplateButton> self(this);
    m_workspace.ask([self, made = store::FormTemplate{name, content}](store::IncidentStore& store) -> std::function<void()> {
        const Result<void> saved = store::DeskRecords(store).saveTemplate(made);
        return [self, saved] {
            if (self && !saved)
                Q_EMIT self->failed(saved.error());
        };
    });
    load();
}

void TemplateButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        rebuild();
    QToolButton::changeEvent(event);
}

} // namespace hk::ui
