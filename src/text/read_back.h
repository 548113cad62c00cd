#pragma once

#include <QDateTime>
#include <QString>

namespace hk::text {

/// A time phrase read back in plain words, local time: "fre 20 nov kl. 18.00 – mån 23 nov kl. 07.00", "sön 22 nov, hela dagen",
/// "sön 22 nov kl. 18.00–24.00". The year is left out where it is the one of `now` and the day is not ahead.
/// core/time_phrase.h understands it again.
QString readBack(const QDateTime& fromUtc, const QDateTime& toUtc, const QDateTime& now);

} // namespace hk::text
