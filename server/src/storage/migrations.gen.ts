// Generated from migrations/*.sql by npm run generate. Do not edit.

export const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: `0001_init.sql`, sql: `-- One row: the number of the last change. Raising it is the first statement of every write, which
-- makes writers take turns on every engine.
CREATE TABLE registry (
  singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1),
  revision BIGINT NOT NULL
);

INSERT INTO registry (singleton, revision) VALUES (1, 0);

-- A context outlives its schemas: last_id never goes back, so that no id is handed out twice.
CREATE TABLE contexts (
  name TEXT NOT NULL PRIMARY KEY,
  last_id INTEGER NOT NULL DEFAULT 0 CHECK (last_id >= 0),
  -- 1 from the first schema registered until the context is deleted.
  listed INTEGER NOT NULL DEFAULT 0 CHECK (listed IN (0, 1))
);

-- What an id stands for. guid is the identity of text, references, metadata and rule set together.
CREATE TABLE schemas (
  context TEXT NOT NULL REFERENCES contexts (name),
  id INTEGER NOT NULL CHECK (id >= 0),
  guid TEXT NOT NULL,
  -- CRC-64-AVRO of the Parsing Canonical Form, in hexadecimal: schemas that differ in more than
  -- documentation, defaults, aliases and attributes have different ones.
  fingerprint TEXT NOT NULL,
  text TEXT NOT NULL,
  -- JSON, or NULL where the schema has none; '{}' is not the same as none.
  metadata TEXT,
  rule_set TEXT,
  -- How many rows of schema_references it has.
  reference_count INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (context, id)
);

CREATE INDEX schemas_by_guid ON schemas (guid, context);

CREATE INDEX schemas_by_fingerprint ON schemas (context, fingerprint);

-- The references of a schema in the order given. reference_subject is as written by the caller,
-- target_context and target_subject are what it means.
CREATE TABLE schema_references (
  context TEXT NOT NULL,
  schema_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  reference_subject TEXT NOT NULL,
  target_context TEXT NOT NULL,
  target_subject TEXT NOT NULL,
  target_version INTEGER NOT NULL,
  PRIMARY KEY (context, schema_id, position),
  FOREIGN KEY (context, schema_id) REFERENCES schemas (context, id) ON DELETE CASCADE
);

CREATE INDEX schema_references_by_target
  ON schema_references (target_context, target_subject, target_version);

CREATE TABLE versions (
  context TEXT NOT NULL,
  subject TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  schema_id INTEGER NOT NULL,
  -- 1: softly deleted.
  deleted INTEGER NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),
  -- When the version was registered, milliseconds since 1970.
  registered_at BIGINT NOT NULL,
  -- The change that wrote this row last.
  revision BIGINT NOT NULL,
  PRIMARY KEY (context, subject, version),
  FOREIGN KEY (context, schema_id) REFERENCES schemas (context, id)
);

CREATE INDEX versions_by_schema ON versions (context, schema_id, subject);

-- An unqualified subject is looked for in every context.
CREATE INDEX versions_by_subject ON versions (subject, context);

-- Settings by subject; subject '' holds those of the whole context. NULL: not set.
CREATE TABLE configs (
  context TEXT NOT NULL,
  subject TEXT NOT NULL,
  compatibility_level TEXT,
  normalize INTEGER,
  alias TEXT,
  alias_for_deks TEXT,
  validate_fields INTEGER,
  validate_new_schemas INTEGER,
  validate_rules INTEGER,
  compatibility_policy TEXT,
  compatibility_group TEXT,
  default_metadata TEXT,
  override_metadata TEXT,
  default_rule_set TEXT,
  override_rule_set TEXT,
  PRIMARY KEY (context, subject)
);

CREATE INDEX configs_by_alias ON configs (alias);

CREATE TABLE modes (
  context TEXT NOT NULL,
  subject TEXT NOT NULL,
  mode TEXT NOT NULL,
  PRIMARY KEY (context, subject)
);
` },
]
