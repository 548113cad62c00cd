#include "cli/commands.h"
#include "cli/output.h"
#include "cli/study_arguments.h"
#include "methods/area_count_study.h"

#include <QFileInfo>

namespace hk::cli {
namespace {

tl::unexpected<Error> wrong(const QString& words) { return fail(ErrorCode::WrongUsage, {}, {words}); }

void addOptions(Arguments& given)
{
    given.positional(QStringLiteral("INPUT"), QStringLiteral("The incidents."));
    given.option(QStringLiteral("zones"), QStringLiteral("AREAFILE"),
                 QStringLiteral("The areas: polygons with names (.geojson, .gpkg, .shp …)."));
    given.option(QStringLiteral("name-field"), QStringLiteral("F"),
                 QStringLiteral("Field of the areas' names (the likeliest)."));
    given.option(QStringLiteral("denominator"), QStringLiteral("F"),
                 QStringLiteral("What to divide by: a numeric field of AREAFILE, or a CSV of name;number."));
    given.option(QStringLiteral("denominator-name"), QStringLiteral("WORDS"),
                 QStringLiteral("What it is called in the result, such as inhabitants."));
    given.option(QStringLiteral("measure"), QStringLiteral("rate|per-km2|count"),
                 QStringLiteral("What ranks and colours the areas (the rate where there is one, else per km²)."));
    given.option(QStringLiteral("breaks"), QStringLiteral("quantiles|equal|natural"),
                 QStringLiteral("How the classes are made (quantiles)."));
    given.option(QStringLiteral("classes"), QStringLiteral("N"), QStringLiteral("How many, 2 to 9 (5)."));
    given.option(QStringLiteral("hide-below"), QStringLiteral("N"),
                 QStringLiteral("Hides counts from 1 up to but not N, for partners and the public: 5 is usual (0: none)."));
    addInputOptions(given);
    given.option(QStringLiteral("out"), QStringLiteral("F"), QStringLiteral("The areas (.geojson) or the table (.csv)."));
    given.flag(QStringLiteral("json"), QStringLiteral("Prints everything found as JSON."));
}

/// One of the words; the first where the option is not given.
Result<int> choice(const Arguments& given, const QString& name, const QStringList& words)
{
    if (!given.has(name))
        return 0;
    const auto index = static_cast<int>(words.indexOf(given.value(name)));
    if (index < 0)
        return wrong(QStringLiteral("--%1 is one of %2, not \"%3\".").arg(name, words.join(QStringLiteral(", ")), given.value(name)));
    return index;
}

Result<void> readDenominator(const Arguments& given, methods::AreaCountStudy& study)
{
    study.denominatorName = given.value(QStringLiteral("denominator-name"));
    if (!given.has(QStringLiteral("denominator")))
        return {};
    const QString denominator = given.value(QStringLiteral("denominator"));
    if (study.areas->fields.contains(denominator)) {
        if (!study.areas->numericFields.contains(denominator))
            return wrong(QStringLiteral("The field %1 does not hold numbers.").arg(denominator));
        study.denominatorField = denominator;
        return {};
    }
    if (!QFileInfo::exists(denominator))
        return fail(ErrorCode::ColumnNotFound, {given.value(QStringLiteral("zones"))}, {denominator});
    const Result<exchange::NamedNumbers> numbers = exchange::readNamedNumbers(denominator);
    if (!numbers)
        return tl::unexpected(numbers.error());
    study.denominators = std::make_shared<const exchange::NamedNumbers>(*numbers);
    return {};
}

Result<methods::AreaCountStudy> studyOf(const Arguments& given, const QString& crs)
{
    methods::AreaCountStudy study;
    const Result<int> measure = choice(given, QStringLiteral("measure"),
                                       {QStringLiteral("auto"), QStringLiteral("rate"), QStringLiteral("per-km2"),
                                        QStringLiteral("count")});
    if (!measure)
        return tl::unexpected(measure.error());
    const Result<int> rule = choice(given, QStringLiteral("breaks"),
                                    {QStringLiteral("quantiles"), QStringLiteral("equal"), QStringLiteral("natural")});
    if (!rule)
        return tl::unexpected(rule.error());
    const Result<qint64> classes = given.wholeNumber(QStringLiteral("classes"), study.classCount, 2, 9);
    if (!classes)
        return tl::unexpected(classes.error());
    const Result<qint64> hideBelow = given.wholeNumber(QStringLiteral("hide-below"), 0, 0, 1000);
    if (!hideBelow)
        return tl::unexpected(hideBelow.error());
    study.measure = static_cast<methods::AreaCountStudy::Measure>(*measure);
    study.classes = static_cast<analysis::ClassRule>(*rule);
    study.classCount = static_cast<int>(*classes);
    study.hideBelow = static_cast<int>(*hideBelow);
    const Result<exchange::NamedAreas> areas = exchange::readNamedAreas(given.value(QStringLiteral("zones")), crs,
                                                                        given.value(QStringLiteral("name-field")));
    if (!areas)
        return tl::unexpected(areas.error());
    study.areas = std::make_shared<const exchange::NamedAreas>(*areas);
    if (const Result<void> divided = readDenominator(given, study); !divided)
        return tl::unexpected(divided.error());
    return study;
}

} // namespace

int areasCommand(const QStringList& arguments)
{
    Arguments given(QStringLiteral("areas"),
                    QStringLiteral("Incidents per area of a file of boundaries, per km² and, where there is something to "
                                   "divide by, per 1,000 of it. INPUT is an incident file, or a CSV or layer of points."));
    addOptions(given);
    if (const std::optional<int> code = given.parse(arguments))
        return *code;
    if (!given.has(QStringLiteral("zones")))
        return failWith(Error{ErrorCode::WrongUsage, {}, {QStringLiteral("--zones is missing.")}});
    if (const Result<void> free = mayWrite(given); !free)
        return failWith(free.error());
    const Result<methods::StudyInput> input = readStudyInput(given);
    if (!input)
        return failWith(input.error());
    const Result<methods::AreaCountStudy> study = studyOf(given, input->crs);
    if (!study)
        return failWith(study.error());
    return finishStudy(given, methods::runAreaCount(*input, *study), *input);
}

} // namespace hk::cli
