#pragma once

#include "sqlite/failure.h"

struct sqlite3;

namespace hk::sqlite {

/// The failure that belongs to a result code; the words are those of the connection where there is one.
Failure failureOf(int resultCode, sqlite3* connection);

} // namespace hk::sqlite
