-- A pair that is no longer of one name stays: it may have been found by a session too, and what neither holds is not shown.
CREATE OR REPLACE FUNCTION keep_name_pairs(ids uuid[]) RETURNS void LANGUAGE sql AS $$
  SELECT FROM likely_pair WHERE (first_id = ANY(ids) OR second_id = ANY(ids)) AND is_by_name AND not_same_at IS NULL
    ORDER BY first_id, second_id FOR UPDATE;
  UPDATE likely_pair SET is_by_name = false WHERE (first_id = ANY(ids) OR second_id = ANY(ids)) AND is_by_name AND not_same_at IS NULL;
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
  SELECT DISTINCT least(id, other_id), greatest(id, other_id), noun, true FROM alike WHERE n <= 20 ORDER BY 1, 2
  ON CONFLICT (first_id, second_id) DO UPDATE SET is_by_name = true;
$$;
