#pragma once

#include "core/coordinates.h"
#include "core/result.h"
#include "map/viewport.h"

#include <QRectF>
#include <QString>
#include <array>
#include <memory>
#include <vector>

namespace hk::map {

enum class BasemapTheme : std::uint8_t { Boundary, Landcover, Water, Building, Rail, Road, Place };
inline constexpr std::size_t basemapThemeCount = 7;
enum class GeometryKind : std::uint8_t { Point, Line, Polygon };

/// One feature with its geometry in both planes.
struct BasemapFeature {
    BasemapTheme theme;
    GeometryKind kind;
    QString featureClass; ///< "motorway", "lake", … as in data/basemap/README.md
    QString name;
    QString ref;          ///< of roads: "E6/E20"
    int level = 0;        ///< 1 bridge, -1 tunnel
    int rank = 5;         ///< of places: 1 most important
    std::vector<LonLat> lonLat;         ///< vertices; a polygon's outer ring closed
    std::vector<QPointF> mercator;
    std::vector<QPointF> sweref;
    struct Hole {
        std::vector<LonLat> lonLat;
        std::vector<QPointF> mercator;
        std::vector<QPointF> sweref;
        const std::vector<QPointF>& vertices(Plane plane) const { return plane == Plane::WebMercator ? mercator : sweref; }
    };
    std::vector<Hole> holes; ///< inner rings of a polygon, closed
    QRectF mercatorBounds;
    QRectF swerefBounds;
    const std::vector<QPointF>& vertices(Plane plane) const { return plane == Plane::WebMercator ? mercator : sweref; }
    const QRectF& bounds(Plane plane) const { return plane == Plane::WebMercator ? mercatorBounds : swerefBounds; }
};

/// A vector map held in memory; immutable, shared between threads.
class Basemap {
public:
    /// The embedded map of Mölndals innerstad (data/basemap). Errors: FileNotFound; FileDamaged with the file, the number
    /// of the feature as its row and the property that is wrong as its field.
    static Result<std::shared_ptr<const Basemap>> embedded();
    /// From GeoJSON texts by theme: for tests and for embedded().
    static Result<std::shared_ptr<const Basemap>> fromGeoJson(const std::vector<std::pair<BasemapTheme, QByteArray>>& texts);
    /// From features with longitudes and latitudes: makes both planes and the bounds.
    static std::shared_ptr<const Basemap> fromLonLat(std::vector<BasemapFeature> features, const QString& attribution);
    /// The file a theme stands in: "roads.geojson".
    static QString fileName(BasemapTheme theme);

    const std::vector<BasemapFeature>& features() const { return m_features; }
    /// Indices of features of a theme whose bounds meet the rectangle, in drawing order.
    std::vector<std::size_t> find(BasemapTheme theme, Plane plane, const QRectF& rect) const;
    /// "Underlag: © OpenStreetMaps bidragsgivare, © Lantmäteriet, © SCB, Trafikverket"
    QString attribution() const { return m_attribution; }
    /// Where detail reaches (lon 12.008–12.044, lat 57.6495–57.6625).
    static QRectF detailBounds(Plane plane);

private:
    /// Features of a theme in order of their western edge.
    struct ThemeIndex {
        std::vector<std::size_t> byWest;
        double widest = 0; ///< how far a feature reaches east of its western edge
    };
    void buildIndex();
    const ThemeIndex& index(BasemapTheme theme, Plane plane) const
    {
        return m_index[static_cast<std::size_t>(plane)][static_cast<std::size_t>(theme)];
    }
    std::vector<BasemapFeature> m_features;
    QString m_attribution;
    std::array<std::array<ThemeIndex, basemapThemeCount>, 2> m_index;
};

} // namespace hk::map
