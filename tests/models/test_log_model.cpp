#include "models/log_model.h"

#include "models_support.h"

#include <QAbstractItemModelTester>

using namespace hk;
using namespace hk::models;

namespace {

store::LogEntry entryOf(qint64 number, store::LogOrigin origin)
{
    store::LogEntry entry;
    entry.number = number;
    entry.at = QDateTime(QDate(2024, 7, 1), QTime(12, 0), Qt::UTC);
    entry.action = QStringLiteral("update");
    entry.before = QStringLiteral(R"({"severity":1})");
    entry.after = QStringLiteral(R"({"severity":3})");
    entry.origin = origin;
    return entry;
}

} // namespace

TEST_CASE("The log model tells each entry in local time and plain words, and marks what came from outside")
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEntries({entryOf(2, store::LogOrigin::Outside)}, CategoryList::standard());
    model.append({entryOf(1, store::LogOrigin::Program)});
    REQUIRE(model.rowCount() == 2);
    CHECK(model.index(0, LogModel::TimeColumn).data().toString() == QStringLiteral("2024-07-01 14:00:00"));
    CHECK(model.index(0, LogModel::WhoColumn).data().toString() == QStringLiteral("another program"));
    CHECK(model.index(0, LogModel::ActionColumn).data().toString() == QStringLiteral("Changed"));
    CHECK(model.index(0, LogModel::ChangeColumn).data().toString() == QStringLiteral("Severity: 1 → 3"));
    CHECK(model.index(0, LogModel::OriginColumn).data().toString() == QStringLiteral("from outside"));
    CHECK(model.index(1, LogModel::OriginColumn).data().toString().isEmpty());
    CHECK(model.index(1, 0).data(LogModel::NumberRole).toLongLong() == 1);
    CHECK(model.entry(2) == nullptr);
    for (int column = 0; column < model.columnCount(); ++column)
        CHECK_FALSE(model.headerData(column, Qt::Horizontal).toString().isEmpty());
}
