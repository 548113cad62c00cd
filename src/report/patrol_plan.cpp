#include "report/patrol_plan.h"

#include "analysis/week_slots.h"
#include "core/local_time.h"
#include "map/place_search.h"
#include "report/translated.h"

#include <QTimeZone>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace hk::report {

namespace {

constexpr int hoursPerWeek = 168;
constexpr std::int32_t fortnight = 14; // days
constexpr int mostSpots = 5;

QDate dateOf(std::int32_t days)
{
    return QDate(1970, 1, 1).addDays(days);
}

std::int32_t daysOf(const QDate& date)
{
    return static_cast<std::int32_t>(QDate(1970, 1, 1).daysTo(date));
}

Sweref99 placeOf(const analysis::Hotspot& hotspot)
{
    return {hotspot.centre.x, hotspot.centre.y};
}

QString nameOf(const map::PlaceSearch& places, const Sweref99& place)
{
    const QString name = places.nameAt(place);
    return name.isEmpty() ? Tr::tr("Unnamed place") : name;
}

/// Hour 0 of the shift and so on; in no slot: the rest of the week.
analysis::WeekSlots slotsOf(const Shift& shift)
{
    analysis::WeekSlots slots_;
    slots_.slotOf.fill(analysis::noSlot);
    slots_.count = static_cast<std::size_t>(shift.hours);
    for (int hour = 0; hour < shift.hours; ++hour)
        slots_.slotOf[static_cast<std::size_t>((24 * (shift.weekday - 1) + shift.fromHour + hour) % hoursPerWeek)] =
            static_cast<std::uint8_t>(hour);
    return slots_;
}

void countCategories(const analysis::IncidentTable& table, PatrolSpot& spot)
{
    std::map<std::uint16_t, qint64> counts;
    for (const std::uint32_t row : spot.hotspot.rows)
        ++counts[table.category[row]];
    spot.categories.assign(counts.begin(), counts.end());
    std::stable_sort(spot.categories.begin(), spot.categories.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
}

void countHours(const analysis::IncidentTable& table, const Shift& shift, PatrolSpot& spot)
{
    const analysis::SlotProfile profile =
        analysis::slotProfile(table, spot.hotspot.rows, slotsOf(shift), analysis::SpanRule::MoreThanHalf);
    qint64 counted = 0;
    for (const double weight : profile.weights) {
        spot.hours.push_back(std::llround(weight));
        counted += spot.hours.back();
    }
    spot.withoutHour = static_cast<qint64>(spot.hotspot.rows.size()) - counted;
}

/// The last fortnight [end − 14, end) against the whole fortnights before it from `first` on.
void countFortnights(const analysis::IncidentTable& table, std::int32_t first, std::int32_t end, PatrolSpot& spot)
{
    const std::int32_t last = end - fortnight;
    const std::int32_t before = std::max(0, (last - first) / fortnight);
    spot.before.exposure = before;
    for (const std::uint32_t row : spot.hotspot.rows) {
        const std::int32_t date = table.localDate[row];
        spot.last.count += date >= last && date < end ? 1 : 0;
        spot.before.count += date >= last - before * fortnight && date < last ? 1 : 0;
    }
}

PatrolSpot spotOf(const workspace::MapAnalysis& analysis, const analysis::Hotspot& hotspot, const Shift& shift)
{
    const analysis::IncidentTable& table = *analysis.snapshot->table;
    PatrolSpot spot;
    spot.hotspot = hotspot;
    countCategories(table, spot);
    countHours(table, shift, spot);
    spot.latest = hotspot.rows;
    std::stable_sort(spot.latest.begin(), spot.latest.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return table.fromUtc[a] > table.fromUtc[b]; });
    return spot;
}

/// First date and first date after the last of the period, `today` and what is to come left out; an open end is that of the
/// file's incidents.
std::pair<std::int32_t, std::int32_t> periodOf(const workspace::MapAnalysis& analysis, const QDate& today)
{
    const std::vector<std::int32_t>& dates = analysis.snapshot->table->localDate;
    const auto [first, last] = std::minmax_element(dates.begin(), dates.end());
    std::int32_t from = dates.empty() ? 0 : *first;
    std::int32_t to = dates.empty() ? 0 : *last + 1;
    if (analysis.filter.from.isValid())
        from = daysOf(analysis.filter.from);
    if (analysis.filter.to.isValid())
        to = daysOf(analysis.filter.to);
    return {from, std::min(to, daysOf(today))};
}

/// The analysis of the shift. Where its hotspots are fewer than wanted the limit of what a hotspot is goes down step by step: few
/// incidents have few places that stand out from them all.
Result<workspace::MapAnalysisPtr> analysedFor(std::size_t wanted, const workspace::MapAnalysis& shown, const IncidentFilter& filter,
                                              const map::PlaceSearch& places, const std::stop_token& stop)
{
    constexpr double step = 0.1;
    constexpr double lowest = 0.5;
    constexpr double epsilon = 1e-9;
    workspace::MapSettings settings = shown.settings;
    workspace::MapAnalysisPtr best;
    for (; !best || settings.quantile >= lowest - epsilon; settings.quantile -= step) {
        const auto made = workspace::analyse(shown.snapshot, filter, settings, places, stop, shown.places);
        if (!made)
            return made;
        if (!best || (*made)->hotspots->size() > best->hotspots->size())
            best = *made;
        if (best->hotspots->size() >= wanted || !best->density)
            break;
    }
    return best;
}

/// The analysis with the spots of the walk as its only hotspots.
workspace::MapAnalysisPtr withSpots(const workspace::MapAnalysis& analysis, const std::vector<PatrolSpot>& spots)
{
    auto changed = std::make_shared<workspace::MapAnalysis>(analysis);
    auto hotspots = std::make_shared<std::vector<analysis::Hotspot>>();
    changed->hotspotNames.clear();
    for (const PatrolSpot& spot : spots) {
        hotspots->push_back(spot.hotspot);
        changed->hotspotNames.append(spot.name);
    }
    changed->hotspots = std::move(hotspots);
    return changed;
}

} // namespace

WeekHours weekHoursOf(const Shift& shift)
{
    WeekHours hours;
    for (int hour = 0; hour < shift.hours; ++hour)
        hours.set(static_cast<std::size_t>((24 * (shift.weekday - 1) + shift.fromHour + hour) % hoursPerWeek));
    return hours;
}

double crowFlight(const Sweref99& a, const Sweref99& b)
{
    return std::hypot(a.easting - b.easting, a.northing - b.northing);
}

std::vector<std::size_t> walkingOrder(const std::vector<Sweref99>& places, const Sweref99& start, const Sweref99& end)
{
    constexpr double sameLength = 1e-6; // metres
    std::vector<std::size_t> order(places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::size_t> best = order;
    double shortest = -1.0;
    do {
        double metres = 0.0;
        Sweref99 at = start;
        for (const std::size_t place : order) {
            metres += crowFlight(at, places[place]);
            at = places[place];
        }
        metres += crowFlight(at, end);
        if (shortest < 0.0 || metres < shortest - sameLength) {
            shortest = metres;
            best = order;
        }
    } while (std::next_permutation(order.begin(), order.end()));
    return best;
}

double PatrolPlan::metres() const
{
    return std::accumulate(spots.begin(), spots.end(), metresToEnd,
                           [](double sum, const PatrolSpot& spot) { return sum + spot.metres; });
}

Result<PatrolPlan> patrolPlan(const ProductInput& input, const ProductOptions& options, std::stop_token stop)
{
    PatrolPlan plan;
    plan.shift = options.shift;
    plan.shift.weekday = std::clamp(plan.shift.weekday, 1, 7);
    plan.shift.hours = std::clamp(plan.shift.hours, 1, 24);
    plan.start = options.start.value_or(workspace::hub());
    plan.end = options.end.value_or(plan.start);
    const map::PlaceSearch places(input.names);
    const auto nameOfEnd = [&](const std::optional<Sweref99>& chosen) {
        return chosen ? nameOf(places, *chosen) : QStringLiteral("Mölndals bro");
    };
    plan.startName = nameOfEnd(options.start);
    plan.endName = options.end ? nameOf(places, *options.end) : plan.startName;

    IncidentFilter filter = input.analysis->filter;
    filter.hours = weekHoursOf(plan.shift);
    const auto wanted = static_cast<std::size_t>(std::clamp(options.patrolSpots, 1, mostSpots));
    plan.wanted = wanted;
    const auto analysis = analysedFor(wanted, *input.analysis, filter, places, stop);
    if (!analysis)
        return tl::unexpected(analysis.error());
    const workspace::MapAnalysis& found = **analysis;
    const std::size_t count = std::min(found.hotspots->size(), wanted);
    std::vector<Sweref99> centres;
    for (std::size_t i = 0; i < count; ++i)
        centres.push_back(placeOf((*found.hotspots)[i]));

    const QDateTime made = options.page.printedAt.isValid() ? options.page.printedAt
                                                            : QDateTime::currentDateTimeUtc().toTimeZone(stockholm());
    const auto [from, to] = periodOf(found, made.date());
    plan.lastFrom = dateOf(to - fortnight);
    plan.lastTo = dateOf(to);
    Sweref99 at = plan.start;
    qint64 within = 0;
    for (const std::size_t i : walkingOrder(centres, plan.start, plan.end)) {
        PatrolSpot spot = spotOf(found, (*found.hotspots)[i], plan.shift);
        countFortnights(*found.snapshot->table, from, to, spot);
        spot.name = found.hotspotNames.value(static_cast<qsizetype>(i));
        if (spot.name.isEmpty())
            spot.name = Tr::tr("Unnamed place");
        spot.metres = crowFlight(at, centres[i]);
        at = centres[i];
        within += static_cast<qint64>(spot.hotspot.rows.size());
        plan.spots.push_back(std::move(spot));
        plan.spots.back().hotspot.rank = static_cast<int>(plan.spots.size());
    }
    plan.metresToEnd = plan.spots.empty() ? 0.0 : crowFlight(at, plan.end);
    plan.elsewhere = static_cast<qint64>(found.selection.rows.size()) - within;
    plan.analysis = withSpots(found, plan.spots);
    return plan;
}

} // namespace hk::report
