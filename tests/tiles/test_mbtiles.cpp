#include "geo/mercator.h"
#include "sqlite/database.h"
#include "tiles/mbtiles_source.h"
#include "tiles/raster_files.h"

#include <thread>

using namespace hk;
using namespace hk::test;

namespace {

const QString file = QStringLiteral("a.mbtiles");
const WebMercator hub = geo::toWebMercator({12.0187, 57.6556});

std::vector<std::pair<QString, QString>> facts(const QString& format = QStringLiteral("png"))
{
    return {{QStringLiteral("name"), QStringLiteral("Town")},
            {QStringLiteral("format"), format},
            {QStringLiteral("bounds"), QStringLiteral("11.9,57.5,12.2,57.8")},
            {QStringLiteral("minzoom"), QStringLiteral("13")},
            {QStringLiteral("maxzoom"), QStringLiteral("14")},
            {QStringLiteral("attribution"), QStringLiteral("<a href=\"x\">&copy; The  town</a>")}};
}

std::shared_ptr<tiles::MbTilesSource> opened(const QString& path)
{
    const auto source = tiles::MbTilesSource::open(path);
    REQUIRE(source);
    return *source;
}

} // namespace

TEST_CASE("four tiles of a file become one of the map, each in its own quarter")
{
    const Folder folder;
    const geo::TileId tile = geo::tileAt(hub, 13);
    writeMbTiles(folder.path(file), facts(),
                 {{{14, 2 * tile.x, 2 * tile.y}, pngOf(Qt::red)},
                  {{14, 2 * tile.x + 1, 2 * tile.y}, pngOf(Qt::green)},
                  {{14, 2 * tile.x, 2 * tile.y + 1}, pngOf(Qt::blue)}});
    const auto source = opened(folder.path(file));
    const auto said = source->description();
    CHECK(said.title == QStringLiteral("Town"));
    CHECK(said.attribution == QStringLiteral("© The town"));
    CHECK(said.lowestZoom == 12);
    CHECK(said.highestZoom == 13);
    CHECK_THAT(said.bounds.left(), WithinAbs(geo::toWebMercator({11.9, 57.5}).x, 0.01));
    const auto image = source->tile(tile, 1.0);
    REQUIRE(image);
    REQUIRE(image->size() == QSize(512, 512));
    CHECK(image->pixelColor(10, 10) == QColor(Qt::red));
    CHECK(image->pixelColor(500, 10) == QColor(Qt::green));
    CHECK(image->pixelColor(10, 500) == QColor(Qt::blue));
    CHECK(image->pixelColor(500, 500).alpha() == 0);
}

TEST_CASE("tiles of 512 px are given as they are")
{
    const Folder folder;
    const geo::TileId tile = geo::tileAt(hub, 14);
    writeMbTiles(folder.path(file), facts(), {{tile, pngOf(Qt::red, 512)}});
    const auto source = opened(folder.path(file));
    CHECK(source->description().highestZoom == 14);
    CHECK(source->tile(tile, 1.0).value().size() == QSize(512, 512));
}

TEST_CASE("a sharp screen gets the next finer level where the file has one")
{
    const Folder folder;
    const geo::TileId tile = geo::tileAt(hub, 12);
    std::vector<MbTile> all;
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 4; ++x)
            all.push_back({{14, 4 * tile.x + x, 4 * tile.y + y}, pngOf(QColor(60 * x, 60 * y, 0))});
    writeMbTiles(folder.path(file), facts(), all);
    const auto image = opened(folder.path(file))->tile(tile, 2.0);
    REQUIRE(image);
    REQUIRE(image->size() == QSize(1024, 1024));
    CHECK(image->pixelColor(900, 400) == QColor(180, 60, 0));
}

TEST_CASE("where there is no tile, or none that is a picture, there is nothing and no error")
{
    const Folder folder;
    const geo::TileId tile = geo::tileAt(hub, 13);
    writeMbTiles(folder.path(file), facts(), {{{14, 2 * tile.x, 2 * tile.y}, "<html>no</html>"}});
    const auto source = opened(folder.path(file));
    CHECK(source->tile(tile, 1.0).value().isNull());
    CHECK(source->tile({13, 0, 0}, 1.0).value().isNull());
    CHECK(source->tile({3, 0, 0}, 1.0).value().isNull());
}

TEST_CASE("a file that says nothing of itself is read by its tiles")
{
    const Folder folder;
    const geo::TileId tile = geo::tileAt(hub, 9);
    writeMbTiles(folder.path(file), {}, {{tile, pngOf(Qt::red)}, {geo::tileAt(hub, 7), pngOf(Qt::red)}});
    const auto said = opened(folder.path(file))->description();
    CHECK(said.lowestZoom == 6);
    CHECK(said.highestZoom == 8);
    CHECK(said.bounds.isEmpty());
    CHECK(said.title == QStringLiteral("a"));
}

TEST_CASE("a file of vector tiles is no file of pictures")
{
    const Folder folder;
    writeMbTiles(folder.path(file), facts(QStringLiteral("pbf")), {});
    CHECK(tiles::MbTilesSource::open(folder.path(file)).error().code == ErrorCode::FormatNotSupported);
}

TEST_CASE("a file that is not there, another SQLite file and another file are told apart")
{
    const Folder folder;
    CHECK(tiles::MbTilesSource::open(folder.path(file)).error().code == ErrorCode::FileNotFound);
    {
        auto other = sqlite::Database::open(folder.path(QStringLiteral("b.mbtiles")).toStdString(), sqlite::OpenMode::Create);
        REQUIRE(other);
        REQUIRE(other->execute("CREATE TABLE letters (a)"));
    }
    CHECK(tiles::MbTilesSource::open(folder.path(QStringLiteral("b.mbtiles"))).error().code == ErrorCode::FileNotOurs);
    const QString text = folder.write(QStringLiteral("c.mbtiles"), QByteArray(5000, 'x'));
    CHECK(tiles::MbTilesSource::open(text).error().code == ErrorCode::FileNotOurs);
}

TEST_CASE("a damaged or truncated file is told, and never more is read than there is")
{
    const Folder folder;
    std::vector<MbTile> all;
    const geo::TileId tile = geo::tileAt(hub, 13);
    QImage noise(256, 256, QImage::Format_RGB32);
    quint32 seed = 1;
    for (int y = 0; y < 256; ++y)
        for (int x = 0; x < 256; ++x)
            noise.setPixel(x, y, seed = seed * 1664525u + 1013904223u);
    for (int y = 0; y < 2; ++y)
        for (int x = 0; x < 2; ++x)
            all.push_back({{14, 2 * tile.x + x, 2 * tile.y + y}, pngOf(noise)});
    writeMbTiles(folder.path(file), facts(), all);
    QFile whole(folder.path(file));
    REQUIRE(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    const auto judged = [&](const QByteArray& damaged) {
        const QString path = folder.write(QStringLiteral("damaged.mbtiles"), damaged);
        const auto source = tiles::MbTilesSource::open(path);
        if (!source)
            return source.error().code;
        const auto image = (*source)->tile(tile, 1.0);
        return image ? ErrorCode::Internal : image.error().code;
    };
    CHECK(judged(bytes.left(bytes.size() / 2)) == ErrorCode::FileDamaged);
    CHECK(judged(bytes.left(100)) == ErrorCode::FileDamaged);
    QByteArray holes = bytes;
    for (qsizetype i = 4096; i < holes.size(); i += 512)
        holes.replace(i, 64, QByteArray(64, '\xA5'));
    CHECK(judged(holes) == ErrorCode::FileDamaged);
}

TEST_CASE("a file of tiles answers several threads at once")
{
    const Folder folder;
    const geo::TileId tile = geo::tileAt(hub, 13);
    writeMbTiles(folder.path(file), facts(), {{{14, 2 * tile.x, 2 * tile.y}, pngOf(Qt::red)}});
    const auto source = opened(folder.path(file));
    std::vector<int> good(4, 0);
    {
        std::vector<std::jthread> threads;
        for (int& count : good)
            threads.emplace_back([&] {
                for (int i = 0; i < 20; ++i)
                    count += source->tile(tile, 1.0).value().pixelColor(5, 5) == QColor(Qt::red) ? 1 : 0;
            });
    }
    CHECK(good == std::vector<int>(4, 20));
}
