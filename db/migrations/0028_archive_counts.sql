CREATE TABLE "archive_counts" (
	"section_id" uuid NOT NULL,
	"unit" text NOT NULL,
	"since" timestamp (6) with time zone NOT NULL,
	"stories" integer NOT NULL,
	CONSTRAINT "archive_counts_section_id_unit_since_pk" PRIMARY KEY("section_id","unit","since"),
	CONSTRAINT "archive_counts_unit" CHECK ("archive_counts"."unit" in ('month', 'second'))
);
--> statement-breakpoint
CREATE TABLE "archive_steps" (
	"section_id" uuid NOT NULL,
	"since" timestamp (6) with time zone NOT NULL,
	"counts_from" timestamp (6) with time zone NOT NULL,
	"stories" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "archive_counts" ADD CONSTRAINT "archive_counts_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "archive_steps" ADD CONSTRAINT "archive_steps_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "archive_steps_section" ON "archive_steps" USING btree ("section_id","since");--> statement-breakpoint
CREATE INDEX "archive_steps_due" ON "archive_steps" USING btree ("counts_from");
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON archive_steps TO broadsheet_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON archive_counts TO broadsheet_app;
--> statement-breakpoint

-- What a publication adds to its archive when it comes into force, and takes from it when it ends.
CREATE FUNCTION archive_steps_of(
  published timestamptz, effective_from timestamptz, effective_to timestamptz, embargo_until timestamptz
) RETURNS TABLE (since timestamptz, counts_from timestamptz, stories integer) LANGUAGE sql STABLE AS $$
  SELECT
    CASE WHEN date_trunc('month', utc + interval '1 day') > date_trunc('month', utc - interval '1 day')
      THEN date_trunc('second', published)
      ELSE (date_trunc('month', utc) + interval '1 day') AT TIME ZONE 'UTC' END,
    CASE WHEN step.at <= now() THEN '-infinity' ELSE step.at END,
    step.stories
  FROM (SELECT published AT TIME ZONE 'UTC', greatest(effective_from, embargo_until)) AS shown (utc, at)
  CROSS JOIN LATERAL (VALUES (shown.at, 1), (effective_to, -1)) AS step (at, stories)
  WHERE step.at IS NOT NULL AND (effective_to IS NULL OR effective_to > shown.at)
$$;
--> statement-breakpoint

-- Rows are only added, so that no publication waits for another. The lock on the story lets a change of its state, which
-- counts its publications too, come before this one or after it. No statement may change both.
CREATE FUNCTION step_archive_by_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM FROM articles WHERE id IN (SELECT article_id FROM made) ORDER BY id FOR NO KEY UPDATE;
  ELSE
    PERFORM FROM articles WHERE id IN (SELECT article_id FROM gone) ORDER BY id FOR NO KEY UPDATE;
    INSERT INTO archive_steps (section_id, since, counts_from, stories)
    SELECT p.section_id, s.since, s.counts_from, -sum(s.stories)
    FROM gone p
    JOIN articles a ON a.id = p.article_id AND a.state IN ('published', 'archived')
    CROSS JOIN LATERAL archive_steps_of(p.first_published_at, p.effective_from, p.effective_to, p.embargo_until) s
    GROUP BY 1, 2, 3 HAVING sum(s.stories) <> 0;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO archive_steps (section_id, since, counts_from, stories)
    SELECT p.section_id, s.since, s.counts_from, sum(s.stories)
    FROM made p
    JOIN articles a ON a.id = p.article_id AND a.state IN ('published', 'archived')
    CROSS JOIN LATERAL archive_steps_of(p.first_published_at, p.effective_from, p.effective_to, p.embargo_until) s
    GROUP BY 1, 2, 3 HAVING sum(s.stories) <> 0;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER publications_step_archive_made AFTER INSERT ON publications
  REFERENCING NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION step_archive_by_publication();
--> statement-breakpoint
CREATE TRIGGER publications_step_archive_changed AFTER UPDATE ON publications
  REFERENCING OLD TABLE AS gone NEW TABLE AS made FOR EACH STATEMENT EXECUTE FUNCTION step_archive_by_publication();
--> statement-breakpoint
CREATE TRIGGER publications_step_archive_gone AFTER DELETE ON publications
  REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION step_archive_by_publication();
--> statement-breakpoint

-- A story that is killed or a draft again leaves its archive with all its publications, and comes back with them.
CREATE FUNCTION step_archive_by_state() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO archive_steps (section_id, since, counts_from, stories)
  SELECT p.section_id, s.since, s.counts_from,
    sum(s.stories) * CASE WHEN NEW.state IN ('published', 'archived') THEN 1 ELSE -1 END
  FROM publications p
  CROSS JOIN LATERAL archive_steps_of(p.first_published_at, p.effective_from, p.effective_to, p.embargo_until) s
  WHERE p.article_id = NEW.id
  GROUP BY 1, 2, 3 HAVING sum(s.stories) <> 0;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER articles_step_archive AFTER UPDATE OF state ON articles FOR EACH ROW
  WHEN ((OLD.state IN ('published', 'archived')) <> (NEW.state IN ('published', 'archived')))
  EXECUTE FUNCTION step_archive_by_state();
