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
    setIconSource([](const QModelIndex& index) { return icon(index.data(SearchModel::SignRole).toString()); });
    retranslate();
    connect(this, &SuggestEdit::searchWanted, this, [this](const QString& text) {
        m_found->search(text, m_near);
        updateList();
    });
    connect(m_found, &SearchModel::incidentsFound, this, &SuggestEdit::growList);
    connect(m_found, &SearchModel::namesFound, this, &SuggestEdit::refreshList);
    connect(this, &SuggestEdit::chosen, this, &SearchBox::take);
}

void SearchBox::setNear(const Sweref99& near)
{
    m_near = near;
}

void SearchBox::take(int row)
{
    const SearchModel::Hit hit = m_found->hit(row);
    if (hit.kind == SearchModel::Kind::Outside) {
        updateList(); // nowhere to go: what is wrong stays to be read
        return;
    }
    clear();
    m_found->remember(hit);
    switch (hit.kind) {
    case SearchModel::Kind::Place:
    case SearchModel::Kind::Position:
        Q_EMIT placeChosen(hit.position, hit.radius);
        break;
    case SearchModel::Kind::Outside:
        break;
    case SearchModel::Kind::Incident:
        Q_EMIT placeChosen(hit.position, hit.radius);
        Q_EMIT incidentChosen(hit.incident);
        break;
    case SearchModel::Kind::AreaFilter:
        Q_EMIT areaFilterChosen(hit.area);
        Q_EMIT placeChosen(hit.position, hit.radius);
        break;
    case SearchModel::Kind::Command:
        if (hit.command)
            hit.command->trigger();
        break;
    }
}

void SearchBox::focusInEvent(QFocusEvent* event)
{
    SuggestEdit::focusInEvent(event);
    Q_EMIT searchBegins();
    // What was looked for before, where one asks for the field by its key.
    if (event->reason() == Qt::ShortcutFocusReason && text().isEmpty()) {
        m_found->search({}, m_near);
        updateList();
    }
}

void SearchBox::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !isListShown()) {
        clear();
        clearFocus();
        Q_EMIT placeLeft();
        return;
    }
    SuggestEdit::keyPressEvent(event);
}

void SearchBox::retranslate()
{
    setPlaceholderText(tr("Search place, address, coordinates, incident … (Ctrl+K)"));
    setAccessibleName(tr("Search"));
}

void SearchBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    SuggestEdit::changeEvent(event);
}

} // namespace hk::ui
