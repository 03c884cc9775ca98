-- The site cannot delete stories at will. One that no reader has ever been able to see may go, with all its versions:
-- it has no publication, past or planned. Tells whether it went.
CREATE FUNCTION delete_unseen_article(doomed uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM FROM articles WHERE id = doomed AND state IN ('draft', 'in_review') FOR UPDATE;
  IF NOT FOUND OR EXISTS (SELECT FROM publications WHERE article_id = doomed) THEN
    RETURN false;
  END IF;
  DELETE FROM pins WHERE article_id = doomed;
  DELETE FROM related WHERE article_id = doomed OR related_id = doomed;
  DELETE FROM article_addresses WHERE article_id = doomed;
  DELETE FROM revision_tags USING revisions r WHERE revision_id = r.id AND r.article_id = doomed;
  DELETE FROM revision_bylines USING revisions r WHERE revision_id = r.id AND r.article_id = doomed;
  DELETE FROM revisions WHERE article_id = doomed;
  DELETE FROM articles WHERE id = doomed;
  RETURN true;
END $$;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION delete_unseen_article(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION delete_unseen_article(uuid) TO broadsheet_app;
