#pragma once

#include "core/coordinates.h"
#include "core/result.h"
#include "map/feature_source.h"
#include "map/viewport.h"

#include <QRectF>
#include <QString>
#include <array>
#include <memory>
#include <vector>

namespace hk::map {

/// What a feature is of. Layer: of a layer of one's own, its class the value its style goes by, its name what it is labelled.
enum class BasemapTheme : std::uint8_t { Boundary, Landcover, Water, Building, Rail, Road, Place, Barrier, Address, Layer };
inline constexpr std::size_t basemapThemeCount = 10;
enum class GeometryKind : std::uint8_t { Point, Line, Polygon };

/// One feature with its geometry in both planes, or, in what a source hands out, in the plane that was asked for.
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

/// A vector map held in memory; immutable, shared between threads. As a source it gives itself.
class Basemap : public FeatureSource, public std::enable_shared_from_this<Basemap> {
public:
    /// The embedded map of Mölndals innerstad (data/basemap). Errors: FileNotFound; FileDamaged with the file, the number
    /// of the feature as its row and the property that is wrong as its field.
    static Result<std::shared_ptr<const Basemap>> embedded();
    /// From GeoJSON texts by theme: for tests and for embedded().
    static Result<std::shared_ptr<const Basemap>> fromGeoJson(const std::vector<std::pair<BasemapTheme, QByteArray>>& texts);
    /// From features whose geometry and bounds are there in `plane`; in the order they are drawn.
    static std::shared_ptr<const Basemap> fromFeatures(std::vector<BasemapFeature> features, Plane plane,
                                                       const QString& attribution);
    /// From features with longitudes and latitudes: makes both planes and the bounds.
    static std::shared_ptr<const Basemap> fromLonLat(std::vector<BasemapFeature> features, const QString& attribution);
    /// The file a theme stands in: "roads.geojson".
    static QString fileName(BasemapTheme theme);

    const std::vector<BasemapFeature>& features() const { return m_features; }
    /// Indices of features of a theme whose bounds meet the rectangle, in drawing order.
    std::vector<std::size_t> find(BasemapTheme theme, Plane plane, const QRectF& rect) const;
    Result<std::shared_ptr<const Basemap>> features(const QRectF& rect, Plane plane, double zoom,
                                                    std::stop_token stop = {}) const override;
    QRectF bounds(Plane plane) const override { return m_bounds[static_cast<std::size_t>(plane)]; }
    /// "Underlag: © OpenStreetMaps bidragsgivare, © Lantmäteriet, © SCB, Trafikverket"
    QString attribution() const override { return m_attribution; }
    bool isWhole() const override { return true; }
    /// Where detail reaches (lon 12.008–12.044, lat 57.6495–57.6625).
    static QRectF detailBounds(Plane plane);

private:
    /// Features of a theme in order of their western edge.
    struct ThemeIndex {
        std::vector<std::size_t> byWest;
        double widest = 0; ///< how far a feature reaches east of its western edge
    };
    void buildIndex(Plane plane);
    const ThemeIndex& index(BasemapTheme theme, Plane plane) const
    {
        return m_index[static_cast<std::size_t>(plane)][static_cast<std::size_t>(theme)];
    }
    std::vector<BasemapFeature> m_features;
    QString m_attribution;
    std::array<QRectF, 2> m_bounds;
    std::array<std::array<ThemeIndex, basemapThemeCount>, 2> m_index;
};

} // namespace hk::map
