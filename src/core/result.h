#pragma once

#include <QString>
#include <QStringList>
#include <tl/expected.hpp>

namespace hk {

/// What went wrong, as a stable code. The sentence for people is made by hk_text from code, place and arguments.
enum class ErrorCode {
    // files
    FileNotFound,
    FileNotReadable,
    FileNotWritable,
    FileExists,        ///< would overwrite
    FileNotOurs,       ///< a file of another kind
    FileDamaged,       ///< integrity check failed or not readable as what it says it is
    FileLocked,        ///< another program holds it
    FileNewer,         ///< made by a newer version of the program; opened read-only
    FileReadOnly,      ///< a change was asked of a file opened read-only
    DiskFull,
    StorageFailed,     ///< any other error of the storage engine; detail holds its words
    // values
    ValueMissing,
    ValueNotUnderstood, ///< arguments: value
    ValueOutOfRange,    ///< arguments: value, lowest, highest
    UnknownCategory,    ///< arguments: value
    OutsideSweden,      ///< arguments: easting, northing
    EndsBeforeStart,
    TimeInFuture,
    TimeDoesNotExist,   ///< the lost hour of March; arguments: value
    PersonalData,       ///< arguments: kind (personal-number, coordination-number, phone, email, registration), match
    // input and output
    ColumnNotFound,     ///< arguments: column
    NoColumnsForPosition,
    FormatNotSupported, ///< arguments: format
    CrsNotUnderstood,   ///< arguments: crs
    NoIncidents,
    GridTooLarge,       ///< arguments: cells, limit
    StudyNotPossible,   ///< a method refuses its parameters; arguments: why, as one clause in words
    BandwidthTooSmall,  ///< bandwidth below the cell size; arguments: bandwidth, cell
    TransformFailed,
    NotFound,           ///< arguments: what
    Cancelled,
    WrongUsage,         ///< command line
    Conflict,           ///< changed by somebody else meanwhile
    // the network; arguments: host
    NetworkFailed,       ///< no connection, or one that broke
    TimedOut,            ///< no byte for too long
    AccessDenied,        ///< 401 or 403: name or password missing, wrong or not enough
    CertificateWrong,    ///< not who it says it is: nothing was sent
    AddressNotFound,     ///< 404 or 410
    AnswerNotUnderstood, ///< HTML or garbage instead of what was asked for, or redirected in circles
    AnswerTooLarge,      ///< arguments: host, most bytes
    ServerRefused,       ///< 429, 5xx and other refusals
    Internal
};

/// Where: file path, 1-based row or feature number (-1: none), field name.
struct ErrorPlace {
    QString file = {};
    qint64 row = -1;
    QString field = {};
    friend bool operator==(const ErrorPlace&, const ErrorPlace&) = default;
};

/// An expected failure: a value, not an exception.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    ErrorPlace place = {};
    QStringList arguments = {}; ///< for the sentence, in the order named at the code
    QString detail = {};        ///< technical words (of SQLite, GDAL …), shown folded
    friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, ErrorPlace place = {}, QStringList arguments = {}, QString detail = {})
{
    return tl::unexpected<Error>(Error{code, std::move(place), std::move(arguments), std::move(detail)});
}

/// Stable lower-case code for files and scripts, such as "outside-sweden".
QString codeName(ErrorCode code);

} // namespace hk
