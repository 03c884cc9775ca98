import { expect, test } from 'vitest';
import type { DeskArticle } from '#features/article/desk-queries.ts';
import { named, standingOf } from './standing.ts';

const story: DeskArticle = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  state: 'published',
  standing: 'published',
  address: '/world/wörter',
  version: 2,
  headline: 'Words',
  appearsAt: null,
  leavesAt: null,
  embargoUntil: null,
};
const moment = new Date('2026-12-01T06:00:00Z');
const url = 'https://news.example/world/w%C3%B6rter';

test.each<[Partial<DeskArticle>, string]>([
  [{}, `readers see it at ${url}`],
  [{ leavesAt: moment }, `readers see it at ${url} until 2026-12-01T06:00:00.000Z`],
  [{ standing: 'scheduled', appearsAt: moment }, `readers will see it at ${url} from 2026-12-01T06:00:00.000Z`],
  [
    { standing: 'embargoed', embargoUntil: moment },
    `nobody sees it before 2026-12-01T06:00:00.000Z, then it is at ${url}`,
  ],
  [{ standing: 'archived' }, `it stays readable at ${url}, off the fronts and rankings`],
  [{ standing: 'draft' }, `nobody sees it, and ${url} answers 410`],
  [{ standing: 'draft', address: null }, 'it is a draft, and readers do not see it'],
  [{ standing: 'killed' }, `${url} answers 410, and it cannot be published again`],
  [{ standing: 'killed', address: null }, 'it cannot be published any more'],
])('a story that is %j stands so that %s', (given, sentence) => {
  expect(standingOf({ ...story, ...given }, 'https://news.example')).toBe(sentence);
});

test('a story is named by its headline and its id', () => {
  expect(named(story)).toBe('“Words” (0199aaaa-0000-7000-8000-000000000001)');
});
