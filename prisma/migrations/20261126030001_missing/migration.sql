-- CreateTable
CREATE TABLE "record_link" (
    "record_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "noun" "noun",
    "forum" TEXT,
    "edition" TEXT,
    "slug" TEXT,

    CONSTRAINT "record_link_pkey" PRIMARY KEY ("record_id","path")
);

-- AddForeignKey
ALTER TABLE "record_link" ADD CONSTRAINT "record_link_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say.

-- What is missing, in the words in which the lists ask for it.
CREATE INDEX record_without_speakers ON record (updated_at DESC, id DESC) INCLUDE (review, state, version, published_version, scheduled_at, updated_by_id)
  WHERE noun = 'session' AND binned_at IS NULL AND content->>'format' <> 'break'
    AND NOT jsonb_path_exists(content, '$.appearances[*] ? (@.person != null)');
CREATE INDEX record_without_organisation ON record (updated_at DESC, id DESC) INCLUDE (review, state, version, published_version, scheduled_at, updated_by_id)
  WHERE noun = 'session' AND binned_at IS NULL
    AND jsonb_path_exists(content, '$.appearances[*] ? (@.person != null && @.organisation == null)');
CREATE INDEX record_without_source ON record (updated_at DESC, id DESC) INCLUDE (review, state, version, published_version, scheduled_at, updated_by_id)
  WHERE noun = 'statement' AND binned_at IS NULL AND NOT jsonb_path_exists(content, '$.citations[*] ? (@.source != null)');
CREATE INDEX record_withdrawn_source ON record (id) WHERE noun = 'source' AND state = 'withdrawn';

-- Notes anew to which addresses of the archive the texts of some records link; `origin` is its own, which may stand before.
CREATE FUNCTION keep_links(ids uuid[], origin text) RETURNS void LANGUAGE sql AS $$
  DELETE FROM record_link WHERE record_id = ANY(ids);
  INSERT INTO record_link (record_id, path, noun, forum, edition, slug)
  WITH found AS (
    SELECT DISTINCT record.id, regexp_replace(link[1], '^/(?:kk|ru)(?=/|$)', '') AS path
    FROM record, regexp_matches(replace(content::text, '](' || coalesce(nullif(origin, ''), '](') || '/', '](/'), '\]\(<?(/[^)\s>"\\#?]*)', 'g') AS link
    WHERE record.id = ANY(ids)
  ), parted AS (
    SELECT id, path, string_to_array(trim(both '/' from path), '/') AS part FROM found
  ), meant AS (
    SELECT id, path, part, cardinality(part) AS many FROM parted
    WHERE part[1] IN ('forums', 'speakers', 'organisations', 'topics', 'statements', 'sources') AND cardinality(part) > 1
      OR part[1] NOT IN ('', 'forums', 'sessions', 'speakers', 'organisations', 'topics', 'countries', 'statements', 'sources', 'search',
        'help', 'media', 'api', 'corrections', 'sitemap.xml')
  )
  SELECT id, left(path, 500),
    CASE WHEN part[1] = 'forums' AND many = 2 THEN 'forum' WHEN part[1] = 'forums' AND many = 5 AND part[4] = 'sessions' THEN 'session'
      WHEN part[1] = 'forums' AND many IN (3, 4) THEN 'edition' WHEN many > 2 AND part[1] <> 'statements' THEN NULL
      WHEN part[1] = 'speakers' THEN 'person' WHEN part[1] = 'organisations' THEN 'organisation' WHEN part[1] = 'topics' THEN 'topic'
      WHEN part[1] = 'statements' THEN 'statement' WHEN part[1] = 'sources' THEN 'source' END::noun,
    CASE WHEN part[1] = 'forums' THEN part[2] END, CASE WHEN part[1] = 'forums' THEN part[3] END,
    CASE WHEN part[1] = 'forums' THEN part[5] ELSE part[2] END
  FROM meant
  ON CONFLICT DO NOTHING;
$$;
SELECT keep_links(array_agg(id), '') FROM record HAVING count(*) > 0;
