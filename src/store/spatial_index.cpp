#include "store/spatial_index.h"

#include "sqlite/transaction.h"

#include <array>

namespace hk::store {

namespace {

/// One layer: table and a small index that holds every row number.
struct Layer {
    const char* table;
    const char* index;
};
constexpr std::array<Layer, 2> layers{
    {{"incidents", "incidents_uuid"}, {"incident_areas", "incident_areas_incident"}}};

std::string rtreeOf(const Layer& layer)
{
    return std::string("rtree_") + layer.table + "_geom";
}

sqlite::Result<bool> exists(const sqlite::Database& database, std::string_view type, const std::string& name)
{
    auto statement = database.cached("SELECT count(*) FROM sqlite_schema WHERE type = ?1 AND name = ?2");
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(1, type).bind(2, std::string_view(name));
    return (*statement)->step().map([&](bool) { return (*statement)->int64(0) > 0; });
}

/// The triggers of GeoPackage 1.3, or those of 1.4 (update2, 4 to 7), which other programs may have put in
/// their place.
sqlite::Result<bool> hasTriggers(const sqlite::Database& database, const std::string& rtree)
{
    const auto all = [&](std::initializer_list<const char*> names) -> sqlite::Result<bool> {
        for (const char* name : names) {
            const auto found = exists(database, "trigger", rtree + name);
            if (!found || !*found)
                return found;
        }
        return true;
    };
    const auto first = all({"_insert", "_update2", "_update4", "_delete"});
    if (!first || !*first)
        return first;
    const auto older = all({"_update1", "_update3"});
    return !older || *older ? older : all({"_update5", "_update6", "_update7"});
}

sqlite::Result<bool> disagrees(const sqlite::Database& database, const Layer& layer)
{
    const std::string rtree = rtreeOf(layer);
    const auto hasIndex = exists(database, "table", rtree);
    if (!hasIndex)
        return hasIndex;
    if (!*hasIndex)
        return true;
    const auto triggers = hasTriggers(database, rtree);
    if (!triggers)
        return triggers;
    if (!*triggers)
        return true;
    // The shadow table lists the row numbers in the index; the geometry column is never NULL or empty.
    const std::string sql =
        std::string("SELECT t.n = r.n AND t.s = r.s FROM (SELECT count(*) AS n, total(fid) AS s FROM ") +
        layer.table + " INDEXED BY " + layer.index + ") t, (SELECT count(*) AS n, total(rowid) AS s FROM " +
        rtree + "_rowid) r";
    return database.queryInt64(sql).map([](std::int64_t agree) { return agree == 0; });
}

std::string replaceAll(std::string text, std::string_view from, std::string_view to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

// The index and the triggers of GeoPackage 1.3, clause "GeoPackage R-tree spatial indexes"; t stands for the
// table.
constexpr std::string_view rebuildScript = R"sql(
DROP TRIGGER IF EXISTS rtree_$t_geom_insert;
DROP TRIGGER IF EXISTS rtree_$t_geom_update1;
DROP TRIGGER IF EXISTS rtree_$t_geom_update2;
DROP TRIGGER IF EXISTS rtree_$t_geom_update3;
DROP TRIGGER IF EXISTS rtree_$t_geom_update4;
DROP TRIGGER IF EXISTS rtree_$t_geom_update5;
DROP TRIGGER IF EXISTS rtree_$t_geom_update6;
DROP TRIGGER IF EXISTS rtree_$t_geom_update7;
DROP TRIGGER IF EXISTS rtree_$t_geom_delete;
DROP TABLE IF EXISTS rtree_$t_geom;
CREATE VIRTUAL TABLE rtree_$t_geom USING rtree(id, minx, maxx, miny, maxy);
INSERT INTO rtree_$t_geom
  SELECT fid, ST_MinX(geom), ST_MaxX(geom), ST_MinY(geom), ST_MaxY(geom) FROM $t
  WHERE geom NOTNULL AND NOT ST_IsEmpty(geom);
CREATE TRIGGER rtree_$t_geom_insert AFTER INSERT ON $t
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_$t_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_$t_geom_update1 AFTER UPDATE OF geom ON $t
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_$t_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_$t_geom_update2 AFTER UPDATE OF geom ON $t
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_$t_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_$t_geom_update3 AFTER UPDATE ON $t
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_$t_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_$t_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_$t_geom_update4 AFTER UPDATE ON $t
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_$t_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_$t_geom_delete AFTER DELETE ON $t
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_$t_geom WHERE id = OLD.fid;
END;
INSERT OR IGNORE INTO gpkg_extensions VALUES
  ('$t', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
)sql";

} // namespace

sqlite::Result<bool> spatialIndexesDisagree(const sqlite::Database& database)
{
    for (const Layer& layer : layers) {
        const auto found = disagrees(database, layer);
        if (!found || *found)
            return found;
    }
    return false;
}

sqlite::Result<bool> mendSpatialIndexes(sqlite::Database& database)
{
    const auto needed = spatialIndexesDisagree(database);
    if (!needed || !*needed)
        return needed;
    auto transaction = sqlite::Transaction::begin(database);
    if (!transaction)
        return tl::unexpected(transaction.error());
    for (const Layer& layer : layers) {
        const auto found = disagrees(database, layer);
        if (!found)
            return found;
        if (!*found)
            continue;
        if (auto rebuilt = database.execute(replaceAll(std::string(rebuildScript), "$t", layer.table));
            !rebuilt)
            return tl::unexpected(rebuilt.error());
    }
    if (auto committed = transaction->commit(); !committed)
        return tl::unexpected(committed.error());
    return true;
}

} // namespace hk::store
