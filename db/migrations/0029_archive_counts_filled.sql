-- What is public already, in one statement and so at one moment: what was published since the triggers were made is in
-- both, and gives way; what is being published now is in neither, and comes by its trigger. Nobody waits for it.
WITH counted_twice AS (DELETE FROM archive_steps)
INSERT INTO archive_steps (section_id, since, counts_from, stories)
SELECT p.section_id, s.since, s.counts_from, sum(s.stories)
FROM publications p
JOIN articles a ON a.id = p.article_id AND a.state IN ('published', 'archived')
CROSS JOIN LATERAL archive_steps_of(p.first_published_at, p.effective_from, p.effective_to, p.embargo_until) s
GROUP BY 1, 2, 3 HAVING sum(s.stories) <> 0;
