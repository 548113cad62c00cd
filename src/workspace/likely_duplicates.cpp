#include "workspace/likely_duplicates.h"

#include <cmath>

namespace hk::workspace {
namespace {

qint64 squareOf(double coordinate) { return static_cast<qint64>(std::floor(coordinate / duplicateReach)); }

} // namespace

quint64 LikelyDuplicates::cellOf(std::size_t category, qint64 column, qint64 row)
{
    // Mixed as a hash; what two squares share by chance is parted again by distance.
    return static_cast<quint64>(qHashMulti(category, column, row));
}

LikelyDuplicates::Known LikelyDuplicates::knownOf(const Incident& incident)
{
    return {incident.id, incident.occurredFrom.toSecsSinceEpoch(), incident.occurredTo.toSecsSinceEpoch(), incident.position,
            incident.externalId.isEmpty() ? 0 : std::max<std::size_t>(1, qHash(incident.organisation))};
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
                const bool moments = known.from == known.to || asked.from == asked.to;
                const qint64 slack = moments ? duplicateSlack : -1; // spans that only touch are two
                const bool sameTime = known.from <= asked.to + slack && asked.from <= known.to + slack;
                const bool numberedApart = known.source != 0 && known.source == asked.source;
                if (distance <= best && sameTime && !numberedApart && known.id != asked.id) {
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

} // namespace hk::workspace
