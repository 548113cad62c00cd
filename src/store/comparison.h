#pragma once

#include "core/incident.h"

#include <vector>

namespace hk::store {

/// What bringing a file back to one of its copies would change.
struct Comparison {
    struct Change {
        Incident now;
        Incident then;
    };
    std::vector<Incident> added;   ///< made since the copy: would be deleted (and can be taken back)
    std::vector<Change> changed;   ///< changed since the copy: would be as they were
    std::vector<Incident> removed; ///< deleted since the copy: would be there again
    qint64 unchanged = 0;
    qint64 disposed = 0; ///< in the copy, but disposed of since: stay away
    /// A further source or an attachment.
    struct Record {
        bool attachment = false;
        QUuid id;
    };
    std::vector<Record> recordsBack; ///< taken away or moved since: would be at the incident of then again
    std::vector<Record> recordsGone; ///< come since, to incidents of the copy: would be taken away (and can be taken back)
    bool nothingToDo() const
    {
        return added.empty() && changed.empty() && removed.empty() && recordsBack.empty() && recordsGone.empty();
    }
};

} // namespace hk::store
