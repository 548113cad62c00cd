#include "ui/draft_offer.h"

#include "core/local_time.h"
#include "text/read_back.h"
#include "text/sentences.h"
#include "ui/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimeZone>

namespace hk::ui {

DraftOffer::DraftOffer(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_goOn(new QPushButton(this))
    , m_throwAway(new QPushButton(this))
{
    setObjectName(QStringLiteral("draftOffer"));
    m_goOn->setObjectName(QStringLiteral("draftGoOn"));
    m_throwAway->setObjectName(QStringLiteral("draftThrowAway"));
    setProperty("card", true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_goOn->setProperty("primary", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 10, 10, 10);
    row->setSpacing(8);
    row->addWidget(m_text, 1);
    row->addWidget(m_goOn);
    row->addWidget(m_throwAway);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT goOnWanted();
    });
    connect(m_throwAway, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT throwAwayWanted();
    });
    retranslate();
    hide();
}

void DraftOffer::offer(const QDateTime& startedAt, const QDateTime& now)
{
    m_startedAt = startedAt;
    m_now = now;
    retranslate();
    show();
    raise();
    Q_EMIT resized();
}

QString DraftOffer::text() const
{
    return m_text->text();
}

void DraftOffer::retranslate()
{
    m_goOn->setText(tr("&Go on"));
    m_throwAway->setText(tr("&Throw away"));
    if (!m_startedAt.isValid())
        return;
    const QDateTime start = m_startedAt.toTimeZone(stockholm());
    const bool today = start.date() == m_now.toTimeZone(stockholm()).date();
    m_text->setText(tr("You have a form begun %1.", "a time of day, or a date with its time")
                        .arg(today ? text::clock(start.time()) : text::readBack(m_startedAt, m_startedAt, m_now)));
    setAccessibleName(m_text->text());
}

void DraftOffer::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace hk::ui
