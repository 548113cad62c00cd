#include "tiles/mvt_reader.h"

#include "geo/mercator.h"
#include "map/clip.h"
#include "tiles/gdal_use.h"
#include "tiles/vector_classes.h"

#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>

namespace hk::tiles {
namespace {

using map::BasemapFeature;
using map::GeometryKind;
using Points = std::vector<QPointF>;

constexpr qsizetype mostBytes = 32 * 1024 * 1024; // of a tile unpacked

/// Unpacked, if it was packed; empty where it is too long or damaged.
QByteArray unpacked(const QByteArray& bytes)
{
    if (!bytes.startsWith("\x1F\x8B"))
        return bytes;
    const MemoryFile file(bytes, QStringLiteral(".gz"));
    VSILFILE* stream = VSIFOpenL(("/vsigzip/" + file.path()).constData(), "rb");
    if (!stream)
        return {};
    QByteArray made;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const std::size_t got = VSIFReadL(piece.data(), 1, static_cast<std::size_t>(piece.size()), stream);
        made.append(piece.constData(), static_cast<qsizetype>(got));
        if (got < static_cast<std::size_t>(piece.size()) || made.size() > mostBytes)
            break;
    }
    VSIFCloseL(stream);
    return made.size() > mostBytes ? QByteArray() : made;
}

Points pointsOf(const OGRSimpleCurve& curve)
{
    Points points;
    points.reserve(static_cast<std::size_t>(curve.getNumPoints()));
    for (int i = 0; i < curve.getNumPoints(); ++i)
        if (std::isfinite(curve.getX(i)) && std::isfinite(curve.getY(i)))
            points.emplace_back(curve.getX(i), curve.getY(i));
    return points;
}

void close(Points& ring)
{
    if (!ring.empty() && ring.front() != ring.back())
        ring.push_back(ring.front());
}

/// One feature of a tile becomes as many of ours as it has parts within the tile.
class Taker {
public:
    Taker(const geo::MercatorRect& edges, std::vector<BasemapFeature>& into)
        : m_edges(edges)
        , m_rect(edges.xmin, edges.ymin, edges.xmax - edges.xmin, edges.ymax - edges.ymin)
        , m_into(into)
    {}

    void take(const OGRGeometry& geometry, const FeatureMeaning& meaning)
    {
        const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
        if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
            for (const OGRGeometry* part : *geometry.toGeometryCollection())
                take(*part, meaning);
        } else if (type == wkbPoint) {
            const QPointF p(geometry.toPoint()->getX(), geometry.toPoint()->getY());
            // half open, so that a point on an edge is in one tile alone
            if (p.x() >= m_rect.left() && p.x() < m_rect.right() && p.y() > m_rect.top() && p.y() <= m_rect.bottom())
                add(GeometryKind::Point, {p}, meaning);
        } else if (type == wkbLineString) {
            for (map::LineRun& run : map::clipLine(pointsOf(*geometry.toLineString()), m_rect))
                if (run.points.size() >= 2)
                    add(GeometryKind::Line, std::move(run.points), meaning);
        } else if (type == wkbPolygon) {
            polygon(*geometry.toPolygon(), meaning);
        }
    }

private:
    void polygon(const OGRPolygon& given, const FeatureMeaning& meaning)
    {
        if (!given.getExteriorRing())
            return;
        Points outer = map::clipRing(pointsOf(*given.getExteriorRing()), m_rect);
        close(outer);
        if (outer.size() < 4)
            return;
        BasemapFeature& made = add(GeometryKind::Polygon, std::move(outer), meaning);
        for (int i = 0; i < given.getNumInteriorRings(); ++i) {
            Points inner = map::clipRing(pointsOf(*given.getInteriorRing(i)), m_rect);
            close(inner);
            snap(inner);
            if (inner.size() >= 4)
                made.holes.push_back({{}, std::move(inner), {}});
        }
    }

    BasemapFeature& add(GeometryKind kind, Points points, const FeatureMeaning& meaning)
    {
        BasemapFeature made;
        made.theme = meaning.theme;
        made.kind = kind;
        made.featureClass = meaning.featureClass;
        made.name = meaning.name;
        made.ref = meaning.ref;
        made.level = meaning.level;
        made.rank = meaning.rank;
        made.mercator = std::move(points);
        snap(made.mercator);
        return m_into.emplace_back(std::move(made));
    }

    /// What the cut has put on an edge lies on it exactly, so that the neighbour's part meets it.
    void snap(Points& points) const
    {
        const double least = m_rect.width() * 1e-7;
        const auto to = [least](double value, double low, double high) {
            return std::abs(value - low) < least ? low : std::abs(value - high) < least ? high : value;
        };
        for (QPointF& p : points)
            p = {to(p.x(), m_edges.xmin, m_edges.xmax), to(p.y(), m_edges.ymin, m_edges.ymax)};
    }

    geo::MercatorRect m_edges; ///< to the last bit, which a QRectF does not keep
    QRectF m_rect;
    std::vector<BasemapFeature>& m_into;
};

GeometryKind kindOf(const OGRGeometry& geometry)
{
    switch (wkbFlatten(geometry.getGeometryType())) {
    case wkbPoint:
    case wkbMultiPoint:
        return GeometryKind::Point;
    case wkbLineString:
    case wkbMultiLineString:
        return GeometryKind::Line;
    default:
        return GeometryKind::Polygon;
    }
}

} // namespace

std::vector<BasemapFeature> readVectorTile(const QByteArray& given, const geo::TileId& tile)
{
    prepareGdal();
    std::vector<BasemapFeature> features;
    const QByteArray bytes = unpacked(given);
    if (bytes.isEmpty())
        return features;
    const MemoryFile file(bytes, QStringLiteral(".pbf"));
    const QByteArray z = "Z=" + QByteArray::number(tile.z);
    const QByteArray x = "X=" + QByteArray::number(tile.x);
    const QByteArray y = "Y=" + QByteArray::number(tile.y);
    const char* options[] = {x.constData(), y.constData(), z.constData(), "CLIP=NO", "METADATA_FILE=", nullptr};
    static constexpr const char* formats[] = {"MVT", nullptr};
    const DatasetPtr dataset(GDALDataset::Open(("MVT:" + file.path()).constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, formats, options,
                                               nullptr));
    if (!dataset)
        return features;
    Taker taker(geo::tileBounds(tile), features);
    for (OGRLayer* layer : dataset->GetLayers()) {
        const QString name = QString::fromUtf8(layer->GetName());
        for (const OGRFeatureUniquePtr& feature : *layer) {
            const OGRGeometry* geometry = feature->GetGeometryRef();
            if (!geometry || geometry->IsEmpty())
                continue;
            const auto meaning = meaningOf(name, kindOf(*geometry), [&feature](const char* field) {
                const int index = feature->GetFieldIndex(field);
                return index >= 0 && feature->IsFieldSetAndNotNull(index) ? QString::fromUtf8(feature->GetFieldAsString(index)) : QString();
            });
            if (meaning)
                taker.take(*geometry, *meaning);
        }
    }
    return features;
}

} // namespace hk::tiles
