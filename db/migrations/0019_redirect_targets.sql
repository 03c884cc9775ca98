-- outside a transaction
DROP INDEX CONCURRENTLY IF EXISTS "redirects_target";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "redirects_target" ON "redirects" USING btree (("target" collate "C"));
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "vote_events_time";
--> statement-breakpoint
CREATE INDEX CONCURRENTLY "vote_events_time" ON "vote_events" USING brin ("happened_at");
