import { index, pgTable, uuid } from 'drizzle-orm/pg-core';
import { articles } from './article.ts';
import { createdAt, identity, moment } from './columns.ts';
import { users } from './user.ts';

/** A link under which anybody sees a story's newest words until it runs out or is ended. Its secret is its signature. */
export const previewLinks = pgTable(
  'preview_links',
  {
    id: identity(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    /** Whose rights it has; null for the machine itself. */
    createdBy: uuid('created_by').references(() => users.id),
    createdAt: createdAt(),
    expiresAt: moment('expires_at').notNull(),
    /** When somebody ended it before its time. */
    endedAt: moment('ended_at'),
  },
  (table) => [
    index('preview_links_article').on(table.articleId, table.expiresAt),
    index('preview_links_expiry').on(table.expiresAt),
  ],
);
