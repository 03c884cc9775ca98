ALTER TABLE "revisions" ADD COLUMN "kind" text DEFAULT 'news' NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_kind" CHECK ("revisions"."kind" in ('news', 'report', 'analysis', 'background', 'opinion', 'review', 'live')) NOT VALID;
