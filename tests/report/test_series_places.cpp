// Series over stops and schools, counted once more by the sqlite3 shell around the points of the map's own source file.
#include "product_fixture.h"

#include "report/map_part.h"
#include "report/series_pages.h"
#include "stored_file.h"
#include "support/catch.h"
#include "text/sentences.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <ogr_spatialref.h>

using namespace hk;
using namespace hk::report;

namespace {

/// A point of data/basemap/places.geojson.
struct MapPoint {
    QString name;
    double easting;
    double northing;
};

std::vector<MapPoint> pointsOf(const QStringList& classes)
{
    QFile file(QStringLiteral(HK_SOURCE_DIR "/data/basemap/places.geojson"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    OGRSpatialReference geographic;
    OGRSpatialReference sweref;
    geographic.importFromEPSG(4326);
    sweref.importFromEPSG(3006);
    geographic.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    sweref.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> transform(OGRCreateCoordinateTransformation(&geographic, &sweref));
    REQUIRE(transform);
    std::vector<MapPoint> points;
    for (const QJsonValue& feature : QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("features")].toArray()) {
        const QJsonObject facts = feature[QLatin1String("properties")].toObject();
        if (!classes.contains(facts[QLatin1String("class")].toString()))
            continue;
        const QJsonArray at = feature[QLatin1String("geometry")][QLatin1String("coordinates")].toArray();
        double x = at[0].toDouble();
        double y = at[1].toDouble();
        REQUIRE(transform->Transform(1, &x, &y));
        points.push_back({facts[QLatin1String("name")].toString(), x, y});
    }
    return points;
}

/// "s", the points as a table for SQL, and whether incident i lies within `metres` of one.
struct NearSql {
    QString table;
    QString isNear;
};

NearSql sqlOf(const std::vector<MapPoint>& points, double metres)
{
    QStringList rows;
    for (const MapPoint& point : points)
        rows.append(QStringLiteral("('%1',%2,%3)").arg(point.name).arg(point.easting, 0, 'f', 4).arg(point.northing, 0, 'f', 4));
    const QString east = test::StoredFile::eastingSql();
    const QString north = test::StoredFile::northingSql();
    return {QStringLiteral("WITH s(name,x,y) AS (VALUES %1), p AS MATERIALIZED (SELECT i.fid AS fid, i.category AS category, %2 AS e, %3 AS n"
                           " FROM incidents i) ")
                .arg(rows.join(u','), east, north),
            QStringLiteral("(p.e-s.x)*(p.e-s.x)+(p.n-s.y)*(p.n-s.y) <= %1").arg(metres * metres, 0, 'f', 2)};
}

ProductOptions seriesOf(SeriesOf of, double radius = 0.0)
{
    ProductOptions options = test::optionsOf(Product::Series, Paper::A4, Orientation::Landscape);
    options.series = of;
    options.places.radius = radius;
    return options;
}

void checkCounts(const test::ProductFile& file, SeriesOf of, const QStringList& classes, double radius, bool given)
{
    const auto series = seriesPages(file.input(), seriesOf(of, given ? radius : 0.0), {180, 150});
    REQUIRE(series);
    const NearSql sql = sqlOf(pointsOf(classes), radius);
    const auto counted = file.sql(sql.table + QStringLiteral("SELECT s.name, count(*) FROM s, p WHERE %1 GROUP BY s.name").arg(sql.isNear));
    if (!counted)
        return;
    REQUIRE(series->pages.size() == static_cast<std::size_t>(counted->size()));
    REQUIRE(series->reach == radius);
    qint64 before = std::numeric_limits<qint64>::max();
    for (const SeriesPage& page : series->pages) {
        CAPTURE(page.name.toStdString());
        const auto row = std::find_if(counted->begin(), counted->end(), [&](const QStringList& one) { return one[0] == page.name; });
        REQUIRE(row != counted->end());
        CHECK(page.incidents == row->at(1).toLongLong());
        CHECK(page.incidents <= before);
        before = page.incidents;
        const auto kinds = file.sql(sql.table + QStringLiteral("SELECT p.category, count(*) FROM s, p WHERE s.name='%1' AND %2 GROUP BY p.category")
                                                    .arg(page.name, sql.isNear));
        REQUIRE(page.categories.size() == static_cast<std::size_t>(kinds->size()));
        for (const auto& [index, count] : page.categories) {
            const QString code = page.map.categories.all()[index].code;
            CHECK(kinds->contains(QStringList{code, QString::number(count)}));
        }
    }
    const QString pages = QStringLiteral("(SELECT count(*) FROM s WHERE %1)").arg(sql.isNear);
    CHECK(series->onPages == file.number(sql.table + QStringLiteral("SELECT count(*) FROM p WHERE %1 > 0").arg(pages)));
    CHECK(series->onSeveral == file.number(sql.table + QStringLiteral("SELECT count(*) FROM p WHERE %1 > 1").arg(pages)));
    CHECK(series->selected == file.number(QStringLiteral("SELECT count(*) FROM incidents")));
}

} // namespace

TEST_CASE("a series of stops or schools counts around each as SQL does", "[report][numbers]")
{
    const test::ProductFile file(test::sampleOfTwoYears());
    const QStringList stops{QStringLiteral("stop"), QStringLiteral("station")};
    checkCounts(file, SeriesOf::Stops, stops, 100.0, false);
    checkCounts(file, SeriesOf::Stops, stops, 350.0, true);
    checkCounts(file, SeriesOf::Schools, {QStringLiteral("school")}, 200.0, false);
}

TEST_CASE("an incident just as far away as the radius counts, one beyond does not", "[report]")
{
    const std::vector<MapPoint> schools = pointsOf({QStringLiteral("school")});
    std::vector<Incident> incidents;
    for (const double metres : {149.99, 150.0, 150.02}) {
        incidents.push_back(test::incidentAt("S1", QDate(2026, 3, 1), QTime(12, 0), 0, 0));
        incidents.back().position = {schools.front().easting + metres, schools.front().northing};
    }
    const test::ProductFile file(std::move(incidents));
    const auto series = seriesPages(file.input(), seriesOf(SeriesOf::Schools, 150.0), {180, 150});
    REQUIRE(series);
    REQUIRE(series->pages.size() == 1);
    CHECK(series->pages.front().name == schools.front().name);
    CHECK(series->pages.front().incidents >= 1);
    CHECK(series->pages.front().incidents <= 2); // the middle one lies at the radius but for the rounding of the two transforms
}

TEST_CASE("pages of places say how near, and the contents what is counted twice", "[report]")
{
    const test::ProductFile file(test::sampleOfTwoYears());
    const ProductOptions options = seriesOf(SeriesOf::Stops, 300.0);
    const auto series = seriesPages(file.input(), options, {180, 150});
    REQUIRE(series);
    REQUIRE(series->onSeveral > 0);
    const paper::Document document = test::made(file.input(), options);
    const auto pages = test::textOf(document);
    if (!pages)
        return;
    const std::size_t contents = document.sheets.size() - series->pages.size();
    CHECK(pages->front().simplified().contains(QStringLiteral("within 300 m of a stop's points")));
    CHECK(pages->front().simplified().contains(QStringLiteral("One incident may be counted on several pages: %1 are.").arg(text::number(series->onSeveral))));
    for (std::size_t i = 0; i < series->pages.size(); ++i) {
        const SeriesPage& page = series->pages[i];
        const QString words = pages->at(static_cast<qsizetype>(contents + i)).simplified();
        CHECK(words.contains(QStringLiteral("%1. %2").arg(i + 1).arg(page.name)));
        CHECK(words.contains(QStringLiteral("%1 within 300 m of %2").arg(text::incidents(page.incidents), page.name)));
        // The whole circle is on its map.
        const QRectF ground = paper::geoFrames(document.sheets[contents + i]).front().ground;
        CHECK(ground.width() >= 600.0);
        CHECK(ground.height() >= 600.0);
    }
}

TEST_CASE("places come by name, and those without incidents too, where asked for", "[report]")
{
    const test::ProductFile file(test::sampleOfTwoYears());
    ProductOptions options = seriesOf(SeriesOf::Stops, 20.0);
    options.places.empty = true;
    options.places.byName = true;
    const auto series = seriesPages(file.input(), options, {180, 150});
    REQUIRE(series);
    CHECK(series->pages.size() == pointsOf({QStringLiteral("stop"), QStringLiteral("station")}).size());
    CHECK(series->pages.front().number.isEmpty());
    CHECK(series->pages.front().name == QStringLiteral("AstraZeneca"));
    CHECK(std::any_of(series->pages.begin(), series->pages.end(), [](const SeriesPage& page) { return page.incidents == 0; }));
    test::checkFrames(test::made(file.input(), options));
}

TEST_CASE("a series of places keeps the rest of the filter, and its own distance goes before the filter's", "[report]")
{
    const test::ProductFile file(test::sampleOfTwoYears());
    IncidentFilter filter;
    filter.from = QDate(2026, 1, 1);
    filter.categories = {QStringLiteral("O1"), QStringLiteral("N1")};
    auto nowhere = std::make_shared<NearSet>();
    nowhere->lines = {{{100'000, 7'000'000}}};
    filter.near = {nowhere, 1.0};
    const auto series = seriesPages(file.input(filter), seriesOf(SeriesOf::Stops, 150.0), {180, 150});
    REQUIRE(series);
    REQUIRE(series->pages.size() > 1);
    const NearSql sql = sqlOf(pointsOf({QStringLiteral("stop"), QStringLiteral("station")}), 150.0);
    for (const SeriesPage& page : series->pages)
        CHECK(page.incidents == file.number(sql.table + QStringLiteral("SELECT count(*) FROM s, p WHERE s.name='%1' AND %2 AND p.fid IN (SELECT fid FROM incidents"
                                                                       " WHERE category IN ('O1','N1') AND date(occurred_from,'localtime') >= '2026-01-01')")
                                                .arg(page.name, sql.isNear)));
}

TEST_CASE("a series of places that finds none says so, and a radius beyond sense is refused", "[report]")
{
    const test::ProductFile none(std::vector<Incident>{});
    for (const SeriesOf of : {SeriesOf::Stops, SeriesOf::Schools}) {
        const paper::Document document = test::made(none.input(), seriesOf(of));
        test::checkFrames(document);
    }
    const test::ProductFile far(std::vector<Incident>{test::incidentAt("S1", QDate(2026, 3, 1), QTime(12, 0), 9000, 9000)});
    const auto pages = test::textOf(test::made(far.input(), seriesOf(SeriesOf::Schools)));
    if (pages)
        CHECK(pages->front().contains(QStringLiteral("No incident of the selection lies so near a school of the map.")));
    for (const double radius : {5.0, 2500.0}) {
        const auto refused = seriesPages(far.input(), seriesOf(SeriesOf::Stops, radius), {180, 150});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::ValueOutOfRange);
    }
}
