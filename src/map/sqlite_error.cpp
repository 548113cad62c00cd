#include "map/sqlite_error.h"

#include <QFileInfo>

namespace hk::map {

namespace {

constexpr std::chrono::milliseconds patience{500}; // while another program writes

ErrorCode codeOf(sqlite::Code code)
{
    switch (code) {
    case sqlite::Code::Busy:
        return ErrorCode::FileLocked;
    case sqlite::Code::Corrupt:
    case sqlite::Code::NotADatabase:
        return ErrorCode::FileDamaged;
    case sqlite::Code::CannotOpen:
        return ErrorCode::FileNotReadable;
    case sqlite::Code::Interrupted:
        return ErrorCode::Cancelled;
    case sqlite::Code::ReadOnly:
        return ErrorCode::FileReadOnly;
    case sqlite::Code::Full:
        return ErrorCode::DiskFull;
    case sqlite::Code::Constraint:
    case sqlite::Code::InputOutput:
    case sqlite::Code::NoMemory:
    case sqlite::Code::Other:
        break;
    }
    return ErrorCode::StorageFailed;
}

} // namespace

tl::unexpected<Error> sqliteFailure(const sqlite::Failure& failure, const QString& path)
{
    return fail(codeOf(failure.code), {path, -1, {}}, {}, QString::fromStdString(failure.message));
}

Result<sqlite::Database> openReadOnly(const QString& path)
{
    if (!QFileInfo(path).isFile())
        return fail(ErrorCode::FileNotFound, {path, -1, {}});
    // A file left in WAL mode on a medium that cannot be written is only read when nobody else is said to change it.
    sqlite::Failure failure;
    for (const sqlite::OpenMode mode : {sqlite::OpenMode::ReadOnly, sqlite::OpenMode::Immutable}) {
        auto database = sqlite::Database::open(path.toStdString(), mode);
        if (!database)
            return sqliteFailure(database.error(), path);
        database->setDefensive(true);
        database->setBusyTimeout(patience);
        const auto tables = database->queryInt64("SELECT count(*) FROM sqlite_schema");
        if (tables)
            return std::move(*database);
        failure = tables.error();
        if (failure.code != sqlite::Code::CannotOpen && failure.code != sqlite::Code::ReadOnly)
            break;
    }
    return sqliteFailure(failure, path);
}

QString quoted(QString identifier)
{
    return u'"' + identifier.replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace hk::map
