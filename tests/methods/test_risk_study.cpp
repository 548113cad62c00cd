#include "methods/risk_study.h"
#include "workspace/workspace_support.h"

#include <QJsonObject>
#include <QLocale>

#include <cmath>

using namespace hk;
using namespace hk::methods;
using test::u;

namespace {

/// Twenty incidents at each of two places, five hundred metres apart.
StudyInput incidents()
{
    std::vector<Incident> list;
    for (int i = 0; i < 20; ++i)
        for (const double east : {0.0, 500.0})
            list.push_back(test::incident("N1", test::utc(2025, 1, 1 + i), east, 0.0));
    return inputOf(test::snapshotOf(list), {});
}

RiskStudy studyOf(const char* csv)
{
    const test::Folder folder;
    PointColumns columns;
    columns.weight = u("homes");
    const Result<StudyInput> homes = readPlainPoints(folder.write("h.csv", csv), columns);
    REQUIRE(homes.has_value());
    RiskStudy result;
    result.denominator = std::make_shared<const StudyInput>(*homes);
    result.denominatorName = u("homes");
    return result;
}

/// A hundred homes at the first place, ten at the second.
RiskStudy study()
{
    return studyOf("e,n,homes\n322123,6394280,100\n322623,6394280,10\n");
}

} // namespace

TEST_CASE("the risk is highest where the incidents are many for what there is")
{
    QLocale::setDefault(QLocale::c());
    const Result<MethodResultPtr> result = runRisk(incidents(), study());
    REQUIRE(result.has_value());
    const QJsonObject& json = (*result)->json;
    // Densities of one kernel at one place: their ratio is that of the numbers, 20 for 10 homes.
    CHECK_THAT(json[u("maximum")].toDouble(), WithinAbs(2.0, 1e-9));
    CHECK(std::abs(json[u("maximum_x")].toDouble() - 322623) < 151);
    CHECK_THAT(json[u("overall")].toDouble(), WithinAbs(40.0 / 110.0, 1e-12));
    CHECK((*result)->sentences.front().contains(u("homes")));
    const analysis::Grid& risk = *(*result)->grids.front().grid;
    int hidden = 0;
    for (const double value : risk.values)
        hidden += std::isnan(value) ? 1 : 0;
    CHECK(hidden > 0);
}

TEST_CASE("below the floor of the denominator nothing is said")
{
    RiskStudy request = study();
    request.floorShare = 0.5; // the ten homes reach a tenth of the hundred
    const Result<MethodResultPtr> result = runRisk(incidents(), request);
    REQUIRE(result.has_value());
    CHECK_THAT((*result)->json[u("maximum")].toDouble(), WithinAbs(0.2, 1e-9));
}

TEST_CASE("a risk that rests on next to nothing to divide by is warned of")
{
    CHECK((*runRisk(incidents(), study()))->warnings.isEmpty());
    const Result<MethodResultPtr> result
        = runRisk(incidents(), studyOf("e,n,homes\n322123,6394280,100\n322623,6394280,2\n"));
    REQUIRE(result.has_value());
    REQUIRE((*result)->warnings.size() == 1);
    CHECK((*result)->warnings.front().contains(u("homes")));
    CHECK((*result)->warnings.front().contains(u("2")));
    CHECK_THAT((*result)->json[u("denominator_around_maximum")].toDouble(), WithinAbs(2.0, 1e-9));
}

TEST_CASE("incidents where there is too little to divide by, and rows of the denominator not read, are counted on screen")
{
    CHECK((*runRisk(incidents(), study()))->remarks.isEmpty());
    const Result<MethodResultPtr> result
        = runRisk(incidents(), studyOf("e,n,homes\n322123,6394280,100\nwrong,row,1\n"));
    REQUIRE(result.has_value());
    CHECK((*result)->json[u("incidents_without_denominator")].toInt() == 20); // those of the second place
    CHECK((*result)->json[u("denominator_unusable")].toInt() == 1);
    REQUIRE((*result)->remarks.size() == 2);
    CHECK((*result)->remarks.at(0).startsWith(u("20 ")));
    CHECK((*result)->remarks.at(1).startsWith(u("1 ")));
}

TEST_CASE("without anything to divide by, or in another coordinate system, risk is refused")
{
    CHECK(runRisk(incidents(), {}).error().code == ErrorCode::StudyNotPossible);
    RiskStudy request = study();
    StudyInput other = *request.denominator;
    other.crs = u("EPSG:3007");
    request.denominator = std::make_shared<const StudyInput>(other);
    CHECK(runRisk(incidents(), request).error().code == ErrorCode::StudyNotPossible);
    StudyInput none = incidents();
    none.rows.clear();
    CHECK(runRisk(none, study()).error().code == ErrorCode::NoIncidents);
}
