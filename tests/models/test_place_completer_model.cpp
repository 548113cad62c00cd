#include "map/basemap.h"
#include "models/place_completer_model.h"
#include "models_support.h"
#include "workspace/map_analysis.h"

#include <QAbstractItemModelTester>

using namespace hk;
using namespace hk::test;
using models::PlaceCompleterModel;
using Tester = QAbstractItemModelTester;

TEST_CASE("Typing a street name of the embedded map suggests the street", "[models]")
{
    const auto basemap = map::Basemap::embedded();
    REQUIRE(basemap.has_value());
    const map::PlaceSearch places(*basemap);
    PlaceCompleterModel model(places);
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.search(u("brogat"), workspace::hub());
    REQUIRE(model.rowCount() > 0);
    CHECK(model.index(0, 0).data().toString() == u("Brogatan"));
    CHECK(model.index(0, 0).data(PlaceCompleterModel::KindRole).toString() == u("Street"));
    model.search(u("  "), workspace::hub());
    CHECK(model.rowCount() == 0);
}
