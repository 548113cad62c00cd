// How the form is laid out, and its words.

#include "text/sentences.h"
#include "ui/attachment_box.h"
#include "ui/duplicate_card.h"
#include "ui/icons.h"
#include "ui/incident_form.h"
#include "ui/template_button.h"
#include "ui/widgets.h"
#include "workspace/workspace.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace hk::ui {

void IncidentForm::buildLayout()
{
    m_general->setWordWrap(true);
    m_general->setTextFormat(Qt::PlainText);
    m_general->hide();
    m_save->setProperty("primary", true);
    m_remove->setIcon(icon(QStringLiteral("trash")));

    auto* column = new QVBoxLayout(m_body);
    tight(column, 0);
    m_body->setProperty("panel", true);
    m_sources->setWordWrap(true);
    m_sources->setTextFormat(Qt::PlainText);
    m_sources->setContentsMargins(12, 6, 12, 0);
    m_sources->hide();
    m_files->content()->addWidget(m_attachments);
    m_files->setContentsMargins(12, 0, 12, 8);
    m_files->setFolded(true);
    column->addWidget(m_sources);
    column->addWidget(m_fields);
    column->addWidget(m_files);
    column->addStretch(1);

    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(12, 8, 12, 10);
    foot->setSpacing(6);
    foot->addWidget(m_general);
    auto* saving = new QHBoxLayout;
    tight(saving);
    saving->addWidget(m_save, 1);
    saving->addWidget(m_saveAndNew, 1);
    foot->addLayout(saving);
    auto* others = new QHBoxLayout;
    tight(others);
    others->addWidget(m_close);
    others->addWidget(m_templates);
    others->addStretch();
    others->addWidget(m_remove);
    foot->addLayout(others);
    foot->addWidget(m_keys);
    m_keys->setWordWrap(true);

    auto* outer = new QVBoxLayout(this);
    tight(outer, 0);
    outer->addWidget(m_scroll, 1);
    outer->addWidget(hairLine(this));
    outer->addWidget(m_duplicate);
    outer->addLayout(foot);
}

void IncidentForm::resizeEvent(QResizeEvent* event)
{
    // Where there is little room it goes to the fields; the keys stand in Help as well.
    constexpr int linesForAll = 26;
    m_keys->setVisible(height() > linesForAll * fontMetrics().height());
    QWidget::resizeEvent(event);
}

void IncidentForm::retranslate()
{
    m_save->setText(m_editing ? tr("Save changes") : tr("Save incident"));
    m_saveAndNew->setText(tr("Save and new"));
    m_saveAndNew->setVisible(!m_editing);
    m_saveAndNew->setToolTip(tr("Save and go on with an empty form (Ctrl+Shift+Enter)"));
    m_templates->setVisible(!m_editing);
    m_files->setTitle(m_attachments->count() == 0
                          ? tr("Photos and documents")
                          : tr("Photos and documents (%1)").arg(text::number(static_cast<qint64>(m_attachments->count()))));
    m_remove->setText(tr("Delete"));
    m_remove->setVisible(m_editing.has_value());
    m_close->setText(tr("Put away"));
    m_close->setToolTip(tr("Put away (Esc); what is typed is kept"));
    m_keys->setText(m_editing ? tr("Ctrl+Enter saves, Esc puts away")
                              : tr("Ctrl+Enter saves, with Shift: and new, with Alt: more of the same report. Esc puts away"));
    setWindowTitle(m_editing ? tr("Change incident") : tr("New incident"));
}

void IncidentForm::showSources()
{
    QStringList names;
    if (m_editing && m_workspace.snapshot()->sourcesOf(m_editing->id) > 1) {
        names.append(m_editing->organisation);
        for (const store::Report& report : m_workspace.snapshot()->reports->value(m_editing->id))
            names.append(report.organisation);
        for (QString& name : names)
            if (name.isEmpty())
                name = tr("unnamed");
    }
    m_sources->setText(names.isEmpty() ? QString()
                                       : tr("%Ln source(s): %1", nullptr, static_cast<int>(names.size()))
                                             .arg(names.join(QStringLiteral(", "))));
    m_sources->setVisible(!names.isEmpty());
}

} // namespace hk::ui
