-- Version 1: the tables of a project.
--
-- A table for each kind of record, named like it; a column for each field. An ID column without a
-- value is NULL, all others have a default, so that a version which does not know a column can
-- still add rows. References are checked when a transaction ends, in any order. Lists of IDs are
-- JSON arrays. A reference to a record of any kind is two columns, NAME_kind and NAME_id.
-- Dates are YYYY-MM-DD, instants Unix milliseconds, lengths points (1/72 inch).

PRAGMA application_id = 0x4A656A6B;

-- What is said of the file itself, in one row.
CREATE TABLE "meta" (
    "one"        INTEGER NOT NULL PRIMARY KEY CHECK ("one" = 1),
    "doc_id"     TEXT NOT NULL,              -- the document, for ever
    "rev"        TEXT NOT NULL DEFAULT '',   -- this published state; new with each save
    "base_rev"   TEXT NOT NULL DEFAULT '',   -- the published state it was made from
    "min_reader" INTEGER NOT NULL DEFAULT 1, -- the lowest version that may read the file
    "min_writer" INTEGER NOT NULL DEFAULT 1, -- the lowest version that may change it
    "digest"     TEXT NOT NULL DEFAULT '',   -- hash of all else; only a published file has one
    "ext"        TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- The bytes of images, once for each content.
CREATE TABLE "asset" (
    "hash" TEXT NOT NULL PRIMARY KEY, -- SHA-256, in lower-case hexadecimal
    "data" BLOB NOT NULL,
    "ext"  TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "info" (
    "id"       TEXT NOT NULL PRIMARY KEY,
    "title"    TEXT NOT NULL DEFAULT '',
    "owner"    TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "palette"  TEXT NOT NULL DEFAULT '',
    "version"  TEXT NOT NULL DEFAULT '',
    "date"     TEXT NOT NULL DEFAULT '',
    "note"     TEXT NOT NULL DEFAULT '',
    "ext"      TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "image" (
    "id"     TEXT NOT NULL PRIMARY KEY,
    "name"   TEXT NOT NULL DEFAULT '',
    "alt"    TEXT NOT NULL DEFAULT '',
    "media"  TEXT NOT NULL DEFAULT '',
    "width"  INTEGER NOT NULL DEFAULT 0,
    "height" INTEGER NOT NULL DEFAULT 0,
    "data"   TEXT REFERENCES "asset" ("hash") DEFERRABLE INITIALLY DEFERRED,
    "ext"    TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "tag" (
    "id"    TEXT NOT NULL PRIMARY KEY,
    "rank"  TEXT NOT NULL DEFAULT '',
    "name"  TEXT NOT NULL DEFAULT '',
    "color" TEXT NOT NULL DEFAULT '',
    "ext"   TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "channel" (
    "id"        TEXT NOT NULL PRIMARY KEY,
    "rank"      TEXT NOT NULL DEFAULT '',
    "name"      TEXT NOT NULL DEFAULT '',
    "icon"      TEXT NOT NULL DEFAULT '',
    "reach"     TEXT NOT NULL DEFAULT '',
    "ownership" TEXT NOT NULL DEFAULT '',
    "cost"      TEXT NOT NULL DEFAULT '',
    "revenue"   TEXT NOT NULL DEFAULT '',
    "note"      TEXT NOT NULL DEFAULT '',
    "ext"       TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "persona" (
    "id"           TEXT NOT NULL PRIMARY KEY,
    "rank"         TEXT NOT NULL DEFAULT '',
    "name"         TEXT NOT NULL DEFAULT '',
    "summary"      TEXT NOT NULL DEFAULT '',
    "quote"        TEXT NOT NULL DEFAULT '',
    "age"          TEXT NOT NULL DEFAULT '',
    "occupation"   TEXT NOT NULL DEFAULT '',
    "background"   TEXT NOT NULL DEFAULT '',
    "goals"        TEXT NOT NULL DEFAULT '',
    "needs"        TEXT NOT NULL DEFAULT '',
    "motivations"  TEXT NOT NULL DEFAULT '',
    "frustrations" TEXT NOT NULL DEFAULT '',
    "technology"   TEXT NOT NULL DEFAULT '',
    "segment"      TEXT NOT NULL DEFAULT '',
    "channel_ids"  TEXT NOT NULL DEFAULT '[]',
    "image_id"     TEXT REFERENCES "image" ("id") DEFERRABLE INITIALLY DEFERRED,
    "color"        TEXT NOT NULL DEFAULT '',
    "basis"        TEXT NOT NULL DEFAULT '',
    "source"       TEXT NOT NULL DEFAULT '',
    "ext"          TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "metric" (
    "id"        TEXT NOT NULL PRIMARY KEY,
    "rank"      TEXT NOT NULL DEFAULT '',
    "name"      TEXT NOT NULL DEFAULT '',
    "standard"  TEXT NOT NULL DEFAULT '',
    "unit"      TEXT NOT NULL DEFAULT '',
    "min"       REAL,
    "max"       REAL,
    "direction" TEXT NOT NULL DEFAULT '',
    "decimals"  INTEGER NOT NULL DEFAULT 0,
    "formula"   TEXT NOT NULL DEFAULT '',
    "ext"       TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "map" (
    "id"           TEXT NOT NULL PRIMARY KEY,
    "rank"         TEXT NOT NULL DEFAULT '',
    "title"        TEXT NOT NULL DEFAULT '',
    "type"         TEXT NOT NULL DEFAULT '',
    "scenario"     TEXT NOT NULL DEFAULT '',
    "expectations" TEXT NOT NULL DEFAULT '',
    "author"       TEXT NOT NULL DEFAULT '',
    "version"      TEXT NOT NULL DEFAULT '',
    "date"         TEXT NOT NULL DEFAULT '',
    "cycle"        INTEGER NOT NULL DEFAULT 0,
    "pair_id"      TEXT REFERENCES "map" ("id") DEFERRABLE INITIALLY DEFERRED,
    "derived_id"   TEXT REFERENCES "map" ("id") DEFERRABLE INITIALLY DEFERRED,
    "palette"      TEXT NOT NULL DEFAULT '',
    "ext"          TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "appearance" (
    "id"         TEXT NOT NULL PRIMARY KEY,
    "map_id"     TEXT NOT NULL REFERENCES "map" ("id") DEFERRABLE INITIALLY DEFERRED,
    "persona_id" TEXT NOT NULL REFERENCES "persona" ("id") DEFERRABLE INITIALLY DEFERRED,
    "rank"       TEXT NOT NULL DEFAULT '',
    "hidden"     INTEGER NOT NULL DEFAULT 0,
    "focused"    INTEGER NOT NULL DEFAULT 0,
    "ext"        TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "stage" (
    "id"      TEXT NOT NULL PRIMARY KEY,
    "map_id"  TEXT NOT NULL REFERENCES "map" ("id") DEFERRABLE INITIALLY DEFERRED,
    "rank"    TEXT NOT NULL DEFAULT '',
    "title"   TEXT NOT NULL DEFAULT '',
    "goal"    TEXT NOT NULL DEFAULT '',
    "outcome" TEXT NOT NULL DEFAULT '',
    "band"    TEXT NOT NULL DEFAULT '',
    "note"    TEXT NOT NULL DEFAULT '',
    "color"   TEXT NOT NULL DEFAULT '',
    "width"   REAL NOT NULL DEFAULT 0,
    "ext"     TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "step" (
    "id"       TEXT NOT NULL PRIMARY KEY,
    "stage_id" TEXT NOT NULL REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED,
    "rank"     TEXT NOT NULL DEFAULT '',
    "title"    TEXT NOT NULL DEFAULT '',
    "note"     TEXT NOT NULL DEFAULT '',
    "width"    REAL NOT NULL DEFAULT 0,
    "ext"      TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "lane" (
    "id"         TEXT NOT NULL PRIMARY KEY,
    "map_id"     TEXT NOT NULL REFERENCES "map" ("id") DEFERRABLE INITIALLY DEFERRED,
    "rank"       TEXT NOT NULL DEFAULT '',
    "lane_kind"  TEXT NOT NULL DEFAULT '',
    "title"      TEXT NOT NULL DEFAULT '',
    "hint"       TEXT NOT NULL DEFAULT '',
    "height"     REAL NOT NULL DEFAULT 0,
    "persona_id" TEXT REFERENCES "persona" ("id") DEFERRABLE INITIALLY DEFERRED,
    "hidden"     INTEGER NOT NULL DEFAULT 0,
    "line"       TEXT NOT NULL DEFAULT '',
    "ext"        TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "card" (
    "id"              TEXT NOT NULL PRIMARY KEY,
    "map_id"          TEXT NOT NULL REFERENCES "map" ("id") DEFERRABLE INITIALLY DEFERRED,
    "stage_id"        TEXT NOT NULL REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED,
    "step_id"         TEXT REFERENCES "step" ("id") DEFERRABLE INITIALLY DEFERRED,
    "lane_id"         TEXT NOT NULL REFERENCES "lane" ("id") DEFERRABLE INITIALLY DEFERRED,
    "rank"            TEXT NOT NULL DEFAULT '',
    "span"            INTEGER NOT NULL DEFAULT 0,
    "title"           TEXT NOT NULL DEFAULT '',
    "text"            TEXT NOT NULL DEFAULT '',
    "icon"            TEXT NOT NULL DEFAULT '',
    "color"           TEXT NOT NULL DEFAULT '',
    "tag_ids"         TEXT NOT NULL DEFAULT '[]',
    "channel_id"      TEXT REFERENCES "channel" ("id") DEFERRABLE INITIALLY DEFERRED,
    "owner"           TEXT NOT NULL DEFAULT '',
    "link"            TEXT NOT NULL DEFAULT '',
    "evidence"        TEXT NOT NULL DEFAULT '',
    "source"          TEXT NOT NULL DEFAULT '',
    "verified"        TEXT NOT NULL DEFAULT '',
    "severity"        INTEGER NOT NULL DEFAULT 0,
    "impact"          INTEGER NOT NULL DEFAULT 0,
    "value"           INTEGER NOT NULL DEFAULT 0,
    "effort"          INTEGER NOT NULL DEFAULT 0,
    "goal_id"         TEXT REFERENCES "stage" ("id") DEFERRABLE INITIALLY DEFERRED,
    "purpose"         TEXT NOT NULL DEFAULT '',
    "outcome"         TEXT NOT NULL DEFAULT '',
    "moment_of_truth" INTEGER NOT NULL DEFAULT 0,
    "loyalty_breaker" INTEGER NOT NULL DEFAULT 0,
    "image_id"        TEXT REFERENCES "image" ("id") DEFERRABLE INITIALLY DEFERRED,
    "ext"             TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "point" (
    "id"         TEXT NOT NULL PRIMARY KEY,
    "map_id"     TEXT NOT NULL REFERENCES "map" ("id") DEFERRABLE INITIALLY DEFERRED,
    "persona_id" TEXT NOT NULL REFERENCES "persona" ("id") DEFERRABLE INITIALLY DEFERRED,
    "at_kind"    TEXT NOT NULL DEFAULT '',
    "at_id"      TEXT NOT NULL DEFAULT '',
    "value"      REAL NOT NULL DEFAULT 0,
    "note"       TEXT NOT NULL DEFAULT '',
    "ext"        TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "link" (
    "id"        TEXT NOT NULL PRIMARY KEY,
    "map_id"    TEXT NOT NULL REFERENCES "map" ("id") DEFERRABLE INITIALLY DEFERRED,
    "from_id"   TEXT NOT NULL REFERENCES "card" ("id") DEFERRABLE INITIALLY DEFERRED,
    "to_id"     TEXT NOT NULL REFERENCES "card" ("id") DEFERRABLE INITIALLY DEFERRED,
    "link_kind" TEXT NOT NULL DEFAULT '',
    "label"     TEXT NOT NULL DEFAULT '',
    "ext"       TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "measurement" (
    "id"        TEXT NOT NULL PRIMARY KEY,
    "metric_id" TEXT NOT NULL REFERENCES "metric" ("id") DEFERRABLE INITIALLY DEFERRED,
    "at_kind"   TEXT NOT NULL DEFAULT '',
    "at_id"     TEXT NOT NULL DEFAULT '',
    "value"     REAL,
    "target"    REAL,
    "date"      TEXT NOT NULL DEFAULT '',
    "source"    TEXT NOT NULL DEFAULT '',
    "ext"       TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "action" (
    "id"         TEXT NOT NULL PRIMARY KEY,
    "rank"       TEXT NOT NULL DEFAULT '',
    "title"      TEXT NOT NULL DEFAULT '',
    "note"       TEXT NOT NULL DEFAULT '',
    "owner"      TEXT NOT NULL DEFAULT '',
    "department" TEXT NOT NULL DEFAULT '',
    "status"     TEXT NOT NULL DEFAULT '',
    "due"        TEXT NOT NULL DEFAULT '',
    "card_id"    TEXT REFERENCES "card" ("id") DEFERRABLE INITIALLY DEFERRED,
    "ext"        TEXT NOT NULL DEFAULT '{}'
) STRICT;

CREATE TABLE "comment" (
    "id"       TEXT NOT NULL PRIMARY KEY,
    "at_kind"  TEXT NOT NULL DEFAULT '',
    "at_id"    TEXT NOT NULL DEFAULT '',
    "reply_id" TEXT REFERENCES "comment" ("id") DEFERRABLE INITIALLY DEFERRED,
    "author"   TEXT NOT NULL DEFAULT '',
    "text"     TEXT NOT NULL DEFAULT '',
    "created"  INTEGER NOT NULL DEFAULT 0,
    "resolved" INTEGER NOT NULL DEFAULT 0,
    "ext"      TEXT NOT NULL DEFAULT '{}'
) STRICT;

-- What removing a parent looks up. References that are few or seldom removed have none.
CREATE INDEX "step_by_stage" ON "step" ("stage_id");
CREATE INDEX "card_by_stage" ON "card" ("stage_id");
CREATE INDEX "card_by_step" ON "card" ("step_id");
CREATE INDEX "card_by_lane" ON "card" ("lane_id");
CREATE INDEX "link_by_from" ON "link" ("from_id");
CREATE INDEX "link_by_to" ON "link" ("to_id");
CREATE INDEX "action_by_card" ON "action" ("card_id");
CREATE INDEX "comment_by_reply" ON "comment" ("reply_id");
