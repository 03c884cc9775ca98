CREATE TABLE "vote_quarantines" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"article_id" uuid NOT NULL,
	"network" text,
	"opened_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"decision" text,
	"decided_at" timestamp (6) with time zone,
	"decided_by" uuid,
	CONSTRAINT "vote_quarantines_once" UNIQUE("article_id","network"),
	CONSTRAINT "vote_quarantines_decision" CHECK ("vote_quarantines"."decision" in ('accepted', 'rejected')),
	CONSTRAINT "vote_quarantines_decided" CHECK (("vote_quarantines"."decision" is null) = ("vote_quarantines"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "vote_salts" (
	"day" date PRIMARY KEY NOT NULL,
	"salt" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "vote_seals" (
	"article_id" uuid NOT NULL,
	"day" date NOT NULL,
	"events" integer NOT NULL,
	"votes" integer NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vote_seals_article_id_day_pk" PRIMARY KEY("article_id","day"),
	CONSTRAINT "vote_seals_hashes" CHECK (length("vote_seals"."previous") = 64 and length("vote_seals"."hash") = 64)
);
--> statement-breakpoint
ALTER TABLE "vote_events" DROP CONSTRAINT "vote_events_intent";--> statement-breakpoint
ALTER TABLE "votes" ADD COLUMN "quarantine_id" uuid;--> statement-breakpoint
ALTER TABLE "vote_quarantines" ADD CONSTRAINT "vote_quarantines_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_quarantines" ADD CONSTRAINT "vote_quarantines_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_seals" ADD CONSTRAINT "vote_seals_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "vote_quarantines_open" ON "vote_quarantines" USING btree ("id") WHERE decision is null;--> statement-breakpoint
CREATE INDEX "vote_seals_day" ON "vote_seals" USING btree ("day");--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_quarantine_id_vote_quarantines_id_fk" FOREIGN KEY ("quarantine_id") REFERENCES "public"."vote_quarantines"("id") ON DELETE no action ON UPDATE no action NOT VALID;--> statement-breakpoint
ALTER TABLE "vote_events" ADD CONSTRAINT "vote_events_intent" CHECK ("vote_events"."intent" in ('vote', 'withdraw', 'vote_held', 'withdraw_held', 'hold', 'release')) NOT VALID;