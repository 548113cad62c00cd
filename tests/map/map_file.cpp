#include "map/map_file.h"

#include "core/map_tables.h"

#include <QDataStream>
#include <QIODevice>
#include <stdexcept>

namespace hk::test {

namespace {

QByteArray withHeader(const QByteArray& geometry)
{
    QByteArray blob;
    QDataStream out(&blob, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out.writeRawData("GP", 2);
    out << quint8(0) << quint8(1) << qint32(3857);
    return blob + geometry;
}

template <class Write>
QByteArray wkb(quint32 type, const Write& write)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out << quint8(1) << type;
    write(out);
    return bytes;
}

void put(QDataStream& out, const std::vector<QPointF>& points)
{
    out << quint32(points.size());
    for (const QPointF& p : points)
        out << p.x() << p.y();
}

} // namespace

QByteArray pointBlob(const QPointF& point)
{
    return withHeader(wkb(1, [&](QDataStream& out) { out << point.x() << point.y(); }));
}

QByteArray lineBlob(const std::vector<QPointF>& line)
{
    return withHeader(wkb(2, [&](QDataStream& out) { put(out, line); }));
}

QByteArray polygonBlob(const std::vector<std::vector<QPointF>>& rings)
{
    return withHeader(wkb(3, [&](QDataStream& out) {
        out << quint32(rings.size());
        for (const auto& ring : rings)
            put(out, ring);
    }));
}

MapFile::MapFile(const QString& path)
{
    auto database = sqlite::Database::open(path.toStdString(), sqlite::OpenMode::Create);
    if (!database)
        throw std::runtime_error(database.error().message);
    m_database = std::move(*database);
    execute(QStringLiteral("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER)"));
}

void MapFile::execute(const QString& sql)
{
    if (const auto done = m_database.execute(sql.toStdString()); !done)
        throw std::runtime_error(done.error().message);
}

void MapFile::addTable(const QString& name, const QString& columns, int srs)
{
    execute(QStringLiteral("CREATE TABLE \"%1\" (fid INTEGER PRIMARY KEY, geom BLOB, %2);"
                           "CREATE VIRTUAL TABLE \"rtree_%1_geom\" USING rtree(id, minx, maxx, miny, maxy);"
                           "INSERT INTO gpkg_geometry_columns VALUES ('%1', 'geom', %3);")
                .arg(name, columns)
                .arg(srs));
}

void MapFile::addTheme(const QString& name)
{
    QString columns = QStringLiteral("class TEXT, name TEXT, ref TEXT, level INTEGER, rank INTEGER");
    if (name == QLatin1String("address"))
        columns += QStringLiteral(", street TEXT, number TEXT");
    addTable(name, columns);
}

void MapFile::addFact(const QString& key, const QString& value)
{
    execute(QStringLiteral("INSERT INTO hk_map VALUES ('%1', '%2')").arg(key, value));
}

void MapFile::addLevel(const QString& theme, const QString& table, double belowZoom)
{
    execute(QStringLiteral("INSERT INTO hk_map_levels VALUES ('%1', '%2', %3)").arg(theme, table).arg(belowZoom));
}

void MapFile::addFeature(const QString& table, const QByteArray& blob, const QPointF& low, const QPointF& high,
                         const QString& featureClass, const QString& name, int level)
{
    const QString hex = QString::fromLatin1(blob.toHex());
    execute(QStringLiteral("INSERT INTO \"%1\" (geom, class, name, level) VALUES (x'%2', '%3', '%4', %5);"
                           "INSERT INTO \"rtree_%1_geom\" VALUES (last_insert_rowid(), %6, %7, %8, %9);")
                .arg(table, hex, featureClass, name)
                .arg(level)
                .arg(low.x(), 0, 'f', 3)
                .arg(high.x(), 0, 'f', 3)
                .arg(low.y(), 0, 'f', 3)
                .arg(high.y(), 0, 'f', 3));
}

void MapFile::makeMap(int format)
{
    execute(QStringLiteral("CREATE TABLE hk_map (key TEXT PRIMARY KEY, value TEXT);"
                           "CREATE TABLE hk_map_levels (theme TEXT, table_name TEXT, below_zoom REAL)"));
    addFact(QStringLiteral("format"), QString::number(format));
    addFact(QStringLiteral("attribution"), QStringLiteral("© Somebody"));
    for (const char* theme : map_tables::themes)
        addTheme(QString::fromLatin1(theme));
}

} // namespace hk::test
