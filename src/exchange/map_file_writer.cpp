#include "exchange/map_file_writer.h"

#include "core/map_tables.h"
#include "exchange/gdal_support.h"
#include "exchange/gdal_watch.h"
#include "exchange/map_levels.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

namespace hk::exchange {
namespace {

Result<void> failureOf(const GdalWatch& watch, const QString& path)
{
    const QString words = watch.failure();
    const bool full = words.contains(QLatin1String("disk is full")) || words.contains(QLatin1String("No space left"));
    return fail(full ? ErrorCode::DiskFull : ErrorCode::StorageFailed, {path}, {}, words);
}

OGRwkbGeometryType geometryTypeOf(MapTheme theme)
{
    switch (theme) {
    case MapTheme::Address:
    case MapTheme::Place: return wkbPoint;
    case MapTheme::Road:
    case MapTheme::Rail:
    case MapTheme::Barrier: return wkbLineString;
    default: return wkbUnknown;
    }
}

QString quoted(const QString& text)
{
    QString escaped = text;
    return QLatin1Char('\'') + escaped.replace(QLatin1Char('\''), QLatin1String("''")) + QLatin1Char('\'');
}

/// One table of the file, filled in drawing order.
class MapTable {
public:
    static constexpr const char* columns[] = {"class", "name", "ref", "level", "rank", "street", "number"};

    MapTable(GDALDataset& file, const OGRSpatialReference& crs, const std::string& name, MapTheme theme)
    {
        const char* const options[] = {"GEOMETRY_NAME=geom", "FID=fid", "SPATIAL_INDEX=YES", nullptr};
        m_layer = file.CreateLayer(name.c_str(), const_cast<OGRSpatialReference*>(&crs), geometryTypeOf(theme),
                                   const_cast<char**>(options));
        const std::size_t count = theme == MapTheme::Address ? std::size(columns) : std::size(columns) - 2;
        for (std::size_t i = 0; m_layer && i < count; ++i) {
            const bool number = i == 3 || i == 4;
            OGRFieldDefn field(columns[i], number ? OFTInteger : OFTString);
            if (i == 0)
                field.SetNullable(FALSE);
            if (m_layer->CreateField(&field) != OGRERR_NONE)
                m_layer = nullptr;
        }
    }

    bool isOpen() const { return m_layer != nullptr; }

    bool add(const MapRow& row, std::unique_ptr<OGRGeometry> geometry)
    {
        OGRFeature feature(m_layer->GetLayerDefn());
        feature.SetField(0, row.featureClass.c_str());
        setText(feature, 1, row.name);
        setText(feature, 2, row.ref);
        if (row.level != 0)
            feature.SetField(3, row.level);
        if (row.rank != 0)
            feature.SetField(4, row.rank);
        if (row.theme == MapTheme::Address) {
            setText(feature, 5, row.street);
            setText(feature, 6, row.number);
        }
        feature.SetGeometryDirectly(geometry.release());
        ++m_count;
        return m_layer->CreateFeature(&feature) == OGRERR_NONE;
    }

    qint64 count() const { return m_count; }

private:
    static void setText(OGRFeature& feature, int column, const std::string& text)
    {
        if (!text.empty())
            feature.SetField(column, text.c_str());
    }

    OGRLayer* m_layer = nullptr;
    qint64 m_count = 0;
};

std::unique_ptr<OGRGeometry> shapeOf(const MapRow& row)
{
    OGRGeometry* geometry = nullptr;
    OGRGeometryFactory::createFromWkb(row.wkb.data(), nullptr, &geometry, row.wkb.size());
    return std::unique_ptr<OGRGeometry>(geometry);
}

class MapFile {
public:
    MapFile(const QString& path, const MapRows& rows, const std::function<void(double)>& progress, std::stop_token stop)
        : m_settings({{"OGR_SQLITE_SYNCHRONOUS", "OFF"}, {"OGR_SQLITE_JOURNAL", "OFF"}, {"OGR_SQLITE_CACHE", "64"}})
        , m_path(path)
        , m_rows(rows)
        , m_progress(progress)
        , m_stop(std::move(stop))
    {
        m_crs.importFromEPSG(3857);
        m_crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
        for (std::size_t i = 0; i < mapThemeCount; ++i)
            m_steps += static_cast<qint64>(m_rows.count(static_cast<MapTheme>(i)));
    }

    Result<void> write(const MapFileFacts& facts)
    {
        GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        if (driver)
            m_file.reset(driver->Create(m_path.toUtf8().constData(), 0, 0, 0, GDT_Unknown, nullptr));
        if (!m_file)
            return fail(ErrorCode::FileNotWritable, {m_path}, {}, m_watch.failure());
        if (m_file->StartTransaction() != OGRERR_NONE)
            return failureOf(m_watch, m_path);
        for (std::size_t i = 0; i < mapThemeCount; ++i)
            if (Result<void> written = writeTheme(static_cast<MapTheme>(i)); !written)
                return written;
        if (!writeFacts(facts) || m_file->CommitTransaction() != OGRERR_NONE || m_watch.failed())
            return failureOf(m_watch, m_path);
        m_file.reset(); // builds the spatial indexes
        if (m_watch.failed())
            return failureOf(m_watch, m_path);
        return {};
    }

private:
    Result<void> writeTheme(MapTheme theme)
    {
        const char* name = map_tables::themes[static_cast<std::size_t>(theme)];
        Result<qint64> whole = writeTable(name, theme, nullptr);
        if (!whole)
            return tl::unexpected(whole.error());
        qint64 finer = *whole;
        for (const MapLevel& level : mapLevels()) { // from the large scales to the small ones
            if (!hasLevel(theme, level) || finer < level.paysFrom)
                continue;
            const std::string table = std::string(name) + "_" + std::to_string(static_cast<int>(level.belowZoom));
            const Result<qint64> coarse = writeTable(table, theme, &level);
            if (!coarse)
                return tl::unexpected(coarse.error());
            finer = *coarse;
            m_levels.push_back({QString::fromLatin1(name), QString::fromStdString(table), level.belowZoom});
        }
        return {};
    }

    /// How many rows it has.
    Result<qint64> writeTable(const std::string& name, MapTheme theme, const MapLevel* level)
    {
        MapTable table(*m_file, m_crs, name, theme);
        if (!table.isOpen())
            return tl::unexpected(failureOf(m_watch, m_path).error());
        constexpr std::size_t between = 512;
        for (std::size_t i = 0; i < m_rows.count(theme); ++i) {
            if (i % between == 0) {
                if (m_stop.stop_requested())
                    return fail(ErrorCode::Cancelled);
                if (m_watch.failed())
                    return tl::unexpected(failureOf(m_watch, m_path).error());
            }
            const MapRow row = m_rows.row(theme, i);
            std::unique_ptr<OGRGeometry> shape;
            if (!level)
                shape = shapeOf(row);
            else if (belongsTo(*level, row))
                shape = coarser(shapeOf(row), level->tolerance);
            if (shape && !table.add(row, std::move(shape)))
                return tl::unexpected(failureOf(m_watch, m_path).error());
            if (!level && ++m_done % 1024 == 0 && m_progress)
                m_progress(0.95 * static_cast<double>(m_done) / static_cast<double>(m_steps));
        }
        m_counts.emplace_back(QString::fromStdString(name), table.count());
        return table.count();
    }

    bool run(const QString& sql)
    {
        if (OGRLayer* result = m_file->ExecuteSQL(sql.toUtf8().constData(), nullptr, nullptr))
            m_file->ReleaseResultSet(result);
        return !m_watch.failed();
    }

    bool writeFact(const QString& key, const QString& value)
    {
        return run(QStringLiteral("INSERT INTO %1 (key, value) VALUES (%2, %3)")
                       .arg(QLatin1String(map_tables::facts), quoted(key), quoted(value)));
    }

    bool writeFacts(const MapFileFacts& facts)
    {
        bool good = run(QStringLiteral("CREATE TABLE %1 (key TEXT NOT NULL PRIMARY KEY, value TEXT)")
                            .arg(QLatin1String(map_tables::facts)))
                    && run(QStringLiteral("CREATE TABLE %1 (theme TEXT NOT NULL, table_name TEXT NOT NULL, below_zoom REAL NOT NULL)")
                               .arg(QLatin1String(map_tables::levels)))
                    && writeFact(QStringLiteral("format"), QString::number(map_tables::format))
                    && writeFact(QStringLiteral("attribution"), facts.attribution)
                    && writeFact(QStringLiteral("source"), facts.source)
                    && writeFact(QStringLiteral("built"), facts.built.toUTC().toString(Qt::ISODate));
        for (const auto& [table, count] : m_counts)
            good = good && writeFact(QStringLiteral("count.") + table, QString::number(count));
        for (const Level& level : m_levels)
            good = good && run(QStringLiteral("INSERT INTO %1 VALUES (%2, %3, %4)")
                                   .arg(QLatin1String(map_tables::levels), quoted(level.theme), quoted(level.table))
                                   .arg(level.belowZoom));
        return good;
    }

    struct Level {
        QString theme;
        QString table;
        double belowZoom;
    };

    GdalSettings m_settings;
    GdalWatch m_watch;
    QString m_path;
    const MapRows& m_rows;
    const std::function<void(double)>& m_progress;
    std::stop_token m_stop;
    OGRSpatialReference m_crs;
    GDALDatasetUniquePtr m_file;
    qint64 m_steps = 0;
    qint64 m_done = 0;
    std::vector<std::pair<QString, qint64>> m_counts;
    std::vector<Level> m_levels;
};

} // namespace

Result<void> writeMapFile(const QString& path, const MapRows& rows, const MapFileFacts& facts,
                          const std::function<void(double)>& progress, std::stop_token stop)
{
    prepareGdal();
    return MapFile(path, rows, progress, std::move(stop)).write(facts);
}

} // namespace hk::exchange
