CREATE TABLE "vote_hours" (
	"hour" timestamp (6) with time zone PRIMARY KEY NOT NULL,
	"votes" integer NOT NULL
);
--> statement-breakpoint
GRANT SELECT, INSERT ON vote_hours TO broadsheet_app;
--> statement-breakpoint
-- What an event of the votes' history adds to the tally.
CREATE FUNCTION tally_change(intent text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE WHEN intent IN ('vote', 'release') THEN 1 WHEN intent IN ('withdraw', 'hold') THEN -1 ELSE 0 END
$$;
--> statement-breakpoint
-- The days that were sealed before there was this table.
INSERT INTO vote_hours (hour, votes)
SELECT date_trunc('hour', happened_at, 'UTC'), sum(tally_change(intent)) FROM vote_events
WHERE happened_at < (SELECT max(day) + 1 FROM vote_seals)::timestamp AT TIME ZONE 'UTC' GROUP BY 1;
