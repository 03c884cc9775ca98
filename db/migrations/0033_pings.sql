CREATE TABLE "ping_addresses" (
	"ping_id" uuid NOT NULL,
	"address" text NOT NULL,
	"settled" boolean DEFAULT false NOT NULL,
	CONSTRAINT "ping_addresses_ping_id_address_pk" PRIMARY KEY("ping_id","address")
);
--> statement-breakpoint
CREATE TABLE "pings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"channel" text NOT NULL,
	"endpoint" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"count" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"status" integer,
	"problem" text,
	"opened_at" timestamp (6) with time zone DEFAULT now() NOT NULL,
	"begun_at" timestamp (6) with time zone,
	"answered_at" timestamp (6) with time zone,
	CONSTRAINT "pings_channel" CHECK ("pings"."channel" in ('indexNow', 'webSub')),
	CONSTRAINT "pings_state" CHECK ("pings"."state" in ('waiting', 'accepted', 'refused', 'abandoned')),
	CONSTRAINT "pings_accepted" CHECK ("pings"."accepted" between 0 and "pings"."count")
);
--> statement-breakpoint
ALTER TABLE "ping_addresses" ADD CONSTRAINT "ping_addresses_ping_id_pings_id_fk" FOREIGN KEY ("ping_id") REFERENCES "public"."pings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pings_open" ON "pings" USING btree ("channel") WHERE begun_at is null;--> statement-breakpoint
CREATE INDEX "pings_opened" ON "pings" USING btree ("opened_at");--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON pings TO broadsheet_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ping_addresses TO broadsheet_app;
