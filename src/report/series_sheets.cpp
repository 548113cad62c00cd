#include "report/series_sheets.h"

#include "paper/contents_part.h"
#include "paper/flow_sheets.h"
#include "paper/table_part.h"
#include "paper/text_parts.h"
#include "report/ground_bounds.h"
#include "report/hour_columns_part.h"
#include "report/legend.h"
#include "report/map_caption_part.h"
#include "report/map_fit.h"
#include "report/map_inset.h"
#include "report/map_part.h"
#include "report/map_sheet.h"
#include "report/numbered_footer.h"
#include "report/page_words.h"
#include "report/series_words.h"
#include "report/translated.h"
#include "text/sentences.h"

#include <algorithm>
#include <limits>

namespace hk::report {

namespace {

using paper::Type;
namespace ink = paper::ink;

constexpr double overviewMargin = 4.0; // millimetres at factor 1, around all frames
constexpr double widerThanPage = 2.0;  ///< an overview shows at least so many times the ground of a page

/// The page's incidents by category: the most frequent, the others as one, and the sum.
paper::PartPtr countsOf(const SeriesPage& page)
{
    constexpr std::size_t mostRows = 5;
    paper::TableData table;
    table.title = Tr::tr("Incidents by category");
    table.columns = {{Tr::tr("Category", "head of a column"), true},
                     {Tr::tr("Incidents", "head of a column of numbers"), false},
                     {Tr::tr("Share", "head of a column: of all"), false}};
    const auto share = [&](qint64 count) {
        return text::percent(static_cast<double>(count) / static_cast<double>(std::max<qint64>(page.incidents, 1)));
    };
    const std::size_t shown = page.categories.size() > mostRows + 1 ? mostRows : page.categories.size();
    qint64 others = page.incidents;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& [index, count] = page.categories[i];
        const auto& all = page.map.categories.all();
        table.rows.push_back({index < all.size() ? text::nameOf(all[index]) : QStringLiteral("?"), text::number(count), share(count)});
        others -= count;
    }
    if (shown < page.categories.size())
        table.rows.push_back({Tr::tr("%Ln other categories", nullptr, static_cast<int>(page.categories.size() - shown)),
                              text::number(others), share(others)});
    table.rows.push_back({Tr::tr("All"), text::number(page.incidents), page.incidents > 0 ? share(page.incidents) : QString()});
    table.sumRow = static_cast<int>(table.rows.size()) - 1;
    return std::make_shared<paper::TablePart>(std::move(table));
}

paper::PartPtr hoursOf(const SeriesPage& page)
{
    constexpr double height = 21.0; // millimetres
    const QString note = page.withoutHour > 0 ? Tr::tr("%Ln incident(s) may have happened in one hour or another.", nullptr,
                                                       static_cast<int>(page.withoutHour))
                                              : QString();
    return std::make_shared<HourColumnsPart>(chart::Heading{Tr::tr("By hour of the day"), Tr::tr("incidents", "unit of a chart")}, 0,
                                             std::vector<double>(page.hours.begin(), page.hours.end()), note, height);
}

/// The document while it is made.
class Sheets {
public:
    Sheets(const SeriesPages& series, const ProductOptions& options, const paper::PageTemplate& look)
        : m_series(series)
        , m_options(options)
        , m_contents(look.sheets.at(QStringLiteral("contents")))
        , m_map(look.sheets.at(QStringLiteral("map")))
        , m_paper(series.whole.paper)
        , m_orientation(series.whole.orientation)
        , m_letters(paper::letterFactor(m_paper))
    {}

    Result<paper::Document> made(const std::stop_token& stop, const ProductProgress& progress)
    {
        MapPage titled = m_series.whole;
        titled.title = title();
        paper::Document document = emptyDocument(titled);
        const int contents = contentsCount();
        m_count = contents + static_cast<int>(m_series.pages.size());
        findFrames();
        std::vector<paper::Sheet> pages;
        for (std::size_t i = 0; i < m_series.pages.size(); ++i) {
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            pages.push_back(pageSheet(i, contents + static_cast<int>(i) + 1));
            if (progress)
                progress(static_cast<double>(i + 1) / static_cast<double>(m_series.pages.size()));
        }
        for (paper::Sheet& sheet : contentsSheets(contents).sheets)
            document.sheets.push_back(std::move(sheet));
        document.bookmarks.push_back({Tr::tr("Contents"), 0, 0, m_contents.margin});
        for (std::size_t i = 0; i < pages.size(); ++i)
            document.bookmarks.push_back({pages[i].title, 0, static_cast<int>(document.sheets.size() + i), m_map.margin});
        std::move(pages.begin(), pages.end(), std::back_inserter(document.sheets));
        return document;
    }

private:
    QString title() const
    {
        const QString given = m_options.page.title.trimmed();
        return given.isEmpty() ? seriesTitle(m_series.of, m_options.areas) : given;
    }

    std::vector<paper::Frame> layOut(const paper::SheetTemplate& look, const paper::Material& material) const
    {
        return paper::layOut(paper::withoutEmpty(look.box(m_orientation), material),
                             paper::contentRect(look, m_paper, m_orientation), {material, m_letters, paper::paperName(m_paper)});
    }

    /// Where the maps stand, and what ground they show.
    void findFrames()
    {
        for (std::size_t i = 0; i < m_series.pages.size(); ++i) {
            const SeriesPage& page = m_series.pages[i];
            m_pages.push_back(std::make_shared<const MapPage>(pageMap(page)));
            m_frames.push_back(mapFrame(*m_pages.back(), m_map, besideMap(page, std::make_shared<const MapPage>(m_series.whole), {})));
            const QRectF ground = groundOf(*m_pages.back(), m_frames.back());
            m_grounds.push_back(ground);
            m_all.add({ground.center().x(), ground.center().y()}, ground.size());
            m_widest = m_widest.expandedTo(ground.size());
        }
        m_inset = rectOf(layOut(m_map, besideMap(m_series.pages.front(), std::make_shared<const MapPage>(m_series.whole), {})),
                         QStringLiteral("inset"));
    }

    static QRectF rectOf(const std::vector<paper::Frame>& frames, const QString& id)
    {
        const auto found = std::find_if(frames.begin(), frames.end(), [&](const paper::Frame& frame) { return frame.id == id; });
        return found == frames.end() ? QRectF() : found->rect;
    }

    MapPage pageMap(const SeriesPage& page) const
    {
        MapPage map = page.map;
        map.showHotspots = false; // there is no table of them: the contents rank them, or each page has its own
        map.title = m_series.isNothing ? title() : pageTitle(page);
        return map;
    }

    /// What stands around a map besides its own parts. `marked`: ground of the inset that its names keep off.
    paper::Material besideMap(const SeriesPage& page, const MapPagePtr& inset, const paper::PartPtr& footer,
                              const QRectF& marked = {}) const
    {
        paper::Material material = materialOf(m_options.house);
        material[QStringLiteral("counts")] = countsOf(page);
        material[QStringLiteral("hours")] = hoursOf(page);
        material[QStringLiteral("inset")] = std::make_shared<MapPart>(
            inset, MapPart::Band::None, marked.isEmpty() ? std::vector<QRectF>() : std::vector<QRectF>{marked});
        material[QStringLiteral("insetCaption")] = std::make_shared<MapCaptionPart>(inset);
        if (const QString counted = countedWords(m_series.of, page); !counted.isEmpty() && !m_series.isNothing) {
            const HeadWords head = headWords(page.map);
            material[QStringLiteral("facts")] = std::make_shared<paper::FactsPart>(QStringList{head.period, head.filter, counted}, 1);
        }
        if (footer)
            material[QStringLiteral("footer")] = footer;
        return material;
    }

    paper::Sheet pageSheet(std::size_t index, int number) const
    {
        const SeriesPage& page = m_series.pages[index];
        const MapPagePtr& map = m_pages[index];
        const auto inset =
            std::make_shared<const MapPage>(overview(m_inset.size(), {frameMark(m_grounds[index])}, false));
        paper::Material material = besideMap(page, inset, numberedFooter(*map, m_frames[index], number, m_count),
                                              m_series.of == SeriesOf::Months ? QRectF() : m_grounds[index]);
        material.merge(mapMaterial(map, m_frames[index]));
        paper::Sheet sheet;
        sheet.size = paper::paperSize(m_paper, m_orientation);
        sheet.factor = m_letters.factor();
        sheet.title = map->title;
        sheet.frames = layOut(m_map, material);
        // What the contents lead to has a name of its own in the document.
        for (paper::Frame& frame : sheet.frames)
            if (frame.id == QLatin1String("title"))
                frame.id = titleId(number);
        return sheet;
    }

    static QString titleId(int number) { return QStringLiteral("title/%1").arg(number); }

    /// All of the series' ground in a frame of this size, with these rectangles marked, and the ranks of hotspots where asked for.
    MapPage overview(const QSizeF& frame, std::vector<map::StudyShape> marks, bool ranks) const
    {
        MapPage page = overviewOf(m_series.whole, std::move(marks));
        if (!ranks)
            page.scene.hotspots = nullptr;
        if (m_series.of == SeriesOf::Areas) {
            ZoneFilter all = m_options.areas;
            for (const SeriesPage& each : m_series.pages)
                all.names.append(each.name);
            all.names.removeDuplicates();
            page.scene.places = m_areas ? m_areas : (m_areas = map::FilterPlaces::of(all, {}));
        } else if (isOfPlaces(m_series.of)) {
            page.scene.places = m_areas ? m_areas : (m_areas = map::FilterPlaces::of({}, nearAll()));
        }
        const double margin = 2 * overviewMargin * m_letters.factor();
        const QSizeF ground = m_all.size().expandedTo(m_widest * (m_series.of == SeriesOf::Months ? widerThanPage : 1.0));
        page.centre = m_all.centre();
        if (frame.width() > margin && frame.height() > margin)
            page.scale = fittingScale(ground, frame - QSizeF(margin, margin), m_series.whole.scale);
        return page;
    }

    /// What lies near any of the series' places.
    NearFilter nearAll() const
    {
        auto all = std::make_shared<NearSet>();
        for (const Sweref99& point : m_series.places)
            all->lines.push_back({point});
        return {all, m_series.reach};
    }

    /// The parts of a sheet of contents; `overviewFrame` empty: not known yet.
    paper::Material contentsMaterial(const QRectF& overviewFrame, int number) const
    {
        MapPage head = m_series.whole;
        head.title = title();
        std::vector<map::StudyShape> marks;
        if (m_series.of != SeriesOf::Hotspots)
            for (std::size_t i = 0; i < m_grounds.size() && (m_series.of != SeriesOf::Months || i == 0); ++i)
                marks.push_back(isOfPlaces(m_series.of) ? numberMark(m_pages[i]->centre, m_series.pages[i].number) : frameMark(m_grounds[i]));
        const auto map = std::make_shared<const MapPage>(m_all.isEmpty() ? head : overview(overviewFrame.size(), std::move(marks), m_series.of == SeriesOf::Hotspots));
        paper::Material material = materialOf(m_options.house);
        paper::Material words = mapMaterial(std::make_shared<const MapPage>(head), {});
        words.erase(QStringLiteral("map"));
        material.merge(words);
        material[QStringLiteral("overview")] = std::make_shared<MapPart>(map, MapPart::Band::None);
        material[QStringLiteral("overviewCaption")] = std::make_shared<MapCaptionPart>(map);
        material[QStringLiteral("note")] =
            paper::textPart({}, seriesNotes(m_series), Type::Tiny, ink::grey, 2);
        material[QStringLiteral("footer")] = numberedFooter(*map, overviewFrame, number, m_count);
        return material;
    }

    std::vector<paper::FlowItem> contentsItems(int before) const
    {
        if (m_series.isNothing)
            return {{QStringLiteral("contents"), paper::textPart(seriesListTitle(m_series.of), {nothingWords(m_series.of, m_series.whole)})}};
        std::vector<paper::ContentsPart::Entry> entries;
        for (std::size_t i = 0; i < m_series.pages.size(); ++i) {
            const SeriesPage& page = m_series.pages[i];
            const int number = before + static_cast<int>(i) + 1;
            entries.push_back({page.number, page.name, text::number(page.incidents), number, titleId(number)});
        }
        return {{QStringLiteral("contents"),
                 std::make_shared<paper::ContentsPart>(seriesListTitle(m_series.of), std::move(entries), Tr::tr("Incidents", "head of a column of numbers"))}};
    }

    paper::FlowSheets contentsSheets(int count) const
    {
        QRectF overviewFrame;
        for (const paper::Frame& frame : layOut(m_contents, contentsMaterial({}, 1)))
            if (frame.id == QLatin1String("overview"))
                overviewFrame = frame.rect;
        paper::FlowSheets made = paper::flowSheets(contentsItems(count), m_contents, m_paper, m_orientation,
                                                   [&](int sheet, int) { return contentsMaterial(overviewFrame, sheet + 1); });
        for (paper::Sheet& sheet : made.sheets)
            sheet.title = Tr::tr("Contents");
        return made;
    }

    int contentsCount() const
    {
        return static_cast<int>(paper::flowSheets(contentsItems(0), m_contents, m_paper, m_orientation, [&](int, int) {
                                    return contentsMaterial({}, 1);
                                }).sheets.size());
    }

    const SeriesPages& m_series;
    const ProductOptions& m_options;
    const paper::SheetTemplate& m_contents;
    const paper::SheetTemplate& m_map;
    paper::Paper m_paper;
    paper::Orientation m_orientation;
    paper::Lettering m_letters;
    std::vector<MapPagePtr> m_pages; ///< by page of the series, and so the next two
    std::vector<QRectF> m_frames;
    std::vector<QRectF> m_grounds;
    GroundBounds m_all;
    QSizeF m_widest;
    QRectF m_inset;
    int m_count = 0;
    mutable std::shared_ptr<const map::FilterPlaces> m_areas; ///< of all pages, once made
};

} // namespace

Result<paper::Document> makeSeries(const ProductInput& input, const ProductOptions& options, const paper::PageTemplate& look,
                                   std::stop_token stop, const ProductProgress& progress)
{
    constexpr double counted = 0.6; // share of the time until all pages are counted
    const auto part = [&](double from, double to) -> ProductProgress {
        return progress ? ProductProgress([=, &progress](double share) { progress(from + share * (to - from)); }) : ProductProgress();
    };
    const MapPage whole = pageOf(*input.analysis, options.page, input.ground, input.names);
    const QRectF frame = mapFrame(whole, look.sheets.at(QStringLiteral("map")));
    return seriesPages(input, options, frame.size(), stop, part(0.0, counted)).and_then([&](const SeriesPages& series) {
        return Sheets(series, options, look).made(stop, part(counted, 1.0));
    });
}

} // namespace hk::report
