#pragma once

#include <string>
#include <tl/expected.hpp>

namespace hk::sqlite {

/// What kind of failure: the primary result codes of SQLite, grouped by what a caller can do about them.
enum class Code {
    Busy,         ///< another connection holds the lock and the busy timeout has passed
    ReadOnly,     ///< a write to something opened or mounted read-only
    Full,         ///< no room on the disk
    Corrupt,      ///< the file is malformed
    NotADatabase, ///< the file is not SQLite, or is encrypted
    CannotOpen,   ///< the file or one beside it (journal, WAL) cannot be opened
    Constraint,   ///< a constraint or a trigger refused; extended tells which
    InputOutput,  ///< the operating system failed to read or write
    Interrupted,  ///< by interrupt()
    NoMemory,
    Other ///< wrong SQL, misuse and the rest
};

/// One failure of the engine.
struct Failure {
    Code code = Code::Other;
    int extended = 0;    ///< SQLite's extended result code
    std::string message; ///< SQLite's words, in English
};

template <class T>
using Result = tl::expected<T, Failure>;

} // namespace hk::sqlite
