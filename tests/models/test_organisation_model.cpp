#include "models/organisation_model.h"
#include "models_support.h"

#include <QAbstractItemModelTester>

using namespace hk;
using namespace hk::test;
using models::OrganisationModel;
using Tester = QAbstractItemModelTester;

TEST_CASE("Organisations are shown by name with their counts", "[models]")
{
    OrganisationModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setOrganisations({u("Västtrafik"), u("Butiker"), u("Åkeriet")});
    model.setCounts({5, 2, 1});
    CHECK(model.index(0).data().toString() == u("Butiker"));
    CHECK(model.index(0).data(OrganisationModel::CountRole).toLongLong() == 2);
    CHECK(model.index(2).data().toString() == u("Åkeriet"));
}

TEST_CASE("Unchecking one organisation chooses the others", "[models]")
{
    OrganisationModel model;
    model.setOrganisations({u("A"), u("B"), u("C")});
    model.setData(model.index(1), Qt::Unchecked, Qt::CheckStateRole);
    CHECK(model.chosen() == QStringList{u("A"), u("C")});
    model.setData(model.index(1), Qt::Checked, Qt::CheckStateRole);
    CHECK(model.chosen().isEmpty());
}
