-- Which lock the record had when the revision was written: a stale save says the lock it started from, and is merged
-- on top of the revision of that time. Of revisions from before it is not known; their numbers are in the right order.

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "lock" INTEGER;
ALTER TABLE revision DISABLE TRIGGER revision_is_kept;
UPDATE revision SET lock = version;
ALTER TABLE revision ENABLE TRIGGER revision_is_kept;
ALTER TABLE "revision" ALTER COLUMN "lock" SET NOT NULL;

-- What Prisma cannot say.

-- As large a revision may be at most: what a form can send, and more than any record of the field comes to.
ALTER TABLE revision ADD CONSTRAINT revision_size_check CHECK (pg_column_size(content) <= 1048576) NOT VALID;

-- What was done to records, by noun and by whom: recent changes are paged through by their id.
CREATE INDEX audit_entry_of_records_by_noun ON audit_entry (noun, id DESC) WHERE record_id IS NOT NULL AND act LIKE 'record.%';
CREATE INDEX audit_entry_of_records_by_actor ON audit_entry (actor_id, id DESC) WHERE record_id IS NOT NULL AND act LIKE 'record.%';
