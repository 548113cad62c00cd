#include "ui/time_input.h"

#include "core/local_time.h"
#include "core/time_phrase.h"
#include "text/read_back.h"
#include "text/sentences.h"

#include <QCoreApplication>
#include <QTimeZone>

namespace hk::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(hk::ui::TimeInput)
};

QString typedTimeText(const QDateTime& utc)
{
    return utc.toTimeZone(stockholm()).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace

QString typedSpanText(const QDateTime& fromUtc, const QDateTime& toUtc)
{
    if (!fromUtc.isValid())
        return {};
    if (!toUtc.isValid() || toUtc == fromUtc)
        return typedTimeText(fromUtc);
    const QDateTime from = fromUtc.toTimeZone(stockholm());
    const QDateTime to = toUtc.toTimeZone(stockholm());
    if (from.date() == to.date() && from.time() < to.time())
        return typedTimeText(fromUtc) + QStringLiteral("–") + to.toString(QStringLiteral("HH:mm"));
    return typedTimeText(fromUtc) + QStringLiteral(" – ") + typedTimeText(toUtc);
}

QString timeFault(const Error& error)
{
    if (error.code != ErrorCode::ValueNotUnderstood)
        return text::describe(error);
    return Words::tr("“%1” is not understood as a time. Write for example “yesterday 14–16” or “friday 18 – monday 07”.")
        .arg(error.arguments.value(0));
}

QString timeHint(const QString& typed, const QDateTime& now)
{
    if (typed.trimmed().isEmpty())
        return {};
    const Result<TimePhrase> phrase = readTimePhrase(typed, now);
    if (!phrase) {
        Error plain = phrase.error();
        plain.place = {};
        return timeFault(plain);
    }
    const QString words = text::readBack(phrase->from, phrase->to, now);
    if (phrase->ambiguous)
        return words + QLatin1Char(' ') + Words::tr("(the first of the two: the clock goes back that night)");
    return words;
}

} // namespace hk::ui
