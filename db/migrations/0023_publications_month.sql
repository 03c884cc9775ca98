-- outside a transaction
DROP INDEX CONCURRENTLY IF EXISTS "publications_month";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "publications_month" ON "publications" USING btree ((date_trunc('month', "first_published_at" at time zone 'UTC')),"effective_from");