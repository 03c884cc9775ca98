ALTER TABLE "revisions" ADD COLUMN "canonical" text DEFAULT 'self' NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_canonical" CHECK ("revisions"."canonical" in ('self', 'noindex') or ("revisions"."canonical" = 'source' and "revisions"."source_url" is not null)) NOT VALID;--> statement-breakpoint
CREATE OR REPLACE VIEW articles_public AS
SELECT
  p.article_id, p.id AS publication_id, p.revision_id, p.section_id, p.slug,
  p.first_published_at, p.substantive_update_at, p.effective_from, p.effective_to,
  CASE WHEN p.effective_to IS NOT NULL AND NOT EXISTS (
    SELECT FROM publications next WHERE next.article_id = p.article_id AND next.effective_from = p.effective_to
  ) THEN p.effective_to END AS withdrawn_at,
  r.kind, a.state = 'archived' AS archived,
  r.headline, r.kicker, r.standfirst, r.dateline_place, r.source_agency, r.source_url, r.licence, r.language,
  r.hero_asset_id, r.body_html, r.word_count, r.search, p.date_is,
  r.canonical
FROM publications p
JOIN articles a ON a.id = p.article_id AND a.state IN ('published', 'archived')
JOIN revisions r ON r.id = p.revision_id
WHERE p.effective_from <= now()
  AND (p.effective_to IS NULL OR p.effective_to > now())
  AND (p.embargo_until IS NULL OR p.embargo_until <= now());
