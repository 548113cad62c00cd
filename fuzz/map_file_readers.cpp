#include "fuzz/readers.h"

#include "exchange/layer_file.h"
#include "exchange/osm_map_builder.h"
#include "geo/mercator.h"
#include "map/gpkg_features.h"
#include "map/name_index.h"
#include "sqlite/database.h"
#include "tiles/gdal_tiles.h"
#include "tiles/mbtiles_source.h"
#include "tiles/open_file_source.h"
#include "tiles/tile_store.h"

#include <QBuffer>

#include <cmath>
#include <stdexcept>

namespace hk::fuzz {
namespace {

const geo::TileId hubTile{14, 8738, 4964};

QRectF rectOf(const geo::TileId& tile)
{
    const geo::MercatorRect r = geo::tileBounds(tile);
    return {r.xmin, r.ymin, r.xmax - r.xmin, r.ymax - r.ymin};
}

sqlite::Database madeAt(const QString& path, const std::string& sql)
{
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::Create);
    promise(database.has_value(), "a file can be made");
    const auto done = database->execute(sql);
    promise(done.has_value(), "a file can be filled");
    return std::move(*database);
}

void askForFeatures(const map::FeatureSource& source)
{
    for (const double zoom : {9.0, 15.0}) {
        const auto read = source.features(rectOf(hubTile), map::Plane::WebMercator, zoom);
        if (!read)
            continue;
        for (const map::BasemapFeature& feature : (*read)->features())
            for (const QPointF& vertex : feature.mercator)
                promise(std::isfinite(vertex.x()) && std::isfinite(vertex.y()), "a vertex is finite");
    }
    (void)source.bounds(map::Plane::WebMercator);
    (void)source.attribution();
}

void readVectorMap(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QString path = folder.file(QStringLiteral("map.gpkg"), bytes);
    (void)tiles::specOfFile(path);
    if (const auto map = map::GpkgFeatures::openMap(path))
        askForFeatures(**map);
    if (const auto names = map::NameIndex::open(path)) {
        const Sweref99 hub{322'110, 6'394'290};
        for (const char* typed : {"b", "brogatan", "brogatsn 12"})
            (void)(*names)->find(QString::fromLatin1(typed), hub, 10);
        (void)(*names)->nearest(QStringLiteral("road"), hub, 200);
        (void)(*names)->nearestStreet(hub, 200);
    }
}

std::vector<QByteArray> vectorMaps()
{
    const ScratchFolder folder;
    exchange::OsmMapRequest request;
    request.osm = folder.file(QStringLiteral("a.osm"),
                              "<osm version=\"0.6\"><node id=\"1\" lat=\"57.6555\" lon=\"12.0155\"/>"
                              "<node id=\"2\" lat=\"57.6560\" lon=\"12.0180\"><tag k=\"place\" v=\"square\"/><tag k=\"name\" v=\"Torget\"/></node>"
                              "<way id=\"3\"><nd ref=\"1\"/><nd ref=\"2\"/><tag k=\"highway\" v=\"residential\"/>"
                              "<tag k=\"name\" v=\"Brogatan\"/></way></osm>");
    request.target = folder.path(QStringLiteral("map.gpkg"));
    request.now = QDateTime(QDate(2026, 11, 26), QTime(12, 0), Qt::UTC);
    const auto built = exchange::buildOsmMap(request, {}, {}, [](const QString& path) { return map::NameIndex::build(path); });
    promise(built.has_value(), "a map can be built");
    return {folder.bytesOf(QStringLiteral("map.gpkg"))};
}

void readMbTiles(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QString path = folder.file(QStringLiteral("tiles.mbtiles"), bytes);
    tiles::SourceSpec spec;
    spec.kind = tiles::SourceSpec::Kind::MbTiles;
    spec.address = path;
    const auto sheet = tiles::openMbTiles(spec);
    if (!sheet)
        return;
    if (sheet->tiles) {
        for (const geo::TileId& tile : {hubTile, geo::TileId{0, 0, 0}})
            if (const auto picture = sheet->tiles->tile(tile, 1.0))
                promise(picture->width() <= 1024 && picture->height() <= 1024, "a tile is no larger than asked for");
    } else if (sheet->features) {
        askForFeatures(*sheet->features);
    }
}

std::vector<QByteArray> tileFiles()
{
    const ScratchFolder folder;
    QImage image(256, 256, QImage::Format_RGB32);
    image.fill(Qt::blue);
    QBuffer png;
    png.open(QIODevice::WriteOnly);
    image.save(&png, "png");
    {
        sqlite::Database database = madeAt(folder.path(QStringLiteral("t.mbtiles")),
                                           "CREATE TABLE metadata(name TEXT, value TEXT);"
                                           "CREATE TABLE tiles(zoom_level INTEGER, tile_column INTEGER, tile_row INTEGER, tile_data BLOB);"
                                           "INSERT INTO metadata VALUES('name','A'),('format','png'),('minzoom','0'),('maxzoom','14'),"
                                           "('bounds','11.9,57.5,12.2,57.8');"
                                           "INSERT INTO tiles VALUES(0,0,0,x'"
                                               + png.data().toHex().toStdString() + "'),(14,8738,11419,x'" + png.data().toHex().toStdString()
                                               + "');");
    }
    return {folder.bytesOf(QStringLiteral("t.mbtiles"))};
}

void readTileStore(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QString path = tiles::TileStore::fileIn(folder.path({}));
    (void)folder.file(path.section(u'/', -1), bytes);
    tiles::TileStore store(folder.path({}));
    (void)store.find(QStringLiteral("a"), QStringLiteral("1/0/0@1"));
    tiles::StoredTile tile;
    tile.bytes = "picture";
    tile.expires = QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);
    store.put(QStringLiteral("a"), QStringLiteral("1/0/0@1"), tile);
    promise(store.bytes() >= 0, "sizes are not negative");
    if (const auto found = store.find(QStringLiteral("b"), QStringLiteral("1/0/0@1")))
        (void)found->bytes.size();
}

std::vector<QByteArray> storeFiles()
{
    const ScratchFolder folder;
    {
        tiles::TileStore store(folder.path({}));
        tiles::StoredTile tile;
        tile.bytes = QByteArray(600, 'p');
        tile.expires = QDateTime(QDate(2030, 1, 1), QTime(0, 0), Qt::UTC);
        for (const char* source : {"a", "b"})
            store.put(QString::fromLatin1(source), QStringLiteral("1/0/0@1"), tile);
    }
    return {folder.bytesOf(tiles::TileStore::fileIn(folder.path({})).section(u'/', -1))};
}

void readRaster(const QByteArray& bytes)
{
    const ScratchFolder folder;
    const QString path = folder.file(QStringLiteral("raster.tif"), bytes);
    (void)tiles::specOfFile(path);
    const auto raster = tiles::GdalTiles::open(path);
    if (!raster)
        return;
    for (const geo::TileId& tile : {hubTile, geo::TileId{9, 273, 155}})
        if (const auto picture = (*raster)->tile(tile, 1.0))
            promise(picture->width() <= 512 && picture->height() <= 512, "a tile is no larger than asked for");
}

} // namespace

std::vector<Reader> mapFileReaders()
{
    return {{"vector-map", readVectorMap, "gpkg", vectorMaps},
            {"mbtiles", readMbTiles, "mbtiles", tileFiles},
            {"tile-store", readTileStore, "sqlite", storeFiles},
            {"raster", readRaster, "tif"}};
}

} // namespace hk::fuzz
