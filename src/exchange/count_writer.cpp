#include "exchange/count_writer.h"

#include "exchange/csv.h"
#include "exchange/gdal_support.h"
#include "exchange/memory_file.h"
#include "geo/transform.h"

#include <QFileInfo>
#include <QSaveFile>

#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace hk::exchange {
namespace {

constexpr int degreeDigits = 6; // a decimetre: places here are midpoints
constexpr std::size_t firstCount = 2; // after area and name: the total, then the categories

QString notTold(const CountFile& counts, const CountRow& row)
{
    QStringList left;
    if (!row.total)
        left.append(QStringLiteral("total"));
    for (std::size_t i = 0; i < row.counts.size(); ++i)
        if (!row.counts[i])
            left.append(counts.categories.value(static_cast<qsizetype>(i)));
    return left.join(u' ');
}

/// The total and the counts, in the order of the columns.
std::vector<std::optional<qint64>> numbersOf(const CountRow& row)
{
    std::vector<std::optional<qint64>> numbers{row.total};
    numbers.insert(numbers.end(), row.counts.begin(), row.counts.end());
    return numbers;
}

/// lon, lat, easting, northing.
std::array<double, 4> coordinates(const Sweref99& place, const geo::Sweref99Transform& transform)
{
    const LonLat at = transform.toLonLat(place);
    return {at.lon, at.lat, place.easting, place.northing};
}

Result<void> writeCsv(const QString& path, const CountFile& counts)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileNotWritable, {path}, {}, file.errorString());
    QByteArray line;
    for (const QString& column : countColumns(counts))
        line += csvField(column) + ',';
    file.write(line + "lon,lat,easting,northing\n");
    const geo::Sweref99Transform transform;
    for (const CountRow& row : counts.rows) {
        line = csvField(row.id) + ',' + csvField(row.name) + ',';
        for (const std::optional<qint64>& number : numbersOf(row))
            line += (number ? QByteArray::number(*number) : QByteArray()) + ',';
        line += csvField(notTold(counts, row));
        if (row.place) {
            const auto [lon, lat, easting, northing] = coordinates(*row.place, transform);
            line += ',' + QByteArray::number(lon, 'f', degreeDigits) + ',' + QByteArray::number(lat, 'f', degreeDigits) +
                    ',' + QByteArray::number(easting, 'f', 1) + ',' + QByteArray::number(northing, 'f', 1);
        } else {
            line += ",,,,";
        }
        file.write(line + '\n');
    }
    if (!file.commit())
        return fail(ErrorCode::DiskFull, {path}, {}, file.errorString());
    return {};
}

struct Format {
    const char* suffix;
    const char* driver;
    bool geographic;
    bool geometry;
};
constexpr Format formats[] = {{"geojson", "GeoJSON", true, true}, {"json", "GeoJSON", true, true},
                              {"gpkg", "GPKG", false, true},      {"kml", "KML", true, true},
                              {"xlsx", "XLSX", true, false}};

class CountLayer {
public:
    CountLayer(GDALDataset& dataset, const Format& format, const CountFile& counts)
        : m_dataset(dataset)
        , m_format(format)
        , m_counts(counts)
    {
        m_reference.importFromEPSG(format.geographic ? 4326 : 3006);
        m_reference.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    }

    bool write()
    {
        if (!begin())
            return false;
        for (const CountRow& row : m_counts.rows)
            if (!write(row))
                return false;
        return true;
    }

private:
    bool begin()
    {
        CPLStringList options;
        if (QLatin1String(m_format.driver) == QLatin1String("GeoJSON")) {
            options.SetNameValue("RFC7946", "YES");
            options.SetNameValue("COORDINATE_PRECISION", QByteArray::number(degreeDigits).constData());
        }
        m_layer = m_dataset.CreateLayer("counts", m_format.geometry ? &m_reference : nullptr,
                                        m_format.geometry ? wkbUnknown : wkbNone, options.List());
        if (!m_layer)
            return false;
        const QStringList columns = countColumns(m_counts);
        for (qsizetype i = 0; i < columns.size(); ++i) {
            const bool isNumber = i >= static_cast<qsizetype>(firstCount) && i + 1 < columns.size();
            if (!addField(columns[i], isNumber ? OFTInteger64 : OFTString))
                return false;
        }
        if (!m_format.geometry)
            for (const char* name : {"lon", "lat", "easting", "northing"})
                if (!addField(QLatin1String(name), OFTReal))
                    return false;
        return true;
    }

    /// Some drivers have fields of their own, so that a field does not lie where it was added.
    bool addField(const QString& name, OGRFieldType type)
    {
        const QByteArray bytes = name.toUtf8();
        OGRFieldDefn definition(bytes.constData(), type);
        if (m_layer->CreateField(&definition) != OGRERR_NONE)
            return false;
        m_fields.push_back(m_layer->GetLayerDefn()->GetFieldIndex(bytes.constData()));
        return m_fields.back() >= 0;
    }

    bool write(const CountRow& row)
    {
        OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(m_layer->GetLayerDefn()));
        feature->SetField(m_fields[0], row.id.toUtf8().constData());
        feature->SetField(m_fields[1], row.name.toUtf8().constData());
        std::size_t column = firstCount;
        for (const std::optional<qint64>& number : numbersOf(row)) {
            if (number)
                feature->SetField(m_fields[column], static_cast<GIntBig>(*number));
            else
                feature->SetFieldNull(m_fields[column]);
            ++column;
        }
        feature->SetField(m_fields[column++], notTold(m_counts, row).toUtf8().constData());
        if (m_format.geometry)
            feature->SetGeometryDirectly(shapeOf(row).release());
        else if (row.place)
            for (const double value : coordinates(*row.place, m_transform))
                feature->SetField(m_fields[column++], value);
        return m_layer->CreateFeature(feature.get()) == OGRERR_NONE;
    }

    OGRPoint pointOf(const Sweref99& place) const
    {
        const auto [lon, lat, easting, northing] = coordinates(place, m_transform);
        return m_format.geographic ? OGRPoint(lon, lat) : OGRPoint(easting, northing);
    }

    std::unique_ptr<OGRGeometry> shapeOf(const CountRow& row) const
    {
        if (row.polygons.empty())
            return row.place ? std::make_unique<OGRPoint>(pointOf(*row.place)) : nullptr;
        auto all = std::make_unique<OGRMultiPolygon>();
        for (const analysis::Polygon& polygon : row.polygons) {
            auto shape = std::make_unique<OGRPolygon>();
            shape->addRingDirectly(ringOf(polygon.outer).release());
            for (const analysis::Ring& hole : polygon.holes)
                shape->addRingDirectly(ringOf(hole).release());
            all->addGeometryDirectly(shape.release());
        }
        if (all->getNumGeometries() == 1)
            return std::unique_ptr<OGRGeometry>(all->getGeometryRef(0)->clone());
        return all;
    }

    std::unique_ptr<OGRLinearRing> ringOf(const analysis::Ring& vertices) const
    {
        auto ring = std::make_unique<OGRLinearRing>();
        for (const analysis::Point& vertex : vertices) {
            const OGRPoint point = pointOf({vertex.x, vertex.y});
            ring->addPoint(point.getX(), point.getY());
        }
        ring->closeRings();
        ring->setCoordinateDimension(2);
        return ring;
    }

    GDALDataset& m_dataset;
    const Format& m_format;
    const CountFile& m_counts;
    OGRSpatialReference m_reference;
    geo::Sweref99Transform m_transform;
    OGRLayer* m_layer = nullptr;
    std::vector<int> m_fields;
};

} // namespace

QStringList countColumns(const CountFile& counts)
{
    QStringList columns{QStringLiteral("area"), QStringLiteral("name"), QStringLiteral("total")};
    for (const QString& code : counts.categories)
        columns.append(QStringLiteral("n_") + code);
    columns.append(QStringLiteral("not_told"));
    return columns;
}

Result<void> writeCounts(const QString& path, const CountFile& counts)
{
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("csv"))
        return writeCsv(path, counts);
    for (const Format& format : formats) {
        if (suffix != QLatin1String(format.suffix))
            continue;
        prepareGdal();
        CPLErrorReset();
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver);
        if (!driver)
            break;
        const MemoryFile made(suffix);
        GDALDatasetUniquePtr dataset(driver->Create(made.path(), 0, 0, 0, GDT_Unknown, nullptr));
        if (!dataset || !CountLayer(*dataset, format, counts).write())
            return fail(ErrorCode::FileNotWritable, {path}, {}, lastGdalMessage());
        CPLErrorReset();
        dataset.reset(); // writes what is left
        if (CPLGetLastErrorType() >= CE_Failure)
            return fail(ErrorCode::FileNotWritable, {path}, {}, lastGdalMessage());
        return made.copyTo(path);
    }
    return fail(ErrorCode::FormatNotSupported, {path}, {suffix});
}

} // namespace hk::exchange
