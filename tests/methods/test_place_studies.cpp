#include "methods/accuracy_study.h"
#include "methods/gi_star_study.h"
#include "methods/hotspot_study.h"
#include "methods/street_study.h"
#include "workspace/map_analysis.h"
#include "workspace/workspace_support.h"

#include <QJsonArray>
#include <QLocale>

#include <cmath>
#include <random>

using namespace hk;
using namespace hk::methods;
using test::u;

namespace {

/// A cluster at Mölndals bro, a smaller one 400 m to the east, and some everywhere; on days of a year.
std::vector<Incident> town(int days = 365)
{
    std::mt19937 random(4);
    std::normal_distribution<double> near(0.0, 25.0);
    std::uniform_real_distribution<double> anywhere(-600.0, 600.0);
    std::vector<Incident> incidents;
    const auto add = [&](double east, double north) {
        const QDateTime when =
            test::utc(2024, 1, 1)
                .addDays(static_cast<qint64>(incidents.size() * 37 % static_cast<std::size_t>(days)));
        incidents.push_back(test::incident("N1", when, east, north));
    };
    for (int i = 0; i < 90; ++i)
        add(near(random), near(random));
    for (int i = 0; i < 50; ++i)
        add(400.0 + near(random), near(random));
    for (int i = 0; i < 60; ++i)
        add(anywhere(random), anywhere(random));
    return incidents;
}

StudyInput inputFrom(const std::vector<Incident>& incidents)
{
    QLocale::setDefault(QLocale::c());
    StudyInput input = inputOf(test::snapshotOf(incidents), {});
    input.basemap = map::Basemap::embedded().value();
    return input;
}

AccuracyStudy halves()
{
    AccuracyStudy study;
    study.fit = {QDate(2024, 1, 1), QDate(2024, 7, 1)};
    study.test = {QDate(2024, 7, 1), QDate(2025, 1, 1)};
    return study;
}

} // namespace

TEST_CASE("hot cells are found at the clusters, and shapes, properties and classes belong together")
{
    const StudyInput input = inputFrom(town());
    const Result<MethodResultPtr> run = runGiStar(input, {});
    REQUIRE(run.has_value());
    const MethodResult& result = **run;
    REQUIRE(result.layer);
    REQUIRE(result.layer->shapes.size() == result.properties.size());
    CHECK(result.layer->classes.size() == 6);
    int hot = 0;
    for (std::size_t i = 0; i < result.properties.size(); ++i) {
        REQUIRE(result.properties[i].size() == static_cast<qsizetype>(result.propertyColumns.size()));
        const int confidence = result.properties[i].at(5).toInt();
        CHECK((result.layer->shapes[i].classIndex >= 0) == (confidence != 0));
        hot += confidence == 99 ? 1 : 0;
    }
    CHECK(hot >= 4);
    REQUIRE(result.tables.size() == 2);
    CHECK(result.tables[0].rows.size() >= 2); // both clusters
    CHECK(result.tables[1].rows == result.properties);
    CHECK(result.sentences.first().contains(u("99%")));
    CHECK(result.grids.front().grid->spec.cell == 50.0);
}

TEST_CASE("the sentence counts the hot areas that the table lists, also where one holds two hotter parts")
{
    std::vector<Incident> incidents;
    const auto add = [&](int count, double east, double north) {
        for (int i = 0; i < count; ++i)
            incidents.push_back(test::incident("N1", test::utc(2024, 2, 1), east, north));
    };
    for (int column = -12; column <= 12; ++column)
        for (int row = -12; row <= 12; ++row)
            if ((column + row) % 2 == 0)
                add(1, column * 50.0 + 25.0, row * 50.0 + 25.0);
    add(20, -75.0, 25.0); // hot at 99 %, four cells from the next
    add(20, 125.0, 25.0);
    add(13, 25.0, 25.0); // between them, less surely hot: a bridge
    const Result<MethodResultPtr> run = runGiStar(inputFrom(incidents), {});
    REQUIRE(run.has_value());
    const MethodResult& result = **run;
    const auto& areas = result.tables[0].rows;
    REQUIRE(areas.size() == 1);
    CHECK(areas.front().at(1).toString().contains(u("99%")));
    CAPTURE(result.sentences.first().toStdString());
    CHECK(result.sentences.first().startsWith(u("1 area(s)")));
    CHECK(result.sentences.first().contains(u("90%")));
}

TEST_CASE("incidents known less exactly than the neighbours lie apart are left out of Gi* and said")
{
    std::vector<Incident> incidents = town();
    incidents[0].precision = Precision::Place;
    incidents[0].radius = 150.0;
    const Result<MethodResultPtr> run = runGiStar(inputFrom(incidents), {});
    REQUIRE(run.has_value());
    CHECK((*run)->json.value(u("left_out_imprecise")).toInt() == 1);
    CHECK((*run)->remarks.size() == 1);
    GiStarStudy wide;
    wide.band = 150.0;
    CHECK((*runGiStar(inputFrom(incidents), wide))->remarks.isEmpty());
}

TEST_CASE("one stray incident of an incident file makes no giant fishnet")
{
    std::vector<Incident> incidents = town();
    incidents.push_back(test::incident("N1", test::utc(2024, 2, 1), 300000.0, 500000.0));
    const Result<MethodResultPtr> run = runGiStar(inputFrom(incidents), {});
    REQUIRE(run.has_value());
    CHECK((*run)->json.value(u("left_out_far")).toInt() == 1);
    CHECK((*run)->json.value(u("cells")).toInt() < 2000);
}

TEST_CASE("Gi* without incidents, with an odd cell or with an area between the cells is an error")
{
    const StudyInput input = inputFrom(town());
    StudyInput none = input;
    none.rows.clear();
    CHECK(runGiStar(none, {}).error().code == ErrorCode::NoIncidents);
    GiStarStudy odd;
    odd.cell = std::nan("");
    CHECK(runGiStar(input, odd).error().code == ErrorCode::ValueOutOfRange);
    GiStarStudy between;
    between.area = {{{{322001, 6394001}, {322005, 6394001}, {322005, 6394005}}, {}}};
    CHECK(runGiStar(input, between).error().code == ErrorCode::StudyNotPossible);
    std::stop_source source;
    source.request_stop();
    CHECK(runGiStar(input, {}, source.get_token()).error().code == ErrorCode::Cancelled);
}

TEST_CASE("the study of hotspots has the hotspots of the map, and their certainty where asked")
{
    const StudyInput input = inputFrom(town());
    const Result<MethodResultPtr> plain = runHotspots(input, {});
    REQUIRE(plain.has_value());
    const auto analysed = workspace::analyse(input.snapshot, {}, {}, map::PlaceSearch(input.basemap));
    REQUIRE(analysed.has_value());
    const std::vector<analysis::Hotspot>& hotspots = *(*analysed)->hotspots;
    REQUIRE((*plain)->tables.front().rows.size() == hotspots.size());
    for (std::size_t i = 0; i < hotspots.size(); ++i)
        CHECK((*plain)->tables.front().rows[i].at(2).toLongLong() ==
              static_cast<qint64>(hotspots[i].incidents));
    CHECK((*plain)->layer->classes.size() == 1);
    HotspotStudy sure;
    sure.certainty = true;
    sure.runs = 50;
    double last = 0.0;
    const Result<MethodResultPtr> certain = runHotspots(input, sure, {}, [&](double share) { last = share; });
    REQUIRE(certain.has_value());
    CHECK(last == 1.0);
    CHECK((*certain)->layer->classes.size() == 3);
    CHECK((*certain)->tables.front().rows.front().last().toDouble() == 1.0); // the cluster of 90
    CHECK((*certain)->properties == (*certain)->tables.front().rows);
}

TEST_CASE("hotspots of no incidents are no finding that nowhere stands out")
{
    IncidentFilter nothing;
    nothing.from = QDate(1999, 1, 1);
    nothing.to = QDate(1999, 2, 1);
    StudyInput none = inputOf(inputFrom(town()).snapshot, nothing);
    none.basemap = map::Basemap::embedded().value();
    CHECK(runHotspots(none, {}).error().code == ErrorCode::NoIncidents);
}

TEST_CASE("hotspots of plain points are refused: they have no kind nor week")
{
    StudyInput points = inputFrom(town());
    points.snapshot = nullptr;
    CHECK(runHotspots(points, {}).error().code == ErrorCode::NotFound);
}

TEST_CASE("pieces of street stand in five classes, the fullest in the table first")
{
    const StudyInput input = inputFrom(town());
    StreetStudy study;
    study.listed = 3;
    const Result<MethodResultPtr> run = runStreets(input, study);
    REQUIRE(run.has_value());
    const MethodResult& result = **run;
    CHECK(result.layer->classes.size() == 5);
    CHECK(result.tables.front().rows.size() == 3);
    CHECK(result.layer->shapes.size() == result.properties.size());
    CHECK(result.layer->shapes.size() > 3);
    for (const map::StudyShape& shape : result.layer->shapes) {
        CHECK(shape.kind == map::StudyShape::Kind::Line);
        CHECK(shape.classIndex >= 0);
        CHECK(shape.classIndex < 5);
    }
    CHECK(result.layer->shapes.front().classIndex >= 3); // the fullest is in one of the upper classes
    const QJsonObject& json = result.json;
    CHECK(json.value(u("incidents")).toInt() + json.value(u("left_out_no_street")).toInt() == 200);
}

TEST_CASE("streets need the basemap and its coordinate system")
{
    StudyInput input = inputFrom(town());
    input.crs = u("EPSG:3007");
    CHECK(runStreets(input, {}).error().code == ErrorCode::FormatNotSupported);
    input.crs = u("EPSG:3006");
    input.basemap = nullptr;
    CHECK(runStreets(input, {}).error().code == ErrorCode::NotFound);
}

TEST_CASE("a map of clusters foretells the same clusters, and every map marks the same area")
{
    const Result<MethodResultPtr> run = runAccuracy(inputFrom(town()), halves());
    REQUIRE(run.has_value());
    const MethodResult& result = **run;
    REQUIRE(result.tables.front().rows.size() == 4);
    for (const QVariantList& row : result.tables.front().rows) {
        CHECK(row.at(6).toDouble() > 3.0); // PAI
        CHECK(row.at(3) == result.tables.front().rows.front().at(3));
    }
    CHECK(result.layer->shapes.size() == result.properties.size());
    CHECK(result.sentences.size() == 3);
}

TEST_CASE("a chosen simple map stands first and once")
{
    AccuracyStudy study = halves();
    study.map = ForecastMap::GiStar;
    const Result<MethodResultPtr> run = runAccuracy(inputFrom(town()), study);
    REQUIRE(run.has_value());
    const QJsonArray maps = (*run)->json.value(u("maps")).toArray();
    REQUIRE(maps.size() == 3);
    CHECK(maps.at(0).toObject().value(u("map")).toString() == u("gistar"));
}

TEST_CASE("a later period with few incidents is too few to say")
{
    AccuracyStudy study = halves();
    study.test = {QDate(2024, 7, 1), QDate(2024, 7, 3)};
    const Result<MethodResultPtr> run = runAccuracy(inputFrom(town()), study);
    REQUIRE(run.has_value());
    CHECK((*run)->json.value(u("too_few")).toBool());
    CHECK(!(*run)->tables.front().rows.front().at(6).isValid());
    CHECK((*run)->json.value(u("maps")).toArray().at(0).toObject().value(u("pai")).isNull());
}

TEST_CASE("periods that cannot be held against each other are refused with the reason")
{
    const StudyInput input = inputFrom(town());
    AccuracyStudy study = halves();
    study.test.from = QDate(2024, 6, 30);
    CHECK(runAccuracy(input, study).error().arguments.first().contains(u("overlap")));
    std::swap(study.fit, study.test);
    study.fit = {QDate(2024, 7, 1), QDate(2025, 1, 1)};
    study.test = {QDate(2024, 1, 1), QDate(2024, 7, 1)};
    CHECK(runAccuracy(input, study).error().arguments.first().contains(u("comes before")));
    study.test = {};
    CHECK(runAccuracy(input, study).error().code == ErrorCode::StudyNotPossible);
    study = halves();
    study.fit = {QDate(2020, 1, 1), QDate(2021, 1, 1)};
    CHECK(runAccuracy(input, study).error().code == ErrorCode::NoIncidents);
    study = halves();
    study.share = 0.0;
    CHECK(runAccuracy(input, study).error().code == ErrorCode::ValueOutOfRange);
    study = halves();
    study.bandwidth = 20.0;
    CHECK(runAccuracy(input, study).error().code == ErrorCode::BandwidthTooSmall);
    StudyInput timeless = input;
    timeless.hasTimes = false;
    CHECK(runAccuracy(timeless, halves()).error().code == ErrorCode::ColumnNotFound);
}
