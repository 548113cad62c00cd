#include "map/scene_renderer.h"
#include "map/small_town.h"
#include "support/catch.h"

#include <QPainter>

using namespace hk;
using namespace hk::map;

namespace {

QImage symbolPicture(const IncidentLayer::CategorySymbol& symbol, bool selected = false)
{
    QImage image(64, 64, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    paintSymbol(painter, {32, 32}, 40, symbol, selected);
    return image;
}

} // namespace

TEST_CASE("the eight groups differ in shape even without colour")
{
    std::vector<QImage> shapes;
    for (int group = 0; group < categoryGroupCount; ++group)
        shapes.push_back(symbolPicture({static_cast<CategoryGroup>(group), {}, false}).convertToFormat(QImage::Format_Grayscale8)
                             .convertToFormat(QImage::Format_Mono, Qt::ThresholdDither)
                             .convertToFormat(QImage::Format_RGB32));
    for (std::size_t i = 0; i < shapes.size(); ++i)
        for (std::size_t j = i + 1; j < shapes.size(); ++j)
            CHECK(test::compare(shapes[i], shapes[j], 60).pixels > 40);
}

TEST_CASE("a planned item has its own form, and a chosen one a halo")
{
    const IncidentLayer::CategorySymbol plain{CategoryGroup::Place, QStringLiteral("X"), false};
    IncidentLayer::CategorySymbol planned = plain;
    planned.planned = true;
    CHECK(test::compare(symbolPicture(plain), symbolPicture(planned), 40).pixels > 60);
    CHECK(test::compare(symbolPicture(plain), symbolPicture(plain, true), 40).pixels > 150);
}

TEST_CASE("the letter stands inside the symbol")
{
    for (int group = 0; group < categoryGroupCount; ++group) {
        const auto kind = static_cast<CategoryGroup>(group);
        const QImage without = symbolPicture({kind, {}, false});
        const QImage with = symbolPicture({kind, QStringLiteral("M"), false});
        int changed = 0;
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x)
                if (with.pixel(x, y) != without.pixel(x, y)) {
                    ++changed;
                    CHECK(without.pixelColor(x, y) != QColor(Qt::white));
                }
        CHECK(changed > 20);
    }
}
