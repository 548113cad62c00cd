#include "exchange/area_reader.h"

#include "exchange/gdal_support.h"
#include "exchange/name_field.h"
#include "exchange/named_numbers.h"
#include "geo/transform.h"

#include <QFileInfo>

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <cmath>

namespace hk::exchange {
namespace {

using analysis::Point;
using analysis::Polygon;
using analysis::Ring;

Ring verticesOf(const OGRLinearRing& given)
{
    Ring ring;
    for (const OGRPoint& vertex : given) {
        const Point point{vertex.getX(), vertex.getY()};
        if (ring.empty() || !(ring.back() == point))
            ring.push_back(point);
    }
    if (ring.size() > 1 && ring.front() == ring.back())
        ring.pop_back();
    return ring;
}

std::unique_ptr<OGRPolygon> shapeOf(const Polygon& area)
{
    auto shape = std::make_unique<OGRPolygon>();
    const auto add = [&shape](const Ring& vertices) {
        auto ring = std::make_unique<OGRLinearRing>();
        for (const Point& vertex : vertices)
            ring->addPoint(vertex.x, vertex.y);
        ring->closeRings();
        shape->addRingDirectly(ring.release());
    };
    add(area.outer);
    std::for_each(area.holes.begin(), area.holes.end(), add);
    return shape;
}

void collect(const OGRGeometry& geometry, std::vector<Polygon>& areas)
{
    if (OGR_GT_IsSubClassOf(wkbFlatten(geometry.getGeometryType()), wkbGeometryCollection)) {
        const OGRGeometryCollection* parts = geometry.toGeometryCollection();
        for (int i = 0; i < parts->getNumGeometries(); ++i)
            collect(*parts->getGeometryRef(i), areas);
        return;
    }
    if (OGR_GT_IsCurve(geometry.getGeometryType()) || wkbFlatten(geometry.getGeometryType()) != wkbPolygon)
        return;
    const OGRPolygon* polygon = geometry.toPolygon();
    if (!polygon->getExteriorRing())
        return;
    Polygon area{verticesOf(*polygon->getExteriorRing()), {}};
    for (int i = 0; i < polygon->getNumInteriorRings(); ++i)
        area.holes.push_back(verticesOf(*polygon->getInteriorRing(i)));
    areas.push_back(std::move(area));
}

Result<std::vector<Polygon>> polygonsOf(OGRLayer& layer, const QString& path)
{
    std::vector<Polygon> areas;
    layer.ResetReading();
    CPLErrorReset();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()})
        if (const OGRGeometry* geometry = feature->GetGeometryRef()) {
            const std::unique_ptr<OGRGeometry> straight(geometry->getLinearGeometry());
            if (straight)
                collect(*straight, areas);
        }
    if (CPLGetLastErrorType() >= CE_Failure)
        return fail(ErrorCode::FileDamaged, {path, static_cast<qint64>(areas.size()), {}}, {}, lastGdalMessage());
    return areas;
}

/// False where a vertex has no place in the CRS.
bool moveRing(Ring& ring, const geo::CrsTransform& transform)
{
    std::vector<double> x(ring.size());
    std::vector<double> y(ring.size());
    for (std::size_t i = 0; i < ring.size(); ++i) {
        x[i] = ring[i].x;
        y[i] = ring[i].y;
    }
    transform.forward(x, y);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        if (!std::isfinite(x[i]) || !std::isfinite(y[i]))
            return false;
        ring[i] = {x[i], y[i]};
    }
    return true;
}

Result<void> moveTo(const QString& crs, const QString& from, std::vector<Polygon>& areas, const QString& path)
{
    if (from.isEmpty() || from.compare(crs, Qt::CaseInsensitive) == 0)
        return {};
    const Result<geo::CrsTransform> transform = geo::CrsTransform::create(from, crs);
    if (!transform) {
        Error error = transform.error();
        error.place.file = path;
        return tl::unexpected(error);
    }
    for (Polygon& area : areas) {
        bool moved = moveRing(area.outer, *transform);
        for (Ring& hole : area.holes)
            moved = moved && moveRing(hole, *transform);
        if (!moved)
            return fail(ErrorCode::TransformFailed, {path}, {from, crs});
    }
    return {};
}

bool isFlat(const Ring& ring)
{
    return analysis::signedArea(ring) == 0.0; // also with fewer than three vertices
}

void direct(Ring& ring, bool counterClockwise)
{
    if ((analysis::signedArea(ring) > 0.0) != counterClockwise)
        std::reverse(ring.begin(), ring.end());
}

void normalise(std::vector<Polygon>& areas)
{
    std::erase_if(areas, [](const Polygon& area) { return isFlat(area.outer); });
    for (Polygon& area : areas) {
        std::erase_if(area.holes, isFlat);
        direct(area.outer, true);
        for (Ring& hole : area.holes)
            direct(hole, false);
    }
}

Result<GDALDatasetUniquePtr> openAreas(const QString& path)
{
    prepareGdal();
    const QFileInfo info(path);
    if (!info.exists())
        return fail(ErrorCode::FileNotFound, {path});
    if (!info.isFile() || !info.isReadable())
        return fail(ErrorCode::FileNotReadable, {path});
    CPLErrorReset();
    GDALDatasetUniquePtr dataset(GDALDataset::Open(
        path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, fileFormats(), nullptr, nullptr));
    if (dataset)
        return dataset;
    static const QStringList kinds{QStringLiteral("geojson"), QStringLiteral("json"), QStringLiteral("gpkg"),
                                   QStringLiteral("shp")};
    if (kinds.contains(info.suffix(), Qt::CaseInsensitive)) // the right kind, but broken
        return fail(ErrorCode::FileNotReadable, {path}, {}, lastGdalMessage());
    return fail(ErrorCode::FormatNotSupported, {path}, {info.suffix()}, lastGdalMessage());
}

QStringList attributesOf(const OGRFeature& feature)
{
    QStringList values;
    for (int i = 0; i < feature.GetFieldCount(); ++i)
        values.append(feature.IsFieldSetAndNotNull(i) ? QString::fromUtf8(feature.GetFieldAsString(i)) : QString());
    return values;
}

/// The polygons of a feature, none of which crosses itself; the lines stay where they are, so that the even-odd rule holds
/// the same ground.
std::vector<Polygon> soundPolygons(const OGRGeometry& straight, int& mended)
{
    std::vector<Polygon> given;
    collect(straight, given);
    std::vector<Polygon> sound;
    for (Polygon& polygon : given) {
        const std::unique_ptr<OGRPolygon> shape = shapeOf(polygon);
        if (shape->IsValid()) {
            sound.push_back(std::move(polygon));
            continue;
        }
        ++mended;
        if (const std::unique_ptr<OGRGeometry> valid{shape->MakeValid()})
            collect(*valid, sound);
    }
    return sound;
}

Result<NamedAreas> featuresOf(OGRLayer& layer, const QString& path)
{
    NamedAreas read;
    const OGRFeatureDefn* definition = layer.GetLayerDefn();
    for (int i = 0; i < definition->GetFieldCount(); ++i)
        read.fields.append(QString::fromUtf8(definition->GetFieldDefn(i)->GetNameRef()));
    layer.ResetReading();
    CPLErrorReset();
    while (const OGRFeatureUniquePtr feature{layer.GetNextFeature()}) {
        const OGRGeometry* geometry = feature->GetGeometryRef();
        const std::unique_ptr<OGRGeometry> straight(geometry ? geometry->getLinearGeometry() : nullptr);
        NamedArea area;
        if (straight)
            area.polygons = soundPolygons(*straight, read.mended);
        area.id = QString::number(feature->GetFID());
        area.attributes = attributesOf(*feature);
        CPLErrorReset(); // GEOS tells of each polygon that crosses itself
        read.areas.push_back(std::move(area));
    }
    if (CPLGetLastErrorType() >= CE_Failure)
        return fail(ErrorCode::FileDamaged, {path, static_cast<qint64>(read.areas.size()), {}}, {}, lastGdalMessage());
    return read;
}

QStringList valuesOf(const NamedAreas& areas, qsizetype field)
{
    QStringList values;
    for (const NamedArea& area : areas.areas)
        values.append(area.attributes.at(field));
    return values;
}

/// Whether every value that is there is a number, and one is.
bool isNumeric(const QStringList& values)
{
    const auto empty = [](const QString& value) { return value.isEmpty(); };
    return !std::all_of(values.begin(), values.end(), empty)
           && std::all_of(values.begin(), values.end(), [](const QString& value) {
                  return value.isEmpty() || numberOf(value).has_value();
              });
}

Result<void> giveNames(NamedAreas& areas, const QString& path, const QString& wanted)
{
    std::vector<QStringList> values;
    for (qsizetype i = 0; i < areas.fields.size(); ++i) {
        values.push_back(valuesOf(areas, i));
        if (isNumeric(values.back()))
            areas.numericFields.append(areas.fields.at(i));
    }
    const qsizetype field = wanted.isEmpty() ? likeliestNameField(areas.fields, values)
                                             : areas.fields.indexOf(wanted);
    if (field < 0 && !wanted.isEmpty())
        return fail(ErrorCode::ColumnNotFound, {path}, {wanted});
    if (field >= 0)
        areas.nameField = areas.fields.at(field);
    for (std::size_t i = 0; i < areas.areas.size(); ++i) {
        NamedArea& area = areas.areas[i];
        if (field >= 0)
            area.name = area.attributes.at(field).simplified();
        if (area.name.isEmpty()) {
            area.name = QStringLiteral("#%1").arg(i + 1);
            ++areas.withoutName;
        }
    }
    return {};
}

} // namespace

std::vector<Polygon> withoutOverlaps(const std::vector<Polygon>& areas)
{
    CPLStringList options;
    options.SetNameValue("METHOD", "STRUCTURE"); // holes stay holes, even one as large as its polygon
    std::vector<Polygon> valid;
    for (const Polygon& area : areas)
        if (const std::unique_ptr<OGRGeometry> mended{shapeOf(area)->MakeValid(options.List())})
            collect(*mended, valid);
    OGRMultiPolygon parts;
    for (const Polygon& area : valid)
        parts.addGeometryDirectly(shapeOf(area).release());
    const std::unique_ptr<OGRGeometry> together(parts.UnionCascaded());
    if (!together)
        return areas;
    std::vector<Polygon> united;
    collect(*together, united);
    normalise(united);
    return united.empty() ? areas : united; // nothing left is no area, which would mean everywhere
}

Result<std::vector<Polygon>> readAreas(const QString& path, const QString& crs)
{
    const Result<GDALDatasetUniquePtr> dataset = openAreas(path);
    if (!dataset)
        return tl::unexpected(dataset.error());
    for (OGRLayer* layer : (*dataset)->GetLayers()) {
        Result<std::vector<Polygon>> areas = polygonsOf(*layer, path);
        if (!areas)
            return areas;
        if (areas->empty())
            continue;
        if (const Result<void> moved = moveTo(crs, crsName(layer->GetSpatialRef()), *areas, path); !moved)
            return tl::unexpected(moved.error());
        normalise(*areas);
        if (!areas->empty())
            return areas;
    }
    return fail(ErrorCode::NotFound, {path}, {QStringLiteral("polygon")});
}

Result<NamedAreas> readNamedAreas(const QString& path, const QString& crs, const QString& nameField)
{
    const Result<GDALDatasetUniquePtr> dataset = openAreas(path);
    if (!dataset)
        return tl::unexpected(dataset.error());
    for (OGRLayer* layer : (*dataset)->GetLayers()) {
        Result<NamedAreas> read = featuresOf(*layer, path);
        if (!read)
            return read;
        for (NamedArea& area : read->areas) {
            if (const Result<void> moved = moveTo(crs, crsName(layer->GetSpatialRef()), area.polygons, path); !moved)
                return tl::unexpected(moved.error());
            normalise(area.polygons);
        }
        read->withoutPolygon += static_cast<int>(
            std::erase_if(read->areas, [](const NamedArea& area) { return area.polygons.empty(); }));
        if (read->areas.empty())
            continue;
        read->crs = crs;
        read->title = QFileInfo(path).completeBaseName();
        if (const Result<void> named = giveNames(*read, path, nameField); !named)
            return tl::unexpected(named.error());
        return read;
    }
    return fail(ErrorCode::NotFound, {path}, {QStringLiteral("polygon")});
}

} // namespace hk::exchange
