-- The search index for a million records: neighbouring words are indexed, rows are smaller, and writing costs half.

-- 1. Rows. Ranking reads `top` of many documents, and nothing reads `match` but its index: out of the row it goes, so
-- that more documents share a page.
ALTER TABLE search_document ALTER match SET STORAGE EXTENDED, SET (toast_tuple_target = 512);

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

-- Several may fill an empty index at once: in one order, so that they wait for each other's facets and nothing else.
CREATE OR REPLACE FUNCTION search_write_documents(of_kind text, ids uuid[]) RETURNS void LANGUAGE sql AS $$
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
