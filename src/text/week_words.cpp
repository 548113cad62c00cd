#include "text/sentences.h"
#include "text/translated.h"

#include <vector>

namespace hk::text {

namespace {

constexpr int hoursPerDay = 24;
constexpr int hoursPerWeek = 168;

/// Consecutive hours of the week; `length` may cross Sunday midnight.
struct HourRun {
    int start = 0;
    int length = 0;
    int firstDay() const { return start / hoursPerDay; }
    int fromHour() const { return start % hoursPerDay; }
    int toHour() const { return (start + length) % hoursPerDay; }
    bool wholeDays() const { return fromHour() == 0 && length % hoursPerDay == 0; }
};

/// Consecutive weekdays; `count` may cross Sunday.
struct DayRun {
    int first = 0;
    int count = 0;
};

QString twoDigits(int hour)
{
    return QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0'));
}

QString dayRunWords(const DayRun& run)
{
    if (run.count >= 7)
        return Tr::tr("every day");
    if (run.count == 1)
        return weekday(run.first);
    return Tr::tr("%1–%2", "first and last weekday")
        .arg(weekday(run.first), weekday(run.first + run.count - 1));
}

QString bandWords(const QString& days, int fromHour, int toHour)
{
    return Tr::tr("%1 %2–%3", "weekdays, first and last hour; Swedish: %1 kl. %2–%3")
        .arg(days, twoDigits(fromHour), twoDigits(toHour));
}

/// The runs of set hours, cyclic over the week. At least one hour is set and one is not.
std::vector<HourRun> runsOf(const WeekHours& hours)
{
    const auto set = [&](int hour) { return hours[static_cast<std::size_t>(hour % hoursPerWeek)]; };
    std::vector<HourRun> runs;
    for (int hour = 0; hour < hoursPerWeek; ++hour) {
        if (!set(hour) || set(hour + hoursPerWeek - 1))
            continue;
        int length = 1;
        while (set(hour + length))
            ++length;
        runs.push_back({hour, length});
    }
    return runs;
}

std::vector<DayRun> dayRunsOf(const std::array<bool, 7>& days)
{
    const auto set = [&](int day) { return days[static_cast<std::size_t>(day % 7)]; };
    std::vector<DayRun> runs;
    for (int day = 0; day < 7; ++day) {
        if (!set(day) || set(day + 6))
            continue;
        int count = 1;
        while (set(day + count))
            ++count;
        runs.push_back({day, count});
    }
    if (runs.empty())
        runs.push_back({0, 7});
    return runs;
}

/// "fre 18 – mån 06": more than a day without a break.
QString longRunWords(const HourRun& run)
{
    const int last = (run.start + run.length) % hoursPerWeek;
    if (run.wholeDays())
        return dayRunWords({run.firstDay(), run.length / hoursPerDay});
    return Tr::tr("%1 %2 – %3 %4", "weekday, hour – weekday, hour; Swedish: %1 kl. %2 – %3 kl. %4")
        .arg(weekday(run.firstDay()), twoDigits(run.fromHour()), weekday(last / hoursPerDay),
             twoDigits(last % hoursPerDay));
}

/// All days that have the same band as the run, in one phrase: "mån–tis och fre kl. 06–10".
QString sharedBandWords(const HourRun& run, const std::vector<HourRun>& runs)
{
    std::array<bool, 7> days{};
    for (const HourRun& other : runs)
        if (other.fromHour() == run.fromHour() && other.length == run.length)
            days[static_cast<std::size_t>(other.firstDay())] = true;
    QStringList names;
    for (const DayRun& dayRun : dayRunsOf(days))
        names.append(dayRunWords(dayRun));
    const int toHour = run.fromHour() + run.length == hoursPerDay ? hoursPerDay : run.toHour();
    return bandWords(QLocale().createSeparatedList(names), run.fromHour(), toHour);
}

} // namespace

QString weekBand(int firstWeekday, int lastWeekday, int fromHour, int toHour)
{
    const int count = (lastWeekday - firstWeekday + 7) % 7 + 1;
    const QString days = dayRunWords({firstWeekday, count});
    const bool allDay = (toHour - fromHour) % hoursPerDay == 0;
    return allDay ? days : bandWords(days, fromHour, toHour);
}

QString weekHours(const WeekHours& hours)
{
    constexpr qsizetype mostPhrases = 6;
    if (hours.none() || hours.all())
        return {};
    const std::vector<HourRun> runs = runsOf(hours);
    QStringList phrases;
    for (const HourRun& run : runs) {
        const QString words = run.length >= hoursPerDay ? longRunWords(run) : sharedBandWords(run, runs);
        if (!phrases.contains(words))
            phrases.append(words);
    }
    if (phrases.size() > mostPhrases)
        return Tr::tr("%Ln hour(s) of the week", nullptr, static_cast<int>(hours.count()));
    return QLocale().createSeparatedList(phrases);
}

} // namespace hk::text
