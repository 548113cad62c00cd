#include "map/basemap.h"
#include "map/filter_places.h"
#include "map/ground.h"
#include "map/layer_legend.h"
#include "support/catch.h"

#include <QImage>
#include <QPainter>
#include <cmath>

using namespace hk;
using namespace hk::map;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

LegendMeasures measures()
{
    LegendMeasures made;
    made.row = 10;
    made.signWidth = 20;
    made.signHeight = 8;
    made.gap = 5;
    made.width = [](const QString& words, bool) { return 6.0 * static_cast<double>(words.size()); };
    made.elided = [](const QString& words, bool, double width) { return words.left(static_cast<qsizetype>(width / 6)); };
    made.more = [](std::size_t lines) { return QStringLiteral("+%1").arg(lines); };
    return made;
}

std::vector<LegendLine> lines(int classes)
{
    std::vector<LegendLine> all{{{}, u("Planer"), true, false}};
    for (int i = 0; i < classes; ++i)
        all.push_back({{LegendSign::Kind::Layer, {}, GeometryKind::Polygon}, QStringLiteral("Klass %1").arg(i), false, true});
    return all;
}

QImage drawn(const LegendSign& sign, bool dark = false)
{
    QImage image(40, 20, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paintLegendSign(painter, QRectF(4, 2, 32, 16), sign, 1.0, dark);
    return image;
}

std::shared_ptr<const NearSet> stops(std::vector<std::vector<Sweref99>> places)
{
    auto set = std::make_shared<NearSet>();
    set->title = u("Hållplatser");
    set->lines = std::move(places);
    return set;
}

QImage painted(const FilterPlaces& places, const QPointF& centre)
{
    QImage image(200, 200, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    MapViewport view;
    view.plane = Plane::Sweref99Tm;
    view.centre = centre;
    view.unitsPerMetre = 0.2;
    view.target = QRectF(0, 0, 200, 200);
    places.paint(painter, view);
    return image;
}

} // namespace

TEST_CASE("a legend shows all that has room, and says how many lines have none")
{
    const LegendLayout whole = layOutLegend(lines(3), measures(), {200, 40});
    REQUIRE(whole.rows.size() == 4);
    CHECK(whole.size.height() == 40);
    CHECK(whole.rows[0].sign.isEmpty());
    CHECK(whole.rows[1].words.left() == 25);
    const LegendLayout cut = layOutLegend(lines(9), measures(), {200, 40});
    REQUIRE(cut.rows.size() == 4);
    CHECK(cut.rows.back().text == u("+7"));
    CHECK(cut.rows.back().line == lines(9).size());
    CHECK(cut.size.height() <= 40);
}

TEST_CASE("a heading never stands last, and a legend without room is none")
{
    std::vector<LegendLine> two = lines(1);
    for (const LegendLine& line : lines(5))
        two.push_back(line);
    const LegendLayout cut = layOutLegend(two, measures(), {200, 40});
    REQUIRE(cut.rows.size() == 3);
    CHECK(cut.rows.back().text == u("+6"));
    CHECK(layOutLegend(lines(5), measures(), {200, 9}).rows.empty());
    CHECK(layOutLegend(lines(5), measures(), {200, -3}).rows.empty());
    CHECK(layOutLegend({}, measures(), {200, 100}).rows.empty());
}

TEST_CASE("words of a legend stay within its width")
{
    std::vector<LegendLine> all{{{LegendSign::Kind::Areas, {}, {}}, QString(500, u'w')}};
    const LegendLayout layout = layOutLegend(all, measures(), {120, 100});
    REQUIRE(layout.rows.size() == 1);
    CHECK(layout.size.width() <= 120);
    CHECK(layout.rows[0].words.right() <= 120);
}

TEST_CASE("each kind of thing has a sign of its own, in its colour")
{
    LayerStyle style;
    style.colour = QColor(0x1B, 0x7F, 0x6B);
    style.fillOpacity = 1.0;
    style.lineWidth = 4.0;
    const QImage point = drawn({LegendSign::Kind::Layer, style, GeometryKind::Point});
    const QImage line = drawn({LegendSign::Kind::Layer, style, GeometryKind::Line});
    const QImage area = drawn({LegendSign::Kind::Layer, style, GeometryKind::Polygon});
    for (const QImage& each : {point, line, area})
        CHECK(each.pixelColor(20, 10) == style.colour);
    CHECK(point != line);
    CHECK(line != area);
    CHECK(drawn({LegendSign::Kind::Layer, style, GeometryKind::Polygon}, true) != area);
    style.shape = LayerStyle::Shape::Triangle;
    CHECK(drawn({LegendSign::Kind::Layer, style, GeometryKind::Point}) != point);
    QImage empty = drawn({});
    CHECK(drawn({LegendSign::Kind::DrawnArea, {}, {}}) != empty);
    CHECK(drawn({LegendSign::Kind::Areas, {}, {}}) != drawn({LegendSign::Kind::Reach, {}, {}}));
    CHECK(drawn({LegendSign::Kind::Picture, {}, {}}) != empty);
}

TEST_CASE("what is near places is outlined as one shape")
{
    NearFilter near;
    near.set = stops({{{322000, 6394000}}, {{322120, 6394000}}, {{323000, 6394000}}});
    near.metres = 100;
    const auto places = FilterPlaces::of({}, near);
    REQUIRE(places);
    double length = 0;
    for (const auto& piece : places->edge()) {
        for (std::size_t i = 0; i < piece.size(); ++i) {
            double nearest = 1e9;
            for (const auto& line : near.set->lines)
                nearest = std::min(nearest, std::hypot(piece[i].x() - line[0].easting, piece[i].y() - line[0].northing));
            CHECK_THAT(nearest, WithinAbs(100.0, 1.0)); // on the edge and inside no other circle
            if (i > 0)
                length += std::hypot(piece[i].x() - piece[i - 1].x(), piece[i].y() - piece[i - 1].y());
        }
    }
    // Of two circles 120 m apart each loses the arc within acos(60 / 100) of the other.
    const double lost = 2 * 2 * std::acos(0.6) * 100;
    CHECK_THAT(length, WithinAbs(3 * 2 * M_PI * 100 - lost, 12.0));
}

TEST_CASE("the ground near places and the chosen areas are seen, and nothing beyond them")
{
    NearFilter near;
    near.set = stops({{{322000, 6394000}}, {{322000, 6394010}}});
    near.metres = 100;
    const QImage reach = painted(*FilterPlaces::of({}, near), {322000, 6394000});
    CHECK(reach.pixelColor(100, 100) != QColor(Qt::white));
    CHECK(reach.pixelColor(100, 100) == reach.pixelColor(104, 96)); // no darker where two overlap
    CHECK(reach.pixelColor(100, 70) == QColor(Qt::white));
    auto set = std::make_shared<ZoneSet>();
    set->title = u("DeSO");
    const auto box = [](double x, double y) { return SwerefRing{{x, y}, {x + 100, y}, {x + 100, y + 100}, {x, y + 100}}; };
    set->zones = {{u("A"), {{box(322000, 6394000), {}}}}, {u("B"), {{box(322100, 6394000), {}}}}};
    const QImage areas = painted(*FilterPlaces::of({set, {u("A")}}, {}), {322100, 6394050});
    CHECK(areas.pixelColor(90, 100) != QColor(Qt::white));
    CHECK(areas.pixelColor(110, 100) == QColor(Qt::white)); // B was not chosen
    CHECK_FALSE(FilterPlaces::of({set, {}}, {}));
    CHECK(FilterPlaces::of({set, {u("A")}}, {})->isOf({set, {u("A")}}, {}));
    CHECK_FALSE(FilterPlaces::of({set, {u("A")}}, {})->isOf({set, {u("B")}}, {}));
}

TEST_CASE("a network of lines is outlined along its sides and round its ends")
{
    NearFilter near;
    near.set = stops({{{322000, 6394000}, {322400, 6394000}}});
    near.metres = 50;
    const auto places = FilterPlaces::of({}, near);
    double length = 0;
    for (const auto& piece : places->edge())
        for (std::size_t i = 1; i < piece.size(); ++i)
            length += std::hypot(piece[i].x() - piece[i - 1].x(), piece[i].y() - piece[i - 1].y());
    // Where a side goes over into an end both run on a little, within half a percent of the distance of each other.
    CHECK_THAT(length, WithinAbs(2 * 400 + 2 * M_PI * 50, 20.0));
}

TEST_CASE("a layer's own source is named with the others")
{
    class Layer : public FeatureSource {
    public:
        Result<std::shared_ptr<const Basemap>> features(const QRectF&, Plane, double, std::stop_token) const override
        {
            return fail(ErrorCode::NotFound);
        }
        QRectF bounds(Plane) const override { return {0, 0, 10, 10}; }
        QString attribution() const override { return u("Underlag: © A"); }
    };
    Ground ground;
    ground.sheets.push_back({.features = std::make_shared<Layer>()});
    GroundSheet own{.features = std::make_shared<Layer>()};
    own.attribution = u("© Mölndals stad");
    ground.sheets.push_back(own);
    CHECK(attributionOf(ground, Plane::WebMercator, {0, 0, 5, 5}) == u("Underlag: © A, © Mölndals stad"));
    CHECK(attributionOf(ground, Plane::WebMercator, {20, 20, 5, 5}).isEmpty());
}
