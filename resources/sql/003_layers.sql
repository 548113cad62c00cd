-- Step 3: the layers of one's own that are shown with the incidents, the lowest first.

CREATE TABLE hk_layers (
  position INTEGER PRIMARY KEY NOT NULL,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind <> ''),
  source TEXT NOT NULL,
  layer TEXT NOT NULL DEFAULT '',
  crs TEXT NOT NULL DEFAULT '',
  style TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(style)),
  visible INTEGER NOT NULL DEFAULT 1 CHECK (visible IN (0, 1)),
  role TEXT NOT NULL DEFAULT ''
);
