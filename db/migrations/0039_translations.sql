CREATE TABLE "translations" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"set_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "translations_set" ON "translations" USING btree ("set_id");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON translations TO broadsheet_app;
