#include "sqlite/failure_of.h"

#include <sqlite3.h>

namespace hk::sqlite {

namespace {

Code codeOf(int resultCode)
{
    if (resultCode == SQLITE_IOERR_NOMEM)
        return Code::NoMemory;
    switch (resultCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return Code::Busy;
    case SQLITE_READONLY:
        return Code::ReadOnly;
    case SQLITE_FULL:
        return Code::Full;
    case SQLITE_CORRUPT:
        return Code::Corrupt;
    case SQLITE_NOTADB:
        return Code::NotADatabase;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return Code::CannotOpen;
    case SQLITE_CONSTRAINT:
        return Code::Constraint;
    case SQLITE_IOERR:
        return Code::InputOutput;
    case SQLITE_INTERRUPT:
        return Code::Interrupted;
    case SQLITE_NOMEM:
        return Code::NoMemory;
    default:
        return Code::Other;
    }
}

} // namespace

Failure failureOf(int resultCode, sqlite3* connection)
{
    Failure failure;
    failure.code = codeOf(resultCode);
    failure.extended = resultCode;
    const bool connectionKnowsIt = connection != nullptr && sqlite3_errcode(connection) != SQLITE_OK;
    failure.message = connectionKnowsIt ? sqlite3_errmsg(connection) : sqlite3_errstr(resultCode);
    return failure;
}

} // namespace hk::sqlite
