#include "methods/study_input.h"
#include "workspace/workspace_support.h"

#include <QLocale>

using namespace hk;
using namespace hk::methods;
using test::u;

TEST_CASE("plain points carry the local date, weight and place of each readable row")
{
    const test::Folder folder;
    const QString path = folder.write("p.csv", "e,n,when,w\n"
                                               "322000,6394000,2018-01-01 13:05:00,2\n"
                                               "322010,6394000,2018-03-25 02:30,1\n"
                                               "322020,6394000,never,1\n"
                                               "322030,,2018-01-03,1\n"
                                               "322040,6394000,2018-01-03,0.5\n");
    PointColumns columns;
    columns.date = u("when");
    columns.weight = u("w");
    const Result<StudyInput> input = readPlainPoints(path, columns);
    REQUIRE(input.has_value());
    CHECK(input->rows == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(input->unusable == 2);
    CHECK(input->weights == std::vector<double>{2.0, 1.0, 0.5});
    CHECK(input->table->easting == std::vector<double>{322000, 322010, 322040});
    CHECK(input->table->localDate == std::vector<std::int32_t>{17532, 17615, 17534});
    CHECK(input->table->localMinuteOfWeek == std::vector<std::int32_t>{13 * 60 + 5, 6 * 1440 + 150, 2 * 1440});
}

TEST_CASE("a date or weight column that is not there is said with the columns that are")
{
    const test::Folder folder;
    const QString path = folder.write("p.csv", "e,n\n1,2\n");
    PointColumns columns;
    columns.date = u("when");
    const Result<StudyInput> input = readPlainPoints(path, columns);
    REQUIRE_FALSE(input.has_value());
    CHECK(input.error().code == ErrorCode::ColumnNotFound);
    CHECK(input.error().arguments.contains(u("when")));
}

TEST_CASE("the input of an incident file is what the filter selects")
{
    const auto snapshot = test::snapshotOf({test::incident("N1", test::utc(2025, 1, 1)),
                                            test::incident("S2", test::utc(2025, 1, 2)),
                                            test::incident("N1", test::utc(2025, 2, 1))});
    IncidentFilter filter;
    filter.categories = {u("N1")};
    const StudyInput input = inputOf(snapshot, filter);
    CHECK(input.rows.size() == 2);
    CHECK(input.hasTimes);
    CHECK(input.snapshot == snapshot);
}

TEST_CASE("what is known too vaguely for the distance is left out and said")
{
    Incident vague = test::incident("N1", test::utc(2025, 1, 1));
    vague.precision = Precision::Place;
    vague.radius = 150.0;
    const StudyInput input = inputOf(test::snapshotOf({vague, test::incident("N1", test::utc(2025, 1, 2))}), {});
    const analysis::HeatmapRows usable = usableRows(input, 100.0);
    CHECK(usable.rows.size() == 1);
    CHECK(leftOutRemarks(input, usable).size() == 1);
    CHECK(leftOutRemarks(input, usableRows(input, 150.0)).isEmpty());
}
