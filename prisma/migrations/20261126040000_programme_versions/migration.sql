-- CreateTable
CREATE TABLE "programme_version" (
    "edition_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_by_id" UUID,
    "name" TEXT,
    "content" JSONB NOT NULL,

    CONSTRAINT "programme_version_pkey" PRIMARY KEY ("edition_id","number")
);

-- AddForeignKey
ALTER TABLE "programme_version" ADD CONSTRAINT "programme_version_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE programme_version
  ADD CONSTRAINT programme_version_number_check CHECK (number >= 1),
  ADD CONSTRAINT programme_version_name_check CHECK (name <> '' AND length(name) <= 100);

-- What was published stays as it was published.
CREATE FUNCTION refuse_changed_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'version % of the programme of edition % is kept as it is', OLD.number, OLD.edition_id
    USING ERRCODE = 'check_violation', CONSTRAINT = 'programme_version_is_kept';
END $$;
CREATE TRIGGER programme_version_is_kept BEFORE UPDATE ON programme_version
  FOR EACH ROW EXECUTE FUNCTION refuse_changed_programme();

CREATE CONSTRAINT TRIGGER programme_version_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON programme_version
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
