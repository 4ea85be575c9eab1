-- CreateEnum
CREATE TYPE "batch_kind" AS ENUM ('merge', 'bulk', 'paste');

-- AlterTable
ALTER TABLE "record" ADD COLUMN     "merged_into_id" UUID;

-- AlterTable
ALTER TABLE "revision" ADD COLUMN     "batch_id" UUID;

-- CreateTable
CREATE TABLE "batch" (
    "id" UUID NOT NULL,
    "kind" "batch_kind" NOT NULL,
    "noun" "noun" NOT NULL,
    "summary" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,
    "left_behind" JSONB,

    CONSTRAINT "batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "batch_record" (
    "batch_id" UUID NOT NULL,
    "record_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,

    CONSTRAINT "batch_record_pkey" PRIMARY KEY ("batch_id","record_id")
);

-- CreateTable
CREATE TABLE "likely_pair" (
    "first_id" UUID NOT NULL,
    "second_id" UUID NOT NULL,
    "noun" "noun" NOT NULL,
    "is_by_name" BOOLEAN NOT NULL,
    "not_same_at" TIMESTAMPTZ(3),
    "not_same_by_id" UUID,

    CONSTRAINT "likely_pair_pkey" PRIMARY KEY ("first_id","second_id")
);

-- CreateIndex
CREATE INDEX "batch_created_at_id_idx" ON "batch"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "batch_record_record_id_idx" ON "batch_record"("record_id");

-- CreateIndex
CREATE INDEX "likely_pair_second_id_idx" ON "likely_pair"("second_id");

-- CreateIndex
CREATE INDEX "record_merged_into_id_idx" ON "record"("merged_into_id");

-- CreateIndex
CREATE INDEX "revision_batch_id_idx" ON "revision"("batch_id");

-- AddForeignKey
ALTER TABLE "record" ADD CONSTRAINT "record_merged_into_id_fkey" FOREIGN KEY ("merged_into_id") REFERENCES "record"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_record" ADD CONSTRAINT "batch_record_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "batch_record" ADD CONSTRAINT "batch_record_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "likely_pair" ADD CONSTRAINT "likely_pair_first_id_fkey" FOREIGN KEY ("first_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "likely_pair" ADD CONSTRAINT "likely_pair_second_id_fkey" FOREIGN KEY ("second_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

ALTER TABLE record ADD CONSTRAINT record_merged_check CHECK (merged_into_id IS NULL OR (merged_into_id <> id AND binned_at IS NOT NULL));
ALTER TABLE batch_record ADD CONSTRAINT batch_record_part_check CHECK (part IN ('kept', 'gone', 'moved', 'changed'));
ALTER TABLE likely_pair ADD CONSTRAINT likely_pair_order_check CHECK (first_id < second_id);
ALTER TABLE batch ADD CONSTRAINT batch_undone_check CHECK (undone_at IS NOT NULL OR (undone_by_id IS NULL AND left_behind IS NULL));

-- Every id in a content: of the records it mentions, and of its own rows, to which others point.
CREATE FUNCTION record_mentions(content jsonb) RETURNS uuid[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT coalesce(array_agg(DISTINCT found[1]::uuid), '{}')
  FROM regexp_matches(content::text, '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"', 'g') AS found);
CREATE INDEX record_by_mention ON record USING gin (record_mentions(content));

-- Pairs that are still to be looked at.
CREATE INDEX likely_pair_open ON likely_pair (noun, is_by_name DESC, first_id, second_id) WHERE not_same_at IS NULL;

-- Finds anew which other records some records may be the same as: their names sound the same, in any script. Of one
-- record at most twenty.
CREATE FUNCTION keep_name_pairs(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM likely_pair WHERE (first_id = ANY(ids) OR second_id = ANY(ids)) AND is_by_name AND not_same_at IS NULL;
  INSERT INTO likely_pair (first_id, second_id, noun, is_by_name)
  WITH given AS MATERIALIZED (
    SELECT record.id, noun, record_name_keys(noun, name) AS keys
    FROM record, LATERAL record_names(titles, content) AS name
    WHERE record.id = ANY(ids) AND noun IN ('person', 'organisation', 'topic') AND binned_at IS NULL
  ), fitting AS (
    SELECT given.id, given.noun, given.keys, hit.record_id FROM given, unnest(given.keys) AS sought, LATERAL (
      SELECT record_id FROM record_word WHERE record_word.noun = given.noun AND record_word.key = sought
      UNION SELECT record_id FROM record_word WHERE record_word.noun = given.noun AND record_word.word = sought
    ) AS hit
    WHERE hit.record_id <> given.id
    GROUP BY given.id, given.noun, given.keys, hit.record_id
    HAVING count(*) = cardinality(given.keys) OR given.noun = 'person' AND count(*) >= 2
  ), alike AS (
    SELECT fitting.id, fitting.noun, other.id AS other_id,
      row_number() OVER (PARTITION BY fitting.id ORDER BY other.id DESC) AS n
    FROM (SELECT DISTINCT * FROM fitting) AS fitting JOIN record AS other ON other.id = fitting.record_id
    WHERE other.binned_at IS NULL AND record_sounds_like(other.noun, other.titles, other.content, fitting.keys)
  )
  SELECT DISTINCT least(id, other_id), greatest(id, other_id), noun, true FROM alike WHERE n <= 20
  ON CONFLICT (first_id, second_id) DO UPDATE SET is_by_name = true;
$$;

-- The same for the people of some sessions: two of one session whose names share a word, of whatever else they are made.
CREATE FUNCTION keep_session_pairs(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO likely_pair (first_id, second_id, noun, is_by_name)
  WITH present AS MATERIALIZED (
    SELECT record.id AS session_id, (said #>> '{}')::uuid AS id
    FROM record, LATERAL jsonb_path_query(content, '$.appearances[*].person ? (@ != null)') AS said
    WHERE record.id = ANY(ids) AND noun = 'session'
  )
  SELECT DISTINCT one.id, other.id, 'person'::noun, false
  FROM present AS one JOIN present AS other ON other.session_id = one.session_id AND one.id < other.id
  WHERE EXISTS (
    SELECT FROM record_word AS word JOIN record_word AS also ON also.noun = 'person' AND also.key = word.key AND also.record_id = other.id
    WHERE word.record_id = one.id AND length(word.key) > 1)
    AND EXISTS (SELECT FROM record WHERE id = one.id) AND EXISTS (SELECT FROM record WHERE id = other.id)
  ON CONFLICT DO NOTHING;
$$;

SELECT keep_name_pairs(ids) FROM (
  SELECT array_agg(id) AS ids FROM (SELECT id, row_number() OVER (ORDER BY id) / 200 AS part FROM record
    WHERE noun IN ('person', 'organisation', 'topic')) AS each GROUP BY part) AS parts;
SELECT keep_session_pairs(array_agg(id)) FROM record WHERE noun = 'session' HAVING count(*) > 0;
