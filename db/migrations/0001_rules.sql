-- What the schema language cannot say: the view that readers' queries go through, the rules that keep history true,
-- and the rights of the role that the site runs under. The extensions are made before the first migration.

-- Views by month; the default partition takes what no month has been made for yet.
CREATE TABLE view_buckets_default PARTITION OF view_buckets DEFAULT;
--> statement-breakpoint
CREATE FUNCTION ensure_view_partitions(first_month date, last_month date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  month date := date_trunc('month', first_month);
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('ensure_view_partitions'));
  WHILE month <= last_month LOOP
    IF to_regclass('view_buckets_' || to_char(month, 'YYYY_MM')) IS NULL
       AND NOT EXISTS (SELECT FROM view_buckets_default
                       WHERE hour >= month::timestamp AT TIME ZONE 'UTC'
                         AND hour < (month + interval '1 month') AT TIME ZONE 'UTC') THEN
      EXECUTE format('CREATE TABLE view_buckets_%s PARTITION OF view_buckets FOR VALUES FROM (%L) TO (%L)',
        to_char(month, 'YYYY_MM'), month::timestamp AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
    END IF;
    month := month + interval '1 month';
  END LOOP;
END $$;
--> statement-breakpoint
SELECT ensure_view_partitions(current_date, (current_date + interval '2 months')::date);
--> statement-breakpoint

-- At most one publication of an article is in force at any moment.
ALTER TABLE publications ADD CONSTRAINT publications_no_overlap
  EXCLUDE USING gist (article_id WITH =, tstzrange(effective_from, effective_to) WITH &&);
--> statement-breakpoint

-- A publication that has taken effect is history: it can be ended or embargoed, not rewritten or removed.
CREATE FUNCTION keep_publication_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.effective_from > now() THEN
    RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a publication that has taken effect cannot be removed' USING ERRCODE = 'restrict_violation';
  END IF;
  IF (NEW.id, NEW.article_id, NEW.revision_id, NEW.section_id, NEW.slug, NEW.effective_from, NEW.first_published_at,
      NEW.substantive_update_at)
     IS DISTINCT FROM
     (OLD.id, OLD.article_id, OLD.revision_id, OLD.section_id, OLD.slug, OLD.effective_from, OLD.first_published_at,
      OLD.substantive_update_at)
     OR OLD.effective_to <= now() AND NEW.effective_to IS DISTINCT FROM OLD.effective_to THEN
    RAISE EXCEPTION 'a publication that has taken effect can only be ended or embargoed'
      USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publications_keep_history BEFORE UPDATE OR DELETE ON publications
  FOR EACH ROW EXECUTE FUNCTION keep_publication_history();
--> statement-breakpoint

-- A stub is a headline seen elsewhere; it never becomes public.
CREATE FUNCTION refuse_stub_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM articles WHERE id = NEW.article_id AND state = 'stub') THEN
    RAISE EXCEPTION 'a stub cannot be published' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER publications_refuse_stub BEFORE INSERT ON publications
  FOR EACH ROW EXECUTE FUNCTION refuse_stub_publication();
--> statement-breakpoint

-- The only way in which readers' queries see a story: the publication in force now, neither embargoed nor killed.
-- withdrawn_at is when the story is to leave the public altogether (no publication follows at that moment).
CREATE VIEW articles_public AS
SELECT
  p.article_id, p.id AS publication_id, p.revision_id, p.section_id, p.slug,
  p.first_published_at, p.substantive_update_at, p.effective_from, p.effective_to,
  CASE WHEN p.effective_to IS NOT NULL AND NOT EXISTS (
    SELECT FROM publications next WHERE next.article_id = p.article_id AND next.effective_from = p.effective_to
  ) THEN p.effective_to END AS withdrawn_at,
  a.kind, a.state = 'archived' AS archived,
  r.headline, r.kicker, r.standfirst, r.dateline_place, r.source_agency, r.source_url, r.licence, r.language,
  r.hero_asset_id, r.body_html, r.word_count, r.search
FROM publications p
JOIN articles a ON a.id = p.article_id AND a.state IN ('published', 'archived')
JOIN revisions r ON r.id = p.revision_id
WHERE p.effective_from <= now()
  AND (p.effective_to IS NULL OR p.effective_to > now())
  AND (p.embargo_until IS NULL OR p.embargo_until <= now());
--> statement-breakpoint

-- The role that the site runs under. It gets its password, and with it the right to sign in, after the migrations.
DO $$ BEGIN
  CREATE ROLE broadsheet_app NOLOGIN;
EXCEPTION WHEN duplicate_object THEN NULL;
END $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO broadsheet_app;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO broadsheet_app;
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO broadsheet_app;
--> statement-breakpoint
GRANT INSERT, UPDATE, DELETE ON
  sections, tags, bylines, media_assets, media_renditions, accounts, sessions, invitations, redirects, pins, settings,
  related, view_buckets, view_totals, tallies, purges, publications, publication_tags, publication_bylines
  TO broadsheet_app;
--> statement-breakpoint
GRANT INSERT, UPDATE ON articles, users, votes TO broadsheet_app;
--> statement-breakpoint
GRANT INSERT ON revisions, revision_tags, revision_bylines, article_addresses, vote_events, audit_log TO broadsheet_app;
--> statement-breakpoint
GRANT UPDATE (body_html, renderer_version) ON revisions TO broadsheet_app;
--> statement-breakpoint
REVOKE EXECUTE ON FUNCTION ensure_view_partitions(date, date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION ensure_view_partitions(date, date) TO broadsheet_app;
