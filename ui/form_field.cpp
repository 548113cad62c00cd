#include "ui/form_field.h"

#include "ui/icons.h"
#include "ui/widgets.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace hk::ui {

FormField::FormField(QWidget* editor, QWidget* parent)
    : QWidget(parent)
    , m_editor(editor)
    , m_name(label("muted", this))
    , m_hint(label("caption", this))
    , m_faultRow(new QWidget(this))
    , m_fault(label("fault", m_faultRow))
{
    auto* column = new QVBoxLayout(this);
    tight(column, 3);
    column->addWidget(m_name);
    column->addWidget(m_editor);
    column->addWidget(m_hint);
    column->addWidget(m_faultRow);

    auto* sign = new QLabel(m_faultRow);
    sign->setPixmap(icon(QStringLiteral("warning"), IconTone::Error).pixmap(14, 14));
    sign->setAlignment(Qt::AlignTop);
    sign->setContentsMargins(0, 1, 0, 0);
    auto* row = new QHBoxLayout(m_faultRow);
    tight(row, 4);
    row->addWidget(sign);
    row->addWidget(m_fault, 1);
    m_fault->setWordWrap(true);
    m_fault->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::PlainText);
    m_name->setBuddy(m_editor);
    m_hint->hide();
    m_faultRow->hide();
}

/// The editor, or the part of it that takes the focus.
QWidget* FormField::control() const
{
    return m_editor->focusProxy() ? m_editor->focusProxy() : m_editor;
}

void FormField::setName(const QString& name)
{
    m_name->setText(name);
    control()->setAccessibleName(name);
}

void FormField::setHint(const QString& hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void FormField::setFault(const QString& sentence)
{
    m_fault->setText(sentence);
    m_faultRow->setVisible(!sentence.isEmpty());
    control()->setAccessibleDescription(sentence);
    setStyleProperty(m_editor, "fault", !sentence.isEmpty());
}

QString FormField::fault() const
{
    return m_fault->text();
}

} // namespace hk::ui
