-- Samples of documents with lists of their own. What many documents have is counted on a sample of them: every eighth,
-- or every fourth of those, and so on. A document of a sample had a mark that said so, and the index went through all
-- that have the word, or all of the sample, to find those with both. Now it has each of its lexemes once more with that
-- mark before it: what is looked for in a sample is found in lists that are shorter by as much as the sample is smaller.
-- The index grows by a sixth.

CREATE FUNCTION search_sampled(id uuid, lexemes text[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  h CONSTANT int := uuid_hash(id);
BEGIN
  IF h & 7 <> 0 THEN RETURN lexemes; END IF;
  RETURN lexemes || ARRAY(SELECT mark || l FROM unnest(lexemes) l,
    (VALUES ('~3', 7), ('~5', 31), ('~7', 127), ('~9', 511), ('~b', 2047)) sample(mark, bits) WHERE h & bits = 0);
END $$;

-- All that a document is found by: its words, ^ those of its top (@ too where it is of no time), & the neighbours in it,
-- = its facets, % its month, and samples of these. By months the newest of many are found, as a year is too many of them
-- where there are a million; people and topics, which are of no time, by their names alone.
CREATE FUNCTION search_match(id uuid, day date, top tsvector, lexemes tsvector, pairs text[], facets int[]) RETURNS tsvector LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  heads text[] := tsvector_to_array(top);
BEGIN
  RETURN array_to_tsvector(search_sampled(id, tsvector_to_array(lexemes) || heads || pairs || search_pairs(top)
    || ARRAY(SELECT '^' || l FROM unnest(heads) l) || ARRAY(SELECT '=' || i FROM unnest(facets) i)
    || CASE WHEN day IS NULL THEN ARRAY(SELECT '@' || l FROM unnest(heads) l) ELSE ARRAY['%' || to_char(day, 'YYYY-MM')] END));
END $$;

-- What ranking reads of a document. It lies in the row as it is, as it would be unpacked for each word that is ranked; so it
-- cannot be longer than a page. Of what would be (hundreds of speakers) the lesser places are found, but not ranked.
CREATE FUNCTION search_ranked(top tsvector) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF pg_column_size(top) <= 6000 THEN RETURN top; END IF;
  RETURN coalesce((SELECT v FROM unnest(ARRAY[ts_filter(top, '{a,b,c}'), ts_filter(top, '{a,b}'), ts_filter(top, '{a}')]) WITH ORDINALITY fewer(v, n)
    WHERE pg_column_size(v) <= 6000 ORDER BY n LIMIT 1), '');
END $$;
ALTER TABLE search_document ALTER top SET STORAGE PLAIN;

-- Documents as before, but for `top` and `match`.

CREATE OR REPLACE FUNCTION search_build_documents(of_kind text, ids uuid[])
RETURNS TABLE (id uuid, kind text, day date, year smallint, title_words smallint, facets int[], top tsvector, match tsvector, words text[]) LANGUAGE sql STABLE AS $$
  SELECT h.id, of_kind, h.day, h.year, h.title_words, f.ids, search_ranked(h.top),
    search_match(h.id, coalesce(h.day, make_date(h.year, 1, 1)), h.top, long.lexemes, long.pairs, f.ids),
    h.words || ARRAY(SELECT w FROM unnest(long.words) w WHERE w NOT IN (SELECT substr(head, 2) FROM unnest(h.words) head) ORDER BY w)
  FROM search_build_heads(of_kind, ids) h
  CROSS JOIN LATERAL (SELECT coalesce(array_agg(facet.id ORDER BY facet.id), '{}') AS ids
    FROM search_facet facet JOIN unnest(h.facets) x ON (facet.name, facet.value) = (split_part(x, '=', 1), split_part(x, '=', 2))) f
  CROSS JOIN LATERAL (SELECT search_joined(strip(p.tsv)) AS lexemes, search_words(search_capitals(string_agg(p.body, E'\n'))) AS words,
      ARRAY(SELECT unnest(search_pairs(p.tsv)) FROM search_passage p WHERE p.document_id = h.id) AS pairs
    FROM search_passage p WHERE p.document_id = h.id) long
$$;

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
  SELECT facts.id, of_kind, facts.day, facts.year, coalesce(heads.title_words, 0::smallint), coalesce(filtered.facets, '{}'), search_ranked(coalesce(heads.top, '')),
    search_match(facts.id, coalesce(facts.day, make_date(facts.year, 1, 1)), coalesce(heads.top, ''), longs.lexemes, longs.pairs, filtered.facets),
    coalesce(headed.words, '{}') || ARRAY(SELECT w FROM unnest(longs.words) w WHERE w NOT IN (SELECT substr(head, 2) FROM unnest(headed.words) head) ORDER BY w)
  FROM facts LEFT JOIN heads USING (id) LEFT JOIN headed USING (id) LEFT JOIN filtered USING (id) LEFT JOIN longs USING (id);
END $$;

DROP FUNCTION search_samples(uuid);

-- Passages are read word by word too, when they are ranked and shown.
ALTER TABLE search_passage ALTER body SET STORAGE EXTERNAL, SET (toast_tuple_target = 8160);

-- What is there already. A lexeme that was ~ and a number was of a sample and nothing else.
DROP INDEX search_document_match_idx;
UPDATE search_document SET top = search_ranked(top || ''),
  match = array_to_tsvector(search_sampled(id, ARRAY(SELECT l FROM unnest(tsvector_to_array(match)) l WHERE l !~ '^~[2468]$')
    || CASE WHEN coalesce(day, make_date(year, 1, 1)) IS NULL THEN ARRAY(SELECT '@' || l FROM unnest(tsvector_to_array(top)) l)
      ELSE ARRAY['%' || to_char(coalesce(day, make_date(year, 1, 1)), 'YYYY-MM')] END));
CREATE INDEX search_document_match_idx ON search_document USING gin (match);
UPDATE search_passage SET body = body || '', tsv = tsv || '' WHERE pg_column_compression(tsv) IS NOT NULL;
