#include "exchange/near_reader.h"

#include "exchange/gdal_support.h"
#include "exchange/points_reader.h"
#include "geo/transform.h"

#include <QFileInfo>
#include <QStringList>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <cmath>

namespace hk::exchange {
namespace {

using Lines = std::vector<std::vector<Sweref99>>;

void collect(const OGRGeometry& geometry, Lines& lines)
{
    const OGRwkbGeometryType type = wkbFlatten(geometry.getGeometryType());
    if (geometry.IsEmpty())
        return;
    if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection)) {
        const OGRGeometryCollection* parts = geometry.toGeometryCollection();
        for (int i = 0; i < parts->getNumGeometries(); ++i)
            collect(*parts->getGeometryRef(i), lines);
    } else if (type == wkbPoint) {
        lines.push_back({{geometry.toPoint()->getX(), geometry.toPoint()->getY()}});
    } else if (type == wkbLineString) {
        std::vector<Sweref99>& line = lines.emplace_back();
        for (const OGRPoint& vertex : *geometry.toLineString())
            line.push_back({vertex.getX(), vertex.getY()});
    }
}

Result<void> move(Lines& lines, const QString& from, const QString& path)
{
    const QString to = QStringLiteral("EPSG:3006");
    if (from.isEmpty() || from.compare(to, Qt::CaseInsensitive) == 0)
        return {};
    const Result<geo::CrsTransform> transform = geo::CrsTransform::create(from, to);
    if (!transform) {
        Error error = transform.error();
        error.place.file = path;
        return tl::unexpected(error);
    }
    for (std::vector<Sweref99>& line : lines) {
        std::vector<double> x;
        std::vector<double> y;
        for (const Sweref99& vertex : line) {
            x.push_back(vertex.easting);
            y.push_back(vertex.northing);
        }
        transform->forward(x, y);
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (!std::isfinite(x[i]) || !std::isfinite(y[i]))
                return fail(ErrorCode::TransformFailed, {path}, {from, to});
            line[i] = {x[i], y[i]};
        }
    }
    return {};
}

Result<Lines> linesOfLayers(const QString& path)
{
    prepareGdal();
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return fail(ErrorCode::FileNotReadable, {path});
    CPLErrorReset();
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(
        path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, fileFormats(), nullptr, nullptr));
    if (!dataset)
        return fail(ErrorCode::FormatNotSupported, {path}, {info.suffix()}, lastGdalMessage());
    for (OGRLayer* layer : dataset->GetLayers()) {
        Lines lines;
        layer->ResetReading();
        CPLErrorReset();
        while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()})
            if (const OGRGeometry* geometry = feature->GetGeometryRef())
                if (const std::unique_ptr<OGRGeometry> straight{geometry->getLinearGeometry()})
                    collect(*straight, lines);
        if (CPLGetLastErrorType() >= CE_Failure)
            return fail(ErrorCode::FileDamaged, {path, static_cast<qint64>(lines.size()), {}}, {}, lastGdalMessage());
        if (lines.empty())
            continue;
        if (const Result<void> moved = move(lines, crsName(layer->GetSpatialRef()), path); !moved)
            return tl::unexpected(moved.error());
        return lines;
    }
    return fail(ErrorCode::NotFound, {path}, {QStringLiteral("point")});
}

Result<Lines> linesOfTable(const QString& path)
{
    PointsRequest request;
    request.path = path;
    const Result<PointsRead> read = readPoints(request);
    if (!read)
        return tl::unexpected(read.error());
    if (read->points.empty())
        return fail(ErrorCode::NotFound, {path}, {QStringLiteral("point")});
    Lines lines;
    for (const analysis::Point& point : read->points)
        lines.push_back({{point.x, point.y}});
    return lines;
}

} // namespace

Result<std::shared_ptr<const NearSet>> readNearPoints(const QString& path)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    static const QStringList tables{QStringLiteral("csv"), QStringLiteral("tsv"), QStringLiteral("txt")};
    const bool isTable = tables.contains(QFileInfo(path).suffix(), Qt::CaseInsensitive);
    Result<Lines> lines = isTable ? linesOfTable(path) : linesOfLayers(path);
    if (!lines)
        return tl::unexpected(lines.error());
    auto set = std::make_shared<NearSet>();
    set->title = QFileInfo(path).completeBaseName();
    set->path = path;
    set->lines = std::move(*lines);
    return std::shared_ptr<const NearSet>(std::move(set));
}

} // namespace hk::exchange
