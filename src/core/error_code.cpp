#include "core/name_table.h"
#include "core/result.h"

namespace hk {

namespace {

constexpr std::array<NamedValue<ErrorCode>, 42> codeNames{{
    {ErrorCode::FileNotFound, "file-not-found"},
    {ErrorCode::FileNotReadable, "file-not-readable"},
    {ErrorCode::FileNotWritable, "file-not-writable"},
    {ErrorCode::FileExists, "file-exists"},
    {ErrorCode::FileNotOurs, "file-not-ours"},
    {ErrorCode::FileDamaged, "file-damaged"},
    {ErrorCode::FileLocked, "file-locked"},
    {ErrorCode::FileNewer, "file-newer"},
    {ErrorCode::FileReadOnly, "file-read-only"},
    {ErrorCode::DiskFull, "disk-full"},
    {ErrorCode::StorageFailed, "storage-failed"},
    {ErrorCode::ValueMissing, "value-missing"},
    {ErrorCode::ValueNotUnderstood, "value-not-understood"},
    {ErrorCode::ValueOutOfRange, "value-out-of-range"},
    {ErrorCode::UnknownCategory, "unknown-category"},
    {ErrorCode::OutsideSweden, "outside-sweden"},
    {ErrorCode::EndsBeforeStart, "ends-before-start"},
    {ErrorCode::TimeInFuture, "time-in-future"},
    {ErrorCode::TimeDoesNotExist, "time-does-not-exist"},
    {ErrorCode::PersonalData, "personal-data"},
    {ErrorCode::ColumnNotFound, "column-not-found"},
    {ErrorCode::NoColumnsForPosition, "no-columns-for-position"},
    {ErrorCode::FormatNotSupported, "format-not-supported"},
    {ErrorCode::CrsNotUnderstood, "crs-not-understood"},
    {ErrorCode::NoIncidents, "no-incidents"},
    {ErrorCode::GridTooLarge, "grid-too-large"},
    {ErrorCode::StudyNotPossible, "study-not-possible"},
    {ErrorCode::BandwidthTooSmall, "bandwidth-too-small"},
    {ErrorCode::TransformFailed, "transform-failed"},
    {ErrorCode::NotFound, "not-found"},
    {ErrorCode::Cancelled, "cancelled"},
    {ErrorCode::WrongUsage, "wrong-usage"},
    {ErrorCode::Conflict, "conflict"},
    {ErrorCode::NetworkFailed, "network-failed"},
    {ErrorCode::TimedOut, "timed-out"},
    {ErrorCode::AccessDenied, "access-denied"},
    {ErrorCode::CertificateWrong, "certificate-wrong"},
    {ErrorCode::AddressNotFound, "address-not-found"},
    {ErrorCode::AnswerNotUnderstood, "answer-not-understood"},
    {ErrorCode::AnswerTooLarge, "answer-too-large"},
    {ErrorCode::ServerRefused, "server-refused"},
    {ErrorCode::Internal, "internal"},
}};
static_assert(codeNames.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);

} // namespace

QString codeName(ErrorCode code)
{
    return nameIn(codeNames, code);
}

} // namespace hk
