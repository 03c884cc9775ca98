CREATE TABLE "co_reads" (
	"article_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"readers" integer NOT NULL,
	"last_on" date NOT NULL,
	CONSTRAINT "co_reads_article_id_other_id_pk" PRIMARY KEY("article_id","other_id"),
	CONSTRAINT "co_reads_two" CHECK ("co_reads"."article_id" <> "co_reads"."other_id"),
	CONSTRAINT "co_reads_readers" CHECK ("co_reads"."readers" >= 5)
);
--> statement-breakpoint
ALTER TABLE "pins" DROP CONSTRAINT "pins_place";--> statement-breakpoint
ALTER TABLE "co_reads" ADD CONSTRAINT "co_reads_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "co_reads" ADD CONSTRAINT "co_reads_other_id_articles_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "co_reads_most" ON "co_reads" USING btree ("article_id","readers");--> statement-breakpoint
CREATE INDEX "co_reads_other" ON "co_reads" USING btree ("other_id");--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_place" CHECK ("pins"."place" in ('front', 'recommendation', 'unrecommended')) NOT VALID;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON co_reads TO broadsheet_app;
