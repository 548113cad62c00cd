#include "methods/result_files.h"

#include "exchange/csv.h"
#include "exchange/export_writer.h"
#include "geo/transform.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <cmath>

namespace hk::methods {
namespace {

Result<void> write(const QString& path, const QByteArray& content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
    file.write(content);
    if (!file.commit())
        return fail(ErrorCode::DiskFull, {path}, {}, file.errorString());
    return {};
}

QByteArray field(const QVariant& value)
{
    if (!value.isValid() || value.isNull())
        return {};
    if (value.typeId() == QMetaType::Double || value.typeId() == QMetaType::Float) {
        const double number = value.toDouble();
        return std::isfinite(number) ? QByteArray::number(number, 'g', 17) : QByteArray();
    }
    return exchange::csvField(value.toString());
}

QByteArray line(const QList<QByteArray>& fields) { return fields.join(',') + "\r\n"; }

QJsonArray vertices(const std::vector<QPointF>& part, bool closed, const geo::CrsTransform& transform)
{
    std::vector<double> x;
    std::vector<double> y;
    for (const QPointF& p : part) {
        x.push_back(p.x());
        y.push_back(p.y());
    }
    transform.forward(x, y);
    QJsonArray json;
    for (std::size_t i = 0; i < x.size(); ++i) // 1e-7 degrees are about a centimetre
        json.append(QJsonArray{std::round(x[i] * 1e7) / 1e7, std::round(y[i] * 1e7) / 1e7});
    if (closed && !json.isEmpty())
        json.append(json.first());
    return json;
}

QJsonArray partsOf(const map::StudyShape& shape, const geo::CrsTransform& transform)
{
    QJsonArray parts;
    for (const std::vector<QPointF>& part : shape.parts)
        parts.append(vertices(part, shape.kind == map::StudyShape::Kind::Area, transform));
    return parts;
}

/// A shape with the further polygons of its feature, if it has any.
QJsonObject geometryOf(const std::vector<map::StudyShape>& shapes, std::size_t index, const geo::CrsTransform& transform)
{
    const map::StudyShape& shape = shapes[index];
    const bool area = shape.kind == map::StudyShape::Kind::Area;
    const QJsonArray parts = partsOf(shape, transform);
    QJsonArray polygons;
    polygons.append(parts);
    for (std::size_t i = index + 1; i < shapes.size(); ++i)
        if (shapes[i].partOf == static_cast<int>(index))
            polygons.append(partsOf(shapes[i], transform));
    if (polygons.size() > 1)
        return {{QStringLiteral("type"), QStringLiteral("MultiPolygon")}, {QStringLiteral("coordinates"), polygons}};
    return {{QStringLiteral("type"), area ? QStringLiteral("Polygon") : QStringLiteral("MultiLineString")},
            {QStringLiteral("coordinates"), parts}};
}

} // namespace

Result<void> writeTable(const QString& path, const ResultTable& table)
{
    QList<QByteArray> fields;
    for (const ResultColumn& column : table.columns)
        fields.append(exchange::csvField(column.key));
    QByteArray text = line(fields);
    for (const QVariantList& row : table.rows) {
        fields.clear();
        for (const QVariant& value : row)
            fields.append(field(value));
        text += line(fields);
    }
    return write(path, text);
}

Result<void> writeLayer(const QString& path, const MethodResult& result, const QString& crs)
{
    if (!result.layer)
        return fail(ErrorCode::NotFound, {path});
    const Result<geo::CrsTransform> transform = geo::CrsTransform::create(crs, QStringLiteral("EPSG:4326"));
    if (!transform)
        return tl::unexpected(transform.error());
    QJsonArray features;
    for (std::size_t i = 0; i < result.layer->shapes.size(); ++i) {
        const map::StudyShape& shape = result.layer->shapes[i];
        if (shape.partOf >= 0 || shape.isSign)
            continue;
        QJsonObject properties;
        if (i < result.properties.size())
            for (qsizetype k = 0; k < result.properties[i].size(); ++k)
                properties.insert(result.propertyColumns.at(static_cast<std::size_t>(k)).key,
                                  QJsonValue::fromVariant(result.properties[i].at(k)));
        if (shape.classIndex >= 0)
            properties.insert(QStringLiteral("class"),
                              result.layer->classes.at(static_cast<std::size_t>(shape.classIndex)).label);
        features.append(QJsonObject{{QStringLiteral("type"), QStringLiteral("Feature")},
                                    {QStringLiteral("properties"), properties},
                                    {QStringLiteral("geometry"), geometryOf(result.layer->shapes, i, *transform)}});
    }
    const QJsonObject collection{{QStringLiteral("type"), QStringLiteral("FeatureCollection")},
                                 {QStringLiteral("name"), result.title},
                                 {QStringLiteral("features"), features}};
    return write(path, QJsonDocument(collection).toJson());
}

Result<void> writeGrid(const QString& path, const ResultGrid& grid, const QStringList& parameters, const QString& crs)
{
    if (!grid.grid)
        return fail(ErrorCode::NotFound, {path});
    return exchange::writeDensity(path, *grid.grid, crs,
                                  {{QStringLiteral("TITLE"), grid.title},
                                   {QStringLiteral("UNIT"), grid.unit},
                                   {QStringLiteral("PARAMETERS"), parameters.join(QStringLiteral("; "))}});
}

Result<void> writeResult(const QString& path, const MethodResult& result, const QString& crs)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("csv"))
        return result.tables.empty() ? fail(ErrorCode::NotFound, {path}) : writeTable(path, result.tables.front());
    if (suffix == QLatin1String("geojson") || suffix == QLatin1String("json"))
        return writeLayer(path, result, crs);
    if (suffix == QLatin1String("tif") || suffix == QLatin1String("tiff"))
        return result.grids.empty() ? fail(ErrorCode::NotFound, {path})
                                    : writeGrid(path, result.grids.front(), result.parameters, crs);
    return fail(ErrorCode::FormatNotSupported, {path}, {suffix});
}

} // namespace hk::methods
