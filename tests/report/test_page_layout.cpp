#include "map/basemap.h"
#include "page_fixture.h"
#include "report/page_layout.h"
#include "report/page_parts.h"
#include "support/catch.h"

using namespace hk;
using namespace hk::report;

namespace {

workspace::HotspotRow rowOf(int rank, const QString& name)
{
    return {rank,
            name,
            1234,
            12.3,
            4567.8,
            QStringLiteral("N1 41%, O1 20%, S2 12%"),
            QStringLiteral("Fri–Sat 20–02")};
}

/// A page as full as one can be: many hotspots, every category, long words everywhere.
MapPage fullPage(Paper paper, Orientation orientation)
{
    MapPage page = test::hubPage(*test::sampleAnalysis(), paper, orientation);
    page.title = QString(500, u'W');
    page.filter = QStringLiteral("Categories: N1, N2, O1. ").repeated(40);
    page.confidentiality = QStringLiteral("Strictly internal, not to be left lying about ").repeated(4);
    page.source = QString(300, u'x');
    page.hotspots.clear();
    for (int rank = 1; rank <= 250; ++rank)
        page.hotspots.push_back(rowOf(rank, QStringLiteral("Very long name of a place ").repeated(8)));
    page.remarks =
        QStringList(12, QStringLiteral("17 incidents without an exact place are not shown in the heatmap."));
    return page;
}

void checkFrames(const PageLayout& layout)
{
    const auto frames = layout.frames();
    const QRectF content = layout.content.adjusted(-1e-6, -1e-6, 1e-6, 1e-6);
    for (std::size_t i = 0; i < frames.size(); ++i) {
        CAPTURE(frames[i].first);
        CHECK(content.contains(frames[i].second));
        for (std::size_t j = i + 1; j < frames.size(); ++j) {
            CAPTURE(frames[j].first);
            CHECK_FALSE(frames[i].second.adjusted(1e-6, 1e-6, -1e-6, -1e-6).intersects(frames[j].second));
        }
    }
    CHECK(layout.border.contains(layout.map));
}

void checkTexts(const MapPage& page, const PageLayout& layout)
{
    const Lettering letters = letteringOf(page.paper);
    const auto check = [&](const TextBlock& block) {
        for (const QString& line : block.lines) {
            CAPTURE(line);
            CHECK(letters.width(block.type, line) <= block.rect.width() + 0.05);
        }
        CHECK(static_cast<double>(block.lines.size()) * letters.lineHeight(block.type) <=
              block.rect.height() + 1e-6);
    };
    for (const TextBlock* block : {&layout.title, &layout.subtitle, &layout.heatmapNote, &layout.hotspotsNote,
                                   &layout.codes, &layout.remarks, &layout.north})
        check(*block);
    for (const Mark& mark : layout.marks)
        CHECK(letters.width(Type::Mark, mark.text) < mark.rect.width());
}

} // namespace

TEST_CASE("no part of a page meets another and no text is wider than its place", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers()) {
        CAPTURE(static_cast<int>(paper), static_cast<int>(orientation));
        const MapPage normal = test::hubPage(*test::sampleAnalysis(), paper, orientation);
        const MapPage full = fullPage(paper, orientation);
        for (const MapPage& page : {normal, full, test::barePage(paper, orientation, 5000)}) {
            const PageLayout layout = layOut(page);
            checkFrames(layout);
            checkTexts(page, layout);
        }
    }
}

TEST_CASE("the map takes the greater part of the page", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers()) {
        const MapLayout layout = layOutMap(test::hubPage(*test::sampleAnalysis(), paper, orientation));
        const double share =
            layout.map.width() * layout.map.height() / (layout.content.width() * layout.content.height());
        CAPTURE(static_cast<int>(paper), static_cast<int>(orientation), share);
        CHECK(share > 0.5);
    }
}

TEST_CASE("as many hotspots stand in the table as there is room for, and the rest are counted", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers()) {
        const MapPage page = fullPage(paper, orientation);
        const PageLayout layout = layOut(page);
        CAPTURE(static_cast<int>(paper), static_cast<int>(orientation));
        CHECK(layout.hotspotRows >= 2);
        CHECK(layout.hotspotsCut > 0);
        CHECK(layout.hotspotRows + layout.hotspotsCut == 250);
        CHECK_FALSE(layout.codes.lines.isEmpty());
    }
    const PageLayout few = layOut(test::hubPage(*test::sampleAnalysis()));
    CHECK(few.hotspotRows + few.hotspotsCut == static_cast<int>(test::sampleAnalysis()->hotspots->size()));
    CHECK(few.hotspotRows >= 4);
}

TEST_CASE("the frame of the map is the scale times the ground it shows", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers())
        for (const double scale : {2000.0, 5000.0, 10000.0}) {
            const MapPage page = test::barePage(paper, orientation, scale);
            const QRectF frame = mapFrame(page);
            const QRectF ground = mapFrameSweref(page);
            CHECK_THAT(ground.width(), WithinRel(frame.width() * scale / 1000.0, 1e-12));
            CHECK_THAT(ground.height(), WithinRel(frame.height() * scale / 1000.0, 1e-12));
            CHECK_THAT(ground.center().x(), WithinAbs(page.centre.easting, 1e-6));
            CHECK_THAT(ground.center().y(), WithinAbs(page.centre.northing, 1e-6));
        }
}

TEST_CASE("the legend explains the groups that occur on the map and no others", "[report]")
{
    IncidentFilter filter;
    filter.categories = {QStringLiteral("N1"), QStringLiteral("T1")};
    const MapPage page = test::hubPage(*test::sampleAnalysis(filter));
    std::vector<CategoryGroup> groups;
    for (const LegendItem& item : legendItems(page, mapFrame(page)))
        if (item.kind == LegendItem::Kind::Group)
            groups.push_back(item.symbols.front().group);
    CHECK(groups == std::vector<CategoryGroup>{CategoryGroup::Narcotics, CategoryGroup::Theft});
}

TEST_CASE("the scale bar has room beside the north arrow on every paper", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers())
        for (const double scale : {500.0, 2000.0, 5000.0, 10000.0, 33333.0}) {
            const MapPage page = test::barePage(paper, orientation, scale);
            const PageLayout layout = layOut(page);
            const ScaleBar bar = scaleBarOf(page, layout);
            CHECK(bar.length > 20.0);
            CHECK(bar.length < layout.scale.width() - 18.0);
        }
}

TEST_CASE("the legend of layers has a place of its own on every paper, and the rest gives way")
{
    for (const auto& [paper, orientation] : test::allPapers())
        for (const bool full : {false, true}) {
            MapPage page = full ? fullPage(paper, orientation) : test::barePage(paper, orientation, 5000);
            for (int i = 0; i < 30; ++i)
                page.layers.push_back({{map::LegendSign::Kind::Layer, {}, map::GeometryKind::Line},
                                       QStringLiteral("A layer with a long name ").repeated(4)});
            const PageLayout layout = layOut(page);
            CAPTURE(static_cast<int>(paper), static_cast<int>(orientation), full);
            checkFrames(layout);
            if (!full)
                CHECK_FALSE(layout.layers.isEmpty());
            const QRectF inside = layout.layers.adjusted(-0.01, -0.01, 0.01, 0.01);
            for (const map::LegendLayout::Row& row : layout.layerRows.rows)
                CHECK(inside.contains(row.words.translated(layout.layers.left(), layout.layers.bottom() - layout.layerRows.size.height())));
        }
}
