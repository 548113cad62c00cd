#pragma once

#include "core/incident_draft.h"
#include "core/result.h"
#include "exchange/import_reader.h"
#include "store/incident_store.h"

#include <QString>
#include <functional>
#include <stop_token>

namespace hk::workspace {

struct ImportRequest {
    QString path;
    exchange::ImportMapping mapping;
    bool dryRun = false;
    QString rejectsPath;      ///< empty: no rejects file; never overwrites the input
    bool allOrNothing = false; ///< any rejected row: nothing is changed
};

struct ImportReport {
    qint64 read = 0;
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;
    bool dryRun = false;
    bool nothingChanged = false;    ///< all or nothing, and a row was rejected; or a dry run
    std::vector<std::pair<ErrorCode, qint64>> reasons; ///< rejected rows by first reason, most first
    std::vector<Error> firstFaults; ///< at most 100, each with its row
    std::vector<QUuid> insertedIds;
    friend bool operator==(const ImportReport&, const ImportReport&) = default;
};

/// Reads, validates and stores in one transaction; every rejected row with its reason in the rejects file (CSV: row,
/// field, code, reason, then the input's columns). Runs where the store lives. `progress(rows, total)` now and then.
Result<ImportReport> runImport(store::IncidentStore& store, const ImportRequest& request, const QDateTime& now,
                               const std::function<void(qint64, qint64)>& progress = {}, std::stop_token stop = {});

} // namespace hk::workspace
