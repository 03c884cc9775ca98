ALTER TABLE "related" DROP CONSTRAINT "related_reason";--> statement-breakpoint
ALTER TABLE "related" ADD COLUMN "score" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "related" DROP COLUMN "reason";