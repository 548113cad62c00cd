#include "ui/duplicate_card.h"

#include "models/category_search_model.h"
#include "text/read_back.h"
#include "ui/place_input.h"
#include "ui/widgets.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hk::ui {

DuplicateCard::DuplicateCard(QWidget* parent)
    : QFrame(parent)
    , m_title(label("section", this))
    , m_text(label("caption", this))
    , m_link(new QPushButton(this))
{
    setObjectName(QStringLiteral("duplicateCard"));
    m_link->setObjectName(QStringLiteral("linkDuplicate"));
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 6);
    column->setSpacing(4);
    column->addWidget(m_title);
    column->addWidget(m_text);
    column->addWidget(m_link);
    connect(m_link, &QPushButton::clicked, this, [this] { Q_EMIT linkWanted(m_incident); });
    retranslate();
    hide();
}

void DuplicateCard::show(const workspace::Snapshot& snapshot, const std::vector<workspace::Duplicate>& duplicates,
                         const QDateTime& now)
{
    if (duplicates.empty() || duplicates.front().row >= snapshot.size()) {
        m_incident = {};
        hide();
        return;
    }
    const Incident& incident = *snapshot.incidents[duplicates.front().row];
    m_incident = incident.id;
    const Category* category = snapshot.categories.find(incident.category);
    QStringList lines{category ? models::titleOf(*category) : incident.category,
                      text::readBack(incident.occurredFrom, incident.occurredTo, now)};
    lines.append(duplicates.front().distance < 5.0 ? tr("same place")
                                                   : tr("%1 away").arg(distanceText(duplicates.front().distance)));
    if (!incident.organisation.isEmpty())
        lines.append(incident.organisation);
    if (const int sources = snapshot.sourcesOf(incident.id); sources > 1)
        lines.append(tr("%Ln source(s)", nullptr, sources));
    if (duplicates.size() > 1)
        lines.append(tr("and %Ln more like it", nullptr, static_cast<int>(duplicates.size()) - 1));
    m_text->setText(lines.join(QStringLiteral(" · ")));
    setVisible(true);
}

QString DuplicateCard::text() const
{
    return m_text->text();
}

void DuplicateCard::retranslate()
{
    m_title->setText(tr("Logged already?"));
    m_link->setText(tr("Add as a source of it (Ctrl+M)"));
}

void DuplicateCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace hk::ui
