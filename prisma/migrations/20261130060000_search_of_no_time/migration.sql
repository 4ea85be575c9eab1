-- What is of no time (people, organisations, topics) has its names in lists of their own, and there is one sample more:
-- each is looked for in a short list instead of in a long one.

-- Lexemes, and all of them once more for each sample that the document is in: one in eight, in thirty-two and so on.
CREATE OR REPLACE FUNCTION search_sampled(id uuid, lexemes text[]) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
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
CREATE OR REPLACE FUNCTION search_match(id uuid, day date, top tsvector, lexemes tsvector, pairs text[], facets int[]) RETURNS tsvector LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  heads text[] := tsvector_to_array(top);
BEGIN
  RETURN array_to_tsvector(search_sampled(id, tsvector_to_array(lexemes) || heads || pairs || search_pairs(top)
    || ARRAY(SELECT '^' || l FROM unnest(heads) l) || ARRAY(SELECT '=' || i FROM unnest(facets) i)
    || CASE WHEN day IS NULL THEN ARRAY(SELECT '@' || l FROM unnest(heads) l) ELSE ARRAY['%' || to_char(day, 'YYYY-MM')] END));
END $$;

-- What is there already and has something new. No word of a text begins with a mark.
UPDATE search_document SET match = (
    SELECT array_to_tsvector(search_sampled(id, lexemes || CASE WHEN coalesce(day, make_date(year, 1, 1)) IS NULL
      THEN ARRAY(SELECT '@' || substr(l, 2) FROM unnest(lexemes) l WHERE l LIKE '^%') ELSE '{}' END))
    FROM (SELECT ARRAY(SELECT l FROM unnest(tsvector_to_array(match)) l WHERE l !~ '^[~@]') AS lexemes) known)
  WHERE uuid_hash(id) & 2047 = 0 OR coalesce(day, make_date(year, 1, 1)) IS NULL;
SELECT settle_indexes();
