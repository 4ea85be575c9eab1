-- As before, without holding `publication`: the role that the archive runs as may only read and add there, and what
-- adds to it (a trigger on `record`) waits for `record` anyway.
CREATE OR REPLACE FUNCTION begin_archive_import() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  LOCK TABLE record, media, forum, person, organisation, topic, source IN SHARE ROW EXCLUSIVE MODE;
  IF EXISTS (SELECT FROM record) OR EXISTS (SELECT FROM media) OR EXISTS (SELECT FROM publication)
    OR EXISTS (SELECT FROM forum_slug) OR EXISTS (SELECT FROM edition_slug) OR EXISTS (SELECT FROM session_slug)
    OR EXISTS (SELECT FROM person_slug) OR EXISTS (SELECT FROM organisation_slug) OR EXISTS (SELECT FROM topic_slug)
    OR EXISTS (SELECT FROM source) THEN
    RAISE EXCEPTION 'the archive is not empty' USING ERRCODE = 'object_not_in_prerequisite_state', CONSTRAINT = 'archive_is_empty';
  END IF;
  PERFORM set_config('plenary.imports_in', pg_current_xact_id()::text, true);
END $$;
