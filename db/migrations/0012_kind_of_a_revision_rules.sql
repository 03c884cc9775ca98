-- outside a transaction
-- A revision is what it was when it was written: of its story's kind, which until now was the same for all of them.
UPDATE revisions r SET kind = a.kind FROM articles a WHERE a.id = r.article_id AND a.kind <> 'news' AND r.kind = 'news';
--> statement-breakpoint
ALTER TABLE revisions VALIDATE CONSTRAINT revisions_kind;
