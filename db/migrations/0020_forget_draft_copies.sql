-- The site cannot remove copies at will. What nobody will want to restore any more goes: replaced a quarter of a year
-- ago, with ten younger copies of the same story. Returns how many went, `most` at once.
CREATE FUNCTION forget_draft_copies(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  gone integer;
BEGIN
  DELETE FROM draft_copies WHERE id IN (
    SELECT c.id FROM draft_copies c
    WHERE c.replaced_at < now() - interval '90 days'
      AND 10 = (SELECT count(*) FROM (
        SELECT FROM draft_copies younger
        WHERE younger.article_id = c.article_id AND younger.version > c.version LIMIT 10) counted)
    ORDER BY c.replaced_at LIMIT most);
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION forget_draft_copies(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION forget_draft_copies(integer) TO broadsheet_app;
