#include "core/map_tables.h"
#include "exchange/osm_map_builder.h"
#include "exchange_support.h"
#include "geo/transform.h"
#include "osm_text.h"
#include "support/small_disk.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

using namespace hk;
using namespace hk::test;
using exchange::MapTheme;
using exchange::OsmMapCounts;
using exchange::OsmMapRequest;

namespace {

const QDateTime builtAt(QDate(2026, 11, 1), QTime(12, 0), Qt::UTC);

/// Builds maps in a folder that goes with the test.
class Builder {
public:
    Result<OsmMapCounts> operator()(const OsmText& text) { return build(text.xml()); }
    Result<OsmMapCounts> build(const QByteArray& xml)
    {
        OsmMapRequest request = m_request;
        request.osm = m_files.write(u("utdrag.osm"), xml);
        request.target = target();
        request.now = builtAt;
        return exchange::buildOsmMap(request);
    }
    OsmMapRequest& request() { return m_request; }
    Files& files() { return m_files; }
    QString target() const { return m_files.path(u("karta.gpkg")); }
    /// What lies in the folder beside the extract.
    QStringList folder() const
    {
        return QDir(QFileInfo(target()).path())
            .entryList({}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot)
            .filter(QRegularExpression(u("^(?!utdrag)")));
    }

    /// The rows of a table in drawing order: "class name ref level" and the shape's kind, empty ones left out.
    QStringList rows(const char* table) const
    {
        const GDALDatasetUniquePtr file(GDALDataset::Open(target().toUtf8().constData(), GDAL_OF_VECTOR));
        REQUIRE(file);
        OGRLayer* layer = file->GetLayerByName(table);
        REQUIRE(layer);
        QStringList rows;
        for (const OGRFeatureUniquePtr& feature : *layer) {
            QStringList words;
            for (int i = 0; i < feature->GetFieldCount(); ++i)
                if (feature->IsFieldSetAndNotNull(i))
                    words.append(QString::fromUtf8(feature->GetFieldAsString(i)));
            rows.append(words.join(u(" ")));
        }
        return rows;
    }
    QString text(const char* sql) const
    {
        const GDALDatasetUniquePtr file(GDALDataset::Open(target().toUtf8().constData(), GDAL_OF_VECTOR));
        REQUIRE(file);
        OGRLayer* result = file->ExecuteSQL(sql, nullptr, nullptr);
        if (!result)
            return {};
        const OGRFeatureUniquePtr feature(result->GetNextFeature());
        const QString value = feature ? QString::fromUtf8(feature->GetFieldAsString(0)) : QString();
        file->ReleaseResultSet(result);
        return value;
    }
    std::unique_ptr<OGRGeometry> shape(const char* table, int index = 0) const
    {
        const GDALDatasetUniquePtr file(GDALDataset::Open(target().toUtf8().constData(), GDAL_OF_VECTOR));
        REQUIRE(file);
        OGRLayer* layer = file->GetLayerByName(table);
        REQUIRE(layer);
        OGRFeatureUniquePtr feature;
        for (int i = 0; i <= index; ++i)
            feature.reset(layer->GetNextFeature());
        REQUIRE(feature);
        return std::unique_ptr<OGRGeometry>(feature->StealGeometry());
    }

private:
    Files m_files;
    OsmMapRequest m_request;
};

} // namespace

TEST_CASE("Roads come with class, name, number and level, the lowest class first")
{
    OsmText osm;
    osm.line({{0, 0}, {100, 0}}, {{"highway", "motorway"}, {"ref", "E 6;E 20"}, {"bridge", "yes"}, {"layer", "2"}});
    osm.line({{0, 10}, {100, 10}}, {{"highway", "steps"}});
    osm.line({{0, 20}, {100, 20}}, {{"highway", "residential"}, {"name", "Brogatan"}});
    osm.line({{0, 30}, {100, 30}}, {{"highway", "trunk"}});
    osm.line({{0, 40}, {100, 40}}, {{"highway", "path"}, {"bicycle", "designated"}, {"tunnel", "yes"}});
    osm.line({{0, 50}, {100, 50}}, {{"highway", "footway"}, {"footway", "sidewalk"}, {"layer", "3"}});
    osm.line({{0, 60}, {100, 60}}, {{"highway", "secondary"}, {"bridge", "no"}, {"name", "  "}});
    osm.line({{0, 70}, {100, 70}}, {{"highway", "service"}, {"bridge", "yes"}, {"layer", "300"}});
    osm.line({{0, 80}, {100, 80}}, {{"highway", "proposed"}});
    Builder build;
    const auto counts = build(osm);
    REQUIRE(counts);
    CHECK(build.rows("road") == QStringList{u("sidewalk"), u("cycleway -1"), u("steps"), u("service 5"), u("residential Brogatan"),
                                            u("secondary"), u("primary"), u("motorway E6/E20 2")});
    CHECK(counts->of(MapTheme::Road).written == 8);
    CHECK(counts->noClass == 1);
    CHECK(counts->lines == 9);
    CHECK(build.folder() == QStringList{u("karta.gpkg")});
}

TEST_CASE("A lake of a relation keeps its island, and is called a pond where it is small")
{
    OsmText osm;
    const int shore = osm.square(0, 0, 400);
    const int island = osm.square(100, 100, 100);
    osm.relation({{shore, "outer"}, {island, "inner"}}, {{"type", "multipolygon"}, {"natural", "water"}, {"name", "Stensjön"}});
    osm.square(600, 0, 20, {{"natural", "water"}});
    osm.line({{0, -50}, {400, -50}}, {{"waterway", "stream"}, {"tunnel", "culvert"}});
    Builder build;
    REQUIRE(build(osm));
    CHECK(build.rows("water") == QStringList{u("lake Stensjön"), u("pond"), u("stream -1")});
    const auto lake = build.shape("water");
    REQUIRE(wkbFlatten(lake->getGeometryType()) == wkbPolygon);
    CHECK(lake->toPolygon()->getNumInteriorRings() == 1);
}

TEST_CASE("A map is laid out as it is to be read: Web Mercator, all tables, indexes and facts")
{
    OsmText osm;
    osm.node(10, 10, {{"place", "town"}, {"name", "Mölndal"}});
    Builder build;
    REQUIRE(build(osm));
    for (const char* theme : map_tables::themes) {
        CAPTURE(theme);
        CHECK(build.text((std::string("SELECT count(*) FROM rtree_") + theme + "_geom").c_str()) == build.text(
                  (std::string("SELECT count(*) FROM ") + theme).c_str()));
        CHECK(build.text((std::string("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = '") + theme + "'").c_str())
              == u("3857"));
        CHECK(build.text((std::string("SELECT value FROM hk_map WHERE key = 'count.") + theme + "'").c_str())
              == (std::string(theme) == "place" ? u("1") : u("0")));
    }
    CHECK(build.text("SELECT value FROM hk_map WHERE key = 'format'") == u("1"));
    CHECK(build.text("SELECT value FROM hk_map WHERE key = 'attribution'") == u("© OpenStreetMaps bidragsgivare"));
    CHECK(build.text("SELECT value FROM hk_map WHERE key = 'source'") == u("utdrag.osm"));
    CHECK(build.text("SELECT value FROM hk_map WHERE key = 'built'") == u("2026-11-01T12:00:00Z"));
    const auto point = build.shape("place");
    // The corner of the test's plane, ten metres up and to the right, by the formula of EPSG:3857.
    CHECK_THAT(point->toPoint()->getX(), WithinAbs(6378137.0 * (12.0155 + 10 / 59600.0) * M_PI / 180, 0.01));
}

TEST_CASE("What covers the land is drawn the largest first, and a house covers its own ground")
{
    OsmText osm;
    osm.square(0, 0, 20, {{"leisure", "playground"}});
    osm.square(0, 0, 500, {{"landuse", "residential"}});
    osm.square(0, 0, 100, {{"leisure", "park"}, {"name", "Stadshusparken"}, {"barrier", "hedge"}});
    osm.square(200, 0, 30, {{"amenity", "school"}, {"building", "yes"}, {"name", "Kvarnbyskolan"}});
    osm.square(300, 0, 30, {{"highway", "pedestrian"}, {"area", "yes"}, {"name", "Mölndals torg"}});
    osm.square(400, 0, 40, {{"highway", "pedestrian"}});
    osm.square(500, 0, 10, {{"building", "no"}});
    for (const char* kind : {"heath", "wetland", "sand", "bare_rock"})
        osm.square(600, 0, 50, {{"natural", kind}});
    Builder build;
    const auto counts = build(osm);
    REQUIRE(counts);
    CHECK(build.rows("landcover") == QStringList{u("residential"), u("park Stadshusparken"), u("heath"), u("wetland"), u("sand"),
                                                 u("rock"), u("square Mölndals torg"), u("playground")});
    CHECK(build.rows("building") == QStringList{u("school Kvarnbyskolan")});
    CHECK(build.rows("road") == QStringList{u("pedestrian")}); // closed, but a way round and no area
    CHECK(build.rows("barrier") == QStringList{u("hedge")});
    CHECK(wkbFlatten(build.shape("barrier")->getGeometryType()) == wkbLineString);
    QStringList places = build.rows("place");
    places.sort();
    CHECK(places == QStringList{u("school Kvarnbyskolan 4"), u("square Mölndals torg 4")});
}

TEST_CASE("A closed way is an area wherever the table of classes asks for one")
{
    OsmText osm;
    std::array<qint64, exchange::mapThemeCount> wanted{};
    double east = 0.0;
    for (const exchange::ClassRule& rule : exchange::classRules()) {
        if ((rule.kinds & exchange::osm_kind::area) == 0 || rule.theme != MapTheme::Landcover || rule.values == "*"
            || rule.also != exchange::OsmKey::None)
            continue;
        const std::string key = exchange::osmKeyNames[static_cast<std::size_t>(rule.key)];
        const bool says = key == "highway" || (key == "railway" && rule.values != "platform");
        for (const QString& value : QString::fromUtf8(rule.values.data(), static_cast<int>(rule.values.size())).split(u' ')) {
            const QByteArray text = value.toUtf8();
            if (says)
                osm.square(east += 20, 0, 10, {{key.c_str(), text.constData()}, {"area", "yes"}});
            else
                osm.square(east += 20, 0, 10, {{key.c_str(), text.constData()}});
            ++wanted[static_cast<std::size_t>(rule.theme)];
        }
    }
    Builder build;
    const auto counts = build(osm);
    REQUIRE(counts);
    CHECK(counts->lines == 0);
    CHECK(counts->noClass == 0);
    CHECK(counts->of(MapTheme::Landcover).written == wanted[static_cast<std::size_t>(MapTheme::Landcover)]);
}

TEST_CASE("Every kind of barrier, rail and border has its class")
{
    OsmText osm;
    for (const char* kind : {"wall", "fence", "hedge", "retaining_wall", "city_wall", "guard_rail", "kerb"})
        osm.line({{0, 0}, {50, 0}}, {{"barrier", kind}});
    for (const char* kind : {"rail", "tram", "light_rail", "subway", "abandoned"})
        osm.line({{0, 0}, {50, 0}}, {{"railway", kind}});
    osm.line({{0, 0}, {50, 0}}, {{"railway", "rail"}, {"service", "yard"}});
    osm.line({{0, 0}, {50, 0}}, {{"boundary", "administrative"}, {"admin_level", "4"}});
    osm.line({{0, 0}, {50, 0}}, {{"boundary", "administrative"}, {"admin_level", "7"}});
    const int border = osm.square(0, 0, 900);
    osm.relation({{border, "outer"}},
                 {{"type", "boundary"}, {"boundary", "administrative"}, {"admin_level", "7"}, {"name", "Mölndals kommun"}});
    Builder build;
    const auto counts = build(osm);
    REQUIRE(counts);
    CHECK(build.rows("barrier").size() == 6);
    CHECK(build.rows("rail") == QStringList{u("siding"), u("subway"), u("tram"), u("light_rail"), u("rail")});
    // The county has no complete area here, so its line is drawn; the municipality has one.
    CHECK(build.rows("boundary") == QStringList{u("municipality Mölndals kommun"), u("county")});
    CHECK(counts->of(MapTheme::Boundary).merged == 1);
    CHECK(counts->noClass == 2);
}

TEST_CASE("An address is said once, from a house or its door, and lies in the house")
{
    OsmText osm;
    osm.square(0, 0, 20, {{"building", "house"}, {"addr:street", "Brogatan"}, {"addr:housenumber", "12"}});
    osm.node(10, 0, {{"entrance", "main"}, {"addr:street", "Brogatan"}, {"addr:housenumber", "12"}});
    osm.node(100, 0, {{"addr:street", " Brogatan "}, {"addr:housenumber", "14 B"}});
    osm.node(200, 0, {{"addr:place", "Kvarnbyn"}, {"addr:housenumber", "3"}});
    osm.node(300, 0, {{"addr:housenumber", "5"}});
    Builder build;
    const auto counts = build(osm);
    REQUIRE(counts);
    QStringList rows = build.rows("address");
    rows.sort();
    CHECK(rows == QStringList{u("address Brogatan 12 Brogatan 12"), u("address Brogatan 14 B Brogatan 14 B"),
                              u("address Kvarnbyn 3 Kvarnbyn 3")});
    CHECK(counts->of(MapTheme::Address).merged == 1);
    CHECK(counts->of(MapTheme::Address).unnamed == 1);
    CHECK(build.rows("building") == QStringList{u("house")});
}

TEST_CASE("A stop is one place in the middle of its platforms, whatever it is told as")
{
    OsmText osm;
    osm.node(0, 0, {{"highway", "bus_stop"}, {"name", "Mölndals bro"}});
    osm.node(40, 0, {{"public_transport", "stop_position"}, {"name", "mölndals bro"}});
    osm.square(70, -10, 20, {{"public_transport", "platform"}, {"name", "Mölndals bro"}});
    osm.node(50, 0, {{"railway", "tram_stop"}, {"name", "Mölndals bro"}});
    osm.node(30, 0, {{"railway", "station"}, {"name", "Mölndal"}});
    osm.node(2000, 0, {{"highway", "bus_stop"}, {"name", "Mölndals bro"}});
    osm.node(60, 0, {{"highway", "bus_stop"}});
    Builder build;
    const auto counts = build(osm);
    REQUIRE(counts);
    CHECK(build.rows("place") == QStringList{u("station Mölndal 1"), u("stop Mölndals bro 3"), u("stop Mölndals bro 4")});
    CHECK(counts->of(MapTheme::Place).merged == 3);
    CHECK(counts->of(MapTheme::Place).unnamed == 1);
    const auto stop = build.shape("place", 1);
    CHECK_THAT(stop->toPoint()->getX(), WithinAbs(6378137.0 * (12.0155 + 42.5 / 59600.0) * M_PI / 180, 0.5));
}

TEST_CASE("What cannot be drawn is counted by theme and reason")
{
    OsmText osm;
    osm.line({{0, 0}, {50, 0}, {50, 50}}, {{"building", "yes"}});               // an area that does not close
    const int twice = osm.node(0, 0);
    osm.way({twice, osm.node(0, 0)}, {{"highway", "path"}});                    // no length
    osm.way({osm.nodeAt(12.0, 89.9), osm.nodeAt(12.1, 89.9)}, {{"highway", "track"}}); // beyond the map's edge
    osm.line({{0, 0}, {10, 0}}, {{"highway", "track"}});
    const int half = osm.line({{0, 0}, {400, 0}, {400, 400}});
    osm.relation({{half, "outer"}}, {{"type", "multipolygon"}, {"natural", "wood"}});
    const int shore = osm.square(0, 0, 40);
    osm.relation({{shore, "outer"}}, {{"natural", "water"}, {"name", "Utan typ"}}); // no type: no area
    Builder build;
    const auto counts = build(osm);
    REQUIRE(counts);
    CHECK(counts->of(MapTheme::Building).notClosed == 1);
    CHECK(counts->of(MapTheme::Road).broken == 2);
    CHECK(counts->of(MapTheme::Road).written == 1);
    CHECK(counts->of(MapTheme::Landcover).written == 0);
    CHECK(counts->relations == 1);
    CHECK(build.rows("water").isEmpty());
}

TEST_CASE("Only what reaches into the extent is taken, and it is not cut")
{
    OsmText osm;
    osm.line({{-500, 50}, {50, 50}}, {{"highway", "residential"}, {"name", "Inne"}});
    osm.line({{3000, 50}, {3100, 50}}, {{"highway", "residential"}, {"name", "Ute"}});
    Builder build;
    const Sweref99 corner = geo::Sweref99Transform().toSweref(LonLat{OsmText::originLon, OsmText::originLat});
    build.request().extent = exchange::MapExtent{corner.easting, corner.northing, corner.easting + 100, corner.northing + 100};
    const auto counts = build(osm);
    REQUIRE(counts);
    CHECK(build.rows("road") == QStringList{u("residential Inne")});
    CHECK(counts->of(MapTheme::Road).outside == 1);
    CHECK(build.shape("road")->toLineString()->get_Length() > 1000); // of Web Mercator
}

TEST_CASE("Small scales have a copy with fewer classes and corners")
{
    OsmText osm;
    osm.line({{0, 0}, {100, 1}, {200, -1}, {300, 0}}, {{"highway", "primary"}});
    osm.line({{0, 0}, {300, 0}}, {{"highway", "path"}});
    osm.square(0, 0, 20, {{"natural", "water"}});
    osm.square(0, 0, 1000, {{"natural", "water"}, {"water", "lake"}});
    Builder build;
    REQUIRE(build(osm));
    CHECK(build.rows("road").size() == 2);
    CHECK(build.rows("road_12") == QStringList{u("primary")});
    CHECK(build.shape("road_12")->toLineString()->getNumPoints() == 2);
    CHECK(build.rows("water_12") == QStringList{u("lake")});
    CHECK(build.text("SELECT table_name FROM hk_map_levels WHERE theme = 'road' AND below_zoom > 11") == u("road_12"));
}

TEST_CASE("A map that is there is replaced only when asked, and only by a whole one")
{
    OsmText osm;
    osm.line({{0, 0}, {100, 0}}, {{"highway", "residential"}});
    Builder build;
    build.files().write(u("karta.gpkg"), "min gamla karta");
    const auto refused = build(osm);
    REQUIRE(!refused);
    CHECK(refused.error().code == ErrorCode::FileExists);
    build.request().overwrite = true;
    const auto damaged = build.build(osm.xml().left(osm.xml().size() - 40));
    REQUIRE(!damaged);
    CHECK(damaged.error().code == ErrorCode::FileDamaged);
    CHECK(Files::read(build.target()) == "min gamla karta");
    CHECK(build.folder() == QStringList{u("karta.gpkg")});
    REQUIRE(build(osm));
    CHECK(build.rows("road") == QStringList{u("residential")});
    CHECK(build.folder() == QStringList{u("karta.gpkg")});
}

TEST_CASE("Input that is no map is refused, and leaves nothing behind")
{
    OsmText tree;
    tree.node(0, 0, {{"natural", "tree"}});
    const std::pair<QByteArray, ErrorCode> inputs[] = {
        {"", ErrorCode::FileDamaged},
        {"<osm version=\"0.6\"></osm>", ErrorCode::ValueMissing},
        {tree.xml(), ErrorCode::ValueMissing},
        {"<html><body>Gateway Timeout</body></html>", ErrorCode::FileDamaged},
        {QByteArray("\x00\x00\x00\x0d\x0a\x09OSMHeader\x18\xff\xff\xff\x7f", 20), ErrorCode::FileDamaged},
        {"<osm version=\"0.6\"><node id=\"1\" lat=\"57\" lon=\"12\"><tag k=\"place\" v=\"town\"/>", ErrorCode::FileDamaged}};
    for (const auto& [text, code] : inputs) {
        CAPTURE(text.toStdString());
        Builder build;
        const auto counts = build.build(text);
        REQUIRE(!counts);
        CHECK(codeName(counts.error().code) == codeName(code));
        CHECK(build.folder().isEmpty());
    }
    Builder build;
    OsmMapRequest missing;
    missing.osm = build.files().path(u("finns inte.osm.pbf"));
    missing.target = build.target();
    CHECK(exchange::buildOsmMap(missing).error().code == ErrorCode::FileNotFound);
    missing.osm = build.files().write(u("bild.png"), "\x89PNG");
    CHECK(exchange::buildOsmMap(missing).error().code == ErrorCode::FormatNotSupported);
    missing.target = build.files().path(u("ingen mapp/karta.gpkg"));
    CHECK(exchange::buildOsmMap(missing).error().code == ErrorCode::FileNotWritable);
}

TEST_CASE("Nodes in any order are understood")
{
    QByteArray xml = "<osm version=\"0.6\"><node id=\"-7\" lat=\"57.65\" lon=\"12.01\"/><node id=\"9\" lat=\"57.65\" lon=\"12.02\"/>"
                     "<node id=\"3\" lat=\"57.66\" lon=\"12.02\"/><way id=\"1\"><nd ref=\"9\"/><nd ref=\"3\"/>"
                     "<tag k=\"highway\" v=\"residential\"/></way></osm>";
    Builder build;
    REQUIRE(build.build(xml));
    CHECK(build.rows("road") == QStringList{u("residential")});
}

TEST_CASE("A stop ends the building at any time, without a trace")
{
    OsmText osm;
    for (int i = 0; i < 3000; ++i)
        osm.line({{i * 1.0, 0}, {i * 1.0, 100}}, {{"highway", "residential"}});
    Builder build;
    OsmMapRequest request;
    request.osm = build.files().write(u("utdrag.osm"), osm.xml());
    request.target = build.target();
    request.now = builtAt;
    for (const double when : {0.0, 0.3, 0.7}) {
        std::stop_source stop;
        double last = 0.0;
        bool falls = false;
        const auto counts = exchange::buildOsmMap(
            request,
            [&](double done) {
                falls = falls || done < last;
                last = done;
                if (done >= when)
                    stop.request_stop();
            },
            stop.get_token());
        REQUIRE(!counts);
        CHECK(counts.error().code == ErrorCode::Cancelled);
        CHECK_FALSE(falls);
        CHECK(build.folder().isEmpty());
    }
}

#ifdef Q_OS_UNIX
TEST_CASE("On a full disk the building fails, and the old map is as it was")
{
    OsmText osm;
    for (int i = 0; i < 3000; ++i)
        osm.line({{i * 1.0, 0}, {i * 1.0, 100}}, {{"highway", "residential"}, {"name", "En gata med ett långt namn"}});
    Builder build;
    build.files().write(u("karta.gpkg"), "min gamla karta");
    OsmMapRequest request;
    request.osm = build.files().write(u("utdrag.osm"), osm.xml());
    request.target = build.target();
    request.overwrite = true;
    request.now = builtAt;
    for (const int kilobytes : {20, 150, 450}) {
        CAPTURE(kilobytes);
        Result<OsmMapCounts> counts;
        {
            const SmallDisk disk(static_cast<rlim_t>(kilobytes) * 1024);
            counts = exchange::buildOsmMap(request);
        }
        REQUIRE(!counts);
        CHECK((counts.error().code == ErrorCode::DiskFull || counts.error().code == ErrorCode::StorageFailed
               || counts.error().code == ErrorCode::FileNotWritable));
        CHECK(Files::read(build.target()) == "min gamla karta");
        CHECK(build.folder() == QStringList{u("karta.gpkg")});
    }
}
#endif

TEST_CASE("What is added to the map can still refuse it")
{
    OsmText osm;
    osm.line({{0, 0}, {100, 0}}, {{"highway", "residential"}});
    Builder build;
    OsmMapRequest request;
    request.osm = build.files().write(u("utdrag.osm"), osm.xml());
    request.target = build.target();
    const auto counts = exchange::buildOsmMap(request, {}, {}, [](const QString& path) -> Result<void> {
        CHECK(QFileInfo::exists(path));
        return fail(ErrorCode::StorageFailed, {path});
    });
    REQUIRE(!counts);
    CHECK(counts.error().place.file == build.target());
    CHECK(build.folder().isEmpty());
}

TEST_CASE("The extract of Mölndals innerstad becomes a map with its streets and houses")
{
    const QString folder = qEnvironmentVariable("HK_SHARED_DATA", u(HK_SOURCE_DIR "/../shared/data"));
    const QString extract = folder + u("/molndal.osm.pbf");
    if (!QFileInfo::exists(extract)) {
        WARN("SKIPPED: molndal.osm.pbf is not at hand");
        return;
    }
    Builder build;
    OsmMapRequest request;
    request.osm = extract;
    request.target = build.target();
    request.now = builtAt;
    const auto counts = exchange::buildOsmMap(request);
    REQUIRE(counts);
    CHECK(counts->of(MapTheme::Building).written == 1662); // as the extract's description says
    CHECK(counts->of(MapTheme::Road).written == 1271);
    CHECK(counts->of(MapTheme::Road).broken == 0);
    CHECK(build.text("SELECT count(DISTINCT name) FROM road WHERE name IS NOT NULL").toInt() >= 142);
    CHECK(build.text("SELECT count(*) FROM road WHERE name = 'Göteborgsvägen'").toInt() > 0);
}
