#include "geo/mercator.h"
#include "geo/tile.h"
#include "geo/transform.h"
#include "map/basemap.h"
#include "map/gpkg_features.h"
#include "map/layer_style.h"
#include "map/map_file.h"
#include "map/wkb_reader.h"
#include "support/catch.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>
#include <algorithm>
#include <atomic>
#include <cmath>
#include <random>
#include <thread>
#include <utility>

using namespace hk;
using namespace hk::map;
using namespace hk::test;

namespace {

const QPointF middle(1337915.0, 7895315.0); // Mölndals bro

/// A map file in a folder of its own.
struct Town {
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("town.gpkg"));

    /// Streets 100 m apart, 200 m long, going north from the middle.
    void makeStreets(int count)
    {
        MapFile file(path);
        file.makeMap();
        file.execute(QStringLiteral("BEGIN"));
        for (int i = 0; i < count; ++i) {
            const QPointF low = middle + QPointF(0, 100.0 * i);
            file.addFeature(QStringLiteral("road"), lineBlob({low, low + QPointF(0, 200)}), low, low + QPointF(0, 200),
                            QStringLiteral("residential"), QStringLiteral("Gata %1").arg(i));
        }
        file.execute(QStringLiteral("COMMIT"));
    }
};

QRectF around(const QPointF& p, double half)
{
    return {p.x() - half, p.y() - half, 2 * half, 2 * half};
}

std::size_t countOf(const Basemap& basemap, BasemapTheme theme)
{
    return static_cast<std::size_t>(std::count_if(basemap.features().begin(), basemap.features().end(),
                                                  [theme](const BasemapFeature& f) { return f.theme == theme; }));
}

std::span<const std::byte> bytesOf(const QByteArray& blob)
{
    return std::as_bytes(std::span(blob.data(), static_cast<std::size_t>(blob.size())));
}

} // namespace

TEST_CASE("only what is near a view is read of a vector map")
{
    Town town;
    town.makeStreets(3000); // 300 km
    const auto source = GpkgFeatures::openMap(town.path);
    REQUIRE(source);
    const auto found = (*source)->features(around(middle, 300), Plane::WebMercator, 16);
    REQUIRE(found);
    CHECK((*found)->features().size() >= 4);
    CHECK((*source)->counts().read < 60);
    CHECK((*found)->features().front().name == QStringLiteral("Gata 0"));
    CHECK((*source)->attribution() == QStringLiteral("© Somebody"));
}

TEST_CASE("what was read is there for the next who asks nearby, up to a limit")
{
    Town town;
    town.makeStreets(300);
    const auto source = GpkgFeatures::openMap(town.path);
    REQUIRE(source);
    const auto first = (*source)->features(around(middle, 100), Plane::WebMercator, 16);
    const qint64 read = (*source)->counts().read;
    const auto again = (*source)->features(around(middle + QPointF(1, 1), 100), Plane::WebMercator, 16);
    CHECK(first == again);
    CHECK((*source)->counts().read == read);
    CHECK((*source)->memoryUsed() > 0);

    (*source)->setMemoryLimit(0);
    for (int i = 0; i < 20; ++i)
        REQUIRE((*source)->features(around(middle + QPointF(0, 1500.0 * i), 100), Plane::WebMercator, 16));
    CHECK((*source)->memoryUsed() < 100'000); // the last piece alone
}

TEST_CASE("a view wider than a piece gets all it touches, each feature once")
{
    Town town;
    town.makeStreets(100);
    const auto source = GpkgFeatures::openMap(town.path);
    REQUIRE(source);
    const auto all = (*source)->features(around(middle, 20'000), Plane::WebMercator, 17);
    REQUIRE(all);
    CHECK((*all)->features().size() == 100);
}

TEST_CASE("far out the coarser copy of a theme is read in its place")
{
    Town town;
    {
        MapFile file(town.path);
        file.makeMap();
        file.addTheme(QStringLiteral("road_12"));
        file.addLevel(QStringLiteral("road"), QStringLiteral("road_12"), 12.0);
        file.addFeature(QStringLiteral("road"), lineBlob({middle, middle + QPointF(50, 0)}), middle, middle + QPointF(50, 0),
                        QStringLiteral("service"), {});
        file.addFeature(QStringLiteral("road_12"), lineBlob({middle, middle + QPointF(500, 0)}), middle, middle + QPointF(500, 0),
                        QStringLiteral("motorway"), QStringLiteral("E6"));
        file.addFeature(QStringLiteral("building"),
                        polygonBlob({{middle, middle + QPointF(9, 0), middle + QPointF(9, 9), middle}}), middle,
                        middle + QPointF(9, 9), QStringLiteral("other"), {});
    }
    const auto source = GpkgFeatures::openMap(town.path);
    REQUIRE(source);
    const auto far = (*source)->features(around(middle, 5000), Plane::WebMercator, 11.5);
    REQUIRE(far);
    REQUIRE((*far)->features().size() == 1); // and no building
    CHECK((*far)->features().front().featureClass == QStringLiteral("motorway"));
    const auto near = (*source)->features(around(middle, 500), Plane::WebMercator, 15);
    REQUIRE(near);
    CHECK(countOf(**near, BasemapTheme::Road) == 1);
    CHECK(countOf(**near, BasemapTheme::Building) == 1);
}

TEST_CASE("for paper the vertices come in SWEREF 99 TM")
{
    Town town;
    town.makeStreets(3);
    const auto source = GpkgFeatures::openMap(town.path);
    REQUIRE(source);
    const Sweref99 expected = geo::Sweref99Transform().toSweref(WebMercator{middle.x(), middle.y()});
    const auto found =
        (*source)->features(around({expected.easting, expected.northing}, 500), Plane::Sweref99Tm, 16);
    REQUIRE(found);
    REQUIRE((*found)->features().size() == 3);
    const QPointF first = (*found)->features().front().sweref.front();
    CHECK_THAT(first.x(), Catch::Matchers::WithinAbs(expected.easting, 1e-3));
    CHECK_THAT(first.y(), Catch::Matchers::WithinAbs(expected.northing, 1e-3));
    CHECK((*source)->bounds(Plane::Sweref99Tm).contains(first));
}

TEST_CASE("a layer of one's own has its label and its class from columns one chooses")
{
    Town town;
    {
        MapFile file(town.path);
        file.addTable(QStringLiteral("feature"), QStringLiteral("class TEXT, name TEXT, level INTEGER, \"Typ av \"\"hållplats\"\"\" TEXT"));
        file.addFeature(QStringLiteral("feature"), pointBlob(middle), middle, middle, QStringLiteral("x"), QStringLiteral("Bron"));
        file.execute(QStringLiteral("UPDATE feature SET \"Typ av \"\"hållplats\"\"\" = 'spårvagn'"));
    }
    LayerStyle style;
    style.colouring = LayerStyle::Colouring::Categories;
    style.field = QStringLiteral("Typ av \"hållplats\"");
    style.categories = {{QStringLiteral("buss"), Qt::red}, {QStringLiteral("spårvagn"), Qt::blue}};
    style.labels = true;
    style.labelField = QStringLiteral("name");
    const auto source = GpkgFeatures::openLayer(town.path, QStringLiteral("feature"), style);
    REQUIRE(source);
    const auto found = (*source)->features(around(middle, 50), Plane::WebMercator, 15);
    REQUIRE(found);
    REQUIRE((*found)->features().size() == 1);
    const BasemapFeature& feature = (*found)->features().front();
    CHECK(feature.theme == BasemapTheme::Layer);
    CHECK(feature.name == QStringLiteral("Bron"));
    CHECK(feature.featureClass == QStringLiteral("c1"));

    for (QString* column : {&style.field, &style.labelField}) {
        const QString right = std::exchange(*column, QStringLiteral("no such"));
        const auto wrong = GpkgFeatures::openLayer(town.path, QStringLiteral("feature"), style);
        REQUIRE_FALSE(wrong);
        CHECK(wrong.error().code == ErrorCode::NotFound);
        *column = right;
    }
}

TEST_CASE("a layer's field may be called as a column of the index is")
{
    Town town;
    {
        MapFile file(town.path);
        file.addTable(QStringLiteral("feature"), QStringLiteral("class TEXT, name TEXT, level INTEGER, id INTEGER, minx REAL"));
        file.addFeature(QStringLiteral("feature"), pointBlob(middle), middle, middle, QStringLiteral("x"), QStringLiteral("Bron"));
        file.execute(QStringLiteral("UPDATE feature SET id = 7, minx = 3"));
    }
    LayerStyle style;
    style.colouring = LayerStyle::Colouring::Graduated;
    style.breaks = {5};
    for (const auto& [field, expected] : {std::pair("id", "c1"), std::pair("minx", "c0")}) {
        style.field = QString::fromLatin1(field);
        const auto source = GpkgFeatures::openLayer(town.path, QStringLiteral("feature"), style);
        REQUIRE(source);
        const auto found = (*source)->features(around(middle, 50), Plane::WebMercator, 15);
        REQUIRE(found);
        REQUIRE((*found)->features().size() == 1);
        CHECK((*found)->features().front().featureClass == QLatin1String(expected));
    }
}

TEST_CASE("a layer is read from its coarser copies far out, and from its one table where it has none")
{
    Town town;
    MapFile file(town.path);
    const QString columns = QStringLiteral("class TEXT, name TEXT, level INTEGER");
    file.addTable(QStringLiteral("feature"), columns);
    for (const char* name : {"Bron", "Torget"})
        file.addFeature(QStringLiteral("feature"), pointBlob(middle), middle, middle, QStringLiteral("x"), QString::fromLatin1(name));
    const auto countAt = [&](double zoom) {
        const auto source = GpkgFeatures::openLayer(town.path, QStringLiteral("feature"), {});
        REQUIRE(source);
        const auto found = (*source)->features(around(middle, 50), Plane::WebMercator, zoom);
        REQUIRE(found);
        return (*found)->features().size();
    };
    CHECK(countAt(5) == 2);
    file.execute(QStringLiteral("CREATE TABLE hk_map_levels (theme TEXT, table_name TEXT, below_zoom REAL)"));
    file.addTable(QStringLiteral("feature_9"), columns);
    file.addFeature(QStringLiteral("feature_9"), pointBlob(middle), middle, middle, QStringLiteral("x"), QStringLiteral("Torget"));
    file.addLevel(QStringLiteral("feature"), QStringLiteral("feature_9"), 9.5);
    CHECK(countAt(9) == 1);
    CHECK(countAt(10) == 2);
}

TEST_CASE("what is no vector map is said to be so")
{
    Town town;
    const auto codeOf = [&] {
        const auto source = GpkgFeatures::openMap(town.path);
        REQUIRE_FALSE(source);
        return source.error().code;
    };
    CHECK(codeOf() == ErrorCode::FileNotFound);
    QFile file(town.path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("<html>not a map at all, but long enough to be looked at as one, and then some more of it to fill a page</html>");
    file.close();
    CHECK(codeOf() == ErrorCode::FileDamaged);
    REQUIRE(file.remove());
    { MapFile other(town.path); }
    CHECK(codeOf() == ErrorCode::FileNotOurs);
    REQUIRE(file.remove());
    MapFile(town.path).makeMap(2);
    CHECK(codeOf() == ErrorCode::FileNewer);
    REQUIRE(file.remove());
    {
        MapFile metres(town.path);
        metres.addTable(QStringLiteral("feature"), QStringLiteral("name TEXT"), 3006);
    }
    const auto layer = GpkgFeatures::openLayer(town.path, QStringLiteral("feature"), {});
    REQUIRE_FALSE(layer);
    CHECK(layer.error().code == ErrorCode::CrsNotUnderstood);
}

TEST_CASE("a file cut off is an error and not a wrong map")
{
    Town town;
    town.makeStreets(2000);
    QFile file(town.path);
    REQUIRE(file.resize(file.size() / 2));
    const auto source = GpkgFeatures::openMap(town.path);
    if (!source) {
        CHECK(source.error().code == ErrorCode::FileDamaged);
        return;
    }
    const auto found = (*source)->features(around(middle, 200'000), Plane::WebMercator, 16);
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::FileDamaged);
}

TEST_CASE("a damaged geometry is passed over and counted, the others are drawn")
{
    Town town;
    {
        MapFile file(town.path);
        file.makeMap();
        const QPointF low = middle, high = middle + QPointF(9, 9);
        file.addFeature(QStringLiteral("road"), lineBlob({low, high}).chopped(5), low, high, QStringLiteral("service"), {});
        file.addFeature(QStringLiteral("road"), lineBlob({low, high}), low, high, QStringLiteral("service"), {});
    }
    const auto source = GpkgFeatures::openMap(town.path);
    REQUIRE(source);
    const auto found = (*source)->features(around(middle, 50), Plane::WebMercator, 16);
    REQUIRE(found);
    CHECK((*found)->features().size() == 1);
    CHECK((*source)->counts().damaged == 1);
}

TEST_CASE("reading stops when it is asked to")
{
    Town town;
    town.makeStreets(10);
    const auto source = GpkgFeatures::openMap(town.path);
    REQUIRE(source);
    std::stop_source stop;
    stop.request_stop();
    const auto found = (*source)->features(around(middle, 500), Plane::WebMercator, 16, stop.get_token());
    REQUIRE_FALSE(found);
    CHECK(found.error().code == ErrorCode::Cancelled);
}

TEST_CASE("several threads read one map at a time")
{
    Town town;
    town.makeStreets(500);
    const auto source = GpkgFeatures::openMap(town.path);
    REQUIRE(source);
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 4; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 25; ++i) {
                const QPointF place = middle + QPointF(0, 1000.0 * ((i * 7 + t) % 45));
                const auto found = (*source)->features(around(place, 150), Plane::WebMercator, 16);
                if (!found || (*found)->features().empty())
                    ++wrong;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    CHECK(wrong == 0);
}

TEST_CASE("bytes of a geometry changed at random never do harm")
{
    std::vector<QByteArray> good = {pointBlob(middle), lineBlob({middle, middle + QPointF(5, 5), middle + QPointF(9, 0)}),
                                    polygonBlob({{middle, middle + QPointF(9, 0), middle + QPointF(9, 9), middle},
                                                 {middle, middle + QPointF(3, 0), middle + QPointF(3, 3), middle}})};
    std::mt19937 random(7);
    for (int i = 0; i < 20'000; ++i) {
        QByteArray blob = good[random() % good.size()];
        const int changes = 1 + static_cast<int>(random() % 4);
        for (int c = 0; c < changes; ++c)
            blob[static_cast<qsizetype>(random() % static_cast<unsigned>(blob.size()))] = static_cast<char>(random());
        if (random() % 3 == 0)
            blob.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(blob.size())));
        std::vector<SimplePart> parts;
        const bool read = readGeoPackageGeometry(bytesOf(blob), parts);
        if (!read)
            REQUIRE(parts.empty());
        for (const SimplePart& part : parts)
            for (const QPointF& vertex : part.vertices)
                REQUIRE(std::isfinite(vertex.x()));
    }
}

TEST_CASE("a geometry that says it has four thousand million vertices is refused at once")
{
    QByteArray blob = lineBlob({middle, middle});
    const qsizetype count = 8 + 5;
    qToLittleEndian<quint32>(0xFFFFFFFFU, blob.data() + count);
    std::vector<SimplePart> parts;
    CHECK_FALSE(readGeoPackageGeometry(bytesOf(blob), parts));
}
