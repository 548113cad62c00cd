#include "exchange/layer_file.h"
#include "exchange_support.h"

#include <gdal_priv.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <QDir>
#include <QFileInfo>

#include <cmath>
#include <limits>

using namespace hk;
using namespace hk::exchange;
using namespace hk::test;

namespace {

/// Mölndals bro, in the systems a file may come in.
constexpr double lon = 12.0176;
constexpr double lat = 57.6556;
constexpr double mercatorX = 1337793.1;
constexpr double mercatorY = 7895315.2;

QByteArray geoJson(const QByteArray& features, const QByteArray& crs = "")
{
    return R"({"type":"FeatureCollection",)" + crs + R"("features":[)" + features + "]}";
}

QByteArray feature(const QByteArray& geometry, const QByteArray& properties = "{}")
{
    return R"({"type":"Feature","properties":)" + properties + R"(,"geometry":)" + geometry + "}";
}

const QByteArray aPoint = R"({"type":"Point","coordinates":[12.0176,57.6556]})";
const QByteArray aLine = R"({"type":"LineString","coordinates":[[12.01,57.65],[12.02,57.66]]})";
const QByteArray anArea = R"({"type":"Polygon","coordinates":[[[12.01,57.65],[12.02,57.65],[12.02,57.66],[12.01,57.65]]]})";

/// The features of a prepared layer, as another program reads them.
class Prepared {
public:
    explicit Prepared(const PreparedLayer& layer)
        : m_dataset(GDALDataset::Open(layer.path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY))
    {
        REQUIRE(m_dataset);
        m_layer = m_dataset->GetLayerByName(preparedTable);
        REQUIRE(m_layer);
    }
    OGRLayer& layer() { return *m_layer; }
    OGRFeatureUniquePtr first()
    {
        m_layer->ResetReading();
        return OGRFeatureUniquePtr(m_layer->GetNextFeature());
    }

private:
    GDALDatasetUniquePtr m_dataset;
    OGRLayer* m_layer = nullptr;
};

PreparedLayer prepared(const Files& files, const LayerRequest& request)
{
    const Result<PreparedLayer> made = prepareLayer(request, files.path(u("cache")));
    if (!made)
        FAIL(codeName(made.error().code).toStdString() << " " << made.error().detail.toStdString());
    return *made;
}

/// One point with one field in a format that GDAL writes, in SWEREF 99 TM where `crs` says so.
QString written(const Files& files, const char* driver, const QString& name, int epsg, double x, double y)
{
    GDALAllRegister();
    const QString path = files.path(name);
    GDALDriver* found = GetGDALDriverManager()->GetDriverByName(driver);
    REQUIRE(found);
    GDALDatasetUniquePtr dataset(found->Create(path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
    REQUIRE(dataset);
    OGRSpatialReference reference;
    reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    if (epsg > 0)
        reference.importFromEPSG(epsg);
    OGRLayer* layer = dataset->CreateLayer("places", epsg > 0 ? &reference : nullptr, wkbPoint, nullptr);
    REQUIRE(layer);
    OGRFieldDefn field("name", OFTString);
    layer->CreateField(&field);
    OGRFeature made(layer->GetLayerDefn());
    if (made.GetFieldCount() > 0 && layer->GetLayerDefn()->GetFieldIndex("name") >= 0)
        made.SetField("name", "Bron");
    OGRPoint point(x, y);
    made.SetGeometry(&point);
    REQUIRE(layer->CreateFeature(&made) == OGRERR_NONE);
    return path;
}

} // namespace

TEST_CASE("a layer of each format lands in the same place")
{
    const Files files;
    struct Case {
        const char* driver;
        const char* name;
        int epsg;
        double x, y;
    };
    constexpr double e = 322057.7; // SWEREF 99 TM of the same place, by PROJ's cs2cs to the metre
    constexpr double n = 6394282.1;
    const Case cases[] = {{"GPKG", "a.gpkg", 3006, e, n},          {"ESRI Shapefile", "a.shp", 3006, e, n},
                          {"GeoJSON", "a.geojson", 4326, lon, lat}, {"KML", "a.kml", 4326, lon, lat},
                          {"FlatGeobuf", "a.fgb", 3006, e, n},     {"MapInfo File", "a.tab", 3006, e, n},
                          {"GML", "a.gml", 3006, e, n}};
    for (const Case& each : cases) {
        INFO(each.driver);
        const QString path = written(files, each.driver, u(each.name), each.epsg, each.x, each.y);
        const Result<LayerFileInfo> info = inspectLayerFile(path);
        REQUIRE(info);
        REQUIRE(info->kind == LayerFileKind::Vector);
        REQUIRE(info->layers.size() == 1);
        CHECK(info->layers[0].geometry == LayerGeometry::Point);
        CHECK(info->layers[0].count == 1);
        CHECK_FALSE(info->layers[0].crs.isEmpty());
        const PreparedLayer layer = prepared(files, {path, {}, {}});
        CHECK(layer.features == 1);
        CHECK(std::abs(layer.minX - mercatorX) < 2);
        CHECK(std::abs(layer.minY - mercatorY) < 2);
    }
    CHECK_FALSE(QFileInfo::exists(files.path(u("a.gfs")))); // nothing is left beside people's files
}

TEST_CASE("a GPX file's way points and tracks are layers of their own, those without features last")
{
    const Files files;
    const QString path = files.write(u("t.gpx"), R"(<?xml version="1.0"?><gpx version="1.1" creator="t"
        xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Runda</name><trkseg><trkpt lat="57.65" lon="12.01"/>
        <trkpt lat="57.66" lon="12.02"/></trkseg></trk></gpx>)");
    const auto info = inspectLayerFile(path);
    REQUIRE(info);
    REQUIRE(info->layers.size() == 5);
    CHECK(info->layers[0].name == u("tracks"));
    CHECK(info->layers[0].geometry == LayerGeometry::Line);
    CHECK(prepared(files, {path, {}, {}}).geometry == LayerGeometry::Line);
}

TEST_CASE("a drawing without a CRS is not guessed at silently, and lands where it is told to")
{
    const Files files;
    const QString path = written(files, "DXF", u("plan.dxf"), 0, 151000, 6392600);
    const auto info = inspectLayerFile(path);
    REQUIRE(info);
    REQUIRE(info->layers.size() == 1);
    CHECK(info->layers[0].crs.isEmpty());
    const auto refused = prepareLayer({path, {}, {}}, files.path(u("cache")));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::CrsNotUnderstood);
    CHECK(refused.error().arguments.isEmpty());
    const auto guesses = guessCrs(info->layers[0].x, info->layers[0].y);
    REQUIRE_FALSE(guesses.empty());
    CHECK(guesses[0].crs == u("EPSG:3007"));
    CHECK(guesses[0].metresFromHub < 5000);
    CHECK(prepared(files, {path, {}, u("EPSG:3007")}).features == 1);
}

TEST_CASE("positions without a CRS are offered by where they would land, the nearest first")
{
    const auto best = [](double x, double y) { return guessCrs(x, y).empty() ? QString() : guessCrs(x, y).front().crs; };
    CHECK(best(lon, lat) == u("EPSG:4326"));
    CHECK(best(322057.7, 6394282.1) == u("EPSG:3006"));
    CHECK(best(151000, 6392600) == u("EPSG:3007"));
    CHECK(best(1274000, 6396000) == u("EPSG:3021"));
    CHECK(best(1337793, 7895315) == u("EPSG:3857"));
    CHECK(guessCrs(12, 4).empty());
    CHECK(guessCrs(5e7, 5e7).empty());
    CHECK(guessCrs(std::numeric_limits<double>::quiet_NaN(), 1).empty());
}

TEST_CASE("GeoJSON in metres that does not say so is asked about")
{
    const Files files;
    const QString path = files.write(
        u("m.geojson"), geoJson(feature(R"({"type":"Point","coordinates":[322057.7,6394282.1]})")));
    const auto info = inspectLayerFile(path);
    REQUIRE(info);
    CHECK(info->layers[0].crs.isEmpty());
    const PreparedLayer layer = prepared(files, {path, {}, u("EPSG:3006")});
    CHECK(std::abs(layer.minX - mercatorX) < 2);
}

TEST_CASE("positions that are nowhere do not say where a layer lies")
{
    const Files files;
    const QString path = files.write(u("n.geojson"), geoJson(feature(R"({"type":"Point","coordinates":[1e999,57.6]})") + ","
                                                             + feature(R"({"type":"Point","coordinates":[-1e999,1e999]})") + ","
                                                             + feature(aPoint)));
    const auto info = inspectLayerFile(path);
    REQUIRE(info);
    CHECK(info->layers[0].placed);
    CHECK(info->layers[0].x == lon);
    CHECK(info->layers[0].y == lat);
    const auto nowhere = inspectLayerFile(
        files.write(u("o.geojson"), geoJson(feature(R"({"type":"Point","coordinates":[1e999,57.6]})"))));
    REQUIRE(nowhere);
    CHECK_FALSE(nowhere->layers[0].placed);
}

TEST_CASE("a table's columns with coordinates make points; numbers are numbers and codes stay text")
{
    const Files files;
    const QString path = files.write(u("s.csv"), "namn;lat;lon;antal;kod;andel\nBron;57,6556;12,0176;12;0431;1,5\n"
                                                 "Utan;;;3;0432;2\n\"Å;ä\";57.66;12.02;7;0433;\n");
    const auto info = inspectLayerFile(path);
    REQUIRE(info);
    CHECK(info->isTable);
    REQUIRE(info->layers.size() == 1);
    CHECK(info->layers[0].count == 3);
    CHECK(info->layers[0].crs == u("EPSG:4326"));
    PreparedLayer layer = prepared(files, {path, {}, {}});
    CHECK(layer.features == 2);
    CHECK(layer.withoutPosition == 1);
    REQUIRE(layer.fields.size() == 6);
    CHECK(layer.fields[3] == LayerField{u("antal"), LayerField::Kind::Integer});
    CHECK(layer.fields[4] == LayerField{u("kod"), LayerField::Kind::Text});
    CHECK(layer.fields[5] == LayerField{u("andel"), LayerField::Kind::Number});
    Prepared file(layer);
    const auto row = file.first();
    CHECK(std::string(row->GetFieldAsString("kod")) == "0431");
    CHECK(row->GetFieldAsInteger("antal") == 12);
    CHECK(row->GetFieldAsDouble("andel") == 1.5);
}

TEST_CASE("a table without coordinates is refused as that")
{
    const Files files;
    const auto info = inspectLayerFile(files.write(u("s.csv"), "namn;antal\nA;1\n"));
    REQUIRE_FALSE(info);
    CHECK(info.error().code == ErrorCode::NoColumnsForPosition);
}

TEST_CASE("broken and missing geometries are counted, and the others drawn")
{
    const Files files;
    const QByteArray far = R"({"type":"Point","coordinates":[12,95]})";
    const QByteArray line = R"({"type":"LineString","coordinates":[[12.01,57.65]]})";
    const QByteArray empty = R"({"type":"Polygon","coordinates":[]})";
    const QString path = files.write(u("b.geojson"), geoJson(feature(aPoint) + "," + feature("null") + "," + feature(far) + ","
                                                             + feature(line) + "," + feature(empty)));
    const PreparedLayer layer = prepared(files, {path, {}, {}});
    CHECK(layer.features == 1);
    CHECK(layer.withoutPosition == 2);
    CHECK(layer.broken == 2);
}

TEST_CASE("a file with nothing but broken geometries says so")
{
    const Files files;
    const QString path =
        files.write(u("b.geojson"), geoJson(feature(R"({"type":"LineString","coordinates":[[12.01,57.65]]})")));
    const auto made = prepareLayer({path, {}, {}}, files.path(u("cache")));
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::TransformFailed);
    CHECK(QDir(files.path(u("cache"))).isEmpty());
}

TEST_CASE("an empty layer is a layer without features")
{
    const Files files;
    const PreparedLayer layer = prepared(files, {files.write(u("e.geojson"), geoJson("")), {}, {}});
    CHECK(layer.features == 0);
    CHECK(layer.maxX == 0);
}

TEST_CASE("heights are put aside, kinds may be mixed, and a collection falls into parts that can be drawn")
{
    const Files files;
    const QByteArray high = R"({"type":"LineString","coordinates":[[12.01,57.65,7],[12.02,57.66,9]]})";
    const QByteArray both = R"({"type":"GeometryCollection","geometries":[)" + aPoint + "," + anArea + "]}";
    const QString path = files.write(u("m.geojson"), geoJson(feature(high) + "," + feature(both)));
    const PreparedLayer layer = prepared(files, {path, {}, {}});
    CHECK(layer.geometry == LayerGeometry::Mixed);
    CHECK(layer.features == 3);
    Prepared file(layer);
    CHECK(file.first()->GetGeometryRef()->getGeometryType() == wkbLineString);
}

TEST_CASE("fields keep their names and values, however odd")
{
    const Files files;
    const QByteArray huge(300'000, 'x');
    const QString path = files.write(
        u("f.geojson"),
        geoJson(feature(aPoint, R"({"fid":"a","geom":"b","Na\"mn":"c","na\"MN":"d","'; DROP TABLE feature; --":"e","":"f","lång":")"
                                    + huge + R"("})")));
    const PreparedLayer layer = prepared(files, {path, {}, {}});
    REQUIRE(layer.fields.size() == 7);
    CHECK(layer.titles[0] == u("fid"));
    CHECK(layer.fields[0].name == u("fid_2"));
    CHECK(layer.fields[3].name != layer.fields[2].name);
    Prepared file(layer);
    const auto row = file.first();
    CHECK(std::string(row->GetFieldAsString(file.layer().GetLayerDefn()->GetFieldIndex("lång"))) == huge.toStdString());
    CHECK(std::string(row->GetFieldAsString(file.layer().GetLayerDefn()->GetFieldIndex("fid_2"))) == "a");
    CHECK(prepared(files, {path, {}, {}}).titles == layer.titles);
}

TEST_CASE("what lies ready is used again until the file, the layer or the CRS is another")
{
    const Files files;
    const QString path = files.write(u("a.geojson"), geoJson(feature(aPoint)));
    const PreparedLayer first = prepared(files, {path, {}, {}});
    CHECK_FALSE(first.reused);
    const PreparedLayer again = prepared(files, {path, {}, {}});
    CHECK(again.reused);
    CHECK(again.path == first.path);
    CHECK(again.features == first.features);
    CHECK_FALSE(prepared(files, {path, {}, u("EPSG:4619")}).reused);
    files.write(u("a.geojson"), geoJson(feature(aPoint) + "," + feature(aLine)));
    const PreparedLayer changed = prepared(files, {path, {}, {}});
    CHECK_FALSE(changed.reused);
    CHECK(changed.features == 2);
    QFile damaged(changed.path);
    REQUIRE(damaged.open(QIODevice::WriteOnly));
    damaged.write("nothing");
    damaged.close();
    CHECK(prepared(files, {path, {}, {}}).features == 2); // and what is damaged is made anew
}

TEST_CASE("a preparation that is stopped leaves nothing behind")
{
    const Files files;
    QByteArray many = feature(aPoint);
    for (int i = 0; i < 5000; ++i)
        many += "," + feature(aPoint);
    const QString path = files.write(u("a.geojson"), geoJson(many));
    std::stop_source stop;
    qint64 seen = 0;
    const auto made = prepareLayer({path, {}, {}}, files.path(u("cache")), stop.get_token(), [&](qint64 done, qint64 total) {
        seen = done;
        CHECK(total == 5001);
        stop.request_stop();
    });
    REQUIRE_FALSE(made);
    CHECK(made.error().code == ErrorCode::Cancelled);
    CHECK(seen > 0);
    CHECK(QDir(files.path(u("cache"))).isEmpty());
}

TEST_CASE("a layer of very many features is prepared with coarser copies that bear the same fields")
{
    const Files files;
    QByteArray many;
    for (int i = 0; i < 4000; ++i) {
        const double east = 12.0 + 0.00001 * (i % 100);
        const double north = 57.6 + 0.00001 * (i / 100);
        many += (i == 0 ? "" : ",")
                + feature(R"({"type":"Point","coordinates":[)" + QByteArray::number(east, 'f', 6) + "," + QByteArray::number(north, 'f', 6)
                              + "]}",
                          R"({"kind":"k)" + QByteArray::number(i) + R"(","id":)" + QByteArray::number(i) + "}");
    }
    const PreparedLayer layer = prepared(files, {files.write(u("a.geojson"), geoJson(many)), {}, {}});
    CHECK(layer.features == 4000);
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(layer.path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY));
    REQUIRE(dataset);
    OGRLayer* levels = dataset->ExecuteSQL("SELECT table_name, below_zoom FROM hk_map_levels ORDER BY below_zoom DESC", nullptr, nullptr);
    REQUIRE(levels);
    GIntBig finer = 4000;
    int copies = 0;
    while (const OGRFeatureUniquePtr row{levels->GetNextFeature()}) {
        OGRLayer* copy = dataset->GetLayerByName(row->GetFieldAsString(0));
        REQUIRE(copy);
        CHECK(copy->GetFeatureCount() < finer);
        finer = copy->GetFeatureCount();
        ++copies;
        const OGRFeatureUniquePtr first(copy->GetNextFeature());
        REQUIRE(first);
        CHECK(first->GetFID() == first->GetFieldAsInteger64("id") + 1); // the order of the whole
        CHECK(std::string(first->GetFieldAsString("kind")) == QStringLiteral("k%1").arg(first->GetFID() - 1).toStdString());
    }
    dataset->ReleaseResultSet(levels);
    CHECK(copies > 0);
    CHECK(finer >= 1);
}

TEST_CASE("the cache keeps what was used last and what is shown")
{
    const Files files;
    const PreparedLayer one = prepared(files, {files.write(u("a.geojson"), geoJson(feature(aPoint))), {}, {}});
    const PreparedLayer two = prepared(files, {files.write(u("b.geojson"), geoJson(feature(aLine))), {}, {}});
    trimLayerCache(files.path(u("cache")), 0, {QFileInfo(two.path).absoluteFilePath()});
    CHECK_FALSE(QFileInfo::exists(one.path));
    CHECK(QFileInfo::exists(two.path));
}

TEST_CASE("what is no layer is told apart: pictures, tiles and text")
{
    const Files files;
    GDALAllRegister();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GTiff");
    REQUIRE(driver);
    GDALClose(driver->Create(files.path(u("p.tif")).toUtf8().constData(), 4, 4, 3, GDT_Byte, nullptr));
    const auto picture = inspectLayerFile(files.path(u("p.tif")));
    REQUIRE(picture);
    CHECK(picture->kind == LayerFileKind::Raster);
    const auto text = inspectLayerFile(files.write(u("a.docx"), "hello"));
    REQUIRE_FALSE(text);
    CHECK(text.error().code == ErrorCode::FormatNotSupported);
    const auto gone = inspectLayerFile(files.path(u("gone.gpkg")));
    REQUIRE_FALSE(gone);
    CHECK(gone.error().code == ErrorCode::FileNotFound);
    const auto other = prepareLayer({files.write(u("a.geojson"), geoJson(feature(aPoint))), u("another"), {}}, files.path(u("c")));
    REQUIRE_FALSE(other);
    CHECK(other.error().code == ErrorCode::NotFound);
}

TEST_CASE("a file that breaks off is damaged, not half a layer")
{
    const Files files;
    QByteArray text = geoJson(feature(aPoint) + "," + feature(aLine));
    text.chop(30);
    const auto info = inspectLayerFile(files.write(u("a.geojson"), text));
    CHECK_FALSE(info);
}

TEST_CASE("bytes of any kind are an error or a layer, never a crash")
{
    const Files files;
    std::srand(7);
    const QByteArray sound = geoJson(feature(aPoint) + "," + feature(anArea));
    for (int round = 0; round < 60; ++round) {
        QByteArray text = sound;
        for (int i = 0; i < 5; ++i)
            text[std::rand() % text.size()] = static_cast<char>(std::rand());
        const QString path = files.write(u("f%1.geojson").arg(round), text);
        if (inspectLayerFile(path))
            static_cast<void>(prepareLayer({path, {}, u("EPSG:4326")}, files.path(u("cache"))));
    }
    SUCCEED();
}
