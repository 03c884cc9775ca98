CREATE TABLE "rankings" (
	"section_id" uuid,
	"span" text NOT NULL,
	"position" integer NOT NULL,
	"article_id" uuid NOT NULL,
	"views" integer NOT NULL,
	CONSTRAINT "rankings_place" UNIQUE NULLS NOT DISTINCT("section_id","span","position"),
	CONSTRAINT "rankings_span" CHECK ("rankings"."span" in ('hour', 'day', 'week')),
	CONSTRAINT "rankings_views" CHECK ("rankings"."views" > 0)
);
--> statement-breakpoint
ALTER TABLE "rankings" ADD CONSTRAINT "rankings_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rankings" ADD CONSTRAINT "rankings_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rankings_article" ON "rankings" USING btree ("article_id");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rankings TO broadsheet_app;
