-- As before, but what is gone is taken out of the search index in larger parts: each part writes the counts of its words
-- anew, and one transaction that does so often with the same words finds each more slowly than the time before. Half of
-- what undoing a large import took.
--
-- And what the indexes of many keys keep in the order it came, every search reads from one end to the other: 4 MB of it,
-- as is usual, is more work than all else of most searches, and what a dozen documents leave is felt. So it is put in
-- order by whoever wrote it: as it comes, where there is much, and at the end.

CREATE OR REPLACE FUNCTION search_apply(most int DEFAULT 2000) RETURNS int LANGUAGE plpgsql
SET plan_cache_mode = force_generic_plan SET gin_pending_list_limit = '64kB' AS $$
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
    FROM ordered GROUP BY kind, is_gone OR n <= most, is_gone, (n - 1) / CASE WHEN is_gone THEN 5000 ELSE 200 END ORDER BY 2 DESC, min(n)
  LOOP
    IF work.is_now THEN
      PERFORM search_refresh(work.kind, work.ids);
      done := done + cardinality(work.ids);
    ELSE
      INSERT INTO search_stale (kind, record_id, reach) SELECT work.kind, unnest(work.ids), 'later';
    END IF;
  END LOOP;
  IF done > 0 THEN PERFORM settle_indexes(); END IF;
  RETURN done;
END $$;
