#include "map/small_town.h"

#include "geo/mercator.h"

#include <cmath>
#include <algorithm>
#include <cstdlib>
#include <stdexcept>

namespace hk::test {

using namespace hk::map;

namespace {

const QByteArray landcover = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"class":"park","name":"Parken"},"geometry":{"type":"Polygon","coordinates":[[[12.016,57.6555],[12.0185,57.6555],[12.0185,57.6565],[12.016,57.6565],[12.016,57.6555]]]}}]})";

const QByteArray water = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"class":"lake","name":"Sjön"},"geometry":{"type":"Polygon","coordinates":[[[12.021,57.656],[12.025,57.656],[12.025,57.658],[12.021,57.658],[12.021,57.656]],[[12.0225,57.6566],[12.0225,57.6574],[12.0235,57.6574],[12.0235,57.6566],[12.0225,57.6566]]]}},
{"type":"Feature","properties":{"class":"river","name":"Ån"},"geometry":{"type":"LineString","coordinates":[[12.012,57.6535],[12.017,57.6542],[12.022,57.6536],[12.028,57.654]]}}]})";

const QByteArray buildings = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"class":"civic","name":"Stadshuset"},"geometry":{"type":"Polygon","coordinates":[[[12.0192,57.6548],[12.0202,57.6548],[12.0202,57.6552],[12.0192,57.6552],[12.0192,57.6548]]]}},
{"type":"Feature","properties":{"class":"block"},"geometry":{"type":"Polygon","coordinates":[[[12.0206,57.6548],[12.0212,57.6548],[12.0212,57.6553],[12.0206,57.6553],[12.0206,57.6548]]]}}]})";

const QByteArray roads = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"class":"motorway","ref":"E6/E20"},"geometry":{"type":"LineString","coordinates":[[12.0135,57.66],[12.0142,57.655],[12.0152,57.65]]}},
{"type":"Feature","properties":{"class":"primary","name":"Göteborgsvägen"},"geometry":{"type":"LineString","coordinates":[[12.0185,57.66],[12.0182,57.6575],[12.0186,57.655]]}},
{"type":"Feature","properties":{"class":"primary","name":"Göteborgsvägen"},"geometry":{"type":"LineString","coordinates":[[12.0186,57.655],[12.0189,57.65]]}},
{"type":"Feature","properties":{"class":"secondary","name":"Brogatan","level":1},"geometry":{"type":"LineString","coordinates":[[12.0128,57.6549],[12.0186,57.655]]}},
{"type":"Feature","properties":{"class":"residential","name":"Kvarnbygatan"},"geometry":{"type":"LineString","coordinates":[[12.0186,57.655],[12.02,57.6546],[12.0225,57.6545],[12.0255,57.6552]]}},
{"type":"Feature","properties":{"class":"path","level":-1},"geometry":{"type":"LineString","coordinates":[[12.017,57.6533],[12.021,57.6533]]}}]})";

const QByteArray rails = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"class":"rail"},"geometry":{"type":"LineString","coordinates":[[12.0162,57.66],[12.0166,57.655],[12.0173,57.65]]}}]})";

const QByteArray places = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"class":"town","name":"Småstad","rank":1},"geometry":{"type":"Point","coordinates":[12.0197,57.6558]}},
{"type":"Feature","properties":{"class":"station","name":"Småstads station","rank":1},"geometry":{"type":"Point","coordinates":[12.0167,57.6547]}},
{"type":"Feature","properties":{"class":"stop","name":"Småstads station","rank":4},"geometry":{"type":"Point","coordinates":[12.0172,57.6548]}},
{"type":"Feature","properties":{"class":"square","name":"Stortorget","rank":2},"geometry":{"type":"Point","coordinates":[12.0204,57.6556]}},
{"type":"Feature","properties":{"class":"landmark","name":"Gamla kvarnens museum","rank":2},"geometry":{"type":"Point","coordinates":[12.0249,57.6549]}},
{"type":"Feature","properties":{"class":"quarter","name":"Café-kvarteret","rank":3},"geometry":{"type":"Point","coordinates":[12.0225,57.6558]}}]})";

template <class T>
T orThrow(Result<T> result)
{
    if (!result)
        throw std::runtime_error((result.error().place.field + QLatin1Char(' ') + result.error().detail).toStdString());
    return *result;
}

} // namespace

std::shared_ptr<const Basemap> smallTown()
{
    return orThrow(Basemap::fromGeoJson({{BasemapTheme::Landcover, landcover},
                                         {BasemapTheme::Water, water},
                                         {BasemapTheme::Building, buildings},
                                         {BasemapTheme::Road, roads},
                                         {BasemapTheme::Rail, rails},
                                         {BasemapTheme::Place, places}}));
}

std::shared_ptr<const MapStyle> lightStyle()
{
    return orThrow(MapStyle::embedded(QStringLiteral("light")));
}

MapViewport mercatorView(const LonLat& centre, double zoom, const QSizeF& size)
{
    const WebMercator m = geo::toWebMercator(centre);
    MapViewport view;
    view.centre = {m.x, m.y};
    view.target = QRectF(QPointF(0, 0), size);
    view.unitsPerMetre = 512 * std::exp2(zoom) / (2 * geo::mercatorHalf);
    return view;
}

MapViewport swerefView(const Sweref99& centre, double metresPerUnit, const QSizeF& size)
{
    MapViewport view;
    view.plane = Plane::Sweref99Tm;
    view.centre = {centre.easting, centre.northing};
    view.target = QRectF(QPointF(0, 0), size);
    view.unitsPerMetre = 1.0 / metresPerUnit;
    return view;
}

std::shared_ptr<const IncidentLayer> layerOf(const std::vector<Spot>& spots, std::map<std::uint32_t, SwerefRing> areas)
{
    auto table = std::make_shared<analysis::IncidentTable>();
    std::vector<std::uint32_t> rows;
    for (const Spot& spot : spots) {
        rows.push_back(static_cast<std::uint32_t>(rows.size()));
        table->easting.push_back(spot.easting);
        table->northing.push_back(spot.northing);
        table->fromUtc.push_back(0);
        table->toUtc.push_back(0);
        table->localDate.push_back(0);
        table->localMinuteOfWeek.push_back(0);
        table->localSpanMinutes.push_back(0);
        table->category.push_back(spot.category);
        table->organisation.push_back(0);
        table->radius.push_back(spot.radius);
        table->precision.push_back(spot.precision);
        table->severity.push_back(1);
        table->flags.push_back(spot.precision == 3 ? analysis::flagArea : std::uint8_t{0});
    }
    std::vector<IncidentLayer::CategorySymbol> symbols;
    const QString letters = QStringLiteral("NSGOVTRP");
    for (int group = 0; group < categoryGroupCount; ++group)
        symbols.push_back({static_cast<CategoryGroup>(group), letters.mid(group, 1), false});
    return std::make_shared<IncidentLayer>(std::move(table), std::move(rows), std::move(symbols), std::move(areas));
}

PictureDifference compare(const QImage& a, const QImage& b, int tolerance)
{
    PictureDifference difference;
    if (a.size() != b.size())
        return {255, a.width() * a.height()};
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            const int here = std::max({std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                                       std::abs(qBlue(p) - qBlue(q)), std::abs(qAlpha(p) - qAlpha(q))});
            difference.largest = std::max(difference.largest, here);
            difference.pixels += here > tolerance ? 1 : 0;
        }
    return difference;
}

} // namespace hk::test
