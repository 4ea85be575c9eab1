-- AlterTable
ALTER TABLE "media" ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "file_name" TEXT,
ADD COLUMN     "small_byte_size" INTEGER,
ADD COLUMN     "small_sha256" CHAR(64),
ADD COLUMN     "small_side" INTEGER,
ADD COLUMN     "uploaded_sha256" CHAR(64);

-- CreateTable
CREATE TABLE "attachment" (
    "id" UUID NOT NULL,
    "media_id" UUID NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "edition_id" UUID,
    "session_id" UUID,

    CONSTRAINT "attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attachment_text" (
    "attachment_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "status" "text_status" NOT NULL,
    "translator" TEXT,
    "title" TEXT NOT NULL,

    CONSTRAINT "attachment_text_pkey" PRIMARY KEY ("attachment_id","language")
);

-- CreateTable
CREATE TABLE "revision_media" (
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "media_id" UUID NOT NULL,

    CONSTRAINT "revision_media_pkey" PRIMARY KEY ("record_id","version","media_id")
);

-- CreateIndex
CREATE INDEX "attachment_media_id_idx" ON "attachment"("media_id");

-- CreateIndex
CREATE INDEX "attachment_edition_id_idx" ON "attachment"("edition_id");

-- CreateIndex
CREATE INDEX "attachment_session_id_idx" ON "attachment"("session_id");

-- CreateIndex
CREATE INDEX "revision_media_media_id_idx" ON "revision_media"("media_id");

-- CreateIndex
CREATE UNIQUE INDEX "media_uploaded_sha256_key" ON "media"("uploaded_sha256");

-- CreateIndex
CREATE INDEX "media_small_sha256_idx" ON "media"("small_sha256");

-- CreateIndex
CREATE INDEX "media_created_by_id_created_at_idx" ON "media"("created_by_id", "created_at");

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "edition"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment" ADD CONSTRAINT "attachment_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attachment_text" ADD CONSTRAINT "attachment_text_attachment_id_fkey" FOREIGN KEY ("attachment_id") REFERENCES "attachment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_media" ADD CONSTRAINT "revision_media_record_id_version_fkey" FOREIGN KEY ("record_id", "version") REFERENCES "revision"("record_id", "version") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision_media" ADD CONSTRAINT "revision_media_media_id_fkey" FOREIGN KEY ("media_id") REFERENCES "media"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say.

-- Whether a file may be seen is asked for each request: by whom it is used must be found at once.
CREATE INDEX person_portrait_id ON person (portrait_id) WHERE portrait_id IS NOT NULL;
CREATE INDEX source_kept_copy_id ON source (kept_copy_id) WHERE kept_copy_id IS NOT NULL;

ALTER TABLE media
  ADD CONSTRAINT media_small_check CHECK (
    (small_sha256 IS NULL) = (small_byte_size IS NULL) AND (small_sha256 IS NULL) = (small_side IS NULL)
    AND small_sha256 ~ '^[0-9a-f]{64}$' AND small_byte_size > 0 AND small_side > 0),
  ADD CONSTRAINT media_uploaded_sha256_check CHECK (uploaded_sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT media_type_check CHECK (media_type ~ '^[a-z]+/[a-z0-9.+-]+$');
ALTER TABLE attachment ADD CONSTRAINT attachment_one_record CHECK (num_nonnulls(edition_id, session_id) = 1);
ALTER TABLE attachment_text
  ADD CONSTRAINT attachment_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  ADD CONSTRAINT attachment_text_not_blank CHECK (btrim(title) <> '');
CREATE UNIQUE INDEX attachment_text_one_original ON attachment_text (attachment_id) WHERE status = 'original';

CREATE CONSTRAINT TRIGGER attachment_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON attachment
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER attachment_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON attachment_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();

-- Which files the content of a revision mentions: the portrait of a person, the kept copy of a source, the documents of
-- a session or edition. A file that is being removed at this moment is waited for; one that does not exist is no use.
CREATE FUNCTION media_of_content(content jsonb) RETURNS SETOF uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT DISTINCT (mentioned #>> '{}')::uuid
  FROM unnest(ARRAY['$.portrait', '$.keptCopy', '$.attachments[*].media']::jsonpath[]) AS place
  CROSS JOIN LATERAL jsonb_path_query(content, place) AS mentioned
  WHERE mentioned #>> '{}' ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
$$;

CREATE FUNCTION keep_revision_media() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM revision_media WHERE record_id = NEW.record_id AND version = NEW.version;
  END IF;
  INSERT INTO revision_media (record_id, version, media_id)
    SELECT NEW.record_id, NEW.version, media.id FROM media
    WHERE media.id IN (SELECT media_of_content(NEW.content)) FOR KEY SHARE;
  RETURN NULL;
END $$;
CREATE TRIGGER revision_keeps_media AFTER INSERT OR UPDATE OF content ON revision
  FOR EACH ROW EXECUTE FUNCTION keep_revision_media();
INSERT INTO revision_media (record_id, version, media_id)
  SELECT revision.record_id, revision.version, media.id
  FROM revision CROSS JOIN LATERAL media_of_content(revision.content) AS mentioned JOIN media ON media.id = mentioned;
