-- The whole archive as one file: read out of one archive and into an empty one.

/* Whether a file is public: while a public record uses it, and at no other time (lib/media/public-media.ts). */
CREATE FUNCTION is_public_media(of_id uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM person WHERE portrait_id = of_id AND state = 'published')
    OR EXISTS (SELECT FROM source WHERE kept_copy_id = of_id AND state = 'published')
    OR EXISTS (SELECT FROM attachment WHERE media_id = of_id AND (
      is_public_record('session', session_id) OR is_public_record('edition', edition_id)));
END $$;

/* Begins to read an archive into this one, in the transaction that does all of it. Refused while there is anything in
 * it. What was public when, in the archive that the file comes from, is then written by the import itself: the trigger
 * that notes publications would say that all of it became public now. */
CREATE FUNCTION begin_archive_import() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE record, media, forum, person, organisation, topic, source, publication IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM record) OR EXISTS (SELECT FROM media) OR EXISTS (SELECT FROM publication)
    OR EXISTS (SELECT FROM forum_slug) OR EXISTS (SELECT FROM edition_slug) OR EXISTS (SELECT FROM session_slug)
    OR EXISTS (SELECT FROM person_slug) OR EXISTS (SELECT FROM organisation_slug) OR EXISTS (SELECT FROM topic_slug)
    OR EXISTS (SELECT FROM source) THEN
    RAISE EXCEPTION 'the archive is not empty' USING ERRCODE = 'object_not_in_prerequisite_state', CONSTRAINT = 'archive_is_empty';
  END IF;
  PERFORM set_config('plenary.imports_in', pg_current_xact_id()::text, true);
END $$;

CREATE OR REPLACE FUNCTION note_publication() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before int;
  changed boolean := false;
BEGIN
  IF TG_OP = 'INSERT' AND current_setting('plenary.imports_in', true) = pg_current_xact_id()::text THEN
    RETURN NULL;
  END IF;
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
