#include "ui/incident_form.h"
#include "ui/map_view.h"
#include "ui/place_edit.h"
#include "ui/place_input.h"
#include "ui/search_box.h"
#include "ui/window_actions.h"
#include "window_support.h"
#include "workspace/map_analysis.h"

using namespace hk;
using namespace hk::test;
using namespace hk::ui;

namespace {

map::PlaceSearch town()
{
    return map::PlaceSearch(map::Basemap::embedded().value());
}

std::shared_ptr<const map::NameIndex> background()
{
    const Sweref99 hub = workspace::hub();
    const auto at = [&](double east, double north) { return Sweref99{hub.easting + east, hub.northing + north}; };
    return map::NameIndex::inMemory({{u("Zinkgatan 7"), u("Krokslätt"), u("address"), u("address"), at(300, 0), 25, 2},
                                     {u("Zinkgatan"), u("Krokslätt"), u("residential"), u("road"), at(310, 0), 120, 25}})
        .value();
}

QStringList titles(const SearchModel& model)
{
    QStringList made;
    for (int row = 0; row < model.rowCount(); ++row)
        made.append(model.hit(row).title);
    return made;
}

} // namespace

TEST_CASE("Coordinates of any notation are offered with their system and what is near", "[search]")
{
    const map::PlaceSearch places = town();
    SearchModel model(places);
    model.search(u("57°39'20.16\"N 12°01'07.32\"E"), workspace::hub());
    REQUIRE(model.rowCount() == 1);
    CHECK(model.hit(0).kind == SearchModel::Kind::Position);
    CHECK(model.hit(0).title == u("N 6394279 E 322123"));
    CHECK(model.hit(0).detail.contains(u("WGS 84")));
    model.search(u("6394500 150876"), workspace::hub());
    REQUIRE(model.rowCount() > 1);
    CHECK(model.hit(0).detail.contains(u("SWEREF 99 12 00")));
    CHECK(model.hit(1).detail.contains(u("SWEREF 99 13 30")));
}

TEST_CASE("Coordinates outside Sweden are said to be so, and lead nowhere", "[search]")
{
    const map::PlaceSearch places = town();
    SearchBox box(places);
    QSignalSpy chosen(&box, &SearchBox::placeChosen);
    box.found().search(u("48.8566, 2.3522"), workspace::hub());
    REQUIRE(box.found().rowCount() == 1);
    CHECK(box.found().hit(0).kind == SearchModel::Kind::Outside);
    Q_EMIT box.chosen(0);
    CHECK(chosen.isEmpty());
}

TEST_CASE("Names of the background map come from a worker, and only those of the newest question", "[search]")
{
    const map::PlaceSearch places = town();
    places.setIndexes({background()});
    SearchModel model(places);
    QSignalSpy found(&model, &SearchModel::namesFound);
    model.search(u("zin"), workspace::hub());
    model.search(u("kvarnby"), workspace::hub());
    model.search(u("zinkgatan 7"), workspace::hub());
    CHECK(model.rowCount() == 0);
    REQUIRE(found.wait(patience));
    REQUIRE(titles(model).contains(u("Zinkgatan 7")));
    CHECK(model.hit(0).detail.contains(u("Krokslätt")));
    CHECK(model.hit(0).detail.contains(u("300 m")));
    CHECK(found.size() == 1);
}

TEST_CASE("Areas are found by name", "[search]")
{
    const map::PlaceSearch places = town();
    SearchModel model(places);
    model.setAreas({{u("Zonen vid ån"), u("Mina områden"), u("area"), u("area"), workspace::hub(), 400, 16}});
    model.search(u("zonen"), workspace::hub());
    REQUIRE(titles(model) == QStringList{u("Zonen vid ån")});
    CHECK(model.hit(0).radius == 400.0);
}

TEST_CASE("What was chosen is offered again for an empty field, as long as the program runs", "[search]")
{
    const map::PlaceSearch places = town();
    SearchBox box(places);
    SearchModel& model = box.found();
    model.search(u("kvarnbygatan"), workspace::hub());
    const QString first = model.hit(0).title;
    Q_EMIT box.chosen(0);
    model.search({}, workspace::hub());
    CHECK(titles(model) == QStringList{first});
    CHECK(SearchBox(places).found().rowCount() == 0);
}

TEST_CASE("Esc takes away the mark of a place that was found", "[search]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    SearchBox& box = desk.window->searchBox();
    QSignalSpy left(&box, &SearchBox::placeLeft);
    box.setFocus();
    QTest::keyClicks(&box, u("kvarnby"));
    QTest::keyClick(&box, Qt::Key_Return);
    CHECK(desk.window->map().draftMarker().has_value());
    QTest::keyClick(desk.window.get(), Qt::Key_Escape);
    CHECK_FALSE(desk.window->map().draftMarker().has_value());
}

TEST_CASE("A place picked on the map is proposed in words, and never over words that were typed", "[search][form]")
{
    Desk desk;
    desk.show();
    desk.openEmpty();
    desk.window->actions().newIncident->trigger();
    auto* place = desk.find<PlaceEdit>("place");
    desk.window->incidentForm().setPickedPlace({322110.0, 6394240.0});
    const QString proposed = place->text();
    CHECK_FALSE(proposed.isEmpty());
    desk.window->incidentForm().setPickedPlace({322310.0, 6394040.0});
    CHECK(place->text() != proposed); // a proposal follows the place
    place->setFocus();
    place->setText(u("Under bron vid pelaren"));
    desk.window->incidentForm().setPickedPlace({322110.0, 6394240.0});
    CHECK(place->text() == u("Under bron vid pelaren"));
    REQUIRE(place->place());
    CHECK_THAT(place->place()->position.easting, WithinAbs(322110.0, 1e-9));
}

TEST_CASE("A proposal never holds a house number", "[search][form]")
{
    const map::PlaceSearch places(map::Basemap::fromGeoJson({}).value());
    places.setIndexes({background()});
    const Sweref99 hub = workspace::hub();
    CHECK(places.nearestAddress({hub.easting + 300, hub.northing}).address == u("Zinkgatan 7"));
    const QString words = placeProposal(places, {hub.easting + 300, hub.northing});
    CHECK(words.contains(u("Zinkgatan")));
    CHECK(words.contains(u("Krokslätt")));
    CHECK_FALSE(words.contains(QLatin1Char('7')));
}
