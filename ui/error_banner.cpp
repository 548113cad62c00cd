#include "ui/error_banner.h"

#include "text/sentences.h"
#include "ui/icons.h"
#include "ui/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace hk::ui {

ErrorBanner::ErrorBanner(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_details(label("caption", this))
    , m_more(linkButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("errorBanner"));
    setProperty("banner", true);
    auto* sign = new QLabel(this);
    sign->setPixmap(icon(QStringLiteral("warning"), IconTone::Error).pixmap(20, 20));
    sign->setAlignment(Qt::AlignTop);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setWordWrap(true);
    m_details->setTextFormat(Qt::PlainText);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_close->setIcon(icon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    auto* words = new QVBoxLayout;
    tight(words, 4);
    words->addWidget(m_text);
    words->addWidget(m_more, 0, Qt::AlignLeft);
    words->addWidget(m_details);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 10, 8, 10);
    row->setSpacing(10);
    row->addWidget(sign);
    row->addLayout(words, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT resized();
    });
    connect(m_more, &QToolButton::clicked, this, [this] {
        m_details->setVisible(m_details->isHidden());
        retranslate();
        Q_EMIT resized();
    });
    m_details->hide();
    hide();
}

void ErrorBanner::showError(const Error& error)
{
    m_error = error;
    m_details->setText(error.detail);
    m_details->hide();
    retranslate();
    show();
    raise();
    Q_EMIT resized();
}

QString ErrorBanner::text() const
{
    return m_text->text();
}

void ErrorBanner::retranslate()
{
    m_text->setText(text::describe(m_error));
    m_more->setVisible(!m_error.detail.isEmpty());
    m_more->setText(m_details->isHidden() ? tr("Details") : tr("Hide details"));
    m_close->setToolTip(tr("Close"));
    m_close->setAccessibleName(tr("Close"));
}

void ErrorBanner::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace hk::ui
