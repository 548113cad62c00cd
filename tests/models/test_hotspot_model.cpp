#include "models/hotspot_model.h"
#include "models_support.h"

#include <QAbstractItemModelTester>

using namespace hk;
using namespace hk::test;
using models::HotspotModel;
using Tester = QAbstractItemModelTester;

TEST_CASE("A hotspot says its rank, name, numbers, categories and hours", "[models]")
{
    HotspotModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    workspace::HotspotRow row;
    row.rank = 1;
    row.name = u("Mölndals bro");
    row.incidents = 48;
    row.areaHectares = 1.25;
    row.densityPerKm2 = 3840.0;
    row.categories = u("N1 41 %");
    row.hours = u("fre 20–02");
    model.setRows({row});
    const QModelIndex index = model.index(0);
    CHECK(index.data().toString() == u("Mölndals bro"));
    CHECK(index.data(HotspotModel::FactsRole).toString().contains(u("48")));
    CHECK(index.data(Qt::AccessibleTextRole).toString().contains(u("fre 20–02")));
    CHECK(model.rowOfRank(1) == 0);
    CHECK(model.rowOfRank(2) == -1);
}
