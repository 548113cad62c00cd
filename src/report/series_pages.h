#pragma once

#include "report/product.h"

#include <array>

namespace hk::report {

/// What one page of a series is about, in numbers, and its map.
struct SeriesPage {
    QString number; ///< before the name: the rank of a hotspot or place; empty: none
    QString name;
    qint64 incidents = 0; ///< of the hotspot, the area, the month, or near the place
    double reach = 0.0;   ///< metres around a place; 0 of anything else
    std::vector<std::pair<std::uint16_t, qint64>> categories; ///< of these: index and count, most first
    std::array<qint64, 24> hours{}; ///< by hour of the day that holds more than half of their span
    qint64 withoutHour = 0;         ///< of which no hour does
    MapPage map;
};

/// The pages of a series with one colour scale.
struct SeriesPages {
    SeriesOf of = SeriesOf::Hotspots;
    MapPage whole; ///< of all that is selected: for the contents
    std::vector<SeriesPage> pages;
    // Of stops and schools:
    double reach = 0.0;                ///< metres
    std::vector<Sweref99> places;      ///< all points of all pages
    qint64 selected = 0;               ///< incidents that might be near one
    qint64 onPages = 0;                ///< of which so many are on a page
    qint64 onSeveral = 0;              ///< and so many on more than one
    bool isNothing = false; ///< there is nothing to make pages of: the one page says so
};

/// Most pages of a series.
inline constexpr int mostSeriesPages = 1000;

/// One page for each hotspot of the analysis, each chosen area (all of the file where none is chosen), each month of the period,
/// or each stop or school of the map (map::namedPlaces) near which there are incidents; where there is none of these, one page of
/// the whole selection that says so. Near is what IncidentFilter::near says: that filter is the page's own. All have the colour
/// scale of the densest page, or the one that the settings have locked. `frame`: of the map on a page, millimetres; a page keeps only what its frame
/// shows of the densities. Blocks. Errors: those of workspace::analyse and map::namedPlaces; NotFound for areas without a file;
/// ValueOutOfRange above mostSeriesPages, and for a radius beyond those of SeriesPlaces.
Result<SeriesPages> seriesPages(const ProductInput& input, const ProductOptions& options, const QSizeF& frame,
                                std::stop_token stop = {}, const ProductProgress& progress = {});

} // namespace hk::report
