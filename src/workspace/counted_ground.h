#pragma once

#include "core/incident.h"
#include "exchange/count_writer.h"
#include "workspace/public_counts.h"

#include <memory>

namespace hk::workspace {

/// The ground that is counted over: which of its areas an incident is in, and what is told of each.
class CountedGround {
public:
    virtual ~CountedGround() = default;
    static constexpr std::int64_t nowhere = -1;
    /// The number of the area, or nowhere.
    virtual std::int64_t areaOf(const Incident& incident) = 0;
    /// An incident that was asked for lies in more than one area: it would count in one of them alone.
    virtual bool isAmbiguous() const { return false; }
    virtual std::size_t size() const = 0;
    virtual exchange::CountRow row(std::size_t area) const = 0;
    /// Whether an area with so many incidents stands in the file.
    virtual bool isListed(std::size_t area, qint64 incidents) const = 0;
};

/// Errors: ValueOutOfRange with its field, NotFound (no areas or streets).
Result<std::unique_ptr<CountedGround>> countedGround(const PublicOptions& options);

} // namespace hk::workspace
