#include "report/series_words.h"

#include "report/page_words.h"
#include "report/translated.h"
#include "text/sentences.h"

#include <cmath>

namespace hk::report {

namespace {

QString metresWords(double metres)
{
    return text::number(metres, metres == std::floor(metres) ? 0 : 1);
}

} // namespace

QString seriesTitle(SeriesOf of, const ZoneFilter& areas)
{
    switch (of) {
    case SeriesOf::Hotspots:
        return Tr::tr("Series: hotspots");
    case SeriesOf::Areas:
        return areas.set && !areas.set->title.isEmpty() ? Tr::tr("Series: %1", "title of a set of areas").arg(areas.set->title)
                                                        : Tr::tr("Series: areas");
    case SeriesOf::Months:
        return Tr::tr("Series: month by month");
    case SeriesOf::Stops:
        return Tr::tr("Series: stops");
    case SeriesOf::Schools:
        return Tr::tr("Series: schools");
    }
    return {};
}

QString seriesListTitle(SeriesOf of)
{
    switch (of) {
    case SeriesOf::Hotspots:
        return Tr::tr("Hotspots");
    case SeriesOf::Areas:
        return Tr::tr("Areas");
    case SeriesOf::Months:
        return Tr::tr("Months");
    case SeriesOf::Stops:
        return Tr::tr("Stops");
    case SeriesOf::Schools:
        return Tr::tr("Schools");
    }
    return {};
}

QString nothingWords(SeriesOf of, const MapPage& whole)
{
    if (whole.shown == 0 || of == SeriesOf::Hotspots)
        return noHotspots(whole);
    switch (of) {
    case SeriesOf::Months:
        return Tr::tr("There are no months to make pages of.");
    case SeriesOf::Stops:
        return Tr::tr("No incident of the selection lies so near a stop of the map.");
    case SeriesOf::Schools:
        return Tr::tr("No incident of the selection lies so near a school of the map.");
    default:
        return Tr::tr("There are no areas to make pages of.");
    }
}

QString pageTitle(const SeriesPage& page)
{
    return page.number.isEmpty() ? page.name : QStringLiteral("%1. %2").arg(page.number, page.name);
}

QString countedWords(SeriesOf of, const SeriesPage& page)
{
    if (of == SeriesOf::Hotspots)
        return Tr::tr("%1 in the hotspot", "how many incidents").arg(text::incidents(page.incidents));
    if (isOfPlaces(of))
        return Tr::tr("%1 within %2 m of %3", "how many incidents, metres, a place")
            .arg(text::incidents(page.incidents), metresWords(page.reach), page.name);
    return {};
}

QStringList seriesNotes(const SeriesPages& series)
{
    QStringList notes{Tr::tr("All pages have the same colours for the same density. The number of incidents is that of the page's own counts.")};
    if (!isOfPlaces(series.of) || series.isNothing)
        return notes;
    const QString metres = metresWords(series.reach);
    const QString places = (series.of == SeriesOf::Stops
                                ? Tr::tr("Counted is what lies within %1 m of a stop's points on the map.", "metres")
                                : Tr::tr("Counted is what lies within %1 m of a school's point on the map.", "metres"))
                               .arg(metres);
    QStringList words{places, Tr::tr("%1 of %2 are on a page.", "a number, how many incidents")
                                  .arg(text::number(series.onPages), text::incidents(series.selected))};
    if (series.onSeveral > 0)
        words.append(Tr::tr("One incident may be counted on several pages: %1 are.", "a number").arg(text::number(series.onSeveral)));
    notes.append(words.join(u' '));
    return notes;
}

} // namespace hk::report
