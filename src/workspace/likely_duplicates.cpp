#include "workspace/likely_duplicates.h"

#include <algorithm>
#include <cmath>

namespace hk::workspace {
namespace {

qint64 squareOf(double coordinate) { return static_cast<qint64>(std::floor(coordinate / duplicateReach)); }

bool sameTime(qint64 from, qint64 to, qint64 otherFrom, qint64 otherTo)
{
    const bool moments = from == to || otherFrom == otherTo;
    const qint64 slack = moments ? duplicateSlack : -1; // spans that only touch are two
    return from <= otherTo + slack && otherFrom <= to + slack;
}

/// Of the organisation, where it has a number of its own; 0: none.
std::size_t sourceOf(const Incident& incident)
{
    return incident.externalId.isEmpty() ? 0 : std::max<std::size_t>(1, qHash(incident.organisation));
}

bool numberedApart(std::size_t source, std::size_t other) { return source != 0 && source == other; }

} // namespace

quint64 LikelyDuplicates::cellOf(std::size_t category, qint64 column, qint64 row)
{
    // Mixed as a hash; what two squares share by chance is parted again by distance.
    return static_cast<quint64>(qHashMulti(category, column, row));
}

LikelyDuplicates::Known LikelyDuplicates::knownOf(const Incident& incident)
{
    return {incident.id, incident.occurredFrom.toSecsSinceEpoch(), incident.occurredTo.toSecsSinceEpoch(), incident.position,
            sourceOf(incident)};
}

void LikelyDuplicates::add(const Incident& incident)
{
    m_cells[cellOf(qHash(incident.category), squareOf(incident.position.easting), squareOf(incident.position.northing))]
        .push_back(knownOf(incident));
}

QUuid LikelyDuplicates::find(const Incident& incident) const
{
    if (m_cells.empty())
        return {};
    const Known asked = knownOf(incident);
    const std::size_t category = qHash(incident.category);
    const qint64 column = squareOf(incident.position.easting);
    const qint64 row = squareOf(incident.position.northing);
    QUuid nearest;
    double best = duplicateReach;
    for (qint64 east = column - 1; east <= column + 1; ++east)
        for (qint64 north = row - 1; north <= row + 1; ++north) {
            const auto cell = m_cells.find(cellOf(category, east, north));
            if (cell == m_cells.end())
                continue;
            for (const Known& known : cell->second) {
                const double distance = std::hypot(known.position.easting - asked.position.easting,
                                                   known.position.northing - asked.position.northing);
                if (distance <= best && sameTime(known.from, known.to, asked.from, asked.to)
                    && !numberedApart(known.source, asked.source) && known.id != asked.id) {
                    best = distance;
                    nearest = known.id;
                }
            }
        }
    return nearest;
}

Result<LikelyDuplicates> LikelyDuplicates::of(const store::IncidentStore& store, std::stop_token stop)
{
    LikelyDuplicates duplicates;
    const Result<void> read = store.forEach([&](const Incident& incident) {
        duplicates.add(incident);
        return !stop.stop_requested();
    });
    if (!read)
        return tl::unexpected(read.error());
    return duplicates;
}

std::vector<Duplicate> likelyDuplicates(const Snapshot& snapshot, const Incident& incident, std::size_t most)
{
    const int category = snapshot.categories.indexOf(incident.category);
    if (category < 0 || !incident.occurredFrom.isValid())
        return {};
    const qint64 from = incident.occurredFrom.toSecsSinceEpoch();
    const qint64 to = incident.occurredTo.isValid() ? incident.occurredTo.toSecsSinceEpoch() : from;
    const analysis::IncidentTable& table = *snapshot.table;
    std::vector<Duplicate> found;
    for (std::size_t row = 0; row < table.size(); ++row) {
        if (table.category[row] != category || !sameTime(table.fromUtc[row], table.toUtc[row], from, to))
            continue;
        const double distance = std::hypot(table.easting[row] - incident.position.easting,
                                           table.northing[row] - incident.position.northing);
        const Incident& told = *snapshot.incidents[row];
        if (distance <= duplicateReach && told.id != incident.id && !numberedApart(sourceOf(told), sourceOf(incident)))
            found.push_back({static_cast<std::uint32_t>(row), distance});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Duplicate& a, const Duplicate& b) { return a.distance < b.distance; });
    if (found.size() > most)
        found.resize(most);
    return found;
}

} // namespace hk::workspace
