#include "methods/area_count.h"

#include "analysis/zone_index.h"
#include "methods/translated.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace hk::methods {
namespace {

constexpr double squareMetresPerKm2 = 1e6;
constexpr double per = 1000.0;

using Measure = AreaCountStudy::Measure;

/// One area for each name, in the file's order.
std::vector<AreaCount> byName(const exchange::NamedAreas& given)
{
    std::vector<AreaCount> areas;
    QHash<QString, std::size_t> placeOf;
    for (const exchange::NamedArea& area : given.areas) {
        const auto known = placeOf.constFind(area.name);
        if (known == placeOf.constEnd()) {
            placeOf.insert(area.name, areas.size());
            areas.push_back({area.name, area.polygons, 1, 0.0, 0.0, {}, {}, {}, false});
            continue;
        }
        AreaCount& same = areas[*known];
        same.polygons.insert(same.polygons.end(), area.polygons.begin(), area.polygons.end());
        ++same.features;
    }
    for (AreaCount& area : areas) {
        // Features of one name may lie over each other; their ground counts once.
        const std::vector<analysis::Polygon> ground
            = area.features > 1 ? exchange::withoutOverlaps(area.polygons) : area.polygons;
        for (const analysis::Polygon& polygon : ground)
            area.km2 += analysis::area(polygon) / squareMetresPerKm2;
    }
    return areas;
}

bool countInside(AreaCounts& counts, const StudyPoints& points, const std::stop_token& stop, const Progress& progress)
{
    std::vector<analysis::Polygon> polygons;
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 0; i < counts.areas.size(); ++i)
        for (const analysis::Polygon& polygon : counts.areas[i].polygons) {
            polygons.push_back(polygon);
            numbers.push_back(static_cast<std::uint32_t>(i));
        }
    const analysis::ZoneIndex index(polygons, std::move(numbers));
    std::vector<std::uint32_t> found;
    constexpr std::size_t between = 1U << 16U;
    for (std::size_t i = 0; i < points.points.size(); ++i) {
        if (i % between == 0) {
            if (stop.stop_requested())
                return false;
            if (progress)
                progress(static_cast<double>(i) / static_cast<double>(points.points.size()));
        }
        const double weight = points.weights.empty() ? 1.0 : points.weights[i];
        index.zonesAt(points.points[i], found);
        counts.incidents += weight;
        if (found.empty())
            counts.outside += weight;
        if (found.size() > 1)
            counts.inSeveral += weight;
        for (const std::uint32_t area : found)
            counts.areas[area].count += weight;
    }
    return true;
}

void addDenominator(AreaCount& area, double value)
{
    area.denominator = area.denominator.value_or(0.0) + value;
}

Result<void> divide(AreaCounts& counts, const AreaCountStudy& study)
{
    QHash<QString, std::size_t> placeOf;
    for (std::size_t i = 0; i < counts.areas.size(); ++i)
        placeOf.insert(counts.areas[i].name, i);
    if (study.denominators) {
        for (auto it = study.denominators->values.begin(); it != study.denominators->values.end(); ++it) {
            const auto place = placeOf.constFind(it.key());
            if (place == placeOf.constEnd())
                ++counts.unmatchedNumbers;
            else
                addDenominator(counts.areas[*place], it.value());
        }
        counts.denominatorName = study.denominators->title;
    } else if (!study.denominatorField.isEmpty()) {
        const qsizetype field = study.areas->fields.indexOf(study.denominatorField);
        if (field < 0)
            return fail(ErrorCode::ColumnNotFound, {}, {study.denominatorField});
        for (const exchange::NamedArea& area : study.areas->areas)
            if (const std::optional<double> value = exchange::numberOf(area.attributes.value(field)))
                addDenominator(counts.areas[placeOf.value(area.name)], *value);
        counts.denominatorName = study.denominatorField;
    } else {
        return {};
    }
    if (!study.denominatorName.isEmpty())
        counts.denominatorName = study.denominatorName;
    return {};
}

void addRates(AreaCounts& counts, bool weighted)
{
    if (counts.denominatorName.isEmpty())
        return;
    double below = 0.0;
    double above = 0.0;
    for (AreaCount& area : counts.areas) {
        if (area.denominator && !(*area.denominator > 0.0))
            area.denominator.reset(); // nobody there: nothing to divide by
        if (!area.denominator) {
            ++counts.withoutDenominator;
            continue;
        }
        below += *area.denominator;
        above += area.count;
        area.rate = per * area.count / *area.denominator;
        if (weighted)
            continue;
        const analysis::Interval mean = analysis::poissonInterval(std::llround(area.count));
        area.interval = analysis::Interval{per * mean.lower / *area.denominator, per * mean.upper / *area.denominator};
    }
    if (below > 0.0)
        counts.overall = per * above / below;
}

/// Small counts, and the next ones until no hidden number follows from the total.
void hideSmall(AreaCounts& counts, double below)
{
    if (below <= 1.0)
        return;
    std::vector<std::size_t> order(counts.areas.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return counts.areas[a].count < counts.areas[b].count; });
    double together = 0.0;
    const bool outsideSmall = counts.outside > 0.0 && counts.outside < below; // then it is not said, either
    if (outsideSmall)
        together = counts.outside;
    for (const std::size_t i : order) {
        AreaCount& area = counts.areas[i];
        if (!(area.count > 0.0))
            continue;
        const int parts = counts.hidden + (outsideSmall ? 1 : 0);
        const bool follows = parts > 0 && (parts < 2 || together < below);
        if (area.count >= below && !follows)
            break;
        area.hidden = true;
        together += area.count;
        ++counts.hidden;
    }
}

} // namespace

std::optional<double> AreaCounts::shown(const AreaCount& area) const
{
    if (area.hidden)
        return std::nullopt;
    if (measure == Measure::Rate)
        return area.rate;
    return measure == Measure::Count ? area.count : area.perKm2();
}

Result<AreaCounts> countAreas(const StudyInput& input, const AreaCountStudy& study, const StudyPoints& points,
                              const std::stop_token& stop, const Progress& progress)
{
    AreaCounts counts;
    counts.areas = byName(*study.areas);
    counts.mergedNames = static_cast<int>(
        std::count_if(counts.areas.begin(), counts.areas.end(), [](const AreaCount& area) { return area.features > 1; }));
    if (!countInside(counts, points, stop, progress))
        return fail(ErrorCode::Cancelled);
    if (const Result<void> divided = divide(counts, study); !divided)
        return tl::unexpected(divided.error());
    addRates(counts, !input.weights.empty());
    counts.measure = study.measure != Measure::Automatic ? study.measure
                     : counts.overall                    ? Measure::Rate
                                                         : Measure::PerKm2;
    hideSmall(counts, study.hideBelow);
    std::stable_sort(counts.areas.begin(), counts.areas.end(), [&](const AreaCount& a, const AreaCount& b) {
        const double first = counts.shown(a).value_or(-1.0);
        const double second = counts.shown(b).value_or(-1.0);
        // The order must not tell what is hidden.
        if (first != second)
            return first > second;
        if (!a.hidden && !b.hidden && a.count != b.count)
            return a.count > b.count;
        return a.name < b.name;
    });
    return counts;
}

QString measureName(const AreaCounts& counts)
{
    switch (counts.measure) {
    case Measure::Rate:
        return Tr::tr("Incidents per 1,000 %1", "what is divided by").arg(counts.denominatorName);
    case Measure::Count:
        return Tr::tr("Incidents");
    case Measure::PerKm2:
    case Measure::Automatic:
        break;
    }
    return Tr::tr("Incidents per km²");
}

} // namespace hk::methods
