#pragma once

#include <QByteArray>
#include <QDateTime>
#include <chrono>
#include <optional>

namespace hk::net {

/// What HTTP headers say, as far as a polite client needs it. None trusts its input: what cannot be read counts as not said.

/// The three forms of RFC 9110, 5.6.7; invalid where it is none of them. UTC.
QDateTime httpDate(const QByteArray& value);
/// "Thu, 26 Nov 2026 12:00:00 GMT"
QByteArray asHttpDate(const QDateTime& moment);

/// Content type without parameters, lower case.
QByteArray mediaType(const QByteArray& contentType);

struct CacheHeaders {
    QByteArray cacheControl = {};
    QByteArray expires = {};
    QByteArray date = {};
    QByteArray age = {};
};

struct CacheVerdict {
    QDateTime expires;       ///< invalid: not said
    bool mayBeStored = true; ///< false after no-store
};

/// How long an answer that came at `now` is fresh for a private cache (RFC 9111, 4.2): max-age less Age goes before Expires less
/// Date; no-cache: fresh no longer than now. At most ten years.
CacheVerdict cacheVerdict(const CacheHeaders& headers, const QDateTime& now);

/// Seconds or a date (RFC 9110, 10.2.3); nothing where it is not said. Never negative.
std::optional<std::chrono::milliseconds> retryAfter(const QByteArray& value, const QDateTime& now);

} // namespace hk::net
