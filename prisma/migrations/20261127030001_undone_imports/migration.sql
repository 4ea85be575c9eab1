-- The program's own role may only add to publication. What goes with the import that made it (publication_is_kept looks
-- at each row) is therefore taken away on behalf of the owner.
CREATE FUNCTION forget_publications(ids uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM publication WHERE record_id = ANY (ids);
$$;
