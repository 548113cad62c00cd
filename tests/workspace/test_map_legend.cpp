#include "map/layer_legend.h"
#include "support/catch.h"
#include "workspace/layers.h"
#include "workspace/map_legend.h"
#include "workspace/wfs.h"

using namespace hk;
using namespace hk::workspace;

namespace {

QString u(const char* text) { return QString::fromUtf8(text); }

map::GroundSheet sheet(const char* title, const map::LayerStyle& style)
{
    map::GroundSheet made;
    made.title = u(title);
    made.legend = std::make_shared<const map::LayerLegend>(map::LayerLegend{style, map::GeometryKind::Polygon, u("Status"), false});
    return made;
}

map::LayerStyle byValue(int values)
{
    map::LayerStyle style;
    style.colouring = map::LayerStyle::Colouring::Categories;
    style.field = u("status");
    for (int i = 0; i < values; ++i)
        style.categories.push_back({QStringLiteral("Värde %1").arg(i), map::categoryColours()[static_cast<std::size_t>(i)]});
    return style;
}

QStringList words(const std::vector<map::LegendLine>& lines)
{
    QStringList all;
    for (const map::LegendLine& line : lines)
        all.append(line.words);
    return all;
}

} // namespace

TEST_CASE("the legend tells the layers that are shown, the uppermost first, and no background")
{
    map::Ground ground;
    ground.sheets.push_back({.title = u("Karta")});
    ground.sheets.push_back(sheet("Stadsdelar", {}));
    ground.sheets.push_back(sheet("Detaljplaner", byValue(2)));
    const auto lines = legendOf(ground, {});
    CHECK(words(lines) == QStringList{u("Detaljplaner by Status"), u("Värde 0"), u("Värde 1"), u("others"), u("Stadsdelar")});
    CHECK(lines[0].heading);
    CHECK(lines[1].inset);
    CHECK(lines[1].sign.style.colour == map::categoryColours()[0]);
    CHECK(lines[1].sign.style.colouring == map::LayerStyle::Colouring::Single);
    CHECK_FALSE(lines[4].heading);
}

TEST_CASE("of many classes eight are told, the others among them, and how many are not")
{
    map::Ground ground;
    ground.sheets.push_back(sheet("Planer", byValue(12)));
    const QStringList told = words(legendOf(ground, {}));
    REQUIRE(told.size() == 1 + 8 + 1);
    CHECK(told[7] == u("Värde 6"));
    CHECK(told[8] == moreLegendLines(5));
    CHECK(told[9] == u("others"));
}

TEST_CASE("the classes of a number are told by their limits")
{
    map::LayerStyle style;
    style.colouring = map::LayerStyle::Colouring::Graduated;
    style.field = u("antal");
    style.breaks = {5, 10};
    map::Ground ground;
    ground.sheets.push_back(sheet("Rutor", style));
    CHECK(words(legendOf(ground, {})) == QStringList{u("Rutor by Status"), u("below 5"), u("5 – 10"), u("10 and above")});
}

TEST_CASE("what the filter chose by place is named first")
{
    IncidentFilter filter;
    auto set = std::make_shared<ZoneSet>();
    set->title = u("DeSO");
    filter.zones = {set, {u("1481C1070"), u("1481C1080")}};
    auto stops = std::make_shared<NearSet>();
    stops->title = u("Hållplatser");
    filter.near = {stops, 100};
    filter.area = {{0, 0}, {1, 0}, {1, 1}};
    const auto lines = legendOf(map::Ground(), filter);
    CHECK(words(lines) == QStringList{u("Within a drawn area"), u("DeSO: 1481C1070, 1481C1080"), u("Within 100 m of Hållplatser")});
    CHECK(lines[1].sign.kind == map::LegendSign::Kind::Areas);
    CHECK(lines[2].sign.kind == map::LegendSign::Kind::Reach);
    CHECK(legendOf(map::Ground(), {}).empty());
}

TEST_CASE("a layer keeps its source line in the file, on one line and of a length that can be shown")
{
    MapLayer layer;
    layer.id = QUuid::createUuid();
    layer.title = u("Planer");
    layer.source = u("/data/planer.gpkg");
    layer.attribution = u("© Mölndals stad, CC BY 4.0");
    const store::StoredLayer stored = toStored(layer, {});
    const auto back = fromStored(stored, u("/data/a.gpkg"));
    REQUIRE(back);
    CHECK(back->attribution == layer.attribution);
    CHECK(*back == layer);
    store::StoredLayer strange = stored;
    strange.style = QByteArrayLiteral(R"({"attribution":"a\nb\u0000)") + QByteArray(1000, 'x') + QByteArrayLiteral(R"("})");
    const auto read = fromStored(strange, u("/data/a.gpkg"));
    REQUIRE(read);
    CHECK(read->attribution.startsWith(u("a b")));
    CHECK(read->attribution.size() <= MapLayer::longestAttribution);
    layer.attribution.clear();
    CHECK_FALSE(toStored(layer, {}).style.contains("attribution"));
}

TEST_CASE("a service says whom to name, where it says it shortly")
{
    const auto named = [](const QByteArray& identification, const QByteArray& provider) {
        const auto service = readWfsCapabilities("<WFS_Capabilities version=\"2.0.0\"><ServiceIdentification><Title>K</Title>" + identification
                                                     + "</ServiceIdentification><ServiceProvider>" + provider
                                                     + "</ServiceProvider></WFS_Capabilities>",
                                                 QUrl(u("https://kartor.example/wfs")));
        REQUIRE(service);
        return service->attribution;
    };
    const QByteArray stad = "<ProviderName>M\xC3\xB6lndals stad</ProviderName>";
    CHECK(named("<Fees>NONE</Fees><AccessConstraints>None</AccessConstraints>", stad) == u("Mölndals stad"));
    CHECK(named("<AccessConstraints>CC BY 4.0</AccessConstraints>", stad) == u("Mölndals stad, CC BY 4.0"));
    CHECK(named("<Fees>100 kr</Fees>", stad) == u("Mölndals stad"));
    CHECK(named("<Fees>CC0 1.0</Fees>", "") == u("CC0 1.0"));
    CHECK(named("<AccessConstraints>" + QByteArray(300, 'x') + "</AccessConstraints>", stad) == u("Mölndals stad"));
    CHECK(named("", "").isEmpty());
}
