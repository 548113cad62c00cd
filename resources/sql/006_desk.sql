-- Step 6: what the desk keeps beside the incidents: half-filled forms, further reports of one incident, attachments and
-- templates of the form.

-- A form that is being filled in, one row per running program. Taken away when it is saved or thrown away.
CREATE TABLE hk_drafts (
  id TEXT PRIMARY KEY NOT NULL,
  profile TEXT NOT NULL,
  started_at DATETIME NOT NULL,
  changed_at DATETIME NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
);

-- Further reports of an incident that is logged already. What is taken away keeps its row until the next day, so that it can
-- be taken back.
CREATE TABLE hk_reports (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  incident TEXT NOT NULL,
  organisation TEXT,
  source_type TEXT NOT NULL DEFAULT 'desk'
    CHECK (source_type IN ('desk', 'import', 'partner', 'citizen')),
  external_id TEXT,
  received_at DATETIME NOT NULL CHECK (julianday(received_at) IS NOT NULL),
  note TEXT,
  merged TEXT,
  removed_at DATETIME
);
CREATE INDEX hk_reports_incident ON hk_reports (incident);

CREATE TABLE hk_attachments (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  uuid TEXT NOT NULL UNIQUE,
  incident TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT NOT NULL,
  added_at DATETIME NOT NULL,
  added_by TEXT,
  removed_at DATETIME,
  content BLOB NOT NULL
);
CREATE INDEX hk_attachments_incident ON hk_attachments (incident);

CREATE TABLE hk_templates (
  name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
  content TEXT NOT NULL CHECK (json_valid(content))
);

INSERT INTO gpkg_contents (table_name, data_type, identifier, description) VALUES
  ('hk_reports', 'attributes', 'hk_reports', 'Fler källor till samma händelse'),
  ('hk_attachments', 'attributes', 'hk_attachments', 'Bilder och handlingar');
INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) VALUES
  ('hk_reports', 'incident', 'Händelse', 'Händelse', 'Händelsens id', NULL),
  ('hk_reports', 'organisation', 'Aktör', 'Aktör', 'Vem som rapporterade', NULL),
  ('hk_reports', 'source_type', 'Källa', 'Källa', NULL, 'hk_source_type'),
  ('hk_reports', 'received_at', 'Inkom', 'Inkom', 'UTC', NULL),
  ('hk_reports', 'note', 'Anteckning', 'Anteckning', 'Fritext utan personuppgifter', NULL),
  ('hk_reports', 'merged', 'Sammanförd', 'Sammanförd', 'Id för den händelse som fördes hit', NULL),
  ('hk_reports', 'removed_at', 'Borttagen', 'Borttagen', 'UTC', NULL),
  ('hk_attachments', 'incident', 'Händelse', 'Händelse', 'Händelsens id', NULL),
  ('hk_attachments', 'name', 'Namn', 'Namn', NULL, NULL),
  ('hk_attachments', 'media_type', 'Typ', 'Typ', NULL, NULL),
  ('hk_attachments', 'removed_at', 'Borttagen', 'Borttagen', 'UTC', NULL);

-- A source or an attachment that comes or goes is a change of its incident. The log names it; its words stay in its row.
CREATE TRIGGER hk_reports_insert AFTER INSERT ON hk_reports
BEGIN
  INSERT INTO hk_log (at, actor, organisation, action, incident, before_values, after_values)
  SELECT coalesce(a.at, strftime('%Y-%m-%dT%H:%M:%fZ','now')), a.name, a.organisation, 'update', NEW.incident,
    json_object('report', NULL), json_object('report', NEW.uuid)
  FROM (SELECT 1) LEFT JOIN hk_actor a ON a.id = 1;
END;
CREATE TRIGGER hk_reports_update AFTER UPDATE ON hk_reports
  WHEN (OLD.removed_at IS NULL) <> (NEW.removed_at IS NULL) OR OLD.incident IS NOT NEW.incident
BEGIN
  INSERT INTO hk_log (at, actor, organisation, action, incident, before_values, after_values)
  SELECT coalesce(a.at, strftime('%Y-%m-%dT%H:%M:%fZ','now')), a.name, a.organisation, 'update', NEW.incident,
    CASE WHEN OLD.incident IS NOT NEW.incident THEN json_object('report', NEW.uuid, 'report_of', OLD.incident)
      ELSE json_object('report', iif(OLD.removed_at IS NULL, OLD.uuid, NULL)) END,
    CASE WHEN OLD.incident IS NOT NEW.incident THEN json_object('report', NEW.uuid, 'report_of', NEW.incident)
      ELSE json_object('report', iif(NEW.removed_at IS NULL, NEW.uuid, NULL)) END
  FROM (SELECT 1) LEFT JOIN hk_actor a ON a.id = 1;
END;
CREATE TRIGGER hk_attachments_insert AFTER INSERT ON hk_attachments
BEGIN
  INSERT INTO hk_log (at, actor, organisation, action, incident, before_values, after_values)
  SELECT coalesce(a.at, strftime('%Y-%m-%dT%H:%M:%fZ','now')), a.name, a.organisation, 'update', NEW.incident,
    json_object('attachment', NULL), json_object('attachment', NEW.uuid)
  FROM (SELECT 1) LEFT JOIN hk_actor a ON a.id = 1;
END;
CREATE TRIGGER hk_attachments_update AFTER UPDATE ON hk_attachments
  WHEN (OLD.removed_at IS NULL) <> (NEW.removed_at IS NULL) OR OLD.incident IS NOT NEW.incident
BEGIN
  INSERT INTO hk_log (at, actor, organisation, action, incident, before_values, after_values)
  SELECT coalesce(a.at, strftime('%Y-%m-%dT%H:%M:%fZ','now')), a.name, a.organisation, 'update', NEW.incident,
    CASE WHEN OLD.incident IS NOT NEW.incident THEN json_object('attachment', NEW.uuid, 'attachment_of', OLD.incident)
      ELSE json_object('attachment', iif(OLD.removed_at IS NULL, OLD.uuid, NULL)) END,
    CASE WHEN OLD.incident IS NOT NEW.incident THEN json_object('attachment', NEW.uuid, 'attachment_of', NEW.incident)
      ELSE json_object('attachment', iif(NEW.removed_at IS NULL, NEW.uuid, NULL)) END
  FROM (SELECT 1) LEFT JOIN hk_actor a ON a.id = 1;
END;
