#include "map/gpkg_reader.h"

#include "map/bounds.h"
#include "map/sqlite_error.h"
#include "map/wkb_reader.h"

#include <algorithm>

namespace hk::map {

namespace {

constexpr qint64 rowsBetweenLooks = 64; // at the stop token

QString column(const QString& name)
{
    return name.isEmpty() ? QStringLiteral("NULL") : QStringLiteral("f.") + quoted(name);
}

/// Geometry, class, name, ref, level, rank and number of rows; to be followed by which.
QString rowsOf(const GpkgTable& table)
{
    return QStringLiteral("SELECT f.%1, %2, %3, %4, %5 FROM %6 f WHERE ")
        .arg(quoted(table.geometryColumn), table.classSql.isEmpty() ? QStringLiteral("NULL") : table.classSql, column(table.nameColumn),
             table.hasMapColumns ? QStringLiteral("f.ref, f.level, f.rank") : QStringLiteral("NULL, NULL, NULL"), column(table.idColumn),
             quoted(table.table));
}

std::string sqlOf(const GpkgTable& table)
{
    // The numbers found are sorted before the rows are read: some times as fast as a join, and the drawing order besides.
    return (rowsOf(table)
            + QStringLiteral("%1 IN (SELECT id FROM %2 WHERE maxx >= ?1 AND minx <= ?3 AND maxy >= ?2 AND miny <= ?4) ORDER BY %1")
                  .arg(column(table.idColumn), quoted(QStringLiteral("rtree_%1_%2").arg(table.table, table.geometryColumn))))
        .toStdString();
}

std::string namedSqlOf(const GpkgTable& table)
{
    return (rowsOf(table)
            + QStringLiteral("%1 > ?1 AND %2 <> '' ORDER BY %1 LIMIT ?2").arg(column(table.idColumn), column(table.nameColumn)))
        .toStdString();
}

/// Leaves out vertices nearer than that to the one before, but for the last.
void thin(std::vector<QPointF>& vertices, double nearest)
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < vertices.size(); ++i)
        if (kept == 0 || i + 1 == vertices.size() || (vertices[i] - vertices[kept - 1]).manhattanLength() >= nearest)
            vertices[kept++] = vertices[i];
    vertices.resize(kept);
}

double sizeOf(const SimplePart& part)
{
    const QRectF bounds = boundsOf(part.vertices);
    return bounds.width() * bounds.height();
}

/// One name for an area in several parts: the largest bears it.
std::size_t namedPart(const std::vector<SimplePart>& parts)
{
    std::size_t named = 0;
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (sizeOf(parts[i]) > sizeOf(parts[named]))
            named = i;
    return named;
}

} // namespace

Result<GpkgReader> GpkgReader::open(const QString& path)
{
    auto database = openReadOnly(path);
    if (!database)
        return tl::unexpected(database.error());
    return GpkgReader(std::move(*database), path);
}

QString GpkgReader::shared(std::string_view text)
{
    const QByteArray key(text.data(), static_cast<qsizetype>(text.size()));
    auto found = m_classes.find(key);
    if (found == m_classes.end())
        found = m_classes.insert(key, QString::fromUtf8(key));
    return *found;
}

void GpkgReader::add(const sqlite::Statement& row, const GpkgTable& table, double nearest, Chunk& chunk)
{
    std::vector<SimplePart> parts;
    if (!readGeoPackageGeometry(row.blob(0), parts)) {
        ++chunk.damaged;
        return;
    }
    if (parts.empty())
        return;
    BasemapFeature common;
    common.theme = table.theme;
    common.featureClass = shared(row.text(1));
    const QString name = QString::fromUtf8(row.text(2)).trimmed();
    if (table.hasMapColumns) {
        common.ref = QString::fromUtf8(row.text(3));
        common.level = static_cast<int>(std::clamp<std::int64_t>(row.int64(4), -9, 9));
        common.rank = row.isNull(5) ? 5 : static_cast<int>(std::clamp<std::int64_t>(row.int64(5), 0, 99));
    }
    const std::size_t named = name.isEmpty() ? 0 : namedPart(parts);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        BasemapFeature feature = common;
        feature.kind = parts[i].kind;
        if (feature.kind == GeometryKind::Line || i == named)
            feature.name = name;
        thin(parts[i].vertices, nearest);
        feature.mercator = std::move(parts[i].vertices);
        feature.mercatorBounds = boundsOf(feature.mercator);
        for (std::vector<QPointF>& hole : parts[i].holes) {
            thin(hole, nearest);
            feature.holes.emplace_back();
            feature.holes.back().mercator = std::move(hole);
        }
        chunk.features.push_back(std::move(feature));
    }
}

Result<void> GpkgReader::readRows(sqlite::Statement& rows, const GpkgTable& table, double nearest, const std::stop_token& stop,
                                  Chunk& chunk, qint64* lastRow)
{
    for (;;) {
        if (chunk.read % rowsBetweenLooks == 0 && stop.stop_requested())
            return fail(ErrorCode::Cancelled, {m_path, -1, {}});
        const auto row = rows.step();
        if (!row)
            return sqliteFailure(row.error(), m_path);
        if (!*row)
            return {};
        ++chunk.read;
        if (lastRow != nullptr)
            *lastRow = rows.int64(6);
        add(rows, table, nearest, chunk);
    }
}

Result<void> GpkgReader::read(const GpkgTable& table, const QRectF& rect, double nearest, const std::stop_token& stop, Chunk& chunk)
{
    auto statement = m_database.cached(sqlOf(table));
    if (!statement)
        return sqliteFailure(statement.error(), m_path);
    (*statement)->bind(1, rect.left()).bind(2, rect.top()).bind(3, rect.right()).bind(4, rect.bottom());
    return readRows(**statement, table, nearest, stop, chunk, nullptr);
}

Result<void> GpkgReader::readNamed(const GpkgTable& table, qint64& after, qint64 rows, const std::stop_token& stop, Chunk& chunk)
{
    if (table.nameColumn.isEmpty())
        return {};
    auto statement = m_database.cached(namedSqlOf(table));
    if (!statement)
        return sqliteFailure(statement.error(), m_path);
    (*statement)->bind(1, static_cast<std::int64_t>(after)).bind(2, static_cast<std::int64_t>(rows));
    return readRows(**statement, table, 0, stop, chunk, &after);
}

} // namespace hk::map
