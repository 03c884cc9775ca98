-- outside a transaction
DROP INDEX CONCURRENTLY IF EXISTS "audit_log_action";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "audit_log_action" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "audit_log_actor_action";--> statement-breakpoint
CREATE INDEX CONCURRENTLY "audit_log_actor_action" ON "audit_log" USING btree ("actor_id","action","id");
