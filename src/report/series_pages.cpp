#include "report/series_pages.h"

#include "analysis/near_index.h"
#include "analysis/week_slots.h"
#include "map/named_places.h"
#include "map/place_search.h"
#include "report/ground_bounds.h"
#include "report/map_caption_part.h"
#include "report/map_fit.h"
#include "report/paper_density.h"
#include "report/translated.h"
#include "text/sentences.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace hk::report {

namespace {

constexpr double finestArea = 1000.0; ///< scale
constexpr double areaMargin = 1.06;   ///< of ground around an area

void count(const analysis::IncidentTable& table, const std::vector<std::uint32_t>& rows, SeriesPage& page)
{
    page.incidents = static_cast<qint64>(rows.size());
    std::map<std::uint16_t, qint64> counts;
    for (const std::uint32_t row : rows)
        ++counts[table.category[row]];
    page.categories.assign(counts.begin(), counts.end());
    std::stable_sort(page.categories.begin(), page.categories.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    const analysis::SlotProfile profile =
        analysis::slotProfile(table, rows, analysis::dayHourSlots(), analysis::SpanRule::MoreThanHalf);
    page.withoutHour = page.incidents;
    for (std::size_t hour = 0; hour < page.hours.size(); ++hour) {
        page.hours[hour] = std::llround(profile.weights[hour]);
        page.withoutHour -= page.hours[hour];
    }
}

/// The cells of a density that lie in the extent, and some around.
std::shared_ptr<const analysis::Grid> within(const analysis::Grid& grid, const analysis::Extent& extent)
{
    constexpr std::int64_t around = 2;
    const analysis::GridSpec& spec = grid.spec;
    struct Range {
        std::int64_t from;
        std::int64_t to;
    };
    // A cell at least, also where they lie apart.
    const auto cells = [&](double start, double low, double high, std::int64_t count) {
        const auto at = [&](double value) { return static_cast<std::int64_t>(std::floor((value - start) / spec.cell)); };
        const std::int64_t from = std::clamp(at(low) - around, std::int64_t{0}, count - 1);
        return Range{from, std::clamp(at(high) + 1 + around, from + 1, count)};
    };
    const auto [left, right] = cells(spec.xmin, extent.xmin, extent.xmax, spec.columns);
    const auto [bottom, top] = cells(spec.ymin, extent.ymin, extent.ymax, spec.rows);
    auto part = std::make_shared<analysis::Grid>();
    part->spec = {spec.xmin + static_cast<double>(left) * spec.cell, spec.ymin + static_cast<double>(bottom) * spec.cell, spec.cell,
                  right - left, top - bottom};
    for (std::int64_t row = bottom; row < top; ++row) {
        const auto begin = grid.values.begin() + row * spec.columns;
        part->values.insert(part->values.end(), begin + left, begin + right);
    }
    return part;
}

/// The page with only as much of the densities as its frame shows; a frame of its own for each page.
void keepOnlyShown(MapPage& page, const workspace::MapAnalysis& analysis, const QSizeF& frame, const std::shared_ptr<KeptDensity>& kept)
{
    if (!page.scene.heatmap || !page.density)
        return;
    // Tables around a map may leave it a little more room than on the page that was measured.
    const QSizeF ground = frame * page.scale / 1000.0 * 1.2;
    const analysis::Extent extent{page.centre.easting - ground.width() / 2, page.centre.northing - ground.height() / 2,
                                  page.centre.easting + ground.width() / 2, page.centre.northing + ground.height() / 2};
    workspace::MapAnalysis shown;
    shown.settings = analysis.settings;
    shown.filter.area = analysis.filter.area;
    shown.density = within(*analysis.density, extent);
    const double reach = 2 * analysis.settings.bandwidth; // further than either kernel
    auto points = std::make_shared<std::vector<analysis::Point>>();
    for (const analysis::Point& p : *analysis.points)
        if (p.x > extent.xmin - reach && p.x < extent.xmax + reach && p.y > extent.ymin - reach && p.y < extent.ymax + reach)
            points->push_back(p);
    shown.points = std::move(points);
    auto heatmap = std::make_shared<map::HeatmapLayer>(*page.scene.heatmap);
    heatmap->density = shown.density;
    page.scene.heatmap = std::move(heatmap);
    page.density = std::make_shared<const PaperDensity>(shown, kept);
}

/// Makes the pages of one series.
class Maker {
public:
    Maker(const ProductInput& input, const ProductOptions& options, const QSizeF& frame, std::stop_token stop,
          const ProductProgress& progress)
        : m_input(input)
        , m_options(options)
        , m_frame(frame)
        , m_stop(std::move(stop))
        , m_progress(progress)
        , m_places(input.names)
    {
        m_made.of = options.series;
        m_made.whole = pageOf(*input.analysis, pageOptions(), input.ground, input.names);
        m_made.whole.footer = footLine(options.house);
    }

    Result<SeriesPages> made()
    {
        Result<void> done;
        switch (m_options.series) {
        case SeriesOf::Hotspots:
            addHotspots();
            break;
        case SeriesOf::Areas:
            done = addAreas();
            break;
        case SeriesOf::Months:
            done = addMonths();
            break;
        case SeriesOf::Stops:
        case SeriesOf::Schools:
            done = addPlaces();
            break;
        }
        if (!done)
            return tl::unexpected(done.error());
        if (m_made.pages.empty())
            addNothing();
        lockColours();
        return std::move(m_made);
    }

private:
    PageOptions pageOptions() const
    {
        PageOptions page = m_options.page;
        page.method = nullptr;
        return page;
    }

    void addHotspots()
    {
        const workspace::MapAnalysis& analysis = *m_input.analysis;
        if (!analysis.hotspots)
            return;
        for (std::size_t i = 0; i < analysis.hotspots->size() && i < static_cast<std::size_t>(mostSeriesPages); ++i) {
            const analysis::Hotspot& hotspot = (*analysis.hotspots)[i];
            SeriesPage& page = m_made.pages.emplace_back();
            page.number = QString::number(hotspot.rank);
            page.name = analysis.hotspotNames.value(static_cast<qsizetype>(i));
            if (page.name.isEmpty())
                page.name = Tr::tr("Unnamed place");
            count(*analysis.snapshot->table, hotspot.rows, page);
            page.map = m_made.whole;
            GroundBounds bounds;
            bounds.add(hotspot.polygon);
            page.map.centre = bounds.centre();
            if (page.map.scene.hotspots)
                page.map.scene.hotspots = std::make_shared<const map::HotspotLayer>(map::HotspotLayer{analysis.hotspots, hotspot.rank});
        }
    }

    Result<void> addAreas()
    {
        const ZoneFilter& areas = m_options.areas;
        if (!areas.set)
            return fail(ErrorCode::NotFound, {}, {Tr::tr("areas of the series")});
        std::vector<const Zone*> chosen;
        for (const Zone& zone : areas.set->zones)
            if (areas.names.isEmpty() || areas.names.contains(zone.name))
                chosen.push_back(&zone);
        if (const auto fault = tooMany(chosen.size()); !fault)
            return fault;
        for (const Zone* zone : chosen) {
            IncidentFilter filter = m_input.analysis->filter;
            filter.zones = {areas.set, {zone->name}};
            GroundBounds bounds;
            for (const ZonePolygon& polygon : zone->polygons)
                for (const Sweref99& vertex : polygon.outer)
                    bounds.add(vertex.easting, vertex.northing);
            PageOptions page = pageOptions();
            if (!bounds.isEmpty()) {
                page.centre = bounds.centre();
                page.scale = fittingScale(bounds.size() * areaMargin, m_frame, finestArea);
            }
            if (const auto added = addAnalysed(zone->name, filter, page, chosen.size()); !added)
                return added;
        }
        return {};
    }

    Result<void> addMonths()
    {
        const workspace::MapAnalysis& analysis = *m_input.analysis;
        QDate from = analysis.filter.from;
        QDate to = analysis.filter.to;
        const QDate epoch(1970, 1, 1);
        for (const std::uint32_t row : analysis.selection.rows) {
            const QDate date = epoch.addDays(analysis.snapshot->table->localDate[row]);
            if (!analysis.filter.from.isValid() && (!from.isValid() || date < from))
                from = date;
            if (!analysis.filter.to.isValid() && (!to.isValid() || date >= to))
                to = date.addDays(1);
        }
        if (!from.isValid() || !to.isValid())
            return {};
        std::vector<QDate> months;
        for (QDate month(from.year(), from.month(), 1); month < to && months.size() <= mostSeriesPages; month = month.addMonths(1))
            months.push_back(month);
        if (const auto fault = tooMany(months.size()); !fault)
            return fault;
        for (const QDate& month : months) {
            IncidentFilter filter = analysis.filter;
            filter.from = std::max(from, month);
            filter.to = std::min(to, month.addMonths(1));
            QString name = QLocale().toString(month, QStringLiteral("MMMM yyyy"));
            name[0] = name[0].toUpper();
            if (const auto added = addAnalysed(name, filter, pageOptions(), months.size()); !added)
                return added;
        }
        return {};
    }

    /// A place with the filter of its page.
    struct Place {
        QString name;
        std::shared_ptr<const NearSet> near;
        qint64 incidents = 0;
    };

    /// With how many incidents of the selection lie near each, and what is near one or several of them.
    std::vector<Place> counted(const std::vector<map::NamedPlace>& places, IncidentFilter filter)
    {
        filter.near = {};
        const workspace::Snapshot& snapshot = *m_input.analysis->snapshot;
        const std::vector<std::uint32_t> rows = workspace::selectRows(snapshot, filter).rows;
        const analysis::IncidentTable& table = *snapshot.table;
        std::vector<std::uint32_t> pages(rows.size(), 0);
        std::vector<Place> found;
        for (const map::NamedPlace& place : places) {
            auto near = std::make_shared<NearSet>();
            near->title = place.name;
            std::vector<std::vector<analysis::Point>> points;
            for (const Sweref99& p : place.points) {
                near->lines.push_back({p});
                points.push_back({{p.easting, p.northing}});
            }
            const analysis::NearIndex index(points, m_made.reach);
            qint64 incidents = 0;
            for (std::size_t i = 0; i < rows.size(); ++i)
                if (index.contains({table.easting[rows[i]], table.northing[rows[i]]})) {
                    ++incidents;
                    ++pages[i];
                }
            if (incidents > 0 || m_options.places.empty)
                found.push_back({place.name, std::move(near), incidents});
        }
        m_made.selected = static_cast<qint64>(rows.size());
        m_made.onPages = std::count_if(pages.begin(), pages.end(), [](std::uint32_t on) { return on > 0; });
        m_made.onSeveral = std::count_if(pages.begin(), pages.end(), [](std::uint32_t on) { return on > 1; });
        return found;
    }

    Result<void> addPlaces()
    {
        const double asked = m_options.places.radius > 0.0 ? m_options.places.radius : usualRadius(m_made.of);
        if (!(asked >= SeriesPlaces::leastRadius && asked <= SeriesPlaces::mostRadius))
            return fail(ErrorCode::ValueOutOfRange, {{}, -1, QStringLiteral("radius")},
                        {QString::number(asked), QString::number(SeriesPlaces::leastRadius), QString::number(SeriesPlaces::mostRadius)});
        m_made.reach = asked;
        const auto kind = m_made.of == SeriesOf::Stops ? map::PlaceKind::Stop : map::PlaceKind::School;
        const auto known = map::namedPlaces(m_input.ground.get(), m_input.names.get(), kind, m_stop);
        if (!known)
            return tl::unexpected(known.error());
        std::vector<Place> places = counted(*known, m_input.analysis->filter);
        if (!m_options.places.byName)
            std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.incidents > b.incidents; });
        if (const auto fault = tooMany(places.size()); !fault)
            return fault;
        for (std::size_t i = 0; i < places.size(); ++i) {
            IncidentFilter filter = m_input.analysis->filter;
            filter.near = {places[i].near, m_made.reach};
            GroundBounds bounds;
            for (const auto& point : places[i].near->lines) {
                bounds.add({point.front().easting, point.front().northing}, QSizeF(2 * m_made.reach, 2 * m_made.reach));
                m_made.places.push_back(point.front());
            }
            PageOptions options = pageOptions();
            options.centre = bounds.centre();
            options.scale = fittingScale(bounds.size() * areaMargin, m_frame, finestArea);
            if (const auto added = addAnalysed(places[i].name, filter, options, places.size()); !added)
                return added;
            SeriesPage& page = m_made.pages.back();
            page.number = m_options.places.byName ? QString() : QString::number(i + 1);
            page.reach = m_made.reach;
            page.map.filter = m_made.whole.filter; // the page says itself how near
        }
        return {};
    }

    static Result<void> tooMany(std::size_t pages)
    {
        if (pages > static_cast<std::size_t>(mostSeriesPages))
            return fail(ErrorCode::ValueOutOfRange, {{}, -1, QStringLiteral("pages")},
                        {QString::number(pages), QStringLiteral("1"), QString::number(mostSeriesPages)});
        return {};
    }

    /// A page of a part of the incidents.
    Result<void> addAnalysed(const QString& name, const IncidentFilter& filter, const PageOptions& options, std::size_t all)
    {
        const auto analysis = workspace::analyse(m_input.analysis->snapshot, filter, m_input.analysis->settings, m_places, m_stop,
                                                 m_input.analysis->places);
        if (!analysis)
            return tl::unexpected(analysis.error());
        const workspace::MapAnalysis& found = **analysis;
        SeriesPage& page = m_made.pages.emplace_back();
        page.name = name;
        count(*found.snapshot->table, found.selection.rows, page);
        page.map = pageOf(found, options, m_input.ground, m_input.names);
        page.map.footer = footLine(m_options.house);
        if (found.density)
            m_densest = std::max(m_densest, found.density->maximum());
        keepOnlyShown(page.map, found, m_frame, m_kept);
        if (m_progress)
            m_progress(static_cast<double>(m_made.pages.size()) / static_cast<double>(all));
        return {};
    }

    void addNothing()
    {
        m_made.isNothing = true;
        SeriesPage& page = m_made.pages.emplace_back();
        page.name = m_made.whole.title;
        count(*m_input.analysis->snapshot->table, m_input.analysis->selection.rows, page);
        page.map = m_made.whole;
    }

    void lockColours()
    {
        if (m_made.of == SeriesOf::Hotspots || m_made.isNothing)
            return; // all show one density
        const map::ColourScale& locked = m_input.analysis->settings.lockedScale;
        const map::ColourScale scale = locked.isEmpty() ? map::ColourScale::forMaximum(m_densest) : locked;
        for (SeriesPage& page : m_made.pages) {
            if (!page.map.scene.heatmap)
                continue;
            auto heatmap = std::make_shared<map::HeatmapLayer>(*page.map.scene.heatmap);
            heatmap->scale = scale;
            page.map.scene.heatmap = std::move(heatmap);
        }
    }

    const ProductInput& m_input;
    const ProductOptions& m_options;
    QSizeF m_frame;
    std::stop_token m_stop;
    const ProductProgress& m_progress;
    map::PlaceSearch m_places;
    std::shared_ptr<KeptDensity> m_kept = std::make_shared<KeptDensity>();
    double m_densest = 0.0;
    SeriesPages m_made;
};

} // namespace

Result<SeriesPages> seriesPages(const ProductInput& input, const ProductOptions& options, const QSizeF& frame, std::stop_token stop,
                                const ProductProgress& progress)
{
    return Maker(input, options, frame, std::move(stop), progress).made();
}

} // namespace hk::report
