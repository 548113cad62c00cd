#include "geo/transform.h"
#include "map/place_search.h"
#include "map/small_town.h"
#include "support/catch.h"

#include <cmath>

using namespace hk;
using namespace hk::map;

namespace {

const Sweref99 hub{322110, 6394290};

QStringList namesOf(const std::vector<PlaceHit>& hits)
{
    QStringList names;
    for (const PlaceHit& hit : hits)
        names.append(hit.name);
    return names;
}

} // namespace

TEST_CASE("a name is found by its beginning, by any word, and inside, in that order")
{
    const PlaceSearch search(test::smallTown());
    const QStringList sm = namesOf(search.find(QStringLiteral("små"), hub));
    REQUIRE(sm.size() == 2);
    CHECK(sm.contains(QStringLiteral("Småstad")));
    CHECK(namesOf(search.find(QStringLiteral("kvarnen"), hub)) == QStringList{QStringLiteral("Gamla kvarnens museum")});
    CHECK(namesOf(search.find(QStringLiteral("kvarn"), hub)).first() == QStringLiteral("Kvarnbygatan"));
    CHECK(namesOf(search.find(QStringLiteral("torget"), hub)) == QStringList{QStringLiteral("Stortorget")});
    CHECK(namesOf(search.find(QStringLiteral("småstads st"), hub)).first() == QStringLiteral("Småstads station"));
}

TEST_CASE("one typing error is forgiven, two are not")
{
    const PlaceSearch search(test::smallTown());
    for (const QString& typed : {QStringLiteral("Göteborgsvägn"), QStringLiteral("Götebrogsvägen"), QStringLiteral("Göteborksvägen"),
                                 QStringLiteral("Göteborrgsvägen")})
        CHECK(namesOf(search.find(typed, hub)) == QStringList{QStringLiteral("Göteborgsvägen")});
    CHECK(search.find(QStringLiteral("Götborksvägen"), hub).empty());
}

TEST_CASE("å, ä and ö are letters, accents and case are not")
{
    const PlaceSearch search(test::smallTown());
    CHECK(namesOf(search.find(QStringLiteral("CAFE"), hub)) == QStringList{QStringLiteral("Café-kvarteret")});
    CHECK_FALSE(namesOf(search.find(QStringLiteral("sma"), hub)).contains(QStringLiteral("Småstad")));
    CHECK(search.find(QStringLiteral("  "), hub).empty());
}

TEST_CASE("a street is one hit, at its middle, and reaches half its length")
{
    const auto town = test::smallTown();
    const PlaceSearch search(town);
    const auto hits = search.find(QStringLiteral("Göteborgsvägen"), hub);
    REQUIRE(hits.size() == 1);
    CHECK(hits.front().theme == BasemapTheme::Road);
    CHECK_THAT(hits.front().extentRadius, WithinAbs(557, 10));
    CHECK_THAT(hits.front().position.northing, WithinAbs(6394215, 40));
    CHECK_THAT(hits.front().position.easting, WithinAbs(322110, 20)); // on the street itself
}

TEST_CASE("an exact name is found whatever its case, and only the whole of it")
{
    const PlaceSearch search(test::smallTown());
    const auto hit = search.exact(QStringLiteral("stortorget"));
    REQUIRE(hit);
    CHECK(hit->name == QStringLiteral("Stortorget"));
    CHECK(hit->extentRadius == 150.0);
    CHECK_FALSE(search.exact(QStringLiteral("stortorg")));
    CHECK_FALSE(search.exact(QString()));
    // The station rather than the stop of the same name.
    CHECK(search.exact(QStringLiteral("Småstads station"))->featureClass == QStringLiteral("station"));
}

TEST_CASE("a position is named by what stands there, else by its street, else not at all")
{
    const PlaceSearch search(test::smallTown());
    const geo::Sweref99Transform transform;
    CHECK(search.nameAt(transform.toSweref(LonLat{12.0197, 57.655})) == QStringLiteral("Stadshuset"));
    CHECK(search.nameAt(transform.toSweref(LonLat{12.0205, 57.6557})) == QStringLiteral("Stortorget"));
    CHECK(search.nameAt(transform.toSweref(LonLat{12.0189, 57.651})) == QStringLiteral("Göteborgsvägen"));
    CHECK(search.nameAt(transform.toSweref(LonLat{12.2, 57.7})).isEmpty());
    CHECK(search.nameAt({std::nan(""), 0}).isEmpty());
}

TEST_CASE("no more hits than asked for, the nearer first among alike")
{
    const auto basemap = Basemap::embedded();
    REQUIRE(basemap);
    const PlaceSearch search(*basemap);
    CHECK(search.find(QStringLiteral("g"), hub, 5).size() == 5);
    const auto hits = search.find(QStringLiteral("mölndal"), hub);
    CHECK(hits.size() > 3);
    CHECK(std::is_sorted(hits.begin(), hits.end(), [](const PlaceHit& a, const PlaceHit& b) { return a.score > b.score; }));
}
