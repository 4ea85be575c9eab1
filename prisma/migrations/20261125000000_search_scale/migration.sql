-- The search index for a million records: neighbouring words are indexed, rows are smaller, and writing costs half.

-- 1. Rows. Ranking reads `top` of many documents, and nothing reads `match` but its index: out of the row it goes, so
-- that more documents share a page.
ALTER TABLE search_document ALTER match SET STORAGE EXTENDED, ALTER facets SET STORAGE MAIN, SET (toast_tuple_target = 512);

-- 2. The functions on words as before, in plpgsql: starting an SQL function costs more than what these do.

CREATE OR REPLACE FUNCTION search_fold(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN CASE
    WHEN octet_length(t) = length(t) THEN lower(t COLLATE "C") COLLATE "default"
    WHEN t !~ '[À-ɏ\u0300-\u036fͰ-ϿḀ-ỿ]' COLLATE "C" THEN replace(lower(t COLLATE "und-x-icu") COLLATE "default", 'ё', 'е')
    ELSE replace(translate(normalize(regexp_replace(
      normalize(lower(normalize(t, NFC) COLLATE "und-x-icu") COLLATE "default", NFD) COLLATE "C", '([a-zͰ-Ͽ])[\u0300-\u036f]+', '\1', 'g') COLLATE "default", NFC),
      'øłđðßæœıς', 'olddsaoiσ'), 'ё', 'е') END;
END $$;

CREATE OR REPLACE FUNCTION search_plain(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  folded text COLLATE "C" := search_fold(t);
  between CONSTANT text := '[\u0001-\u002f\u003a-\u0060\u007b-\u00bf×÷\u2000-\u206f\u3000-\u303f]+';
  plain text := regexp_replace(folded, between, ' ', 'g');
BEGIN
  IF folded ~ '[^ ][-''’‐‑][^ ]' THEN
    plain := plain || coalesce((
      SELECT string_agg(' ' || regexp_replace(m[1], between, '', 'g'), '')
      FROM regexp_matches(folded, '[^\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+(?:[-''’‐‑][^\u0001-\u002f\u003a-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+)+', 'g') m), '');
  END IF;
  RETURN plain;
END $$;

-- The vector of a text that is plain already.
CREATE FUNCTION search_plain_vector(plain text, is_kazakh boolean) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF is_kazakh AND octet_length(plain) > length(plain) THEN
    RETURN to_tsvector('plenary', plain) || to_tsvector('simple', coalesce(
      (SELECT string_agg(search_kazakh_stem(word), ' ') FROM string_to_table(plain, ' ') word), ''));
  END IF;
  RETURN to_tsvector('plenary', search_spelling(plain));
END $$;

CREATE OR REPLACE FUNCTION search_vector(t text, language text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN search_plain_vector(coalesce(search_plain(t), ''), coalesce(language = 'kk', false));
END $$;

-- 3. Neighbours. A phrase of two common words is in few of the many documents that have both: `match` holds each two
-- neighbouring words too, as & and 16 bits of their hash, which bounds the index whatever is written. With a stop word
-- or two between them they still are neighbours. lib/search looks the phrase up in what these find.

CREATE FUNCTION search_pairs(v tsvector) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  -- Place and hash of each word in one number, in the order of the places.
  words bigint[] := ARRAY(SELECT (at::bigint << 32) | (hashtext(lexeme)::bigint & 4294967295) AS w FROM unnest(v) u, unnest(u.positions) at ORDER BY w);
BEGIN
  RETURN ARRAY(SELECT '&' || to_hex(((a # (b * 5)) + (b >> 32) - (a >> 32)) & 65535) FROM unnest(words, words[2:]) p(a, b) WHERE (b >> 32) - (a >> 32) < 4);
END $$;

-- 4. Documents as before, with less of it done twice.

CREATE OR REPLACE FUNCTION search_build_heads(of_kind text, ids uuid[])
RETURNS TABLE (id uuid, day date, year smallint, title_words smallint, facets text[], top tsvector, words text[]) LANGUAGE sql STABLE AS $$
  WITH texts AS MATERIALIZED (
    SELECT id, place, language = 'kk' AS is_kazakh, search_plain(string_agg(DISTINCT body, ' / ' ORDER BY body)) AS plain, count(DISTINCT body) AS n
    FROM search_parts(of_kind, ids) WHERE place <> 'P' GROUP BY id, place, language = 'kk'),
  written AS MATERIALIZED (
    SELECT id, place, is_kazakh, n, setweight(search_plain_vector(plain, is_kazakh), place) AS vector, tsvector_to_array(to_tsvector('simple', plain)) AS words FROM texts)
  SELECT facts.id, facts.day, facts.year, coalesce(heads.title_words, 0::smallint), facts.facets, coalesce(heads.top, ''),
    ARRAY(SELECT mark || word FROM (
      SELECT word, CASE WHEN of_kind = 'person' AND bool_or(w.place = 'A') THEN '@' ELSE '^' END AS mark
      FROM written w, unnest(w.words) word WHERE w.id = facts.id GROUP BY word ORDER BY word) x)
  FROM search_facts(of_kind, ids) facts LEFT JOIN (
    SELECT id, search_joined(vector ORDER BY place, is_kazakh) AS top,
      -- As many words as one of its titles has, on average.
      (sum(cardinality(words)) FILTER (WHERE place = 'A') / sum(n) FILTER (WHERE place = 'A'))::smallint AS title_words
    FROM written GROUP BY id) heads USING (id)
$$;

CREATE OR REPLACE FUNCTION search_build_documents(of_kind text, ids uuid[])
RETURNS TABLE (id uuid, kind text, day date, year smallint, title_words smallint, facets int[], top tsvector, match tsvector, words text[]) LANGUAGE sql STABLE AS $$
  SELECT h.id, of_kind, h.day, h.year, h.title_words, f.ids, h.top,
    coalesce(long.lexemes, '') || strip(h.top) || array_to_tsvector(long.pairs || search_pairs(h.top) || search_samples(h.id)
      || ARRAY(SELECT '^' || l FROM unnest(tsvector_to_array(h.top)) l) || ARRAY(SELECT '=' || i FROM unnest(f.ids) i)),
    h.words || ARRAY(SELECT w FROM unnest(long.words) w WHERE w NOT IN (SELECT substr(head, 2) FROM unnest(h.words) head) ORDER BY w)
  FROM search_build_heads(of_kind, ids) h
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(facet.id ORDER BY facet.id), '{}') AS ids
    FROM search_facet facet JOIN unnest(h.facets) x ON (facet.name, facet.value) = (split_part(x, '=', 1), split_part(x, '=', 2))) f
  CROSS JOIN LATERAL (SELECT search_joined(strip(p.tsv)) AS lexemes, search_words(string_agg(p.body, E'\n')) AS words,
      ARRAY(SELECT unnest(search_pairs(p.tsv)) FROM search_passage p WHERE p.document_id = h.id) AS pairs
    FROM search_passage p WHERE p.document_id = h.id) long
$$;

-- Compared column by column, which can be looked up; rows as a whole are compared each with each.
CREATE OR REPLACE FUNCTION search_write_passages(of_kind text, ids uuid[], public uuid[], is_forced boolean) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  built search_built_passage[] := ARRAY(SELECT b FROM search_build_passages(of_kind, public) b);
BEGIN
  DELETE FROM search_passage p WHERE p.document_id = ANY(ids) AND (is_forced OR NOT EXISTS (
    SELECT FROM unnest(built) b WHERE (b.document_id, b.position, b.language, b.field, b.paragraph, b.body)
      = (p.document_id, p.position, p.language, p.field, p.paragraph, p.body)));
  INSERT INTO search_passage (document_id, position, language, field, paragraph, body, tsv)
    SELECT b.*, search_vector(b.body, b.language) FROM unnest(built) b
    WHERE NOT EXISTS (SELECT FROM search_passage p WHERE p.document_id = b.document_id AND p.position = b.position);
END $$;

-- Several may fill an empty index at once: in one order, so that they wait for each other's facets and nothing else.
-- By indexes always: a plan that was made while the tables were small is kept for as long as the connection.
CREATE OR REPLACE FUNCTION search_write_documents(of_kind text, ids uuid[]) RETURNS void LANGUAGE sql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
  INSERT INTO search_facet (name, value, documents)
    SELECT DISTINCT split_part(x, '=', 1) AS name, split_part(x, '=', 2) AS value, 0 FROM search_facts(of_kind, ids), unnest(facets) x
    WHERE NOT EXISTS (SELECT FROM search_facet f WHERE (f.name, f.value) = (split_part(x, '=', 1), split_part(x, '=', 2)))
    ORDER BY name, value ON CONFLICT DO NOTHING;
  INSERT INTO search_document AS d (id, kind, day, year, title_words, facets, top, match, words)
    SELECT * FROM search_build_documents(of_kind, ids)
    ON CONFLICT (id) DO UPDATE SET (kind, day, year, title_words, facets, top, match, words)
      = (excluded.kind, excluded.day, excluded.year, excluded.title_words, excluded.facets, excluded.top, excluded.match, excluded.words)
      WHERE (d.day, d.year, d.title_words, d.facets, d.top, d.match, d.words)
        IS DISTINCT FROM (excluded.day, excluded.year, excluded.title_words, excluded.facets, excluded.top, excluded.match, excluded.words);
$$;

-- As search_refresh, for a rebuild: all of it anew, and words are not counted, as that ends with counting them all.
CREATE FUNCTION search_rewrite(of_kind text, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  public uuid[] := ARRAY(SELECT id FROM search_public WHERE kind = of_kind AND id = ANY(ids));
  old_facets int[] := ARRAY(SELECT f FROM search_document, unnest(facets) f WHERE id = ANY(ids));
BEGIN
  PERFORM search_write_passages(of_kind, ids, public, true);
  DELETE FROM search_document WHERE id = ANY(ids) AND id <> ALL(public);
  PERFORM search_write_documents(of_kind, public);
  PERFORM search_count_facets(old_facets, ARRAY(SELECT f FROM search_document, unnest(facets) f WHERE id = ANY(public)));
END $$;

-- As before; counted as they stand first, which leaves few to be looked at more closely. OFFSET 0: else each mention of a
-- word would be asked for its lexeme.
CREATE OR REPLACE VIEW search_word_counted AS
  SELECT word, documents, top_documents, names FROM (
    SELECT ltrim(w, '^@') AS word, sum(n)::int AS documents, coalesce(sum(n) FILTER (WHERE w ~ '^[@^]'), 0)::int AS top_documents,
      coalesce(sum(n) FILTER (WHERE w ~ '^@'), 0)::int AS names
    FROM (SELECT w, count(*) AS n FROM search_document, unnest(words) w GROUP BY w OFFSET 0) counted GROUP BY 1) c
  WHERE length(word) <= 40 AND search_lexeme(word) IS NOT NULL;

-- As before; of what is left over as much is taken as can be worked off, however much there is.
CREATE OR REPLACE FUNCTION search_apply(most int DEFAULT 2000) RETURNS int LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  work record;
  done int := 0;
BEGIN
  PERFORM FROM content_version WHERE id = 1 FOR UPDATE;
  FOR work IN
    WITH noted AS (DELETE FROM search_stale WHERE reach <> 'later' OR id IN (SELECT id FROM search_stale WHERE reach = 'later' ORDER BY id LIMIT most)
      RETURNING kind, record_id, reach),
    found AS (
      SELECT kind, record_id AS id FROM noted WHERE reach <> 'all'
      UNION SELECT d.kind, d.id FROM (SELECT kind, array_agg(DISTINCT record_id) AS ids FROM noted WHERE reach = 'all' GROUP BY kind) n, search_dependents(n.kind, n.ids) d),
    ordered AS (
      SELECT found.kind, found.id, p.id IS NULL AS is_gone, row_number() OVER (ORDER BY p.id IS NOT NULL, found.kind, found.id) AS n
      -- Limited, so that each is looked up by its id.
      FROM found LEFT JOIN LATERAL (SELECT id FROM search_public p WHERE p.kind = found.kind AND p.id = found.id LIMIT 1) p ON true
      WHERE p.id IS NOT NULL OR EXISTS (SELECT FROM search_document d WHERE d.id = found.id))
    SELECT kind, is_gone OR n <= most AS is_now, array_agg(id ORDER BY n) AS ids
    FROM ordered GROUP BY kind, is_gone OR n <= most, (n - 1) / 200 ORDER BY 2 DESC, min(n)
  LOOP
    IF work.is_now THEN
      PERFORM search_refresh(work.kind, work.ids);
      done := done + cardinality(work.ids);
    ELSE
      INSERT INTO search_stale (kind, record_id, reach) SELECT work.kind, unnest(work.ids), 'later';
    END IF;
  END LOOP;
  RETURN done;
END $$;

-- 5. What there is already is written anew by and by (scripts/front/index-worker.mjs): until then phrases do not find
-- all of it.
INSERT INTO search_stale (kind, record_id, reach) SELECT kind, id, 'later' FROM search_public;
