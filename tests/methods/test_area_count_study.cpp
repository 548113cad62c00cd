#include "methods/area_count_study.h"
#include "methods/result_files.h"
#include "workspace/workspace_support.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <cmath>
#include <random>

using namespace hk;
using namespace hk::methods;
using test::u;

namespace {

using analysis::Point;
using analysis::Polygon;
using analysis::Ring;
using Measure = AreaCountStudy::Measure;

Ring square(double x, double y, double side)
{
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

std::shared_ptr<const exchange::NamedAreas> areasOf(std::vector<std::pair<QString, Polygon>> given)
{
    auto areas = std::make_shared<exchange::NamedAreas>();
    areas->crs = u("EPSG:3006");
    areas->title = u("districts");
    areas->nameField = u("name");
    areas->fields = {u("name"), u("people")};
    areas->numericFields = {u("people")};
    for (auto& [name, polygon] : given)
        areas->areas.push_back({name, {}, {polygon}, {name, u("500")}});
    return areas;
}

/// Plain points, counted one each.
StudyInput pointsAt(const std::vector<Point>& points)
{
    auto table = std::make_shared<analysis::IncidentTable>();
    StudyInput input;
    for (const Point& p : points) {
        input.rows.push_back(static_cast<std::uint32_t>(table->size()));
        table->easting.push_back(p.x);
        table->northing.push_back(p.y);
        table->fromUtc.push_back(0);
        table->toUtc.push_back(0);
        table->localDate.push_back(0);
        table->localMinuteOfWeek.push_back(0);
        table->localSpanMinutes.push_back(0);
        table->category.push_back(0);
        table->organisation.push_back(0);
        table->radius.push_back(0.0F);
        table->precision.push_back(0);
        table->severity.push_back(1);
        table->flags.push_back(0);
    }
    input.table = std::move(table);
    return input;
}

std::vector<Point> times(int count, Point at)
{
    return std::vector<Point>(static_cast<std::size_t>(count), at);
}

std::vector<Point> together(std::initializer_list<std::vector<Point>> parts)
{
    std::vector<Point> all;
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

QJsonObject areaNamed(const MethodResult& result, const QString& name)
{
    for (const QJsonValue& area : result.json[u("areas")].toArray())
        if (area.toObject()[u("area")].toString() == name)
            return area.toObject();
    return {};
}

MethodResultPtr run(const StudyInput& input, const AreaCountStudy& study)
{
    const Result<MethodResultPtr> result = runAreaCount(input, study);
    REQUIRE(result.has_value());
    return *result;
}

} // namespace

TEST_CASE("incidents are counted per area, those outside too, and a shared border belongs to one")
{
    QLocale::setDefault(QLocale::c());
    AreaCountStudy study;
    study.areas = areasOf({{u("west"), {square(0, 0, 1000), {}}},
                           {u("east"), {square(1000, 0, 1000), {}}},
                           {u("ring"), {square(3000, 0, 1000), {square(3400, 400, 200)}}}});
    const auto result = run(pointsAt(together({times(12, {500, 500}), times(4, {1000, 300}), times(3, {1500, 500}),
                                               times(2, {3500, 500}), times(7, {3100, 100}), times(5, {9000, 9000})})),
                            study);
    CHECK(result->json[u("incidents")].toDouble() == 33.0);
    CHECK(result->json[u("outside")].toDouble() == 7.0); // the hole is outside
    const double west = areaNamed(*result, u("west"))[u("count")].toDouble();
    const double east = areaNamed(*result, u("east"))[u("count")].toDouble();
    CHECK(west + east == 19.0);
    CHECK((west == 12.0 || west == 16.0)); // all four on the border in the same
    CHECK(areaNamed(*result, u("ring"))[u("count")].toDouble() == 7.0);
    CHECK_THAT(areaNamed(*result, u("ring"))[u("area_km2")].toDouble(), WithinAbs(0.96, 1e-12));
    CHECK_THAT(areaNamed(*result, u("ring"))[u("per_km2")].toDouble(), WithinAbs(7 / 0.96, 1e-9));
    CHECK(areaNamed(*result, u("west"))[u("share")].toDouble() == west / 33.0);
    CHECK(areaNamed(*result, u("west"))[u("per_1000")].isNull());
    REQUIRE(result->tables.front().rows.size() == 3);
    CHECK(result->tables.front().columns.size() == 6);
    CHECK(result->sentences.join(u' ').contains(u("7 of 33 incidents lie outside all areas")));
}

TEST_CASE("overlapping areas each count the incident, and it is said how many that concerns")
{
    AreaCountStudy study;
    study.areas = areasOf({{u("a"), {square(0, 0, 1000), {}}}, {u("b"), {square(500, 0, 1000), {}}}});
    const auto result = run(pointsAt(together({times(20, {100, 100}), times(15, {700, 100}), times(30, {1400, 100})})), study);
    CHECK(areaNamed(*result, u("a"))[u("count")].toDouble() == 35.0);
    CHECK(areaNamed(*result, u("b"))[u("count")].toDouble() == 45.0);
    CHECK(result->json[u("in_several")].toDouble() == 15.0);
    CHECK(result->warnings.join(u' ').contains(u("15 incidents")));
}

TEST_CASE("areas of one name are one row, and their common ground counts once")
{
    AreaCountStudy study;
    study.areas = areasOf({{u("a"), {square(0, 0, 1000), {}}}, {u("a"), {square(500, 0, 1000), {}}}, {u("b"), {square(5000, 0, 1000), {}}}});
    study.denominatorField = u("people");
    const auto result = run(pointsAt(together({times(20, {700, 100}), times(10, {5100, 100})})), study);
    const QJsonObject a = areaNamed(*result, u("a"));
    CHECK(a[u("count")].toDouble() == 20.0);
    CHECK_THAT(a[u("area_km2")].toDouble(), WithinAbs(1.5, 1e-9));
    CHECK(a[u("denominator")].toDouble() == 1000.0);
    CHECK(result->tables.front().rows.size() == 2);
    REQUIRE(result->layer->shapes.size() == 3);
    CHECK(result->layer->shapes[2].partOf == (areaNamed(*result, u("a"))[u("rank")].toInt() - 1));
}

TEST_CASE("a rate is there only where something is given to divide by, with its exact interval")
{
    auto numbers = std::make_shared<exchange::NamedNumbers>();
    numbers->title = u("inhabitants");
    numbers->values = {{u("a"), 2000.0}, {u("b"), 0.0}, {u("elsewhere"), 10.0}};
    AreaCountStudy study;
    study.areas = areasOf({{u("a"), {square(0, 0, 1000), {}}}, {u("b"), {square(1000, 0, 1000), {}}}, {u("c"), {square(2000, 0, 1000), {}}}});
    study.denominators = numbers;
    const auto result = run(pointsAt(together({times(10, {500, 500}), times(8, {1500, 500})})), study);
    const QJsonObject a = areaNamed(*result, u("a"));
    CHECK(a[u("per_1000")].toDouble() == 5.0);
    const QJsonArray interval = a[u("per_1000_interval")].toArray();
    CHECK_THAT(interval.at(0).toDouble(), WithinAbs(4.795389 / 2, 1e-6));
    CHECK_THAT(interval.at(1).toDouble(), WithinAbs(18.39036 / 2, 1e-5));
    CHECK(areaNamed(*result, u("b"))[u("per_1000")].isNull()); // nobody there
    CHECK(areaNamed(*result, u("c"))[u("per_1000")].isNull());
    CHECK(result->json[u("overall_per_1000")].toDouble() == 5.0);
    CHECK(result->remarks.join(u' ').contains(u("1 row(s)")));
    CHECK(result->layer->classes.back().label.contains(u("divide")));
    CHECK(result->tables.front().columns.size() == 10);

    // Incidents only where there is nothing to divide by.
    const auto elsewhere = run(pointsAt(times(8, {2500, 500})), study);
    CHECK(elsewhere->sentences.front().contains(u("something to divide by")));

    study.denominators = nullptr;
    study.measure = Measure::Rate;
    CHECK(runAreaCount(pointsAt(times(3, {500, 500})), study).error().code == ErrorCode::StudyNotPossible);
}

TEST_CASE("a rate on fewer than ten incidents is warned of")
{
    AreaCountStudy study;
    study.areas = areasOf({{u("a"), {square(0, 0, 1000), {}}}, {u("b"), {square(1000, 0, 1000), {}}}});
    study.denominatorField = u("people");
    CHECK(run(pointsAt(together({times(9, {500, 500}), times(10, {1500, 500})})), study)->warnings.join(u' ').contains(u("fewer than 10")));
    CHECK_FALSE(run(pointsAt(together({times(10, {500, 500}), times(10, {1500, 500})})), study)->warnings.join(u' ').contains(u("fewer than 10")));
}

TEST_CASE("hidden small counts are nowhere in the result and follow from nothing that is")
{
    AreaCountStudy study;
    study.areas = areasOf({{u("one"), {square(0, 0, 1000), {}}},
                           {u("six"), {square(1000, 0, 1000), {}}},
                           {u("many"), {square(2000, 0, 1000), {}}},
                           {u("none"), {square(3000, 0, 1000), {}}}});
    study.denominatorField = u("people");
    study.hideBelow = publicThreshold;
    const auto result = run(pointsAt(together({times(1, {500, 500}), times(6, {1500, 500}), times(40, {2500, 500})})), study);
    // The six go with the one, which would be 47 − 40 − 6.
    CHECK(result->json[u("hidden")].toInt() == 2);
    for (const char* name : {"one", "six"}) {
        const QJsonObject area = areaNamed(*result, u(name));
        CHECK(area[u("hidden")].toBool());
        for (const char* key : {"count", "share", "per_km2", "per_1000", "per_1000_interval"})
            CHECK(area[u(key)].isUndefined());
    }
    CHECK(areaNamed(*result, u("many"))[u("count")].toDouble() == 40.0);
    CHECK(areaNamed(*result, u("none"))[u("count")].toDouble() == 0.0);
    for (const QVariantList& row : result->tables.front().rows)
        if (row.at(1) == u("one") || row.at(1) == u("six"))
            for (const int column : {2, 3, 5, 7, 8, 9})
                CHECK_FALSE(row.at(column).isValid());
    CHECK(result->layer->classes.back().label.contains(u("Hidden")));
    const test::Folder folder;
    REQUIRE(writeResult(folder.path("a.geojson"), *result).has_value());
    QFile file(folder.path("a.geojson"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    for (const QJsonValue& value : QJsonDocument::fromJson(file.readAll()).object()[u("features")].toArray()) {
        const QJsonObject properties = value.toObject()[u("properties")].toObject();
        if (properties[u("area")] == u("one"))
            CHECK(properties[u("count")].isNull());
    }
}

TEST_CASE("counts are shown by circles of equal proportion, never by the colour of unequal areas")
{
    AreaCountStudy study;
    study.areas = areasOf({{u("a"), {square(0, 0, 1000), {}}}, {u("b"), {square(1000, 0, 2000), {}}}});
    study.measure = Measure::Count;
    const auto result = run(pointsAt(together({times(9, {500, 500}), times(36, {1500, 500})})), study);
    const auto& shapes = result->layer->shapes;
    REQUIRE(shapes.size() == 4);
    REQUIRE(shapes[2].isSign);
    CHECK(shapes[0].classIndex == shapes[1].classIndex);
    const auto width = [](const map::StudyShape& shape) {
        double least = 1e300;
        double most = -1e300;
        for (const QPointF& p : shape.parts.front()) {
            least = std::min(least, p.x());
            most = std::max(most, p.x());
        }
        return most - least;
    };
    CHECK_THAT(width(shapes[2]) / width(shapes[3]), WithinAbs(2.0, 1e-9)); // b first: four times as many
    CHECK(result->layer->note.contains(u("circle")));
}

TEST_CASE("an incident known only to an area is left out and counted")
{
    Incident vague = test::incident("N1", test::utc(2025, 1, 1), 0.0, 0.0);
    vague.precision = Precision::Area;
    const Incident exact = test::incident("N1", test::utc(2025, 1, 2), 0.0, 0.0);
    AreaCountStudy study;
    study.areas = areasOf({{u("a"), {square(exact.position.easting - 500, exact.position.northing - 500, 1000), {}}}});
    const auto result = run(inputOf(test::snapshotOf({vague, exact}), {}), study);
    CHECK(areaNamed(*result, u("a"))[u("count")].toDouble() == 1.0);
    CHECK(result->json[u("left_out_imprecise")].toInt() == 1);
    CHECK(result->remarks.join(u' ').contains(u("without an exact place")));
}

TEST_CASE("without areas, incidents or a common coordinate system nothing is counted, and why is said")
{
    AreaCountStudy study;
    CHECK(runAreaCount(pointsAt({{1, 1}}), study).error().code == ErrorCode::StudyNotPossible);
    study.areas = areasOf({{u("a"), {square(0, 0, 10), {}}}});
    CHECK(runAreaCount(pointsAt({}), study).error().code == ErrorCode::NoIncidents);
    StudyInput other = pointsAt({{1, 1}});
    other.crs = u("EPSG:3007");
    CHECK(runAreaCount(other, study).error().code == ErrorCode::StudyNotPossible);
    std::stop_source stop;
    stop.request_stop();
    CHECK(runAreaCount(pointsAt({{1, 1}}), study, stop.get_token()).error().code == ErrorCode::Cancelled);
    study.classCount = 50;
    CHECK(runAreaCount(pointsAt({{1, 1}}), study).error().code == ErrorCode::ValueOutOfRange);
    study.classCount = 5;
    study.denominatorField = u("homes");
    CHECK(runAreaCount(pointsAt({{1, 1}}), study).error().code == ErrorCode::ColumnNotFound);
}

TEST_CASE("real areas hold what the plain rule says, polygon by polygon")
{
    const QString folder = qEnvironmentVariable("HK_SHARED_DATA", u(HK_SOURCE_DIR "/../shared/data"));
    for (const char* name : {"deso_molndal.geojson", "regso_molndal.geojson", "kommun_molndal.geojson"}) {
        const QString path = folder + u("/") + u(name);
        if (!QFileInfo::exists(path)) {
            WARN("SKIPPED: " << name << " is not at hand");
            continue;
        }
        const auto areas = exchange::readNamedAreas(path);
        REQUIRE(areas.has_value());
        std::mt19937 random(5);
        std::uniform_real_distribution<double> east(308'000.0, 333'000.0);
        std::uniform_real_distribution<double> north(6'380'000.0, 6'402'000.0);
        std::vector<Point> points;
        for (int i = 0; i < 20'000; ++i)
            points.push_back({east(random), north(random)});
        AreaCountStudy study;
        study.areas = std::make_shared<const exchange::NamedAreas>(*areas);
        const auto result = run(pointsAt(points), study);
        double inside = 0.0;
        for (const exchange::NamedArea& area : areas->areas) {
            double count = 0.0;
            for (const Point& p : points)
                count += std::any_of(area.polygons.begin(), area.polygons.end(),
                                     [&](const Polygon& polygon) { return analysis::contains(polygon, p); })
                             ? 1.0
                             : 0.0;
            inside += count;
            CHECK(areaNamed(*result, area.name)[u("count")].toDouble() == count);
        }
        CHECK(result->json[u("outside")].toDouble() + inside - result->json[u("in_several")].toDouble() == 20'000.0);
    }
}
