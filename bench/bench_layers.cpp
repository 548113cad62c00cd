// How soon a layer of one's own is on screen: made ready, then drawn level by level as a window of 1920 × 1080 draws it.
//     bin/hk_bench_layers FILE CACHE_FOLDER [field of colours [field of names]]
// Processor time of the tiles that the window shows round the middle of the layer, of one worker, from a file just opened; the
// features handed out with them; with names, the index of them, which is made at each start. Any format that GDAL reads serves.
#include "exchange/layer_file.h"
#include "geo/mercator.h"
#include "geo/tile.h"
#include "map/gpkg_features.h"
#include "map/ground_painter.h"
#include "map/layer_style.h"
#include "map/layer_values.h"
#include "map/name_index.h"
#include "map/style.h"
#include "map/tile_cache.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <cstdio>
#include <ctime>
#include <sys/resource.h>

namespace {

using namespace hk;

double processor()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

long peakMiB()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

map::LayerStyle styleOf(const exchange::PreparedLayer& layer, const QString& field)
{
    const auto kind = layer.geometry == exchange::LayerGeometry::Line      ? map::GeometryKind::Line
                      : layer.geometry == exchange::LayerGeometry::Polygon ? map::GeometryKind::Polygon
                                                                           : map::GeometryKind::Point;
    map::LayerStyle style = map::defaultLayerStyle(kind, 0);
    if (field.isEmpty())
        return style;
    style.field = field;
    style.colouring = map::LayerStyle::Colouring::Categories;
    const auto values = map::fieldValues(layer.path, QString::fromLatin1(exchange::preparedTable), field,
                                         map::LayerStyle::mostCategories);
    for (std::size_t i = 0; values && i < values->frequent.size(); ++i)
        style.categories.push_back({values->frequent[i].text, map::categoryColours()[i]});
    return style;
}

std::shared_ptr<const map::FeatureSource> open(const exchange::PreparedLayer& layer, const map::LayerStyle& style)
{
    const auto source = map::GpkgFeatures::openLayer(layer.path, QString::fromLatin1(exchange::preparedTable), style);
    if (!source)
        std::fprintf(stderr, "%s\n", qPrintable(source.error().detail));
    return source ? *source : nullptr;
}

/// The tiles of a window of 1920 × 1080 with that middle.
std::vector<geo::TileId> tilesOf(const QPointF& middle, int zoom)
{
    const double pixel = 2 * geo::mercatorHalf / (512.0 * static_cast<double>(1U << zoom));
    return geo::tilesIn({middle.x() - 960 * pixel, middle.y() - 540 * pixel, middle.x() + 960 * pixel, middle.y() + 540 * pixel}, zoom);
}

void drawLevel(const exchange::PreparedLayer& layer, const map::LayerStyle& style, const QPointF& middle, int zoom, const QString& pictures)
{
    const auto source = open(layer, style);
    if (!source)
        return;
    auto ground = std::make_shared<map::Ground>();
    map::GroundSheet sheet;
    sheet.features = source;
    sheet.style = map::mapStyleOf(style, false);
    ground->sheets.push_back(sheet);
    const auto tiles = tilesOf(middle, zoom);
    const double begun = processor();
    std::size_t handed = 0;
    QImage whole;
    for (const geo::TileId& tile : tiles) {
        const QImage image = map::TileCache::render(*ground, sheet.style, tile, 1.0);
        const geo::MercatorRect bounds = geo::tileBounds(tile);
        const auto found = source->features({QPointF(bounds.xmin, bounds.ymin), QPointF(bounds.xmax, bounds.ymax)},
                                            map::Plane::WebMercator, zoom); // what was read is kept
        handed += found ? (*found)->features().size() : 0;
        if (tile == tiles[tiles.size() / 2])
            whole = image;
    }
    std::printf("zoom %2d: %2zu tiles, %8zu features, %7.0f ms, peak %ld MiB\n", zoom, tiles.size(), handed, processor() - begun, peakMiB());
    std::fflush(stdout);
    if (!pictures.isEmpty())
        whole.save(QStringLiteral("%1-%2.png").arg(pictures).arg(zoom));
}

void indexNames(const exchange::PreparedLayer& layer, map::LayerStyle style, const QString& field)
{
    style.labels = true;
    style.labelField = field;
    const auto source = open(layer, style);
    const double begun = processor();
    const auto index = source ? map::NameIndex::ofSource(*source) : fail(ErrorCode::NotFound);
    std::printf("%zu names in %.1f s, peak %ld MiB\n", index ? (*index)->size() : 0, (processor() - begun) / 1e3, peakMiB());
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc < 3) {
        std::fprintf(stderr, "usage: hk_bench_layers FILE CACHE_FOLDER [field of colours [field of names]]\n");
        return 2;
    }
    QElapsedTimer clock;
    clock.start();
    const double begun = processor();
    const auto layer = exchange::prepareLayer({QString::fromLocal8Bit(argv[1]), {}, {}}, QString::fromLocal8Bit(argv[2]));
    if (!layer) {
        std::fprintf(stderr, "%s\n", qPrintable(layer.error().detail));
        return 1;
    }
    std::printf("%lld features, %s in %.1f s (processor %.1f s), %lld MiB, peak %ld MiB\n", static_cast<long long>(layer->features),
                layer->reused ? "found ready" : "made ready", static_cast<double>(clock.elapsed()) / 1e3, (processor() - begun) / 1e3,
                static_cast<long long>(QFileInfo(layer->path).size() >> 20), peakMiB());
    const map::LayerStyle style = styleOf(*layer, QString::fromLocal8Bit(argc > 3 ? argv[3] : ""));
    if (argc > 4)
        indexNames(*layer, style, QString::fromLocal8Bit(argv[4]));
    const QPointF middle((layer->minX + layer->maxX) / 2, (layer->minY + layer->maxY) / 2);
    for (int zoom = 5; zoom <= 17; ++zoom)
        drawLevel(*layer, style, middle, zoom, qEnvironmentVariable("HK_BENCH_PICTURES"));
    return 0;
}
