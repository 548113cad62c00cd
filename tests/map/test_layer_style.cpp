#include "map/layer_style.h"
#include "map/style.h"
#include "map/wkb_reader.h"
#include "support/catch.h"

#include <QJsonDocument>
#include <QRandomGenerator>

#include <cmath>
#include <cstring>

using namespace hk;
using namespace hk::map;

namespace {

LayerStyle everything()
{
    LayerStyle style;
    style.colouring = LayerStyle::Colouring::Categories;
    style.colour = QColor(1, 2, 3);
    style.field = QStringLiteral("Na\"mn");
    style.categories = {{QStringLiteral("a'b"), QColor(9, 8, 7)}, {QString(), QColor(1, 1, 1)}};
    style.breaks = {1.5, 2};
    style.lineWidth = 3;
    style.pointSize = 12;
    style.shape = LayerStyle::Shape::Diamond;
    style.fillOpacity = 0.5;
    style.labels = true;
    style.labelField = QStringLiteral("namn");
    style.labelScale = 5000;
    return style;
}

} // namespace

TEST_CASE("a layer's style is the same after it has been in a file")
{
    const LayerStyle style = everything();
    const auto read = layerStyleFromJson(QJsonDocument::fromJson(QJsonDocument(toJson(style)).toJson()).object());
    REQUIRE(read);
    CHECK(*read == style);
    CHECK(*layerStyleFromJson({}) == LayerStyle{});
}

TEST_CASE("a style's JSON of any kind is a style within its limits or an error that names the key")
{
    QRandomGenerator random(7);
    const QByteArray sound = QJsonDocument(toJson(everything())).toJson(QJsonDocument::Compact);
    for (int round = 0; round < 2000; ++round) {
        QByteArray text = sound;
        for (int i = 0; i < 3; ++i)
            text[random.bounded(text.size())] = static_cast<char>(random.bounded(256));
        const auto read = layerStyleFromJson(QJsonDocument::fromJson(text).object());
        if (!read) {
            CHECK_FALSE(read.error().place.field.isEmpty());
            continue;
        }
        CHECK(read->categories.size() <= LayerStyle::mostCategories);
        CHECK((read->lineWidth >= 0.2 && read->lineWidth <= 12));
        CHECK(mapStyleOf(*read, round % 2 == 0));
    }
    CHECK_FALSE(layerStyleFromJson(QJsonDocument::fromJson(R"({"lineWidth":99})").object()));
    CHECK_FALSE(layerStyleFromJson(QJsonDocument::fromJson(R"({"breaks":[2,1]})").object()));
    CHECK_FALSE(layerStyleFromJson(QJsonDocument::fromJson(R"({"colour":"red"})").object()));
}

TEST_CASE("quantiles give classes of about as many features, fewer where values repeat")
{
    std::vector<double> values;
    for (int i = 0; i < 100; ++i)
        values.push_back(i);
    CHECK(quantileBreaks(values, 5) == std::vector<double>{20, 40, 60, 80});
    CHECK(quantileBreaks({1, 1, 1, 1}, 5).empty());
    CHECK(quantileBreaks({1, 1, 1, 9}, 4) == std::vector<double>{9});
    CHECK(quantileBreaks({}, 5).empty());
    CHECK(quantileBreaks({std::nan(""), 2, 3}, 2) == std::vector<double>{3});
}

TEST_CASE("a feature's class follows from its value, also at the limits")
{
    LayerStyle style;
    CHECK(classOf(style, QStringLiteral("x"), {}) == QStringLiteral("all"));
    style.colouring = LayerStyle::Colouring::Graduated;
    style.field = QStringLiteral("n");
    style.breaks = {10, 20};
    CHECK(classOf(style, {}, 9.9) == QStringLiteral("c0"));
    CHECK(classOf(style, {}, 10) == QStringLiteral("c1"));
    CHECK(classOf(style, {}, 20) == QStringLiteral("c2"));
    CHECK(classOf(style, {}, {}) == QStringLiteral("other"));
    CHECK(keysOf(style).size() == 3);
}

TEST_CASE("the colours of classes fall in lightness, and those of values stay apart")
{
    for (std::size_t i = 1; i < 7; ++i)
        CHECK(classColour(i, 7).lightnessF() < classColour(i - 1, 7).lightnessF());
    CHECK(categoryColours().size() == LayerStyle::mostCategories);
}

TEST_CASE("every geometry and every class of a style has its rule, light and dark")
{
    const LayerStyle style = everything();
    for (const bool dark : {false, true}) {
        const auto rules = mapStyleOf(style, dark);
        REQUIRE(rules);
        CHECK(rules->isDark() == dark);
        for (const char* each : {"c0", "c1", "other", "anything"}) {
            const QString featureClass = QString::fromLatin1(each);
            CHECK(rules->fillRule(BasemapTheme::Layer, featureClass));
            CHECK(rules->lineRule(BasemapTheme::Layer, featureClass));
            CHECK(rules->pointRule(BasemapTheme::Layer, featureClass));
        }
        CHECK(rules->labelRule(BasemapTheme::Layer, QStringLiteral("c0")));
    }
    CHECK(zoomOfScale(5000) > zoomOfScale(10'000));
}

TEST_CASE("bytes that are no geometry are refused without a look beyond their end")
{
    QRandomGenerator random(11);
    // A polygon with one ring of four vertices, little-endian, without envelope.
    std::vector<std::byte> sound(8 + 1 + 4 + 4 + 4 + 4 * 16);
    const unsigned char head[] = {'G', 'P', 0, 1, 0, 0, 0, 0, 1, 3, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0};
    std::memcpy(sound.data(), head, sizeof(head));
    const double ring[] = {0, 0, 10, 0, 10, 10, 0, 0};
    std::memcpy(sound.data() + sizeof(head), ring, sizeof(ring));
    std::vector<SimplePart> parts;
    REQUIRE(readGeoPackageGeometry(sound, parts));
    REQUIRE(parts.size() == 1);
    CHECK(parts[0].kind == GeometryKind::Polygon);
    CHECK(parts[0].vertices.size() == 4);
    for (int round = 0; round < 5000; ++round) {
        std::vector<std::byte> spoilt(sound.begin(), sound.begin() + random.bounded(static_cast<int>(sound.size()) + 1));
        for (int i = 0; i < 4 && !spoilt.empty(); ++i)
            spoilt[static_cast<std::size_t>(random.bounded(static_cast<int>(spoilt.size())))] = std::byte(random.bounded(256));
        parts.clear();
        readGeoPackageGeometry(spoilt, parts);
    }
    SUCCEED();
}
