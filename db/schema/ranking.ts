import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rankingSpans } from '#lib/vocabulary.ts';
import { articles } from './article.ts';
import { sections } from './section.ts';

/** What people read most, best first: of the site (no section) and of each section with those under it. */
export const rankings = pgTable(
  'rankings',
  {
    sectionId: uuid('section_id').references(() => sections.id, { onDelete: 'cascade' }),
    span: text('span', { enum: rankingSpans }).notNull(),
    position: integer('position').notNull(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id),
    /** Within the span, each counted as one. */
    views: integer('views').notNull(),
  },
  (table) => [
    unique('rankings_place').on(table.sectionId, table.span, table.position).nullsNotDistinct(),
    index('rankings_article').on(table.articleId),
    check('rankings_span', sql`${table.span} in ('hour', 'day', 'week')`),
    check('rankings_views', sql`${table.views} > 0`),
  ],
);
