#include "methods/period_words.h"

#include "methods/translated.h"
#include "text/sentences.h"

#include <cmath>

namespace hk::methods {

Verdict verdictOf(const analysis::HotspotChange& change)
{
    if (change.ratio.tooFew)
        return Verdict::TooFew;
    if (change.familyP >= 0.05)
        return Verdict::NoCertainChange;
    return change.ratio.ratio > 1.0 ? Verdict::More : Verdict::Fewer;
}

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::More:
        return Tr::tr("More");
    case Verdict::Fewer:
        return Tr::tr("Fewer");
    case Verdict::NoCertainChange:
        return Tr::tr("No certain change");
    case Verdict::TooFew:
        break;
    }
    return Tr::tr("Too few to say");
}

QString verdictKey(Verdict verdict)
{
    switch (verdict) {
    case Verdict::More:
        return QStringLiteral("more");
    case Verdict::Fewer:
        return QStringLiteral("fewer");
    case Verdict::NoCertainChange:
        return QStringLiteral("no-certain-change");
    case Verdict::TooFew:
        break;
    }
    return QStringLiteral("too-few");
}

QColor verdictColour(Verdict verdict)
{
    switch (verdict) {
    case Verdict::More:
        return {217, 62, 1, 110};
    case Verdict::Fewer:
        return {4, 130, 230, 110};
    case Verdict::NoCertainChange:
        return {90, 90, 90, 70};
    case Verdict::TooFew:
        break;
    }
    return {150, 150, 150, 40};
}

QString signedPercent(double share)
{
    if (std::isinf(share))
        return QStringLiteral("∞");
    const QString words = text::percent(share);
    return share > 0.0 ? QLatin1Char('+') + words : words;
}

QString changeSentence(const QString& place, const analysis::HotspotChange& change, Verdict verdict, bool sameLength)
{
    const QString before = text::number(static_cast<qint64>(change.earlier.count));
    const QString after = text::number(static_cast<qint64>(change.later.count));
    if (verdict == Verdict::TooFew)
        return Tr::tr("%1: too few to say (%2 earlier and %3 later).").arg(place, before, after);
    const QString size = text::percent(std::abs(change.ratio.change()));
    const QString lower = signedPercent(change.ratio.interval.lower - 1.0);
    const QString upper = signedPercent(change.ratio.interval.upper - 1.0);
    QString words;
    switch (verdict) {
    case Verdict::More:
        words = sameLength ? Tr::tr("%1: %2 more incidents (from %3 to %4; 95% interval %5 to %6).")
                           : Tr::tr("%1: %2 more incidents per day (from %3 to %4 in all; 95% interval %5 to %6).");
        break;
    case Verdict::Fewer:
        words = sameLength ? Tr::tr("%1: %2 fewer incidents (from %3 to %4; 95% interval %5 to %6).")
                           : Tr::tr("%1: %2 fewer incidents per day (from %3 to %4 in all; 95% interval %5 to %6).");
        break;
    default:
        words = sameLength
                    ? Tr::tr("%1: no certain change (from %3 to %4, %2; 95% interval %5 to %6).")
                    : Tr::tr("%1: no certain change per day (from %3 to %4 in all, %2; 95% interval %5 to %6).");
        return words.arg(place, signedPercent(change.ratio.change()), before, after, lower, upper);
    }
    return words.arg(place, size, before, after, lower, upper);
}

analysis::DateSpan dateSpanOf(const Period& period)
{
    const QDate epoch(1970, 1, 1);
    return {static_cast<std::int32_t>(epoch.daysTo(period.from)), static_cast<std::int32_t>(epoch.daysTo(period.to))};
}

} // namespace hk::methods
