-- What is written of every record costs less: it is felt where thousands are written at once.

-- 1. Functions as before, without what made them dear: a regular expression is prepared anew for each place where it is
-- tried, and an SQL function for each call.

CREATE OR REPLACE FUNCTION record_mentions(content jsonb) RETURNS uuid[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ARRAY(SELECT DISTINCT piece::uuid AS id FROM string_to_table(content::text, '"') AS piece
    WHERE octet_length(piece) = 36 AND translate(piece, '0123456789abcdef', '') = '----'
      AND piece LIKE '________-____-____-____-____________' ORDER BY id);
END $$;

CREATE OR REPLACE FUNCTION record_language(titles jsonb, content jsonb, locale text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF titles ? locale THEN RETURN locale; END IF;
  -- Most have one title.
  IF titles ? 'en' AND titles - 'en' = '{}' THEN RETURN 'en'; END IF;
  IF titles ? 'ru' AND titles - 'ru' = '{}' THEN RETURN 'ru'; END IF;
  IF titles ? 'kk' AND titles - 'kk' = '{}' THEN RETURN 'kk'; END IF;
  RETURN coalesce(
    (SELECT said.key FROM jsonb_each(CASE jsonb_typeof(content->'texts') WHEN 'object' THEN content->'texts' ELSE '{}'::jsonb END) AS said
      WHERE said.value->>'status' = 'original' AND titles ? said.key LIMIT 1),
    CASE WHEN titles ? 'en' THEN 'en' END,
    (SELECT min(language) FROM jsonb_object_keys(titles) AS language));
END $$;

CREATE OR REPLACE FUNCTION keep_sort_names() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  -- Of each language of the desk the one whose title stands in for it, asked for once if it is the same for all.
  otherwise text := CASE WHEN NEW.titles ?& '{en,kk,ru}' THEN '' ELSE record_language(NEW.titles, NEW.content, '') END;
  en text := CASE WHEN NEW.titles ? 'en' THEN 'en' ELSE otherwise END;
  kk text := CASE WHEN NEW.titles ? 'kk' THEN 'kk' ELSE otherwise END;
  ru text := CASE WHEN NEW.titles ? 'ru' THEN 'ru' ELSE otherwise END;
  texts jsonb := CASE NEW.noun WHEN 'person' THEN NEW.content->'texts' END;
BEGIN
  NEW.sort_en := left(coalesce(texts->en->>'sortName', NEW.titles->>en, ''), 200);
  NEW.sort_kk := left(coalesce(texts->kk->>'sortName', NEW.titles->>kk, ''), 200);
  NEW.sort_ru := left(coalesce(texts->ru->>'sortName', NEW.titles->>ru, ''), 200);
  RETURN NEW;
END $$;

-- Whole contents stay in the row of their version as far as a page has room: nothing reads many versions at once, and
-- each was compressed in vain and written elsewhere.
ALTER TABLE revision SET (toast_tuple_target = 8160);

-- 2. Once for all rows of a statement instead of once for each.

CREATE FUNCTION note_new_publications() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('plenary.imports_in', true) = pg_current_xact_id()::text THEN RETURN NULL; END IF;
  INSERT INTO publication (record_id, version, act, at)
    SELECT id, published_version, (CASE state WHEN 'withdrawn' THEN 'withdraw' ELSE 'publish' END)::publication_act, updated_at
    FROM new_rows WHERE state IN ('published', 'withdrawn') AND published_version IS NOT NULL;
  RETURN NULL;
END $$;
DROP TRIGGER record_is_noted_as_public ON record;
CREATE TRIGGER record_is_noted_as_public AFTER INSERT ON record
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_new_publications();

CREATE FUNCTION remember_new_session_slugs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO session_slug (edition_id, slug, session_id) SELECT edition_id, slug, id FROM new_rows AS made
    WHERE NOT EXISTS (SELECT FROM session_slug AS known
      WHERE known.edition_id = made.edition_id AND known.slug = made.slug AND known.session_id = made.id);
  RETURN NULL;
END $$;
DROP TRIGGER session_slug_remembered ON session;
CREATE TRIGGER session_slug_remembered AFTER UPDATE OF slug, edition_id ON session
  FOR EACH ROW EXECUTE FUNCTION remember_session_slug();
CREATE TRIGGER new_session_slugs_remembered AFTER INSERT ON session
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember_new_session_slugs();

CREATE FUNCTION remember_new_person_slugs() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO person_slug (slug, person_id) SELECT slug, id FROM new_rows AS made
    WHERE NOT EXISTS (SELECT FROM person_slug AS known WHERE known.slug = made.slug AND known.person_id = made.id);
  RETURN NULL;
END $$;
DROP TRIGGER person_slug_remembered ON person;
CREATE TRIGGER person_slug_remembered AFTER UPDATE OF slug ON person
  FOR EACH ROW EXECUTE FUNCTION remember_person_slug();
CREATE TRIGGER new_person_slugs_remembered AFTER INSERT ON person
  REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION remember_new_person_slugs();

-- 3. What an import wrote is not yet known to the planner, which then reads whole tables for each record. By columns:
-- what is computed for indexes would be computed again for the statistics. As the owner, as nobody else may.

CREATE FUNCTION analyse_records() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE record (id, noun, parent_id, merged_into_id, state), record_word (record_id, noun, word, key), likely_pair (first_id, second_id);
END $$;

CREATE FUNCTION analyse_public() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  ANALYZE forum, edition, programme_day, track_text,
    session, session_text (session_id, language), session_topic, appearance, appearance_text (appearance_id, language),
    person (id, slug, state), person_text (person_id, language), person_name (person_id),
    organisation (id, slug, state), organisation_text (organisation_id, language), organisation_name (organisation_id),
    topic (id, slug, state), topic_text (topic_id, language), topic_broader, topic_synonym (topic_id),
    search_stale, search_facet, search_word (word);
END $$;

-- 4. What a passage of a search document costs to make depends on its words alone: an import has it made on a second
-- connection, beside the writing of its records, and takes it from here. Nobody reads this table but search_add, which
-- makes itself what is not in it. Unlogged: after a crash it is empty, and nothing is lost.

CREATE UNLOGGED TABLE "search_prepared" (
    "record_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "is_kazakh" BOOLEAN NOT NULL,
    "body" TEXT NOT NULL,
    "vector" tsvector NOT NULL,
    "words" TEXT[],
    "pairs" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "search_prepared_pkey" PRIMARY KEY ("record_id","position")
);
ALTER TABLE search_prepared ALTER vector SET STORAGE MAIN, ALTER words SET STORAGE MAIN, ALTER pairs SET STORAGE MAIN;

CREATE FUNCTION search_prepare(texts jsonb) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO search_prepared (record_id, position, is_kazakh, body, vector, words, pairs)
    SELECT id, n, is_kazakh, body, vector, tsvector_to_array(to_tsvector('simple', plain)), search_pairs(vector)
    FROM (SELECT *, search_plain_vector(plain, is_kazakh) AS vector
      FROM (SELECT *, search_plain(search_capitals(body)) AS plain
        FROM (SELECT id, row_number() OVER (PARTITION BY id) AS n, is_kazakh, body
          FROM (SELECT DISTINCT id, language = 'kk' AS is_kazakh, btrim(piece, E' \t\r\n') AS body
            FROM jsonb_to_recordset(texts) AS given(id uuid, language text, text text),
              regexp_split_to_table(search_unmarked(text), '\n\s*\n') AS paragraph, search_pieces(paragraph) AS piece
            WHERE btrim(piece, E' \t\r\n') <> '') piece) numbered OFFSET 0) folded OFFSET 0) made
  ON CONFLICT DO NOTHING;
END $$;

-- 5. The search documents of many new records, as before. A text that many of them share (of their edition, above all)
-- is folded and stemmed once; words of a passage are folded once for its vector and for the words as they are written.
-- Joined by hashes: what is joined is not sorted, and the planner takes it for much more than it is.

ALTER FUNCTION search_pieces(text) ROWS 1;

CREATE OR REPLACE FUNCTION search_add(of_kind text, ids uuid[]) RETURNS void LANGUAGE plpgsql
SET enable_mergejoin = off AS $$
#variable_conflict use_column
BEGIN
  WITH parts AS MATERIALIZED (SELECT * FROM search_parts(of_kind, ids)),
  facts AS MATERIALIZED (SELECT * FROM search_facts(of_kind, ids)),
  wanted AS MATERIALIZED (SELECT id, x FROM facts, unnest(facets) x),
  valued AS MATERIALIZED (SELECT x, split_part(x, '=', 1) AS name, split_part(x, '=', 2) AS value FROM (SELECT DISTINCT x FROM wanted) w),
  known AS MATERIALIZED (SELECT f.id, x FROM valued JOIN search_facet f USING (name, value)),
  made AS (
    INSERT INTO search_facet (name, value, documents) SELECT name, value, 0 FROM valued WHERE x NOT IN (SELECT x FROM known)
      ORDER BY name, value RETURNING id, name, value),
  filtered AS MATERIALIZED (
    SELECT wanted.id, array_agg(f.id ORDER BY f.id) AS facets
    FROM wanted JOIN (SELECT id, x FROM known UNION ALL SELECT id, name || '=' || value FROM made) f USING (x) GROUP BY wanted.id),
  pieces AS MATERIALIZED (
    SELECT id, (row_number() OVER (PARTITION BY id ORDER BY field, language, n, nth))::int AS position, language, field, n::int AS paragraph,
      btrim(piece, E' \t\r\n') AS body
    FROM parts part,
      regexp_split_to_table(search_unmarked(part.body), '\n\s*\n') WITH ORDINALITY p(paragraph, n),
      search_pieces(paragraph) WITH ORDINALITY m(piece, nth)
    WHERE place = 'P' AND btrim(piece, E' \t\r\n') <> ''),
  prepared AS MATERIALIZED (SELECT * FROM search_prepared WHERE record_id = ANY(ids)),
  passages AS MATERIALIZED (
    SELECT *, coalesce(ready, search_plain_vector(plain, language = 'kk')) AS vector
    FROM (SELECT pieces.*, p.vector AS ready, p.words, p.pairs, CASE WHEN p.vector IS NULL THEN search_plain(search_capitals(pieces.body)) END AS plain
      FROM pieces LEFT JOIN prepared p ON p.record_id = pieces.id AND p.is_kazakh = (pieces.language = 'kk') AND p.body = pieces.body OFFSET 0) p),
  kept AS (
    INSERT INTO search_passage (document_id, position, language, field, paragraph, body, tsv)
    SELECT id, position, language, field, paragraph, body, vector FROM passages),
  longs AS MATERIALIZED (
    SELECT id, search_joined(strip(vector)) AS lexemes, search_words(search_capitals(string_agg(body, E'\n'))) AS words,
      ARRAY(SELECT unnest(search_pairs(v)) FROM unnest(array_agg(vector)) v) AS pairs
    FROM passages GROUP BY id HAVING count(*) > 1
    UNION ALL
    SELECT id, strip(vector), coalesce(words, tsvector_to_array(to_tsvector('simple', plain))), coalesce(pairs, search_pairs(vector))
    FROM (SELECT *, count(*) OVER (PARTITION BY id) AS n FROM passages) alone WHERE n = 1),
  texts AS MATERIALIZED (
    SELECT id, place, language = 'kk' AS is_kazakh, string_agg(DISTINCT body, ' / ' ORDER BY body) AS body, count(DISTINCT body) AS n
    FROM parts WHERE place <> 'P' GROUP BY id, place, language = 'kk'),
  bodies AS MATERIALIZED (
    SELECT is_kazakh, body, search_plain_vector(plain, is_kazakh) AS vector, tsvector_to_array(to_tsvector('simple', plain)) AS words
    FROM (SELECT is_kazakh, body, search_plain(search_capitals(body)) AS plain FROM (SELECT DISTINCT is_kazakh, body FROM texts) t OFFSET 0) t),
  written AS MATERIALIZED (
    SELECT id, place, is_kazakh, n, setweight(vector, place) AS vector, words FROM texts JOIN bodies USING (is_kazakh, body)),
  heads AS MATERIALIZED (
    SELECT id, search_joined(vector ORDER BY place, is_kazakh) AS top,
      (sum(cardinality(words)) FILTER (WHERE place = 'A') / sum(n) FILTER (WHERE place = 'A'))::smallint AS title_words
    FROM written GROUP BY id),
  headed AS MATERIALIZED (
    SELECT id, array_agg(mark || word ORDER BY word) AS words FROM (
      SELECT id, word, CASE WHEN of_kind = 'person' AND bool_or(place = 'A') THEN '@' ELSE '^' END AS mark
      FROM written, unnest(words) word GROUP BY id, word) w GROUP BY id)
  INSERT INTO search_document (id, kind, day, year, title_words, facets, top, match, words)
  SELECT facts.id, of_kind, facts.day, facts.year, coalesce(heads.title_words, 0::smallint), coalesce(filtered.facets, '{}'), coalesce(heads.top, ''),
    coalesce(longs.lexemes, '') || strip(coalesce(heads.top, '')) || array_to_tsvector(coalesce(longs.pairs, '{}')
      || search_pairs(coalesce(heads.top, '')) || search_samples(facts.id)
      || ARRAY(SELECT '^' || l FROM unnest(tsvector_to_array(heads.top)) l) || ARRAY(SELECT '=' || i FROM unnest(filtered.facets) i)),
    coalesce(headed.words, '{}') || ARRAY(SELECT w FROM unnest(longs.words) w WHERE w NOT IN (SELECT substr(head, 2) FROM unnest(headed.words) head) ORDER BY w)
  FROM facts LEFT JOIN heads USING (id) LEFT JOIN headed USING (id) LEFT JOIN filtered USING (id) LEFT JOIN longs USING (id);
END $$;

-- What indexes of many keys keep in the order it came, until there is enough of it, is put where it is looked for. Any
-- connection may do that for rows that another is still writing: an import has it done beside it, and what is left at
-- its end.
CREATE FUNCTION settle_indexes() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM gin_clean_pending_list('search_document_match_idx'), gin_clean_pending_list('search_passage_tsv_idx'),
    gin_clean_pending_list('record_by_mention');
EXCEPTION WHEN lock_not_available THEN NULL; -- somebody is at it
END $$;
