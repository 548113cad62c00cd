#pragma once

#include "sqlite/database.h"
#include "store/incident_store.h"
#include "store/store_error.h"
#include "store/write_transaction.h"

namespace hk::store {

struct IncidentStore::Impl {
    sqlite::Database database;
    QString path;
    bool readOnly = false;
    bool newerVersion = false;
    bool indexMended = false;
    QString schemaBackup;
    CategoryList categories;
    Actor actor;
    Clock clock;
    qint64 unreadable = 0;
    std::int64_t seenDataVersion = 0;
    std::string seenContent; ///< as content() told it at that version
    qint64 changeCount = 0;
    qint64 lastIdTime = 0;
    unsigned idSequence = 0;

    QDateTime now() const;
    Signature signature() const;
    /// A UUID of version 7 (RFC 9562): ordered by time, so that the rows of an import come into the indexes
    /// in order.
    QUuid newId();
    /// Another text after each change of an incident or the categories, whoever made it: drafts and the like leave it alone.
    sqlite::Result<std::string> content() const;
    /// FileReadOnly where nothing may be written; FileNotFound ("replaced") where the file is not the one opened any more.
    Result<void> requireWritable() const;
    /// Null id made, times in UTC, no outline where there is none, signed.
    void prepare(Incident& incident, const QDateTime& at, const QString& name);

    Error error(const sqlite::Failure& failure) const { return toError(failure, path); }
    tl::unexpected<Error> failed(const sqlite::Failure& failure) const { return storeFailure(failure, path); }
    tl::unexpected<Error> failed(const sqlite::Failure& failure, std::size_t index) const;
};

} // namespace hk::store
