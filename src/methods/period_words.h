#pragma once

#include "analysis/period_comparison.h"
#include "core/period.h"

#include <QColor>
#include <QString>
#include <array>

/// What can be said of a change between two periods, in words.
namespace hk::methods {

enum class Verdict { More, Fewer, NoCertainChange, TooFew };
inline constexpr std::array allVerdicts{Verdict::More, Verdict::Fewer, Verdict::NoCertainChange, Verdict::TooFew};

/// Too few where a period has fewer than analysis::fewestToCompare; more or fewer where familyP is below 0.05.
Verdict verdictOf(const analysis::HotspotChange& change);
QString verdictName(Verdict verdict); ///< in the current language
QString verdictKey(Verdict verdict);  ///< "more", "fewer", "no-certain-change", "too-few": for files
QColor verdictColour(Verdict verdict);

/// "Brogatan: 40 % more incidents (from 50 to 70; 95 % interval 4 % fewer …)". Of periods of different length the change
/// is per day.
QString changeSentence(const QString& place, const analysis::HotspotChange& change, Verdict verdict, bool sameLength);

/// "+12 %", "−5 %".
QString signedPercent(double share);

/// The period's local dates as the engine counts them.
analysis::DateSpan dateSpanOf(const Period& period);

} // namespace hk::methods
