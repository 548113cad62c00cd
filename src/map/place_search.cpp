#include "map/place_search.h"

#include "map/place_namer.h"

#include <QMutex>
#include <QMutexLocker>
#include <algorithm>
#include <cmath>
#include <mutex>

namespace hk::map {

namespace {

constexpr double tellingReach = 60.0; // a landmark this near names a position
constexpr double farthestName = 1000.0;
constexpr double addressReach = 60.0;
constexpr double streetReach = 100.0;
constexpr double placeReach = 300.0;
constexpr double samePlace = 400.0; // metres: a name twice within is one thing

BasemapTheme themeOf(const QString& name)
{
    for (std::size_t i = 0; i < basemapThemeCount; ++i)
        if (themeName(static_cast<BasemapTheme>(i)) == name)
            return static_cast<BasemapTheme>(i);
    if (name == QLatin1String("address"))
        return BasemapTheme::Building;
    return name == QLatin1String("area") ? BasemapTheme::Boundary : BasemapTheme::Place;
}

PlaceHit hitOf(const NameMatch& match)
{
    const NameEntry& entry = match.entry;
    return {entry.name,  entry.featureClass, themeOf(entry.theme), entry.position,
            entry.reach, match.score,        entry.detail,         entry.theme == QLatin1String("address"),
            match.distance};
}

/// Whether two hits are one thing, known to two sources.
bool isSame(const PlaceHit& a, const PlaceHit& b)
{
    if (a.name.compare(b.name, Qt::CaseInsensitive) != 0)
        return false;
    const double apart = std::hypot(a.position.easting - b.position.easting, a.position.northing - b.position.northing);
    const bool lines = a.theme == b.theme && (a.theme == BasemapTheme::Road || a.theme == BasemapTheme::Water);
    return apart < (lines ? std::max(samePlace, a.extentRadius + b.extentRadius) : samePlace);
}

// The sources are asked for twice as many as are wanted, since some fall away here.
std::vector<PlaceHit> best(std::vector<PlaceHit> hits, std::size_t limit)
{
    std::stable_sort(hits.begin(), hits.end(), [](const PlaceHit& a, const PlaceHit& b) { return a.score > b.score; });
    std::vector<PlaceHit> shown;
    for (PlaceHit& hit : hits) {
        if (shown.size() >= limit)
            break;
        if (std::none_of(shown.begin(), shown.end(), [&](const PlaceHit& other) { return isSame(other, hit); }))
            shown.push_back(std::move(hit));
    }
    return shown;
}

/// "Brogatan" of "Brogatan 12 B".
QString withoutNumber(const QString& address)
{
    const QStringList words = address.split(QLatin1Char(' '));
    for (qsizetype i = 1; i < words.size(); ++i)
        if (words[i].front().isDigit())
            return words.mid(0, i).join(QLatin1Char(' '));
    return address;
}

} // namespace

struct PlaceSearch::Shared {
    explicit Shared(std::shared_ptr<const Basemap> map) : basemap(map), namer(std::move(map)) {}

    /// The index of the map in memory, made when it is first asked: names of positions need none.
    const NameIndex* own()
    {
        std::call_once(made, [this] {
            if (auto index = NameIndex::ofMap(*basemap))
                ownIndex = *index;
        });
        return ownIndex.get();
    }
    std::vector<std::shared_ptr<const NameIndex>> others()
    {
        const QMutexLocker lock(&mutex);
        return indexes;
    }

    std::shared_ptr<const Basemap> basemap;
    PlaceNamer namer;
    std::once_flag made;
    std::shared_ptr<const NameIndex> ownIndex;
    QMutex mutex;
    std::vector<std::shared_ptr<const NameIndex>> indexes;
};

PlaceSearch::PlaceSearch(std::shared_ptr<const Basemap> basemap) : m_shared(std::make_shared<Shared>(std::move(basemap))) {}

void PlaceSearch::setIndexes(std::vector<std::shared_ptr<const NameIndex>> indexes) const
{
    std::erase(indexes, nullptr);
    const QMutexLocker lock(&m_shared->mutex);
    m_shared->indexes = std::move(indexes);
}

bool PlaceSearch::hasIndexes() const
{
    return !m_shared->others().empty();
}

std::vector<PlaceHit> PlaceSearch::findInMemory(const QString& text, const Sweref99& near, std::size_t limit) const
{
    std::vector<PlaceHit> hits;
    if (const NameIndex* own = m_shared->own())
        if (const auto found = own->find(text, near, 2 * limit))
            for (const NameMatch& match : *found)
                hits.push_back(hitOf(match));
    return best(std::move(hits), limit);
}

std::vector<PlaceHit> PlaceSearch::find(const QString& text, const Sweref99& near, std::size_t limit,
                                        std::stop_token stop) const
{
    std::vector<PlaceHit> hits = findInMemory(text, near, 2 * limit);
    for (const auto& index : m_shared->others()) {
        if (stop.stop_requested())
            return {};
        if (const auto found = index->find(text, near, 2 * limit, stop))
            for (const NameMatch& match : *found)
                hits.push_back(hitOf(match));
    }
    return best(std::move(hits), limit);
}

std::optional<PlaceHit> PlaceSearch::exact(const QString& name) const
{
    std::optional<PlaceHit> best;
    const auto ask = [&](const NameIndex& index) {
        const auto found = index.exact(name, 1);
        if (found && !found->empty() && (!best || found->front().weight > best->score))
            best = hitOf({found->front(), found->front().weight, 0});
    };
    if (const NameIndex* own = m_shared->own())
        ask(*own);
    for (const auto& index : m_shared->others())
        ask(*index);
    return best;
}

QString PlaceSearch::nameAt(const Sweref99& position) const
{
    const PlaceNamer& namer = m_shared->namer;
    QString name = namer.tellingPlace(position, tellingReach).name;
    if (name.isEmpty())
        name = namer.street(position, farthestName).name;
    if (name.isEmpty())
        name = namer.anyPlace(position, farthestName).name;
    // Outside the map in memory the others know more.
    for (const auto& index : name.isEmpty() ? m_shared->others() : decltype(m_shared->others()){}) {
        if (const auto place = index->nearest(QStringLiteral("place"), position, tellingReach, PlaceNamer::tellingClasses());
            place && *place)
            return (*place)->entry.name;
        if (const auto street = index->nearestStreet(position, farthestName); street && *street)
            return (*street)->name;
        if (const auto place = index->nearest(QStringLiteral("place"), position, farthestName); place && *place)
            return (*place)->entry.name;
    }
    return name;
}

NearbyNames PlaceSearch::nearestAddress(const Sweref99& position) const
{
    NearbyNames made;
    QString neighbourhood;
    PlaceNamer::Named street = m_shared->namer.street(position, streetReach);
    PlaceNamer::Named place = m_shared->namer.tellingPlace(position, placeReach);
    double addressWithin = addressReach;
    for (const auto& index : m_shared->others()) {
        if (const auto found = index->nearest(QStringLiteral("address"), position, addressWithin); found && *found) {
            made.address = (*found)->entry.name;
            made.addressDistance = addressWithin = (*found)->distance;
            neighbourhood = (*found)->entry.detail;
        }
        if (const auto found = index->nearestStreet(position, street.distance); found && *found)
            street = {(*found)->name, (*found)->distance};
        if (const auto found = index->nearest(QStringLiteral("place"), position, place.distance, PlaceNamer::tellingClasses());
            found && *found)
            place = {(*found)->entry.name, (*found)->distance};
    }
    if (!made.address.isEmpty()) {
        made.street = withoutNumber(made.address);
        made.streetDistance = made.addressDistance;
    } else if (!street.name.isEmpty()) {
        made.street = street.name;
        made.streetDistance = street.distance;
    }
    if (!place.name.isEmpty()) {
        made.place = place.name;
        made.placeDistance = place.distance;
    } else {
        made.place = neighbourhood;
    }
    return made;
}

} // namespace hk::map
