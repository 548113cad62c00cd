#pragma once

#include "report/series_pages.h"

namespace hk::report {

/// "Series: hotspots"; of areas the title of their file.
QString seriesTitle(SeriesOf of, const ZoneFilter& areas);
/// Heads the list of its pages: "Hotspots".
QString seriesListTitle(SeriesOf of);
/// In place of the list where there is nothing to make pages of.
QString nothingWords(SeriesOf of, const MapPage& whole);
/// Over a page: "3. Brogatan".
QString pageTitle(const SeriesPage& page);
/// How many incidents a page counts and where, in place of how many are shown; empty: what is shown is what it counts.
QString countedWords(SeriesOf of, const SeriesPage& page);
/// Under the contents: the colours, what the pages count, what they count twice and what is on none.
QStringList seriesNotes(const SeriesPages& series);

} // namespace hk::report
