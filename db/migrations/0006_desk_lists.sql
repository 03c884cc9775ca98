ALTER TABLE "articles" ADD COLUMN "headline" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "section_id" uuid;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_written" ON "articles" USING btree ("changed_at","id") WHERE state <> 'stub';--> statement-breakpoint
CREATE INDEX "articles_state" ON "articles" USING btree ("state","changed_at","id");--> statement-breakpoint
CREATE INDEX "articles_section" ON "articles" USING btree ("section_id","changed_at","id");--> statement-breakpoint
CREATE INDEX "articles_section_state" ON "articles" USING btree ("section_id","state","changed_at","id");--> statement-breakpoint
CREATE INDEX "articles_mine" ON "articles" USING btree ("created_by","changed_at","id");--> statement-breakpoint
CREATE INDEX "articles_headline" ON "articles" USING gin (to_tsvector('simple', "headline"));--> statement-breakpoint
CREATE INDEX "bylines_by_name" ON "bylines" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "bylines_find" ON "bylines" USING gin ("name" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "tags_by_name" ON "tags" USING btree (lower("name"),"id");--> statement-breakpoint
CREATE INDEX "tags_find" ON "tags" USING gin ("name" gin_trgm_ops);