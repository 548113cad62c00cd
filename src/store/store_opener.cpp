#include "store/store_opener.h"

#include "store/backups.h"
#include "store/incident_row.h"
#include "store/log_chain.h"
#include "store/schema.h"
#include "store/spatial_functions.h"
#include "store/spatial_index.h"
#include "store/store_cleaning.h"
#include "store/store_impl.h"

namespace hk::store {

namespace {

sqlite::Result<CategoryList> readCategories(const sqlite::Database& database)
{
    auto row = database.prepare(
        "SELECT code, name_sv, name_en, category_group, planned FROM hk_categories ORDER BY id");
    if (!row)
        return tl::unexpected(row.error());
    std::vector<Category> categories;
    for (;;) {
        const auto found = row->step();
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return CategoryList(std::move(categories));
        categories.push_back({toQString(row->text(0)), toQString(row->text(1)), toQString(row->text(2)),
                              categoryGroupFromName(toQString(row->text(3))).value_or(CategoryGroup::Place),
                              row->int64(4) != 0});
    }
}

/// All that is read must be there: another program can take a column away.
sqlite::Result<void> checkColumns(const sqlite::Database& database)
{
    const std::string columns(incidentColumns);
    return database.prepare("SELECT fid, " + columns + " FROM incidents")
        .and_then([&](const sqlite::Statement&) {
            return database.prepare("SELECT fid, area, deleted_at, " + columns + " FROM hk_deleted");
        })
        .and_then([&](const sqlite::Statement&) {
            return database.prepare("SELECT geom, incident FROM incident_areas");
        })
        .map([](const sqlite::Statement&) {});
}

/// Chains what other programs have logged since the file was last open here; all of it is older than the chain where there is
/// none. While another program writes it is left for the next change.
sqlite::Result<void> chainLog(sqlite::Database& database)
{
    LogChain chain(database);
    const auto behind = chain.isBehind();
    if (!behind)
        return tl::unexpected(behind.error());
    if (!*behind)
        return {};
    auto transaction = sqlite::Transaction::begin(database);
    if (!transaction)
        return transaction.error().code == sqlite::Code::Busy ? sqlite::Result<void>()
                                                              : tl::unexpected(transaction.error());
    const auto chained = database.queryInt64("SELECT EXISTS (SELECT 1 FROM hk_log_chain)");
    if (!chained)
        return tl::unexpected(chained.error());
    return chain.extend(*chained != 0 ? LogOrigin::Outside : LogOrigin::Before).and_then([&] {
        return transaction->commit();
    });
}

} // namespace

Result<IncidentStore> StoreOpener::create(const QString& path, const CreateOptions& options)
{
    if (auto written = writeNewFile(path, options, currentSchemaVersion()); !written)
        return tl::unexpected(written.error());
    OpenOptions openOptions;
    openOptions.clock = options.clock;
    return open(path, openOptions);
}

Result<IncidentStore> StoreOpener::open(const QString& path, const OpenOptions& options)
{
    StoreOpener opener(path, options);
    if (auto inspected = opener.inspect(); !inspected)
        return tl::unexpected(inspected.error());
    return opener.connect();
}

Result<void> StoreOpener::inspect()
{
    m_facts = readFileFacts(m_path);
    m_plan = planOpening(m_facts, m_options.access == Access::ReadOnly);
    if (auto header = checkFileHeader(m_path, m_facts); !header)
        return header;
    if (m_facts.journalBeside)
        return inspectThrough(m_plan.mode == sqlite::OpenMode::ReadWrite ? sqlite::OpenMode::ReadOnly
                                                                         : m_plan.mode);
    // Without locks nothing at all is written beside the file. What is found so counts if it is good or the
    // file lies still: while another program writes, a sound file may look torn.
    auto inspected = inspectThrough(sqlite::OpenMode::Immutable);
    if (inspected || m_plan.mode == sqlite::OpenMode::Immutable || isAtRest(m_path, m_facts))
        return inspected;
    return inspectThrough(sqlite::OpenMode::ReadOnly);
}

Result<void> StoreOpener::inspectThrough(sqlite::OpenMode mode)
{
    auto database = sqlite::Database::open(m_path.toStdString(), mode);
    if (!database)
        return storeFailure(database.error(), m_path);
    database->setBusyTimeout(m_options.busyTimeout);
    const auto version = readSchemaVersion(*database);
    if (!version) {
        // A journal left by a crash can only be rolled back by a connection that writes.
        if (version.error().code == sqlite::Code::ReadOnly && m_plan.mode == sqlite::OpenMode::ReadWrite &&
            mode != sqlite::OpenMode::ReadWrite)
            return inspectThrough(sqlite::OpenMode::ReadWrite);
        return storeFailure(version.error(), m_path);
    }
    if (*version == 0)
        return fail(ErrorCode::FileNotOurs, ErrorPlace{m_path, -1, {}});
    m_version = *version;
    if (!m_options.checkIntegrity)
        return {};
    const auto found = database->checkIntegrity(false);
    if (!found)
        return storeFailure(found.error(), m_path);
    if (*found != "ok")
        return fail(ErrorCode::FileDamaged, ErrorPlace{m_path, -1, {}}, {}, QString::fromStdString(*found));
    return {};
}

Result<void> StoreOpener::configure(sqlite::Database& database)
{
    database.setBusyTimeout(m_options.busyTimeout);
    const auto configured = registerSpatialFunctions(database).and_then([&] {
        // Log entries of big files are not kept beside the WAL for ever: it is cut to this size after a
        // checkpoint.
        return database.execute("PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; "
                                "PRAGMA journal_size_limit=67108864");
    });
    if (!configured)
        return storeFailure(configured.error(), m_path);
    return {};
}

Result<sqlite::Database> StoreOpener::raisedInMemory(const sqlite::Database& database)
{
    auto memory = sqlite::Database::open(":memory:", sqlite::OpenMode::Create);
    if (!memory)
        return storeFailure(memory.error(), m_path);
    const auto raised =
        registerSpatialFunctions(*memory).and_then([&] { return database.copyTo(*memory); }).and_then([&] {
            return raiseSchema(*memory);
        });
    if (!raised)
        return storeFailure(raised.error(), m_path);
    return std::move(*memory);
}

Result<void> StoreOpener::raiseFile(sqlite::Database& database)
{
    const QDateTime now = m_options.clock ? m_options.clock() : QDateTime::currentDateTimeUtc();
    if (auto prepared = prepareBackupFolder(m_path); !prepared)
        return prepared;
    m_schemaBackup = backupPath(m_path, BackupReason::Schema, now);
    if (auto copied = copyToFile(database, m_schemaBackup); !copied)
        return copied;
    if (auto raised = raiseSchema(database); !raised)
        return storeFailure(raised.error(), m_path);
    return {};
}

Result<IncidentStore> StoreOpener::connect()
{
    auto impl = std::make_unique<IncidentStore::Impl>();
    impl->path = m_path;
    impl->clock = m_options.clock;
    impl->newerVersion = m_version > currentSchemaVersion();
    if (impl->newerVersion && m_plan.mode == sqlite::OpenMode::ReadWrite)
        m_plan.mode = sqlite::OpenMode::ReadOnly;
    impl->readOnly = m_plan.mode != sqlite::OpenMode::ReadWrite;

    auto database = sqlite::Database::open(m_path.toStdString(), m_plan.mode);
    if (!database)
        return storeFailure(database.error(), m_path);
    if (auto configured = configure(*database); !configured)
        return tl::unexpected(configured.error());
    if (auto readable = database->dataVersion(); !readable)
        return storeFailure(readable.error(), m_path);
    if (!impl->readOnly) {
        // While others have the file open in another mode it cannot be switched; theirs is then as safe.
        const auto mode = database->setJournalMode(m_plan.journalMode);
        if (!mode && mode.error().code != sqlite::Code::Busy)
            return storeFailure(mode.error(), m_path);
    }
    if (m_version < currentSchemaVersion()) {
        if (impl->readOnly) {
            auto memory = raisedInMemory(*database);
            if (!memory)
                return tl::unexpected(memory.error());
            *database = std::move(*memory);
        } else if (auto raised = raiseFile(*database); !raised) {
            return tl::unexpected(raised.error());
        }
    }
    impl->schemaBackup = m_schemaBackup;

    if (auto columns = checkColumns(*database); !columns) {
        Error error = toError(columns.error(), m_path);
        if (error.code == ErrorCode::StorageFailed)
            error.code = impl->newerVersion ? ErrorCode::FileNewer : ErrorCode::FileDamaged;
        return tl::unexpected(std::move(error));
    }
    auto categories = readCategories(*database);
    if (!categories)
        return storeFailure(categories.error(), m_path);
    impl->categories = std::move(*categories);
    if (!impl->readOnly) {
        const auto mended = mendSpatialIndexes(*database);
        if (!mended)
            return storeFailure(mended.error(), m_path);
        impl->indexMended = *mended;
        if (const auto chained = chainLog(*database); !chained)
            return storeFailure(chained.error(), m_path);
        // Where that fails, because another program reads the file or the disk is full, the next opening tries again.
        if (needsCleaning(*database).value_or(false))
            static_cast<void>(cleanAfterDisposal(*database));
    }
    const auto seen = database->dataVersion();
    if (!seen)
        return storeFailure(seen.error(), m_path);
    impl->seenDataVersion = *seen;
    impl->database = std::move(*database);
    if (auto content = impl->content())
        impl->seenContent = std::move(*content);
    return IncidentStore(std::move(impl));
}

} // namespace hk::store
