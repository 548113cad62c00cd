-- Step 2: readable titles and value lists (the GeoPackage schema extension), so that QGIS and ArcGIS show words and
-- choices instead of codes.

CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  name TEXT,
  title TEXT,
  description TEXT,
  mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name)
);
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL,
  constraint_type TEXT NOT NULL,
  value TEXT,
  min NUMERIC,
  min_is_inclusive BOOLEAN,
  max NUMERIC,
  max_is_inclusive BOOLEAN,
  description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value)
);
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write');

INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) VALUES
  ('hk_precision', 'enum', 'point', 'Punkt (10 m)'),
  ('hk_precision', 'enum', 'street', 'Gata (50 m)'),
  ('hk_precision', 'enum', 'place', 'Plats (150 m)'),
  ('hk_precision', 'enum', 'area', 'Område'),
  ('hk_surroundings', 'enum', 'unknown', 'Okänt'),
  ('hk_surroundings', 'enum', 'indoor', 'Inomhus'),
  ('hk_surroundings', 'enum', 'outdoor', 'Utomhus'),
  ('hk_source_type', 'enum', 'desk', 'Registrerad vid skrivbordet'),
  ('hk_source_type', 'enum', 'import', 'Import'),
  ('hk_source_type', 'enum', 'partner', 'Samverkanspart'),
  ('hk_source_type', 'enum', 'citizen', 'Invånare'),
  ('hk_reported_to_police', 'enum', 'unknown', 'Okänt'),
  ('hk_reported_to_police', 'enum', 'yes', 'Ja'),
  ('hk_reported_to_police', 'enum', 'no', 'Nej'),
  ('hk_status', 'enum', 'new', 'Ny'),
  ('hk_status', 'enum', 'in_progress', 'Pågår'),
  ('hk_status', 'enum', 'closed', 'Avslutad'),
  ('hk_confidentiality', 'enum', 'internal', 'Intern'),
  ('hk_confidentiality', 'enum', 'partner', 'Samverkansparter'),
  ('hk_confidentiality', 'enum', 'public', 'Offentlig');
INSERT INTO gpkg_data_column_constraints
  (constraint_name, constraint_type, min, min_is_inclusive, max, max_is_inclusive, description) VALUES
  ('hk_severity', 'range', 1, 1, 3, 1, 'Allvarlighet 1–3');
INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description)
  SELECT 'hk_category', 'enum', code, code || ' ' || name_sv FROM hk_categories ORDER BY id;

-- GDAL, and so QGIS, shows the name.
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) VALUES
  ('incidents', 'category', 'Kategori', 'Kategori', 'Kod ur kategorilistan', 'hk_category'),
  ('incidents', 'occurred_from', 'Från', 'Från', 'Inträffade tidigast, UTC', NULL),
  ('incidents', 'occurred_to', 'Till', 'Till', 'Inträffade senast, UTC; samma som Från om tiden är exakt', NULL),
  ('incidents', 'precision', 'Precision', 'Precision', 'Hur väl platsen är känd', 'hk_precision'),
  ('incidents', 'radius', 'Radie (m)', 'Radie (m)', 'Platsens osäkerhet i meter', NULL),
  ('incidents', 'place', 'Plats', 'Plats', 'Platsens namn', NULL),
  ('incidents', 'surroundings', 'Inne/ute', 'Inne/ute', NULL, 'hk_surroundings'),
  ('incidents', 'organisation', 'Aktör', 'Aktör', 'Vem som rapporterade', NULL),
  ('incidents', 'source_type', 'Källa', 'Källa', NULL, 'hk_source_type'),
  ('incidents', 'external_id', 'Externt id', 'Externt id', 'Id hos den som lämnade uppgiften; unikt', NULL),
  ('incidents', 'severity', 'Allvarlighet', 'Allvarlighet', NULL, 'hk_severity'),
  ('incidents', 'persons', 'Antal personer', 'Antal personer', 'Uppskattat antal, aldrig namn', NULL),
  ('incidents', 'reported_to_police', 'Polisanmäld', 'Polisanmäld', NULL, 'hk_reported_to_police'),
  ('incidents', 'description', 'Beskrivning', 'Beskrivning', 'Fritext utan personuppgifter', NULL),
  ('incidents', 'intervention', 'Insats', 'Insats', 'Id för kopplad insats', NULL),
  ('incidents', 'status', 'Status', 'Status', NULL, 'hk_status'),
  ('incidents', 'confidentiality', 'Sekretess', 'Sekretess', NULL, 'hk_confidentiality'),
  ('incidents', 'disposal_date', 'Gallras', 'Gallras', 'Dag då händelsen gallras', NULL),
  ('incidents', 'ambiguous_time', 'Tvetydig tid', 'Tvetydig tid', 'Lokal tid i höstens dubbla timme', NULL),
  ('incidents', 'created_at', 'Skapad', 'Skapad', 'UTC', NULL),
  ('incidents', 'created_by', 'Skapad av', 'Skapad av', NULL, NULL),
  ('incidents', 'changed_at', 'Ändrad', 'Ändrad', 'UTC', NULL),
  ('incidents', 'changed_by', 'Ändrad av', 'Ändrad av', NULL, NULL),
  ('incidents', 'uuid', 'Id', 'Id', 'Händelsens id; fylls i av filen och ändras aldrig', NULL),
  ('incident_areas', 'incident', 'Händelse', 'Händelse', 'Händelsens id', NULL),
  ('hk_categories', 'code', 'Kod', 'Kod', NULL, NULL),
  ('hk_categories', 'name_sv', 'Namn', 'Namn', NULL, NULL),
  ('hk_categories', 'name_en', 'Namn (engelska)', 'Namn (engelska)', NULL, NULL),
  ('hk_categories', 'category_group', 'Grupp', 'Grupp', NULL, NULL),
  ('hk_categories', 'planned', 'Planerad', 'Planerad', NULL, NULL),
  ('hk_log', 'at', 'Tid', 'Tid', 'UTC', NULL),
  ('hk_log', 'actor', 'Av', 'Av', 'Tomt: ett annat program', NULL),
  ('hk_log', 'organisation', 'Organisation', 'Organisation', NULL, NULL),
  ('hk_log', 'action', 'Händelsetyp', 'Händelsetyp', 'insert, update, delete eller restore', NULL),
  ('hk_log', 'incident', 'Händelse', 'Händelse', 'Händelsens id', NULL),
  ('hk_log', 'before_values', 'Före', 'Före', 'Ändrade fält före, JSON', NULL),
  ('hk_log', 'after_values', 'Efter', 'Efter', 'Ändrade fält efter, JSON', NULL);

-- The value list of the categories follows the category list.
CREATE TRIGGER hk_categories_insert AFTER INSERT ON hk_categories
BEGIN
  INSERT INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description)
  VALUES ('hk_category', 'enum', NEW.code, NEW.code || ' ' || NEW.name_sv);
END;
CREATE TRIGGER hk_categories_update AFTER UPDATE ON hk_categories
BEGIN
  UPDATE gpkg_data_column_constraints SET value = NEW.code, description = NEW.code || ' ' || NEW.name_sv
  WHERE constraint_name = 'hk_category' AND value = OLD.code;
END;
CREATE TRIGGER hk_categories_delete AFTER DELETE ON hk_categories
BEGIN
  DELETE FROM gpkg_data_column_constraints WHERE constraint_name = 'hk_category' AND value = OLD.code;
END;
