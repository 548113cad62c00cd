#include "map/style.h"
#include "support/catch.h"

using namespace hk;
using namespace hk::map;

namespace {

Error errorOf(const char* json)
{
    const auto made = MapStyle::fromJson(json);
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::FileDamaged);
    return made.error();
}

} // namespace

TEST_CASE("the embedded styles are whole")
{
    for (const QString& name : {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("print")}) {
        const auto style = MapStyle::embedded(name);
        REQUIRE(style);
        CHECK((*style)->isDark() == (name == QStringLiteral("dark")));
        CHECK((*style)->background().isValid());
        CHECK_FALSE((*style)->lines().empty());
        CHECK((*style)->lineRule(BasemapTheme::Road, QStringLiteral("residential")) != nullptr);
        CHECK((*style)->fillRule(BasemapTheme::Building, QStringLiteral("other")) != nullptr);
        CHECK((*style)->labelRule(BasemapTheme::Place, QStringLiteral("station")) != nullptr);
    }
}

TEST_CASE("a style that is not there is not found")
{
    const auto style = MapStyle::embedded(QStringLiteral("sepia"));
    REQUIRE_FALSE(style);
    CHECK(style.error().code == ErrorCode::NotFound);
    CHECK(style.error().arguments == QStringList{QStringLiteral("sepia")});
}

TEST_CASE("a wrong rule of a style is named")
{
    CHECK(errorOf(R"({"background":"#ffffff","fills":[],"lines":[{"theme":"road","width":[[10,1]],"colour":"#ffffff"},{"theme":"road","width":[[12,1],[10,2]],"colour":"#ffffff"}],"labels":[]})").place.field
          == QStringLiteral("lines[1].width"));
    CHECK(errorOf(R"({"background":"#ffffff","fills":[{"theme":"land","fill":"#ffffff"}],"lines":[],"labels":[]})").place.field
          == QStringLiteral("fills[0].theme"));
    CHECK(errorOf(R"({"background":"#ffffff","fills":[{"theme":"water","fill":"blue"}],"lines":[],"labels":[]})").place.field
          == QStringLiteral("fills[0].fill"));
    CHECK(errorOf(R"({"background":"#ffffff","fills":[{"theme":"water","fill":"#ffffff","color":"#ffffff"}],"lines":[],"labels":[]})").place.field
          == QStringLiteral("fills[0].color"));
    CHECK(errorOf(R"({"background":"#ffffff","fills":[],"lines":[],"labels":[{"theme":"place","size":[[10,9]],"colour":"#000000","bold":1}]})").place.field
          == QStringLiteral("labels[0].bold"));
    CHECK(errorOf(R"({"background":"#ffffff","fills":[],"lines":[]})").place.field == QStringLiteral("labels"));
    CHECK_FALSE(errorOf("{").detail.isEmpty());
}

TEST_CASE("widths are linear between the stops and constant beyond")
{
    const std::vector<std::pair<double, double>> stops = {{10, 1}, {12, 3}};
    CHECK(MapStyle::interpolate(stops, 5) == 1);
    CHECK_THAT(MapStyle::interpolate(stops, 11.5), WithinAbs(2.5, 1e-12));
    CHECK(MapStyle::interpolate(stops, 20) == 3);
    CHECK(MapStyle::interpolate({}, 20) == 0);
}

TEST_CASE("opacity stands last in a style's colour, and the first rule that fits counts")
{
    const auto style = MapStyle::fromJson(
        R"({"background":"#ffffff","fills":[{"theme":"water","class":["pond","lake"],"fill":"#10203080"},{"theme":"water","fill":"#000000"}],"lines":[],"labels":[]})");
    REQUIRE(style);
    const auto* lake = (*style)->fillRule(BasemapTheme::Water, QStringLiteral("lake"));
    REQUIRE(lake != nullptr);
    CHECK(lake->fill == QColor(0x10, 0x20, 0x30, 0x80));
    CHECK((*style)->fillRule(BasemapTheme::Water, QStringLiteral("river"))->fill == QColor(Qt::black));
    CHECK((*style)->fillRule(BasemapTheme::Building, QStringLiteral("block")) == nullptr);
}
