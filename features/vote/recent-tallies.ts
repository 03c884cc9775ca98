import 'server-only';
import { LRUCache } from 'lru-cache';
import { processWide } from '#lib/global.ts';
import type { Tally } from './dto.ts';
import { readTally } from './queries.ts';

/** Milliseconds for which a tally is told again without asking the database. */
export const tallyHolds = 1000;

/** One for the process: votes come in by Next's part of it too. Each tally is as old as the moment when it was asked for. */
const recent = () =>
  processWide('recent-tallies', () => new LRUCache<string, Promise<Tally | null>>({ max: 10_000, ttl: tallyHolds }));

/** The tally of a public story, a second old at most, or null where there is none; whoever asks at once asks once. */
export function recentTally(articleId: string): Promise<Tally | null> {
  const kept = recent().get(articleId);
  if (kept) return kept;
  const asked = readTally(articleId);
  recent().set(articleId, asked);
  asked.catch(() => recent().peek(articleId) === asked && recent().delete(articleId));
  return asked;
}

/** Notes the tally that a committed vote has made, so that nobody who has voted is told an older one. */
export function noteTally({ articleId, votes, importedVotes }: Tally): void {
  recent().set(articleId, Promise.resolve({ articleId, votes, importedVotes }));
}
