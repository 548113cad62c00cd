#include "ui/search_model.h"

#include "models/category_search_model.h"
#include "models/place_completer_model.h"
#include "text/sentences.h"
#include "ui/place_input.h"

#include <QAction>
#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <algorithm>

namespace hk::ui {
namespace {

constexpr std::size_t mostPlaces = 5;
constexpr std::size_t mostIncidents = 5;

/// Rows, latest first, whose external id begins so, or whose place, description or id holds the text.
std::vector<std::uint32_t> findIncidents(const workspace::SnapshotPtr& snapshot, const QString& text)
{
    std::vector<std::uint32_t> found;
    for (std::size_t i = snapshot->size(); i > 0; --i) {
        const Incident& incident = *snapshot->incidents[i - 1];
        if (incident.externalId.contains(text, Qt::CaseInsensitive) ||
            incident.placeName.contains(text, Qt::CaseInsensitive) ||
            incident.description.contains(text, Qt::CaseInsensitive))
            found.push_back(static_cast<std::uint32_t>(i - 1));
        if (found.size() > 200)
            break;
    }
    std::stable_sort(found.begin(), found.end(), [&](std::uint32_t a, std::uint32_t b) {
        return snapshot->incidents[a]->occurredFrom > snapshot->incidents[b]->occurredFrom;
    });
    found.resize(std::min(found.size(), mostIncidents));
    return found;
}

QString plainText(const QAction& action)
{
    QString text = action.property("command").toString();
    if (text.isEmpty())
        text = action.text();
    return text.remove(QLatin1Char('&')).remove(QStringLiteral("…")).trimmed();
}

} // namespace

SearchModel::SearchModel(const map::PlaceSearch& places, QObject* parent)
    : QAbstractListModel(parent)
    , m_places(places)
{}

void SearchModel::setSnapshot(workspace::SnapshotPtr snapshot)
{
    m_snapshot = std::move(snapshot);
}

void SearchModel::setCommands(const QList<QAction*>& commands)
{
    m_commands.clear();
    for (QAction* command : commands)
        m_commands.append(command);
}

void SearchModel::search(const QString& text, const Sweref99& near)
{
    const QString wanted = text.trimmed();
    ++m_search;
    beginResetModel();
    m_hits.clear();
    if (!wanted.isEmpty()) {
        if (const std::optional<Sweref99> position = parsePosition(wanted))
            m_hits.push_back(
                {Kind::Position, positionText(*position), tr("Coordinates"), *position, 100.0, {}, {}});
        addCommands(wanted, Match::Beginning);
        if (m_hits.empty() || m_hits.front().kind != Kind::Position)
            addPlaces(wanted, near);
        addCommands(wanted, Match::Word);
    }
    endResetModel();
    if (wanted.size() >= 2 && m_snapshot && m_snapshot->size() > 0)
        lookForIncidents(wanted);
}

void SearchModel::addPlaces(const QString& text, const Sweref99& near)
{
    for (const map::PlaceHit& place : m_places.find(text, near, mostPlaces))
        m_hits.push_back({Kind::Place,
                          place.name,
                          models::kindOf(place.theme),
                          place.position,
                          std::max(60.0, place.extentRadius),
                          {},
                          {}});
}

/// Beginning: the command's name or one of its other words begins so; Word: a later word of the name does.
SearchModel::Match SearchModel::matchOf(const QAction& command, const QString& text)
{
    const QString name = plainText(command);
    if (name.startsWith(text, Qt::CaseInsensitive))
        return Match::Beginning;
    for (const QString& word : command.property("otherWords").toString().split(QLatin1Char(' ')))
        if (word.startsWith(text, Qt::CaseInsensitive))
            return Match::Beginning;
    return name.contains(QLatin1Char(' ') + text, Qt::CaseInsensitive) ? Match::Word : Match::None;
}

void SearchModel::addCommands(const QString& text, Match match)
{
    for (const QPointer<QAction>& command : std::as_const(m_commands)) {
        if (!command || !command->isEnabled() || matchOf(*command, text) != match)
            continue;
        const QString keys = command->shortcut().toString(QKeySequence::NativeText);
        m_hits.push_back({Kind::Command,
                          plainText(*command),
                          keys.isEmpty() ? tr("Command") : keys,
                          {},
                          0.0,
                          {},
                          command});
    }
}

void SearchModel::lookForIncidents(const QString& text)
{
    const int number = m_search;
    auto* watcher = new QFutureWatcher<std::vector<std::uint32_t>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number, snapshot = m_snapshot] {
        watcher->deleteLater();
        if (number == m_search && snapshot == m_snapshot)
            addIncidents(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(findIncidents, m_snapshot, text));
}

void SearchModel::addIncidents(const std::vector<std::uint32_t>& rows)
{
    if (rows.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(rows.size()) - 1);
    for (const std::uint32_t row : rows) {
        const Incident& incident = *m_snapshot->incidents[row];
        const Category* category = m_snapshot->categories.find(incident.category);
        const QString what = category ? models::titleOf(*category) : incident.category;
        const QString title =
            incident.placeName.isEmpty() ? what : tr("%1, %2").arg(what, incident.placeName);
        m_hits.push_back({Kind::Incident,
                          title,
                          text::span(incident.occurredFrom, incident.occurredFrom),
                          incident.position,
                          std::max(60.0, incident.radius),
                          incident.id,
                          {}});
    }
    endInsertRows();
    Q_EMIT incidentsFound();
}

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_hits.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Hit& found = hit(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return found.title;
    case DetailRole:
        return found.detail;
    case KindRole:
        return static_cast<int>(found.kind);
    default:
        return {};
    }
}

} // namespace hk::ui
