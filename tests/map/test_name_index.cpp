#include "map/name_index.h"

#include "geo/transform.h"
#include "map/gpkg_features.h"
#include "map/layer_style.h"
#include "map/map_file.h"
#include "map/name_text.h"
#include "map/place_search.h"
#include "map/small_town.h"
#include "sqlite/database.h"
#include "support/catch.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <cmath>
#include <cstring>

using namespace hk;
using namespace hk::map;

namespace {

const Sweref99 hub{322110, 6394290};

QString u(const char* text)
{
    return QString::fromUtf8(text);
}

NameEntry thing(const char* name, const char* theme = "road", const char* featureClass = "residential", double east = 0,
                double north = 0)
{
    return {u(name), {}, u(featureClass), u(theme), {hub.easting + east, hub.northing + north}, 50,
            weightOfName(u(theme), u(featureClass), 5)};
}

std::shared_ptr<const NameIndex> indexOf(std::vector<NameEntry> entries)
{
    auto made = NameIndex::inMemory(std::move(entries));
    REQUIRE(made);
    return *made;
}

QStringList found(const NameIndex& index, const QString& text, std::size_t limit = 12)
{
    const auto matches = index.find(text, hub, limit);
    REQUIRE(matches);
    QStringList names;
    for (const NameMatch& match : *matches)
        names.append(match.entry.name);
    return names;
}

QByteArray point(double x, double y)
{
    QByteArray blob("GP\0\1", 4);
    const auto add = [&](auto value) { blob.append(reinterpret_cast<const char*>(&value), sizeof(value)); };
    add(std::int32_t{3857});
    blob.append('\1');
    add(std::uint32_t{1});
    add(x);
    add(y);
    return blob;
}

QByteArray line(const std::vector<WebMercator>& points)
{
    QByteArray blob("GP\0\1", 4);
    const auto add = [&](auto value) { blob.append(reinterpret_cast<const char*>(&value), sizeof(value)); };
    add(std::int32_t{3857});
    blob.append('\1');
    add(std::uint32_t{2});
    add(static_cast<std::uint32_t>(points.size()));
    for (const WebMercator& p : points) {
        add(p.x);
        add(p.y);
    }
    return blob;
}

WebMercator mercator(double east, double north)
{
    return geo::Sweref99Transform().toWebMercator(Sweref99{hub.easting + east, hub.northing + north});
}

/// A vector map file of two places, a street in two pieces and three addresses.
void writeMap(const QString& path)
{
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::Create).value();
    REQUIRE(database.execute("CREATE TABLE place (fid INTEGER PRIMARY KEY, geom BLOB, class TEXT, name TEXT, rank INTEGER);"
                             "CREATE TABLE road (fid INTEGER PRIMARY KEY, geom BLOB, class TEXT, name TEXT);"
                             "CREATE TABLE address (fid INTEGER PRIMARY KEY, geom BLOB, class TEXT, street TEXT, number TEXT);"
                             "CREATE VIRTUAL TABLE rtree_road_geom USING rtree(id, minx, maxx, miny, maxy);"));
    const auto insert = [&](const char* sql, const QByteArray& geometry, std::initializer_list<const char*> texts) {
        auto statement = database.prepare(sql).value();
        statement.bind(1, std::as_bytes(std::span(geometry.constData(), static_cast<std::size_t>(geometry.size()))));
        int column = 1;
        for (const char* text : texts)
            statement.bind(++column, text);
        REQUIRE(statement.run());
    };
    const auto at = [](double east, double north) {
        const WebMercator p = mercator(east, north);
        return point(p.x, p.y);
    };
    insert("INSERT INTO place (geom, class, name, rank) VALUES (?, ?, ?, 2)", at(0, 900), {"district", "Krokslätt"});
    insert("INSERT INTO place (geom, class, name, rank) VALUES (?, ?, ?, 1)", at(120, 10), {"station", "Mölndals bro"});
    const std::vector<std::vector<WebMercator>> pieces{{mercator(-200, 0), mercator(0, 0)}, {mercator(0, 0), mercator(200, 0)}};
    for (const auto& piece : pieces) {
        insert("INSERT INTO road (geom, class, name) VALUES (?, ?, ?)", line(piece), {"residential", "Brogatan"});
        const std::int64_t id = database.lastInsertRowId();
        auto tree = database.prepare("INSERT INTO rtree_road_geom VALUES (?, ?, ?, ?, ?)").value();
        tree.bind(1, id).bind(2, piece[0].x).bind(3, piece[1].x).bind(4, piece[0].y - 5).bind(5, piece[1].y + 5);
        REQUIRE(tree.run());
    }
    for (const auto& [number, east] : {std::pair("10", -60.0), std::pair("12", 0.0), std::pair("12 B", 30.0)})
        insert("INSERT INTO address (geom, class, street, number) VALUES (?, 'address', ?, ?)", at(east, 20), {"Brogatan", number});
}

} // namespace

TEST_CASE("a name folded twice is folded once, also of letters that fall apart into a mark and a letter")
{
    CHECK(foldedName(u("\xC5\x89 bro")) == u("n bro")); // n with an apostrophe before it in one letter
    for (char16_t c = 0x20; c < 0xD800; ++c) {
        const QString folded = foldedName(u("a") + QChar(c) + u("b ") + QChar(c));
        if (foldedName(folded) != folded)
            FAIL(int(c));
    }
}

TEST_CASE("names are found whatever the case, accents, composition, hyphens and spaces in numbers")
{
    const auto index = indexOf({thing("Göteborgsvägen 12 B", "address", "address"), thing("Café-kvarteret", "place", "quarter"),
                                thing("S:t Sigfrids plan"), thing("O'Learys", "building", "retail"), thing("Ærøgade"),
                                thing("Årås"), thing("Müllers gränd")});
    for (const char* text : {"göteborgsvägen 12b", "GÖTEBORGSVÄGEN 12 B", "göteborgsvägen 12 b", "Go\xcc\x88teborgsva\xcc\x88gen 12b"})
        CHECK(found(*index, u(text)).value(0) == u("Göteborgsvägen 12 B"));
    CHECK(found(*index, u("cafe kvart")) == QStringList{u("Café-kvarteret")});
    CHECK(found(*index, u("café-kvarteret")) == QStringList{u("Café-kvarteret")});
    CHECK(found(*index, u("st sigfrid")) == QStringList{u("S:t Sigfrids plan")});
    CHECK(found(*index, u("olearys")) == QStringList{u("O'Learys")});
    CHECK(found(*index, u("ärögade")) == QStringList{u("Ærøgade")});
    CHECK(found(*index, u("muller")) == QStringList{u("Müllers gränd")});
    CHECK(found(*index, u("aras")).isEmpty());
}

TEST_CASE("several words are found in any order")
{
    const auto index = indexOf({thing("Mölndals bro", "place", "station"), thing("Brovägen"), thing("Mölndals torg", "place", "square")});
    CHECK(found(*index, u("bro mölndals")) == QStringList{u("Mölndals bro")});
    CHECK(found(*index, u("bro mölnd")) == QStringList{u("Mölndals bro")});
    CHECK(found(*index, u("mö to")) == QStringList{u("Mölndals torg")});
}

TEST_CASE("one error is forgiven in any word, also a space too many or too few; two are not")
{
    const auto index = indexOf({thing("Göteborgsvägen"), thing("Mölndals bro", "place", "station"), thing("Storgatan 12", "address", "address")});
    for (const char* text : {"göteborsgvägen", "göteborgvägen", "götebborgsvägen", "gäteborgsvägen", "ögteborgsvägen", "göteborgs vägen", "götebrog"})
        CHECK(found(*index, u(text)) == QStringList{u("Göteborgsvägen")});
    CHECK(found(*index, u("mölndalsbro")) == QStringList{u("Mölndals bro")});
    CHECK(found(*index, u("möldnals bro")) == QStringList{u("Mölndals bro")});
    CHECK(found(*index, u("stogatan 12")) == QStringList{u("Storgatan 12")});
    CHECK(found(*index, u("storgatan 13")).isEmpty());
    CHECK(found(*index, u("götborksvägen")).isEmpty());
}

TEST_CASE("better matches, more telling kinds and nearer things come first")
{
    const auto index = indexOf({thing("Broby", "place", "district"), thing("Bro", "place", "quarter"), thing("Nya bron"),
                                thing("Storgatan", "road", "residential", 9000), thing("Storgatan", "road", "residential", 900),
                                thing("Storgatan 1", "address", "address", 10)});
    CHECK(found(*index, u("bro")) == QStringList{u("Bro"), u("Broby"), u("Nya bron")});
    const auto streets = index->find(u("storgatan"), hub, 12);
    REQUIRE(streets);
    REQUIRE(streets->size() == 3);
    CHECK_THAT(streets->front().distance, WithinAbs(900, 1e-6));
    CHECK(streets->back().entry.name == u("Storgatan 1"));
}

TEST_CASE("what is near is found among very many alike")
{
    std::vector<NameEntry> entries;
    for (int i = 0; i < 3000; ++i)
        entries.push_back(thing(qPrintable(QStringLiteral("Sagov%1gen").arg(i)), "road", "residential", 20000.0 + 10 * i, 30000));
    entries.push_back(thing("Sagostigen", "road", "residential", 300));
    const auto index = indexOf(std::move(entries));
    CHECK(found(*index, u("s")).front() == u("Sagostigen"));
}

TEST_CASE("a hostile text is only a text without an answer")
{
    const auto index = indexOf({thing("Brogatan"), thing("Storgatan")});
    for (const QString& text :
         {u("\""), u("'"), u("*"), u("b* OR s*"), u("NEAR(bro stor)"), u("head:bro"), u("{head} : bro"), u("^bro"), u("-bro"), u("bro\" OR \"stor"),
          u("';DROP TABLE hk_names;--"), u("(((("), u("😀🚲"), QString(QChar(0)), u("bro") + QChar(0) + u("gatan"), QString(10000, QLatin1Char('a')),
          u("a ").repeated(5000), QString(QChar(0xd800)), u("\xEE\x80\x80""1x2"), u("%_"), u("  "), u("AND OR NOT")}) {
        const auto answer = index->find(text, hub, 12);
        CHECK(answer);
    }
    CHECK(found(*index, u("bro\"")) == QStringList{u("Brogatan")});
    CHECK(found(*index, u("🚲 brogatan")) == QStringList{u("Brogatan")});
    CHECK(index->find(u("brogatan"), {std::nan(""), std::nan("")}, 3)->size() == 1);
}

TEST_CASE("the index of a map file joins streets, knows neighbourhoods and the way back from a position")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u("karta.gpkg"));
    writeMap(path);
    REQUIRE(NameIndex::build(path));
    REQUIRE(NameIndex::build(path)); // again: as before
    const auto index = NameIndex::open(path);
    REQUIRE(index);
    CHECK((*index)->size() == 6);
    const auto streets = (*index)->exact(u("BROGATAN"));
    REQUIRE(streets);
    REQUIRE(streets->size() == 1);
    CHECK(streets->front().detail == u("Krokslätt"));
    CHECK_THAT(streets->front().position.easting, WithinAbs(hub.easting, 1.0));
    CHECK(found(**index, u("brogatan 12b")).front() == u("Brogatan 12 B"));

    const PlaceSearch search(Basemap::fromGeoJson({}).value());
    search.setIndexes({*index});
    const NearbyNames near = search.nearestAddress({hub.easting + 3, hub.northing + 24});
    CHECK(near.address == u("Brogatan 12"));
    CHECK(near.street == u("Brogatan"));
    CHECK_THAT(near.addressDistance, WithinAbs(5, 0.1));
    CHECK(near.place == u("Mölndals bro"));
    // No house within 60 m, but the street within 100 m.
    const NearbyNames street = search.nearestAddress({hub.easting + 190, hub.northing - 20});
    CHECK(street.address.isEmpty());
    CHECK(street.street == u("Brogatan"));
    CHECK_THAT(street.streetDistance, WithinAbs(20, 0.2));
    CHECK(search.nearestAddress({std::nan(""), 0}).street.isEmpty());
}

TEST_CASE("a thing that two sources know is found once")
{
    const PlaceSearch search(test::smallTown());
    const auto before = search.find(u("göteborgsvägen"), hub);
    search.setIndexes({*NameIndex::ofMap(*test::smallTown()), indexOf({thing("Göteborgsplatsen", "layer", "layer")})});
    CHECK(search.find(u("göteborgsvägen"), hub).size() == before.size());
    CHECK(search.find(u("göteborg"), hub).size() == 2);
    CHECK(search.findInMemory(u("göteborg"), hub).size() == 1);
}

TEST_CASE("a stopped build leaves the file as it was")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u("karta.gpkg"));
    writeMap(path);
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = NameIndex::build(path, {}, stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
    const auto none = NameIndex::open(path);
    REQUIRE_FALSE(none);
    CHECK(none.error().code == ErrorCode::NotFound);
}

TEST_CASE("a damaged, foreign or missing index is an error, not a crash")
{
    QTemporaryDir folder;
    CHECK(NameIndex::open(folder.filePath(u("none.gpkg"))).error().code == ErrorCode::FileNotFound);
    CHECK(NameIndex::build(folder.filePath(u("none.gpkg"))).error().code == ErrorCode::FileNotFound);
    const QString text = folder.filePath(u("text.gpkg"));
    QFile file(text);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    CHECK(NameIndex::open(text).error().code == ErrorCode::FileDamaged);
    CHECK(NameIndex::build(text).error().code == ErrorCode::FileDamaged);
    {
        const QString foreign = folder.filePath(u("foreign.gpkg"));
        REQUIRE(sqlite::Database::open(foreign.toStdString(), sqlite::OpenMode::Create)->execute("CREATE TABLE a (b)"));
        CHECK(NameIndex::build(foreign).error().code == ErrorCode::FileNotOurs);
        REQUIRE(sqlite::Database::open(foreign.toStdString(), sqlite::OpenMode::ReadWrite)->execute("CREATE TABLE hk_names (b)"));
        CHECK(NameIndex::open(foreign).error().code == ErrorCode::FileDamaged);
    }
    const QString path = folder.filePath(u("karta.gpkg"));
    writeMap(path);
    REQUIRE(NameIndex::build(path));
    // Every fourth page overwritten, from each of the first sixteen on.
    QFile whole(path);
    REQUIRE(whole.open(QIODevice::ReadOnly));
    const QByteArray good = whole.readAll();
    for (int first = 1; first < 16; ++first) {
        QByteArray bad = good;
        for (qsizetype page = first; (page + 1) * 4096 <= bad.size(); page += 4)
            std::memset(bad.data() + page * 4096, 0x5a, 4096);
        QFile broken(folder.filePath(QStringLiteral("broken%1.gpkg").arg(first)));
        REQUIRE(broken.open(QIODevice::WriteOnly));
        broken.write(bad);
        broken.close();
        const auto index = NameIndex::open(broken.fileName());
        if (!index)
            continue;
        const auto answer = (*index)->find(u("brogatan"), hub, 12);
        const PlaceSearch search(test::smallTown());
        search.setIndexes({*index});
        CHECK(search.find(u("stortorget"), hub).size() == 1); // the map still works
        search.nearestAddress(hub);
    }
}

TEST_CASE("the names of a layer of one's own are read row by row, each once, coarser copies and the nameless left out")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u("lager.gpkg"));
    constexpr int rows = 10'000; // more than are read at a time
    {
        test::MapFile file(path);
        file.addTable(u("feature"), u("class TEXT, name TEXT, level INTEGER, label TEXT"));
        file.execute(u("BEGIN"));
        for (int i = 0; i < rows; ++i) {
            const WebMercator m = mercator(i % 100 * 40.0, i / 100 * 40.0);
            file.addFeature(u("feature"), test::pointBlob({m.x, m.y}), {m.x, m.y}, {m.x, m.y}, u("x"), QString());
        }
        // Numbers with gaps and below zero, and rows without a name.
        file.execute(u("UPDATE feature SET label = 'Hållplats ' || (fid * 3) WHERE fid % 4 <> 0"));
        file.execute(u("UPDATE feature SET label = '' WHERE fid % 8 = 0"));
        file.execute(u("COMMIT"));
    }
    LayerStyle style;
    style.labels = true;
    style.labelField = u("label");
    const auto layer = GpkgFeatures::openLayer(path, u("feature"), style);
    REQUIRE(layer);
    const auto index = NameIndex::ofSource(**layer);
    REQUIRE(index);
    CHECK((*index)->size() == rows / 4 * 3);
    CHECK(found(**index, u("hållplats 3")).front() == u("Hållplats 3"));
    CHECK(found(**index, u("hållplats 29997")).front() == u("Hållplats 29997")); // row 9 999
    CHECK((*layer)->memoryUsed() == 0);                                          // nothing of it is kept

    std::stop_source stop;
    stop.request_stop();
    const auto stopped = NameIndex::ofSource(**layer, stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::Cancelled);
}

TEST_CASE("words beyond those a language has are found, only not with a typing error")
{
    std::vector<NameEntry> entries;
    for (int i = 0; i < 201'000; ++i)
        entries.push_back(thing(QStringLiteral("p%1 objekt").arg(i).toUtf8().constData(), "layer"));
    const auto index = indexOf(std::move(entries));
    CHECK(found(*index, u("p200999")) == QStringList{u("p200999 objekt")});
    CHECK(found(*index, u("p17 objekt")).front() == u("p17 objekt"));
}

TEST_CASE("the names of a real map are found, where there is one")
{
    const QString path = qEnvironmentVariable("HK_MAP_FILE");
    if (path.isEmpty() || !QFileInfo::exists(path)) {
        WARN("skipped: HK_MAP_FILE names no vector map");
        return;
    }
    QTemporaryDir folder;
    const QString copy = folder.filePath(u("karta.gpkg"));
    REQUIRE(QFile::copy(path, copy));
    REQUIRE(NameIndex::build(copy));
    const auto index = NameIndex::open(copy);
    REQUIRE(index);
    CHECK(found(**index, u("göteborgsvägen")).front() == u("Göteborgsvägen"));
    CHECK(found(**index, u("götebrogsvägen")).front() == u("Göteborgsvägen"));
}
