-- What the schema language cannot say of the desk's tables, and rules that were missing.

UPDATE media_assets SET prepared_at = created_at
  WHERE EXISTS (SELECT FROM media_renditions WHERE asset_id = media_assets.id);
--> statement-breakpoint
ALTER TABLE media_renditions ADD CONSTRAINT media_renditions_size CHECK (width > 0 AND height > 0 AND bytes > 0) NOT VALID;
--> statement-breakpoint
ALTER TABLE media_renditions VALIDATE CONSTRAINT media_renditions_size;
--> statement-breakpoint

-- A publication shows a revision of its own story. A foreign key on two columns would need a second index on revisions.
CREATE FUNCTION refuse_foreign_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM revisions WHERE id = NEW.revision_id AND article_id = NEW.article_id) THEN
    RAISE EXCEPTION 'a publication shows a revision of its own article' USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publications_refuse_foreign_revision BEFORE INSERT OR UPDATE OF article_id, revision_id ON publications
  FOR EACH ROW EXECUTE FUNCTION refuse_foreign_revision();
--> statement-breakpoint

-- Sections are a tree: two moves at once could close a circle that neither sees, so they take turns.
CREATE FUNCTION refuse_section_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('refuse_section_circle'));
  IF EXISTS (
    WITH RECURSIVE above (id) AS (
      SELECT NEW.parent_id
      UNION
      SELECT s.parent_id FROM sections s JOIN above ON s.id = above.id WHERE s.parent_id IS NOT NULL
    )
    SELECT FROM above WHERE id = NEW.id
  ) THEN
    RAISE EXCEPTION 'a section cannot stand below itself' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'sections_no_circle';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER sections_refuse_circle BEFORE UPDATE OF parent_id ON sections
  FOR EACH ROW WHEN (NEW.parent_id <> NEW.id) EXECUTE FUNCTION refuse_section_circle();
--> statement-breakpoint

GRANT SELECT, INSERT, UPDATE, DELETE ON article_drafts, article_editors, password_resets TO broadsheet_app;
