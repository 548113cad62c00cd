#include "methods/time_study.h"

#include "analysis/calendar_counts.h"
#include "analysis/week_slots.h"
#include "methods/study_points.h"
#include "methods/translated.h"
#include "text/sentences.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace hk::methods {
namespace {

using analysis::CalendarCount;
using analysis::HourNull;
using analysis::HourUnit;
using analysis::SlotProfile;
using analysis::SpanRule;
using analysis::WeekSlots;
using Form = ResultColumn::Form;

constexpr double level = 0.05;
constexpr std::array<const char*, 7> weekdayKeys{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

tl::unexpected<Error> notPossible(const QString& why) { return fail(ErrorCode::StudyNotPossible, {}, {why}); }

/// What the words, tables and bars are made of.
struct Found {
    const StudyInput& input;
    const TimeStudy& study;
    SlotProfile hours; ///< 168
    SlotProfile dayHours;
    SlotProfile weekdays;
    SlotProfile bands;
    SlotProfile bandsByWeekday; ///< 42
    std::vector<CalendarCount> months;
    std::vector<CalendarCount> years;
    std::optional<analysis::HourTest> test;
};

QString twoDigits(int hour) { return QStringLiteral("%1").arg(hour, 2, 10, QLatin1Char('0')); }

QString bandName(std::size_t band)
{
    const int from = analysis::patrolBandStarts[band];
    return Tr::tr("%1–%2", "first and last hour of the day")
        .arg(twoDigits(from), twoDigits((from + analysis::patrolBandHours) % 24));
}

QString monthName(const CalendarCount& month)
{
    return Tr::tr("%1 %2", "month and year").arg(QLocale().monthName(month.month, QLocale::ShortFormat)).arg(month.year);
}

/// Which hours each tested slot has, in words.
QString slotName(const Found& found, std::size_t slot)
{
    if (found.study.testedHours.any())
        return text::weekHours(found.study.testedHours);
    const int day = static_cast<int>(slot / 6);
    const int from = analysis::patrolBandStarts[slot % 6];
    return text::weekBand(day, day, from, (from + analysis::patrolBandHours) % 24);
}

WeekSlots testedSlots(const TimeStudy& study)
{
    if (study.testedHours.none())
        return analysis::bandByWeekdaySlots();
    WeekSlots slots;
    slots.count = 1;
    for (std::size_t hour = 0; hour < 168; ++hour)
        slots.slotOf[hour] = study.testedHours[hour] ? 0 : analysis::noSlot;
    return slots;
}

// ---- months and years

std::int32_t dayNumber(const QDate& date) { return static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(date)); }

/// Months and years over the filter's period, or where it has none from the first to the last incident. The year before
/// the period is looked up, too, where the input is an incident file.
void countCalendar(Found& found)
{
    const StudyInput& input = found.input;
    const auto& dates = input.table->localDate;
    const auto earlier = [&](std::uint32_t a, std::uint32_t b) { return dates[a] < dates[b]; };
    const auto [first, last] = std::minmax_element(input.rows.begin(), input.rows.end(), earlier);
    const std::int32_t from = input.filter.from.isValid() ? dayNumber(input.filter.from) : dates[*first];
    const std::int32_t to = input.filter.to.isValid() ? dayNumber(input.filter.to) : dates[*last] + 1;
    std::vector<std::uint32_t> rows = input.rows;
    std::int32_t known = from;
    if (input.snapshot && input.filter.from.isValid()) {
        IncidentFilter filter = input.filter;
        filter.from = {};
        rows = workspace::selectRows(*input.snapshot, filter).rows;
        if (!rows.empty())
            known = std::min(from, dates[*std::min_element(rows.begin(), rows.end(), earlier)]);
    }
    found.months = analysis::monthCounts(*input.table, rows, known, from, to);
    found.years = analysis::yearCounts(*input.table, rows, known, from, to);
}

// ---- tables

ResultTable hoursTable(const Found& found)
{
    ResultTable table{QStringLiteral("hours"), Tr::tr("Hours of the week"), {}, {}};
    table.columns.push_back({QStringLiteral("hour"), Tr::tr("Hour"), Form::Count, 0});
    const Form form = found.study.aoristic ? Form::Number : Form::Count;
    for (int day = 0; day < 7; ++day)
        table.columns.push_back({QLatin1String(weekdayKeys[static_cast<std::size_t>(day)]), text::weekday(day), form, 1});
    for (std::size_t hour = 0; hour < 24; ++hour) {
        QVariantList row{static_cast<int>(hour)};
        for (std::size_t day = 0; day < 7; ++day)
            row.append(found.hours.weights[24 * day + hour]);
        table.rows.push_back(row);
    }
    return table;
}

ResultTable testTable(const Found& found)
{
    ResultTable table{QStringLiteral("test"),
                      Tr::tr("Is the hour different?"),
                      {{QStringLiteral("hours"), Tr::tr("Hours"), Form::Words, 0},
                       {QStringLiteral("incidents"), Tr::tr("Incidents"), Form::Count, 0},
                       {QStringLiteral("expected"), Tr::tr("Expected"), Form::Number, 1},
                       {QStringLiteral("ratio"), Tr::tr("Ratio"), Form::Number, 2},
                       {QStringLiteral("p"), Tr::tr("p"), Form::Probability, 3},
                       {QStringLiteral("p_all_hours"), Tr::tr("p, all hours"), Form::Probability, 3}},
                      {}};
    for (std::size_t slot = 0; slot < found.test->slots.size(); ++slot) {
        const analysis::HourTestSlot& entry = found.test->slots[slot];
        table.rows.push_back({slotName(found, slot), entry.observed, entry.expected,
                              std::isfinite(entry.ratio) ? QVariant(entry.ratio) : QVariant(),
                              entry.tested ? QVariant(entry.p) : QVariant(),
                              entry.tested ? QVariant(entry.familyP) : QVariant()});
    }
    return table;
}

ResultTable calendarTable(const std::vector<CalendarCount>& counts, bool byYear)
{
    ResultTable table{byYear ? QStringLiteral("years") : QStringLiteral("months"),
                      byYear ? Tr::tr("Years") : Tr::tr("Months"),
                      {{QStringLiteral("year"), Tr::tr("Year"), Form::Words, 0},
                       {QStringLiteral("month"), Tr::tr("Month"), Form::Count, 0},
                       {QStringLiteral("incidents"), Tr::tr("Incidents"), Form::Count, 0},
                       {QStringLiteral("year_before"), Tr::tr("The year before"), Form::Count, 0},
                       {QStringLiteral("whole"), Tr::tr("Whole"), Form::Words, 0}},
                      {}};
    if (byYear)
        table.columns.erase(table.columns.begin() + 1);
    for (const CalendarCount& entry : counts) {
        QVariantList row{QString::number(entry.year)};
        if (!byYear)
            row.append(entry.month);
        row.append(static_cast<qint64>(entry.count));
        row.append(entry.yearBefore ? QVariant(static_cast<qint64>(*entry.yearBefore)) : QVariant());
        row.append(entry.whole ? Tr::tr("yes") : Tr::tr("no"));
        table.rows.push_back(row);
    }
    return table;
}

// ---- bars

ResultBars barsOf(const QString& title, const SlotProfile& profile, const QStringList& labels)
{
    ResultBars bars;
    bars.title = title;
    bars.unit = Tr::tr("incidents");
    bars.labels = labels;
    bars.values = profile.weights;
    bars.valuesName = Tr::tr("Incidents");
    return bars;
}

ResultBars calendarBars(const std::vector<CalendarCount>& counts, bool byYear)
{
    ResultBars bars;
    bars.title = byYear ? Tr::tr("Years") : Tr::tr("Months");
    bars.unit = Tr::tr("incidents");
    bars.valuesName = Tr::tr("Incidents");
    const bool known = std::any_of(counts.begin(), counts.end(), [](const auto& entry) { return entry.yearBefore; });
    for (const CalendarCount& entry : counts) {
        bars.labels.append(byYear ? QString::number(entry.year) : monthName(entry));
        bars.values.push_back(entry.count);
        if (known)
            bars.reference.push_back(entry.yearBefore ? *entry.yearBefore : std::numeric_limits<double>::quiet_NaN());
    }
    if (known)
        bars.referenceName = byYear ? Tr::tr("The year before") : Tr::tr("The same month the year before");
    return bars;
}

std::vector<ResultBars> allBars(const Found& found)
{
    QStringList hours;
    for (int hour = 0; hour < 24; ++hour)
        hours.append(twoDigits(hour));
    QStringList weekdays;
    for (int day = 0; day < 7; ++day)
        weekdays.append(text::weekday(day));
    QStringList bands;
    for (std::size_t band = 0; band < 6; ++band)
        bands.append(bandName(band));
    return {barsOf(Tr::tr("Hours of the day"), found.dayHours, hours), barsOf(Tr::tr("Weekdays"), found.weekdays, weekdays),
            barsOf(Tr::tr("Patrol bands"), found.bands, bands), calendarBars(found.months, false),
            calendarBars(found.years, true)};
}

// ---- words

QString nullName(HourNull null)
{
    return null == HourNull::EvenWeek ? Tr::tr("Held against a week in which every hour is as likely")
                                      : Tr::tr("Held against what the weekday and the hour of the day explain by themselves");
}

QStringList testSentences(const Found& found)
{
    QStringList sentences;
    std::vector<std::size_t> different;
    for (std::size_t slot = 0; slot < found.test->slots.size(); ++slot)
        if (found.test->slots[slot].familyP <= level)
            different.push_back(slot);
    std::stable_sort(different.begin(), different.end(), [&](std::size_t a, std::size_t b) {
        return std::abs(found.test->slots[a].z) > std::abs(found.test->slots[b].z);
    });
    constexpr std::size_t mostNamed = 5;
    for (std::size_t i = 0; i < std::min(different.size(), mostNamed); ++i) {
        const analysis::HourTestSlot& slot = found.test->slots[different[i]];
        const QString words = slot.z > 0.0
                                  ? Tr::tr("%1 has more incidents than chance explains: %2 against %3 expected, p = %4.")
                                  : Tr::tr("%1 has fewer incidents than chance explains: %2 against %3 expected, p = %4.");
        QString name = slotName(found, different[i]);
        if (!name.isEmpty())
            name[0] = name[0].toUpper();
        sentences.append(words.arg(name, text::number(static_cast<qint64>(slot.observed)), text::number(slot.expected, 1),
                                   text::number(slot.familyP, 3)));
    }
    if (different.size() > mostNamed)
        sentences.append(Tr::tr("%Ln more band(s) differ; see the table.", nullptr,
                                static_cast<int>(different.size() - mostNamed)));
    if (different.empty())
        sentences.append(Tr::tr("No hours differ more than chance explains."));
    return sentences;
}

QStringList sentencesOf(const Found& found)
{
    QStringList sentences;
    analysis::WeekProfile profile;
    std::copy(found.hours.weights.begin(), found.hours.weights.end(), profile.weights.begin());
    profile.counted = found.hours.counted;
    if (const analysis::PeakTime peak = analysis::peakTime(profile); peak.any)
        sentences.append(
            Tr::tr("Most concentrated: %1, with %2 of all incidents.")
                .arg(text::weekBand(peak.firstWeekday, peak.lastWeekday, peak.fromHour, peak.toHour), text::percent(peak.share)));
    if (found.test)
        sentences.append(testSentences(found));
    if (!found.years.empty() && found.years.back().yearBefore) {
        const CalendarCount& last = found.years.back();
        const QString now = text::number(static_cast<qint64>(last.count));
        const QString then = text::number(static_cast<qint64>(*last.yearBefore));
        sentences.append(last.whole ? Tr::tr("Incidents in %1: %2, against %3 the year before.")
                                          .arg(QString::number(last.year), now, then)
                                    : Tr::tr("Incidents so far in %1: %2, against %3 on the same days the year before.")
                                          .arg(QString::number(last.year), now, then));
    }
    return sentences;
}

QStringList parametersOf(const TimeStudy& study)
{
    QStringList parameters{study.aoristic ? Tr::tr("Spans shared over the hours they cover (aoristic)")
                                          : Tr::tr("Spans in the hour that holds more than half of them")};
    if (study.test) {
        parameters.append(nullName(study.null));
        parameters.append(study.unit == HourUnit::Day ? Tr::tr("Shuffled day by day, 06 to 06")
                                                      : Tr::tr("Shuffled incident by incident"));
        parameters.append(Tr::tr("%1 shuffles, seed %2").arg(text::number(qint64{study.runs})).arg(study.seed));
    }
    parameters.append(Tr::tr("Patrol bands of four hours; 00–02 belongs to the evening before"));
    return parameters;
}

QStringList remarksOf(const Found& found)
{
    QStringList remarks;
    const auto add = [&](std::size_t count, const QString& words) {
        if (count > 0)
            remarks.append(words);
    };
    const auto plural = [](std::size_t count) { return static_cast<int>(count); };
    const SlotProfile& hours = found.hours;
    // With hours chosen in the filter they never came here.
    const std::size_t longSpans = hours.leftOut + found.input.leftOutLongSpans;
    add(longSpans, Tr::tr("%Ln incident(s) spanning a week or more have no hour of the week and are left out.", nullptr,
                          plural(longSpans)));
    add(hours.undecided, Tr::tr("%Ln incident(s) have no single hour with more than half of their span and are not counted by "
                                "hour; share their spans to count them.",
                                nullptr, plural(hours.undecided)));
    add(hours.overADay, Tr::tr("%Ln incident(s) span more than a day, and say little of the hour.", nullptr,
                               plural(hours.overADay)));
    if (found.test)
        add(found.test->leftOut, Tr::tr("%Ln incident(s) without an hour of their own are left out of the test.", nullptr,
                                        plural(found.test->leftOut)));
    add(static_cast<std::size_t>(found.input.unusable),
        Tr::tr("%Ln row(s) of the file could not be read and are left out.", nullptr, static_cast<int>(found.input.unusable)));
    return remarks;
}

QStringList warningsOf(const Found& found)
{
    QStringList warnings;
    const auto onTheHour = std::count_if(found.input.rows.begin(), found.input.rows.end(), [&](std::uint32_t row) {
        return found.input.table->localMinuteOfWeek[row] % 1440 == 0 && found.input.table->localSpanMinutes[row] == 0;
    });
    if (found.input.rows.size() >= 20 && static_cast<double>(onTheHour) > 0.2 * static_cast<double>(found.input.rows.size()))
        warnings.append(Tr::tr("%1 of the incidents stand at exactly 00:00: their time of day may not be known.")
                            .arg(text::percent(static_cast<double>(onTheHour) / static_cast<double>(found.input.rows.size()))));
    if (found.test && found.study.unit == HourUnit::Day && found.test->days < 20)
        warnings.append(Tr::tr("Incidents lie on only %Ln day(s), too few to tell hours apart.", nullptr,
                               static_cast<int>(found.test->days)));
    return warnings;
}

// ---- json

QJsonArray jsonOf(const std::vector<double>& values, std::size_t from, std::size_t count)
{
    QJsonArray array;
    for (std::size_t i = from; i < from + count; ++i)
        array.append(values[i]);
    return array;
}

QJsonArray jsonOf(const std::vector<CalendarCount>& counts)
{
    QJsonArray array;
    for (const CalendarCount& entry : counts) {
        QJsonObject object{{QStringLiteral("year"), entry.year},
                           {QStringLiteral("count"), static_cast<qint64>(entry.count)},
                           {QStringLiteral("year_before"),
                            entry.yearBefore ? QJsonValue(static_cast<qint64>(*entry.yearBefore)) : QJsonValue()},
                           {QStringLiteral("whole"), entry.whole}};
        if (entry.month > 0)
            object.insert(QStringLiteral("month"), entry.month);
        array.append(object);
    }
    return array;
}

QJsonObject bandsJson(const Found& found)
{
    QJsonArray names;
    QJsonArray byWeekday;
    for (std::size_t band = 0; band < 6; ++band) {
        const int from = analysis::patrolBandStarts[band];
        names.append(QStringLiteral("%1-%2").arg(twoDigits(from), twoDigits((from + analysis::patrolBandHours) % 24)));
    }
    for (std::size_t day = 0; day < 7; ++day)
        byWeekday.append(jsonOf(found.bandsByWeekday.weights, 6 * day, 6));
    return {{QStringLiteral("bands"), names},
            {QStringLiteral("count"), jsonOf(found.bands.weights, 0, 6)},
            {QStringLiteral("by_weekday"), byWeekday},
            {QStringLiteral("undecided"), static_cast<qint64>(found.bands.undecided)}};
}

QJsonValue testJson(const Found& found)
{
    if (!found.test)
        return {};
    QJsonArray tested;
    for (std::size_t slot = 0; slot < found.test->slots.size(); ++slot) {
        const analysis::HourTestSlot& entry = found.test->slots[slot];
        QJsonObject object{{QStringLiteral("observed"), entry.observed}, {QStringLiteral("expected"), entry.expected},
                           {QStringLiteral("ratio"), jsonNumber(entry.ratio)}, {QStringLiteral("z"), entry.z},
                           {QStringLiteral("tested"), entry.tested},
                           {QStringLiteral("p"), entry.tested ? QJsonValue(entry.p) : QJsonValue()},
                           {QStringLiteral("p_all_hours"), entry.tested ? QJsonValue(entry.familyP) : QJsonValue()},
                           {QStringLiteral("hours"), slotName(found, slot)}};
        if (found.study.testedHours.none()) {
            object.insert(QStringLiteral("weekday"), static_cast<int>(slot / 6));
            object.insert(QStringLiteral("band"), static_cast<int>(slot % 6));
        }
        tested.append(object);
    }
    return QJsonObject{{QStringLiteral("null"), found.study.null == HourNull::EvenWeek ? QStringLiteral("even-week")
                                                                                       : QStringLiteral("weekday-and-hour")},
                       {QStringLiteral("unit"), found.study.unit == HourUnit::Day ? QStringLiteral("day")
                                                                                  : QStringLiteral("incident")},
                       {QStringLiteral("runs"), found.study.runs},
                       {QStringLiteral("seed"), static_cast<qint64>(found.study.seed)},
                       {QStringLiteral("incidents"), static_cast<qint64>(found.test->incidents)},
                       {QStringLiteral("left_out"), static_cast<qint64>(found.test->leftOut)},
                       {QStringLiteral("days"), static_cast<qint64>(found.test->days)},
                       {QStringLiteral("slots"), tested}};
}

QJsonObject jsonOf(const Found& found)
{
    QJsonArray hours;
    for (std::size_t day = 0; day < 7; ++day)
        hours.append(jsonOf(found.hours.weights, 24 * day, 24));
    return {{QStringLiteral("aoristic"), found.study.aoristic},
            {QStringLiteral("hours"), hours},
            {QStringLiteral("weekdays"), jsonOf(found.weekdays.weights, 0, 7)},
            {QStringLiteral("bands"), bandsJson(found)},
            {QStringLiteral("months"), jsonOf(found.months)},
            {QStringLiteral("years"), jsonOf(found.years)},
            {QStringLiteral("incidents"), static_cast<qint64>(found.input.rows.size())},
            {QStringLiteral("counted"), static_cast<qint64>(found.hours.counted)},
            {QStringLiteral("left_out"), static_cast<qint64>(found.hours.leftOut + found.hours.undecided)},
            {QStringLiteral("left_out_week_or_more"), static_cast<qint64>(found.hours.leftOut)},
            {QStringLiteral("left_out_no_single_hour"), static_cast<qint64>(found.hours.undecided)},
            {QStringLiteral("over_a_day"), static_cast<qint64>(found.hours.overADay)},
            {QStringLiteral("unusable"), found.input.unusable},
            {QStringLiteral("test"), testJson(found)}};
}

/// Whether there is anything to test: fewer than two incidents with an hour of their own are not an error here.
Result<void> runTest(Found& found, const std::stop_token& stop, const Progress& progress)
{
    analysis::HourTestOptions options;
    options.null = found.study.null;
    options.unit = found.study.unit;
    options.runs = found.study.runs;
    options.seed = found.study.seed;
    options.threads = found.study.threads;
    options.stop = stop;
    options.progress = progress;
    auto test = analysis::hourTest(*found.input.table, found.input.rows, testedSlots(found.study), options);
    if (!test && test.error().fault == analysis::Fault::Cancelled)
        return fail(ErrorCode::Cancelled);
    if (test)
        found.test = std::move(*test);
    return {};
}

} // namespace

Result<MethodResultPtr> runTimes(const StudyInput& input, const TimeStudy& study, std::stop_token stop,
                                 const Progress& progress)
{
    if (!input.hasTimes)
        return notPossible(Tr::tr("the points have no dates"));
    if (study.runs < 1 || study.runs > analysis::maximumHourTestRuns)
        return notPossible(Tr::tr("the number of shuffles must be from %1 to %2")
                               .arg(text::number(qint64{1}), text::number(qint64{analysis::maximumHourTestRuns})));
    if (!input.weights.empty())
        return notPossible(Tr::tr("the points have weights, and only whole incidents can be counted by hour"));
    if (input.rows.empty())
        return fail(ErrorCode::NoIncidents);

    const SpanRule rule = study.aoristic ? SpanRule::Aoristic : SpanRule::MoreThanHalf;
    const auto profile = [&](const WeekSlots& slots) { return analysis::slotProfile(*input.table, input.rows, slots, rule); };
    Found found{input, study, profile(analysis::hourSlots()), profile(analysis::dayHourSlots()),
                profile(analysis::weekdaySlots()), profile(analysis::bandSlots()), profile(analysis::bandByWeekdaySlots()),
                {}, {}, {}};
    countCalendar(found);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (study.test)
        if (const Result<void> tested = runTest(found, stop, progress); !tested)
            return tl::unexpected(tested.error());

    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("When it happens");
    result->parameters = parametersOf(study);
    result->sentences = sentencesOf(found);
    result->warnings = warningsOf(found);
    result->remarks = remarksOf(found);
    result->tables.push_back(hoursTable(found));
    if (found.test)
        result->tables.push_back(testTable(found));
    result->tables.push_back(calendarTable(found.months, false));
    result->tables.push_back(calendarTable(found.years, true));
    result->bars = allBars(found);
    result->json = jsonOf(found);
    if (progress)
        progress(1.0);
    return MethodResultPtr(std::move(result));
}

} // namespace hk::methods
