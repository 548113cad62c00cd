#include "workspace/snapshot.h"

#include "workspace_support.h"

using namespace hk;
using namespace hk::test;
using namespace hk::workspace;

namespace {

std::size_t count(const SnapshotPtr& snapshot, const IncidentFilter& filter)
{
    return selectRows(*snapshot, filter).rows.size();
}

void requireSameColumns(const Snapshot& a, const Snapshot& b)
{
    REQUIRE(a.size() == b.size());
    CHECK(a.table->easting == b.table->easting);
    CHECK(a.table->localDate == b.table->localDate);
    CHECK(a.table->localMinuteOfWeek == b.table->localMinuteOfWeek);
    CHECK(a.table->localSpanMinutes == b.table->localSpanMinutes);
    CHECK(a.table->category == b.table->category);
    CHECK(a.table->radius == b.table->radius);
    CHECK(a.table->flags == b.table->flags);
    CHECK(a.areas == b.areas);
    for (std::size_t row = 0; row < a.size(); ++row) {
        CHECK(*a.incidents[row] == *b.incidents[row]);
        CHECK(a.rowOf.value(a.incidents[row]->id) == row);
        CHECK(a.organisations.value(a.table->organisation[row]) == b.organisations.value(b.table->organisation[row]));
    }
}

} // namespace

TEST_CASE("a snapshot holds what the store holds, in local time")
{
    Incident friday = incident("N1", utc(2024, 7, 5, 18, 30)); // Friday 20:30 in Stockholm
    friday.occurredTo = utc(2024, 7, 5, 23, 30);
    const SnapshotPtr snapshot = snapshotOf({friday});
    REQUIRE(snapshot->size() == 1);
    CHECK(snapshot->table->localMinuteOfWeek[0] == 4 * 1440 + 20 * 60 + 30);
    CHECK(snapshot->table->localSpanMinutes[0] == 300);
    CHECK(snapshot->table->localDate[0] == QDate(1970, 1, 1).daysTo(QDate(2024, 7, 5)));
    CHECK(snapshot->categories.all()[snapshot->table->category[0]].code == u("N1"));
}

TEST_CASE("the next snapshot after changes equals one read anew from the store")
{
    const Folder folder;
    std::vector<Incident> incidents;
    for (int i = 0; i < 6; ++i)
        incidents.push_back(incident(i % 2 ? "N1" : "S2", utc(2024, 1, 1 + i), 10.0 * i));
    incidents[2].precision = Precision::Area;
    incidents[2].radius = 300;
    incidents[2].area = {{322000, 6394200}, {322200, 6394200}, {322200, 6394400}};
    store::IncidentStore store = newStore(folder.path("a.gpkg"), incidents);
    const SnapshotPtr before = loadSnapshot(store).value();

    Incident changed = *before->incidents[1];
    changed.category = u("T1");
    changed.organisation = u("Polisen");
    const std::vector<Incident> updated = store.update({changed}).value();
    const std::vector<QUuid> gone{before->incidents[0]->id};
    REQUIRE(store.remove(gone).has_value());
    const std::vector<Incident> added = store.insert({incident("O1", utc(2024, 2, 1))}).value();

    std::vector<Incident> upserted = updated;
    upserted.insert(upserted.end(), added.begin(), added.end());
    const SnapshotPtr next = withChanges(*before, upserted, gone, store.info().value());
    requireSameColumns(*next, *loadSnapshot(store).value());
    CHECK(before->size() == 6); // the old one is untouched
}

TEST_CASE("a period selects by local from dates, half-open")
{
    // 23:30 UTC on 31 January is 1 February in Stockholm.
    const SnapshotPtr snapshot = snapshotOf({incident("N1", utc(2024, 1, 31, 22, 30)), incident("N1", utc(2024, 1, 31, 23, 30)),
                                             incident("N1", utc(2024, 2, 29, 23, 30))});
    IncidentFilter filter;
    filter.from = QDate(2024, 2, 1);
    filter.to = QDate(2024, 3, 1);
    CHECK(selectRows(*snapshot, filter).rows == std::vector<std::uint32_t>{1});
    filter.to = {};
    CHECK(count(snapshot, filter) == 2);
}

TEST_CASE("categories, organisations, severity, precision, area and text select together")
{
    std::vector<Incident> incidents{incident("N1", utc(2024, 1, 1)), incident("S2", utc(2024, 1, 2), 500.0),
                                    incident("T1", utc(2024, 1, 3), 0.0, 500.0)};
    incidents[0].placeName = u("Brogatan");
    incidents[1].organisation = u("Västtrafik");
    incidents[1].severity = 3;
    incidents[2].precision = Precision::Street;
    incidents[2].description = u("Vid rulltrappan");
    const SnapshotPtr snapshot = snapshotOf(incidents);

    IncidentFilter filter;
    CHECK(count(snapshot, filter) == 3);
    filter.categories = {u("N1"), u("T1")};
    CHECK(count(snapshot, filter) == 2);
    filter = {};
    filter.organisations = {u("Västtrafik")};
    CHECK(selectRows(*snapshot, filter).rows == std::vector<std::uint32_t>{1});
    filter.organisations = {u("Ingen")};
    CHECK(count(snapshot, filter) == 0);
    filter = {};
    filter.minimumSeverity = 2;
    CHECK(count(snapshot, filter) == 1);
    filter = {};
    filter.precisions = {Precision::Street};
    CHECK(selectRows(*snapshot, filter).rows == std::vector<std::uint32_t>{2});
    filter = {};
    filter.area = {{322000, 6394200}, {322200, 6394200}, {322200, 6394400}, {322000, 6394400}};
    CHECK(selectRows(*snapshot, filter).rows == std::vector<std::uint32_t>{0});
    filter = {};
    filter.text = u("  brogatan ");
    CHECK(selectRows(*snapshot, filter).rows == std::vector<std::uint32_t>{0});
    filter.text = u("RULLTRAPPAN");
    CHECK(selectRows(*snapshot, filter).rows == std::vector<std::uint32_t>{2});
    filter.text = u("klotter"); // the category's name
    CHECK(selectRows(*snapshot, filter).rows == std::vector<std::uint32_t>{1});
}

TEST_CASE("hours leave out spans of a week or more, and count them")
{
    std::vector<Incident> incidents{incident("N1", utc(2024, 7, 5, 19)), incident("N1", utc(2024, 7, 5, 8)),
                                    incident("S1", utc(2024, 7, 5, 19))};
    incidents[2].occurredTo = utc(2024, 7, 12, 19);
    IncidentFilter filter;
    filter.hours.set(4 * 24 + 21); // Friday 21–22 in Stockholm
    const RowSelection selection = selectRows(*snapshotOf(incidents), filter);
    CHECK(selection.rows == std::vector<std::uint32_t>{0});
    CHECK(selection.leftOutLongSpans == 1);
}
