#pragma once

#include "sqlite/database.h"

#include <QByteArray>
#include <QPointF>
#include <QString>
#include <vector>

namespace hk::test {

/// Well-known binary in a GeoPackage's header, little endian, Web Mercator.
QByteArray pointBlob(const QPointF& point);
QByteArray lineBlob(const std::vector<QPointF>& line);
QByteArray polygonBlob(const std::vector<std::vector<QPointF>>& rings);

/// Writes a vector map or a single layer as core/map_tables.h tells, table by table.
class MapFile {
public:
    explicit MapFile(const QString& path);
    /// A table with its R-tree; `columns` besides fid and geom, as SQL ("class TEXT, name TEXT").
    void addTable(const QString& name, const QString& columns, int srs = 3857);
    /// One of the nine themes.
    void addTheme(const QString& name);
    void addFact(const QString& key, const QString& value);
    void addLevel(const QString& theme, const QString& table, double belowZoom);
    /// `bounds`: what the R-tree is told.
    void addFeature(const QString& table, const QByteArray& blob, const QPointF& low, const QPointF& high,
                    const QString& featureClass, const QString& name, int level = 0);
    /// All that a map needs: facts and nine empty themes.
    void makeMap(int format = 1);
    void execute(const QString& sql);

private:
    sqlite::Database m_database;
};

} // namespace hk::test
