import { index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';

/** Which stories say the same in other languages: all of one set. A story without translations has no row. */
export const translations = pgTable(
  'translations',
  {
    articleId: uuid('article_id')
      .primaryKey()
      .references(() => articles.id, { onDelete: 'cascade' }),
    setId: uuid('set_id').notNull(),
  },
  (table) => [index('translations_set').on(table.setId)],
);
