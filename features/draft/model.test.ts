import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, differingFields, judgeSave, mergeVersions } from './model.ts';
import { draftContent } from './schema.ts';

const words = (more: object) => draftContent.parse({ headline: 'Base', ...more });

test('of any number of saves written on one version, in any order and however often sent, one is taken', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 12 }), (arrivals) => {
      let stored = { version: 7, saveId: 'before' };
      for (const saveId of arrivals) {
        const verdict = judgeSave(stored, { baseVersion: 7, saveId });
        if (verdict === 'next') stored = { version: stored.version + 1, saveId };
      }
      expect(stored).toEqual({ version: 8, saveId: arrivals[0] });
    }),
  );
});

test('where there is no working copy yet, only what was written on the newest revision is the first', () => {
  expect(judgeSave(null, { baseVersion: 0, saveId: 'a' })).toBe('first');
  expect(judgeSave(null, { baseVersion: 3, saveId: 'a' })).toBe('stale');
});

test('a field that one side has changed is theirs to say; one that both have is contested', () => {
  const base = words({ kicker: 'K' });
  const mine = words({ kicker: 'K', headline: 'Mine', standfirst: 'Mine too' });
  const theirs = words({ kicker: 'New', headline: 'Theirs' });
  expect(compareVersions({ base, mine, theirs })).toEqual([
    { field: 'headline', suggestion: 'mine', contested: true },
    { field: 'kicker', suggestion: 'theirs', contested: false },
    { field: 'standfirst', suggestion: 'mine', contested: false },
  ]);
});

test('a merged version takes each field from the side that was chosen, and both bodies where both were', () => {
  const body = (text: string) => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] });
  const mine = words({ headline: 'Mine', body: body('one') });
  const versions = { base: words({}), mine, theirs: words({ headline: 'Theirs', body: body('two') }) };
  expect(mergeVersions(versions, {})).toEqual(mine);
  expect(mergeVersions(versions, { headline: 'theirs', body: 'mine' }).headline).toBe('Theirs');
  expect(mergeVersions(versions, { body: 'both' }).body.content).toHaveLength(2);
});

test('a body in which each side changed other paragraphs is merged, and nobody need think about it', () => {
  const body = (...lines: string[]) => ({
    type: 'doc',
    content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  });
  const base = words({ body: body('one', 'two', 'three') });
  const mine = words({ body: body('one', 'two', 'my three') });
  const theirs = words({ body: body('their one', 'two', 'three') });
  expect(compareVersions({ base, mine, theirs })).toEqual([{ field: 'body', suggestion: 'merged', contested: false }]);
  expect(mergeVersions({ base, mine, theirs }, { body: 'merged' })).toEqual(
    words({ body: body('their one', 'two', 'my three') }),
  );
  const same = words({ body: body('also one', 'two', 'three') });
  expect(compareVersions({ base, mine: same, theirs })).toEqual([
    { field: 'body', suggestion: 'mine', contested: true },
  ]);
});

test('the order of keys makes no difference', () => {
  const body = { content: [{ content: [{ text: 'x', type: 'text' }], type: 'paragraph' }], type: 'doc' };
  const same = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x' }] }] };
  expect(differingFields({ ...words({}), body } as never, { ...words({}), body: same } as never)).toEqual([]);
});
