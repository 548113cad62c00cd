// How fast a vector map in a GeoPackage is drawn to 512-px tiles on one core:
//     bin/hk_bench_tiles map.gpkg [benchmark's options]
// Tiles within a kilometre of where most features lie, level by level. read: from the file each time; draw: with what was read kept; labels: with all
// names of the tile placed and drawn; png: encoded besides.
#include "geo/tile.h"
#include "map/gpkg_features.h"
#include "map/ground_painter.h"
#include "map/label_layout.h"
#include "map/style.h"
#include "map/tile_cache.h"

#include <QBuffer>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <benchmark/benchmark.h>
#include <cmath>
#include <cstdio>

namespace {

using namespace hk;

struct Setting {
    std::shared_ptr<const map::GpkgFeatures> features;
    std::shared_ptr<const map::Ground> ground;
    std::shared_ptr<const map::MapStyle> style;
    QPointF middle; ///< Web Mercator metres
};

/// Where most of the map's features lie: the mean of their middles.
QPointF middleOf(const Setting& setting)
{
    const auto all = setting.features->features(setting.features->bounds(map::Plane::WebMercator), map::Plane::WebMercator, 14);
    QPointF sum;
    for (const map::BasemapFeature& feature : (*all)->features())
        sum += feature.mercatorBounds.center();
    return sum / static_cast<double>(std::max<std::size_t>(1, (*all)->features().size()));
}

/// Round the middle, within a kilometre.
std::vector<geo::TileId> tilesOf(const Setting& setting, int zoom)
{
    constexpr double half = 1000.0 / 2 / 0.535; // Web Mercator metres at 57.66° N
    const QPointF& middle = setting.middle;
    auto tiles = geo::tilesIn({middle.x() - half, middle.y() - half, middle.x() + half, middle.y() + half}, zoom);
    tiles.resize(std::min<std::size_t>(tiles.size(), 64));
    return tiles;
}

map::MapViewport viewOf(const geo::TileId& tile)
{
    const geo::MercatorRect bounds = geo::tileBounds(tile);
    map::MapViewport view;
    view.centre = {(bounds.xmin + bounds.xmax) / 2, (bounds.ymin + bounds.ymax) / 2};
    view.target = QRectF(0, 0, map::TileCache::tileSize, map::TileCache::tileSize);
    view.unitsPerMetre = map::TileCache::tileSize / (bounds.xmax - bounds.xmin);
    return view;
}

void addLabels(QImage& image, const Setting& setting, const geo::TileId& tile)
{
    const map::MapViewport view = viewOf(tile);
    const auto labels = map::LabelLayout::make(setting.ground, setting.style, view);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    labels->paint(painter, view, false);
}

enum Work { Read = 1, Labels = 2, Png = 4 };

void drawTiles(benchmark::State& state, const Setting& setting, int work)
{
    const std::vector<geo::TileId> tiles = tilesOf(setting, static_cast<int>(state.range(0)));
    std::size_t next = 0;
    for (auto _ : state) {
        if ((work & Read) != 0)
            setting.features->setMemoryLimit(0); // keeps the last piece alone
        const geo::TileId& tile = tiles[next++ % tiles.size()];
        QImage image = map::TileCache::render(*setting.ground, setting.style, tile, 1.0);
        if ((work & Labels) != 0)
            addLabels(image, setting, tile);
        if ((work & Png) != 0) {
            QByteArray bytes;
            QBuffer buffer(&bytes);
            buffer.open(QIODevice::WriteOnly);
            image.save(&buffer, "PNG");
            benchmark::DoNotOptimize(bytes);
        }
        benchmark::DoNotOptimize(image);
    }
    state.counters["tiles/s"] = benchmark::Counter(static_cast<double>(state.iterations()), benchmark::Counter::kIsRate);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (argc < 2) {
        std::fprintf(stderr, "usage: hk_bench_tiles map.gpkg [options of Google Benchmark]\n");
        return 2;
    }
    Setting setting;
    const auto features = map::GpkgFeatures::openMap(QString::fromLocal8Bit(argv[1]));
    const auto style = map::MapStyle::embedded(QStringLiteral("light"));
    if (!features || !style) {
        std::fprintf(stderr, "%s cannot be read as a vector map\n", argv[1]);
        return 1;
    }
    setting.features = *features;
    setting.style = *style;
    setting.ground = map::groundOf(*features);
    setting.middle = middleOf(setting);
    const std::pair<const char*, int> works[] = {{"draw", 0}, {"read", Read}, {"read_labels", Read | Labels}, {"read_png", Read | Png}};
    for (const auto& [name, work] : works)
        for (const int zoom : {13, 14, 15, 16, 17})
            benchmark::RegisterBenchmark(name, [&setting, does = work](benchmark::State& state) { drawTiles(state, setting, does); })
                ->Arg(zoom)
                ->Unit(benchmark::kMillisecond);
    argv[1] = argv[0];
    int left = argc - 1;
    benchmark::Initialize(&left, argv + 1);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
