#include "map/label_layout.h"
#include "map/small_town.h"
#include "support/catch.h"

#include <QPainter>

#include <cmath>
#include <set>

using namespace hk;
using namespace hk::map;

namespace {

constexpr LonLat hub{12.0187, 57.6556};

std::shared_ptr<const LabelLayout> layoutOf(const std::shared_ptr<const Basemap>& basemap, double zoom)
{
    return LabelLayout::make(groundOf(basemap), test::lightStyle(), test::mercatorView(hub, zoom, {1440, 900}));
}

std::shared_ptr<const Basemap> embedded()
{
    const auto basemap = Basemap::embedded();
    REQUIRE(basemap);
    return *basemap;
}

/// What the labels cover, in style pixels of the layout.
std::vector<std::pair<std::size_t, QRectF>> covered(const LabelLayout& layout)
{
    std::vector<std::pair<std::size_t, QRectF>> all;
    for (std::size_t i = 0; i < layout.labels().size(); ++i) {
        const PlacedLabel& label = layout.labels()[i];
        const QPointF anchor(label.anchor.x() * layout.scale(), -label.anchor.y() * layout.scale());
        for (const QRectF& box : label.boxes)
            all.emplace_back(i, box.translated(anchor));
    }
    return all;
}

bool has(const LabelLayout& layout, const QString& text)
{
    return std::any_of(layout.labels().begin(), layout.labels().end(), [&](const PlacedLabel& label) {
        return label.text == text && (!label.lines.empty() || !label.glyphs.empty());
    });
}

} // namespace

TEST_CASE("no label lies over another at any zoom")
{
    const auto basemap = embedded();
    for (double zoom = 11; zoom <= 18; zoom += 0.7) {
        const auto layout = layoutOf(basemap, zoom);
        const auto boxes = covered(*layout);
        REQUIRE(boxes.size() > 2);
        int overlaps = 0;
        for (std::size_t i = 0; i < boxes.size(); ++i)
            for (std::size_t j = i + 1; j < boxes.size(); ++j)
                overlaps += boxes[i].first != boxes[j].first && boxes[i].second.intersects(boxes[j].second) ? 1 : 0;
        CHECK(overlaps == 0);
    }
}

TEST_CASE("a street's letters stand upright and turn gently")
{
    const auto layout = layoutOf(embedded(), 16.5);
    int curved = 0;
    for (const PlacedLabel& label : layout->labels()) {
        if (!label.rule->alongLine)
            continue;
        ++curved;
        for (std::size_t i = 0; i < label.glyphs.size(); ++i) {
            CHECK(std::abs(label.glyphs[i].angle) <= 91);
            if (i > 0)
                CHECK(std::abs(label.glyphs[i].angle - label.glyphs[i - 1].angle) <= 25);
        }
    }
    CHECK(curved > 30);
}

TEST_CASE("a street's name follows the street")
{
    const auto town = test::smallTown();
    const auto layout = layoutOf(town, 16);
    REQUIRE(has(*layout, QStringLiteral("Göteborgsvägen")));
    for (const PlacedLabel& label : layout->labels()) {
        if (label.text != QStringLiteral("Göteborgsvägen"))
            continue;
        // The street runs north: the letters keep to its narrow bounds.
        CHECK(label.box.height() > 3 * label.box.width());
        QString text;
        for (const PlacedLabel::Glyph& glyph : label.glyphs)
            text += glyph.text;
        CHECK(text == label.text);
    }
}

TEST_CASE("a name is not written where its street is too short")
{
    const auto layout = layoutOf(test::smallTown(), 14);
    CHECK_FALSE(has(*layout, QStringLiteral("Kvarnbygatan")));
    CHECK(has(*layoutOf(test::smallTown(), 16.5), QStringLiteral("Kvarnbygatan")));
}

TEST_CASE("the town is named before its squares, and a stop does not repeat its station")
{
    const auto layout = layoutOf(test::smallTown(), 15.3);
    CHECK(has(*layout, QStringLiteral("Småstad")));
    CHECK(has(*layout, QStringLiteral("Småstads station")));
    const auto named = std::count_if(layout->labels().begin(), layout->labels().end(), [](const PlacedLabel& label) {
        return label.text == QStringLiteral("Småstads station") && !label.lines.empty();
    });
    CHECK(named == 1);
}

TEST_CASE("a motorway bears its number in a shield")
{
    const auto layout = layoutOf(test::smallTown(), 15);
    const auto shield = std::find_if(layout->labels().begin(), layout->labels().end(),
                                     [](const PlacedLabel& label) { return label.rule->shield; });
    REQUIRE(shield != layout->labels().end());
    CHECK(shield->text == QStringLiteral("E6 E20"));
}

TEST_CASE("panning keeps every label where it is in the world")
{
    const auto basemap = embedded();
    const auto style = test::lightStyle();
    const auto here = LabelLayout::make(groundOf(basemap), style, test::mercatorView(hub, 16, {800, 600}));
    const MapViewport panned = test::mercatorView({12.03, 57.652}, 16, {800, 600});
    CHECK(here->fits(groundOf(basemap).get(), style.get(), panned));
    const auto there = LabelLayout::make(groundOf(basemap), style, panned);
    REQUIRE(here->labels().size() == there->labels().size());
    for (std::size_t i = 0; i < here->labels().size(); ++i) {
        CHECK(here->labels()[i].text == there->labels()[i].text);
        CHECK(here->labels()[i].anchor == there->labels()[i].anchor);
    }
}

TEST_CASE("another zoom, style or plane asks for another layout")
{
    const auto town = test::smallTown();
    const auto style = test::lightStyle();
    const auto layout = LabelLayout::make(groundOf(town), style, test::mercatorView(hub, 16, {800, 600}));
    CHECK_FALSE(layout->fits(groundOf(town).get(), style.get(), test::mercatorView(hub, 16.1, {800, 600})));
    CHECK_FALSE(layout->fits(groundOf(town).get(), nullptr, test::mercatorView(hub, 16, {800, 600})));
    CHECK_FALSE(layout->fits(groundOf(town).get(), style.get(), test::swerefView({322000, 6394000}, 1, {800, 600})));
}

TEST_CASE("on paper no label is cut at the frame")
{
    const MapViewport paper = test::swerefView({322150, 6394290}, 1.3, {900, 600});
    const auto layout = LabelLayout::make(groundOf(embedded()), test::lightStyle(), paper, paper.planeRect());
    REQUIRE(layout->labels().size() > 20);
    for (const PlacedLabel& label : layout->labels())
        CHECK(paper.target.contains(label.box.translated(paper.toDevice(label.anchor))));
}

TEST_CASE("no name stands where there is to be none")
{
    const MapViewport paper = test::swerefView({322150, 6394290}, 1.3, {900, 600});
    const QRectF kept(322050, 6394200, 200, 150); // plane metres, in the middle of the town
    const auto in = [&](const LabelLayout& layout) {
        return std::count_if(layout.labels().begin(), layout.labels().end(), [&](const PlacedLabel& label) {
            return std::any_of(label.boxes.begin(), label.boxes.end(), [&](const QRectF& box) {
                const QPointF at = paper.toDevice(label.anchor);
                const QRectF onPaper(box.topLeft() * paper.stylePixel + at, box.size() * paper.stylePixel);
                return onPaper.intersects(QRectF(paper.toDevice(kept.bottomLeft()), paper.toDevice(kept.topRight())).normalized());
            });
        });
    };
    const auto usual = LabelLayout::make(groundOf(embedded()), test::lightStyle(), paper, paper.planeRect());
    const auto freed = LabelLayout::make(groundOf(embedded()), test::lightStyle(), paper, paper.planeRect(), {}, {kept});
    CHECK(in(*usual) > 3);
    CHECK(in(*freed) == 0);
    CHECK(freed->labels().size() > usual->labels().size() / 2); // the others stand where they may
}

TEST_CASE("a screen's label is the same picture wherever the map is panned to")
{
    const auto town = test::smallTown();
    MapScene scene{groundOf(town), test::lightStyle()};
    scene.labels = layoutOf(town, 16);
    const auto picture = [&](const QPointF& shift) {
        MapViewport view = test::mercatorView(hub, 16, {300, 300});
        view.centre += shift / view.unitsPerMetre;
        QImage image(300, 300, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        scene.labels->paint(painter, view, false);
        return image;
    };
    const QImage still = picture({0, 0});
    const QImage moved = picture({40, 0});
    CHECK(test::compare(still.copy(60, 0, 240, 300), moved.copy(20, 0, 240, 300), 0).pixels == 0);
}
