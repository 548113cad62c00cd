#include "analysis/intervention_effect.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace hk::analysis {

namespace {

constexpr double normal95 = 1.959963984540054; ///< 97.5th percentile of the normal distribution

/// One kind of area, prepared for many questions.
class Zone {
public:
    Zone(const std::vector<Polygon>& polygons, const std::vector<Polygon>* around, double width)
        : m_width(around != nullptr && width > 0.0 ? width : 0.0)
    {
        for (const Polygon& polygon : polygons)
            m_parts.emplace_back(polygon);
        if (m_width > 0.0)
            for (const Polygon& polygon : *around) {
                Extent extent = bounds(polygon.outer);
                m_around.push_back({&polygon,
                                    {extent.xmin - m_width, extent.ymin - m_width, extent.xmax + m_width,
                                     extent.ymax + m_width}});
            }
    }

    bool contains(const Point& p) const
    {
        return std::any_of(m_parts.begin(), m_parts.end(),
                           [&](const PolygonIndex& part) { return part.contains(p); }) ||
               std::any_of(m_around.begin(), m_around.end(), [&](const Ringed& part) {
                   return part.reach.contains(p) && distance(*part.polygon, p) <= m_width;
               });
    }

private:
    struct Ringed {
        const Polygon* polygon;
        Extent reach;
    };
    double m_width;
    std::vector<PolygonIndex> m_parts;
    std::vector<Ringed> m_around;
};

bool contains(const DatePeriod& period, std::int32_t date)
{
    return date >= period.from && date < period.to;
}

double change(const BeforeAfter& counts, double beforeScale)
{
    return static_cast<double>(counts.after) - beforeScale * static_cast<double>(counts.before);
}

double variance(const BeforeAfter& counts, double beforeScale)
{
    return static_cast<double>(counts.after) + beforeScale * beforeScale * static_cast<double>(counts.before);
}

/// Day of a year of 365: 29 February counts as the 28th.
std::size_t dayOfYear(std::int32_t date)
{
    using namespace std::chrono;
    const year_month_day day{sys_days{days{date}}};
    const bool leapDay = day.month() == February && day.day() == std::chrono::day{29};
    const auto since = sys_days{year{2023} / day.month() / (leapDay ? std::chrono::day{28} : day.day())} -
                       sys_days{year{2023} / January / 1};
    return static_cast<std::size_t>(since.count());
}

std::array<double, 365> yearWeights(const DatePeriod& period)
{
    std::array<double, 365> weights{};
    for (std::int32_t date = period.from; date < period.to; ++date)
        weights[dayOfYear(date)] += 1.0 / period.days();
    return weights;
}

std::vector<PolygonIndex> indexed(const std::vector<Polygon>& polygons)
{
    std::vector<PolygonIndex> result;
    for (const Polygon& polygon : polygons)
        result.emplace_back(polygon);
    return result;
}

bool inAny(const std::vector<PolygonIndex>& polygons, const Point& p)
{
    return std::any_of(polygons.begin(), polygons.end(),
                       [&](const PolygonIndex& part) { return part.contains(p); });
}

Extent boundsOf(const std::vector<Polygon>& polygons)
{
    Extent all = bounds(polygons.front().outer);
    for (const Polygon& polygon : polygons) {
        const Extent extent = bounds(polygon.outer);
        all = {std::min(all.xmin, extent.xmin), std::min(all.ymin, extent.ymin),
               std::max(all.xmax, extent.xmax), std::max(all.ymax, extent.ymax)};
    }
    return all;
}

} // namespace

bool EffectZones::has(EffectArea area) const
{
    switch (area) {
    case EffectArea::Target:
        return !target.empty();
    case EffectArea::Buffer:
        return !buffer.empty() || (bufferWidth > 0.0 && !target.empty());
    case EffectArea::Control:
        return !control.empty();
    case EffectArea::ControlBuffer:
        return !controlBuffer.empty() || (controlBufferWidth > 0.0 && !control.empty());
    }
    return false;
}

EffectCounts countEffect(const IncidentTable& table, const std::vector<std::uint32_t>& rows,
                         const EffectZones& zones, const DatePeriod& before, const DatePeriod& after,
                         double largestRadius)
{
    const std::array<Zone, effectAreas> areas{
        Zone(zones.target, nullptr, 0.0), Zone(zones.buffer, &zones.target, zones.bufferWidth),
        Zone(zones.control, nullptr, 0.0),
        Zone(zones.controlBuffer, &zones.control, zones.controlBufferWidth)};
    EffectCounts result;
    for (const std::uint32_t row : rows) {
        const bool isBefore = contains(before, table.localDate[row]);
        if (!isBefore && !contains(after, table.localDate[row]))
            continue;
        if ((table.flags[row] & flagArea) != 0 || static_cast<double>(table.radius[row]) > largestRadius) {
            ++result.leftOut;
            continue;
        }
        const Point place{table.easting[row], table.northing[row]};
        std::array<bool, effectAreas> in{};
        for (std::size_t area = 0; area < effectAreas; ++area)
            in[area] = areas[area].contains(place);
        const auto first = static_cast<std::size_t>(std::find(in.begin(), in.end(), true) - in.begin());
        if (first == effectAreas)
            continue;
        ++(isBefore ? result.counts[first].before : result.counts[first].after);
        if ((in[0] || in[1]) && (in[2] || in[3]))
            ++result.inSeveral;
    }
    return result;
}

DisplacementDifference displacementDifference(const EffectCounts& counts, double beforeScale)
{
    const auto changed = [&](EffectArea area) { return change(counts.of(area), beforeScale); };
    const auto spread = [&](EffectArea area) { return variance(counts.of(area), beforeScale); };
    DisplacementDifference result;
    result.local = changed(EffectArea::Target) - changed(EffectArea::Control);
    result.displaced = changed(EffectArea::Buffer) - changed(EffectArea::ControlBuffer);
    const double localVariance = spread(EffectArea::Target) + spread(EffectArea::Control);
    const double displacedVariance = spread(EffectArea::Buffer) + spread(EffectArea::ControlBuffer);
    result.localError = std::sqrt(localVariance);
    result.displacedError = std::sqrt(displacedVariance);
    result.wdd = result.local + result.displaced;
    result.error = std::sqrt(localVariance + displacedVariance);
    result.low = result.wdd - normal95 * result.error;
    result.high = result.wdd + normal95 * result.error;
    if (result.error > 0.0) {
        result.z = result.wdd / result.error;
        result.p = std::erfc(std::abs(result.z) / std::sqrt(2.0));
    }
    return result;
}

DisplacementQuotient displacementQuotient(const EffectCounts& counts)
{
    const BeforeAfter& target = counts.of(EffectArea::Target);
    const BeforeAfter& buffer = counts.of(EffectArea::Buffer);
    const BeforeAfter& control = counts.of(EffectArea::Control);
    DisplacementQuotient result;
    if (buffer.before + buffer.after == 0)
        return result;
    if (control.before == 0 || control.after == 0) {
        result.state = QuotientState::ControlEmpty;
        return result;
    }
    const auto a0 = static_cast<double>(target.before);
    const auto a1 = static_cast<double>(target.after);
    const auto c0 = static_cast<double>(control.before);
    const auto c1 = static_cast<double>(control.after);
    const double improvement = a1 / c1 - a0 / c0;
    if (improvement >= 0.0) {
        result.state = QuotientState::TargetNotImproved;
        return result;
    }
    // Var(A/C) ≈ A/C² + A²/C³ for independent Poisson counts.
    const double error =
        std::sqrt(a1 / (c1 * c1) + a1 * a1 / (c1 * c1 * c1) + a0 / (c0 * c0) + a0 * a0 / (c0 * c0 * c0));
    if (-improvement <= error) {
        result.state = QuotientState::ChangeTooSmall;
        return result;
    }
    result.state = QuotientState::Readable;
    result.value =
        (static_cast<double>(buffer.after) / c1 - static_cast<double>(buffer.before) / c0) / improvement;
    return result;
}

RelativeRate relativeRate(const EffectCounts& counts)
{
    const BeforeAfter& target = counts.of(EffectArea::Target);
    const BeforeAfter& control = counts.of(EffectArea::Control);
    const std::uint64_t least = std::min({target.before, target.after, control.before, control.after});
    RelativeRate result;
    result.tooFew = least < static_cast<std::uint64_t>(fewestToCompare);
    if (least == 0)
        return result;
    const auto inverse = [](std::uint64_t count) { return 1.0 / static_cast<double>(count); };
    const double logarithm = std::log(inverse(target.before) * inverse(control.after) /
                                      (inverse(target.after) * inverse(control.before)));
    const double error = std::sqrt(inverse(target.before) + inverse(target.after) + inverse(control.before) +
                                   inverse(control.after));
    result.ratio = std::exp(logarithm);
    result.interval = {std::exp(logarithm - normal95 * error), std::exp(logarithm + normal95 * error)};
    return result;
}

PeriodConcerns periodConcerns(const DatePeriod& before, const DatePeriod& after)
{
    constexpr double sameLength = 0.02;
    constexpr double sameSeason = 0.9;
    PeriodConcerns concerns;
    const std::int32_t longer = std::max(before.days(), after.days());
    const std::int32_t shorter = std::min(before.days(), after.days());
    concerns.unequalLength = longer - shorter > sameLength * longer;
    concerns.shortPeriod = shorter < shortestPeriod;
    const std::array<double, 365> first = yearWeights(before);
    const std::array<double, 365> second = yearWeights(after);
    concerns.seasonOverlap = 0.0;
    for (std::size_t day = 0; day < first.size(); ++day)
        concerns.seasonOverlap += std::min(first[day], second[day]);
    concerns.otherSeason = concerns.seasonOverlap < sameSeason;
    return concerns;
}

double sharedArea(const std::vector<Polygon>& a, const std::vector<Polygon>& b)
{
    constexpr int perSide = 707; // half a million points
    if (a.empty() || b.empty())
        return 0.0;
    const Extent one = boundsOf(a);
    const Extent other = boundsOf(b);
    const Extent both{std::max(one.xmin, other.xmin), std::max(one.ymin, other.ymin),
                      std::min(one.xmax, other.xmax), std::min(one.ymax, other.ymax)};
    if (both.width() <= 0.0 || both.height() <= 0.0)
        return 0.0;
    const std::vector<PolygonIndex> inA = indexed(a);
    const std::vector<PolygonIndex> inB = indexed(b);
    std::int64_t shared = 0;
    for (int row = 0; row < perSide; ++row)
        for (int column = 0; column < perSide; ++column) {
            const Point p{both.xmin + (column + 0.5) / perSide * both.width(),
                          both.ymin + (row + 0.5) / perSide * both.height()};
            shared += inAny(inA, p) && inAny(inB, p) ? 1 : 0;
        }
    return static_cast<double>(shared) / (perSide * perSide) * both.width() * both.height();
}

double unitedArea(const std::vector<Polygon>& polygons)
{
    double sum = 0.0;
    std::vector<Polygon> taken;
    for (const Polygon& polygon : polygons) {
        sum += area(polygon) - sharedArea({polygon}, taken);
        taken.push_back(polygon);
    }
    return sum;
}

} // namespace hk::analysis
