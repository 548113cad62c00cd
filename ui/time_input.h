#pragma once

#include "core/result.h"

#include <QDateTime>
#include <QString>

namespace hk::ui {

/// "2026-11-20 18:00", "2026-11-20 18:00–19:30", "2026-11-20 18:00 – 2026-11-23 07:00", local: what core/time_phrase.h understands again.
QString typedSpanText(const QDateTime& fromUtc, const QDateTime& toUtc);

/// What stands under the field of a time while it is typed: how it is understood, or what is not, with an example. Empty
/// where nothing is typed.
QString timeHint(const QString& typed, const QDateTime& now);

/// Why a time cannot be read, with an example.
QString timeFault(const Error& error);

} // namespace hk::ui
