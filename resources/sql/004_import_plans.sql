-- Step 4: how files of others are imported, by name, for all desks that share the file.

CREATE TABLE hk_import_plans (
  name TEXT PRIMARY KEY NOT NULL CHECK (name <> ''),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  mapping TEXT NOT NULL CHECK (json_valid(mapping)),
  changed_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
);
