#pragma once

#include "core/incident.h"
#include "store/incident_store.h"

#include <stop_token>
#include <unordered_map>
#include <vector>

namespace hk::workspace {

inline constexpr double duplicateReach = 100.0; ///< metres
inline constexpr qint64 duplicateSlack = 3600;  ///< seconds that two reports of one moment may differ

/// Finds incidents that are likely to be told already: the same category within 100 m and the same span, that is spans that
/// overlap, or moments an hour apart at most. Two that one organisation has numbered itself are two. Keeps some 80 bytes per
/// incident; of those there at its making only. One thread.
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
