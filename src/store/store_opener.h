#pragma once

#include "store/file_facts.h"
#include "store/incident_store.h"

namespace hk::store {

/// Makes and opens incident files: the order of the checks is here. Nothing is written to a file before all
/// of them have passed.
class StoreOpener {
public:
    static Result<IncidentStore> create(const QString& path, const CreateOptions& options);
    static Result<IncidentStore> open(const QString& path, const OpenOptions& options);

private:
    StoreOpener(const QString& path, const OpenOptions& options)
        : m_path(path)
        , m_options(options)
    {}

    Result<void> inspect();
    Result<void> inspectThrough(sqlite::OpenMode mode);
    Result<IncidentStore> connect();
    Result<void> configure(sqlite::Database& database);
    Result<sqlite::Database> raisedInMemory(const sqlite::Database& database);
    Result<void> raiseFile(sqlite::Database& database);

    QString m_path;
    OpenOptions m_options;
    FileFacts m_facts;
    OpenPlan m_plan;
    int m_version = 0;
    QString m_schemaBackup;
};

/// Copies the database to a new file: first beside it under another name, checked there by integrity_check,
/// then renamed. FileExists; Cancelled when `stop`, asked now and then, says so.
Result<void> copyToFile(const sqlite::Database& database, const QString& path, const std::function<bool()>& stop = {});

/// Makes a file of schema version `version` (tests make older ones). FileExists.
Result<void> writeNewFile(const QString& path, const CreateOptions& options, int version);

/// "dir/.name.gpkg.XXXXXX": a name that is not taken, for a file in the making.
QString temporaryNameFor(const QString& path);
/// Gives the finished file its name; never over another one (FileExists).
Result<void> publishFile(const QString& temporary, const QString& path);

} // namespace hk::store
