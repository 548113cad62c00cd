#include "models/result_table_model.h"
#include "models_support.h"

#include <QSortFilterProxyModel>

using namespace hk;
using namespace hk::models;
using hk::test::u;

namespace {

methods::ResultTable placesTable()
{
    using Form = methods::ResultColumn::Form;
    methods::ResultTable table;
    table.key = u("places");
    table.columns = {{u("place"), u("Place"), Form::Words, 0},
                     {u("incidents"), u("Incidents"), Form::Count, 0},
                     {u("change"), u("Change"), Form::Percent, 0}};
    table.rows = {{u("Brogatan"), 9, 0.5}, {u("Kvarnbygatan"), 1250, QVariant()}, {u("Göteborgsvägen"), 48, -0.25}};
    return table;
}

} // namespace

TEST_CASE("a result's table is shown as its columns say", "[models]")
{
    QLocale::setDefault(QLocale(QLocale::Swedish, QLocale::Sweden));
    ResultTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable(placesTable());
    CHECK(model.rowCount() == 3);
    CHECK(model.headerData(1, Qt::Horizontal).toString() == u("Incidents"));
    CHECK(model.index(1, 1).data().toString() == u("1\u00a0250"));
    CHECK(model.index(1, 2).data().toString() == u("–"));
    CHECK((model.index(0, 1).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0);
    CHECK((model.index(0, 0).data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft) != 0);
}

TEST_CASE("a column of numbers is sorted by its numbers, not by their letters", "[models]")
{
    ResultTableModel model;
    model.setTable(placesTable());
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.setSortRole(ResultTableModel::SortRole);
    sorted.sort(1, Qt::DescendingOrder);
    CHECK(sorted.index(0, 0).data().toString() == u("Kvarnbygatan"));
    CHECK(sorted.index(1, 0).data().toString() == u("Göteborgsvägen"));
    CHECK(sorted.index(2, 0).data().toString() == u("Brogatan"));
}

TEST_CASE("another table takes the place of the one before", "[models]")
{
    ResultTableModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setTable(placesTable());
    methods::ResultTable other = placesTable();
    other.columns.pop_back();
    other.rows.resize(1);
    model.setTable(other);
    CHECK(model.rowCount() == 1);
    CHECK(model.columnCount() == 2);
    model.setTable({});
    CHECK(model.rowCount() == 0);
}
