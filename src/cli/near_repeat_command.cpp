#include "cli/commands.h"
#include "cli/output.h"
#include "cli/study_arguments.h"
#include "methods/near_repeat_study.h"

#include <cmath>

namespace hk::cli {
namespace {

tl::unexpected<Error> wrong(const QString& words) { return fail(ErrorCode::WrongUsage, {}, {words}); }

/// "0,100,200" as rising numbers from 0 on: two of them at least.
Result<std::vector<double>> edges(const Arguments& given, const QString& name, bool whole)
{
    std::vector<double> numbers;
    for (const QString& part : given.value(name).split(QLatin1Char(','))) {
        bool understood = false;
        const double number = part.trimmed().toDouble(&understood);
        const double before = numbers.empty() ? -1.0 : numbers.back();
        if (!understood || !(number >= 0.0 && number <= 1e9) || number <= before || (whole && number != std::floor(number)))
            return wrong((whole ? QStringLiteral("--%1 takes whole numbers of days that rise, as 0,7,14, not \"%2\".")
                                : QStringLiteral("--%1 takes metres that rise, as 0,100,200, not \"%2\"."))
                             .arg(name, given.value(name)));
        numbers.push_back(number);
    }
    if (numbers.size() < 2 || numbers.size() > analysis::maximumBands + 1)
        return wrong(QStringLiteral("--%1 takes 2 to %2 numbers, not \"%3\".")
                         .arg(name)
                         .arg(analysis::maximumBands + 1)
                         .arg(given.value(name)));
    return numbers;
}

Result<methods::NearRepeatStudy> studyOf(const Arguments& given)
{
    methods::NearRepeatStudy study;
    if (given.has(QStringLiteral("space"))) {
        const Result<std::vector<double>> metres = edges(given, QStringLiteral("space"), false);
        if (!metres)
            return tl::unexpected(metres.error());
        study.bands.metres = *metres;
    }
    if (given.has(QStringLiteral("time"))) {
        const Result<std::vector<double>> days = edges(given, QStringLiteral("time"), true);
        if (!days)
            return tl::unexpected(days.error());
        study.bands.days.clear();
        for (const double day : *days)
            study.bands.days.push_back(static_cast<std::int32_t>(day));
    }
    const Result<double> runs
        = given.number(QStringLiteral("runs"), study.runs, analysis::minimumRuns, analysis::maximumRuns);
    if (!runs)
        return tl::unexpected(runs.error());
    if (*runs != std::floor(*runs))
        return wrong(QStringLiteral("--runs must be a whole number."));
    study.runs = static_cast<int>(*runs);
    if (given.has(QStringLiteral("seed"))) {
        bool understood = false;
        study.seed = given.value(QStringLiteral("seed")).toULongLong(&understood);
        if (!understood)
            return wrong(QStringLiteral("--seed must be a whole number from 0 on, not \"%1\".")
                             .arg(given.value(QStringLiteral("seed"))));
    }
    study.samePlace = given.has(QStringLiteral("same-place"));
    return study;
}

} // namespace

int nearRepeatCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("near-repeat"),
                    QStringLiteral("Whether one incident is soon followed by another near it (Knox test): pairs by distance "
                                   "and days between, against the same places with the dates shuffled. INPUT is an incident "
                                   "file, or a CSV with the columns e,n or lon,lat and --date."));
    given.positional(QStringLiteral("INPUT"), QStringLiteral("The incidents."));
    given.option(QStringLiteral("space"), QStringLiteral("M,M,…"),
                 QStringLiteral("Limits of the distances in metres, half-open (0,100,200,300,400)."));
    given.option(QStringLiteral("time"), QStringLiteral("D,D,…"),
                 QStringLiteral("Limits of the days between, half-open (0,7,14,21,28)."));
    given.option(QStringLiteral("runs"), QStringLiteral("R"), QStringLiteral("Shuffles, 19 to 9999 (999)."));
    given.option(QStringLiteral("seed"), QStringLiteral("S"),
                 QStringLiteral("Seed of the shuffles (1): the same seed gives the same numbers."));
    given.flag(QStringLiteral("same-place"), QStringLiteral("The same place (closer than 1 m) on its own, before the others."));
    addInputOptions(given);
    addDateOption(given);
    given.option(QStringLiteral("out"), QStringLiteral("F.csv"), QStringLiteral("Also writes the table."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints everything in full precision."));
    if (const auto code = given.parse(arguments))
        return *code;
    const Result<methods::NearRepeatStudy> study = studyOf(given);
    if (!study)
        return failWith(study.error());
    if (const Result<void> free = mayWrite(given); !free)
        return failWith(free.error());
    const Result<methods::StudyInput> input = readStudyInput(given);
    if (!input)
        return failWith(input.error());
    const auto progress = [](double share) {
        printProgress(QStringLiteral("Shuffling: %1 %").arg(std::floor(share * 100.0), 0, 'f', 0));
    };
    return finishStudy(given, methods::runNearRepeat(*input, *study, {}, progress), *input);
}

} // namespace hk::cli
