#include "models/category_model.h"
#include "models/category_search_model.h"
#include "models_support.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace hk;
using namespace hk::test;
using models::CategoryModel;
using models::CategorySearchModel;
using Tester = QAbstractItemModelTester;

TEST_CASE("The category filter keeps the rules of item models", "[models]")
{
    CategoryModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setCategories(CategoryList::standard());
    model.setCounts(std::vector<qint64>(28, 3));
    model.setData(model.index(0), Qt::Unchecked, Qt::CheckStateRole);
    model.setAllChecked(false);
    model.retranslate();
    CHECK(model.rowCount() == 28);
}

TEST_CASE("All categories checked is no filter", "[models]")
{
    CategoryModel model;
    model.setCategories(CategoryList::standard());
    CHECK(model.chosen().isEmpty());
    model.setData(model.index(0), Qt::Unchecked, Qt::CheckStateRole);
    CHECK(model.chosen().size() == 27);
    model.setData(model.index(0), Qt::Checked, Qt::CheckStateRole);
    CHECK(model.chosen().isEmpty());
}

TEST_CASE("No category checked selects nothing instead of everything", "[models]")
{
    CategoryModel model;
    model.setCategories(CategoryList::standard());
    model.setAllChecked(false);
    const auto snapshot = snapshotOf({incident("N1", "", utc(2025, 1, 1))});
    IncidentFilter filter;
    filter.categories = model.chosen();
    CHECK(workspace::selectRows(*snapshot, filter).rows.empty());
}

TEST_CASE("A category alone is one click away", "[models]")
{
    CategoryModel model;
    model.setCategories(CategoryList::standard());
    const QSignalSpy changed(&model, &CategoryModel::chosenChanged);
    model.setOnlyChecked(u("S2"));
    CHECK(model.chosen() == QStringList{u("S2")});
    CHECK(changed.size() == 1);
}

TEST_CASE("A filter set from outside is shown and says nothing", "[models]")
{
    CategoryModel model;
    model.setCategories(CategoryList::standard());
    const QSignalSpy changed(&model, &CategoryModel::chosenChanged);
    model.setChosen({u("N1"), u("O1")});
    CHECK(model.chosen() == QStringList{u("N1"), u("O1")});
    CHECK(changed.isEmpty());
}

TEST_CASE("A category is found by its code and by any part of its name", "[models]")
{
    CategorySearchModel model;
    const Tester tester(&model, Tester::FailureReportingMode::Fatal);
    model.setCategories(CategoryList::standard());
    CHECK(model.best(u("n1"))->code == u("N1"));
    CHECK(model.best(u("klott"))->code == u("S2"));
    CHECK(model.best(u("buskör"))->code == u("R1"));
    CHECK(model.best(u("hot mot"))->code == u("V3"));
    CHECK(model.best(u("xyz")) == nullptr);
    CHECK(model.best(QString()) == nullptr);
    model.search(u("O"));
    CHECK(model.index(0, 0).data(CategorySearchModel::CodeRole).toString() == u("O1"));
    model.search(QString());
    CHECK(model.rowCount() == 28);
}
