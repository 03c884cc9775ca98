import 'server-only';
import type { SQL } from 'drizzle-orm';
import type { z } from 'zod';
import { canArticle } from '#features/article/policy.ts';
import type { publishArticleInput } from '#features/article/schema.ts';
import type { Actor } from '#features/user/actor.ts';
import { Refusal } from '#lib/errors.ts';
import type { LockedArticle, PublicationWindow } from './lock-article.ts';

type Input = z.output<typeof publishArticleInput>;

/** What readers are told of when a story was published and changed: by the clock, unless it came with dates of its own. */
export function publicationDates(input: Input, windows: readonly PublicationWindow[], from: Date | SQL) {
  const before = windows.filter(({ standing }) => standing !== 'future').at(-1);
  if (!before) {
    return {
      firstPublishedAt: input.firstPublishedAt ?? from,
      dateIs: input.firstPublishedAt ? input.dateIs : 'original',
      substantiveUpdateAt: input.updatedAt ?? null,
    };
  }
  return {
    firstPublishedAt: before.firstPublishedAt,
    dateIs: before.dateIs,
    substantiveUpdateAt: input.updatedAt ?? (input.substantive ? from : before.substantiveUpdateAt),
  };
}

/**
 * Dates that are not the clock's: an editor may say when copy was first published elsewhere; when it was changed since is
 * believed of imports alone, since a reader could be told that a change made now is an old one.
 */
export function refuseForeignDates(
  actor: Actor,
  article: LockedArticle,
  input: Input,
  windows: readonly PublicationWindow[],
  from: Date,
): void {
  if (input.firstPublishedAt && !canArticle(actor, 'embargo', article)) {
    throw new Refusal('forbidden', 'Only an editor may set the date of first publication.');
  }
  if (input.updatedAt && actor.kind !== 'system') {
    throw new Refusal('forbidden', 'Only an import may set the date of an update.');
  }
  if (input.firstPublishedAt && input.firstPublishedAt > from) {
    throw new Refusal('invalid', 'The date of first publication lies in the future.', {
      firstPublishedAt: 'The date of first publication lies in the future.',
    });
  }
  const first = publicationDates(input, windows, from).firstPublishedAt;
  if (input.updatedAt && (input.updatedAt > from || input.updatedAt < first)) {
    throw new Refusal('invalid', 'The date of the update lies before the first publication or in the future.', {
      updatedAt: 'The date of the update lies before the first publication or in the future.',
    });
  }
}
