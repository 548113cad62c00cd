#include "exchange/prepared_layer.h"

#include "core/map_tables.h"
#include "exchange/gdal_support.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace hk::exchange {
namespace {

QString quoted(QString text) { return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\''); }

QJsonObject toJson(const PreparedLayer& layer)
{
    QJsonArray fields;
    for (std::size_t i = 0; i < layer.fields.size(); ++i)
        fields.append(QJsonArray{layer.fields[i].name, static_cast<int>(layer.fields[i].kind),
                                 layer.titles.at(static_cast<qsizetype>(i))});
    return {{QStringLiteral("title"), layer.title},
            {QStringLiteral("geometry"), static_cast<int>(layer.geometry)},
            {QStringLiteral("features"), layer.features},
            {QStringLiteral("withoutPosition"), layer.withoutPosition},
            {QStringLiteral("broken"), layer.broken},
            {QStringLiteral("bounds"), QJsonArray{layer.minX, layer.minY, layer.maxX, layer.maxY}},
            {QStringLiteral("fields"), fields}};
}

PreparedLayer fromJson(const QJsonObject& object)
{
    PreparedLayer layer;
    layer.title = object.value(QLatin1String("title")).toString();
    layer.geometry = static_cast<LayerGeometry>(object.value(QLatin1String("geometry")).toInt());
    layer.features = object.value(QLatin1String("features")).toInteger();
    layer.withoutPosition = object.value(QLatin1String("withoutPosition")).toInteger();
    layer.broken = object.value(QLatin1String("broken")).toInteger();
    const QJsonArray bounds = object.value(QLatin1String("bounds")).toArray();
    layer.minX = bounds.at(0).toDouble();
    layer.minY = bounds.at(1).toDouble();
    layer.maxX = bounds.at(2).toDouble();
    layer.maxY = bounds.at(3).toDouble();
    for (const QJsonValue& value : object.value(QLatin1String("fields")).toArray()) {
        const QJsonArray field = value.toArray();
        layer.fields.push_back({field.at(0).toString(), static_cast<LayerField::Kind>(field.at(1).toInt())});
        layer.titles.append(field.at(2).toString());
    }
    return layer;
}

} // namespace

bool runSql(GDALDataset& dataset, const QString& sql)
{
    CPLErrorReset();
    if (OGRLayer* answer = dataset.ExecuteSQL(sql.toUtf8().constData(), nullptr, nullptr))
        dataset.ReleaseResultSet(answer);
    return CPLGetLastErrorType() < CE_Failure;
}

bool writePreparedFacts(GDALDataset& dataset, const PreparedFacts& facts)
{
    const QString table = QLatin1String(map_tables::facts);
    const QString insert = QStringLiteral("INSERT INTO %1 (key, value) VALUES (%2, %3)");
    const auto put = [&](const char* key, const QString& value) {
        return runSql(dataset, insert.arg(table, quoted(QLatin1String(key)), quoted(value)));
    };
    return runSql(dataset, QStringLiteral("CREATE TABLE %1 (key TEXT NOT NULL PRIMARY KEY, value TEXT)").arg(table))
           && put("format", QString::number(map_tables::format)) && put("source", facts.source)
           && put("attribution", QString()) && put("built", facts.built.toString(Qt::ISODate))
           && put("count.feature", QString::number(facts.layer.features))
           && put("layer", QString::fromUtf8(QJsonDocument(toJson(facts.layer)).toJson(QJsonDocument::Compact)));
}

Result<PreparedLayer> readPreparedLayer(const QString& path)
{
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    static constexpr const char* formats[] = {"GPKG", nullptr};
    CPLErrorReset();
    const GDALDatasetUniquePtr dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                                         formats, nullptr, nullptr));
    OGRLayer* answer =
        dataset ? dataset->ExecuteSQL("SELECT value FROM hk_map WHERE key = 'layer'", nullptr, nullptr) : nullptr;
    if (!answer)
        return fail(ErrorCode::FileDamaged, {path}, {}, lastGdalMessage());
    const OGRFeatureUniquePtr row(answer->GetNextFeature());
    const QByteArray text = row ? QByteArray(row->GetFieldAsString(0)) : QByteArray();
    dataset->ReleaseResultSet(answer);
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return fail(ErrorCode::FileDamaged, {path});
    PreparedLayer layer = fromJson(document.object());
    layer.path = path;
    return layer;
}

} // namespace hk::exchange
