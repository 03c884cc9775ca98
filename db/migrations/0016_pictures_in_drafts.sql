-- outside a transaction
DROP INDEX CONCURRENTLY IF EXISTS "article_drafts_pictures";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "article_drafts_pictures" ON "article_drafts" USING gin (jsonb_path_query_array("content", '$.**.assetId'));--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "article_drafts_hero";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "article_drafts_hero" ON "article_drafts" USING btree (("content"->>'heroAssetId'));--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "draft_copies_pictures";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "draft_copies_pictures" ON "draft_copies" USING gin (jsonb_path_query_array("content", '$.**.assetId'));--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "draft_copies_hero";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "draft_copies_hero" ON "draft_copies" USING btree (("content"->>'heroAssetId'));--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "draft_copies_replaced";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "draft_copies_replaced" ON "draft_copies" USING btree ("replaced_at");
