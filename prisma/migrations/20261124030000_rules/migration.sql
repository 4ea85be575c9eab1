-- The rules that the database itself holds and Prisma cannot say. Later migrations add to them.

-- 1. Texts: a language is a BCP 47 tag, exactly one text of a record is its original.

ALTER TABLE forum_text ADD CONSTRAINT forum_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX forum_text_one_original ON forum_text (forum_id) WHERE status = 'original';
ALTER TABLE edition_text ADD CONSTRAINT edition_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX edition_text_one_original ON edition_text (edition_id) WHERE status = 'original';
ALTER TABLE session_text ADD CONSTRAINT session_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX session_text_one_original ON session_text (session_id) WHERE status = 'original';
ALTER TABLE person_text ADD CONSTRAINT person_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX person_text_one_original ON person_text (person_id) WHERE status = 'original';
ALTER TABLE organisation_text ADD CONSTRAINT organisation_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX organisation_text_one_original ON organisation_text (organisation_id) WHERE status = 'original';
ALTER TABLE topic_text ADD CONSTRAINT topic_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX topic_text_one_original ON topic_text (topic_id) WHERE status = 'original';
ALTER TABLE statement_text ADD CONSTRAINT statement_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX statement_text_one_original ON statement_text (statement_id) WHERE status = 'original';
ALTER TABLE source_text ADD CONSTRAINT source_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX source_text_one_original ON source_text (source_id) WHERE status = 'original';
ALTER TABLE room_text ADD CONSTRAINT room_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX room_text_one_original ON room_text (room_id) WHERE status = 'original';
ALTER TABLE track_text ADD CONSTRAINT track_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX track_text_one_original ON track_text (track_id) WHERE status = 'original';
ALTER TABLE appearance_text ADD CONSTRAINT appearance_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX appearance_text_one_original ON appearance_text (appearance_id) WHERE status = 'original';
ALTER TABLE citation_text ADD CONSTRAINT citation_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX citation_text_one_original ON citation_text (citation_id) WHERE status = 'original';
ALTER TABLE media_text ADD CONSTRAINT media_text_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$');
CREATE UNIQUE INDEX media_text_one_original ON media_text (media_id) WHERE status = 'original';

-- No reader-facing text is empty: what is not known is null.
ALTER TABLE forum_text ADD CONSTRAINT forum_text_not_blank CHECK (btrim(name) <> '' AND btrim(short_name) <> '' AND btrim(description) <> '' AND btrim(withdrawal_reason) <> '');
ALTER TABLE edition_text ADD CONSTRAINT edition_text_not_blank CHECK (btrim(title) <> '' AND btrim(theme) <> '' AND btrim(summary) <> '' AND btrim(description) <> '' AND btrim(city) <> '' AND btrim(venue) <> '' AND btrim(date_note) <> '' AND btrim(withdrawal_reason) <> '');
ALTER TABLE session_text ADD CONSTRAINT session_text_not_blank CHECK (btrim(title) <> '' AND btrim(abstract) <> '' AND btrim(note) <> '' AND btrim(withdrawal_reason) <> '');
ALTER TABLE person_text ADD CONSTRAINT person_text_not_blank CHECK (btrim(name) <> '' AND btrim(sort_name) <> '' AND btrim(biography) <> '' AND btrim(withdrawal_reason) <> '');
ALTER TABLE organisation_text ADD CONSTRAINT organisation_text_not_blank CHECK (btrim(name) <> '' AND btrim(short_name) <> '' AND btrim(description) <> '' AND btrim(withdrawal_reason) <> '');
ALTER TABLE topic_text ADD CONSTRAINT topic_text_not_blank CHECK (btrim(name) <> '' AND btrim(definition) <> '' AND btrim(withdrawal_reason) <> '');
ALTER TABLE statement_text ADD CONSTRAINT statement_text_not_blank CHECK (btrim(text) <> '' AND btrim(withdrawal_reason) <> '');
ALTER TABLE source_text ADD CONSTRAINT source_text_not_blank CHECK (btrim(title) <> '' AND btrim(note) <> '' AND btrim(withdrawal_reason) <> '');
ALTER TABLE room_text ADD CONSTRAINT room_text_not_blank CHECK (btrim(name) <> '');
ALTER TABLE track_text ADD CONSTRAINT track_text_not_blank CHECK (btrim(name) <> '');
ALTER TABLE appearance_text ADD CONSTRAINT appearance_text_not_blank CHECK (btrim(position_held) <> '');
ALTER TABLE citation_text ADD CONSTRAINT citation_text_not_blank CHECK (btrim(note) <> '');
ALTER TABLE media_text ADD CONSTRAINT media_text_not_blank CHECK (btrim(alternative_text) <> '');

-- 2. Publication: published and withdrawn records say since when.

ALTER TABLE forum ADD CONSTRAINT forum_publication_check CHECK (
  (state <> 'published' OR published_at IS NOT NULL) AND ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)) AND version >= 1);
ALTER TABLE edition ADD CONSTRAINT edition_publication_check CHECK (
  (state <> 'published' OR published_at IS NOT NULL) AND ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)) AND version >= 1);
ALTER TABLE session ADD CONSTRAINT session_publication_check CHECK (
  (state <> 'published' OR published_at IS NOT NULL) AND ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)) AND version >= 1);
ALTER TABLE person ADD CONSTRAINT person_publication_check CHECK (
  (state <> 'published' OR published_at IS NOT NULL) AND ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)) AND version >= 1);
ALTER TABLE organisation ADD CONSTRAINT organisation_publication_check CHECK (
  (state <> 'published' OR published_at IS NOT NULL) AND ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)) AND version >= 1);
ALTER TABLE topic ADD CONSTRAINT topic_publication_check CHECK (
  (state <> 'published' OR published_at IS NOT NULL) AND ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)) AND version >= 1);
ALTER TABLE statement ADD CONSTRAINT statement_publication_check CHECK (
  (state <> 'published' OR published_at IS NOT NULL) AND ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)) AND version >= 1);
ALTER TABLE source ADD CONSTRAINT source_publication_check CHECK (
  (state <> 'published' OR published_at IS NOT NULL) AND ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)) AND version >= 1);

-- 3. Slugs are lower-case ASCII words joined by hyphens; public ids are eight letters and digits that no eye confuses.

ALTER TABLE forum ADD CONSTRAINT forum_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80);
ALTER TABLE edition ADD CONSTRAINT edition_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80);
ALTER TABLE session ADD CONSTRAINT session_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80);
ALTER TABLE person ADD CONSTRAINT person_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80);
ALTER TABLE organisation ADD CONSTRAINT organisation_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80);
ALTER TABLE topic ADD CONSTRAINT topic_slug_check CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80);
ALTER TABLE statement ADD CONSTRAINT statement_public_id_check CHECK (public_id ~ '^[0-9a-hjkmnp-tv-z]{8}$');
ALTER TABLE source ADD CONSTRAINT source_public_id_check CHECK (public_id ~ '^[0-9a-hjkmnp-tv-z]{8}$');

-- 4. Values that a field can hold.

ALTER TABLE edition
  ADD CONSTRAINT edition_number_check CHECK (number >= 1),
  ADD CONSTRAINT edition_year_check CHECK (year BETWEEN 1800 AND 2200),
  ADD CONSTRAINT edition_country_code_check CHECK (country_code ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT edition_country_count_check CHECK (country_count >= 0),
  ADD CONSTRAINT edition_time_zone_check CHECK (time_zone ~ '^(UTC|[A-Za-z]+(/[A-Za-z0-9_+-]+)+)$'),
  ADD CONSTRAINT edition_dates_check CHECK (
    starts_on BETWEEN '1800-01-01' AND '2200-12-31' AND ends_on BETWEEN starts_on AND '2200-12-31'),
  ADD CONSTRAINT edition_date_precision_check CHECK (
    CASE date_precision
      WHEN 'unknown' THEN starts_on IS NULL AND ends_on IS NULL
      WHEN 'year' THEN starts_on = date_trunc('year', starts_on)::date AND starts_on IS NOT NULL
      WHEN 'month' THEN starts_on = date_trunc('month', starts_on)::date AND starts_on IS NOT NULL
      ELSE starts_on IS NOT NULL END);
ALTER TABLE edition_country ADD CONSTRAINT edition_country_code_check CHECK (country_code ~ '^[A-Z]{2}$');
ALTER TABLE appearance ADD CONSTRAINT appearance_country_code_check CHECK (country_code ~ '^[A-Z]{2}$');
ALTER TABLE organisation
  ADD CONSTRAINT organisation_country_code_check CHECK (country_code ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT organisation_parent_check CHECK (parent_id <> id);
ALTER TABLE programme_day
  ADD CONSTRAINT programme_day_number_check CHECK (number BETWEEN 1 AND 366),
  ADD CONSTRAINT programme_day_date_check CHECK (date BETWEEN '1800-01-01' AND '2200-12-31');
ALTER TABLE session
  ADD CONSTRAINT session_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  ADD CONSTRAINT session_times_check CHECK (
    starts_at BETWEEN '1800-01-01' AND '2200-12-31' AND ends_at > starts_at AND ends_at <= starts_at + interval '31 days');
ALTER TABLE topic_broader ADD CONSTRAINT topic_broader_check CHECK (topic_id <> broader_id);
ALTER TABLE statement ADD CONSTRAINT statement_appearance_check CHECK (appearance_id IS NULL OR session_id IS NOT NULL);
ALTER TABLE source
  ADD CONSTRAINT source_language_check CHECK (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  ADD CONSTRAINT source_url_check CHECK (url ~ '^https?://'),
  ADD CONSTRAINT source_published_on_check CHECK ((published_on IS NULL) = (published_on_precision = 'unknown')
    AND published_on BETWEEN '1400-01-01' AND '2200-12-31');
ALTER TABLE forum ADD CONSTRAINT forum_website_check CHECK (website ~ '^https?://');
ALTER TABLE edition ADD CONSTRAINT edition_website_check CHECK (website ~ '^https?://');
ALTER TABLE organisation ADD CONSTRAINT organisation_website_check CHECK (website ~ '^https?://');
ALTER TABLE media
  ADD CONSTRAINT media_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT media_size_check CHECK (byte_size > 0 AND width > 0 AND height > 0);
ALTER TABLE "user" ADD CONSTRAINT user_email_check CHECK (email = lower(email) AND email LIKE '%_@_%');
ALTER TABLE content_version ADD CONSTRAINT content_version_one_row CHECK (id = 1);

-- Identifiers, each in the form its registry gives.
CREATE FUNCTION is_identifier(scheme identifier_scheme, value text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT value ~ CASE scheme
    WHEN 'wikidata' THEN '^Q[1-9][0-9]*$'
    WHEN 'orcid' THEN '^[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$'
    WHEN 'viaf' THEN '^[0-9]+$'
    WHEN 'isni' THEN '^[0-9]{15}[0-9X]$'
    WHEN 'ror' THEN '^0[a-z0-9]{8}$' END
$$;
ALTER TABLE person_identifier ADD CONSTRAINT person_identifier_check
  CHECK (scheme <> 'ror' AND is_identifier(scheme, value));
ALTER TABLE organisation_identifier ADD CONSTRAINT organisation_identifier_check
  CHECK (scheme <> 'orcid' AND is_identifier(scheme, value));

-- 5. A citation supports exactly one record, and says the same thing once.

ALTER TABLE citation ADD CONSTRAINT citation_one_target CHECK (num_nonnulls(
  forum_id, edition_id, session_id, person_id, organisation_id, appearance_id, topic_id, statement_id) = 1);
CREATE UNIQUE INDEX citation_once ON citation (source_id,
  coalesce(forum_id, edition_id, session_id, person_id, organisation_id, appearance_id, topic_id, statement_id),
  coalesce(claim, ''), coalesce(locator, ''));

-- 6. An organisation is not a part of itself, nor a topic narrower than itself, by any number of steps.

CREATE FUNCTION refuse_organisation_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE above(id) AS (
      SELECT NEW.parent_id
      UNION
      SELECT organisation.parent_id FROM organisation JOIN above USING (id) WHERE organisation.parent_id IS NOT NULL)
    SELECT FROM above WHERE id = NEW.id) THEN
    RAISE EXCEPTION 'organisation % would be a part of itself', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'organisation_no_cycle';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER organisation_no_cycle AFTER INSERT OR UPDATE OF parent_id ON organisation
  FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL) EXECUTE FUNCTION refuse_organisation_cycle();

CREATE FUNCTION refuse_topic_cycle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    WITH RECURSIVE above(id) AS (
      SELECT NEW.broader_id
      UNION
      SELECT topic_broader.broader_id FROM topic_broader JOIN above ON above.id = topic_broader.topic_id)
    SELECT FROM above WHERE id = NEW.topic_id) THEN
    RAISE EXCEPTION 'topic % would be broader than itself', NEW.topic_id USING ERRCODE = 'check_violation', CONSTRAINT = 'topic_no_cycle';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER topic_no_cycle AFTER INSERT OR UPDATE ON topic_broader
  FOR EACH ROW EXECUTE FUNCTION refuse_topic_cycle();

-- 7. Every slug a record ever had is kept, and never given to another: taking a slug that another record holds or
-- held in the same scope raises a unique violation. A record may take back one of its own.

CREATE FUNCTION remember_forum_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM forum_slug WHERE slug = NEW.slug AND forum_id = NEW.id) THEN
    INSERT INTO forum_slug (slug, forum_id) VALUES (NEW.slug, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER forum_slug_remembered AFTER INSERT OR UPDATE OF slug ON forum
  FOR EACH ROW EXECUTE FUNCTION remember_forum_slug();

CREATE FUNCTION remember_edition_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM edition_slug WHERE forum_id = NEW.forum_id AND slug = NEW.slug AND edition_id = NEW.id) THEN
    INSERT INTO edition_slug (forum_id, slug, edition_id) VALUES (NEW.forum_id, NEW.slug, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER edition_slug_remembered AFTER INSERT OR UPDATE OF slug, forum_id ON edition
  FOR EACH ROW EXECUTE FUNCTION remember_edition_slug();

CREATE FUNCTION remember_session_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM session_slug WHERE edition_id = NEW.edition_id AND slug = NEW.slug AND session_id = NEW.id) THEN
    INSERT INTO session_slug (edition_id, slug, session_id) VALUES (NEW.edition_id, NEW.slug, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER session_slug_remembered AFTER INSERT OR UPDATE OF slug, edition_id ON session
  FOR EACH ROW EXECUTE FUNCTION remember_session_slug();

CREATE FUNCTION remember_person_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM person_slug WHERE slug = NEW.slug AND person_id = NEW.id) THEN
    INSERT INTO person_slug (slug, person_id) VALUES (NEW.slug, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER person_slug_remembered AFTER INSERT OR UPDATE OF slug ON person
  FOR EACH ROW EXECUTE FUNCTION remember_person_slug();

CREATE FUNCTION remember_organisation_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM organisation_slug WHERE slug = NEW.slug AND organisation_id = NEW.id) THEN
    INSERT INTO organisation_slug (slug, organisation_id) VALUES (NEW.slug, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER organisation_slug_remembered AFTER INSERT OR UPDATE OF slug ON organisation
  FOR EACH ROW EXECUTE FUNCTION remember_organisation_slug();

CREATE FUNCTION remember_topic_slug() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM topic_slug WHERE slug = NEW.slug AND topic_id = NEW.id) THEN
    INSERT INTO topic_slug (slug, topic_id) VALUES (NEW.slug, NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER topic_slug_remembered AFTER INSERT OR UPDATE OF slug ON topic
  FOR EACH ROW EXECUTE FUNCTION remember_topic_slug();

-- A permanent id stays what it was.
CREATE FUNCTION refuse_new_public_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the public id % is permanent', OLD.public_id USING ERRCODE = 'check_violation', CONSTRAINT = 'public_id_is_permanent';
END $$;
CREATE TRIGGER statement_public_id_is_permanent BEFORE UPDATE ON statement
  FOR EACH ROW WHEN (OLD.public_id <> NEW.public_id) EXECUTE FUNCTION refuse_new_public_id();
CREATE TRIGGER source_public_id_is_permanent BEFORE UPDATE ON source
  FOR EACH ROW WHEN (OLD.public_id <> NEW.public_id) EXECUTE FUNCTION refuse_new_public_id();

-- 8. The content version: raised once by each transaction that changes what readers see, when it commits, so that
-- no writer can forget it and the row is locked for the shortest time. Kept pages are checked against it.

INSERT INTO content_version (id, version) VALUES (1, 1);

CREATE FUNCTION raise_content_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('plenary.raised_in', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM set_config('plenary.raised_in', pg_current_xact_id()::text, true);
    UPDATE content_version SET version = version + 1 WHERE id = 1;
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER forum_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON forum
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER edition_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON edition
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER session_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON session
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER person_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON person
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER organisation_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON organisation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER topic_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON topic
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER statement_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON statement
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER source_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON source
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER appearance_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON appearance
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER citation_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON citation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER media_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON media
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER room_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON room
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER track_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON track
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER programme_day_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON programme_day
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER edition_organisation_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON edition_organisation
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER edition_country_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON edition_country
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER session_topic_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON session_topic
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER statement_topic_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON statement_topic
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER person_name_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON person_name
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER organisation_name_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON organisation_name
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER person_identifier_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON person_identifier
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER organisation_identifier_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON organisation_identifier
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER topic_synonym_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON topic_synonym
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER topic_broader_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON topic_broader
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER forum_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON forum_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER edition_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON edition_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER session_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON session_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER person_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON person_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER organisation_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON organisation_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER topic_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON topic_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER statement_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON statement_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER source_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON source_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER room_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON room_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER track_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON track_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER appearance_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON appearance_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER citation_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON citation_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER media_text_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON media_text
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER forum_slug_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON forum_slug
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER edition_slug_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON edition_slug
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER session_slug_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON session_slug
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER person_slug_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON person_slug
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER organisation_slug_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON organisation_slug
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();
CREATE CONSTRAINT TRIGGER topic_slug_raises_content_version AFTER INSERT OR UPDATE OR DELETE ON topic_slug
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION raise_content_version();

-- 9. Names are sorted as their readers sort them.
CREATE INDEX person_text_sort_name_und ON person_text (language, sort_name COLLATE "und-x-icu");
