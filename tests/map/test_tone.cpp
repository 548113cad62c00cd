#include "map/ground_painter.h"
#include "map/scene_renderer.h"
#include "map/small_town.h"
#include "map/tone.h"
#include "support/catch.h"

#include <QPainter>

using namespace hk;
using namespace hk::map;

namespace {

constexpr LonLat middle{12.0187, 57.6551};

QImage groundPicture(const Ground& ground)
{
    QImage image(200, 160, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    QPainter painter(&image);
    REQUIRE(paintGround(painter, ground, test::lightStyle(), test::mercatorView(middle, 15.5, image.size())));
    return image;
}

int mostColourful(const QImage& image)
{
    int most = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QRgb c = image.pixel(x, y);
            const auto [low, high] = std::minmax({qRed(c), qGreen(c), qBlue(c)});
            most = std::max(most, high - low);
        }
    return most;
}

} // namespace

TEST_CASE("grey takes the hue and leaves letters readable; the dark turns light round and keeps the hue")
{
    const QRgb red = toned(qRgb(200, 30, 30), Tone::Grey);
    CHECK(qRed(red) == qGreen(red));
    CHECK(qRed(red) == qBlue(red));
    CHECK(qRed(toned(qRgb(255, 255, 255), Tone::Grey)) == 255);
    CHECK(qRed(toned(qRgb(0, 0, 0), Tone::Grey)) > 80);
    CHECK(qRed(toned(qRgb(0, 0, 0), Tone::Grey)) < 140);

    const QColor white = toned(QColor(Qt::white), Tone::Dark);
    const QColor black = toned(QColor(Qt::black), Tone::Dark);
    CHECK(white.lightness() < 40);
    CHECK(black.lightness() > 180);
    const QColor water(170, 211, 223);
    CHECK(std::abs(toned(water, Tone::Dark).hslHue() - water.hslHue()) <= 3);
    CHECK(toned(QColor(1, 2, 3, 77), Tone::Dark).alpha() == 77);
}

TEST_CASE("a picture and a style in a tone have the same colours")
{
    for (const Tone tone : {Tone::Grey, Tone::Dark}) {
        Ground plain = *groundOf(test::smallTown());
        plain.sheets.front().labels = false;
        QImage picture = groundPicture(plain);
        applyTone(picture, tone);
        plain.sheets.front().tone = tone;
        const QImage drawn = groundPicture(plain);
        // The soft edges of lines are mixed before or after: only they may differ.
        CHECK(test::compare(picture, drawn, 12).pixels < picture.width() * picture.height() / 100);
    }
}

TEST_CASE("see-through pixels of a picture keep their opacity in a tone")
{
    QImage image(2, 1, QImage::Format_ARGB32_Premultiplied);
    image.setPixel(0, 0, qPremultiply(qRgba(255, 255, 255, 128)));
    image.setPixel(1, 0, qRgba(0, 0, 0, 0));
    applyTone(image, Tone::Dark);
    CHECK(qAlpha(image.pixel(0, 0)) == 128);
    CHECK(qRed(image.pixel(0, 0)) < 40);
    CHECK(image.pixel(1, 0) == qRgba(0, 0, 0, 0));
}

TEST_CASE("a grey map has no colour, a faded one goes into its ground")
{
    Ground ground = *groundOf(test::smallTown());
    CHECK(mostColourful(groundPicture(ground)) > 15);
    ground.sheets.front().tone = Tone::Grey;
    CHECK(mostColourful(groundPicture(ground)) == 0);
    ground.sheets.front().tone = Tone::Colour;
    ground.sheets.front().opacity = 0;
    const QImage faded = groundPicture(ground);
    const QColor under = test::lightStyle()->background();
    for (const QPoint& p : {QPoint(10, 10), QPoint(100, 80), QPoint(150, 120)})
        CHECK(std::abs(faded.pixelColor(p).lightness() - under.lightness()) <= 2);
}

TEST_CASE("a dark style stays itself in the dark, and is not lightened in grey")
{
    const auto dark = MapStyle::embedded(QStringLiteral("dark")).value();
    CHECK(toned(dark, Tone::Dark, 1, {}) == dark);
    CHECK(toned(dark, Tone::Grey, 1, {})->background().lightness() < 60);
    const auto light = test::lightStyle();
    CHECK(toned(light, Tone::Dark, 1, {})->isDark());
    CHECK(toned(light, Tone::Colour, 1, {}) == light);
}

TEST_CASE("those who made what is seen are named once each")
{
    const auto embedded = Basemap::embedded().value();
    Ground ground = *groundOf(embedded);
    const QRectF here = embedded->bounds(Plane::WebMercator);
    CHECK(attributionOf(ground, Plane::WebMercator, here) == embedded->attribution());
    ground.sheets.push_back({.title = {}, .features = embedded});
    CHECK(attributionOf(ground, Plane::WebMercator, here) == embedded->attribution());
    ground.sheets.push_back({.title = {}, .features = Basemap::fromFeatures({}, Plane::WebMercator, QStringLiteral("Underlag: © SCB, © Staden"))});
    CHECK(attributionOf(ground, Plane::WebMercator, here) == embedded->attribution() + QStringLiteral(", © Staden"));
    CHECK(attributionOf(*groundOf(embedded), Plane::WebMercator, here.translated(1e6, 0)).isEmpty());
}

TEST_CASE("a picture on the ground lies where it belongs, under the names of another sheet")
{
    GroundPicture picture;
    picture.image = QImage(10, 10, QImage::Format_RGB32);
    picture.image.fill(Qt::red);
    const MapViewport view = test::swerefView({322150, 6394290}, 1, {200, 160});
    const QRectF seen = view.planeRect();
    picture.bounds = QRectF(seen.left(), seen.top(), seen.width() / 2, seen.height());
    Ground ground;
    ground.sheets.push_back({.picture = std::make_shared<const GroundPicture>(picture)});
    QImage image(200, 160, QImage::Format_RGB32);
    QPainter painter(&image);
    REQUIRE(paintGround(painter, ground, test::lightStyle(), view));
    painter.end();
    CHECK(image.pixelColor(50, 80) == QColor(Qt::red));
    CHECK(image.pixelColor(150, 80) == test::lightStyle()->background());
}
