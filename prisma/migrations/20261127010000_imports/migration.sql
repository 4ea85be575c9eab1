-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('rehearsed', 'applied', 'undone');

-- AlterEnum
ALTER TYPE "batch_kind" ADD VALUE 'import';

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "options" JSONB NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "digest" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'rehearsed',
    "batch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_item" (
    "import_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "import_item_pkey" PRIMARY KEY ("import_id","section","position")
);

-- CreateTable
CREATE TABLE "external_id" (
    "namespace" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "external_id_pkey" PRIMARY KEY ("namespace","value")
);

-- CreateTable
CREATE TABLE "imported" (
    "namespace" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB,
    "fingerprint" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "imported_pkey" PRIMARY KEY ("namespace","record_id")
);

-- CreateIndex
CREATE INDEX "import_created_at_id_idx" ON "import"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "import_edition_id_idx" ON "import"("edition_id");

-- CreateIndex
CREATE INDEX "import_batch_id_idx" ON "import"("batch_id");

-- CreateIndex
CREATE INDEX "external_id_record_id_idx" ON "external_id"("record_id");

-- CreateIndex
CREATE INDEX "external_id_batch_id_idx" ON "external_id"("batch_id");

-- CreateIndex
CREATE INDEX "imported_record_id_idx" ON "imported"("record_id");

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_id" ADD CONSTRAINT "external_id_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_id" ADD CONSTRAINT "external_id_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported" ADD CONSTRAINT "imported_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;
