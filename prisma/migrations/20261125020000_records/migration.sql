-- CreateEnum
CREATE TYPE "noun" AS ENUM ('forum', 'edition', 'session', 'person', 'organisation', 'topic', 'statement', 'source');

-- CreateEnum
CREATE TYPE "review_state" AS ENUM ('draft', 'in_review');

-- CreateEnum
CREATE TYPE "scheduled_act" AS ENUM ('publish', 'withdraw');

-- CreateTable
CREATE TABLE "record" (
    "id" UUID NOT NULL,
    "noun" "noun" NOT NULL,
    "public_id" TEXT,
    "parent_id" UUID,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "lock" INTEGER NOT NULL DEFAULT 1,
    "state" "publication_state" NOT NULL DEFAULT 'draft',
    "published_version" INTEGER,
    "review" "review_state" NOT NULL DEFAULT 'draft',
    "remark" TEXT,
    "titles" JSONB NOT NULL DEFAULT '{}',
    "sort_name" TEXT NOT NULL DEFAULT '',
    "scheduled_act" "scheduled_act",
    "scheduled_at" TIMESTAMPTZ(3),
    "scheduled_by_id" UUID,
    "scheduled_reason" JSONB,
    "scheduled_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID,

    CONSTRAINT "record_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "act" TEXT NOT NULL,
    "note" TEXT,
    "author_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("record_id","version")
);

-- CreateTable
CREATE TABLE "record_word" (
    "record_id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "record_word_pkey" PRIMARY KEY ("record_id","word")
);

-- CreateTable
CREATE TABLE "preview_link" (
    "token_hash" CHAR(64) NOT NULL,
    "record_id" UUID NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE UNIQUE INDEX "record_public_id_key" ON "record"("public_id");

-- CreateIndex
CREATE INDEX "record_noun_updated_at_idx" ON "record"("noun", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "record_noun_sort_name_id_idx" ON "record"("noun", "sort_name", "id");

-- CreateIndex
CREATE INDEX "record_parent_id_idx" ON "record"("parent_id");

-- CreateIndex
CREATE INDEX "record_updated_by_id_updated_at_idx" ON "record"("updated_by_id", "updated_at" DESC);

-- CreateIndex
CREATE INDEX "record_word_word_idx" ON "record_word"("word" text_pattern_ops);

-- CreateIndex
CREATE INDEX "record_word_key_idx" ON "record_word"("key" text_pattern_ops);

-- CreateIndex
CREATE INDEX "preview_link_record_id_idx" ON "preview_link"("record_id");

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "record_word" ADD CONSTRAINT "record_word_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE record
  ADD CONSTRAINT record_public_id_check CHECK (public_id ~ '^[0-9a-hjkmnp-tv-z]{8}$' AND (public_id IS NOT NULL) = (noun IN ('statement', 'source'))),
  ADD CONSTRAINT record_parent_check CHECK ((parent_id IS NOT NULL) = (noun IN ('edition', 'session', 'statement'))),
  ADD CONSTRAINT record_version_check CHECK (version >= 1 AND lock >= 1 AND published_version BETWEEN 1 AND version),
  ADD CONSTRAINT record_published_check CHECK ((state = 'draft') = (published_version IS NULL) AND state <> 'in_review'),
  ADD CONSTRAINT record_schedule_check CHECK ((scheduled_act IS NULL) = (scheduled_at IS NULL)
    AND (scheduled_at BETWEEN '2000-01-01' AND '2200-12-31') AND (scheduled_reason IS NULL OR scheduled_act = 'withdraw'));
ALTER TABLE preview_link ADD CONSTRAINT preview_link_token_check CHECK (token_hash ~ '^[0-9a-f]{64}$');

-- What is due is looked for every few seconds, what waits for review is counted on every page of the desk.
CREATE INDEX record_scheduled ON record (scheduled_at) WHERE scheduled_at IS NOT NULL;
CREATE INDEX record_in_review ON record (noun, updated_at DESC) WHERE review = 'in_review';

-- What was saved stays as it was saved; only an autosave gives way to the next one, or to the version it becomes.
CREATE FUNCTION refuse_changed_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'revision % of record % is kept as it is', OLD.version, OLD.record_id USING ERRCODE = 'check_violation', CONSTRAINT = 'revision_is_kept';
END $$;
CREATE TRIGGER revision_is_kept BEFORE UPDATE ON revision
  FOR EACH ROW WHEN (OLD.act <> 'autosave' OR OLD.version <> NEW.version OR OLD.record_id <> NEW.record_id)
  EXECUTE FUNCTION refuse_changed_revision();
