-- CreateEnum
CREATE TYPE "publication_act" AS ENUM ('publish', 'withdraw');

-- CreateEnum
CREATE TYPE "correction_state" AS ENUM ('open', 'accepted', 'declined', 'discarded');

-- CreateTable
CREATE TABLE "publication" (
    "id" BIGSERIAL NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "act" "publication_act" NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "is_correction" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "publication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redaction" (
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by_id" UUID,
    "by_name" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "redaction_pkey" PRIMARY KEY ("record_id","version")
);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "wrong" TEXT NOT NULL,
    "right" TEXT,
    "evidence" TEXT,
    "email" TEXT,
    "locale" TEXT NOT NULL,
    "state" "correction_state" NOT NULL DEFAULT 'open',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "correction_text" (
    "correction_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "answer" TEXT NOT NULL,

    CONSTRAINT "correction_text_pkey" PRIMARY KEY ("correction_id","language")
);

-- CreateTable
CREATE TABLE "correction_attempt" (
    "id" BIGSERIAL NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "correction_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "publication_record_id_id_idx" ON "publication"("record_id", "id");

-- CreateIndex
CREATE INDEX "correction_state_created_at_id_idx" ON "correction"("state", "created_at", "id");

-- CreateIndex
CREATE INDEX "correction_record_id_answered_at_idx" ON "correction"("record_id", "answered_at");

-- CreateIndex
CREATE INDEX "correction_attempt_address_at_idx" ON "correction_attempt"("address", "at");

-- CreateIndex
CREATE INDEX "correction_attempt_at_idx" ON "correction_attempt"("at");

-- AddForeignKey
ALTER TABLE "publication" ADD CONSTRAINT "publication_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction" ADD CONSTRAINT "redaction_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "correction_text" ADD CONSTRAINT "correction_text_correction_id_fkey" FOREIGN KEY ("correction_id") REFERENCES "correction"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE correction
  ADD CONSTRAINT correction_answered_check CHECK ((state = 'open') = (answered_at IS NULL)),
  ADD CONSTRAINT correction_email_check CHECK (email IS NULL OR state = 'open'),
  ADD CONSTRAINT correction_locale_check CHECK (locale IN ('en', 'kk', 'ru')),
  ADD CONSTRAINT correction_length_check CHECK (
    length(wrong) <= 4000 AND length("right") <= 4000 AND length(evidence) <= 1000 AND length(email) <= 254);
CREATE UNIQUE INDEX correction_text_one_original ON correction_text (correction_id) WHERE status = 'original';
ALTER TABLE redaction ADD CONSTRAINT redaction_reasons_check CHECK (jsonb_typeof(reasons) = 'object' AND reasons <> '{}');

-- The public page of corrections reads them in this order.
CREATE INDEX publication_corrections ON publication (at DESC, id DESC) WHERE is_correction;
CREATE INDEX correction_answered ON correction (answered_at DESC, id DESC) WHERE state IN ('accepted', 'declined');

/* Whether a record is public, of whatever noun: search_public with what is not searched on its own. Asked of one record
 * after another: each noun is a query of its own, so that it is planned once and finds by id. */
CREATE FUNCTION is_public_record(of_noun noun, of_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  CASE of_noun
    WHEN 'forum' THEN RETURN EXISTS (SELECT FROM forum WHERE id = of_id AND state = 'published');
    WHEN 'source' THEN RETURN EXISTS (SELECT FROM source WHERE id = of_id AND state = 'published');
    WHEN 'edition' THEN RETURN EXISTS (SELECT FROM search_public WHERE kind = 'edition' AND id = of_id);
    WHEN 'session' THEN RETURN EXISTS (SELECT FROM search_public WHERE kind = 'session' AND id = of_id);
    WHEN 'person' THEN RETURN EXISTS (SELECT FROM search_public WHERE kind = 'person' AND id = of_id);
    WHEN 'organisation' THEN RETURN EXISTS (SELECT FROM search_public WHERE kind = 'organisation' AND id = of_id);
    WHEN 'topic' THEN RETURN EXISTS (SELECT FROM search_public WHERE kind = 'topic' AND id = of_id);
    WHEN 'statement' THEN RETURN EXISTS (SELECT FROM search_public WHERE kind = 'statement' AND id = of_id);
  END CASE;
END $$;

/* What of a content somebody may have cited: a statement but for its place and topics; of other records the claims with their sources. */
CREATE FUNCTION cited_content(of_noun noun, content jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN of_noun = 'statement' THEN content - 'position' - 'topics'
    ELSE jsonb_build_array(content->'citations', (
      SELECT jsonb_object_agg(coalesce(appearance->>'id', ''), appearance->'citations')
      FROM jsonb_array_elements(CASE jsonb_typeof(content->'appearances') WHEN 'array' THEN content->'appearances' END) AS appearance))
  END
$$;

/* A version is noted as public by whoever makes it so: no writer can forget it. */
CREATE FUNCTION note_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before int;
  changed boolean := false;
BEGIN
  IF NEW.state = 'withdrawn' THEN
    INSERT INTO publication (record_id, version, act, at) VALUES (NEW.id, NEW.published_version, 'withdraw', NEW.updated_at);
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    before := (SELECT version FROM publication WHERE record_id = NEW.id AND act = 'publish' ORDER BY id DESC LIMIT 1);
    changed := before <> NEW.published_version AND (
      SELECT cited_content(NEW.noun, was.content) IS DISTINCT FROM cited_content(NEW.noun, is_now.content)
      FROM revision was, revision is_now
      WHERE was.record_id = NEW.id AND was.version = before
        AND is_now.record_id = NEW.id AND is_now.version = NEW.published_version);
  END IF;
  INSERT INTO publication (record_id, version, act, at, is_correction)
    VALUES (NEW.id, NEW.published_version, 'publish', NEW.updated_at, coalesce(changed, false));
  RETURN NULL;
END $$;
CREATE TRIGGER record_is_noted_as_public AFTER INSERT ON record
  FOR EACH ROW WHEN (NEW.state IN ('published', 'withdrawn') AND NEW.published_version IS NOT NULL) EXECUTE FUNCTION note_publication();
CREATE TRIGGER record_change_is_noted_as_public AFTER UPDATE OF state, published_version ON record
  FOR EACH ROW WHEN (NEW.state IN ('published', 'withdrawn') AND NEW.published_version IS NOT NULL
    AND (OLD.state <> NEW.state OR OLD.published_version IS DISTINCT FROM NEW.published_version))
  EXECUTE FUNCTION note_publication();

-- What was public before there was this table: by the audit, and what was in the archive before the desk.
INSERT INTO publication (record_id, version, act, at, is_correction)
  SELECT known.record_id, known.version, known.act, known.at,
    coalesce(known.act = 'publish' AND known.before <> known.version
      AND cited_content(record.noun, old.content) IS DISTINCT FROM cited_content(record.noun, new.content), false)
  FROM (
    SELECT *, lag(version) OVER (PARTITION BY record_id, act ORDER BY at, version) AS before FROM (
      SELECT record.id AS record_id, entry.version,
        CASE entry.act WHEN 'record.publish' THEN 'publish' ELSE 'withdraw' END::publication_act AS act, entry.at
      FROM audit_entry entry JOIN record ON record.id::text = entry.record_id AND record.noun::text = entry.noun
      WHERE entry.act IN ('record.publish', 'record.withdraw') AND entry.version IS NOT NULL
      UNION ALL
      SELECT revision.record_id, 1, 'publish', revision.created_at FROM revision JOIN (
        SELECT id, published_at FROM forum UNION ALL SELECT id, published_at FROM edition
        UNION ALL SELECT id, published_at FROM session UNION ALL SELECT id, published_at FROM person
        UNION ALL SELECT id, published_at FROM organisation UNION ALL SELECT id, published_at FROM topic
        UNION ALL SELECT id, published_at FROM statement UNION ALL SELECT id, published_at FROM source) AS noun
        ON noun.id = revision.record_id
      WHERE revision.version = 1 AND revision.act = 'adopt' AND noun.published_at <= revision.created_at
    ) AS every
  ) AS known
  JOIN record ON record.id = known.record_id
  JOIN revision new ON new.record_id = known.record_id AND new.version = known.version
  LEFT JOIN revision old ON old.record_id = known.record_id AND old.version = known.before
  ORDER BY known.at, known.version;

/* What was public stays in the list of what was public, and a redaction stays marked. */
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % can only be added', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER publication_unchanged BEFORE UPDATE OR TRUNCATE ON publication FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER redaction_unchanged BEFORE UPDATE OR TRUNCATE ON redaction FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER publication_is_kept BEFORE DELETE ON publication FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER redaction_is_kept BEFORE DELETE ON redaction FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();

/* A version that was public is kept for ever: citations lead to it. */
CREATE FUNCTION refuse_lost_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM publication WHERE record_id = OLD.record_id AND version = OLD.version) THEN
    RAISE EXCEPTION 'revision % of record % was public and is kept', OLD.version, OLD.record_id USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_is_kept';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER revision_was_public BEFORE DELETE ON revision FOR EACH ROW EXECUTE FUNCTION refuse_lost_publication();

-- A saved version stays as it was saved, but for one that is marked as redacted: of that nothing stays.
CREATE OR REPLACE FUNCTION refuse_changed_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.content = '{}' AND NEW.note IS NULL AND NEW.version = OLD.version AND NEW.record_id = OLD.record_id
    AND NEW.act = OLD.act AND NEW.author_id IS NOT DISTINCT FROM OLD.author_id AND NEW.created_at = OLD.created_at
    AND EXISTS (SELECT FROM redaction WHERE record_id = OLD.record_id AND version = OLD.version) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'revision % of record % is kept as it is', OLD.version, OLD.record_id USING ERRCODE = 'check_violation', CONSTRAINT = 'revision_is_kept';
END $$;

-- Readers see all of this.
CREATE CONSTRAINT TRIGGER publication_raises_content_version AFTER INSERT OR DELETE ON publication
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER redaction_raises_content_version AFTER INSERT OR DELETE ON redaction
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER correction_raises_content_version AFTER UPDATE OF state OR DELETE ON correction
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER correction_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON correction_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
