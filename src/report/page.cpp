#include "report/page.h"

#include "core/local_time.h"
#include "map/basemap.h"
#include "map/place_search.h"
#include "map/style.h"
#include "methods/method.h"
#include "report/paper_density.h"
#include "report/translated.h"
#include "text/sentences.h"
#include "workspace/map_legend.h"

#include <QTimeZone>
#include <algorithm>
#include <cmath>
#include <limits>

namespace hk::report {

namespace {

// A page whose middle is nearer than this to the hub is a page of the hub.
constexpr double nearHub = 700.0; // metres

struct Dates {
    QDate first;
    QDate last;
};

/// Local dates of the first and the last incident of the selection; not valid where there is none.
Dates datesOf(const workspace::MapAnalysis& analysis)
{
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t last = std::numeric_limits<std::int32_t>::min();
    for (const std::uint32_t row : analysis.selection.rows) {
        first = std::min(first, analysis.snapshot->table->localDate[row]);
        last = std::max(last, analysis.snapshot->table->localDate[row]);
    }
    if (first > last)
        return {};
    const QDate epoch(1970, 1, 1);
    return {epoch.addDays(first), epoch.addDays(last)};
}

/// The filter's period; an open end is that of the incidents themselves.
QString periodOf(const workspace::MapAnalysis& analysis)
{
    const IncidentFilter& filter = analysis.filter;
    const Dates actual = datesOf(analysis);
    if ((filter.from.isValid() && filter.to.isValid()) || !actual.first.isValid())
        return text::period(filter.from, filter.to);
    return text::period(filter.from.isValid() ? filter.from : actual.first,
                        filter.to.isValid() ? filter.to : actual.last.addDays(1));
}

QString titleOf(const Sweref99& centre, const std::shared_ptr<const map::Basemap>& basemap)
{
    const Sweref99 hub = workspace::hub();
    if (std::hypot(centre.easting - hub.easting, centre.northing - hub.northing) <= nearHub)
        return Tr::tr("Incidents around %1").arg(QStringLiteral("Mölndals bro"));
    const QString place = basemap ? map::PlaceSearch(basemap).nameAt(centre) : QString();
    return place.isEmpty() ? Tr::tr("Incidents") : Tr::tr("Incidents around %1").arg(place);
}

} // namespace

MapPage pageOf(const workspace::MapAnalysis& analysis, const PageOptions& options,
               std::shared_ptr<const map::Ground> ground, const std::shared_ptr<const map::Basemap>& names)
{
    MapPage page;
    page.paper = options.paper;
    page.orientation = options.orientation;
    page.scale = options.scale;
    page.centre = options.centre;
    page.title = options.title.trimmed().isEmpty() ? titleOf(options.centre, names) : options.title;
    page.period = periodOf(analysis);
    page.filter = text::filter(analysis.filter, analysis.snapshot->categories);
    page.shown = static_cast<qint64>(analysis.selection.rows.size());
    page.total = static_cast<qint64>(analysis.snapshot->size());
    page.remarks = workspace::leftOutRemarks(analysis);
    page.bandwidth = analysis.settings.bandwidth;
    page.cell = analysis.settings.cell;
    page.kernel = analysis.settings.kernel;
    page.edgeRemark = workspace::edgeRemark(analysis);
    page.showHotspots = analysis.settings.showHotspots;
    page.quantile = analysis.settings.quantile;
    page.hotspotsWithin = analysis.settings.hotspotsWithin;
    if (page.showHotspots)
        page.hotspots = workspace::hotspotRows(analysis);
    page.categories = analysis.snapshot->categories;
    page.source = analysis.snapshot->info.title;
    page.sample = analysis.snapshot->info.sample;
    page.confidentiality = options.confidentiality;
    page.printedAt = options.printedAt.isValid() ? options.printedAt : QDateTime::currentDateTimeUtc().toTimeZone(stockholm());
    // Paper is white: always the light style, whatever the window looks like.
    const auto style = map::MapStyle::embedded(QStringLiteral("print"));
    if (ground)
        page.layers = workspace::legendOf(*ground, analysis.filter);
    page.scene = workspace::sceneOf(analysis, std::move(ground), style ? *style : nullptr);
    if (analysis.density && page.scene.heatmap)
        page.density = std::make_shared<const PaperDensity>(analysis);
    page.method = options.method;
    const map::StudyOverlay overlay
        = page.method ? methods::overlayOf(*page.method, options.methodGrid) : map::StudyOverlay{};
    if (!overlay.isEmpty()) {
        page.scene = map::withOverlay(std::move(page.scene), overlay);
        page.density = nullptr;
        workspace::MapAnalysis withoutHeatmap = analysis;
        withoutHeatmap.leftOutImprecise = 0;
        withoutHeatmap.leftOutFar = 0;
        page.remarks = workspace::leftOutRemarks(withoutHeatmap);
        page.showHotspots = false; // the method's words stand in their place
        page.hotspots.clear();
    }
    page.locale = QLocale();
    return page;
}

} // namespace hk::report
