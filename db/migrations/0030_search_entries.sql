CREATE TABLE "search_entries" (
	"publication_id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"first_published_at" timestamp (6) with time zone NOT NULL,
	"search" "tsvector" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entries_newest" ON "search_entries" USING btree ("first_published_at","article_id");--> statement-breakpoint
CREATE INDEX "search_entries_words" ON "search_entries" USING gin ("search");--> statement-breakpoint
CREATE INDEX "search_words_alike" ON "search_words" USING gist ("word" gist_trgm_ops);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON search_entries TO broadsheet_app;--> statement-breakpoint
GRANT SELECT, INSERT ON search_words TO broadsheet_app;
