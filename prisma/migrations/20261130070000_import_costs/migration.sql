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

-- 20261130050000_search_samples has stood here in two forms. What the second has more, 20261130060000 gave to archives with
-- the first. They have what today's form makes: its checksum is theirs, and nobody is warned at every start.
DO $$ BEGIN
  IF to_regclass('_prisma_migrations') IS NOT NULL THEN
    UPDATE _prisma_migrations SET checksum = '7b6b84947f575fe9e766543a2f16b57bea4bdbc32783f8931b0ef200d02376eb'
      WHERE migration_name = '20261130050000_search_samples' AND checksum = '550f951297d46b36ee144d6059b6d64f5c34ac8dbf1cf99a9b8fadacc6d78632';
  END IF;
END $$;
