#include "ui/drop_card.h"

#include "ui/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hk::ui {

DropCard::DropCard(QWidget* parent)
    : QFrame(parent)
    , m_title(label("title", this))
    , m_words(label("muted", this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(QStringLiteral("dropCard"));
    setProperty("card", true);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_title->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addSpacing(4);
    tight(m_buttons);
    column->addLayout(m_buttons);
    parent->installEventFilter(this);
    hide();
}

void DropCard::ask(const QString& title, const QString& words, const QStringList& answers)
{
    while (QLayoutItem* item = m_buttons->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    m_title->setText(title);
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
    for (int i = 0; i <= static_cast<int>(answers.size()); ++i) {
        const bool away = i == static_cast<int>(answers.size());
        auto* button = new QPushButton(away ? tr("Cancel") : answers.at(i), this);
        button->setProperty("primary", i == 0 && !away);
        connect(button, &QPushButton::clicked, this, [this, i, away] { finish(away ? -1 : i); });
        m_buttons->addWidget(button);
        if (i == 0)
            button->setFocus();
    }
    m_buttons->addStretch();
    show();
    raise();
    place();
}

void DropCard::finish(int answer)
{
    hide();
    Q_EMIT answered(answer);
}

void DropCard::place()
{
    setFixedWidth(std::min(440, std::max(280, parentWidget()->width() - 48)));
    adjustSize();
    move((parentWidget()->width() - width()) / 2, std::max(12, (parentWidget()->height() - height()) / 3));
}

bool DropCard::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void DropCard::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        finish(-1);
    else
        QFrame::keyPressEvent(event);
}

} // namespace hk::ui
