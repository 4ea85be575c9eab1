-- CreateTable
CREATE TABLE "session_link" (
    "session_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT,

    CONSTRAINT "session_link_pkey" PRIMARY KEY ("session_id","position")
);

-- CreateTable
CREATE TABLE "person_link" (
    "person_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT,

    CONSTRAINT "person_link_pkey" PRIMARY KEY ("person_id","position")
);

-- AddForeignKey
ALTER TABLE "session_link" ADD CONSTRAINT "session_link_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "session"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_link" ADD CONSTRAINT "person_link_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE session_link
  ADD CONSTRAINT session_link_url_check CHECK (url ~* '^https?://' AND length(url) <= 2000),
  ADD CONSTRAINT session_link_not_blank CHECK (btrim(title) <> '');
ALTER TABLE person_link
  ADD CONSTRAINT person_link_url_check CHECK (url ~* '^https?://' AND length(url) <= 2000),
  ADD CONSTRAINT person_link_not_blank CHECK (btrim(title) <> '');

CREATE CONSTRAINT TRIGGER session_link_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON session_link
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER person_link_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON person_link
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();

-- What stands in a record now has every field that its noun has; its versions stay as they were saved (asOfNow).
UPDATE record SET content = content || '{"links": []}'
  WHERE noun IN ('session', 'person') AND content <> '{}' AND NOT content ? 'links';
