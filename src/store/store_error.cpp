#include "store/store_error.h"

#include "core/incident_draft.h"

namespace hk::store {

namespace {

ErrorCode codeOf(sqlite::Code code)
{
    switch (code) {
    case sqlite::Code::Busy:
        return ErrorCode::FileLocked;
    case sqlite::Code::ReadOnly:
        return ErrorCode::FileReadOnly;
    case sqlite::Code::Full:
        return ErrorCode::DiskFull;
    case sqlite::Code::Corrupt:
    case sqlite::Code::NotADatabase:
        return ErrorCode::FileDamaged;
    case sqlite::Code::CannotOpen:
        return ErrorCode::FileNotWritable;
    case sqlite::Code::Interrupted:
        return ErrorCode::Cancelled;
    case sqlite::Code::Constraint:
    case sqlite::Code::InputOutput:
    case sqlite::Code::NoMemory:
    case sqlite::Code::Other:
        break;
    }
    return ErrorCode::StorageFailed;
}

} // namespace

Error toError(const sqlite::Failure& failure, const QString& path)
{
    Error error;
    error.code = codeOf(failure.code);
    error.place.file = path;
    error.detail = QString::fromStdString(failure.message);
    if (failure.code == sqlite::Code::Constraint) {
        if (failure.message.find("incidents_external_id") != std::string::npos) {
            error.code = ErrorCode::Conflict;
            error.place.field = field::externalId;
        } else if (failure.message.find("incidents.uuid") != std::string::npos) {
            error.code = ErrorCode::Conflict;
            error.place.field = QStringLiteral("id");
        }
    }
    return error;
}

} // namespace hk::store
