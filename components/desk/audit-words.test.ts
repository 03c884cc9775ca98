import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actGroups, actionsOfKind, auditWords } from '#features/audit/model.ts';
import { detailWords, didWords } from './audit-words.ts';

test('whatever a command does is said in words, never by its name', () => {
  const names = globSync('features/*/commands/*.ts', { exclude: (path) => path.endsWith('.test.ts') })
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/defineCommand\(\{\s+name: '([^']+)'/g)])
    .map(([, name]) => name as string)
    // Saves as somebody types, and what only the machine does, leave no line.
    .filter((name) => !unlogged.has(name));
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => auditWords(name) === name)).toEqual([]);
  const offered = actGroups.flatMap(({ value }) => actionsOfKind(value));
  expect(
    names.filter((name) => !offered.includes(name)),
    'each can be asked for',
  ).toEqual([]);
});

const unlogged = new Set(['draft.save', 'draft.note-editor']);

const happenedAt = new Date('2026-11-23T02:51:00.000Z');

test('details leave out ids, lists, times that are over, and the name of the thing', () => {
  const details = {
    name: 'Ships',
    id: '0193a0f0-0000-7000-8000-000000000000',
    ids: ['a'],
    from: '2026-11-23T02:50:59.058Z',
    to: '2026-11-24T12:00:00.000Z',
    revision: 2,
    none: null,
  };
  const later = 'to: 24 Nov 2026, 13:00 CET · revision: 2';
  expect(detailWords({ details, happenedAt, subjectName: null }, 'Europe/Vienna')).toBe(`name: Ships · ${later}`);
  expect(detailWords({ details, happenedAt, subjectName: 'Ships' }, 'Europe/Vienna')).toBe(later);
});

test.each([
  ['article.publish', { from: '2026-11-23T02:50:59.990Z' }, 'published'],
  ['article.publish', { from: '2026-11-24T02:51:00.000Z' }, 'scheduled'],
  ['article.unpublish', { at: 'now' }, 'unpublished'],
  ['article.unpublish', { at: '2026-11-24T02:51:00.000Z' }, 'scheduled the end of'],
  ['article.embargo', { until: '2026-11-24T02:51:00.000Z' }, 'put under embargo'],
  ['article.embargo', { until: null }, 'lifted the embargo'],
  ['article.embargo', {}, 'lifted the embargo'],
])('%s with %j is said to have %s', (action, details, words) => {
  expect(didWords({ action, details, happenedAt })).toBe(words);
});
