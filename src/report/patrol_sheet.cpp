#include "report/patrol_sheet.h"

#include "map/place_search.h"
#include "paper/text_parts.h"
#include "report/ground_bounds.h"
#include "report/hour_columns_part.h"
#include "report/legend.h"
#include "report/legend_parts.h"
#include "report/map_caption_part.h"
#include "report/map_fit.h"
#include "report/map_part.h"
#include "report/map_sheet.h"
#include "report/numbered_footer.h"
#include "report/page_words.h"
#include "report/patrol_parts.h"
#include "report/patrol_words.h"
#include "report/translated.h"
#include "text/sentences.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace hk::report {

namespace {

using paper::Type;
namespace ink = paper::ink;

constexpr double spotScale = 2000.0;
constexpr double finestOverview = 4000.0;
constexpr double overviewMargin = 8.0; // millimetres at factor 1, around what it shows
constexpr std::size_t onFront = 2;
constexpr int mostNotes = 30;

QString spotId(std::size_t index)
{
    return QStringLiteral("spot%1").arg(index + 1);
}

/// The walk as a line, and a disc where it begins and ends.
std::shared_ptr<const map::StudyLayer> walkLayer(const PatrolPlan& plan, double scale)
{
    constexpr double radius = 1.3; // millimetres
    constexpr int corners = 24;
    const QColor colour(0x1b, 0x5e, 0x8c);
    auto layer = std::make_shared<map::StudyLayer>();
    layer->title = Tr::tr("Walk");
    layer->classes = {{Tr::tr("Walk"), colour, 1.4}, {Tr::tr("Start"), colour, 1.0}};
    map::StudyShape walk;
    walk.kind = map::StudyShape::Kind::Line;
    walk.classIndex = 0;
    std::vector<QPointF>& line = walk.parts.emplace_back();
    line.emplace_back(plan.start.easting, plan.start.northing);
    for (const PatrolSpot& spot : plan.spots)
        line.emplace_back(spot.hotspot.centre.x, spot.hotspot.centre.y);
    line.emplace_back(plan.end.easting, plan.end.northing);
    layer->shapes.push_back(std::move(walk));
    const auto disc = [&](const Sweref99& place, const QString& label) {
        map::StudyShape shape;
        shape.classIndex = 1;
        shape.isSign = true;
        shape.label = label;
        std::vector<QPointF>& ring = shape.parts.emplace_back();
        for (int i = 0; i < corners; ++i) {
            const double angle = i * 2 * std::numbers::pi / corners;
            ring.emplace_back(place.easting + radius * scale / 1000.0 * std::sin(angle),
                              place.northing + radius * scale / 1000.0 * std::cos(angle));
        }
        layer->shapes.push_back(std::move(shape));
    };
    disc(plan.start, Tr::tr("Start"));
    if (plan.end != plan.start)
        disc(plan.end, Tr::tr("End", "of a walk"));
    return layer;
}

/// Adds what is not among them yet; symbols of a group are joined.
void join(std::vector<LegendItem>& items, const std::vector<LegendItem>& more)
{
    for (const LegendItem& item : more) {
        const auto same = std::find_if(items.begin(), items.end(), [&](const LegendItem& other) {
            return other.kind == item.kind && other.name == item.name;
        });
        if (same == items.end()) {
            items.push_back(item);
            continue;
        }
        for (const auto& symbol : item.symbols)
            if (same->symbols.size() < 4 && std::none_of(same->symbols.begin(), same->symbols.end(), [&](const auto& other) {
                    return other.letter == symbol.letter && other.planned == symbol.planned;
                }))
                same->symbols.push_back(symbol);
    }
    std::stable_sort(items.begin(), items.end(), [](const LegendItem& a, const LegendItem& b) {
        const auto group = [](const LegendItem& item) {
            return item.symbols.empty() ? 0 : static_cast<int>(item.symbols.front().group);
        };
        return std::pair(a.kind, group(a)) < std::pair(b.kind, group(b));
    });
}

/// The sheets while they are laid out.
class Sheets {
public:
    Sheets(const PatrolPlan& plan, const ProductInput& input, const ProductOptions& options, const paper::PageTemplate& look)
        : m_plan(plan)
        , m_options(options)
        , m_look(look)
        , m_places(input.names)
        , m_letters(paper::letterFactor(options.page.paper))
        , m_base(basePage(input))
    {}

    paper::Document made()
    {
        for (std::size_t i = 0; i < m_plan.spots.size(); ++i)
            layOutSpot(i);
        paper::Document document = emptyDocument(m_base);
        const bool twoSides = m_plan.spots.size() > onFront;
        const int count = twoSides ? 2 : 1;
        document.sheets.push_back(front(count));
        if (twoSides)
            document.sheets.push_back(back(count));
        for (std::size_t i = 0; i < m_plan.spots.size(); ++i)
            if (const auto place = paper::find(document, spotId(i) + QStringLiteral("/head")))
                document.bookmarks.push_back(
                    {QStringLiteral("%1 %2").arg(i + 1).arg(m_plan.spots[i].name), 0, place->sheet, place->rect.top()});
        return document;
    }

private:
    struct Spot {
        paper::Material material;
        std::vector<LegendItem> legend;
    };

    MapPage basePage(const ProductInput& input) const
    {
        workspace::MapAnalysis drawn = *m_plan.analysis;
        drawn.settings.showHeatmap = false;
        drawn.settings.showHotspots = true;
        drawn.settings.showIncidents = true;
        PageOptions page = m_options.page;
        page.orientation = paper::Orientation::Portrait;
        page.scale = spotScale;
        page.method = nullptr;
        if (page.title.trimmed().isEmpty())
            page.title = Tr::tr("Patrol sheet, %1", "weekday and hours of the shift").arg(wordsOf(m_plan.shift));
        if (page.confidentiality.trimmed().isEmpty())
            page.confidentiality = Tr::tr("Internal", "mark of a sheet");
        MapPage made = pageOf(drawn, page, input.ground, input.names);
        made.footer = footLine(m_options.house);
        return made;
    }

    const paper::Box& boxOf(const QString& sheet) const
    {
        return m_look.sheets.at(sheet).box(paper::Orientation::Portrait);
    }

    std::vector<paper::Frame> layOut(const QString& sheet, const QRectF& rect, const paper::Material& material) const
    {
        return paper::layOut(paper::withoutEmpty(boxOf(sheet), material), rect,
                             {material, m_letters, paper::paperName(m_base.paper)});
    }

    QRectF contentOf(const QString& sheet) const
    {
        return paper::contentRect(m_look.sheets.at(sheet), m_base.paper, paper::Orientation::Portrait);
    }

    static QRectF rectOf(const std::vector<paper::Frame>& frames, const QString& id)
    {
        const auto found = std::find_if(frames.begin(), frames.end(), [&](const paper::Frame& frame) { return frame.id == id; });
        return found == frames.end() ? QRectF() : found->rect;
    }

    /// In whose middle the hotspot lies, or its densest place where it is larger than the frame.
    void layOutSpot(std::size_t index)
    {
        const PatrolSpot& spot = m_plan.spots[index];
        auto page = std::make_shared<MapPage>(m_base);
        page->title = spot.name;
        Spot& made = m_spots.emplace_back();
        paper::Material& material = made.material;
        material[QStringLiteral("head")] = std::make_shared<SpotHeadPart>(
            spot.hotspot.rank, spot.name,
            Tr::tr("%1  ·  %2 ha", "incidents, area").arg(text::incidents(static_cast<qint64>(spot.hotspot.incidents)),
                                                          text::number(spot.hotspot.areaKm2 * 100.0, 1)),
            categoryWords(spot, m_base.categories));
        material[QStringLiteral("map")] = std::make_shared<MapPart>(page, MapPart::Band::None);
        material[QStringLiteral("caption")] = std::make_shared<MapCaptionPart>(page);
        material[QStringLiteral("hours")] = hoursOf(spot);
        material[QStringLiteral("fortnight")] =
            paper::textPart(Tr::tr("Last fortnight against those before"), {fortnightWords(spot, m_plan).join(u' ')}, Type::Small);
        material[QStringLiteral("latest")] =
            std::make_shared<paper::TablePart>(latestTable(*m_plan.analysis, spot.latest, m_places));
        material[QStringLiteral("notes")] = std::make_shared<paper::NotesPart>(Tr::tr("Notes"), mostNotes);

        const QRectF frame = rectOf(layOut(QStringLiteral("spot"), placeOf(index), material), QStringLiteral("map"));
        GroundBounds bounds;
        bounds.add(spot.hotspot.polygon);
        const QSizeF shown = frame.size() * spotScale / 1000.0;
        const bool fits = bounds.size().width() <= shown.width() && bounds.size().height() <= shown.height();
        page->centre = fits ? bounds.centre() : Sweref99{spot.hotspot.centre.x, spot.hotspot.centre.y};
        made.legend = legendItems(*page, frame);
    }

    paper::PartPtr hoursOf(const PatrolSpot& spot) const
    {
        constexpr double height = 18.0; // millimetres
        const QString note = spot.withoutHour > 0 ? Tr::tr("%Ln incident(s) may have happened in one hour or another.", nullptr,
                                                           static_cast<int>(spot.withoutHour))
                                                  : QString();
        return std::make_shared<HourColumnsPart>(chart::Heading{Tr::tr("By hour of the shift"), Tr::tr("incidents", "unit of a chart")},
                                                 m_plan.shift.fromHour, std::vector<double>(spot.hours.begin(), spot.hours.end()),
                                                 note, height);
    }

    /// Where the sheet has room for the spot.
    QRectF placeOf(std::size_t index) const
    {
        const QString sheet = index < onFront ? QStringLiteral("front") : QStringLiteral("back");
        return rectOf(layOut(sheet, contentOf(sheet), places(sheet, sheet == QLatin1String("front") ? frontMaterial({}) : headMaterial())),
                      spotId(index));
    }

    /// The material with the places of the spots on that sheet.
    paper::Material places(const QString& sheet, paper::Material material) const
    {
        const bool front = sheet == QLatin1String("front");
        for (std::size_t i = front ? 0 : onFront; i < (front ? std::min(onFront, m_plan.spots.size()) : m_plan.spots.size()); ++i)
            material[spotId(i)] = std::make_shared<PlacePart>();
        return material;
    }

    paper::Material headMaterial() const
    {
        paper::Material material = materialOf(m_options.house);
        paper::Material head = mapMaterial(std::make_shared<const MapPage>(m_base), {});
        head.erase(QStringLiteral("map"));
        material.merge(head);
        material[QStringLiteral("notes")] = std::make_shared<paper::NotesPart>(Tr::tr("Notes"), mostNotes);
        return material;
    }

    /// `overview`: its frame, millimetres; empty: not known yet.
    paper::Material frontMaterial(const QRectF& overview) const
    {
        paper::Material material = headMaterial();
        const auto page = std::make_shared<const MapPage>(overviewPage(overview));
        material[QStringLiteral("overview")] = std::make_shared<MapPart>(page, MapPart::Band::None);
        material[QStringLiteral("overviewCaption")] = std::make_shared<MapCaptionPart>(page);
        material[QStringLiteral("remarks")] =
            paper::textPart({}, {leftOutWords(m_plan).join(u' ')}, Type::Tiny, ink::grey, 4);
        std::vector<LegendItem> legend;
        for (const Spot& spot : m_spots)
            join(legend, spot.legend);
        if (m_plan.spots.empty()) {
            material[QStringLiteral("walk")] = paper::textPart(
                Tr::tr("Walk"), {m_base.shown == 0 ? noHotspots(m_base) : Tr::tr("No place stands out: the incidents of the shift are too few or too far apart.")});
            std::vector<std::uint32_t> rows = m_plan.analysis->selection.rows;
            const std::vector<std::int64_t>& from = m_plan.analysis->snapshot->table->fromUtc;
            std::stable_sort(rows.begin(), rows.end(), [&](std::uint32_t a, std::uint32_t b) { return from[a] > from[b]; });
            material[QStringLiteral("latest")] = std::make_shared<paper::TablePart>(latestTable(*m_plan.analysis, rows, m_places));
            legend = legendItems(*page, overview);
        } else {
            material[QStringLiteral("walk")] = std::make_shared<paper::TablePart>(walkTable(m_plan, m_base));
            material[QStringLiteral("walkWords")] = paper::textPart({}, walkWords(m_plan), Type::Tiny, ink::black, 3);
            for (LegendItem& item : legend)
                if (item.kind == LegendItem::Kind::Hotspot)
                    item.name = Tr::tr("Hotspot, its number");
        }
        material[QStringLiteral("symbols")] = std::make_shared<SymbolLegendPart>(page, legend);
        return material;
    }

    MapPage overviewPage(const QRectF& frame) const
    {
        MapPage page = m_base;
        page.centre = m_plan.start;
        page.scale = finestOverview;
        GroundBounds bounds;
        bounds.add(m_plan.start.easting, m_plan.start.northing);
        bounds.add(m_plan.end.easting, m_plan.end.northing);
        if (m_plan.spots.empty())
            for (const analysis::Point& p : *m_plan.analysis->points)
                bounds.add(p.x, p.y);
        for (const PatrolSpot& spot : m_plan.spots)
            bounds.add(spot.hotspot.polygon);
        const double margin = 2 * overviewMargin * m_letters.factor();
        const QSizeF within = frame.size() - QSizeF(margin, margin);
        if (within.width() > 0 && within.height() > 0) {
            page.centre = bounds.centre();
            page.scale = fittingScale(bounds.size(), within, finestOverview);
        }
        if (!m_plan.spots.empty()) {
            page.scene.incidents = nullptr; // the spots' own maps show them
            page.scene.study = walkLayer(m_plan, page.scale);
        }
        return page;
    }

    paper::Sheet sheetOf(const QString& name, paper::Material material, const QString& title)
    {
        paper::Sheet sheet;
        sheet.size = paper::paperSize(m_base.paper, paper::Orientation::Portrait);
        sheet.factor = m_letters.factor();
        sheet.title = title;
        for (const paper::Frame& frame : layOut(name, contentOf(name), places(name, std::move(material)))) {
            if (!frame.id.startsWith(QLatin1String("spot"))) {
                sheet.frames.push_back(frame);
                continue;
            }
            const std::size_t index = frame.id.mid(4).toUInt() - 1;
            for (const paper::Frame& inner : layOut(QStringLiteral("spot"), frame.rect, m_spots[index].material))
                sheet.frames.push_back({frame.id + u'/' + inner.id, inner.rect, inner.part});
        }
        return sheet;
    }

    paper::Sheet front(int count)
    {
        const QString name = QStringLiteral("front");
        m_overview = rectOf(layOut(name, contentOf(name), places(name, frontMaterial({}))), QStringLiteral("overview"));
        paper::Material material = frontMaterial(m_overview);
        material[QStringLiteral("footer")] = numberedFooter(overviewPage(m_overview), m_overview, 1, count);
        return sheetOf(name, std::move(material), Tr::tr("Front", "side of a sheet of paper"));
    }

    paper::Sheet back(int count)
    {
        paper::Material material = headMaterial();
        material[QStringLiteral("footer")] = numberedFooter(overviewPage(m_overview), m_overview, 2, count);
        return sheetOf(QStringLiteral("back"), std::move(material), Tr::tr("Back", "side of a sheet of paper"));
    }

    const PatrolPlan& m_plan;
    const ProductOptions& m_options;
    const paper::PageTemplate& m_look;
    map::PlaceSearch m_places;
    paper::Lettering m_letters;
    MapPage m_base;
    std::vector<Spot> m_spots;
    QRectF m_overview;
};

} // namespace

paper::Document patrolSheet(const PatrolPlan& plan, const ProductInput& input, const ProductOptions& options,
                            const paper::PageTemplate& look)
{
    return Sheets(plan, input, options, look).made();
}

Result<paper::Document> makePatrolSheet(const ProductInput& input, const ProductOptions& options, const paper::PageTemplate& look,
                                        std::stop_token stop)
{
    return patrolPlan(input, options, std::move(stop)).map([&](const PatrolPlan& plan) {
        return patrolSheet(plan, input, options, look);
    });
}

} // namespace hk::report
