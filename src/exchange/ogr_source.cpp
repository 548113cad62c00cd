#include "exchange/ogr_source.h"

#include "exchange/gdal_support.h"

#include <QFileInfo>

#include <gdal.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace hk::exchange {
namespace {

QString crsName(const OGRSpatialReference* reference)
{
    if (!reference)
        return {};
    const char* authority = reference->GetAuthorityName(nullptr);
    const char* code = reference->GetAuthorityCode(nullptr);
    if (authority && code)
        return QStringLiteral("%1:%2").arg(QString::fromUtf8(authority), QString::fromUtf8(code));
    char* wkt = nullptr;
    const char* options[] = {"FORMAT=WKT2_2019", nullptr};
    reference->exportToWkt(&wkt, options);
    const QString text = QString::fromUtf8(wkt);
    CPLFree(wkt);
    return text;
}

class OgrSource : public RowSource {
public:
    OgrSource(GDALDatasetUniquePtr dataset, OGRLayer* layer)
        : m_dataset(std::move(dataset))
        , m_layer(layer)
    {
        const OGRFeatureDefn* definition = m_layer->GetLayerDefn();
        for (int i = 0; i < definition->GetFieldCount(); ++i)
            m_columns.append(QString::fromUtf8(definition->GetFieldDefn(i)->GetNameRef()));
    }

    QStringList columns() const override { return m_columns; }

    QStringList layers() const override
    {
        QStringList names;
        for (int i = 0; i < m_dataset->GetLayerCount(); ++i)
            names.append(QString::fromUtf8(m_dataset->GetLayer(i)->GetName()));
        return names;
    }

    bool hasGeometry() const override { return m_layer->GetGeomType() != wkbNone; }

    QString crs() const override { return crsName(m_layer->GetSpatialRef()); }

    qint64 rowCount() const override { return m_layer->GetFeatureCount(FALSE); }

    void rewind() override
    {
        m_layer->ResetReading();
        m_number = 0;
    }

    Result<bool> next(SourceRow& row) override
    {
        CPLErrorReset();
        OGRFeatureUniquePtr feature(m_layer->GetNextFeature());
        if (!feature) {
            if (CPLGetLastErrorType() >= CE_Failure)
                return fail(ErrorCode::FileDamaged,
                            {QString::fromUtf8(m_dataset->GetDescription()), m_number + 1, {}}, {}, lastGdalMessage());
            return false;
        }
        row.number = ++m_number;
        m_texts.clear();
        for (int i = 0; i < static_cast<int>(m_columns.size()); ++i)
            m_texts.push_back(textOf(*feature, i));
        row.values.assign(m_texts.begin(), m_texts.end());
        row.geometry = geometryOf(feature->GetGeometryRef());
        return true;
    }

private:
    static std::string textOf(const OGRFeature& feature, int index)
    {
        if (!feature.IsFieldSetAndNotNull(index))
            return {};
        const OGRFieldType type = feature.GetFieldDefnRef(index)->GetType();
        if (type != OFTDate && type != OFTDateTime)
            return feature.GetFieldAsString(index);
        int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
        float second = 0.0F;
        feature.GetFieldAsDateTime(index, &year, &month, &day, &hour, &minute, &second, &zone);
        QString text = QStringLiteral("%1-%2-%3").arg(year, 4, 10, QLatin1Char('0')).arg(month, 2, 10, QLatin1Char('0'))
                           .arg(day, 2, 10, QLatin1Char('0'));
        if (type == OFTDateTime) {
            text += QStringLiteral(" %1:%2:%3").arg(hour, 2, 10, QLatin1Char('0')).arg(minute, 2, 10, QLatin1Char('0'))
                        .arg(static_cast<int>(second), 2, 10, QLatin1Char('0'));
            if (zone == 100) {
                text += QLatin1Char('Z');
            } else if (zone > 1) { // GDAL: 100 is UTC, each step a quarter of an hour; 0 unknown, 1 local
                const int minutes = std::abs(zone - 100) * 15;
                text += QStringLiteral("%1%2:%3").arg(zone < 100 ? QLatin1Char('-') : QLatin1Char('+'))
                            .arg(minutes / 60, 2, 10, QLatin1Char('0')).arg(minutes % 60, 2, 10, QLatin1Char('0'));
            }
        }
        return text.toStdString();
    }

    static std::optional<SourceRow::Geometry> geometryOf(const OGRGeometry* geometry)
    {
        if (!geometry || geometry->IsEmpty())
            return std::nullopt;
        SourceRow::Geometry result;
        if (wkbFlatten(geometry->getGeometryType()) == wkbPoint) {
            result.x = geometry->toPoint()->getX();
            result.y = geometry->toPoint()->getY();
            return result;
        }
        const OGRPolygon* polygon = nullptr;
        if (wkbFlatten(geometry->getGeometryType()) == wkbPolygon)
            polygon = geometry->toPolygon();
        else if (wkbFlatten(geometry->getGeometryType()) == wkbMultiPolygon
                 && geometry->toMultiPolygon()->getNumGeometries() == 1)
            polygon = geometry->toMultiPolygon()->getGeometryRef(0);
        if (polygon && polygon->getExteriorRing()) {
            const OGRLinearRing* ring = polygon->getExteriorRing();
            for (int i = 0; i + 1 < ring->getNumPoints(); ++i)
                result.ring.emplace_back(ring->getX(i), ring->getY(i));
        }
        // A point inside stands for anything that is not a point.
        OGRPoint inside;
        if (polygon) {
            if (polygon->PointOnSurface(&inside) != OGRERR_NONE)
                polygon->Centroid(&inside);
        } else {
            geometry->Centroid(&inside);
        }
        if (inside.IsEmpty())
            return std::nullopt;
        result.x = inside.getX();
        result.y = inside.getY();
        return result;
    }

    GDALDatasetUniquePtr m_dataset;
    OGRLayer* m_layer;
    QStringList m_columns;
    qint64 m_number = 0;
    std::vector<std::string> m_texts;
};

} // namespace

Result<std::unique_ptr<RowSource>> openOgrSource(const QString& path, const QString& layer)
{
    prepareGdal();
    if (!QFileInfo::exists(path))
        return fail(ErrorCode::FileNotFound, {path});
    CPLErrorReset();
    GDALDatasetUniquePtr dataset(GDALDataset::Open(path.toUtf8().constData(), GDAL_OF_VECTOR | GDAL_OF_READONLY, nullptr,
                                                   nullptr, nullptr));
    if (!dataset)
        return fail(ErrorCode::FormatNotSupported, {path}, {QFileInfo(path).suffix()}, lastGdalMessage());
    OGRLayer* chosen = nullptr;
    if (!layer.isEmpty()) {
        chosen = dataset->GetLayerByName(layer.toUtf8().constData());
        if (!chosen)
            return fail(ErrorCode::NotFound, {path}, {layer});
    } else {
        for (int i = 0; i < dataset->GetLayerCount() && !chosen; ++i)
            if (dataset->GetLayer(i)->GetFeatureCount(TRUE) > 0)
                chosen = dataset->GetLayer(i);
        if (!chosen && dataset->GetLayerCount() > 0)
            chosen = dataset->GetLayer(0);
    }
    if (!chosen)
        return fail(ErrorCode::FormatNotSupported, {path}, {QFileInfo(path).suffix()});
    return std::unique_ptr<RowSource>(std::make_unique<OgrSource>(std::move(dataset), chosen));
}

} // namespace hk::exchange
