#pragma once

#include "store/incident_store.h"
#include "workspace/handover_package.h"

#include <functional>
#include <stop_token>

namespace hk::workspace {

struct HandoverOptions {
    bool dryRun = false;
    bool skipDuplicates = false; ///< likely duplicates of incidents that are here already are not taken in
};

/// An incident of a package that is likely the same as one that is here.
struct LikelyDuplicate {
    QUuid received; ///< its id at the sender
    QUuid here;
    QString category;
    QDateTime occurredFrom; ///< of the received one
    QString placeHere;
    double metres = 0.0; ///< between the two
    friend bool operator==(const LikelyDuplicate&, const LikelyDuplicate&) = default;
};

struct HandoverReport {
    HandoverFacts facts;
    qint64 read = 0;
    qint64 inserted = 0;
    qint64 updated = 0;   ///< received from the same sender before
    qint64 unchanged = 0;
    qint64 own = 0;       ///< this file's own incidents come back: left as they are
    qint64 skipped = 0;   ///< likely duplicates not taken in
    qint64 rejected = 0;
    bool dryRun = false;
    std::vector<LikelyDuplicate> duplicates; ///< of new incidents only
    std::vector<Error> firstFaults;          ///< at most 100, each with its row
    friend bool operator==(const HandoverReport&, const HandoverReport&) = default;
};

/// The external id of an incident of another sender: "Västtrafik/2f1c…". So no sender's incidents are taken for another's,
/// and a later package of the same sender changes them.
QString receivedId(const QString& sender, const QUuid& id);

/// Takes the incidents of a package into the file, in one transaction. Each keeps its sender in its external id, is marked as
/// coming from a partner, and has the sender as its organisation where it names none. One received before is changed in
/// the fields that the package has; what was added to it here stays. An incident of this file that comes back by way of a
/// package is left as it is. A new one of the same category as one that is here, within 100 m and at an overlapping time, is
/// reported as a likely duplicate. Errors: those of the store; FileDamaged; Cancelled: nothing is changed then.
Result<HandoverReport> importHandover(store::IncidentStore& store, const OpenedPackage& package,
                                      const HandoverOptions& options, const QDateTime& now,
                                      const std::function<void(qint64, qint64)>& progress = {}, std::stop_token stop = {});

} // namespace hk::workspace
