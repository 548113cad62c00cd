-- Step 1: the GeoPackage 1.3 core, the incidents and their areas with their indexes, the deleted ones and the log.

PRAGMA application_id = 1196444487; -- 'GPKG'
PRAGMA user_version = 10300;

CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL PRIMARY KEY,
  organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL,
  description TEXT
);
INSERT INTO gpkg_spatial_ref_sys VALUES
  ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined Cartesian coordinate reference system'),
  ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
  ('WGS 84 geodetic', 4326, 'EPSG', 4326,
   'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]',
   'longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid'),
  ('SWEREF99 TM', 3006, 'EPSG', 3006,
   'PROJCS["SWEREF99 TM",GEOGCS["SWEREF99",DATUM["SWEREF99",SPHEROID["GRS 1980",6378137,298.257222101,AUTHORITY["EPSG","7019"]],AUTHORITY["EPSG","6619"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4619"]],PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",15],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Northing",NORTH],AXIS["Easting",EAST],AUTHORITY["EPSG","3006"]]',
   'SWEREF 99 TM, the national plane coordinate system of Sweden, in metres');

CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY,
  data_type TEXT NOT NULL,
  identifier TEXT UNIQUE,
  description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
  min_x DOUBLE,
  min_y DOUBLE,
  max_x DOUBLE,
  max_y DOUBLE,
  srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id)
);

CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL,
  m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id)
);

CREATE TABLE gpkg_extensions (
  table_name TEXT,
  column_name TEXT,
  extension_name TEXT NOT NULL,
  definition TEXT NOT NULL,
  scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name)
);

-- What the file is: one row. Its version is the number of the last schema step taken.
CREATE TABLE hk_schema (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  version INTEGER NOT NULL,
  title TEXT NOT NULL DEFAULT '',
  sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
  created_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
);
INSERT INTO hk_schema (id, version) VALUES (1, 0);

-- Who changes, within one transaction only: the program puts the row in after BEGIN and takes it out before COMMIT.
-- A change that finds no row here comes from another program.
CREATE TABLE hk_actor (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
  name TEXT NOT NULL,
  organisation TEXT,
  at TEXT NOT NULL
);

CREATE TABLE hk_categories (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  code TEXT NOT NULL UNIQUE,
  name_sv TEXT NOT NULL,
  name_en TEXT NOT NULL,
  category_group TEXT NOT NULL,
  planned BOOLEAN NOT NULL DEFAULT 0
);

-- The checks let through whatever the program can read. They are written without IN lists and with few functions:
-- they run for every row of an import.
CREATE TABLE incidents (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  -- a GeoPackage geometry that is not empty: "GP", version 0, flags below the bit for empty
  geom POINT NOT NULL CHECK (geom >= x'47500000' AND geom < x'4750000A'),
  category TEXT NOT NULL CHECK (category <> ''),
  occurred_from DATETIME NOT NULL CHECK (julianday(occurred_from) IS NOT NULL),
  occurred_to DATETIME CHECK (occurred_to IS NULL OR (occurred_to >= occurred_from AND occurred_to < ':')),
  precision TEXT DEFAULT 'point'
    CHECK (precision = 'point' OR precision = 'street' OR precision = 'place' OR precision = 'area'),
  radius DOUBLE CHECK (radius > 0),
  place TEXT,
  surroundings TEXT DEFAULT 'unknown'
    CHECK (surroundings = 'unknown' OR surroundings = 'indoor' OR surroundings = 'outdoor'),
  organisation TEXT,
  source_type TEXT DEFAULT 'desk'
    CHECK (source_type = 'desk' OR source_type = 'import' OR source_type = 'partner' OR source_type = 'citizen'),
  external_id TEXT,
  severity TINYINT DEFAULT 1 CHECK (severity BETWEEN 1 AND 3),
  persons MEDIUMINT CHECK (persons >= 0),
  reported_to_police TEXT DEFAULT 'unknown'
    CHECK (reported_to_police = 'unknown' OR reported_to_police = 'yes' OR reported_to_police = 'no'),
  description TEXT,
  intervention TEXT,
  status TEXT DEFAULT 'new' CHECK (status = 'new' OR status = 'in_progress' OR status = 'closed'),
  confidentiality TEXT DEFAULT 'internal'
    CHECK (confidentiality = 'internal' OR confidentiality = 'partner' OR confidentiality = 'public'),
  disposal_date DATE CHECK (disposal_date IS NULL OR julianday(disposal_date) IS NOT NULL),
  ambiguous_time BOOLEAN DEFAULT 0,
  created_at DATETIME,
  created_by TEXT,
  changed_at DATETIME,
  changed_by TEXT,
  uuid TEXT
);
CREATE UNIQUE INDEX incidents_uuid ON incidents (uuid);
-- Other programs write empty texts where nothing is known: only real ids are held apart.
-- (An expression, not a partial index: GDAL takes that for a unique column, and QGIS then makes ids up when it pastes.)
CREATE UNIQUE INDEX incidents_external_id ON incidents (nullif(external_id, ''));

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('incidents', 'features', 'incidents', 'Händelser: en rad per händelse', 3006);
INSERT INTO gpkg_geometry_columns VALUES ('incidents', 'geom', 'POINT', 3006, 0, 0);
INSERT INTO gpkg_extensions VALUES
  ('incidents', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

CREATE VIRTUAL TABLE rtree_incidents_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_incidents_geom_insert AFTER INSERT ON incidents
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_incidents_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incidents_geom_update1 AFTER UPDATE OF geom ON incidents
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_incidents_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incidents_geom_update2 AFTER UPDATE OF geom ON incidents
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incidents_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_incidents_geom_update3 AFTER UPDATE ON incidents
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incidents_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_incidents_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incidents_geom_update4 AFTER UPDATE ON incidents
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incidents_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_incidents_geom_delete AFTER DELETE ON incidents
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_incidents_geom WHERE id = OLD.fid;
END;

-- The outline of an incident known only to an area; its point in incidents lies inside.
CREATE TABLE incident_areas (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  geom POLYGON NOT NULL CHECK (geom >= x'47500000' AND geom < x'4750000A'),
  incident TEXT NOT NULL
);
CREATE UNIQUE INDEX incident_areas_incident ON incident_areas (incident);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES
  ('incident_areas', 'features', 'incident_areas', 'Områden för händelser som bara är kända till ett område', 3006);
INSERT INTO gpkg_geometry_columns VALUES ('incident_areas', 'geom', 'POLYGON', 3006, 0, 0);
INSERT INTO gpkg_extensions VALUES
  ('incident_areas', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');

CREATE VIRTUAL TABLE rtree_incident_areas_geom USING rtree(id, minx, maxx, miny, maxy);
CREATE TRIGGER rtree_incident_areas_geom_insert AFTER INSERT ON incident_areas
  WHEN (NEW.geom NOT NULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_incident_areas_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incident_areas_geom_update1 AFTER UPDATE OF geom ON incident_areas
  WHEN OLD.fid = NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  INSERT OR REPLACE INTO rtree_incident_areas_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incident_areas_geom_update2 AFTER UPDATE OF geom ON incident_areas
  WHEN OLD.fid = NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incident_areas_geom WHERE id = OLD.fid;
END;
CREATE TRIGGER rtree_incident_areas_geom_update3 AFTER UPDATE ON incident_areas
  WHEN OLD.fid != NEW.fid AND (NEW.geom NOTNULL AND NOT ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incident_areas_geom WHERE id = OLD.fid;
  INSERT OR REPLACE INTO rtree_incident_areas_geom VALUES
    (NEW.fid, ST_MinX(NEW.geom), ST_MaxX(NEW.geom), ST_MinY(NEW.geom), ST_MaxY(NEW.geom));
END;
CREATE TRIGGER rtree_incident_areas_geom_update4 AFTER UPDATE ON incident_areas
  WHEN OLD.fid != NEW.fid AND (NEW.geom ISNULL OR ST_IsEmpty(NEW.geom))
BEGIN
  DELETE FROM rtree_incident_areas_geom WHERE id IN (OLD.fid, NEW.fid);
END;
CREATE TRIGGER rtree_incident_areas_geom_delete AFTER DELETE ON incident_areas
  WHEN OLD.geom NOT NULL
BEGIN
  DELETE FROM rtree_incident_areas_geom WHERE id = OLD.fid;
END;

-- Deleted incidents, until they are taken back or disposed of.
CREATE TABLE hk_deleted (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  deleted_at DATETIME NOT NULL,
  deleted_by TEXT,
  fid INTEGER NOT NULL,
  geom BLOB,
  category TEXT,
  occurred_from DATETIME,
  occurred_to DATETIME,
  precision TEXT,
  radius DOUBLE,
  place TEXT,
  surroundings TEXT,
  organisation TEXT,
  source_type TEXT,
  external_id TEXT,
  severity TINYINT,
  persons MEDIUMINT,
  reported_to_police TEXT,
  description TEXT,
  intervention TEXT,
  status TEXT,
  confidentiality TEXT,
  disposal_date DATE,
  ambiguous_time BOOLEAN,
  created_at DATETIME,
  created_by TEXT,
  changed_at DATETIME,
  changed_by TEXT,
  uuid TEXT NOT NULL UNIQUE,
  area BLOB
);

CREATE TABLE hk_log (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL CHECK (number > 0),
  at DATETIME NOT NULL,
  actor TEXT,
  organisation TEXT,
  action TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete', 'restore')),
  incident TEXT,
  before_values TEXT,
  after_values TEXT
);
CREATE INDEX hk_log_incident ON hk_log (incident);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('hk_categories', 'attributes', 'hk_categories', 'Kategorilistan'),
  ('hk_deleted', 'attributes', 'hk_deleted', 'Borttagna händelser som kan tas tillbaka'),
  ('hk_log', 'attributes', 'hk_log', 'Logg över alla ändringar');

-- The log is added to, never changed.
CREATE TRIGGER hk_log_no_update BEFORE UPDATE ON hk_log
BEGIN
  SELECT RAISE(ABORT, 'hk_log is append-only: update refused');
END;
CREATE TRIGGER hk_log_no_delete BEFORE DELETE ON hk_log
BEGIN
  SELECT RAISE(ABORT, 'hk_log is append-only: delete refused');
END;
CREATE TRIGGER hk_log_no_overwrite BEFORE INSERT ON hk_log
  WHEN NEW.number > 0 AND NEW.number <= (SELECT max(number) FROM hk_log)
BEGIN
  SELECT RAISE(ABORT, 'hk_log is append-only: the number is taken');
END;

-- Another program may look at the deleted ones, not change them. (An incident put back by another program takes its
-- deleted self away.)
CREATE TRIGGER hk_deleted_no_update BEFORE UPDATE ON hk_deleted
  WHEN NOT EXISTS (SELECT 1 FROM hk_actor)
BEGIN
  SELECT RAISE(ABORT, 'hk_deleted is kept by the program: update refused');
END;
CREATE TRIGGER hk_deleted_no_delete BEFORE DELETE ON hk_deleted
  WHEN NOT EXISTS (SELECT 1 FROM hk_actor) AND NOT EXISTS (SELECT 1 FROM incidents WHERE uuid = OLD.uuid)
BEGIN
  SELECT RAISE(ABORT, 'hk_deleted is kept by the program: delete refused');
END;

CREATE TRIGGER hk_incidents_uuid BEFORE UPDATE OF uuid ON incidents
  WHEN NEW.uuid IS NOT OLD.uuid AND length(OLD.uuid) = 36 AND OLD.uuid NOT GLOB '*[^0-9a-f-]*'
BEGIN
  SELECT RAISE(ABORT, 'uuid identifies the incident and cannot be changed');
END;

-- What the log tells of an incident that comes in: all fields, or, where the rarer ones are at their defaults (most rows
-- of most imports), the others only.
CREATE VIEW hk_incident_values AS
SELECT i.fid, i.uuid,
  CASE
    WHEN i.surroundings = 'unknown' AND i.persons IS NULL AND i.reported_to_police = 'unknown'
      AND i.intervention IS NULL AND i.status = 'new' AND i.confidentiality = 'internal' AND i.disposal_date IS NULL
      AND i.ambiguous_time = 0 AND i.precision <> 'area'
    THEN json_object('category', i.category, 'occurred_from', i.occurred_from, 'occurred_to', i.occurred_to,
      'precision', i.precision, 'radius', i.radius, 'place', i.place, 'organisation', i.organisation,
      'source_type', i.source_type, 'external_id', i.external_id, 'severity', i.severity,
      'description', i.description, 'geom', hex(i.geom))
    ELSE json_object('category', i.category, 'occurred_from', i.occurred_from, 'occurred_to', i.occurred_to,
      'precision', i.precision, 'radius', i.radius, 'place', i.place, 'surroundings', i.surroundings,
      'organisation', i.organisation, 'source_type', i.source_type, 'external_id', i.external_id,
      'severity', i.severity, 'persons', i.persons, 'reported_to_police', i.reported_to_police,
      'description', i.description, 'intervention', i.intervention, 'status', i.status,
      'confidentiality', i.confidentiality, 'disposal_date', i.disposal_date, 'ambiguous_time', i.ambiguous_time,
      'geom', hex(i.geom), 'area', (SELECT hex(r.geom) FROM incident_areas r WHERE r.incident = i.uuid))
  END AS field_values
FROM incidents i;

-- Fills what another program left out, takes the outline of a deleted incident back, then writes the log.
CREATE TRIGGER hk_incidents_insert AFTER INSERT ON incidents
BEGIN
  -- Without an id, or with one that is none (QGIS makes one up when it pastes), it is a new incident.
  UPDATE incidents SET
    uuid = lower(hex(randomblob(4))) || '-' || lower(hex(randomblob(2))) || '-4' ||
      substr(lower(hex(randomblob(2))), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) ||
      substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6))),
    created_at = NULL, created_by = NULL, changed_at = NULL, changed_by = NULL
  WHERE fid = NEW.fid AND (NEW.uuid IS NULL OR lower(trim(NEW.uuid, '{} ')) NOT GLOB
    '[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f]-[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]');
  UPDATE incidents SET
    uuid = lower(trim(uuid, '{} ')),
    created_at = coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', created_at), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    changed_at = coalesce(strftime('%Y-%m-%dT%H:%M:%fZ', changed_at), strftime('%Y-%m-%dT%H:%M:%fZ', created_at), strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    occurred_from = strftime('%Y-%m-%dT%H:%M:%fZ', occurred_from),
    occurred_to = strftime('%Y-%m-%dT%H:%M:%fZ', occurred_to)
  WHERE fid = NEW.fid AND (NEW.uuid IS NULL OR length(NEW.uuid) <> 36 OR NEW.uuid GLOB '*[^0-9a-f-]*'
    OR coalesce(NEW.created_at, '') NOT GLOB '*.[0-9][0-9][0-9]Z' OR coalesce(NEW.changed_at, '') NOT GLOB '*.[0-9][0-9][0-9]Z'
    OR NEW.occurred_from NOT GLOB '*.[0-9][0-9][0-9]Z' OR NEW.occurred_to NOT GLOB '*.[0-9][0-9][0-9]Z');

  INSERT INTO incident_areas (geom, incident)
  SELECT area, uuid FROM hk_deleted d WHERE d.uuid = NEW.uuid AND area IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM incident_areas r WHERE r.incident = NEW.uuid);

  INSERT INTO hk_log (at, actor, organisation, action, incident, after_values)
  SELECT coalesce(a.at, strftime('%Y-%m-%dT%H:%M:%fZ','now')), a.name, a.organisation,
    iif(EXISTS (SELECT 1 FROM hk_deleted d WHERE d.uuid = i.uuid), 'restore', 'insert'), i.uuid,
    i.field_values
  FROM hk_incident_values i LEFT JOIN hk_actor a ON a.id = 1
  WHERE i.fid = NEW.fid;

  DELETE FROM hk_deleted WHERE uuid = NEW.uuid;
END;

-- GDAL keeps the offset of a local time, QGIS writes UTC without saying so; the standard asks for UTC with a Z. The log
-- compares times, not their texts, so that this is no change.
CREATE TRIGGER hk_incidents_time AFTER UPDATE OF occurred_from, occurred_to ON incidents
  WHEN NEW.occurred_from NOT GLOB '*.[0-9][0-9][0-9]Z' OR NEW.occurred_to NOT GLOB '*.[0-9][0-9][0-9]Z'
BEGIN
  UPDATE incidents SET
    occurred_from = strftime('%Y-%m-%dT%H:%M:%fZ', occurred_from),
    occurred_to = strftime('%Y-%m-%dT%H:%M:%fZ', occurred_to)
  WHERE fid = NEW.fid;
END;

CREATE TRIGGER hk_incidents_update AFTER UPDATE ON incidents
  WHEN OLD.geom IS NOT NEW.geom OR OLD.category IS NOT NEW.category
    OR strftime('%Y-%m-%dT%H:%M:%fZ', OLD.occurred_from) IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', NEW.occurred_from)
    OR strftime('%Y-%m-%dT%H:%M:%fZ', OLD.occurred_to) IS NOT strftime('%Y-%m-%dT%H:%M:%fZ', NEW.occurred_to)
    OR OLD.precision IS NOT NEW.precision OR OLD.radius IS NOT NEW.radius
    OR OLD.place IS NOT NEW.place OR OLD.surroundings IS NOT NEW.surroundings
    OR OLD.organisation IS NOT NEW.organisation OR OLD.source_type IS NOT NEW.source_type
    OR OLD.external_id IS NOT NEW.external_id OR OLD.severity IS NOT NEW.severity OR OLD.persons IS NOT NEW.persons
    OR OLD.reported_to_police IS NOT NEW.reported_to_police OR OLD.description IS NOT NEW.description
    OR OLD.intervention IS NOT NEW.intervention OR OLD.status IS NOT NEW.status
    OR OLD.confidentiality IS NOT NEW.confidentiality OR OLD.disposal_date IS NOT NEW.disposal_date
    OR OLD.ambiguous_time IS NOT NEW.ambiguous_time
BEGIN
  INSERT INTO hk_log (at, actor, organisation, action, incident, before_values, after_values)
  SELECT coalesce(a.at, strftime('%Y-%m-%dT%H:%M:%fZ','now')), a.name, a.organisation, 'update', NEW.uuid,
    c.before_values, c.after_values
  FROM (
    SELECT json_group_object(k, o) AS before_values, json_group_object(k, n) AS after_values
    FROM (
      SELECT 'category' AS k, OLD.category AS o, NEW.category AS n
      UNION ALL SELECT 'occurred_from', strftime('%Y-%m-%dT%H:%M:%fZ', OLD.occurred_from),
        strftime('%Y-%m-%dT%H:%M:%fZ', NEW.occurred_from)
      UNION ALL SELECT 'occurred_to', strftime('%Y-%m-%dT%H:%M:%fZ', OLD.occurred_to),
        strftime('%Y-%m-%dT%H:%M:%fZ', NEW.occurred_to)
      UNION ALL SELECT 'precision', OLD.precision, NEW.precision
      UNION ALL SELECT 'radius', OLD.radius, NEW.radius
      UNION ALL SELECT 'place', OLD.place, NEW.place
      UNION ALL SELECT 'surroundings', OLD.surroundings, NEW.surroundings
      UNION ALL SELECT 'organisation', OLD.organisation, NEW.organisation
      UNION ALL SELECT 'source_type', OLD.source_type, NEW.source_type
      UNION ALL SELECT 'external_id', OLD.external_id, NEW.external_id
      UNION ALL SELECT 'severity', OLD.severity, NEW.severity
      UNION ALL SELECT 'persons', OLD.persons, NEW.persons
      UNION ALL SELECT 'reported_to_police', OLD.reported_to_police, NEW.reported_to_police
      UNION ALL SELECT 'description', OLD.description, NEW.description
      UNION ALL SELECT 'intervention', OLD.intervention, NEW.intervention
      UNION ALL SELECT 'status', OLD.status, NEW.status
      UNION ALL SELECT 'confidentiality', OLD.confidentiality, NEW.confidentiality
      UNION ALL SELECT 'disposal_date', OLD.disposal_date, NEW.disposal_date
      UNION ALL SELECT 'ambiguous_time', OLD.ambiguous_time, NEW.ambiguous_time
      UNION ALL SELECT 'geom', hex(OLD.geom), hex(NEW.geom)
    ) WHERE o IS NOT n
  ) c LEFT JOIN hk_actor a ON a.id = 1;

  UPDATE incidents SET
    changed_at = coalesce((SELECT at FROM hk_actor), strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    changed_by = (SELECT name FROM hk_actor)
  WHERE fid = NEW.fid AND NEW.changed_at IS OLD.changed_at;
END;

CREATE TRIGGER hk_incidents_delete AFTER DELETE ON incidents
BEGIN
  INSERT INTO hk_deleted (deleted_at, deleted_by, fid, geom, category, occurred_from, occurred_to, precision, radius,
    place, surroundings, organisation, source_type, external_id, severity, persons, reported_to_police, description,
    intervention, status, confidentiality, disposal_date, ambiguous_time, created_at, created_by, changed_at,
    changed_by, uuid, area)
  VALUES (coalesce((SELECT at FROM hk_actor), strftime('%Y-%m-%dT%H:%M:%fZ','now')), (SELECT name FROM hk_actor),
    OLD.fid, OLD.geom, OLD.category, OLD.occurred_from, OLD.occurred_to, OLD.precision, OLD.radius, OLD.place,
    OLD.surroundings, OLD.organisation, OLD.source_type, OLD.external_id, OLD.severity, OLD.persons,
    OLD.reported_to_police, OLD.description, OLD.intervention, OLD.status, OLD.confidentiality, OLD.disposal_date,
    OLD.ambiguous_time, OLD.created_at, OLD.created_by, OLD.changed_at, OLD.changed_by, OLD.uuid,
    (SELECT geom FROM incident_areas WHERE incident = OLD.uuid));

  INSERT INTO hk_log (at, actor, organisation, action, incident, before_values)
  SELECT coalesce(a.at, strftime('%Y-%m-%dT%H:%M:%fZ','now')), a.name, a.organisation, 'delete', OLD.uuid,
    c.before_values
  FROM (
    SELECT json_group_object(k, o) AS before_values
    FROM (
      SELECT 'category' AS k, OLD.category AS o
      UNION ALL SELECT 'occurred_from', OLD.occurred_from
      UNION ALL SELECT 'occurred_to', OLD.occurred_to
      UNION ALL SELECT 'precision', OLD.precision
      UNION ALL SELECT 'radius', OLD.radius
      UNION ALL SELECT 'place', OLD.place
      UNION ALL SELECT 'surroundings', OLD.surroundings
      UNION ALL SELECT 'organisation', OLD.organisation
      UNION ALL SELECT 'source_type', OLD.source_type
      UNION ALL SELECT 'external_id', OLD.external_id
      UNION ALL SELECT 'severity', OLD.severity
      UNION ALL SELECT 'persons', OLD.persons
      UNION ALL SELECT 'reported_to_police', OLD.reported_to_police
      UNION ALL SELECT 'description', OLD.description
      UNION ALL SELECT 'intervention', OLD.intervention
      UNION ALL SELECT 'status', OLD.status
      UNION ALL SELECT 'confidentiality', OLD.confidentiality
      UNION ALL SELECT 'disposal_date', OLD.disposal_date
      UNION ALL SELECT 'ambiguous_time', OLD.ambiguous_time
      UNION ALL SELECT 'geom', hex(OLD.geom)
      UNION ALL SELECT 'area', (SELECT hex(geom) FROM incident_areas WHERE incident = OLD.uuid)
    ) WHERE o IS NOT NULL
  ) c LEFT JOIN hk_actor a ON a.id = 1;

  DELETE FROM incident_areas WHERE incident = OLD.uuid;
END;

-- A change of the outline is a change of its incident. While the incident itself comes or goes, its own entry of the
-- log holds the outline.
CREATE TRIGGER hk_incident_areas_insert AFTER INSERT ON incident_areas
  WHEN EXISTS (SELECT 1 FROM incidents WHERE uuid = NEW.incident)
    AND NOT EXISTS (SELECT 1 FROM hk_deleted WHERE uuid = NEW.incident)
BEGIN
  INSERT INTO hk_log (at, actor, organisation, action, incident, before_values, after_values)
  SELECT coalesce(a.at, strftime('%Y-%m-%dT%H:%M:%fZ','now')), a.name, a.organisation, 'update', NEW.incident,
    json_object('area', NULL), json_object('area', hex(NEW.geom))
  FROM (SELECT 1) LEFT JOIN hk_actor a ON a.id = 1;
  UPDATE incidents SET changed_at = coalesce((SELECT at FROM hk_actor), strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    changed_by = (SELECT name FROM hk_actor)
  WHERE uuid = NEW.incident;
END;
CREATE TRIGGER hk_incident_areas_update AFTER UPDATE ON incident_areas
  WHEN (OLD.geom IS NOT NEW.geom OR OLD.incident IS NOT NEW.incident)
    AND EXISTS (SELECT 1 FROM incidents WHERE uuid = NEW.incident)
BEGIN
  INSERT INTO hk_log (at, actor, organisation, action, incident, before_values, after_values)
  SELECT coalesce(a.at, strftime('%Y-%m-%dT%H:%M:%fZ','now')), a.name, a.organisation, 'update', NEW.incident,
    json_object('area', hex(OLD.geom)), json_object('area', hex(NEW.geom))
  FROM (SELECT 1) LEFT JOIN hk_actor a ON a.id = 1;
  UPDATE incidents SET changed_at = coalesce((SELECT at FROM hk_actor), strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    changed_by = (SELECT name FROM hk_actor)
  WHERE uuid = NEW.incident;
END;
CREATE TRIGGER hk_incident_areas_delete AFTER DELETE ON incident_areas
  WHEN EXISTS (SELECT 1 FROM incidents WHERE uuid = OLD.incident)
BEGIN
  INSERT INTO hk_log (at, actor, organisation, action, incident, before_values, after_values)
  SELECT coalesce(a.at, strftime('%Y-%m-%dT%H:%M:%fZ','now')), a.name, a.organisation, 'update', OLD.incident,
    json_object('area', hex(OLD.geom)), json_object('area', NULL)
  FROM (SELECT 1) LEFT JOIN hk_actor a ON a.id = 1;
  UPDATE incidents SET changed_at = coalesce((SELECT at FROM hk_actor), strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    changed_by = (SELECT name FROM hk_actor)
  WHERE uuid = OLD.incident;
END;
