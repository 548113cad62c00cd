#include "ui/search_model.h"

#include "geo/coordinate_text.h"
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

constexpr std::size_t mostPlaces = 6;
constexpr std::size_t mostAreas = 3;
constexpr std::size_t mostPositions = 4;
constexpr std::size_t mostRecent = 8;
constexpr double leastRadius = 60.0; // metres to show round a place
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

SearchModel::~SearchModel()
{
    m_stop.request_stop();
}

void SearchModel::setAreas(std::vector<map::NameEntry> areas, QHash<QString, AreaSource> sources)
{
    m_areas.reset();
    m_areaSources = std::move(sources);
    if (!areas.empty())
        if (auto index = map::NameIndex::inMemory(std::move(areas)))
            m_areas = *index;
    if (m_text.isEmpty())
        return;
    search(QString(m_text), m_near); // what is being looked for may be among them
    Q_EMIT namesFound();
}

void SearchModel::search(const QString& text, const Sweref99& near)
{
    const QString wanted = text.trimmed();
    ++m_search;
    m_stop.request_stop();
    m_near = near;
    m_text = wanted;
    beginResetModel();
    if (wanted.isEmpty())
        m_hits = m_recent;
    else
        fill(wanted, m_places.findInMemory(wanted, near, mostPlaces));
    endResetModel();
    if (wanted.isEmpty())
        return;
    if (m_places.hasIndexes())
        lookForNames(wanted);
    if (wanted.size() >= 2 && m_snapshot && m_snapshot->size() > 0)
        lookForIncidents(wanted);
}

void SearchModel::fill(const QString& text, const std::vector<map::PlaceHit>& places)
{
    m_hits.clear();
    addPositions(text);
    const bool isPosition = !m_hits.empty();
    addCommands(text, Match::Beginning);
    if (!isPosition) {
        addPlaces(places);
        addAreas(text);
    }
    addCommands(text, Match::Word);
}

void SearchModel::remember(const Hit& hit)
{
    if (hit.kind == Kind::Outside)
        return;
    std::erase_if(m_recent, [&](const Hit& old) { return old.kind == hit.kind && old.title == hit.title; });
    m_recent.insert(m_recent.begin(), hit);
    m_recent.resize(std::min(m_recent.size(), mostRecent));
}

void SearchModel::addPositions(const QString& text)
{
    for (const geo::CoordinateAnswer& found : geo::readCoordinates(text, m_near)) {
        if (m_hits.size() >= mostPositions)
            break;
        const QString grid = QString::fromLatin1(found.grid->name);
        if (!found.inSweden) {
            m_hits.push_back({Kind::Outside, tr("These coordinates are outside Sweden"), grid, QStringLiteral("warning"),
                              found.position, 0.0, {}, {}});
            continue;
        }
        const QString near = m_places.nameAt(found.position);
        m_hits.push_back({Kind::Position, positionText(found.position), near.isEmpty() ? grid : tr("%1, near %2").arg(grid, near),
                          QStringLiteral("position"), found.position, 100.0, {}, {}});
    }
}

void SearchModel::addPlaces(const std::vector<map::PlaceHit>& places)
{
    for (const map::PlaceHit& place : places) {
        QStringList detail{models::kindOf(place)};
        if (!place.detail.isEmpty() && place.detail != place.name)
            detail.append(place.detail);
        detail.append(distanceText(place.distance));
        const bool isStreet = place.theme == map::BasemapTheme::Road;
        m_hits.push_back({Kind::Place, place.name, detail.join(QStringLiteral(" · ")),
                          isStreet ? QStringLiteral("street") : QStringLiteral("pin"), place.position,
                          std::max(leastRadius, place.extentRadius), {}, {}});
    }
}

void SearchModel::addAreas(const QString& text)
{
    if (!m_areas)
        return;
    const auto found = m_areas->find(text, m_near, mostAreas);
    if (!found)
        return;
    for (const map::NameMatch& match : *found) {
        QStringList detail{models::kindOf(map::BasemapTheme::Boundary)};
        if (!match.entry.detail.isEmpty())
            detail.append(match.entry.detail);
        detail.append(distanceText(match.distance));
        const Hit place{Kind::Place, match.entry.name, detail.join(QStringLiteral(" · ")), QStringLiteral("area"),
                        match.entry.position, std::max(leastRadius, match.entry.reach), {}, {}};
        m_hits.push_back(place);
        const auto source = m_areaSources.constFind(match.entry.featureClass);
        if (source == m_areaSources.constEnd())
            continue;
        Hit filter = place;
        filter.kind = Kind::AreaFilter;
        filter.title = tr("Only incidents in %1").arg(match.entry.name);
        filter.detail = tr("Filter");
        filter.sign = QStringLiteral("filter");
        filter.area = *source;
        filter.area.name = match.entry.name;
        m_hits.push_back(filter);
    }
}

void SearchModel::lookForNames(const QString& text)
{
    const int number = m_search;
    m_stop = std::stop_source();
    auto* watcher = new QFutureWatcher<std::vector<map::PlaceHit>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, number, text] {
        watcher->deleteLater();
        if (number != m_search)
            return;
        // Incidents that have come meanwhile stay at the end.
        std::vector<Hit> incidents;
        std::copy_if(m_hits.begin(), m_hits.end(), std::back_inserter(incidents),
                     [](const Hit& hit) { return hit.kind == Kind::Incident; });
        beginResetModel();
        fill(text, watcher->result());
        m_hits.insert(m_hits.end(), incidents.begin(), incidents.end());
        endResetModel();
        Q_EMIT namesFound();
    });
    // A copy shares the sources and outlives this model if need be.
    watcher->setFuture(QtConcurrent::run([places = m_places, text, near = m_near, stop = m_stop.get_token()] {
        return places.find(text, near, mostPlaces, stop);
    }));
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
                          QStringLiteral("chevron-right"),
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
                          QStringLiteral("incidents"),
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
    case SignRole:
        return found.sign;
    default:
        return {};
    }
}

} // namespace hk::ui
