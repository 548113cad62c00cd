#pragma once

#include "analysis/rate_ratio.h"
#include "report/product.h"

namespace hk::report {

/// The hours of the week that a shift lasts.
WeekHours weekHoursOf(const Shift& shift);

/// One place of a patrol: a hotspot of the shift, in numbers that are those of analysis::select for the shift's hours.
struct PatrolSpot {
    analysis::Hotspot hotspot; ///< its rank is its number in the walk
    QString name;              ///< nearest named street or place, without a house number
    std::vector<std::pair<std::uint16_t, qint64>> categories; ///< index and count, most first, all of them
    std::vector<qint64> hours; ///< incidents by hour of the shift that holds more than half of their span
    qint64 withoutHour = 0;    ///< of which no hour does
    analysis::EventRate last;   ///< of the last fortnight: exposure 1
    analysis::EventRate before; ///< of the fortnights before it in the period: exposure their number; 0: there are none
    double metres = 0.0;        ///< from the place before, as the crow flies
    std::vector<std::uint32_t> latest; ///< rows, the latest first
};

/// What a patrol sheet says.
struct PatrolPlan {
    workspace::MapAnalysisPtr analysis; ///< of the filter within the shift; its hotspots are the spots in walking order
    Shift shift;
    std::size_t wanted = 0;        ///< as many places were asked for
    std::vector<PatrolSpot> spots; ///< in walking order
    Sweref99 start;
    Sweref99 end;
    QString startName;
    QString endName;
    double metresToEnd = 0.0; ///< from the last spot
    QDate lastFrom;           ///< first date of the last fortnight
    QDate lastTo;             ///< first date after it
    qint64 elsewhere = 0;     ///< incidents of the shift that lie in none of the spots

    double metres() const; ///< of the whole walk, as the crow flies
};

/// The hotspots of the shift, the highest ranked first (options.patrolSpots, one to five), in the shortest walk from start to end.
/// Where there are fewer, the quantile of the settings goes down to 0.5 in steps of 0.1 until there are enough; the analysis of the
/// plan says which it was. The last fortnight ends with the period, or with the file's last incident where that is open, but
/// before the day on which the sheet is made. Blocks. Errors: those of workspace::analyse.
Result<PatrolPlan> patrolPlan(const ProductInput& input, const ProductOptions& options, std::stop_token stop = {});

/// The order of places that makes the walk from start to end over all of them shortest, as the crow flies: every order is tried,
/// so at most eight places. Of equals the first in the order given. Pure.
std::vector<std::size_t> walkingOrder(const std::vector<Sweref99>& places, const Sweref99& start, const Sweref99& end);

/// Metres between two places, as the crow flies.
double crowFlight(const Sweref99& a, const Sweref99& b);

/// Stays of a patrol at a hotspot, minutes: some ten to sixteen of them keep a place calm for longest after the patrol has left
/// [Koper 1995, "Just enough police presence: reducing crime and disorderly behavior by optimizing patrol time in crime hot
/// spots", Justice Quarterly 12(4)].
inline constexpr int shortestStay = 10;
inline constexpr int longestStay = 16;

} // namespace hk::report
