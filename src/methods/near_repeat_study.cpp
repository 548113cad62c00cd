#include "methods/near_repeat_study.h"

#include "methods/translated.h"
#include "text/sentences.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <optional>

namespace hk::methods {
namespace {

/// Closer than this is the same place.
constexpr double samePlaceMetres = 1.0;
/// Fewer pairs than this make a ratio shaky, however unlikely chance is.
constexpr std::uint64_t fewPairs = 10;

using analysis::NearRepeat;
using analysis::NearRepeatBands;
using analysis::NearRepeatCell;
using Form = ResultColumn::Form;

QString metresWords(double metres)
{
    return metres == std::floor(metres) ? text::number(static_cast<qint64>(metres)) : text::number(metres, 1);
}

QString daysWords(std::int32_t days) { return text::number(static_cast<qint64>(days)); }

QString ratioWords(double ratio) { return text::number(ratio, ratio < 9.95 ? 1 : 0); }

QString chanceWords(double p)
{
    return p < 0.001 ? QStringLiteral("p < %1").arg(text::number(0.001, 3)) : QStringLiteral("p = %1").arg(text::number(p, 3));
}

/// What is made of one result: the bands that were counted, and their words.
class Writer {
public:
    Writer(const NearRepeat& found, const NearRepeatBands& bands, const NearRepeatStudy& study)
        : m_found(found)
        , m_bands(bands)
        , m_study(study)
    {
    }

    QStringList sentences() const;
    QStringList warnings() const;
    ResultTable table() const;
    ResultTable matrix(const QString& key, const QString& title, double NearRepeatCell::* value, Form form) const;
    std::vector<ResultBars> bars() const;
    QJsonObject json() const;

private:
    bool isSamePlace(std::size_t space) const { return m_study.samePlace && space == 0; }
    bool beginsAtOnce() const { return m_bands.metres.front() == 0.0 && m_bands.days.front() == 0; }
    QString distanceWords(std::size_t space) const;
    QString daysApart(std::size_t time) const;
    QString headline(const NearRepeatCell& nearest) const;
    QString noPattern(const NearRepeatCell& nearest) const;
    QStringList reachSentences() const;
    QString elsewhere() const;
    template <class Value>
    QJsonArray perBand(Value value) const;

    const NearRepeat& m_found;
    const NearRepeatBands& m_bands;
    const NearRepeatStudy& m_study;
};

QString Writer::distanceWords(std::size_t space) const
{
    if (isSamePlace(space))
        return Tr::tr("same place");
    // The same place is a band of its own, not a distance that begins at 1 m.
    const double from = m_study.samePlace && space == 1 ? 0.0 : m_bands.metres[space];
    return Tr::tr("%1–%2 m", "a band of distances").arg(metresWords(from), metresWords(m_bands.metres[space + 1]));
}

QString Writer::daysApart(std::size_t time) const
{
    const std::int32_t first = m_bands.days[time];
    const std::int32_t last = m_bands.days[time + 1] - 1;
    return first == last ? Tr::tr("%1 d", "days between two incidents").arg(daysWords(first))
                         : Tr::tr("%1–%2 d", "days between two incidents, first and last").arg(daysWords(first), daysWords(last));
}

QString Writer::headline(const NearRepeatCell& nearest) const
{
    const QString ratio = ratioWords(nearest.ratio);
    const QString chance = chanceWords(nearest.p);
    if (!beginsAtOnce())
        return Tr::tr("The risk is %1 times higher at %2 and %3 after an incident (%4).",
                      "times, a band of distances, a band of days, p")
            .arg(ratio, distanceWords(0), daysApart(0), chance);
    const int days = m_bands.days[1];
    if (ratio == ratioWords(1.0))
        return Tr::tr("After an incident the risk is only %1 higher within %2 m for %Ln day(s) (%3): hardly of practical weight.",
                      "percentage, metres, p", days)
            .arg(text::percent(nearest.ratio - 1.0, 1), metresWords(m_bands.metres[1]), chance);
    if (m_study.samePlace)
        return Tr::tr("After an incident the risk is %1 times higher at the same place for %Ln day(s) (%2).", "times, p", days)
            .arg(ratio, chance);
    return Tr::tr("After an incident the risk is %1 times higher within %2 m for %Ln day(s) (%3).", "times, metres, p", days)
        .arg(ratio, metresWords(m_bands.metres[1]), chance);
}

QString Writer::noPattern(const NearRepeatCell& nearest) const
{
    if (nearest.expected < 1.0 && nearest.observed < 5)
        return Tr::tr("Too few incidents lie so near each other in place and time for anything to be said.");
    return Tr::tr("No pattern: incidents near each other do not follow sooner upon each other than chance has it (%1).",
                  "p")
        .arg(chanceWords(nearest.p));
}

QStringList Writer::reachSentences() const
{
    QStringList sentences;
    const analysis::NearRepeatReach& reach = m_found.reach;
    if (reach.spaceBands > 1)
        sentences.append(Tr::tr("For %Ln day(s) it is felt out to %1 m.", "metres", m_bands.days[1])
                             .arg(metresWords(m_bands.metres[reach.spaceBands])));
    if (reach.timeBands > 1) {
        const int days = m_bands.days[reach.timeBands];
        sentences.append(isSamePlace(0) ? Tr::tr("At the same place it is felt for %Ln day(s).", nullptr, days)
                                        : Tr::tr("Within %1 m it is felt for %Ln day(s).", "metres", days)
                                              .arg(metresWords(m_bands.metres[1])));
    }
    return sentences;
}

/// The cell farther off that stands out most where all are looked at.
QString Writer::elsewhere() const
{
    const NearRepeatCell* most = nullptr;
    QString where;
    for (std::size_t space = 0; space < m_found.spaceBands; ++space)
        for (std::size_t time = 0; time < m_found.timeBands; ++time) {
            const bool within = (time == 0 && space < m_found.reach.spaceBands)
                                || (space == 0 && time < m_found.reach.timeBands)
                                || (space < m_found.reach.spaceBands && time < m_found.reach.timeBands);
            const NearRepeatCell& cell = m_found.at(space, time);
            if (within || cell.familyP > analysis::nearRepeatLevel || (most && cell.familyP >= most->familyP))
                continue;
            most = &cell;
            where = Tr::tr("%1 and %2", "a band of distances and a band of days").arg(distanceWords(space), daysApart(time));
        }
    if (!most)
        return {};
    return Tr::tr("Farther off, %1 stands out most: %2 times what chance has (%3, all cells weighed in).",
                  "a cell of the table, times, p")
        .arg(where, ratioWords(most->ratio), chanceWords(most->familyP));
}

QStringList Writer::sentences() const
{
    const NearRepeatCell& nearest = m_found.at(0, 0);
    QStringList sentences;
    if (m_found.reach.spaceBands > 0)
        sentences = QStringList(headline(nearest)) + reachSentences();
    else
        sentences.append(noPattern(nearest));
    if (const QString other = elsewhere(); !other.isEmpty())
        sentences.append(other);
    return sentences;
}

QStringList Writer::warnings() const
{
    QStringList warnings;
    const NearRepeatCell& nearest = m_found.at(0, 0);
    if (m_found.reach.spaceBands > 0 && nearest.observed < fewPairs)
        warnings.append(Tr::tr("This rests on only %Ln pair(s) of incidents.", nullptr, static_cast<int>(nearest.observed)));
    const std::size_t cells = m_found.cells.size();
    if (static_cast<double>(cells) > analysis::nearRepeatLevel * (m_study.runs + 1))
        warnings.append(Tr::tr("With %1 shuffles no cell out of %2 can stand out for certain where all are weighed in. "
                               "Choose more shuffles or fewer bands.")
                            .arg(text::number(static_cast<qint64>(m_study.runs)), text::number(static_cast<qint64>(cells))));
    return warnings;
}

ResultTable Writer::table() const
{
    ResultTable table{QStringLiteral("near_repeat"),
                      Tr::tr("Pairs by distance and days between"),
                      {{QStringLiteral("distance"), Tr::tr("Distance"), Form::Words},
                       {QStringLiteral("from_m"), Tr::tr("From (m)"), Form::Number, 0},
                       {QStringLiteral("to_m"), Tr::tr("Below (m)"), Form::Number, 0},
                       {QStringLiteral("from_days"), Tr::tr("From (days)"), Form::Count},
                       {QStringLiteral("to_days"), Tr::tr("Below (days)"), Form::Count},
                       {QStringLiteral("observed"), Tr::tr("Pairs"), Form::Count},
                       {QStringLiteral("expected"), Tr::tr("By chance"), Form::Number, 1},
                       {QStringLiteral("ratio"), Tr::tr("Ratio"), Form::Number, 2},
                       {QStringLiteral("p"), Tr::tr("p"), Form::Probability},
                       {QStringLiteral("p_all_cells"), Tr::tr("p, all cells"), Form::Probability}},
                      {}};
    for (std::size_t space = 0; space < m_found.spaceBands; ++space)
        for (std::size_t time = 0; time < m_found.timeBands; ++time) {
            const NearRepeatCell& cell = m_found.at(space, time);
            table.rows.push_back({distanceWords(space), m_bands.metres[space], m_bands.metres[space + 1], m_bands.days[time],
                                  m_bands.days[time + 1], static_cast<qulonglong>(cell.observed), cell.expected,
                                  std::isfinite(cell.ratio) ? QVariant(cell.ratio) : QVariant(), cell.p, cell.familyP});
        }
    return table;
}

ResultTable Writer::matrix(const QString& key, const QString& title, double NearRepeatCell::* value, Form form) const
{
    ResultTable table{key, title, {{QStringLiteral("distance"), Tr::tr("Distance"), Form::Words}}, {}};
    for (std::size_t time = 0; time < m_found.timeBands; ++time)
        table.columns.push_back(
            {QStringLiteral("days_%1_to_%2").arg(m_bands.days[time]).arg(m_bands.days[time + 1]), daysApart(time), form, 2});
    for (std::size_t space = 0; space < m_found.spaceBands; ++space) {
        QVariantList row{distanceWords(space)};
        for (std::size_t time = 0; time < m_found.timeBands; ++time) {
            const double number = m_found.at(space, time).*value;
            row.append(std::isfinite(number) ? QVariant(number) : QVariant());
        }
        table.rows.push_back(row);
    }
    return table;
}

std::vector<ResultBars> Writer::bars() const
{
    ResultBars byDays{Tr::tr("%1 apart", "a band of distances").arg(distanceWords(0)),
                      Tr::tr("times"), {}, {}, Tr::tr("Pairs against chance"), {}, Tr::tr("Chance")};
    if (isSamePlace(0))
        byDays.title = Tr::tr("At the same place");
    for (std::size_t time = 0; time < m_found.timeBands; ++time) {
        const double ratio = m_found.at(0, time).ratio;
        byDays.labels.append(daysApart(time));
        byDays.values.push_back(std::isfinite(ratio) ? ratio : 0.0);
        byDays.reference.push_back(1.0);
    }
    ResultBars byDistance{Tr::tr("%1 apart", "a band of days").arg(daysApart(0)),
                          Tr::tr("times"), {}, {}, Tr::tr("Pairs against chance"), {}, Tr::tr("Chance")};
    for (std::size_t space = 0; space < m_found.spaceBands; ++space) {
        const double ratio = m_found.at(space, 0).ratio;
        byDistance.labels.append(distanceWords(space));
        byDistance.values.push_back(std::isfinite(ratio) ? ratio : 0.0);
        byDistance.reference.push_back(1.0);
    }
    return {byDays, byDistance};
}

template <class Value>
QJsonArray Writer::perBand(Value value) const
{
    QJsonArray outer;
    for (std::size_t space = 0; space < m_found.spaceBands; ++space) {
        QJsonArray inner;
        for (std::size_t time = 0; time < m_found.timeBands; ++time)
            inner.append(value(m_found.at(space, time)));
        outer.append(inner);
    }
    return outer;
}

QJsonObject Writer::json() const
{
    QJsonArray metres;
    for (const double edge : m_bands.metres)
        metres.append(edge);
    QJsonArray days;
    for (const std::int32_t edge : m_bands.days)
        days.append(edge);
    const analysis::NearRepeatReach& reach = m_found.reach;
    const auto ratio = [](const NearRepeatCell& cell) {
        return std::isfinite(cell.ratio) ? QJsonValue(cell.ratio) : QJsonValue();
    };
    return {{QStringLiteral("bands"), QJsonObject{{QStringLiteral("metres"), metres}, {QStringLiteral("days"), days}}},
            {QStringLiteral("observed"),
             perBand([](const NearRepeatCell& cell) { return static_cast<qint64>(cell.observed); })},
            {QStringLiteral("expected"), perBand([](const NearRepeatCell& cell) { return cell.expected; })},
            {QStringLiteral("ratio"), perBand(ratio)},
            {QStringLiteral("p"), perBand([](const NearRepeatCell& cell) { return cell.p; })},
            {QStringLiteral("p_all_cells"), perBand([](const NearRepeatCell& cell) { return cell.familyP; })},
            {QStringLiteral("reach"),
             QJsonObject{{QStringLiteral("metres"), reach.spaceBands > 0 ? m_bands.metres[reach.spaceBands] : 0.0},
                         {QStringLiteral("days"), reach.timeBands > 0 ? m_bands.days[reach.timeBands] : 0}}},
            {QStringLiteral("pairs"), static_cast<qint64>(m_found.pairs)},
            {QStringLiteral("incidents"), static_cast<qint64>(m_found.incidents)},
            {QStringLiteral("runs"), m_study.runs},
            {QStringLiteral("seed"), static_cast<qint64>(m_study.seed)}};
}

tl::unexpected<Error> notPossible(const QString& why) { return fail(ErrorCode::StudyNotPossible, {}, {why}); }

tl::unexpected<Error> errorOf(analysis::NearRepeatFault fault, const NearRepeatBands& bands)
{
    using analysis::NearRepeatFault;
    switch (fault) {
    case NearRepeatFault::BandsNotRising:
        return notPossible(Tr::tr("the limits of the distances and of the days must rise, from 0 or above, and be at most %1 "
                                  "bands each")
                               .arg(text::number(static_cast<qint64>(analysis::maximumBands))));
    case NearRepeatFault::RunsOutOfRange:
        return notPossible(Tr::tr("the number of shuffles must be from %1 to %2")
                               .arg(text::number(static_cast<qint64>(analysis::minimumRuns)),
                                    text::number(static_cast<qint64>(analysis::maximumRuns))));
    case NearRepeatFault::TooManyPairs:
        return notPossible(Tr::tr("too many incidents lie within %1 m of each other; a shorter largest distance or a shorter "
                                  "period is needed")
                               .arg(metresWords(bands.metres.back())));
    case NearRepeatFault::TooFewIncidents:
        return fail(ErrorCode::NoIncidents);
    case NearRepeatFault::NotFinite:
        return fail(ErrorCode::Internal, {}, {}, QStringLiteral("a position is not a number"));
    case NearRepeatFault::Cancelled:
        break;
    }
    return fail(ErrorCode::Cancelled);
}

/// The bands to count by: with the same place before the others where asked for.
std::optional<NearRepeatBands> bandsOf(const NearRepeatStudy& study)
{
    NearRepeatBands bands = study.bands;
    if (!study.samePlace)
        return bands;
    if (bands.metres.size() < 2 || bands.metres.front() != 0.0 || bands.metres[1] <= samePlaceMetres)
        return std::nullopt;
    bands.metres.insert(bands.metres.begin() + 1, samePlaceMetres);
    return bands;
}

QStringList parametersOf(const NearRepeatStudy& study)
{
    QStringList metres;
    for (const double edge : study.bands.metres)
        metres.append(metresWords(edge));
    QStringList days;
    for (const std::int32_t edge : study.bands.days)
        days.append(daysWords(edge));
    QStringList parameters{Tr::tr("Limits of distance %1 m").arg(metres.join(QStringLiteral(", "))),
                           Tr::tr("Limits of time %1 days").arg(days.join(QStringLiteral(", "))),
                           Tr::tr("%1 shuffles, seed %2").arg(text::number(static_cast<qint64>(study.runs)))
                               .arg(study.seed)};
    if (study.samePlace)
        parameters.append(Tr::tr("The same place on its own"));
    return parameters;
}

QStringList remarksOf(const StudyInput& input, const analysis::NearRepeatRows& usable)
{
    QStringList remarks{Tr::tr("%Ln incident(s) are compared.", nullptr, static_cast<int>(usable.rows.size()))};
    if (usable.leftOutSpan > 0)
        remarks.append(Tr::tr("%Ln incident(s) whose day is not known well enough are left out.", nullptr,
                              static_cast<int>(usable.leftOutSpan)));
    analysis::HeatmapRows places;
    places.leftOutRadius = usable.leftOutPlace;
    return remarks + leftOutRemarks(input, places);
}

} // namespace

Result<MethodResultPtr> runNearRepeat(const StudyInput& input, const NearRepeatStudy& study, std::stop_token stop,
                                      const Progress& progress)
{
    if (!input.hasTimes)
        return notPossible(Tr::tr("the incidents have no dates; say which column holds them"));
    if (study.bands.metres.size() < 2 || study.bands.days.size() < 2)
        return errorOf(analysis::NearRepeatFault::BandsNotRising, study.bands);
    const std::optional<NearRepeatBands> bands = bandsOf(study);
    if (!bands)
        return notPossible(Tr::tr("for the same place on its own, the distances must begin at 0 and the first end above %1 m")
                               .arg(metresWords(samePlaceMetres)));
    const analysis::NearRepeatRows usable = analysis::nearRepeatRows(*input.table, input.rows, study.bands);
    analysis::NearRepeatOptions options;
    options.bands = *bands;
    options.runs = study.runs;
    options.seed = study.seed;
    options.threads = study.threads;
    options.stop = stop;
    options.progress = progress;
    const auto found = analysis::nearRepeat(analysis::spaceTimePoints(*input.table, usable.rows), options);
    if (!found)
        return errorOf(found.error(), *bands);

    const Writer writer(*found, *bands, study);
    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("Near repeat");
    result->parameters = parametersOf(study);
    result->sentences = writer.sentences();
    result->warnings = writer.warnings();
    result->remarks = remarksOf(input, usable);
    result->tables = {writer.table(),
                      writer.matrix(QStringLiteral("ratio"), Tr::tr("Pairs against chance"), &NearRepeatCell::ratio, Form::Number),
                      writer.matrix(QStringLiteral("p"), Tr::tr("Probability by chance (p)"), &NearRepeatCell::p,
                                    Form::Probability)};
    result->bars = writer.bars();
    result->json = writer.json();
    result->json.insert(QStringLiteral("left_out"), QJsonObject{{QStringLiteral("place"), static_cast<qint64>(usable.leftOutPlace)},
                                                                {QStringLiteral("time_span"), static_cast<qint64>(usable.leftOutSpan)},
                                                                {QStringLiteral("unusable_rows"), input.unusable}});
    result->json.insert(QStringLiteral("sentences"), QJsonArray::fromStringList(result->sentences));
    result->json.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(result->warnings));
    return MethodResultPtr(std::move(result));
}

} // namespace hk::methods
