GRANT SELECT, INSERT ON draft_copies TO broadsheet_app;
