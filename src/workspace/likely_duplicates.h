#pragma once

#include "core/incident.h"
#include "store/incident_store.h"
#include "workspace/snapshot.h"

#include <stop_token>
#include <unordered_map>
#include <vector>

namespace hk::workspace {

inline constexpr double duplicateReach = 100.0; ///< metres
inline constexpr qint64 duplicateSlack = 3600;  ///< seconds that two reports of one moment may differ

/// Incidents are likely to be one that is told twice: the same category within 100 m and the same span, that is spans that
/// overlap, or moments an hour apart at most. Two that one organisation has numbered itself are two.
struct Duplicate {
    std::uint32_t row = 0; ///< of the snapshot
    double distance = 0.0; ///< metres
};

/// Those of a snapshot that `incident` may be, itself aside, nearest first: one walk over the columns, for one that is being
/// typed.
std::vector<Duplicate> likelyDuplicates(const Snapshot& snapshot, const Incident& incident, std::size_t most = 5);

/// The same for very many, of those there at its making and those added: an index of some 80 bytes per incident. One thread.
class LikelyDuplicates {
public:
    /// Cancelled, and the store's errors.
    static Result<LikelyDuplicates> of(const store::IncidentStore& store, std::stop_token stop = {});

    void add(const Incident& incident);
    /// The nearest one that `incident` may be, itself aside; a null id: none.
    QUuid find(const Incident& incident) const;

private:
    struct Known {
        QUuid id;
        qint64 from = 0; ///< seconds since 1970, UTC
        qint64 to = 0;
        Sweref99 position;
        std::size_t source = 0; ///< of organisation, where it has a number of its own; 0: none
    };
    static quint64 cellOf(std::size_t category, qint64 column, qint64 row);
    static Known knownOf(const Incident& incident);

    std::unordered_map<quint64, std::vector<Known>> m_cells; ///< squares of 100 m, by category
};

} // namespace hk::workspace
