-- AlterTable
ALTER TABLE "record" ADD COLUMN     "binned_at" TIMESTAMPTZ(3),
ADD COLUMN     "binned_by_id" UUID,
ADD COLUMN     "emptied_at" TIMESTAMPTZ(3);

-- DropIndex
DROP INDEX "record_by_state";

-- CreateIndex
CREATE INDEX "record_by_state" ON "record"("noun", "review" DESC, "state", "updated_at" DESC, "id" DESC, "version", "published_version", "scheduled_at", "updated_by_id", "binned_at");

-- What Prisma cannot say.

-- Nothing is in the bin while the public sees it, waits for a reviewer or is to be done at a time.
ALTER TABLE record
  ADD CONSTRAINT record_bin_check CHECK (binned_at IS NULL OR (state <> 'published' AND review = 'draft' AND scheduled_at IS NULL)),
  ADD CONSTRAINT record_emptied_check CHECK (emptied_at IS NULL OR binned_at IS NOT NULL);

-- The bin, the newest first.
CREATE INDEX record_in_bin ON record (binned_at DESC, id DESC) WHERE binned_at IS NOT NULL AND emptied_at IS NULL;

-- Lists know nothing of the bin: as before, without what is in it.
DROP INDEX record_without_en, record_without_kk, record_without_ru, record_unpublished;
CREATE INDEX record_without_en ON record (noun, updated_at DESC, id DESC) INCLUDE (review, state, version, published_version, scheduled_at, updated_by_id) WHERE NOT jsonb_exists(titles, 'en') AND binned_at IS NULL;
CREATE INDEX record_without_kk ON record (noun, updated_at DESC, id DESC) INCLUDE (review, state, version, published_version, scheduled_at, updated_by_id) WHERE NOT jsonb_exists(titles, 'kk') AND binned_at IS NULL;
CREATE INDEX record_without_ru ON record (noun, updated_at DESC, id DESC) INCLUDE (review, state, version, published_version, scheduled_at, updated_by_id) WHERE NOT jsonb_exists(titles, 'ru') AND binned_at IS NULL;
CREATE INDEX record_unpublished ON record (updated_by_id, updated_at DESC)
  WHERE (published_version IS NULL OR version > published_version) AND binned_at IS NULL;
