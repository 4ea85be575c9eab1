-- Functions as before, with the same results: rows that a function makes for each of others cost less where they are
-- selected than where they are joined, as no table is made of them in between.

-- What a content mentions.
CREATE OR REPLACE FUNCTION record_mentions(content jsonb) RETURNS uuid[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN ARRAY(SELECT DISTINCT piece::uuid AS id FROM (SELECT unnest(string_to_array(content::text, '"')) AS piece) pieces
    WHERE octet_length(piece) = 36 AND translate(piece, '0123456789abcdef', '') = '----'
      AND piece LIKE '________-____-____-____-____________' ORDER BY id);
END $$;

-- Which words are neighbours, as hashes.
CREATE OR REPLACE FUNCTION search_pairs(v tsvector) RETURNS text[] LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
  -- Place and hash of each word in one number, in the order of the places.
  words bigint[] := ARRAY(SELECT (unnest(positions)::bigint << 32) | hash AS w
    FROM (SELECT positions, hashtext(lexeme)::bigint & 4294967295 AS hash FROM unnest(v)) word ORDER BY w);
BEGIN
  RETURN ARRAY(SELECT '&' || to_hex(((a # (b * 5)) + (b >> 32) - (a >> 32)) & 65535) FROM unnest(words, words[2:]) p(a, b) WHERE (b >> 32) - (a >> 32) < 4);
END $$;

-- Whether an import that is being undone made a version public: the version is looked up by its key, then whose it is.
-- In one join, the planner went through all versions of the import for each of them.
CREATE OR REPLACE FUNCTION goes_with_its_import(of_record uuid, of_version int) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
  undone CONSTANT text := coalesce(current_setting('plenary.undoing_import', true), '');
  made_in uuid;
BEGIN
  IF undone = '' THEN RETURN false; END IF;
  SELECT batch_id INTO made_in FROM revision WHERE record_id = of_record AND version = of_version AND act = 'import';
  RETURN coalesce(made_in::text = undone, false) AND EXISTS (SELECT FROM batch WHERE id = made_in AND kind::text = 'import' AND undone_at IS NULL);
END $$;
