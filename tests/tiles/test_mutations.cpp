#include "geo/mercator.h"
#include "tiles/mbtiles_file.h"
#include "tiles/mvt_reader.h"
#include "tiles/picture_bytes.h"
#include "tiles/raster_files.h"
#include "tiles/service_xml.h"
#include "tiles/source_spec.h"
#include "tiles/vector_tile_bytes.h"

#include <QJsonDocument>
#include <cmath>
#include <random>

using namespace hk;
using namespace hk::test;

namespace {

/// Some hundreds of damaged copies of good bytes, always the same ones: bits turned, pieces cut out, doubled, or overwritten.
template <class Read>
void damaged(const QByteArray& good, int count, const Read& read)
{
    std::mt19937 random(20240611);
    const auto below = [&random](qsizetype most) { return static_cast<qsizetype>(random() % static_cast<quint32>(std::max<qsizetype>(1, most))); };
    for (int i = 0; i < count; ++i) {
        QByteArray bytes = good;
        for (qsizetype change = 1 + below(4); change > 0 && !bytes.isEmpty(); --change) {
            const qsizetype at = below(bytes.size());
            switch (random() % 5) {
            case 0:
                bytes[at] = static_cast<char>(bytes[at] ^ (1 << (random() % 8)));
                break;
            case 1:
                bytes[at] = static_cast<char>(random());
                break;
            case 2:
                bytes.remove(at, below(16));
                break;
            case 3:
                bytes.insert(at, bytes.mid(at, below(32)));
                break;
            default:
                bytes.truncate(at);
            }
        }
        read(bytes);
    }
}

} // namespace

TEST_CASE("no damage to a vector tile gives vertices that are nowhere or outside their tile")
{
    const QByteArray good = vectorTile({{"transportation", 2, {{100, 2000}, {4160, 2000}, {4160, 100}}, {{"class", "primary"}, {"name", "A"}}},
                                        {"water", 3, {{3000, 1000}, {4160, 1000}, {4160, 1500}}, {{"class", "lake"}}},
                                        {"place", 1, {{120, 300}}, {{"class", "suburb"}, {"name", "B"}}}});
    const geo::TileId tile{14, 8738, 4964};
    const geo::MercatorRect rect = geo::tileBounds(tile);
    REQUIRE(tiles::readVectorTile(good, tile).size() == 3);
    int read = 0;
    const auto check = [&](const QByteArray& bytes) {
        bool inside = true;
        for (const auto& feature : tiles::readVectorTile(bytes, tile)) {
            ++read;
            for (const QPointF& p : feature.mercator)
                inside = inside && p.x() > rect.xmin - 1 && p.x() < rect.xmax + 1 && p.y() > rect.ymin - 1 && p.y() < rect.ymax + 1;
        }
        CHECK(inside);
    };
    damaged(good, 500, check);
    damaged(gzipped(good), 200, check);
    CHECK(read > 0);
}

TEST_CASE("damaged capabilities and exceptions are read as far as they are sound")
{
    const QByteArray wms = "<WMS_Capabilities version=\"1.3.0\"><Capability><Layer><CRS>EPSG:3006</CRS><Layer><Name>a</Name><Title>A</Title>"
                           "<EX_GeographicBoundingBox><westBoundLongitude>11</westBoundLongitude><eastBoundLongitude>13</eastBoundLongitude>"
                           "<southBoundLatitude>57</southBoundLatitude><northBoundLatitude>58</northBoundLatitude>"
                           "</EX_GeographicBoundingBox></Layer></Layer></Capability></WMS_Capabilities>";
    REQUIRE(tiles::readWmsCapabilities(wms));
    damaged(wms, 400, [](const QByteArray& bytes) {
        const auto read = tiles::readWmsCapabilities(bytes);
        CHECK((!read || (!read->layers.empty() && !read->layers.front().name.isEmpty())));
    });
    const QByteArray wmts = "<Capabilities><Contents><Layer><Identifier>a</Identifier><TileMatrixSetLink><TileMatrixSet>s</TileMatrixSet>"
                            "</TileMatrixSetLink></Layer><TileMatrixSet><Identifier>s</Identifier><SupportedCRS>EPSG:3006</SupportedCRS>"
                            "<TileMatrix><Identifier>0</Identifier><ScaleDenominator>1000</ScaleDenominator><TopLeftCorner>1 2"
                            "</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight><MatrixWidth>4</MatrixWidth>"
                            "<MatrixHeight>4</MatrixHeight></TileMatrix></TileMatrixSet></Contents></Capabilities>";
    REQUIRE(tiles::readWmtsCapabilities(wmts));
    damaged(wmts, 400, [](const QByteArray& bytes) {
        const auto read = tiles::readWmtsCapabilities(bytes);
        bool sound = true;
        if (read)
            for (const auto& set : read->sets)
                for (const auto& matrix : set.matrices)
                    sound = sound && matrix.scale > 0 && std::isfinite(matrix.scale) && matrix.tileWidth > 0 && matrix.columns > 0;
        CHECK(sound);
    });
    damaged("<ServiceExceptionReport><ServiceException>No</ServiceException></ServiceExceptionReport>", 200,
            [](const QByteArray& bytes) { CHECK(tiles::readServiceException(bytes).value_or(QString()).size() <= 500); });
    const QByteArray deep = QByteArray("<WMS_Capabilities><Capability>") + QByteArray("<Layer><Name>x</Name>").repeated(20000);
    CHECK_FALSE(tiles::readWmsCapabilities(deep));
    CHECK_FALSE(tiles::readWmsCapabilities("<!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;\">]><WMS_Capabilities>&c;"));
}

TEST_CASE("damaged descriptions of sources, facts of tile files and pictures stay within what is possible")
{
    const QByteArray spec = R"({"kind":"wms","address":"https://a.example/wms","layer":"x","lowestZoom":2,"highestZoom":19})";
    damaged(spec, 400, [](const QByteArray& bytes) {
        const auto read = tiles::sourceSpecFromJson(QJsonDocument::fromJson(bytes).object());
        CHECK((!read || (read->lowestZoom >= 0 && read->lowestZoom <= read->highestZoom && read->highestZoom <= 24)));
    });
    damaged("11.9,57.5,12.2,57.8", 400, [](const QByteArray& bytes) {
        const QString text = QString::fromLatin1(bytes);
        const auto facts = tiles::factsFromMetadata({{QStringLiteral("bounds"), text}, {QStringLiteral("minzoom"), text.left(2)},
                                                     {QStringLiteral("attribution"), text}});
        CHECK((facts.bounds.isEmpty() || (std::abs(facts.bounds.left()) < 2.1e7 && facts.bounds.width() > 0 && facts.bounds.width() < 4.1e7)));
        CHECK((facts.lowestZoom >= -1 && facts.lowestZoom <= 24));
    });
    // A GIF that says one size in front and has another picture in it.
    const QByteArray wide("GIF89a\x01\x9D\x01\x00\x80\x00\x00\xFF\x00\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02"
                          "D\x01\x00;",
                          35);
    CHECK_FALSE(tiles::pictureOf(wide));
    damaged(pngOf(QColor(1, 2, 3), 32), 300, [](const QByteArray& bytes) {
        const auto picture = tiles::pictureOf(bytes);
        CHECK((!picture || (picture->width() <= 4096 && picture->height() <= 4096)));
    });
}
