#include "ui/search_box.h"

#include "ui/icons.h"
#include "workspace/map_analysis.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>

namespace hk::ui {

SearchBox::SearchBox(const map::PlaceSearch& places, QWidget* parent)
    : SuggestEdit(new SearchModel(places), SearchModel::DetailRole, parent)
    , m_found(static_cast<SearchModel*>(model()))
    , m_near(workspace::hub())
{
    m_found->setParent(this);
    setObjectName(QStringLiteral("searchBox"));
    addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    setClearButtonEnabled(true);
    setMinimumWidth(180);
    setMaximumWidth(460);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setIconSource([](const QModelIndex& index) {
        switch (static_cast<SearchModel::Kind>(index.data(SearchModel::KindRole).toInt())) {
        case SearchModel::Kind::Incident:
            return icon(QStringLiteral("incidents"));
        case SearchModel::Kind::Command:
            return icon(QStringLiteral("chevron-right"));
        case SearchModel::Kind::Place:
        case SearchModel::Kind::Position:
            break;
        }
        return icon(QStringLiteral("pin"));
    });
    retranslate();
    connect(this, &SuggestEdit::searchWanted, this, [this](const QString& text) {
        m_found->search(text, m_near);
        updateList();
    });
    connect(m_found, &SearchModel::incidentsFound, this, &SuggestEdit::growList);
    connect(this, &SuggestEdit::chosen, this, &SearchBox::take);
}

void SearchBox::setNear(const Sweref99& near)
{
    m_near = near;
}

void SearchBox::take(int row)
{
    const SearchModel::Hit hit = m_found->hit(row);
    clear();
    switch (hit.kind) {
    case SearchModel::Kind::Place:
    case SearchModel::Kind::Position:
        Q_EMIT placeChosen(hit.position, hit.radius);
        break;
    case SearchModel::Kind::Incident:
        Q_EMIT placeChosen(hit.position, hit.radius);
        Q_EMIT incidentChosen(hit.incident);
        break;
    case SearchModel::Kind::Command:
        if (hit.command)
            hit.command->trigger();
        break;
    }
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !isListShown()) {
        clear();
        clearFocus();
        return;
    }
    SuggestEdit::keyPressEvent(event);
}

void SearchBox::retranslate()
{
    setPlaceholderText(tr("Search place, incident or command (Ctrl+K)"));
    setAccessibleName(tr("Search"));
}

void SearchBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SuggestEdit::changeEvent(event);
}

} // namespace hk::ui
