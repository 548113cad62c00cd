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
    QString path;              ///< of a file; of rows that were pasted, a name for them
    QByteArray text;           ///< rows that were pasted, in place of a file: UTF-8
    exchange::ImportMapping mapping;
    bool dryRun = false;
    QString rejectsPath;       ///< empty: no rejects file; never overwrites the input
    bool allOrNothing = false; ///< any rejected row: nothing is changed
    bool leaveOutDuplicates = false; ///< a row that is likely to be there already is left out, and comes into the rejects file
    exchange::PlaceFinder places;    ///< for rows without coordinates, where the mapping says so; empty: none is found
};

struct ImportReport {
    qint64 read = 0;
    qint64 inserted = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 rejected = 0;
    qint64 duplicates = 0; ///< new rows that are likely to be there already; not in `inserted` where they are left out
    qint64 digests = 0;    ///< notices that sum up others, left out; not in `read`
    bool dryRun = false;
    bool nothingChanged = false;    ///< all or nothing, and a row was rejected; or a dry run
    std::vector<std::pair<ErrorCode, qint64>> reasons; ///< rejected rows by first reason, most first
    std::vector<Error> firstFaults; ///< at most 100, each with its row
    qint64 placesFound = 0;         ///< rows whose position is that of their place name
    qint64 placesClose = 0;         ///< of these, by a name that is only nearly that of the map
    struct MissingPlace {
        QString name;
        qint64 rows = 0;
        QStringList like; ///< names of the map that may be meant
        friend bool operator==(const MissingPlace&, const MissingPlace&) = default;
    };
    std::vector<MissingPlace> placesNotFound; ///< at most 1000, those of most rows first
    qint64 nameQuestions = 0;                 ///< rows, taken in, whose description may name a person
    std::vector<qint64> firstNameQuestions;   ///< at most 100 of these rows
    struct Duplicate {
        qint64 row = 0;
        QUuid incident; ///< that is there already
        friend bool operator==(const Duplicate&, const Duplicate&) = default;
    };
    std::vector<Duplicate> firstDuplicates; ///< at most 100
    std::vector<QUuid> insertedIds;
    friend bool operator==(const ImportReport&, const ImportReport&) = default;
};

/// Reads, validates and stores in one transaction; every rejected row with its reason in the rejects file (a text table with
/// the input's own separator where that is one: row, field, code, reason, then the input's columns). A row whose external id
/// is known is changed (and logged) where it differs, and left untouched where it does not. Runs where the store lives.
/// `progress(rows, total)` now and then; the total may be an estimate, or -1.
Result<ImportReport> runImport(store::IncidentStore& store, const ImportRequest& request, const QDateTime& now,
                               const std::function<void(qint64, qint64)>& progress = {}, std::stop_token stop = {});

} // namespace hk::workspace
