-- CreateEnum
CREATE TYPE "import_state" AS ENUM ('rehearsed', 'applied', 'undone');

-- AlterEnum
ALTER TYPE "batch_kind" ADD VALUE 'import';

-- CreateTable
CREATE TABLE "import" (
    "id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "options" JSONB NOT NULL,
    "answers" JSONB NOT NULL DEFAULT '{}',
    "digest" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "state" "import_state" NOT NULL DEFAULT 'rehearsed',
    "batch_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "applied_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_item" (
    "import_id" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "import_item_pkey" PRIMARY KEY ("import_id","section","position")
);

-- CreateTable
CREATE TABLE "external_id" (
    "namespace" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,

    CONSTRAINT "external_id_pkey" PRIMARY KEY ("namespace","value")
);

-- CreateTable
CREATE TABLE "imported" (
    "namespace" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB,

    CONSTRAINT "imported_pkey" PRIMARY KEY ("namespace","record_id")
);

-- CreateIndex
CREATE INDEX "import_created_at_id_idx" ON "import"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "import_edition_id_idx" ON "import"("edition_id");

-- CreateIndex
CREATE INDEX "import_batch_id_idx" ON "import"("batch_id");

-- CreateIndex
CREATE INDEX "external_id_record_id_idx" ON "external_id"("record_id");

-- CreateIndex
CREATE INDEX "external_id_batch_id_idx" ON "external_id"("batch_id");

-- CreateIndex
CREATE INDEX "imported_record_id_idx" ON "imported"("record_id");

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_edition_id_fkey" FOREIGN KEY ("edition_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_id" ADD CONSTRAINT "external_id_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_id" ADD CONSTRAINT "external_id_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported" ADD CONSTRAINT "imported_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE batch_record DROP CONSTRAINT batch_record_part_check,
  ADD CONSTRAINT batch_record_part_check CHECK (part IN ('kept', 'gone', 'moved', 'changed', 'created'));
ALTER TABLE import ADD CONSTRAINT import_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$');

-- What an import alone made public goes again with its undoing: whoever undoes it says which (plenary.undoing_import). A
-- version that anybody else published is kept as ever.
CREATE FUNCTION goes_with_its_import(of_record uuid, of_version int) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN coalesce(current_setting('plenary.undoing_import', true), '') <> '' AND EXISTS (
    SELECT FROM revision JOIN batch ON batch.id = revision.batch_id
    WHERE revision.record_id = of_record AND revision.version = of_version AND revision.act = 'import'
      AND batch.kind::text = 'import' AND batch.undone_at IS NULL AND batch.id::text = current_setting('plenary.undoing_import', true));
END $$;

CREATE FUNCTION refuse_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF goes_with_its_import(OLD.record_id, OLD.version) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % can only be added', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
DROP TRIGGER publication_is_kept ON publication;
CREATE TRIGGER publication_is_kept BEFORE DELETE ON publication FOR EACH ROW EXECUTE FUNCTION refuse_forgetting();

-- The search index of many new records at once: as search_refresh would write it, but of records that are not in the
-- index yet, each part of the work once for all of them. Words and facets are counted by search_count_added, at the end.

CREATE FUNCTION search_add(of_kind text, ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
BEGIN
  WITH parts AS MATERIALIZED (SELECT * FROM search_parts(of_kind, ids)),
  facts AS MATERIALIZED (SELECT * FROM search_facts(of_kind, ids)),
  wanted AS MATERIALIZED (
    SELECT id, split_part(x, '=', 1) AS name, split_part(x, '=', 2) AS value FROM facts, unnest(facets) x),
  made AS (
    INSERT INTO search_facet (name, value, documents) SELECT DISTINCT name, value, 0 FROM wanted
      WHERE NOT EXISTS (SELECT FROM search_facet f WHERE (f.name, f.value) = (wanted.name, wanted.value))
      ORDER BY name, value RETURNING id, name, value),
  long AS MATERIALIZED (
    INSERT INTO search_passage (document_id, position, language, field, paragraph, body, tsv)
    SELECT id, (row_number() OVER (PARTITION BY id ORDER BY field, language, n, nth))::int, language, field, n::int, btrim(piece, E' \t\r\n'),
      search_vector(btrim(piece, E' \t\r\n'), language)
    FROM parts part,
      regexp_split_to_table(search_unmarked(part.body), '\n\s*\n') WITH ORDINALITY p(paragraph, n),
      search_pieces(paragraph) WITH ORDINALITY m(piece, nth)
    WHERE place = 'P' AND btrim(piece, E' \t\r\n') <> ''
    RETURNING document_id, body, tsv),
  longs AS MATERIALIZED (
    SELECT document_id AS id, search_joined(strip(tsv)) AS lexemes, search_words(search_capitals(string_agg(body, E'\n'))) AS words
    FROM long GROUP BY document_id),
  pairs AS MATERIALIZED (SELECT document_id AS id, array_agg(pair) AS pairs FROM long, unnest(search_pairs(tsv)) pair GROUP BY document_id),
  texts AS MATERIALIZED (
    SELECT id, place, language = 'kk' AS is_kazakh, search_plain(search_capitals(string_agg(DISTINCT body, ' / ' ORDER BY body))) AS plain, count(DISTINCT body) AS n
    FROM parts WHERE place <> 'P' GROUP BY id, place, language = 'kk'),
  written AS MATERIALIZED (
    SELECT id, place, is_kazakh, n, setweight(search_plain_vector(plain, is_kazakh), place) AS vector, tsvector_to_array(to_tsvector('simple', plain)) AS words FROM texts),
  heads AS MATERIALIZED (
    SELECT id, search_joined(vector ORDER BY place, is_kazakh) AS top,
      (sum(cardinality(words)) FILTER (WHERE place = 'A') / sum(n) FILTER (WHERE place = 'A'))::smallint AS title_words
    FROM written GROUP BY id),
  headed AS MATERIALIZED (
    SELECT id, array_agg(mark || word ORDER BY word) AS words FROM (
      SELECT id, word, CASE WHEN of_kind = 'person' AND bool_or(place = 'A') THEN '@' ELSE '^' END AS mark
      FROM written, unnest(words) word GROUP BY id, word) w GROUP BY id),
  filtered AS MATERIALIZED (
    SELECT wanted.id, array_agg(f.id ORDER BY f.id) AS facets FROM wanted JOIN (
      SELECT id, name, value FROM search_facet UNION ALL SELECT id, name, value FROM made) f USING (name, value) GROUP BY wanted.id)
  INSERT INTO search_document (id, kind, day, year, title_words, facets, top, match, words)
  SELECT facts.id, of_kind, facts.day, facts.year, coalesce(heads.title_words, 0::smallint), coalesce(filtered.facets, '{}'), coalesce(heads.top, ''),
    coalesce(longs.lexemes, '') || strip(coalesce(heads.top, '')) || array_to_tsvector(coalesce(pairs.pairs, '{}') || search_pairs(coalesce(heads.top, '')) || search_samples(facts.id)
      || ARRAY(SELECT '^' || l FROM unnest(tsvector_to_array(heads.top)) l) || ARRAY(SELECT '=' || i FROM unnest(filtered.facets) i)),
    coalesce(headed.words, '{}') || ARRAY(SELECT w FROM unnest(longs.words) w WHERE w NOT IN (SELECT substr(head, 2) FROM unnest(headed.words) head) ORDER BY w)
  FROM facts LEFT JOIN heads USING (id) LEFT JOIN headed USING (id) LEFT JOIN filtered USING (id)
    LEFT JOIN longs USING (id) LEFT JOIN pairs USING (id);
END $$;

-- Counts the words and facets of documents that search_add wrote.
CREATE FUNCTION search_count_added(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM search_count_facets('{}', ARRAY(SELECT f FROM search_document, unnest(facets) f WHERE id = ANY(ids)));
  WITH change AS MATERIALIZED (
    SELECT ltrim(w, '^@') AS word, sum(n)::int AS documents, coalesce(sum(n) FILTER (WHERE w ~ '^[@^]'), 0)::int AS top, coalesce(sum(n) FILTER (WHERE w ~ '^@'), 0)::int AS names
    FROM (SELECT w, count(*) AS n FROM search_document, unnest(words) w WHERE id = ANY(ids) GROUP BY w) x GROUP BY 1),
  counted AS (
    UPDATE search_word s SET documents = s.documents + c.documents, top_documents = s.top_documents + c.top, names = s.names + c.names
    FROM change c WHERE s.word = c.word RETURNING s.word)
  INSERT INTO search_word (word, lexeme, kazakh, key, documents, top_documents, names)
    SELECT word, lexeme, CASE WHEN octet_length(word) > length(word) THEN search_kazakh_stem(word) END, search_key(word), documents, top, names
    FROM change, search_lexeme(word) lexeme
    WHERE lexeme IS NOT NULL AND length(word) <= 40 AND NOT EXISTS (SELECT FROM counted WHERE counted.word = change.word);
END $$;
