import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { actGroups, actionsOfKind, auditWords } from '#features/audit/model.ts';
import { detailWords } from './audit-words.ts';

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

test('details leave out ids, lists, times for machines, and the name of the thing', () => {
  const details = {
    name: 'Ships',
    id: '0193a0f0-0000-7000-8000-000000000000',
    ids: ['a'],
    from: '2026-11-23T02:51:01.058Z',
    revision: 2,
    none: null,
  };
  expect(detailWords(details, null)).toBe('name: Ships · revision: 2');
  expect(detailWords(details, 'Ships')).toBe('revision: 2');
});
