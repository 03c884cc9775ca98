CREATE TABLE "sitemap_parts" (
	"month" date NOT NULL,
	"part" integer NOT NULL,
	"since" timestamp (6) with time zone NOT NULL,
	"since_article" uuid NOT NULL,
	CONSTRAINT "sitemap_parts_month_part_pk" PRIMARY KEY("month","part"),
	CONSTRAINT "sitemap_parts_part" CHECK ("sitemap_parts"."part" > 1)
);

--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON sitemap_parts TO broadsheet_app;
