-- What the desk lists a story by stands in its own row, so that every filter is one index scan: triggers keep it in
-- step with the words under way and with the newest revision. Both are written while the story's row is held.

UPDATE articles a SET headline = r.headline, section_id = r.section_id
  FROM (SELECT DISTINCT ON (article_id) article_id, headline, section_id FROM revisions ORDER BY article_id, number DESC) r
  WHERE r.article_id = a.id;
--> statement-breakpoint
UPDATE articles a SET
    headline = coalesce(d.content->>'headline', ''),
    section_id = (SELECT s.id FROM sections s WHERE s.id::text = d.content->>'sectionId')
  FROM article_drafts d WHERE d.article_id = a.id;
--> statement-breakpoint

CREATE FUNCTION list_by_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE articles SET headline = NEW.headline, section_id = NEW.section_id
    WHERE id = NEW.article_id AND (headline, section_id) IS DISTINCT FROM (NEW.headline, NEW.section_id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER revisions_list AFTER INSERT ON revisions FOR EACH ROW EXECUTE FUNCTION list_by_revision();
--> statement-breakpoint

-- A working copy may name a section that is no longer there, or none.
CREATE FUNCTION list_by_draft() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  listed text := coalesce(NEW.content->>'headline', '');
  section uuid := (SELECT s.id FROM sections s WHERE s.id = (NEW.content->>'sectionId')::uuid);
BEGIN
  UPDATE articles SET headline = listed, section_id = section
    WHERE id = NEW.article_id AND (headline, section_id) IS DISTINCT FROM (listed, section);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER article_drafts_list AFTER INSERT OR UPDATE OF content ON article_drafts
  FOR EACH ROW EXECUTE FUNCTION list_by_draft();
