-- Step 5: the log takes in exports and disposals and is chained by hash; the rules of disposal and what was disposed of.

-- The list of actions stood in a constraint, which cannot be changed in place.
CREATE TABLE hk_log_before AS SELECT * FROM hk_log;
DROP TABLE hk_log;
CREATE TABLE hk_log (
  number INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL CHECK (number > 0),
  at DATETIME NOT NULL,
  actor TEXT,
  organisation TEXT,
  action TEXT NOT NULL CHECK (action <> ''),
  incident TEXT,
  before_values TEXT,
  after_values TEXT
);
INSERT INTO hk_log (number, at, actor, organisation, action, incident, before_values, after_values)
  SELECT number, at, actor, organisation, action, incident, before_values, after_values
  FROM hk_log_before ORDER BY number;
DROP TABLE hk_log_before;
CREATE INDEX hk_log_incident ON hk_log (incident);
UPDATE gpkg_data_columns SET description = 'insert, update, delete, restore, export eller dispose'
  WHERE table_name = 'hk_log' AND column_name = 'action';
UPDATE gpkg_data_columns SET description = description || '; {"sha256":…} när händelsen har gallrats'
  WHERE table_name = 'hk_log' AND column_name IN ('before_values', 'after_values');

-- Beside each entry of the log the hash over it and over the hash before it.
CREATE TABLE hk_log_chain (
  number INTEGER PRIMARY KEY NOT NULL,
  -- 0: chained by the program that wrote it; 1: found later, so written from outside; 2: older than the chain
  origin INTEGER NOT NULL CHECK (origin BETWEEN 0 AND 2),
  -- without it the hash of a value that was disposed of cannot be tried against guesses
  salt BLOB CHECK (salt IS NULL OR length(salt) = 16),
  hash BLOB NOT NULL CHECK (length(hash) = 32)
);

-- One row while a disposal runs, none at rest.
CREATE TABLE hk_disposal_gate (
  id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1)
);

-- The log is added to, never changed; a disposal puts hashes in the place of values, and nothing else.
CREATE TRIGGER hk_log_no_update BEFORE UPDATE ON hk_log
  WHEN NOT EXISTS (SELECT 1 FROM hk_disposal_gate)
    OR NEW.number IS NOT OLD.number OR NEW.at IS NOT OLD.at OR NEW.actor IS NOT OLD.actor
    OR NEW.organisation IS NOT OLD.organisation OR NEW.action IS NOT OLD.action OR NEW.incident IS NOT OLD.incident
    OR (NEW.before_values IS NOT OLD.before_values
      AND (OLD.before_values IS NULL OR coalesce(length(NEW.before_values), 0) <> 77 OR NEW.before_values NOT GLOB '{"sha256":"*"}'))
    OR (NEW.after_values IS NOT OLD.after_values
      AND (OLD.after_values IS NULL OR coalesce(length(NEW.after_values), 0) <> 77 OR NEW.after_values NOT GLOB '{"sha256":"*"}'))
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
CREATE TRIGGER hk_log_chain_no_update BEFORE UPDATE ON hk_log_chain
  WHEN NOT EXISTS (SELECT 1 FROM hk_disposal_gate)
    OR NEW.number IS NOT OLD.number OR NEW.origin IS NOT OLD.origin OR NEW.hash IS NOT OLD.hash OR NEW.salt IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'hk_log_chain is append-only: update refused');
END;
CREATE TRIGGER hk_log_chain_no_delete BEFORE DELETE ON hk_log_chain
BEGIN
  SELECT RAISE(ABORT, 'hk_log_chain is append-only: delete refused');
END;

-- After how many months incidents are disposed of; empty: any. The rule that names most counts, the category before the
-- confidentiality.
CREATE TABLE hk_disposal_rules (
  category TEXT NOT NULL DEFAULT '',
  confidentiality TEXT NOT NULL DEFAULT ''
    CHECK (confidentiality IN ('', 'internal', 'partner', 'public')),
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 1200),
  PRIMARY KEY (category, confidentiality)
);

CREATE TABLE hk_disposals (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  at DATETIME NOT NULL,
  actor TEXT NOT NULL,
  organisation TEXT,
  incidents INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  log_entries INTEGER NOT NULL,
  -- when no backup copy may hold them any more
  backups_gone_by DATE NOT NULL,
  -- 1: freed pages and the write-ahead log have been cleaned after it
  cleaned INTEGER NOT NULL DEFAULT 0 CHECK (cleaned IN (0, 1))
);
