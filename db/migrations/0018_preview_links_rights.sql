GRANT SELECT, INSERT, DELETE ON preview_links TO broadsheet_app;
--> statement-breakpoint
-- A link is ended, never opened again for longer or for another story.
GRANT UPDATE (ended_at) ON preview_links TO broadsheet_app;
