#include "ui/empty_card.h"

#include "ui/widgets.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hk::ui {

EmptyCard::EmptyCard(QWidget* parent)
    : QFrame(parent)
    , m_title(label("title", this))
    , m_advice(label("muted", this))
    , m_new(new QPushButton(this))
    , m_import(new QPushButton(this))
    , m_clear(new QPushButton(this))
{
    setObjectName(QStringLiteral("emptyCard"));
    m_clear->setObjectName(QStringLiteral("emptyClear"));
    setProperty("card", true);
    m_new->setProperty("primary", true);
    m_clear->setProperty("primary", true);
    m_advice->setWordWrap(true);
    setFixedWidth(360);
    auto* buttons = new QHBoxLayout;
    tight(buttons);
    for (QPushButton* button : {m_new, m_import, m_clear})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 18);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_advice);
    column->addSpacing(4);
    column->addLayout(buttons);
    connect(m_new, &QPushButton::clicked, this, &EmptyCard::newIncidentWanted);
    connect(m_import, &QPushButton::clicked, this, &EmptyCard::importWanted);
    connect(m_clear, &QPushButton::clicked, this, &EmptyCard::clearFilterWanted);
    hide();
}

void EmptyCard::showFor(qint64 selected, qint64 total, const IncidentFilter& filter, bool readOnly)
{
    m_total = total;
    m_filter = filter;
    m_readOnly = readOnly;
    const bool empty = selected == 0;
    if (empty)
        retranslate();
    setVisible(empty);
    if (empty) {
        raise();
        Q_EMIT resized();
    }
}

QString EmptyCard::adviceFor(const IncidentFilter& filter) const
{
    const bool period = filter.from.isValid() || filter.to.isValid();
    if (filter.categories == QStringList{QString()})
        return tr("No category is ticked. Tick at least one, or clear all filters.");
    IncidentFilter rest = filter;
    rest.from = {};
    rest.to = {};
    if (period && rest.isEmpty())
        return tr("Choose a longer period, or clear the filter.");
    if (!filter.area.empty())
        return tr("Take away the drawn area, or clear all filters.");
    if (filter.zones.isActive() || filter.near.isActive())
        return tr("Choose more areas or a longer distance, or clear all filters.");
    if (!filter.text.isEmpty())
        return tr("Take away the text “%1”, or clear all filters.").arg(filter.text);
    if (period)
        return tr("Choose a longer period or more categories, or clear all filters.");
    return tr("Choose more categories, hours or organisations, or clear all filters.");
}

void EmptyCard::retranslate()
{
    const bool nothing = m_total == 0;
    m_title->setText(nothing ? tr("No incidents yet") : tr("No incidents in the selection"));
    if (nothing)
        m_advice->setText(m_readOnly ? tr("The file is empty and open for reading only.")
                                     : tr("Log the first one with Ctrl+N, or import a table."));
    else
        m_advice->setText(adviceFor(m_filter));
    m_new->setText(tr("New incident"));
    m_import->setText(tr("Import…"));
    m_clear->setText(tr("Clear all filters"));
    m_new->setVisible(nothing && !m_readOnly);
    m_import->setVisible(nothing && !m_readOnly);
    m_clear->setVisible(!nothing);
    adjustSize();
}

void EmptyCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace hk::ui
