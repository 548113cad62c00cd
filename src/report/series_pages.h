#pragma once

#include "report/product.h"

#include <array>

namespace hk::report {

/// What one page of a series is about, in numbers, and its map.
struct SeriesPage {
    QString number; ///< before the name: a hotspot's rank; empty: none
    QString name;
    qint64 incidents = 0; ///< of the hotspot, the area or the month
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
    QString leftOut; ///< what is on no page; empty: nothing
    bool isNothing = false; ///< there is nothing to make pages of: the one page says so
};

/// Most pages of a series.
inline constexpr int mostSeriesPages = 1000;

/// One page for each hotspot of the analysis, each chosen area (all of the file where none is chosen) or each month of the
/// period; where there is none of these, one page of the whole selection that says so. All have the colour scale of the densest
/// page, or the one that the settings have locked. `frame`: of the map on a page, millimetres; a page keeps only what its frame
/// shows of the densities. Blocks. Errors: those of workspace::analyse; NotFound for areas without a file; ValueOutOfRange above
/// mostSeriesPages.
Result<SeriesPages> seriesPages(const ProductInput& input, const ProductOptions& options, const QSizeF& frame,
                                std::stop_token stop = {}, const ProductProgress& progress = {});

} // namespace hk::report
