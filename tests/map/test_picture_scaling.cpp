#include "map/picture_scaling.h"
#include "support/catch.h"

#include <algorithm>
#include <cmath>
#include <random>

using namespace hk;
using namespace hk::map;

namespace {

QImage noise(int width, int height, unsigned seed)
{
    std::mt19937 random(seed);
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, qRgb(static_cast<int>(random() % 256), static_cast<int>(random() % 256), static_cast<int>(random() % 256)));
    return image;
}

QImage empty(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::magenta);
    return image;
}

/// One channel between the middles of four pixels, the border's pixels going on beyond it.
double bilinear(const QImage& source, double x, double y, int (*channel)(QRgb))
{
    const double px = std::clamp(x - 0.5, 0.0, source.width() - 1.0);
    const double py = std::clamp(y - 0.5, 0.0, source.height() - 1.0);
    const int x0 = static_cast<int>(px);
    const int y0 = static_cast<int>(py);
    const int x1 = std::min(x0 + 1, source.width() - 1);
    const int y1 = std::min(y0 + 1, source.height() - 1);
    const auto at = [&](int i, int j) { return static_cast<double>(channel(source.pixel(i, j))); };
    const double upper = at(x0, y0) + (at(x1, y0) - at(x0, y0)) * (px - x0);
    const double lower = at(x0, y1) + (at(x1, y1) - at(x0, y1)) * (px - x0);
    return upper + (lower - upper) * (py - y0);
}

} // namespace

TEST_CASE("a scaled picture is bilinear between the middles of its pixels")
{
    const QImage source = noise(61, 47, 1);
    struct Case {
        QRect target;
        QRectF part;
    };
    const auto [target, part] = GENERATE(Case{{5, 3, 100, 80}, {0, 0, 61, 47}},          // larger
                                         Case{{-20, -30, 200, 170}, {10.5, 3.25, 30, 40}}, // a part, beyond the borders
                                         Case{{7, 9, 40, 30}, {0, 0, 61, 47}},             // smaller
                                         Case{{0, 0, 61, 47}, {0.5, 0, 60, 47}});
    QImage onto = empty(128, 96);
    drawScaled(onto, onto.rect(), target, source, part, true);
    double most = 0;
    for (int y = 0; y < onto.height(); ++y)
        for (int x = 0; x < onto.width(); ++x) {
            if (!target.contains(x, y)) {
                REQUIRE(onto.pixel(x, y) == QColor(Qt::magenta).rgb());
                continue;
            }
            const double sx = part.x() + (x - target.x() + 0.5) * part.width() / target.width();
            const double sy = part.y() + (y - target.y() + 0.5) * part.height() / target.height();
            for (const auto channel : std::initializer_list<int (*)(QRgb)>{qRed, qGreen, qBlue})
                most = std::max(most, std::abs(channel(onto.pixel(x, y)) - bilinear(source, sx, sy, channel)));
        }
    CHECK(most < 2.0); // weights in steps of a 256th, two roundings
}

TEST_CASE("without smoothing each pixel is the nearest one of the picture")
{
    const QImage source = noise(61, 47, 2);
    const QRect target = GENERATE(QRect(5, 3, 100, 80), QRect(-8, -2, 33, 21), QRect(3, 4, 61, 47));
    QImage onto = empty(128, 96);
    drawScaled(onto, onto.rect(), target, source, source.rect(), false);
    for (int y = 0; y < onto.height(); ++y)
        for (int x = 0; x < onto.width(); ++x) {
            const auto from = [](int i, int first, int count, int size) { return static_cast<int>((i - first + 0.5) * size / count); };
            const QRgb wanted = target.contains(x, y) ? source.pixel(from(x, target.x(), target.width(), source.width()),
                                                                     from(y, target.y(), target.height(), source.height()))
                                                      : QColor(Qt::magenta).rgb();
            REQUIRE(onto.pixel(x, y) == wanted);
        }
}

TEST_CASE("a picture at its own size is copied pixel for pixel, smooth or not")
{
    const QImage source = noise(61, 47, 3);
    const bool smooth = GENERATE(true, false);
    QImage onto = empty(61, 47);
    drawScaled(onto, onto.rect(), {0, 0, 61, 47}, source, source.rect(), smooth);
    CHECK(onto == source);
    QImage part = empty(20, 10);
    drawScaled(part, part.rect(), {0, 0, 20, 10}, source, QRectF(31, 12, 20, 10), smooth);
    CHECK(part == source.copy(31, 12, 20, 10));
}

TEST_CASE("a picture drawn in strips is the one drawn at once")
{
    const QImage source = noise(61, 47, 4);
    const bool smooth = GENERATE(true, false);
    const QRect target(-9, 4, 143, 77);
    QImage once = empty(128, 96);
    drawScaled(once, once.rect(), target, source, source.rect(), smooth);
    QImage strips = empty(128, 96);
    for (const QRect& strip : {QRect(0, 0, 1, 96), QRect(1, 0, 70, 40), QRect(1, 40, 70, 56), QRect(71, 0, 57, 95), QRect(71, 95, 57, 1)})
        drawScaled(strips, strip, target, source, source.rect(), smooth);
    CHECK(strips == once);
}

TEST_CASE("pictures of one pixel or one row are drawn, nothing is drawn of none or beyond the picture")
{
    QImage onto = empty(8, 8);
    const QImage untouched = onto.copy();
    drawScaled(onto, onto.rect(), {20, 20, 5, 5}, noise(4, 4, 5), QRectF(0, 0, 4, 4), true);
    drawScaled(onto, {}, {0, 0, 8, 8}, noise(4, 4, 5), QRectF(0, 0, 4, 4), true);
    drawScaled(onto, onto.rect(), {0, 0, 8, 8}, QImage(), QRectF(0, 0, 4, 4), true);
    CHECK(onto == untouched);
    const QImage pixel = noise(1, 1, 6);
    drawScaled(onto, onto.rect(), {0, 0, 8, 8}, pixel, pixel.rect(), true);
    CHECK(onto.pixel(7, 7) == pixel.pixel(0, 0));
    const QImage row = noise(5, 1, 7);
    drawScaled(onto, onto.rect(), {0, 0, 8, 8}, row, row.rect(), true);
    CHECK(onto.pixel(0, 7) == row.pixel(0, 0));
}

TEST_CASE("a picture that shines through is laid over each pixel by its opacity")
{
    QImage source(40, 30, QImage::Format_ARGB32_Premultiplied);
    std::mt19937 random(8);
    for (int y = 0; y < source.height(); ++y)
        for (int x = 0; x < source.width(); ++x) {
            const int alpha = x < 10 ? 0 : x < 20 ? 255 : static_cast<int>(random() % 256);
            source.setPixel(x, y, qPremultiply(qRgba(static_cast<int>(random() % 256), static_cast<int>(random() % 256), 200, alpha)));
        }
    const QImage ground = noise(64, 48, 9);
    const QRectF target = GENERATE(QRectF(2.25, 3.5, 80.5, 61.0), QRectF(-10.5, -4.0, 30.25, 20.0), QRectF(4, 6, 40, 30));
    QImage onto = ground.copy();
    layScaledOver(onto, target, source);
    double most = 0;
    for (int y = 0; y < onto.height(); ++y)
        for (int x = 0; x < onto.width(); ++x) {
            const int sx = static_cast<int>(std::floor((x + 0.5 - target.x()) * source.width() / target.width()));
            const int sy = static_cast<int>(std::floor((y + 0.5 - target.y()) * source.height() / target.height()));
            if (!source.rect().contains(sx, sy)) {
                if (!target.toAlignedRect().contains(x, y))
                    REQUIRE(onto.pixel(x, y) == ground.pixel(x, y));
                continue;
            }
            const QRgb above = *(reinterpret_cast<const QRgb*>(source.constScanLine(sy)) + sx);
            REQUIRE(qAlpha(onto.pixel(x, y)) == 255);
            for (const auto channel : std::initializer_list<int (*)(QRgb)>{qRed, qGreen, qBlue})
                most = std::max(most, std::abs(channel(onto.pixel(x, y))
                                               - (channel(above) + channel(ground.pixel(x, y)) * (255 - qAlpha(above)) / 255.0)));
        }
    CHECK(most <= 1.0);
}
