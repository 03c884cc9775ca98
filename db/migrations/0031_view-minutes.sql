CREATE TABLE "view_minutes" (
	"minute" timestamp (6) with time zone NOT NULL,
	"article_id" uuid NOT NULL,
	"source" text NOT NULL,
	"human" integer DEFAULT 0 NOT NULL,
	"filtered" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "view_minutes_minute_article_id_source_pk" PRIMARY KEY("minute","article_id","source"),
	CONSTRAINT "view_minutes_source" CHECK ("view_minutes"."source" in ('search', 'social', 'assistant', 'site', 'own', 'direct')),
	CONSTRAINT "view_minutes_counts" CHECK ("view_minutes"."human" >= 0 and "view_minutes"."filtered" >= 0)
);
--> statement-breakpoint
CREATE TABLE "view_shares" (
	"part" text NOT NULL,
	"hour" timestamp (6) with time zone NOT NULL,
	"key" text NOT NULL,
	"human" integer DEFAULT 0 NOT NULL,
	"filtered" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "view_shares_part_hour_key_pk" PRIMARY KEY("part","hour","key"),
	CONSTRAINT "view_shares_part" CHECK ("view_shares"."part" in ('source', 'section', 'byline')),
	CONSTRAINT "view_shares_counts" CHECK ("view_shares"."human" >= 0 and "view_shares"."filtered" >= 0)
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON view_minutes TO broadsheet_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON view_shares TO broadsheet_app;
--> statement-breakpoint
-- What was counted in the last month before there were these tables, where nobody knows from where readers came.
INSERT INTO view_shares (part, hour, key, human, filtered)
SELECT share.part, b.hour, share.key, sum(b.human), sum(b.filtered)
FROM view_buckets b JOIN articles_public p USING (article_id)
CROSS JOIN LATERAL (
	SELECT 'source', 'direct'
	UNION ALL SELECT 'section', p.section_id::text
	UNION ALL SELECT 'byline', byline_id::text FROM publication_bylines pb WHERE pb.publication_id = p.publication_id
) AS share (part, key)
WHERE b.hour > now() - interval '31 days'
GROUP BY share.part, b.hour, share.key;
