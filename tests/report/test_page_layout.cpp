#include "map/basemap.h"
#include "page_fixture.h"
#include "paper/canvas.h"
#include "report/hotspot_part.h"
#include "report/legend.h"
#include "report/scale_parts.h"
#include "support/catch.h"

#include <QImage>
#include <QPainter>

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

/// Rows of the table of hotspots that have room.
int rowsOf(const MapPage& page)
{
    return HotspotPart(std::make_shared<const MapPage>(page), {})
        .rowsIn(test::frameOf(page, QStringLiteral("hotspots")).size(), paper::Lettering(paper::letterFactor(page.paper)));
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

/// The ink of each part stays within its frame, up to the softened edge of a line. The map is clipped, and large.
void checkInk(const paper::Document& document)
{
    constexpr double perMillimetre = 4.0;
    constexpr double tolerance = 0.5; // millimetres
    for (const paper::Sheet& sheet : document.sheets)
        for (const paper::Frame& frame : sheet.frames) {
            if (frame.id == QLatin1String("map"))
                continue;
            QImage image((sheet.size * perMillimetre).toSize(), QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            {
                QPainter painter(&image);
                painter.scale(perMillimetre, perMillimetre);
                const paper::Lettering letters(sheet.factor);
                paper::Canvas canvas(painter, letters);
                frame.part->paint(canvas, frame.rect);
                painter.setCompositionMode(QPainter::CompositionMode_Clear);
                painter.fillRect(frame.rect.adjusted(-tolerance, -tolerance, tolerance, tolerance), Qt::transparent);
            }
            int outside = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    outside += qAlpha(image.pixel(x, y)) > 60;
            CAPTURE(frame.id.toStdString());
            CHECK(outside == 0);
        }
}

} // namespace

TEST_CASE("no part of a page meets another and no text is wider than its place", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers()) {
        CAPTURE(static_cast<int>(paper), static_cast<int>(orientation));
        const MapPage normal = test::hubPage(*test::sampleAnalysis(), paper, orientation);
        const MapPage full = fullPage(paper, orientation);
        for (const MapPage& page : {normal, full, test::barePage(paper, orientation, 5000)}) {
            const paper::Document document = test::documentOf(page);
            test::checkFrames(document);
            checkInk(document);
        }
    }
}

TEST_CASE("the map takes the greater part of the page", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers()) {
        const QRectF map = test::mapFrame(test::hubPage(*test::sampleAnalysis(), paper, orientation));
        const QSizeF size = paper::paperSize(paper, orientation) - QSizeF(20, 20);
        const double share = map.width() * map.height() / (size.width() * size.height());
        CAPTURE(static_cast<int>(paper), static_cast<int>(orientation), share);
        CHECK(share > 0.5);
    }
}

TEST_CASE("as many hotspots stand in the table as there is room for, and the rest are counted", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers()) {
        const MapPage page = fullPage(paper, orientation);
        CAPTURE(static_cast<int>(paper), static_cast<int>(orientation));
        const int rows = rowsOf(page);
        CHECK(rows >= 2);
        CHECK(rows < 250);
    }
    CHECK(rowsOf(test::hubPage(*test::sampleAnalysis())) >= 4);
}

TEST_CASE("the frame of the map is the scale times the ground it shows", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers())
        for (const double scale : {2000.0, 5000.0, 10000.0}) {
            const MapPage page = test::barePage(paper, orientation, scale);
            const QRectF frame = test::mapFrame(page);
            const QRectF ground = test::mapGround(page);
            CHECK_THAT(ground.width(), WithinRel(frame.width() * scale / 1000.0, 1e-12));
            CHECK_THAT(ground.height(), WithinRel(frame.height() * scale / 1000.0, 1e-12));
            CHECK_THAT(ground.center().x(), WithinAbs(page.centre.easting, 1e-6));
            CHECK_THAT(ground.center().y(), WithinAbs(page.centre.northing, 1e-6));
        }
}

TEST_CASE("an inset shows where a map of a large scale lies, where there is room for it", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers()) {
        CAPTURE(static_cast<int>(paper), static_cast<int>(orientation));
        MapPage page = test::hubPage(*test::sampleAnalysis(), paper, orientation);
        page.hotspots.resize(std::min<std::size_t>(page.hotspots.size(), 1));
        for (const double scale : {2000.0, 10'000.0, 10'001.0, 50'000.0}) {
            page.scale = scale;
            const paper::Document document = test::documentOf(page);
            const std::vector<paper::GeoFrame> maps = paper::geoFrames(document.sheets.front());
            const QRectF inset = test::frameOf(page, QStringLiteral("inset"));
            CAPTURE(scale);
            CHECK(maps.size() == (inset.isEmpty() ? 1U : 2U));
            // The shipped template has a place for it on sheets that lie.
            CHECK(inset.isEmpty() == (scale > 10'000.0 || orientation == Orientation::Portrait));
            if (maps.size() < 2)
                continue;
            CHECK(maps.back().ground.contains(maps.front().ground));
            CHECK(maps.back().ground.width() >= 3 * maps.front().ground.width());
            CHECK(test::frameOf(page, QStringLiteral("insetCaption")).top() >= inset.bottom());
            test::checkFrames(document);
        }
    }
    // Not in place of the list.
    const MapPage full = fullPage(Paper::A4, Orientation::Landscape);
    CHECK(test::frameOf(full, QStringLiteral("inset")).isEmpty());
}

TEST_CASE("the legend explains the groups that occur on the map and no others", "[report]")
{
    IncidentFilter filter;
    filter.categories = {QStringLiteral("N1"), QStringLiteral("T1")};
    const MapPage page = test::hubPage(*test::sampleAnalysis(filter));
    std::vector<CategoryGroup> groups;
    for (const LegendItem& item : legendItems(page, test::mapFrame(page)))
        if (item.kind == LegendItem::Kind::Group)
            groups.push_back(item.symbols.front().group);
    CHECK(groups == std::vector<CategoryGroup>{CategoryGroup::Narcotics, CategoryGroup::Theft});
}

TEST_CASE("the scale bar has room beside the north arrow on every paper", "[report]")
{
    for (const auto& [paper, orientation] : test::allPapers())
        for (const double scale : {500.0, 2000.0, 5000.0, 10000.0, 33333.0}) {
            const MapPage page = test::barePage(paper, orientation, scale);
            const double width = test::frameOf(page, QStringLiteral("scale")).width();
            const ScaleBar bar = ScaleBarPart(std::make_shared<const MapPage>(page)).bar(width, paper::letterFactor(paper));
            CHECK(bar.length > 20.0);
            CHECK(bar.length < width - 6.0);
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
            CAPTURE(static_cast<int>(paper), static_cast<int>(orientation), full);
            const paper::Document document = test::documentOf(page);
            test::checkFrames(document);
            checkInk(document);
            if (!full)
                CHECK_FALSE(test::frameOf(page, QStringLiteral("layers")).isEmpty());
        }
}
