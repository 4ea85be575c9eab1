-- AlterTable
ALTER TABLE "import" ADD COLUMN     "new_edition" JSONB,
ALTER COLUMN "edition_id" DROP NOT NULL;

-- What Prisma cannot say.

-- An import goes into an edition, or into a new one that it makes; of one that was taken back only what it was to be is left.
ALTER TABLE import ADD CONSTRAINT import_into_check CHECK (edition_id IS NOT NULL OR new_edition IS NOT NULL);
