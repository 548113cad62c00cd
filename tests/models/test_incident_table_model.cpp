#include "models/incident_table_model.h"
#include "models_support.h"
#include "text/sentences.h"

#include <QItemSelectionModel>
#include <QSignalSpy>
#include <set>

using namespace hk;
using namespace hk::test;
using models::IncidentTableModel;
using Table = Watched<IncidentTableModel>;

namespace {

QString shown(const IncidentTableModel& model, int row, int column)
{
    return model.index(row, column).data().toString();
}

workspace::SnapshotPtr fourIncidents()
{
    return snapshotOf({incidentAt(u("Åbybergsgatan"), utc(2025, 1, 2)),
                       incidentAt(u("Brogatan"), utc(2025, 3, 4)),
                       incidentAt(u("Östergatan"), utc(2025, 2, 3)), incidentAt(QString(), utc(2024, 2, 3))});
}

std::set<std::uint32_t> selectedRows(const IncidentTableModel& model, const QItemSelectionModel& selection)
{
    std::set<std::uint32_t> rows;
    for (const QModelIndex& index : selection.selectedRows())
        rows.insert(model.snapshotRow(index.row()));
    return rows;
}

} // namespace

TEST_CASE("the table has a header of its own for every column, before and after a file is open")
{
    Table model;
    REQUIRE(model.columnCount() == IncidentTableModel::ColumnCount);
    QStringList headers;
    for (int column = 0; column < model.columnCount(); ++column)
        headers.append(model.headerData(column, Qt::Horizontal).toString());
    CHECK(headers == QStringList{u("Time"), u("Until"), u("Category"), u("Place"), u("Precision"),
                                 u("Organisation"), u("Severity"), u("Persons"), u("Reported to police"),
                                 u("Status"), u("Indoors or outdoors"), u("Confidentiality"),
                                 u("Description"), u("External id"), u("Changed"), u("Sources")});
    const auto snapshot = fourIncidents();
    model.setContent(snapshot, allRows(snapshot));
    CHECK(model.columnCount() == IncidentTableModel::ColumnCount);
    CHECK(model.headerData(0, Qt::Horizontal).toString() == headers.first());
}

TEST_CASE("every column shows its part of the incident in local time and in words")
{
    const Language english(QLocale::English);
    Incident made =
        incidentAt(u("Mölndals bro"), utc(2024, 7, 5, 18, 30)); // summer: two hours before local time
    made.occurredTo = utc(2024, 12, 5, 23, 30);                 // winter: one
    made.category = u("S2");
    made.precision = Precision::Street;
    made.severity = 3;
    made.persons = 12;
    made.reportedToPolice = PoliceReport::Yes;
    made.status = IncidentStatus::InProgress;
    made.surroundings = Surroundings::Outdoor;
    made.confidentiality = Confidentiality::Partner;
    made.description = u("Klotter på\nväggen ");
    made.externalId = u("2024-17");
    made.changedAt = utc(2025, 1, 1, 23);
    const auto snapshot = snapshotOf({made});
    Table model;
    model.setContent(snapshot, {0});
    using M = IncidentTableModel;
    CHECK(shown(model, 0, M::TimeColumn) == u("2024-07-05 20:30"));
    CHECK(shown(model, 0, M::UntilColumn) == u("2024-12-06 00:30"));
    CHECK(shown(model, 0, M::CategoryColumn) == u("S2 Graffiti"));
    CHECK(shown(model, 0, M::PlaceColumn) == u("Mölndals bro"));
    CHECK(shown(model, 0, M::PrecisionColumn) == text::nameOf(Precision::Street));
    CHECK(shown(model, 0, M::OrganisationColumn) == u("Mölndals stad"));
    CHECK(shown(model, 0, M::SeverityColumn) == u("3"));
    CHECK(shown(model, 0, M::PersonsColumn) == u("12"));
    CHECK(shown(model, 0, M::PoliceColumn) == text::nameOf(PoliceReport::Yes));
    CHECK(shown(model, 0, M::StatusColumn) == text::nameOf(IncidentStatus::InProgress));
    CHECK(shown(model, 0, M::SurroundingsColumn) == text::nameOf(Surroundings::Outdoor));
    CHECK(shown(model, 0, M::ConfidentialityColumn) == text::nameOf(Confidentiality::Partner));
    CHECK(shown(model, 0, M::DescriptionColumn) == u("Klotter på väggen")); // one line
    CHECK(shown(model, 0, M::ExternalIdColumn) == u("2024-17"));
    CHECK(shown(model, 0, M::ChangedColumn) == u("2025-01-02 00:00"));
    CHECK(shown(model, 0, M::SourcesColumn) == u("1"));

    CHECK(model.index(0, M::DescriptionColumn).data(Qt::ToolTipRole).toString() == made.description);
    CHECK(model.index(0, M::TimeColumn).data(M::IdRole).toUuid() == made.id);
    CHECK(model.index(0, M::TimeColumn).data(M::SnapshotRowRole).toUInt() == 0);
    CHECK(model.index(0, M::CategoryColumn).data(M::CategoryCodeRole).toString() == u("S2"));
    CHECK_FALSE(model.index(0, M::PlaceColumn).data(M::CategoryCodeRole).isValid());
    CHECK(model.index(0, M::PersonsColumn).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
}

TEST_CASE("what is not known leaves its cell empty")
{
    const auto snapshot = snapshotOf({incidentAt(QString())});
    Table model;
    model.setContent(snapshot, {0});
    for (const int column : {IncidentTableModel::UntilColumn, IncidentTableModel::PlaceColumn,
                             IncidentTableModel::PersonsColumn, IncidentTableModel::DescriptionColumn,
                             IncidentTableModel::ExternalIdColumn, IncidentTableModel::ChangedColumn})
        CHECK(shown(model, 0, column).isEmpty());
    CHECK_FALSE(model.index(0, IncidentTableModel::DescriptionColumn).data(Qt::ToolTipRole).isValid());
}

TEST_CASE("a category that the list does not know is shown by its code")
{
    Table model;
    model.setContent(snapshotOf({incident("ZZ", utc(2024, 1, 1))}), {0});
    CHECK(shown(model, 0, IncidentTableModel::CategoryColumn) == u("ZZ"));
}

TEST_CASE("the table shows the rows of the selection and no others")
{
    const auto snapshot = fourIncidents();
    Table model;
    model.setContent(snapshot, {0, 2, 3});
    REQUIRE(model.rowCount() == 3);
    for (int row = 0; row < model.rowCount(); ++row) {
        const std::uint32_t source = model.snapshotRow(row);
        CHECK(source != 1);
        CHECK(model.rowOfSnapshot(source) == row);
        CHECK(model.index(row, 0).data(IncidentTableModel::SnapshotRowRole).toUInt() == source);
        CHECK(model.index(row, 0).data(IncidentTableModel::IdRole).toUuid() ==
              snapshot->incidents[source]->id);
        CHECK(shown(model, row, IncidentTableModel::PlaceColumn) == snapshot->incidents[source]->placeName);
    }
    CHECK(model.rowOfSnapshot(1) == -1); // not selected
    CHECK(model.rowOfSnapshot(4) == -1); // not in the file
    CHECK(model.snapshot() == snapshot);
}

TEST_CASE("the table follows the selection of a filter and is empty where it selects nothing")
{
    const auto snapshot = fourIncidents();
    Table model;
    IncidentFilter filter;
    filter.from = QDate(2025, 2, 1);
    model.setContent(snapshot, workspace::selectRows(*snapshot, filter).rows);
    CHECK(column(model, IncidentTableModel::PlaceColumn) == QStringList{u("Brogatan"), u("Östergatan")});
    filter.text = u("nowhere");
    model.setContent(snapshot, workspace::selectRows(*snapshot, filter).rows);
    CHECK(model.rowCount() == 0);
    CHECK(model.rowOfSnapshot(0) == -1);
    model.setContent(nullptr, {0, 1});
    CHECK(model.rowCount() == 0);
    CHECK(model.rowOfSnapshot(0) == -1);
}

TEST_CASE("a change of the file is shown when its snapshot comes, in the order asked for")
{
    const auto before = fourIncidents();
    Table model;
    model.sort(IncidentTableModel::PlaceColumn, Qt::AscendingOrder); // before there is anything to sort
    model.setContent(before, allRows(before));
    CHECK(model.sortColumn() == IncidentTableModel::PlaceColumn);
    CHECK(model.sortOrder() == Qt::AscendingOrder);
    CHECK(column(model, IncidentTableModel::PlaceColumn).first() == u("Brogatan"));

    Incident moved = *before->incidents[1];
    moved.placeName = u("Zenitgatan");
    const auto after =
        workspace::withChanges(*before, {moved, incidentAt(u("Ängsgatan"))}, {before->incidents[3]->id}, {});
    model.setContent(after, allRows(after));
    CHECK(column(model, IncidentTableModel::PlaceColumn) ==
          QStringList{u("Zenitgatan"), u("Åbybergsgatan"), u("Ängsgatan"), u("Östergatan")});
}

TEST_CASE("marked incidents stay marked through every order")
{
    const auto snapshot = fourIncidents();
    Table model;
    model.setContent(snapshot, allRows(snapshot));
    QItemSelectionModel selection(&model);
    for (const std::uint32_t row : {0U, 3U})
        selection.select(model.index(model.rowOfSnapshot(row), 0),
                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QPersistentModelIndex current =
        model.index(model.rowOfSnapshot(2), IncidentTableModel::PlaceColumn);
    for (int column = 0; column < IncidentTableModel::ColumnCount; ++column)
        for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            model.sort(column, order);
            CHECK(selectedRows(model, selection) == std::set<std::uint32_t>{0, 3});
            CHECK(current.data().toString() == u("Östergatan"));
            CHECK(current.column() == IncidentTableModel::PlaceColumn);
        }
}

TEST_CASE("sorting moves rows and tells so; it is no new content")
{
    const auto snapshot = fourIncidents();
    Table model;
    model.setContent(snapshot, allRows(snapshot));
    const QSignalSpy reset(&model, &IncidentTableModel::modelReset);
    const QSignalSpy moved(&model, &IncidentTableModel::layoutChanged);
    model.sort(IncidentTableModel::PlaceColumn, Qt::AscendingOrder);
    CHECK(moved.size() == 1);
    CHECK(reset.isEmpty());
}

TEST_CASE("a column that is not there leaves the order as it is")
{
    const auto snapshot = fourIncidents();
    Table model;
    model.setContent(snapshot, allRows(snapshot));
    model.sort(-1, Qt::AscendingOrder);
    model.sort(IncidentTableModel::ColumnCount, Qt::AscendingOrder);
    CHECK(model.sortColumn() == IncidentTableModel::TimeColumn);
    CHECK(model.sortOrder() == Qt::DescendingOrder);
}

TEST_CASE("the words of the table follow the language")
{
    const Language english(QLocale::English);
    const auto snapshot = snapshotOf({incident("S2", utc(2024, 1, 1))});
    Table model;
    model.retranslate(); // nothing shown yet
    model.setContent(snapshot, {0});
    REQUIRE(shown(model, 0, IncidentTableModel::CategoryColumn) == u("S2 Graffiti"));
    const Language swedish(QLocale::Swedish);
    const QSignalSpy headers(&model, &IncidentTableModel::headerDataChanged);
    const QSignalSpy cells(&model, &IncidentTableModel::dataChanged);
    model.retranslate();
    CHECK(headers.size() == 1);
    CHECK(cells.size() == 1);
    CHECK(shown(model, 0, IncidentTableModel::CategoryColumn) == u("S2 Klotter"));
}
