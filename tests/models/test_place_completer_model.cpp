#include "models/place_completer_model.h"
#include "models_support.h"
#include "workspace/map_analysis.h"

using namespace hk;
using namespace hk::test;
using map::BasemapTheme;
using models::PlaceCompleterModel;

namespace {

const QByteArray roads = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"class":"residential","name":"Storgatan"},"geometry":{"type":"LineString","coordinates":[[12.00,57.60],[12.002,57.60]]}},
{"type":"Feature","properties":{"class":"residential","name":"Storängsgatan"},"geometry":{"type":"LineString","coordinates":[[12.03,57.66],[12.032,57.66]]}},
{"type":"Feature","properties":{"class":"residential","name":"Gatan 1"},"geometry":{"type":"LineString","coordinates":[[12.01,57.61],[12.011,57.61]]}},
{"type":"Feature","properties":{"class":"residential","name":"Gatan 2"},"geometry":{"type":"LineString","coordinates":[[12.01,57.62],[12.011,57.62]]}},
{"type":"Feature","properties":{"class":"residential","name":"Gatan 3"},"geometry":{"type":"LineString","coordinates":[[12.01,57.63],[12.011,57.63]]}},
{"type":"Feature","properties":{"class":"residential","name":"Gatan 4"},"geometry":{"type":"LineString","coordinates":[[12.01,57.64],[12.011,57.64]]}},
{"type":"Feature","properties":{"class":"residential","name":"Gatan 5"},"geometry":{"type":"LineString","coordinates":[[12.01,57.65],[12.011,57.65]]}},
{"type":"Feature","properties":{"class":"residential","name":"Gatan 6"},"geometry":{"type":"LineString","coordinates":[[12.01,57.66],[12.011,57.66]]}},
{"type":"Feature","properties":{"class":"residential","name":"Gatan 7"},"geometry":{"type":"LineString","coordinates":[[12.01,57.67],[12.011,57.67]]}}]})";

const QByteArray water = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"class":"lake","name":"Storsjön"},"geometry":{"type":"Polygon","coordinates":[[[12.021,57.656],[12.025,57.656],[12.025,57.658],[12.021,57.656]]]}}]})";

const QByteArray posts = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"class":"square","name":"Stortorget","rank":2},"geometry":{"type":"Point","coordinates":[12.0204,57.6556]}},
{"type":"Feature","properties":{"class":"stop","name":"Kyrkan","rank":4},"geometry":{"type":"Point","coordinates":[12.00,57.60]}},
{"type":"Feature","properties":{"class":"stop","name":"Kyrkan","rank":4},"geometry":{"type":"Point","coordinates":[12.04,57.66]}}]})";

const map::PlaceSearch& town()
{
    static const map::PlaceSearch places(
        map::Basemap::fromGeoJson(
            {{BasemapTheme::Road, roads}, {BasemapTheme::Water, water}, {BasemapTheme::Place, posts}})
            .value());
    return places;
}

} // namespace

TEST_CASE("typing the beginning of a name offers the places that begin so, with what they are")
{
    Watched<PlaceCompleterModel> model(town());
    model.search(u("stor"), workspace::hub());
    REQUIRE(model.rowCount() == 4);
    QHash<QString, QString> kinds;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row);
        kinds.insert(index.data().toString(), index.data(PlaceCompleterModel::KindRole).toString());
        CHECK(index.data(Qt::EditRole) == index.data());
        CHECK(model.hit(row).name == index.data().toString());
    }
    CHECK(kinds == QHash<QString, QString>{{u("Storgatan"), u("Street")},
                                           {u("Storängsgatan"), u("Street")},
                                           {u("Storsjön"), u("Water")},
                                           {u("Stortorget"), u("Place")}});
}

TEST_CASE("places are offered in the order of the search, best first")
{
    Watched<PlaceCompleterModel> model(town());
    for (const char* typed : {"st", "stor", "gatan", "kyrkan", "Storgatn"}) {
        model.search(u(typed), workspace::hub());
        const std::vector<map::PlaceHit> hits = town().find(u(typed), workspace::hub(), 8);
        INFO(typed);
        REQUIRE(model.rowCount() == static_cast<int>(hits.size()));
        REQUIRE_FALSE(hits.empty());
        for (int row = 0; row < model.rowCount(); ++row)
            CHECK(model.index(row).data().toString() == hits[static_cast<std::size_t>(row)].name);
    }
}

TEST_CASE("of two places of one name the one in view is first")
{
    Watched<PlaceCompleterModel> model(town());
    model.search(u("kyrkan"), workspace::hub());
    REQUIRE(model.rowCount() == 2);
    const Sweref99 one = model.hit(0).position;
    const Sweref99 other = model.hit(1).position;
    model.search(u("kyrkan"), other);
    CHECK(model.hit(0).position == other);
    model.search(u("kyrkan"), one);
    CHECK(model.hit(0).position == one);
}

TEST_CASE("no more than eight places are offered at a time")
{
    Watched<PlaceCompleterModel> model(town());
    model.search(u("gatan"), workspace::hub());
    CHECK(model.rowCount() == 8); // of nine
}

TEST_CASE("nothing typed, or nothing known, offers no place")
{
    Watched<PlaceCompleterModel> model(town());
    CHECK(model.rowCount() == 0);
    model.search(u("stor"), workspace::hub());
    model.search(u("  "), workspace::hub());
    CHECK(model.rowCount() == 0);
    model.search(u("xyzzy"), workspace::hub());
    CHECK(model.rowCount() == 0);
    model.search(u("  stortorget "), workspace::hub());
    CHECK(column(model) == QStringList{u("Stortorget")});
}

TEST_CASE("a street of the town itself is offered from the map that comes with the program")
{
    const map::PlaceSearch places(map::Basemap::embedded().value());
    Watched<PlaceCompleterModel> model(places);
    model.search(u("brogat"), workspace::hub());
    REQUIRE(model.rowCount() > 0);
    CHECK(model.index(0).data().toString() == u("Brogatan"));
    CHECK(model.index(0).data(PlaceCompleterModel::KindRole).toString() == u("Street"));
}

TEST_CASE("every kind of thing on the map has a word")
{
    QSet<QString> words;
    for (std::size_t theme = 0; theme < map::basemapThemeCount; ++theme)
        words.insert(models::kindOf(static_cast<BasemapTheme>(theme)));
    CHECK(words.size() == static_cast<qsizetype>(map::basemapThemeCount));
    CHECK_FALSE(words.contains(QString()));
}
