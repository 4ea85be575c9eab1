-- What the lists, the pickers and the overview of the desk read. Words know the noun of their record, so that looking
-- for a person does not wade through the words of every statement.

ALTER TABLE "record_word" ADD COLUMN "noun" "noun";
UPDATE record_word SET noun = record.noun FROM record WHERE record.id = record_word.record_id;
ALTER TABLE "record_word" ALTER COLUMN "noun" SET NOT NULL;

-- DropIndex
DROP INDEX "record_word_key_idx";

-- DropIndex
DROP INDEX "record_word_word_idx";

-- CreateIndex
CREATE INDEX "record_word_noun_word_record_id_idx" ON "record_word"("noun", "word" text_pattern_ops, "record_id");

-- CreateIndex
CREATE INDEX "record_word_noun_key_record_id_idx" ON "record_word"("noun", "key" text_pattern_ops, "record_id");

-- How a record is sorted by name in each language of the desk, as readers of it sort. Columns, as an expression would
-- be worked out again for every row that a list is sorted by.
ALTER TABLE "record" ADD COLUMN "sort_en" TEXT COLLATE "en-x-icu" NOT NULL DEFAULT '',
ADD COLUMN "sort_kk" TEXT COLLATE "kk-x-icu" NOT NULL DEFAULT '',
ADD COLUMN "sort_ru" TEXT COLLATE "ru-x-icu" NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "record_by_name_en" ON "record"("noun", "sort_en", "id");

-- CreateIndex
CREATE INDEX "record_by_name_kk" ON "record"("noun", "sort_kk", "id");

-- CreateIndex
CREATE INDEX "record_by_name_ru" ON "record"("noun", "sort_ru", "id");

-- Lists by state, and, without a look at the records themselves, how many there are in each.
-- CreateIndex
CREATE INDEX "record_by_state" ON "record"("noun", "review" DESC, "state", "updated_at" DESC, "id" DESC, "version", "published_version", "scheduled_at", "updated_by_id");

-- What Prisma cannot say.

-- The language in which a record is called in a desk of a language: that, else its original, else English.
CREATE FUNCTION record_language(titles jsonb, content jsonb, locale text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN titles ? locale THEN locale ELSE coalesce(
  (SELECT said.key FROM jsonb_each(CASE jsonb_typeof(content->'texts') WHEN 'object' THEN content->'texts' ELSE '{}'::jsonb END) AS said
    WHERE said.value->>'status' = 'original' AND titles ? said.key LIMIT 1),
  CASE WHEN titles ? 'en' THEN 'en' END,
  (SELECT min(language) FROM jsonb_object_keys(titles) AS language)) END;

-- How it is sorted there: people by their family name.
CREATE FUNCTION record_sort_name(of_noun noun, titles jsonb, content jsonb, locale text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN left(coalesce(
  CASE WHEN of_noun = 'person' THEN content->'texts'->record_language(titles, content, locale)->>'sortName' END,
  titles->>record_language(titles, content, locale), ''), 200);

CREATE FUNCTION keep_sort_names() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sort_en := record_sort_name(NEW.noun, NEW.titles, NEW.content, 'en');
  NEW.sort_kk := record_sort_name(NEW.noun, NEW.titles, NEW.content, 'kk');
  NEW.sort_ru := record_sort_name(NEW.noun, NEW.titles, NEW.content, 'ru');
  RETURN NEW;
END $$;
CREATE TRIGGER record_sort_names_insert BEFORE INSERT ON record FOR EACH ROW EXECUTE FUNCTION keep_sort_names();
CREATE TRIGGER record_sort_names_update BEFORE UPDATE OF titles, content ON record FOR EACH ROW EXECUTE FUNCTION keep_sort_names();
UPDATE record SET titles = titles;

-- Every name of a record.
CREATE FUNCTION record_names(titles jsonb, content jsonb) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT value FROM jsonb_each_text(titles)
  UNION SELECT jsonb_path_query(content, '$.names[*].name') #>> '{}'
  UNION SELECT jsonb_path_query(content, '$.synonyms[*].label') #>> '{}'
  UNION SELECT jsonb_path_query(content, '$.texts.*.shortName') #>> '{}'
$$;

-- How the words of a name sound, in any script, each once, in a fixed order; initials of people do not count.
CREATE FUNCTION record_name_keys(of_noun noun, name text) RETURNS text[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT coalesce(array_agg(DISTINCT coalesce(nullif(key, ''), word)), '{}')
    FROM unnest(search_words(translate(name, '-''’‐‑', '     '))) AS word, LATERAL search_key(word) AS key
    WHERE of_noun <> 'person' OR length(word) > 1 OR key = '');
END $$;

-- Whether one of the names of a record has the words that sound so. Of people the shorter name may leave words out, down
-- to two: patronymics and middle names come and go.
CREATE FUNCTION record_sounds_like(of_noun noun, titles jsonb, content jsonb, keys text[]) RETURNS boolean LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  name text;
  own text[];
BEGIN
  FOR name IN SELECT record_names(titles, content) LOOP
    own := record_name_keys(of_noun, name);
    IF own = keys AND own <> '{}' THEN RETURN true; END IF;
    IF of_noun = 'person' AND least(cardinality(own), cardinality(keys)) >= 2 AND (own <@ keys OR keys <@ own) THEN RETURN true; END IF;
  END LOOP;
  RETURN false;
END $$;

-- What has no title in a language, with its state: as record_by_state.
CREATE INDEX record_without_en ON record (noun, updated_at DESC, id DESC) INCLUDE (review, state, version, published_version, scheduled_at, updated_by_id) WHERE NOT jsonb_exists(titles, 'en');
CREATE INDEX record_without_kk ON record (noun, updated_at DESC, id DESC) INCLUDE (review, state, version, published_version, scheduled_at, updated_by_id) WHERE NOT jsonb_exists(titles, 'kk');
CREATE INDEX record_without_ru ON record (noun, updated_at DESC, id DESC) INCLUDE (review, state, version, published_version, scheduled_at, updated_by_id) WHERE NOT jsonb_exists(titles, 'ru');
-- What somebody wrote that the public does not see yet, and what could not be done at its time.
CREATE INDEX record_unpublished ON record (updated_by_id, updated_at DESC)
  WHERE published_version IS NULL OR version > published_version;
CREATE INDEX record_not_carried_out ON record (updated_at DESC) WHERE scheduled_error IS NOT NULL;
-- What was done to records lately: the audit also has sign-ins, of which there can be many.
CREATE INDEX audit_entry_of_records ON audit_entry (id DESC) WHERE record_id IS NOT NULL AND act LIKE 'record.%';
