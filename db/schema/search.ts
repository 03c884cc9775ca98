import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, searchVector } from './columns.ts';
import { publications } from './publication.ts';

/**
 * What the readers' search looks in: a row a publication, narrow beside a revision's. It may hold what is not public yet
 * or any more: what is found is asked of articles_public.
 */
export const searchEntries = pgTable(
  'search_entries',
  {
    publicationId: uuid('publication_id')
      .primaryKey()
      .references(() => publications.id, { onDelete: 'cascade' }),
    articleId: uuid('article_id').notNull(),
    firstPublishedAt: moment('first_published_at').notNull(),
    /** The words, and after `#` the ids of its section, tags and bylines, and its month (UTC) such as `2026-11`. */
    search: searchVector('search').notNull(),
  },
  (table) => [
    index('search_entries_newest').on(table.firstPublishedAt, table.articleId),
    index('search_entries_words').using('gin', table.search),
  ],
);

/** The words of headlines and standfirsts, for who types one wrongly. None is offered that finds nothing public. */
export const searchWords = pgTable('search_words', { word: text('word').primaryKey() }, (table) => [
  index('search_words_alike').using('gist', sql`${table.word} gist_trgm_ops`),
]);
