#include "report/public_map.h"

#include "core/local_time.h"
#include "map/place_search.h"
#include "map/style.h"
#include "paper/flow_sheets.h"
#include "paper/text_parts.h"
#include "report/map_fit.h"
#include "report/map_sheet.h"
#include "report/page_words.h"
#include "report/public_layer.h"
#include "report/translated.h"
#include "text/export_words.h"
#include "text/sentences.h"

#include <QTimeZone>

namespace hk::report {

namespace {

constexpr double scaleOfNothing = 20'000.0;

/// Only what lies under the data: layers of one's own, which have a legend, may be for the own organisation
/// alone.
std::shared_ptr<const map::Ground> background(const std::shared_ptr<const map::Ground>& ground)
{
    if (!ground)
        return nullptr;
    auto left = std::make_shared<map::Ground>();
    for (const map::GroundSheet& sheet : ground->sheets)
        if (!sheet.legend)
            left->sheets.push_back(sheet);
    return left;
}

/// The filter in words without those that were searched for.
QString filterWords(const IncidentFilter& filter, const CategoryList& categories)
{
    IncidentFilter shown = filter;
    shown.text.clear();
    QStringList words{text::filter(shown, categories)};
    if (!filter.text.trimmed().isEmpty())
        words.append(Tr::tr("Chosen by words in the text."));
    return words.join(QLatin1Char(' '));
}

/// A page that knows nothing of single incidents, whatever the analysis holds.
MapPage emptyPage(const ProductInput& input, const ProductOptions& options)
{
    const workspace::MapAnalysis& analysis = *input.analysis;
    MapPage page;
    page.paper = options.page.paper;
    page.orientation = options.page.orientation;
    page.title = options.page.title.trimmed().isEmpty() ? Tr::tr("Reported incidents") : options.page.title;
    page.period = text::period(analysis.filter.from, analysis.filter.to);
    page.filter = filterWords(analysis.filter, analysis.snapshot->categories);
    page.shown = MapPage::notTold;
    page.total = MapPage::notTold;
    page.showHotspots = false;
    page.sample = analysis.snapshot->info.sample;
    page.confidentiality = text::nameOf(ExportProfile::Public);
    page.printedAt = options.page.printedAt.isValid()
                         ? options.page.printedAt
                         : QDateTime::currentDateTimeUtc().toTimeZone(stockholm());
    page.footer = footLine(options.house);
    page.scene.ground = background(input.ground);
    const auto style = map::MapStyle::embedded(QStringLiteral("print"));
    page.scene.style = style ? *style : nullptr;
    page.scene.filterArea = analysis.filter.area;
    page.locale = QLocale();
    const bool chosen = options.page.centre != Sweref99{} && options.page.scale > 0.0;
    page.scale = chosen ? options.page.scale : scaleOfNothing;
    page.centre = chosen ? options.page.centre : workspace::hub();
    return page;
}

workspace::PublicOptions countsAsked(const ProductInput& input, const ProductOptions& options)
{
    workspace::PublicOptions asked;
    asked.ground = options.counts;
    asked.cellMetres = options.countCell;
    asked.areas = options.areas.set;
    asked.streets = input.names;
    return asked;
}

/// Squares are found more easily by a name of the map near their middle than by the coordinates of their corner alone.
void nameSquares(workspace::PublicCounts& counts, const std::shared_ptr<const map::Basemap>& names)
{
    if (!names)
        return;
    const map::PlaceSearch search(names);
    for (exchange::CountRow& row : counts.file.rows)
        if (row.place && !row.polygons.empty())
            if (const QString name = search.nameAt(*row.place); !name.isEmpty())
                row.name = QStringLiteral("%1 (%2)").arg(name, row.name);
}

std::vector<paper::Sheet> tableSheets(const MapPagePtr& page, const workspace::PublicCounts& counts,
                                      const CategoryList& categories, const paper::SheetTemplate& look,
                                      const paper::Material& more)
{
    const std::size_t atOnce = page->orientation == Orientation::Landscape ? 20 : 12;
    std::vector<paper::FlowItem> items;
    for (paper::TableData& data : publicTables(counts, categories, atOnce))
        items.push_back(
            {QStringLiteral("table%1").arg(items.size() + 1),
             std::make_shared<paper::TablePart>(std::move(data), paper::TablePart::Overflow::Continue)});
    const auto around = [&](int, int) {
        paper::Material material = more;
        material.merge(mapMaterial(page, {}));
        return material;
    };
    std::vector<paper::Sheet> sheets =
        paper::flowSheets(items, look, page->paper, page->orientation, around).sheets;
    for (paper::Sheet& sheet : sheets)
        sheet.title = Tr::tr("Table");
    return sheets;
}

} // namespace

Result<paper::Document> makePublicMap(const ProductInput& input, const ProductOptions& options,
                                      const paper::PageTemplate& look, const std::stop_token& stop)
{
    for (const QString& kind : {QStringLiteral("map"), QStringLiteral("words")})
        if (look.sheets.count(kind) == 0)
            return fail(ErrorCode::FileDamaged, {{}, -1, kind}, {},
                        QStringLiteral("the template has no such sheet"));
    const workspace::MapAnalysis& analysis = *input.analysis;
    const paper::SheetTemplate& mapLook = look.sheets.at(QStringLiteral("map"));
    const workspace::PublicOptions asked = countsAsked(input, options);
    auto counts = workspace::makePublicCounts(*analysis.snapshot, analysis.selection.rows, asked, stop);
    if (!counts && counts.error().code != ErrorCode::NoIncidents)
        return tl::unexpected(counts.error());

    MapPage page = emptyPage(input, options);
    paper::Material more = materialOf(options.house);
    if (!counts) {
        page.shown = 0;
        paper::Document document = emptyDocument(page);
        document.sheets.push_back(mapSheet(std::make_shared<const MapPage>(page), mapLook, more));
        return document;
    }
    if (asked.ground == CountGround::Grid)
        nameSquares(*counts, input.names);
    more[QStringLiteral("method")] = std::make_shared<paper::TextPart>(
        Tr::tr("How it was counted"),
        std::vector<paper::Paragraphs>{{publicWords(*counts, asked), paper::Type::Small}});
    const auto draw = [&] {
        page.scene.study =
            std::make_shared<const map::StudyLayer>(publicLayer(*counts, asked.ground, page.scale));
    };
    draw();
    if (options.page.centre == Sweref99{} || options.page.scale <= 0.0) {
        page = fitted(std::move(page), publicExtent(*counts), mapFrame(page, mapLook, more).size());
        draw(); // circles have a size on paper
    }
    paper::Document document = emptyDocument(page);
    const auto shared = std::make_shared<const MapPage>(std::move(page));
    document.sheets.push_back(mapSheet(shared, mapLook, more));
    for (paper::Sheet& sheet : tableSheets(shared, *counts, analysis.snapshot->categories,
                                           look.sheets.at(QStringLiteral("words")), more))
        document.sheets.push_back(std::move(sheet));
    return document;
}

} // namespace hk::report
