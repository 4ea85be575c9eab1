-- Words in capitals. Who is too common a word to be indexed, WHO is an organisation: such a word written in capitals is
-- indexed, and looked for, with a 0 at its end, which no stemmer touches. Its twin is withCapitals in lib/search/fold.ts.

CREATE FUNCTION search_capitals(t text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  IF t !~ '\m[A-Z][A-Z]' COLLATE "C" THEN RETURN t; END IF;
  RETURN regexp_replace(t COLLATE "C", '\m(ALL|AM|AS|AT|BE|BEEN|BUT|BY|CAN|DO|DOES|DOWN|EACH|FEW|FOR|FROM|HAD|HAS|HAVE|HE|HER|HERE|HIM|HIS|HOW|IF|IN|INTO|IS|IT|ITS|ME|MORE|MOST|MY|NO|NOR|NOW|OF|OFF|ON|ONCE|ONLY|OUR|OUT|OVER|OWN|SAME|SHE|SO|SOME|SUCH|THAN|THAT|THEM|THEN|THERE|THESE|THEY|THIS|THOSE|TO|TOO|UNDER|UNTIL|UP|VERY|WAS|WE|WERE|WHAT|WHEN|WHERE|WHICH|WHILE|WHO|WHOM|WHY|WILL|WITH|YOU|YOUR)\M', '\10', 'g');
END $$;

CREATE OR REPLACE FUNCTION search_vector(t text, language text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN search_plain_vector(coalesce(search_plain(search_capitals(t)), ''), coalesce(language = 'kk', false));
END $$;

-- Documents as before, of texts in which capitals are kept so.

CREATE OR REPLACE FUNCTION search_build_heads(of_kind text, ids uuid[])
RETURNS TABLE (id uuid, day date, year smallint, title_words smallint, facets text[], top tsvector, words text[]) LANGUAGE sql STABLE AS $$
  WITH texts AS MATERIALIZED (
    SELECT id, place, language = 'kk' AS is_kazakh, search_plain(search_capitals(string_agg(DISTINCT body, ' / ' ORDER BY body))) AS plain, count(DISTINCT body) AS n
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
  CROSS JOIN LATERAL (SELECT search_joined(strip(p.tsv)) AS lexemes, search_words(search_capitals(string_agg(p.body, E'\n'))) AS words,
      ARRAY(SELECT unnest(search_pairs(p.tsv)) FROM search_passage p WHERE p.document_id = h.id) AS pairs
    FROM search_passage p WHERE p.document_id = h.id) long
$$;

-- As before; what was in the index is looked up record by record too: as EXISTS all of the index was read for the first
-- record that left the public.
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
        LEFT JOIN LATERAL (SELECT id FROM search_document d WHERE d.id = found.id LIMIT 1) d ON true
      WHERE p.id IS NOT NULL OR d.id IS NOT NULL)
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

-- When a record came into the index, so that the later pages of a search can leave out what came after its first. As the
-- clock goes and not as the transaction began: it is written when that ends.
ALTER TABLE "search_document" ADD COLUMN "since" TIMESTAMPTZ(6) NOT NULL DEFAULT now();
ALTER TABLE "search_document" ALTER COLUMN "since" SET DEFAULT clock_timestamp();

-- What has such words is written anew by and by (scripts/front/index-worker.mjs).
INSERT INTO search_stale (kind, record_id, reach) SELECT kind, id, 'later' FROM search_public;
