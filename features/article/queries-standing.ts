import 'server-only';
import { type SQL, sql } from 'drizzle-orm';
import { articles } from '#db/schema/article.ts';
import type { Standing } from './model-desk-list.ts';

/** How an article stands by the clock, where `isPublic` says whether readers see it; for a select from `articles`. */
export const standingBy = (isPublic: SQL): SQL<Standing> => sql<Standing>`case
  when ${articles}.state not in ('published', 'archived') or ${isPublic} then ${articles}.state
  when exists (select from publications p where p.article_id = ${articles}.id and p.embargo_until > now()) then 'embargoed'
  when exists (select from publications p where p.article_id = ${articles}.id and p.effective_from > now()) then 'scheduled'
  else 'withdrawn' end`;
