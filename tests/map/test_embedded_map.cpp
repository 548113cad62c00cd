#include "map/place_search.h"
#include "map/small_town.h"
#include "support/catch.h"

#include <QSet>

using namespace hk;
using namespace hk::map;

namespace {

std::shared_ptr<const Basemap> embedded()
{
    const auto basemap = Basemap::embedded();
    if (!basemap)
        FAIL(basemap.error().place.file.toStdString() << " feature " << basemap.error().place.row << ": "
                                                      << basemap.error().detail.toStdString());
    return *basemap;
}

} // namespace

TEST_CASE("the embedded map has the streets and places of Mölndals innerstad")
{
    QSet<QString> streets;
    QSet<QString> places;
    const auto basemap = embedded();
    for (const BasemapFeature& feature : basemap->features()) {
        if (feature.theme == BasemapTheme::Road && !feature.name.isEmpty())
            streets.insert(feature.name);
        if (feature.theme == BasemapTheme::Place)
            places.insert(feature.name);
    }
    CHECK(streets.size() >= 100);
    CHECK(places.size() >= 60);
    for (const QString& street : {QStringLiteral("Göteborgsvägen"), QStringLiteral("Kvarnbygatan"), QStringLiteral("Storgatan")})
        CHECK(streets.contains(street));
}

TEST_CASE("every feature of the embedded map is drawn or named by both styles")
{
    const auto basemap = embedded();
    for (const QString& name : {QStringLiteral("light"), QStringLiteral("dark"), QStringLiteral("print")}) {
        const auto style = MapStyle::embedded(name);
        REQUIRE(style);
        for (const BasemapFeature& feature : basemap->features()) {
            const bool drawn = feature.kind == GeometryKind::Point
                                   ? (*style)->labelRule(feature.theme, feature.featureClass) != nullptr
                               : feature.kind == GeometryKind::Line || feature.theme == BasemapTheme::Boundary
                                   ? (*style)->lineRule(feature.theme, feature.featureClass) != nullptr
                                   : (*style)->fillRule(feature.theme, feature.featureClass) != nullptr;
            INFO(feature.featureClass.toStdString() << " " << feature.name.toStdString());
            CHECK(drawn);
        }
    }
}

TEST_CASE("Mölndals bro is found and lies at the hub")
{
    const PlaceSearch search(embedded());
    const auto hits = search.find(QStringLiteral("Mölndals bro"), {322110, 6394290});
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().name == QStringLiteral("Mölndals bro"));
    CHECK_THAT(hits.front().position.easting, WithinAbs(322120, 250));
    CHECK_THAT(hits.front().position.northing, WithinAbs(6394285, 250));
}

TEST_CASE("the attribution names every source")
{
    const QString line = embedded()->attribution();
    for (const QString& source : {QStringLiteral("OpenStreetMap"), QStringLiteral("Lantmäteriet"), QStringLiteral("SCB"),
                                  QStringLiteral("Trafikverket")})
        CHECK(line.contains(source));
}
