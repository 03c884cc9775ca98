CREATE TABLE "articles" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text DEFAULT 'news' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"import_key" text,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "articles_import_key_unique" UNIQUE("import_key"),
	CONSTRAINT "articles_kind" CHECK ("articles"."kind" in ('news', 'report', 'analysis', 'background', 'opinion', 'review', 'live')),
	CONSTRAINT "articles_state" CHECK ("articles"."state" in ('stub', 'draft', 'in_review', 'published', 'archived', 'killed'))
);
--> statement-breakpoint
CREATE TABLE "revision_bylines" (
	"revision_id" uuid NOT NULL,
	"byline_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "revision_bylines_revision_id_byline_id_pk" PRIMARY KEY("revision_id","byline_id")
);
--> statement-breakpoint
CREATE TABLE "revision_tags" (
	"revision_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "revision_tags_revision_id_tag_id_pk" PRIMARY KEY("revision_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"section_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"headline" text NOT NULL,
	"kicker" text DEFAULT '' NOT NULL,
	"standfirst" text DEFAULT '' NOT NULL,
	"dateline_place" text DEFAULT '' NOT NULL,
	"source_agency" text DEFAULT '' NOT NULL,
	"source_url" text,
	"licence" text DEFAULT '' NOT NULL,
	"language" text DEFAULT 'en' NOT NULL,
	"hero_asset_id" uuid,
	"body" jsonb NOT NULL,
	"body_text" text NOT NULL,
	"body_html" text NOT NULL,
	"renderer_version" integer NOT NULL,
	"word_count" integer NOT NULL,
	"search_configuration" "regconfig" DEFAULT 'english' NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector(search_configuration, headline), 'A')
        || setweight(to_tsvector(search_configuration, standfirst), 'B')
        || setweight(to_tsvector(search_configuration, left(body_text, 250000)), 'D')) STORED,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "revisions_article_number" UNIQUE("article_id","number"),
	CONSTRAINT "revisions_headline_present" CHECK ("revisions"."headline" ~ '[^[:space:]]'),
	CONSTRAINT "revisions_slug_shape" CHECK ("revisions"."slug" <> '' and "revisions"."slug" !~ '[/?#[:space:]]'),
	CONSTRAINT "revisions_word_count" CHECK ("revisions"."word_count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"happened_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"request_id" text
);
--> statement-breakpoint
CREATE TABLE "bylines" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"handle" text NOT NULL,
	"name" text NOT NULL,
	"biography" text DEFAULT '' NOT NULL,
	"user_id" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bylines_handle_unique" UNIQUE("handle"),
	CONSTRAINT "bylines_handle_shape" CHECK ("bylines"."handle" <> '' and "bylines"."handle" !~ '[/?#[:space:]]')
);
--> statement-breakpoint
CREATE TABLE "media_assets" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"sha256" text NOT NULL,
	"storage_key" text NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"alt" text DEFAULT '' NOT NULL,
	"caption" text DEFAULT '' NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"focal_x" real DEFAULT 0.5 NOT NULL,
	"focal_y" real DEFAULT 0.5 NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "media_assets_sha256_unique" UNIQUE("sha256"),
	CONSTRAINT "media_assets_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "media_assets_size" CHECK ("media_assets"."width" > 0 and "media_assets"."height" > 0 and "media_assets"."bytes" > 0),
	CONSTRAINT "media_assets_focal" CHECK ("media_assets"."focal_x" between 0 and 1 and "media_assets"."focal_y" between 0 and 1)
);
--> statement-breakpoint
CREATE TABLE "media_renditions" (
	"asset_id" uuid NOT NULL,
	"format" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"storage_key" text NOT NULL,
	CONSTRAINT "media_renditions_asset_id_format_width_pk" PRIMARY KEY("asset_id","format","width"),
	CONSTRAINT "media_renditions_storage_key_unique" UNIQUE("storage_key"),
	CONSTRAINT "media_renditions_format" CHECK ("media_renditions"."format" in ('avif', 'webp', 'jpeg'))
);
--> statement-breakpoint
CREATE TABLE "pins" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"place" text NOT NULL,
	"article_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"starts_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp (6) with time zone,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "pins_once" UNIQUE("place","article_id"),
	CONSTRAINT "pins_place" CHECK ("pins"."place" in ('front', 'recommendation')),
	CONSTRAINT "pins_order" CHECK ("pins"."ends_at" > "pins"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "article_addresses" (
	"section_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"article_id" uuid NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "article_addresses_section_id_slug_pk" PRIMARY KEY("section_id","slug")
);
--> statement-breakpoint
CREATE TABLE "publication_bylines" (
	"publication_id" uuid NOT NULL,
	"byline_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"first_published_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "publication_bylines_publication_id_byline_id_pk" PRIMARY KEY("publication_id","byline_id")
);
--> statement-breakpoint
CREATE TABLE "publication_tags" (
	"publication_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"first_published_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "publication_tags_publication_id_tag_id_pk" PRIMARY KEY("publication_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"article_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"section_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"effective_from" timestamp (6) with time zone NOT NULL,
	"effective_to" timestamp (6) with time zone,
	"embargo_until" timestamp (6) with time zone,
	"first_published_at" timestamp (6) with time zone NOT NULL,
	"substantive_update_at" timestamp (6) with time zone,
	"created_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "publications_order" CHECK ("publications"."effective_to" > "publications"."effective_from"),
	CONSTRAINT "publications_update" CHECK ("publications"."substantive_update_at" >= "publications"."first_published_at")
);
--> statement-breakpoint
CREATE TABLE "purges" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "purges_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"tags" text[] NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "purges_kind" CHECK ("purges"."kind" in ('refresh', 'destroy'))
);
--> statement-breakpoint
CREATE TABLE "redirects" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"path" text NOT NULL,
	"target" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "redirects_path_unique" UNIQUE("path"),
	CONSTRAINT "redirects_paths" CHECK ("redirects"."path" like '/%' and "redirects"."target" ~ '^(/|https?://)'),
	CONSTRAINT "redirects_lead_elsewhere" CHECK ("redirects"."path" <> "redirects"."target")
);
--> statement-breakpoint
CREATE TABLE "related" (
	"article_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"related_id" uuid NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "related_article_id_position_pk" PRIMARY KEY("article_id","position"),
	CONSTRAINT "related_once" UNIQUE("article_id","related_id"),
	CONSTRAINT "related_not_itself" CHECK ("related"."article_id" <> "related"."related_id"),
	CONSTRAINT "related_reason" CHECK ("related"."reason" in ('tags', 'section'))
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"parent_id" uuid,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sections_slug_unique" UNIQUE("slug"),
	CONSTRAINT "sections_slug_shape" CHECK ("sections"."slug" <> '' and "sections"."slug" !~ '[/?#[:space:]]'),
	CONSTRAINT "sections_not_own_parent" CHECK ("sections"."parent_id" <> "sections"."id")
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp (6) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tags_slug_unique" UNIQUE("slug"),
	CONSTRAINT "tags_slug_shape" CHECK ("tags"."slug" <> '' and "tags"."slug" !~ '[/?#[:space:]]')
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"user_id" uuid NOT NULL,
	"type" text NOT NULL,
	"provider" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"refresh_token" text,
	"access_token" text,
	"expires_at" integer,
	"token_type" text,
	"scope" text,
	"id_token" text,
	"session_state" text,
	CONSTRAINT "accounts_provider_provider_account_id_pk" PRIMARY KEY("provider","provider_account_id")
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"role" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"accepted_at" timestamp (6) with time zone,
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('contributor', 'author', 'editor', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (6) with time zone NOT NULL,
	"ended_at" timestamp (6) with time zone
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" "citext" NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"suspended_at" timestamp (6) with time zone,
	"created_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_unique" UNIQUE("email"),
	CONSTRAINT "users_role" CHECK ("users"."role" in ('contributor', 'author', 'editor', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "view_buckets" (
	"article_id" uuid NOT NULL,
	"hour" timestamp (6) with time zone NOT NULL,
	"human" integer DEFAULT 0 NOT NULL,
	"filtered" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "view_buckets_article_id_hour_pk" PRIMARY KEY("article_id","hour"),
	CONSTRAINT "view_buckets_counts" CHECK ("view_buckets"."human" >= 0 and "view_buckets"."filtered" >= 0)
) PARTITION BY RANGE ("hour");
--> statement-breakpoint
CREATE TABLE "view_totals" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"human" bigint DEFAULT 0 NOT NULL,
	"filtered" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"votes" integer DEFAULT 0 NOT NULL,
	"imported_votes" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tallies_not_negative" CHECK ("tallies"."votes" >= 0 and "tallies"."imported_votes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "vote_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "vote_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" uuid NOT NULL,
	"voter_id" uuid NOT NULL,
	"intent" text NOT NULL,
	"happened_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vote_events_intent" CHECK ("vote_events"."intent" in ('vote', 'withdraw'))
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"article_id" uuid NOT NULL,
	"voter_id" uuid NOT NULL,
	"standing" boolean NOT NULL,
	"changed_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "votes_article_id_voter_id_pk" PRIMARY KEY("article_id","voter_id")
);
--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_bylines" ADD CONSTRAINT "revision_bylines_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_bylines" ADD CONSTRAINT "revision_bylines_byline_id_bylines_id_fk" FOREIGN KEY ("byline_id") REFERENCES "public"."bylines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_tags" ADD CONSTRAINT "revision_tags_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revision_tags" ADD CONSTRAINT "revision_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_hero_asset_id_media_assets_id_fk" FOREIGN KEY ("hero_asset_id") REFERENCES "public"."media_assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bylines" ADD CONSTRAINT "bylines_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_assets" ADD CONSTRAINT "media_assets_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_renditions" ADD CONSTRAINT "media_renditions_asset_id_media_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."media_assets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pins" ADD CONSTRAINT "pins_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_addresses" ADD CONSTRAINT "article_addresses_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_addresses" ADD CONSTRAINT "article_addresses_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_bylines" ADD CONSTRAINT "publication_bylines_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_bylines" ADD CONSTRAINT "publication_bylines_byline_id_bylines_id_fk" FOREIGN KEY ("byline_id") REFERENCES "public"."bylines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_tags" ADD CONSTRAINT "publication_tags_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publication_tags" ADD CONSTRAINT "publication_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related" ADD CONSTRAINT "related_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related" ADD CONSTRAINT "related_related_id_articles_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_parent_id_sections_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "settings" ADD CONSTRAINT "settings_changed_by_users_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_users_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "view_totals" ADD CONSTRAINT "view_totals_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tallies" ADD CONSTRAINT "tallies_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_changed" ON "articles" USING btree ("changed_at","id");--> statement-breakpoint
CREATE INDEX "revisions_search" ON "revisions" USING gin ("search");--> statement-breakpoint
CREATE INDEX "revisions_hero" ON "revisions" USING btree ("hero_asset_id");--> statement-breakpoint
CREATE INDEX "revisions_renderer" ON "revisions" USING btree ("renderer_version");--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject_kind","subject_id","id");--> statement-breakpoint
CREATE INDEX "audit_log_actor" ON "audit_log" USING btree ("actor_id","id");--> statement-breakpoint
CREATE INDEX "pins_place_position" ON "pins" USING btree ("place","position");--> statement-breakpoint
CREATE INDEX "article_addresses_article" ON "article_addresses" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "publication_bylines_list" ON "publication_bylines" USING btree ("byline_id","first_published_at","article_id");--> statement-breakpoint
CREATE INDEX "publication_tags_list" ON "publication_tags" USING btree ("tag_id","first_published_at","article_id");--> statement-breakpoint
CREATE INDEX "publications_article" ON "publications" USING btree ("article_id","effective_from");--> statement-breakpoint
CREATE INDEX "publications_revision" ON "publications" USING btree ("revision_id");--> statement-breakpoint
CREATE INDEX "publications_address" ON "publications" USING btree ("section_id","slug");--> statement-breakpoint
CREATE INDEX "publications_latest" ON "publications" USING btree ("first_published_at","article_id");--> statement-breakpoint
CREATE INDEX "publications_section" ON "publications" USING btree ("section_id","first_published_at","article_id");--> statement-breakpoint
CREATE INDEX "publications_from" ON "publications" USING btree ("effective_from");--> statement-breakpoint
CREATE INDEX "publications_to" ON "publications" USING btree ("effective_to") WHERE effective_to is not null;--> statement-breakpoint
CREATE INDEX "publications_embargo" ON "publications" USING btree ("embargo_until") WHERE embargo_until is not null;--> statement-breakpoint
CREATE INDEX "purges_created" ON "purges" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "related_of" ON "related" USING btree ("related_id");--> statement-breakpoint
CREATE INDEX "sections_parent" ON "sections" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "accounts_user" ON "accounts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "view_buckets_hour" ON "view_buckets" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "vote_events_article" ON "vote_events" USING btree ("article_id","id");