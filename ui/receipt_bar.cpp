#include "ui/receipt_bar.h"

#include "ui/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>
#include <QUndoStack>

namespace hk::ui {

ReceiptBar::ReceiptBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_undo(new QToolButton(this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("receiptBar"));
    m_undo->setObjectName(QStringLiteral("receiptUndo"));
    setProperty("receipt", true);
    m_undo->setText(tr("Undo"));
    m_undo->setCursor(Qt::PointingHandCursor);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 6, 8, 6);
    row->setSpacing(12);
    row->addWidget(m_text);
    row->addWidget(m_undo);
    m_timer->setSingleShot(true);
    m_timer->setInterval(9000);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_undo, &QToolButton::clicked, this, [this] {
        m_step = -1;
        hide();
        Q_EMIT undoWanted();
    });
    hide();
}

void ReceiptBar::follow(const QUndoStack& stack)
{
    m_stack = &stack;
    connect(&stack, &QUndoStack::indexChanged, this, [this](int index) {
        if (m_step >= 0 && index != m_step) {
            m_step = -1;
            hide();
        }
    });
}

void ReceiptBar::showReceipt(const QString& text, bool undoable)
{
    m_waiting = false;
    m_step = undoable && m_stack ? m_stack->index() : -1;
    m_text->setText(text);
    m_undo->setVisible(undoable);
    m_timer->start();
    show();
    raise();
    Q_EMIT resized();
}

void ReceiptBar::showWaiting(const QString& text)
{
    showReceipt(text, false);
    m_timer->stop();
    m_waiting = true;
}

void ReceiptBar::endWaiting()
{
    if (std::exchange(m_waiting, false))
        hide();
}

QString ReceiptBar::text() const
{
    return m_text->text();
}

void ReceiptBar::changeEvent(QEvent* event)
{
    // A sentence of the other language is not left standing.
    if (event->type() == QEvent::LanguageChange) {
        m_undo->setText(tr("Undo"));
        m_text->clear();
        hide();
    }
    QFrame::changeEvent(event);
}

} // namespace hk::ui
