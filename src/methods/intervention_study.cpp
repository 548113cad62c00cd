#include "methods/intervention_study.h"

#include "methods/translated.h"
#include "text/sentences.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hk::methods {
namespace {

using analysis::BeforeAfter;
using analysis::DatePeriod;
using analysis::EffectArea;
using analysis::EffectCounts;
using analysis::EffectZones;
using Form = ResultColumn::Form;

constexpr std::array<EffectArea, analysis::effectAreas> allAreas{EffectArea::Target, EffectArea::Buffer, EffectArea::Control,
                                                                 EffectArea::ControlBuffer};
constexpr double normal95 = 1.959963984540054;
/// A control that has so many times more or fewer incidents than the target moves by other numbers.
constexpr double mostTimesOther = 3.0;
/// Areas that share less of the smaller one are drawn side by side, not over each other.
constexpr double sharedToTell = 0.005;

QString nameOf(EffectArea area)
{
    switch (area) {
    case EffectArea::Target:
        return Tr::tr("Target area");
    case EffectArea::Buffer:
        return Tr::tr("Buffer area");
    case EffectArea::Control:
        return Tr::tr("Control area");
    case EffectArea::ControlBuffer:
        break;
    }
    return Tr::tr("Buffer area of the control");
}

QString keyOf(EffectArea area)
{
    switch (area) {
    case EffectArea::Target:
        return QStringLiteral("target");
    case EffectArea::Buffer:
        return QStringLiteral("buffer");
    case EffectArea::Control:
        return QStringLiteral("control");
    case EffectArea::ControlBuffer:
        break;
    }
    return QStringLiteral("control_buffer");
}

map::StudyClass classOf(EffectArea area)
{
    switch (area) {
    case EffectArea::Target:
        return {nameOf(area), QColor(0, 90, 160, 90), 2.0};
    case EffectArea::Buffer:
        return {nameOf(area), QColor(86, 160, 211, 50), 1.0};
    case EffectArea::Control:
        return {nameOf(area), QColor(200, 110, 0, 90), 2.0};
    case EffectArea::ControlBuffer:
        break;
    }
    return {nameOf(area), QColor(240, 180, 80, 50), 1.0};
}

DatePeriod daysOf(const Period& period)
{
    const QDate epoch(1970, 1, 1);
    return {static_cast<std::int32_t>(epoch.daysTo(period.from)), static_cast<std::int32_t>(epoch.daysTo(period.to))};
}

/// An estimate of a difference of counts with its 95 % interval.
struct Difference {
    double value;
    double error;
    double low() const { return value - normal95 * error; }
    double high() const { return value + normal95 * error; }
    bool isCertain() const { return low() > 0.0 || high() < 0.0; }
    int rounded() const { return static_cast<int>(std::lround(std::abs(value))); }
    /// "12–88" of a certain one; the sign is said in words.
    QString interval() const
    {
        const double a = std::abs(value < 0.0 ? high() : low());
        const double b = std::abs(value < 0.0 ? low() : high());
        return Tr::tr("%1–%2", "interval").arg(text::number(std::floor(a), 0), text::number(std::ceil(b), 0));
    }
    /// "from 12 fewer to 30 more" of an uncertain one.
    QString signedInterval() const
    {
        return Tr::tr("from %1 fewer to %2 more", "interval").arg(text::number(std::ceil(-low()), 0), text::number(std::ceil(high()), 0));
    }
};

/// All that is known once the counting is done.
struct Findings {
    EffectCounts counts;
    EffectZones zones;
    std::array<std::vector<analysis::Polygon>, analysis::effectAreas> shapes; ///< what is drawn
    DatePeriod before;
    DatePeriod after;
    analysis::PeriodConcerns concerns;
    double beforeScale = 1.0;
    analysis::DisplacementDifference difference;
    analysis::DisplacementQuotient quotient;
    analysis::RelativeRate relative;

    const std::vector<analysis::Polygon>& shapesOf(EffectArea area) const { return shapes[static_cast<std::size_t>(area)]; }
    double change(EffectArea area) const
    {
        return static_cast<double>(counts.of(area).after) - beforeScale * static_cast<double>(counts.of(area).before);
    }
    analysis::RateRatio rate(EffectArea area) const
    {
        const BeforeAfter& of = counts.of(area);
        return analysis::rateRatio({static_cast<std::int64_t>(of.before), static_cast<double>(before.days())},
                                   {static_cast<std::int64_t>(of.after), static_cast<double>(after.days())});
    }
    bool tooFew(EffectArea area) const
    {
        return counts.of(area).before + counts.of(area).after < 2 * static_cast<std::uint64_t>(analysis::fewestToCompare);
    }
    bool claimsNothing() const { return tooFew(EffectArea::Target) || tooFew(EffectArea::Control); }
};

QString localSentence(const Findings& found)
{
    const Difference local{found.difference.local, found.difference.localError};
    if (found.claimsNothing())
        return Tr::tr("Too few incidents to say: target and control need at least 10 each and period on average.");
    const bool fell = found.change(EffectArea::Target) < 0.0;
    const int count = local.rounded();
    if (!local.isCertain())
        return local.value < 0.0
                   ? Tr::tr("The change in the target area cannot be told from that in the control area: %Ln fewer "
                            "incident(s) (95% interval %1).", nullptr, count).arg(local.signedInterval())
                   : Tr::tr("The change in the target area cannot be told from that in the control area: %Ln more "
                            "incident(s) (95% interval %1).", nullptr, count).arg(local.signedInterval());
    if (local.value < 0.0)
        return fell ? Tr::tr("The decrease in the target area is larger than in the control area: %Ln fewer incident(s) "
                             "(95% interval %1).", nullptr, count).arg(local.interval())
                    : Tr::tr("The increase in the target area is smaller than in the control area: %Ln fewer incident(s) "
                             "(95% interval %1).", nullptr, count).arg(local.interval());
    return fell ? Tr::tr("The decrease in the target area is smaller than in the control area: %Ln more incident(s) "
                         "(95% interval %1).", nullptr, count).arg(local.interval())
                : Tr::tr("The increase in the target area is larger than in the control area: %Ln more incident(s) "
                         "(95% interval %1).", nullptr, count).arg(local.interval());
}

QString relativeSentence(const Findings& found)
{
    const analysis::RelativeRate& relative = found.relative;
    if (relative.tooFew || found.claimsNothing() || relative.interval.contains(1.0))
        return {};
    const double change = std::abs(relative.ratio - 1.0);
    const double one = std::abs(relative.interval.lower - 1.0);
    const double other = std::abs(relative.interval.upper - 1.0);
    const QString interval = Tr::tr("%1–%2", "interval")
                                 .arg(text::number(std::min(one, other) * 100.0, 0), text::percent(std::max(one, other)));
    return relative.ratio < 1.0
               ? Tr::tr("Against the control area the incidents in the target area fell by %1 (95% interval %2).")
                     .arg(text::percent(change), interval)
               : Tr::tr("Against the control area the incidents in the target area rose by %1 (95% interval %2).")
                     .arg(text::percent(change), interval);
}

QStringList displacementSentences(const Findings& found)
{
    if (!found.zones.has(EffectArea::Buffer))
        return {};
    if (found.tooFew(EffectArea::Buffer))
        return {Tr::tr("Too few incidents in the buffer area to say whether any moved there.")};
    const Difference moved{found.difference.displaced, found.difference.displacedError};
    const Difference whole{found.difference.wdd, found.difference.error};
    QStringList sentences;
    if (!found.zones.has(EffectArea::ControlBuffer)) // against no trend: nothing is said of a move, nor of the whole
        return {moved.value < 0.0
                    ? Tr::tr("In the buffer area there were %Ln incident(s) fewer than before; without a control of its own it "
                             "cannot be said whether that is more than elsewhere.", nullptr, moved.rounded())
                    : Tr::tr("In the buffer area there were %Ln incident(s) more than before; without a control of its own it "
                             "cannot be said whether any moved there.", nullptr, moved.rounded())};
    if (!moved.isCertain())
        sentences.append(Tr::tr("Whether incidents moved to the buffer area cannot be said (95% interval %1).")
                             .arg(moved.signedInterval()));
    else if (moved.value > 0.0)
        sentences.append(Tr::tr("In the buffer area there were %Ln incident(s) more (95% interval %1): some may have moved "
                                "there.", nullptr, moved.rounded()).arg(moved.interval()));
    else
        sentences.append(Tr::tr("In the buffer area, too, there were %Ln incident(s) fewer (95% interval %1): the effect may "
                                "have spread there.", nullptr, moved.rounded()).arg(moved.interval()));
    if (found.claimsNothing())
        return sentences;
    if (!whole.isCertain())
        sentences.append(Tr::tr("With the buffer area, the change cannot be told from chance (95% interval %1).")
                             .arg(whole.signedInterval()));
    else if (whole.value < 0.0)
        sentences.append(Tr::tr("With the buffer area there were %Ln incident(s) fewer (95% interval %1).", nullptr,
                                whole.rounded()).arg(whole.interval()));
    else
        sentences.append(Tr::tr("With the buffer area there were %Ln incident(s) more (95% interval %1).", nullptr,
                                whole.rounded()).arg(whole.interval()));
    return sentences;
}

/// What the quotient says, or why it is not given.
QString quotientWords(const Findings& found)
{
    using analysis::QuotientState;
    switch (found.quotient.state) {
    case QuotientState::Readable:
        if (found.quotient.value < -1.0)
            return Tr::tr("Displacement quotient (WDQ) %1: the buffer area lost more than the target area gained.")
                .arg(text::number(found.quotient.value, 2));
        return found.quotient.value < 0.0
                   ? Tr::tr("Displacement quotient (WDQ) %1: a part of what the target area gained was lost in the buffer area.")
                         .arg(text::number(found.quotient.value, 2))
                   : Tr::tr("Displacement quotient (WDQ) %1: the buffer area shared in what the target area gained.")
                         .arg(text::number(found.quotient.value, 2));
    case QuotientState::NoBuffer:
        return {};
    case QuotientState::ControlEmpty:
        return Tr::tr("The displacement quotient (WDQ) is not given: the control area has no incidents in one of the periods.");
    case QuotientState::TargetNotImproved:
        return Tr::tr("The displacement quotient (WDQ) is not given: the target area did not do better than the control area.");
    case QuotientState::ChangeTooSmall:
        return Tr::tr("The displacement quotient (WDQ) is not given: the target area's gain is smaller than its uncertainty.");
    }
    return {};
}

QStringList sentencesOf(const Findings& found)
{
    QStringList sentences{localSentence(found)};
    if (const QString relative = relativeSentence(found); !relative.isEmpty())
        sentences.append(relative);
    sentences += displacementSentences(found);
    const Difference local{found.difference.local, found.difference.localError};
    if (found.quotient.state == analysis::QuotientState::Readable && !found.claimsNothing() && local.isCertain())
        sentences.append(quotientWords(found));
    return sentences;
}

QStringList overlapWarnings(const Findings& found)
{
    QStringList warnings;
    for (std::size_t a = 0; a < allAreas.size(); ++a)
        for (std::size_t b = a + 1; b < allAreas.size(); ++b) {
            const bool ownBuffer = a % 2 == 0 && b == a + 1; // a buffer may be drawn over what it surrounds
            if (ownBuffer || found.shapes[a].empty() || found.shapes[b].empty())
                continue;
            const double shared = analysis::sharedArea(found.shapes[a], found.shapes[b]);
            const double smaller = std::min(analysis::unitedArea(found.shapes[a]), analysis::unitedArea(found.shapes[b]));
            if (shared > sharedToTell * smaller)
                warnings.append(Tr::tr("Overlap of %3 km²: %1, %2.", "two areas, a number")
                                    .arg(nameOf(allAreas[a]), nameOf(allAreas[b]), text::number(shared / 1e6, shared < 1e5 ? 3 : 1)));
        }
    if (found.counts.inSeveral > 0)
        warnings.append(Tr::tr("%Ln incident(s) lie in several areas and are counted in the first of them.", nullptr,
                               static_cast<int>(found.counts.inSeveral)));
    return warnings;
}

QStringList periodWarnings(const Findings& found)
{
    QStringList warnings;
    if (found.concerns.otherSeason)
        warnings.append(Tr::tr("The periods cover different parts of the year (%1 in common): the season may explain the "
                               "change. Choose the same months before and after.")
                            .arg(text::percent(found.concerns.seasonOverlap)));
    if (found.concerns.shortPeriod)
        warnings.append(Tr::tr("A period is shorter than four weeks and says little."));
    if (found.concerns.unequalLength)
        warnings.append(Tr::tr("The periods differ in length (%1 and %2 days): the counts before are scaled by %3.")
                            .arg(text::number(static_cast<qint64>(found.before.days())),
                                 text::number(static_cast<qint64>(found.after.days())), text::number(found.beforeScale, 2)));
    return warnings;
}

QStringList countWarnings(const Findings& found)
{
    QStringList warnings;
    for (const EffectArea area : allAreas) {
        const BeforeAfter& of = found.counts.of(area);
        if (found.zones.has(area) && std::min(of.before, of.after) < static_cast<std::uint64_t>(analysis::fewestToCompare))
            warnings.append(Tr::tr("%1: fewer than 10 incidents in a period, too few to say by how many per cent it changed.",
                                   "an area").arg(nameOf(area)));
    }
    const auto target = static_cast<double>(found.counts.of(EffectArea::Target).before);
    const auto control = static_cast<double>(found.counts.of(EffectArea::Control).before);
    if (target > 0.0 && control > 0.0 && std::max(target, control) > mostTimesOther * std::min(target, control))
        warnings.append(Tr::tr("Target and control differ much in their number of incidents before (%1 and %2); the same "
                               "difference in number then means different things. A control area more alike is better.")
                            .arg(text::number(static_cast<qint64>(target)), text::number(static_cast<qint64>(control))));
    if (found.zones.has(EffectArea::Buffer) && !found.zones.has(EffectArea::ControlBuffer))
        warnings.append(Tr::tr("The buffer area has no control of its own: what changes everywhere looks like incidents moved "
                               "there or away."));
    return warnings;
}

ResultTable areaTable(const Findings& found)
{
    const int decimals = found.beforeScale == 1.0 ? 0 : 1;
    ResultTable table{QStringLiteral("areas"),
                      Tr::tr("Before and after by area"),
                      {{QStringLiteral("area"), Tr::tr("Area"), Form::Words},
                       {QStringLiteral("area_km2"), Tr::tr("km²"), Form::Number, 3},
                       {QStringLiteral("before"), Tr::tr("Before"), Form::Count},
                       {QStringLiteral("after"), Tr::tr("After"), Form::Count},
                       {QStringLiteral("change"), Tr::tr("Change"), Form::Number, decimals},
                       {QStringLiteral("change_share"), Tr::tr("Change in per cent"), Form::Percent, 0},
                       {QStringLiteral("change_share_low"), Tr::tr("From (95%)"), Form::Percent, 0},
                       {QStringLiteral("change_share_high"), Tr::tr("To (95%)"), Form::Percent, 0}},
                      {}};
    for (const EffectArea area : allAreas) {
        if (!found.zones.has(area))
            continue;
        const analysis::RateRatio rate = found.rate(area);
        const auto share = [&](double ratio) { return rate.tooFew ? QVariant() : QVariant(ratio - 1.0); };
        table.rows.push_back({nameOf(area), analysis::unitedArea(found.shapesOf(area)) / 1e6,
                              static_cast<qulonglong>(found.counts.of(area).before),
                              static_cast<qulonglong>(found.counts.of(area).after), found.change(area), share(rate.ratio),
                              share(rate.interval.lower), share(rate.interval.upper)});
    }
    return table;
}

ResultTable measureTable(const Findings& found)
{
    ResultTable table{QStringLiteral("measures"),
                      Tr::tr("Measures"),
                      {{QStringLiteral("measure"), Tr::tr("Measure"), Form::Words},
                       {QStringLiteral("value"), Tr::tr("Value"), Form::Number, 2},
                       {QStringLiteral("low"), Tr::tr("From (95%)"), Form::Number, 2},
                       {QStringLiteral("high"), Tr::tr("To (95%)"), Form::Number, 2}},
                      {}};
    const auto add = [&](const QString& name, const Difference& difference) {
        table.rows.push_back({name, difference.value, difference.low(), difference.high()});
    };
    add(Tr::tr("Target less control (incidents)"), {found.difference.local, found.difference.localError});
    if (found.zones.has(EffectArea::Buffer)) {
        add(Tr::tr("Buffer less its control (incidents)"), {found.difference.displaced, found.difference.displacedError});
        add(Tr::tr("Weighted displacement difference, WDD (incidents)"), {found.difference.wdd, found.difference.error});
        const bool readable = found.quotient.state == analysis::QuotientState::Readable;
        table.rows.push_back({Tr::tr("Weighted displacement quotient, WDQ"),
                              readable ? QVariant(found.quotient.value) : QVariant(), QVariant(), QVariant()});
    }
    const bool known = !found.relative.tooFew;
    table.rows.push_back({Tr::tr("Rate ratio, target to control"), known ? QVariant(found.relative.ratio) : QVariant(),
                          known ? QVariant(found.relative.interval.lower) : QVariant(),
                          known ? QVariant(found.relative.interval.upper) : QVariant()});
    return table;
}

map::StudyShape shapeOf(const analysis::Polygon& polygon, int classIndex)
{
    map::StudyShape shape;
    shape.classIndex = classIndex;
    const auto add = [&](const analysis::Ring& ring) {
        std::vector<QPointF>& part = shape.parts.emplace_back();
        for (const analysis::Point& p : ring)
            part.push_back({p.x, p.y});
    };
    add(polygon.outer);
    for (const analysis::Ring& hole : polygon.holes)
        add(hole);
    return shape;
}

/// Buffers first, so that target and control lie over them.
void addLayer(const Findings& found, MethodResult& result)
{
    auto layer = std::make_shared<map::StudyLayer>();
    layer->title = Tr::tr("Before and after");
    std::array<int, analysis::effectAreas> classes{};
    for (const EffectArea area : allAreas)
        if (found.zones.has(area)) {
            classes[static_cast<std::size_t>(area)] = static_cast<int>(layer->classes.size());
            layer->classes.push_back(classOf(area));
        }
    result.propertyColumns = {{QStringLiteral("area"), Tr::tr("Area"), Form::Words},
                              {QStringLiteral("before"), Tr::tr("Before"), Form::Count},
                              {QStringLiteral("after"), Tr::tr("After"), Form::Count}};
    for (const EffectArea area : {EffectArea::ControlBuffer, EffectArea::Buffer, EffectArea::Control, EffectArea::Target}) {
        const BeforeAfter& of = found.counts.of(area);
        for (const analysis::Polygon& polygon : found.shapesOf(area)) {
            layer->shapes.push_back(shapeOf(polygon, classes[static_cast<std::size_t>(area)]));
            result.properties.push_back({keyOf(area), static_cast<qulonglong>(of.before), static_cast<qulonglong>(of.after)});
        }
    }
    result.layer = std::move(layer);
}

QJsonObject jsonOf(const Difference& difference)
{
    return {{QStringLiteral("value"), difference.value}, {QStringLiteral("se"), difference.error},
            {QStringLiteral("low"), difference.low()}, {QStringLiteral("high"), difference.high()}};
}

QJsonValue finite(double value) { return std::isfinite(value) ? QJsonValue(value) : QJsonValue(); }

QString stateName(analysis::QuotientState state)
{
    using analysis::QuotientState;
    switch (state) {
    case QuotientState::Readable:
        return QStringLiteral("readable");
    case QuotientState::NoBuffer:
        return QStringLiteral("no-buffer");
    case QuotientState::ControlEmpty:
        return QStringLiteral("control-empty");
    case QuotientState::TargetNotImproved:
        return QStringLiteral("target-not-improved");
    case QuotientState::ChangeTooSmall:
        break;
    }
    return QStringLiteral("change-too-small");
}

QJsonObject periodJson(const Period& period)
{
    return {{QStringLiteral("from"), period.from.toString(Qt::ISODate)},
            {QStringLiteral("to"), period.to.toString(Qt::ISODate)},
            {QStringLiteral("days"), period.days()}};
}

QJsonObject jsonOf(const Findings& found, const InterventionStudy& study)
{
    QJsonObject json;
    for (const EffectArea area : allAreas)
        json.insert(keyOf(area), found.zones.has(area)
                                     ? QJsonValue(QJsonObject{{QStringLiteral("before"), static_cast<qint64>(found.counts.of(area).before)},
                                                              {QStringLiteral("after"), static_cast<qint64>(found.counts.of(area).after)},
                                                              {QStringLiteral("area_km2"), analysis::unitedArea(found.shapesOf(area)) / 1e6}})
                                     : QJsonValue());
    QJsonObject wdd = jsonOf(Difference{found.difference.wdd, found.difference.error});
    wdd.insert(QStringLiteral("z"), found.difference.z);
    wdd.insert(QStringLiteral("p"), found.difference.p);
    wdd.insert(QStringLiteral("local"), jsonOf(Difference{found.difference.local, found.difference.localError}));
    wdd.insert(QStringLiteral("displaced"), jsonOf(Difference{found.difference.displaced, found.difference.displacedError}));
    json.insert(QStringLiteral("wdd"), wdd);
    json.insert(QStringLiteral("wdq"), QJsonObject{{QStringLiteral("value"), finite(found.quotient.value)},
                                                   {QStringLiteral("state"), stateName(found.quotient.state)}});
    json.insert(QStringLiteral("rate_ratio"), QJsonObject{{QStringLiteral("value"), finite(found.relative.ratio)},
                                                          {QStringLiteral("low"), finite(found.relative.interval.lower)},
                                                          {QStringLiteral("high"), finite(found.relative.interval.upper)},
                                                          {QStringLiteral("too_few"), found.relative.tooFew}});
    json.insert(QStringLiteral("before"), periodJson(study.before));
    json.insert(QStringLiteral("after"), periodJson(study.after));
    json.insert(QStringLiteral("before_scale"), found.beforeScale);
    json.insert(QStringLiteral("season_overlap"), found.concerns.seasonOverlap);
    json.insert(QStringLiteral("left_out"), static_cast<qint64>(found.counts.leftOut));
    json.insert(QStringLiteral("in_several_areas"), static_cast<qint64>(found.counts.inSeveral));
    return json;
}

tl::unexpected<Error> notPossible(const QString& why) { return fail(ErrorCode::StudyNotPossible, {}, {why}); }

Result<void> checked(const StudyInput& input, const InterventionStudy& study)
{
    if (!input.hasTimes)
        return notPossible(Tr::tr("the incidents have no dates; say which column holds them"));
    if (study.target.empty())
        return notPossible(Tr::tr("the target area is missing"));
    if (study.control.empty())
        return notPossible(Tr::tr("the control area is missing"));
    if (!study.before.isValid())
        return notPossible(Tr::tr("the period before is missing or ends before it begins"));
    if (!study.after.isValid())
        return notPossible(Tr::tr("the period after is missing or ends before it begins"));
    if (study.before.overlaps(study.after))
        return notPossible(Tr::tr("the period after begins before the period before has ended"));
    if (study.after.from < study.before.from)
        return notPossible(Tr::tr("the period after lies earlier than the period before"));
    return {};
}

/// The rows of all times and places that pass the rest of the input's filter.
std::vector<std::uint32_t> rowsOf(const StudyInput& input)
{
    IncidentFilter filter = input.filter;
    filter.from = {};
    filter.to = {};
    filter.area = {};
    filter.zones = {};
    filter.near = {};
    if (!input.snapshot || filter == input.filter)
        return input.rows;
    return inputOf(input.snapshot, filter).rows;
}

/// Radius of a circle as large as the smaller of target and control.
double largestRadius(const Findings& found)
{
    const double smaller = std::min(analysis::unitedArea(found.shapesOf(EffectArea::Target)),
                                    analysis::unitedArea(found.shapesOf(EffectArea::Control)));
    return std::sqrt(smaller / std::numbers::pi);
}

Findings findingsOf(const StudyInput& input, const InterventionStudy& study)
{
    Findings found;
    found.zones = {study.target,        study.buffer,      study.control,
                   study.controlBuffer, study.bufferWidth, study.controlBufferWidth};
    const auto join = [](std::vector<analysis::Polygon> drawn, const std::vector<analysis::Polygon>& made) {
        drawn.insert(drawn.end(), made.begin(), made.end());
        return drawn;
    };
    found.shapes = {study.target, join(study.buffer, bufferAround(study.target, study.bufferWidth)), study.control,
                    join(study.controlBuffer, bufferAround(study.control, study.controlBufferWidth))};
    found.before = daysOf(study.before);
    found.after = daysOf(study.after);
    found.concerns = analysis::periodConcerns(found.before, found.after);
    if (found.concerns.unequalLength)
        found.beforeScale = static_cast<double>(found.after.days()) / found.before.days();
    found.counts = analysis::countEffect(*input.table, rowsOf(input), found.zones, found.before, found.after, largestRadius(found));
    found.difference = analysis::displacementDifference(found.counts, found.beforeScale);
    found.quotient = analysis::displacementQuotient(found.counts);
    found.relative = analysis::relativeRate(found.counts);
    return found;
}

QStringList remarksOf(const StudyInput& input, const Findings& found)
{
    QStringList remarks;
    if (found.quotient.state != analysis::QuotientState::Readable)
        if (const QString why = quotientWords(found); !why.isEmpty())
            remarks.append(why);
    remarks.append(Tr::tr("The difference does not by itself say that the action is its cause: weigh in what else happened."));
    analysis::HeatmapRows usable;
    usable.leftOutRadius = found.counts.leftOut;
    StudyInput rows;
    rows.unusable = input.unusable;
    return remarks + leftOutRemarks(rows, usable);
}

QStringList parametersOf(const InterventionStudy& study)
{
    QStringList parameters{Tr::tr("Before: %1", "a period").arg(text::period(study.before.from, study.before.to)),
                           Tr::tr("After: %1", "a period").arg(text::period(study.after.from, study.after.to))};
    if (study.bufferWidth > 0.0)
        parameters.append(Tr::tr("Buffer area %1 m around the target").arg(text::number(study.bufferWidth, 0)));
    if (study.controlBufferWidth > 0.0)
        parameters.append(Tr::tr("Buffer area %1 m around the control").arg(text::number(study.controlBufferWidth, 0)));
    return parameters;
}

} // namespace

Result<MethodResultPtr> runIntervention(const StudyInput& input, const InterventionStudy& study, std::stop_token stop,
                                        const Progress& progress)
{
    if (const Result<void> possible = checked(input, study); !possible)
        return tl::unexpected(possible.error());
    const Findings found = findingsOf(input, study);
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (progress)
        progress(0.5);
    auto result = std::make_shared<MethodResult>();
    result->title = Tr::tr("Before and after an action");
    result->parameters = parametersOf(study);
    result->sentences = sentencesOf(found);
    result->warnings = overlapWarnings(found) + periodWarnings(found) + countWarnings(found);
    result->remarks = remarksOf(input, found);
    result->tables = {areaTable(found), measureTable(found)};
    addLayer(found, *result);
    result->json = jsonOf(found, study);
    result->json.insert(QStringLiteral("sentences"), QJsonArray::fromStringList(result->sentences));
    result->json.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(result->warnings));
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (progress)
        progress(1.0);
    return MethodResultPtr(std::move(result));
}

} // namespace hk::methods
