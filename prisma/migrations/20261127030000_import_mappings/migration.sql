-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_name_key" ON "import_mapping"("name");

-- What Prisma cannot say.

ALTER TABLE import_mapping
  ADD CONSTRAINT import_mapping_name_check CHECK (btrim(name) <> '' AND length(name) <= 100),
  ADD CONSTRAINT import_mapping_size_check CHECK (length(mapping::text) <= 200000);
