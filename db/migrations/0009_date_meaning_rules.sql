ALTER TABLE publications VALIDATE CONSTRAINT publications_date_is;
--> statement-breakpoint

-- Copied pages say when they were copied, not when their story was first published; those that came in until now too.
UPDATE publications p SET date_is = 'copied'
  FROM articles a WHERE a.id = p.article_id AND a.import_key LIKE 'scraped-page:%';
--> statement-breakpoint

-- What the date means is history like the date itself.
CREATE OR REPLACE FUNCTION keep_publication_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.effective_from > now() THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a publication that has taken effect cannot be removed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.article_id, NEW.revision_id, NEW.section_id, NEW.slug, NEW.effective_from, NEW.first_published_at,
      NEW.date_is, NEW.substantive_update_at)
     IS DISTINCT FROM
     (OLD.id, OLD.article_id, OLD.revision_id, OLD.section_id, OLD.slug, OLD.effective_from, OLD.first_published_at,
      OLD.date_is, OLD.substantive_update_at)
     OR OLD.effective_to <= now() AND NEW.effective_to IS DISTINCT FROM OLD.effective_to THEN
    RAISE EXCEPTION 'a publication that has taken effect can only be ended or embargoed'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint

CREATE OR REPLACE VIEW articles_public AS
SELECT
  p.article_id, p.id AS publication_id, p.revision_id, p.section_id, p.slug,
  p.first_published_at, p.substantive_update_at, p.effective_from, p.effective_to,
  CASE WHEN p.effective_to IS NOT NULL AND NOT EXISTS (
    SELECT FROM publications next WHERE next.article_id = p.article_id AND next.effective_from = p.effective_to
  ) THEN p.effective_to END AS withdrawn_at,
  a.kind, a.state = 'archived' AS archived,
  r.headline, r.kicker, r.standfirst, r.dateline_place, r.source_agency, r.source_url, r.licence, r.language,
  r.hero_asset_id, r.body_html, r.word_count, r.search, p.date_is
FROM publications p
JOIN articles a ON a.id = p.article_id AND a.state IN ('published', 'archived')
JOIN revisions r ON r.id = p.revision_id
WHERE p.effective_from <= now()
  AND (p.effective_to IS NULL OR p.effective_to > now())
  AND (p.embargo_until IS NULL OR p.embargo_until <= now());
