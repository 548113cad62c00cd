#include "ui/welcome_page.h"

#include "ui/icons.h"
#include "ui/widgets.h"

#include <QEvent>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_title(label("big", this))
    , m_lead(label("muted", this))
    , m_new(new QPushButton(this))
    , m_open(new QPushButton(this))
    , m_sample(new QPushButton(this))
    , m_recentTitle(label("section", this))
    , m_recentBox(new QWidget(this))
    , m_recent(new QVBoxLayout(m_recentBox))
{
    setObjectName(QStringLiteral("welcomePage"));
    auto* card = new QFrame(this);
    card->setProperty("card", true);
    card->setFixedWidth(460);
    auto* sign = new QLabel(card);
    sign->setPixmap(applicationIcon().pixmap(48, 48));
    m_lead->setWordWrap(true);
    m_new->setIcon(icon(QStringLiteral("file-new"), IconTone::OnAccent));
    m_new->setProperty("primary", true);
    m_open->setIcon(icon(QStringLiteral("open")));
    m_sample->setIcon(icon(QStringLiteral("sample")));
    tight(m_recent, 0);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(28, 28, 28, 24);
    column->setSpacing(8);
    column->addWidget(sign);
    column->addWidget(m_title);
    column->addWidget(m_lead);
    column->addSpacing(8);
    auto* buttons = new QHBoxLayout;
    tight(buttons);
    for (QPushButton* button : {m_new, m_open, m_sample})
        buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    column->addSpacing(8);
    column->addWidget(m_recentTitle);
    column->addWidget(m_recentBox);
    auto* outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(card, 0, Qt::AlignHCenter);
    outer->addStretch(3);
    connect(m_new, &QPushButton::clicked, this, &WelcomePage::newWanted);
    connect(m_open, &QPushButton::clicked, this, &WelcomePage::openWanted);
    connect(m_sample, &QPushButton::clicked, this, &WelcomePage::sampleWanted);
    retranslate();
    setRecent({});
}

void WelcomePage::setRecent(const QStringList& paths)
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const QString& path : paths.mid(0, 5)) {
        QToolButton* link = linkButton(m_recentBox);
        link->setText(QFileInfo(path).completeBaseName());
        link->setToolTip(path);
        connect(link, &QToolButton::clicked, this, [this, path] { Q_EMIT recentWanted(path); });
        m_recent->addWidget(link, 0, Qt::AlignLeft);
    }
    m_recentTitle->setVisible(!paths.isEmpty());
    m_recentBox->setVisible(!paths.isEmpty());
}

void WelcomePage::setBusy(bool busy)
{
    for (QPushButton* button : {m_new, m_open, m_sample})
        button->setEnabled(!busy);
}

void WelcomePage::retranslate()
{
    m_title->setText(QStringLiteral("Händelsekartan"));
    m_lead->setText(tr("Log what happens, see where and when it gathers, and print the map for the meeting. "
                       "Everything stays in one file of yours."));
    m_new->setText(tr("New file…"));
    m_open->setText(tr("Open…"));
    m_sample->setText(tr("Open sample"));
    m_sample->setToolTip(tr("600 invented incidents around Mölndals bro"));
    m_recentTitle->setText(tr("Used last"));
}

void WelcomePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace hk::ui
