ALTER TABLE votes VALIDATE CONSTRAINT votes_quarantine_id_vote_quarantines_id_fk;
--> statement-breakpoint
ALTER TABLE vote_events VALIDATE CONSTRAINT vote_events_intent;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON vote_quarantines TO broadsheet_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON vote_salts TO broadsheet_app;
--> statement-breakpoint
-- What is sealed stays as it is.
GRANT SELECT, INSERT ON vote_seals TO broadsheet_app;
