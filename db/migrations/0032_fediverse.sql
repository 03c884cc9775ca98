CREATE TABLE "fediverse_activities" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"byline_id" uuid,
	"article_id" uuid,
	"round" integer,
	"follow" jsonb,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fediverse_activities_kind" CHECK ("fediverse_activities"."kind" in ('accept', 'create', 'update', 'delete', 'announce', 'undo')),
	CONSTRAINT "fediverse_activities_follow" CHECK (("fediverse_activities"."kind" = 'accept') = ("fediverse_activities"."follow" is not null)),
	CONSTRAINT "fediverse_activities_story" CHECK (("fediverse_activities"."kind" <> 'accept') = ("fediverse_activities"."article_id" is not null and "fediverse_activities"."round" is not null))
);
--> statement-breakpoint
CREATE TABLE "fediverse_deliveries" (
	"activity_id" uuid NOT NULL,
	"inbox" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"status" integer,
	"answer" text DEFAULT '' NOT NULL,
	"changed_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fediverse_deliveries_activity_id_inbox_pk" PRIMARY KEY("activity_id","inbox"),
	CONSTRAINT "fediverse_deliveries_state" CHECK ("fediverse_deliveries"."state" in ('waiting', 'taken', 'refused', 'failed', 'dropped'))
);
--> statement-breakpoint
CREATE TABLE "fediverse_followers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"byline_id" uuid,
	"follower" text NOT NULL,
	"inbox" text NOT NULL,
	"shared_inbox" text,
	"follow" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fediverse_followers_once" UNIQUE NULLS NOT DISTINCT("byline_id","follower")
);
--> statement-breakpoint
CREATE TABLE "fediverse_inboxes" (
	"inbox" text PRIMARY KEY NOT NULL,
	"taken_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fediverse_key" (
	"only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"public_key" text NOT NULL,
	"sealed_private_key" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "fediverse_key_only" CHECK ("fediverse_key"."only")
);
--> statement-breakpoint
CREATE TABLE "fediverse_received" (
	"activity" text PRIMARY KEY NOT NULL,
	"received_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fediverse_stories" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"round" integer DEFAULT 1 NOT NULL,
	"publication_id" uuid,
	"edited_at" timestamp (6) with time zone
);
--> statement-breakpoint
ALTER TABLE "fediverse_activities" ADD CONSTRAINT "fediverse_activities_byline_id_bylines_id_fk" FOREIGN KEY ("byline_id") REFERENCES "public"."bylines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fediverse_activities" ADD CONSTRAINT "fediverse_activities_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fediverse_deliveries" ADD CONSTRAINT "fediverse_deliveries_activity_id_fediverse_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."fediverse_activities"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fediverse_followers" ADD CONSTRAINT "fediverse_followers_byline_id_bylines_id_fk" FOREIGN KEY ("byline_id") REFERENCES "public"."bylines"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fediverse_stories" ADD CONSTRAINT "fediverse_stories_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fediverse_stories" ADD CONSTRAINT "fediverse_stories_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fediverse_activities_article" ON "fediverse_activities" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "fediverse_activities_created" ON "fediverse_activities" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "fediverse_deliveries_changed" ON "fediverse_deliveries" USING btree ("changed_at");--> statement-breakpoint
CREATE INDEX "fediverse_deliveries_inbox" ON "fediverse_deliveries" USING btree ("inbox","changed_at");--> statement-breakpoint
CREATE INDEX "fediverse_followers_inbox" ON "fediverse_followers" USING btree ("inbox");--> statement-breakpoint
CREATE INDEX "fediverse_received_at" ON "fediverse_received" USING btree ("received_at");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON fediverse_key TO broadsheet_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON fediverse_followers TO broadsheet_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON fediverse_stories TO broadsheet_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON fediverse_activities TO broadsheet_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON fediverse_deliveries TO broadsheet_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON fediverse_inboxes TO broadsheet_app;--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON fediverse_received TO broadsheet_app;
