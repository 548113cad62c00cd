#include "report/situation_report.h"

#include "methods/period_comparison_study.h"
#include "paper/contents_part.h"
#include "paper/flow_sheets.h"
#include "paper/section_parts.h"
#include "paper/table_part.h"
#include "paper/text_parts.h"
#include "report/map_fit.h"
#include "report/map_sheet.h"
#include "report/page_words.h"
#include "report/situation_charts.h"
#include "report/situation_maps.h"
#include "report/situation_tables.h"
#include "report/situation_words.h"
#include "report/translated.h"
#include "text/sentences.h"

#include <algorithm>

namespace hk::report {

namespace {

using paper::FlowItem;
using paper::Paragraphs;
using paper::TablePart;
using paper::TextPart;
using paper::Type;
namespace ink = paper::ink;

constexpr double hubScale = 5000.0;
const QString contentsId = QStringLiteral("contents");

paper::PartPtr flowing(const QString& heading, const QStringList& paragraphs, Type type = Type::Body,
                       QRgb colour = ink::black)
{
    return std::make_shared<TextPart>(heading, std::vector<Paragraphs>{{paragraphs, type, colour, 0}},
                                      TextPart::Overflow::Continue);
}

qint64 occurring(const std::vector<SituationCount>& counts)
{
    return std::count_if(counts.begin(), counts.end(),
                         [](const SituationCount& each) { return each.count > 0; });
}

/// What the report is made of, gathered once.
struct Made {
    const workspace::MapAnalysis& analysis;
    MapPagePtr page; ///< of the whole selection, its scale not yet fitted
    SituationFigures figures;
    methods::MethodResultPtr
        comparison; ///< null: nothing to compare with, or nothing in either period that can be mapped
    paper::Box mapLook;

    const workspace::Snapshot& snapshot() const { return *analysis.snapshot; }
    bool isEmpty() const { return figures.count == 0; }
};

/// The text of the report, section by section.
class Sections {
public:
    explicit Sections(const Made& made)
        : m_made(made)
    {}

    std::vector<FlowItem> items()
    {
        addSummary();
        if (!m_made.isEmpty()) {
            addTotals();
            addMaps();
            addHotspots();
            addTimes();
            addPartners();
            addPlanned();
        }
        addMethod();
        return std::move(m_items);
    }

private:
    void section(const QString& title)
    {
        ++m_number;
        FlowItem item{
            QStringLiteral("section%1").arg(m_number),
            std::make_shared<paper::SectionPart>(QStringLiteral("%1  %2").arg(m_number).arg(title))};
        item.withNext = true;
        item.bookmark = title;
        item.gapBefore = 9.0;
        m_items.push_back(std::move(item));
    }

    void add(const QString& id, paper::PartPtr part, bool withNext = false)
    {
        FlowItem item{id, std::move(part)};
        item.withNext = withNext;
        m_items.push_back(std::move(item));
    }

    void addTable(const QString& id, paper::TableData data)
    {
        data.fill = true;
        if (!data.rows.empty())
            add(id, std::make_shared<TablePart>(std::move(data), TablePart::Overflow::Continue));
    }

    void addMap(const ReportMap& map)
    {
        FlowItem item{map.id};
        item.block = mapBlock(map, m_made.mapLook);
        m_items.push_back(std::move(item));
    }

    void addSummary()
    {
        const SituationFigures& figures = m_made.figures;
        section(Tr::tr("Summary"));
        if (m_made.isEmpty()) {
            QStringList words{Tr::tr("No incidents in this selection.")};
            if (figures.change)
                words.append(Tr::tr("In the period that it is held against, %1, there are %2.",
                                    "a period, how many incidents")
                                 .arg(text::period(figures.earlier.from, figures.earlier.to),
                                      text::incidents(figures.change->earlier.count)));
            add(QStringLiteral("summary"), flowing({}, words));
            return;
        }
        std::vector<paper::FiguresPart::Figure> large{
            {text::number(static_cast<qint64>(figures.count)), Tr::tr("incidents")}};
        if (figures.change)
            large.push_back({text::number(static_cast<qint64>(figures.change->earlier.count)),
                             figures.against == SituationFigures::Against::YearBefore
                                 ? Tr::tr("on the same days a year before")
                                 : Tr::tr("in as many days just before")});
        large.push_back({text::number(qint64{occurring(figures.categories)}), Tr::tr("categories")});
        large.push_back(
            {text::number(static_cast<qint64>(m_made.page->hotspots.size())), Tr::tr("hotspots")});
        add(QStringLiteral("figures"), std::make_shared<paper::FiguresPart>(std::move(large)), true);
        add(QStringLiteral("summary"),
            flowing({}, summaryOf(figures, m_made.analysis, m_made.comparison.get())));
        add(contentsId, nullptr); // its pages are known at the end
    }

    void addTotals()
    {
        section(Tr::tr("How much"));
        addMonths();
        add(QStringLiteral("bars"), kindBars(m_made.figures, m_made.snapshot()));
        addTable(QStringLiteral("categories"), categoryTable(m_made.figures, m_made.snapshot()));
    }

    void addMonths()
    {
        paper::TableData months = monthTable(m_made.figures);
        months.fill = true;
        const auto series = monthSeries(m_made.figures, std::make_shared<TablePart>(months));
        if (series)
            add(QStringLiteral("series"), series);
        if (!series || !monthsBeside(m_made.figures))
            addTable(QStringLiteral("months"), std::move(months));
    }

    void addMaps()
    {
        const MapPage& page = *m_made.page;
        section(Tr::tr("Where"));
        addMap({QStringLiteral("whole"), Tr::tr("The whole selection"), m_made.page,
                extentOf(*m_made.snapshot().table, m_made.analysis.selection.rows)});
        MapPage hub = page;
        hub.scale = hubScale;
        hub.centre = workspace::hub();
        addMap({QStringLiteral("hub"),
                Tr::tr("Around %1").arg(QStringLiteral("Mölndals bro")),
                std::make_shared<const MapPage>(std::move(hub)),
                {}});
    }

    void addHotspots()
    {
        section(Tr::tr("Hotspots"));
        const MapPage& page = *m_made.page;
        if (page.hotspots.empty())
            add(QStringLiteral("hotspots"), flowing({}, {noHotspots(page)}));
        else
            addTable(QStringLiteral("hotspots"), hotspotTable(page));
        if (m_made.comparison)
            addTable(QStringLiteral("places"), placeTable(m_made.figures, *m_made.comparison));
        else
            add(QStringLiteral("places"),
                flowing({}, {againstWords(m_made.figures)}, Type::Small, ink::grey));
    }

    void addTimes()
    {
        section(Tr::tr("When"));
        add(QStringLiteral("hours"), flowing({}, hourSentences(m_made.figures)), true);
        add(QStringLiteral("week"), weekGrid(m_made.figures));
        add(QStringLiteral("day"), hourBars(m_made.figures));
    }

    void addPartners()
    {
        const std::vector<SituationCount>& telling = m_made.figures.organisations;
        // One without a name: nobody has said who reported.
        if (telling.empty() ||
            (telling.size() == 1 && m_made.snapshot()
                                        .organisations.value(static_cast<qsizetype>(telling[0].index))
                                        .trimmed()
                                        .isEmpty()))
            return;
        section(Tr::tr("What the partners reported"));
        addTable(QStringLiteral("organisations"), organisationTable(m_made.figures, m_made.snapshot()));
    }

    void addPlanned()
    {
        const SituationFigures& figures = m_made.figures;
        if (figures.planned.empty() && figures.linked == 0)
            return;
        section(Tr::tr("Planned and done"));
        if (figures.linked > 0)
            add(QStringLiteral("linked"),
                flowing({}, {Tr::tr("%1 of the selection are linked to %Ln intervention(s).",
                                    "how many incidents", static_cast<int>(figures.interventions))
                                 .arg(text::incidents(figures.linked))}));
        addTable(QStringLiteral("planned"), plannedTable(figures, m_made.snapshot()));
    }

    void addMethod()
    {
        section(Tr::tr("How it was worked out"));
        add(QStringLiteral("definitions"),
            flowing(Tr::tr("What the words mean"), definitionsOf(m_made.figures, m_made.analysis)));
        if (const methods::MethodResult* comparison = m_made.comparison.get())
            add(QStringLiteral("parameters"),
                flowing(Tr::tr("Comparison of periods"),
                        comparison->parameters + comparison->remarks + comparison->warnings));
        add(QStringLiteral("leftOut"),
            flowing(Tr::tr("What was left out"), leftOutOf(m_made.figures, m_made.analysis)));
        add(QStringLiteral("literature"),
            flowing(Tr::tr("Sources of the methods"), literature(), Type::Small));
    }

    const Made& m_made;
    std::vector<FlowItem> m_items;
    int m_number = 0;
};

/// Fills in the contents where the items leave them out; pages as the bookmarks have them (none: not known
/// yet).
void setContents(std::vector<FlowItem>& items, const std::vector<paper::Bookmark>& bookmarks)
{
    std::vector<paper::ContentsPart::Entry> entries;
    for (const FlowItem& item : items)
        if (!item.bookmark.isEmpty()) {
            const std::size_t i = entries.size();
            entries.push_back({QString::number(i + 1), item.bookmark, QString(),
                               i < bookmarks.size() ? bookmarks[i].sheet + 1 : 0, item.id});
        }
    for (FlowItem& item : items)
        if (item.id == contentsId)
            item.part = std::make_shared<paper::ContentsPart>(Tr::tr("Contents"), entries);
}

paper::Material around(const MapPage& page, const QString& title, const HouseStyle& house, int sheet,
                       int count)
{
    const HeadWords head = headWords(page);
    paper::Material material = materialOf(house);
    material[QStringLiteral("title")] = std::make_shared<paper::TitlePart>(title);
    // Read where it is the title, on the first sheet.
    material[QStringLiteral("running")] = std::make_shared<TextPart>(
        QString(), std::vector<Paragraphs>{{{head.title}, Type::Small, ink::grey, 1, paper::Role::Artifact}});
    material[QStringLiteral("facts")] =
        std::make_shared<paper::FactsPart>(QStringList{head.period, head.filter, head.counts}, 1);
    material[QStringLiteral("marks")] = std::make_shared<paper::MarksPart>(
        std::vector<paper::MarksPart::Mark>{{head.confidentiality, false}, {head.sampleMark, true}},
        sheet == 0 ? paper::Role::Paragraph : paper::Role::Artifact);
    material[QStringLiteral("footer")] =
        std::make_shared<paper::FooterPart>(std::vector<paper::FooterPart::Line>{
            {footWords(page),
             Tr::tr("%1 (%2)", "number of a sheet, how many there are").arg(sheet + 1).arg(count)},
            {printedWords(page), programWords()}});
    return material;
}

/// What has changed where; null where there is nothing to compare with or nothing that can be mapped.
Result<methods::MethodResultPtr> compare(const Made& made, const ProductInput& input,
                                         const std::stop_token& stop, const methods::Progress& progress)
{
    if (made.figures.against == SituationFigures::Against::Nothing)
        return methods::MethodResultPtr();
    methods::StudyInput study = methods::inputOf(made.analysis.snapshot, made.analysis.filter);
    study.basemap = input.names;
    const workspace::MapSettings& settings = made.analysis.settings;
    methods::PeriodComparisonStudy asked;
    asked.earlier = made.figures.earlier;
    asked.later = made.figures.period;
    asked.cell = settings.cell;
    asked.bandwidth = settings.bandwidth;
    asked.kernel = settings.kernel;
    asked.quantile = settings.quantile;
    asked.within = settings.hotspotsWithin;
    auto found = methods::runPeriodComparison(study, asked, stop, progress);
    if (!found && found.error().code == ErrorCode::NoIncidents)
        return methods::MethodResultPtr();
    return found;
}

/// A copy of the analysis that shows everything, whatever the window hides.
workspace::MapAnalysis showingAll(const workspace::MapAnalysis& analysis)
{
    workspace::MapAnalysis all = analysis;
    all.settings.showHeatmap = true;
    all.settings.showHotspots = true;
    all.settings.showIncidents = true;
    return all;
}

MapPage pageOfReport(const workspace::MapAnalysis& analysis, const ProductInput& input,
                     const ProductOptions& options, double letters)
{
    PageOptions chosen = options.page;
    chosen.orientation = Orientation::Portrait;
    chosen.method = nullptr;
    MapPage page = pageOf(analysis, chosen, input.ground, input.names);
    page.footer = footLine(options.house);
    page.letters = letters;
    if (options.page.title.trimmed().isEmpty())
        page.title = Tr::tr("Situation report, %1", "a period").arg(page.period);
    return page;
}

} // namespace

Result<paper::Document> makeSituationReport(const ProductInput& input, const ProductOptions& options,
                                            const paper::PageTemplate& look, const std::stop_token& stop,
                                            const ProductProgress& progress)
{
    for (const QString& kind : {QStringLiteral("first"), QStringLiteral("next"), QStringLiteral("map")})
        if (look.sheets.count(kind) == 0)
            return fail(ErrorCode::FileDamaged, {{}, -1, kind}, {},
                        QStringLiteral("the template has no such sheet"));
    const workspace::MapAnalysis analysis = showingAll(*input.analysis);
    const MapPage page =
        pageOfReport(analysis, input, options, look.sheets.at(QStringLiteral("first")).letters);
    Made made{analysis, std::make_shared<const MapPage>(page), figuresOf(analysis, page.printedAt.date()),
              nullptr, look.sheets.at(QStringLiteral("map")).portrait};
    auto comparison = compare(made, input, stop, [&](double share) {
        if (progress)
            progress(0.7 * share);
    });
    if (!comparison)
        return tl::unexpected(comparison.error());
    made.comparison = *comparison;
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);

    // On its first page the period stands below the title.
    const QString title =
        options.page.title.trimmed().isEmpty() ? titleOf(Product::SituationReport) : options.page.title;
    std::vector<FlowItem> items = Sections(made).items();
    const auto flowed = [&] {
        return paper::flowSheets(
            items, look.sheets.at(QStringLiteral("first")), look.sheets.at(QStringLiteral("next")),
            page.paper, Orientation::Portrait,
            [&](int sheet, int count) { return around(page, title, options.house, sheet, count); });
    };
    // The contents are as high without the numbers of their pages as with them.
    setContents(items, {});
    setContents(items, flowed().bookmarks);
    paper::FlowSheets sheets = flowed();
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);

    paper::Document document = emptyDocument(page);
    document.sheets = std::move(sheets.sheets);
    document.bookmarks = std::move(sheets.bookmarks);
    for (std::size_t i = 0; i < document.sheets.size(); ++i)
        document.sheets[i].title = Tr::tr("Page %1", "of a report").arg(i + 1);
    if (progress)
        progress(1.0);
    return document;
}

} // namespace hk::report
