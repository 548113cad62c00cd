#include "cli/commands.h"
#include "cli/output.h"
#include "cli/study_arguments.h"
#include "methods/period_comparison_study.h"
#include "methods/time_study.h"
#include "workspace/map_analysis.h"

namespace hk::cli {
namespace {

tl::unexpected<Error> wrong(const QString& words) { return fail(ErrorCode::WrongUsage, {}, {words}); }

template <class Value>
struct Choice {
    const char* name;
    Value value;
};

/// The value an option names, the first where it is not given.
template <class Value, std::size_t Count>
Result<Value> chosen(const Arguments& given, const QString& option, const Choice<Value> (&choices)[Count])
{
    if (!given.has(option))
        return choices[0].value;
    QStringList names;
    for (const Choice<Value>& choice : choices) {
        if (given.value(option) == QLatin1String(choice.name))
            return choice.value;
        names.append(QLatin1String(choice.name));
    }
    return wrong(QStringLiteral("--%1 is %2, not \"%3\".")
                     .arg(option, names.join(QStringLiteral(" or ")), given.value(option)));
}

constexpr Choice<analysis::RateBasis> bases[] = {{"period", analysis::RateBasis::LaterPeriod},
                                                 {"counted", analysis::RateBasis::AsCounted},
                                                 {"30days", analysis::RateBasis::Per30Days},
                                                 {"year", analysis::RateBasis::PerYear}};
constexpr Choice<analysis::HourNull> nulls[] = {{"even-week", analysis::HourNull::EvenWeek},
                                                {"weekday-and-hour", analysis::HourNull::WeekdayAndHour}};
constexpr Choice<analysis::HourUnit> units[] = {{"day", analysis::HourUnit::Day},
                                                {"incident", analysis::HourUnit::Incident}};

Result<methods::PeriodComparisonStudy> comparisonOf(const Arguments& given)
{
    methods::PeriodComparisonStudy study;
    for (const char* option : {"from", "to"})
        if (given.has(QLatin1String(option)))
            return wrong(QStringLiteral("--%1 is not used here; --a and --b are the periods.").arg(QLatin1String(option)));
    const Result<Period> earlier = given.period(QStringLiteral("a"));
    if (!earlier)
        return tl::unexpected(earlier.error());
    const Result<Period> later = given.period(QStringLiteral("b"));
    if (!later)
        return tl::unexpected(later.error());
    if (earlier->overlaps(*later))
        return wrong(QStringLiteral("--a and --b overlap, so that some days would count in both."));
    if (later->from < earlier->from)
        return wrong(QStringLiteral("--b begins before --a; the earlier period is --a."));
    const Result<workspace::MapSettings> settings = given.settings();
    if (!settings)
        return tl::unexpected(settings.error());
    const Result<analysis::RateBasis> basis = chosen(given, QStringLiteral("basis"), bases);
    if (!basis)
        return tl::unexpected(basis.error());
    const Result<double> floor = given.number(QStringLiteral("floor"), study.floorShare, 0.0, 1.0);
    if (!floor)
        return tl::unexpected(floor.error());
    study.earlier = *earlier;
    study.later = *later;
    study.cell = settings->cell;
    study.bandwidth = settings->bandwidth;
    study.kernel = settings->kernel;
    study.quantile = settings->quantile;
    study.within = settings->hotspotsWithin;
    study.basis = *basis;
    study.floorShare = *floor;
    return study;
}

Result<methods::TimeStudy> timesOf(const Arguments& given)
{
    methods::TimeStudy study;
    const Result<analysis::HourNull> null = chosen(given, QStringLiteral("null"), nulls);
    if (!null)
        return tl::unexpected(null.error());
    const Result<analysis::HourUnit> unit = chosen(given, QStringLiteral("unit"), units);
    if (!unit)
        return tl::unexpected(unit.error());
    const Result<qint64> runs = given.wholeNumber(QStringLiteral("runs"), study.runs, 1, analysis::maximumHourTestRuns);
    if (!runs)
        return tl::unexpected(runs.error());
    const Result<qint64> seed
        = given.wholeNumber(QStringLiteral("seed"), static_cast<qint64>(study.seed), 0, 9'000'000'000'000'000);
    if (!seed)
        return tl::unexpected(seed.error());
    study.aoristic = given.has(QStringLiteral("aoristic"));
    study.test = !given.has(QStringLiteral("no-test"));
    study.null = *null;
    study.unit = *unit;
    study.runs = static_cast<int>(*runs);
    study.seed = static_cast<quint64>(*seed);
    return study;
}

} // namespace

int compareCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("compare"),
                    QStringLiteral("What has changed between two periods, and where: the difference of the densities, and the "
                                   "change of each hotspot with its 95 % interval. FILE is an incident file, or a CSV or layer "
                                   "of points with --date."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incidents."));
    given.option(QStringLiteral("a"), QStringLiteral("FROM/TO"),
                 QStringLiteral("The earlier period, as 2024-01-01/2025-01-01; the last date is the first day after it."));
    given.option(QStringLiteral("b"), QStringLiteral("FROM/TO"), QStringLiteral("The later period."));
    given.option(QStringLiteral("basis"), QStringLiteral("period|counted|30days|year"),
                 QStringLiteral("What densities are scaled to: the days of the later period (default), nothing, 30 days, a year."));
    given.option(QStringLiteral("floor"), QStringLiteral("SHARE"),
                 QStringLiteral("Share of the earlier maximum below which no ratio is given (0.01)."));
    given.analysisOptions();
    addInputOptions(given);
    addDateOption(given);
    given.option(QStringLiteral("out"), QStringLiteral("F"),
                 QStringLiteral("The file to write: .tif the difference, .geojson the hotspots, .csv the table."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints everything found as JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    const Result<methods::PeriodComparisonStudy> study = comparisonOf(given);
    if (!study)
        return failWith(study.error());
    if (const Result<void> free = mayWrite(given); !free)
        return failWith(free.error());
    const Result<methods::StudyInput> input = readStudyInput(given);
    if (!input)
        return failWith(input.error());
    return finishStudy(given, methods::runPeriodComparison(*input, *study), *input);
}

int timesCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("times"),
                    QStringLiteral("When incidents happen: hours of the week, patrol bands, months and years, and whether an "
                                   "hour is really different. Without --aoristic a span counts in the hour that holds more than "
                                   "half of it, and one without such an hour is left out and counted as such. FILE is an incident "
                                   "file, or a CSV or layer of points with --date."));
    given.positional(QStringLiteral("FILE"), QStringLiteral("The incidents."));
    given.flag(QStringLiteral("aoristic"), QStringLiteral("Shares a span over the hours it covers."));
    given.option(QStringLiteral("null"), QStringLiteral("even-week|weekday-and-hour"),
                 QStringLiteral("What the test holds the hours against (even-week)."));
    given.option(QStringLiteral("unit"), QStringLiteral("day|incident"), QStringLiteral("What is shuffled as one (day)."));
    given.option(QStringLiteral("runs"), QStringLiteral("R"), QStringLiteral("Shuffles of the test (999)."));
    given.option(QStringLiteral("seed"), QStringLiteral("S"), QStringLiteral("Seed of the shuffles (1)."));
    given.flag(QStringLiteral("no-test"), QStringLiteral("Leaves the test out."));
    addInputOptions(given);
    addDateOption(given);
    given.option(QStringLiteral("out"), QStringLiteral("F.csv"), QStringLiteral("The table of hours to write."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints everything found as JSON."));
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    const Result<methods::TimeStudy> study = timesOf(given);
    if (!study)
        return failWith(study.error());
    if (const Result<void> free = mayWrite(given); !free)
        return failWith(free.error());
    const Result<methods::StudyInput> input = readStudyInput(given);
    if (!input)
        return failWith(input.error());
    return finishStudy(given, methods::runTimes(*input, *study), *input);
}

} // namespace hk::cli
