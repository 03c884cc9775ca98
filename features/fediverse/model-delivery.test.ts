import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { delayAfter, nextTelling, shortAnswer, stateAfter, stateAfterFailure } from './model-delivery.ts';

test.each([
  [200, 'taken'],
  [202, 'taken'],
  [301, 'refused'],
  [400, 'refused'],
  [401, 'waiting'],
  [403, 'refused'],
  [404, 'refused'],
  [410, 'refused'],
  [429, 'waiting'],
  [500, 'waiting'],
  [503, 'waiting'],
])('an answer of %i leaves a delivery %s', (status, state) => {
  expect(stateAfter(status)).toBe(state);
});

test('what cannot be reached is tried again, what is none of the internet is not', () => {
  expect(['unknown_host', 'unreachable', 'too_slow'].map(stateAfterFailure)).toEqual(Array(3).fill('waiting'));
  expect(['private', 'port', 'scheme', 'credentials'].map(stateAfterFailure)).toEqual(Array(4).fill('refused'));
});

test('attempts are made ever more seldom, for three days', () => {
  const delays: number[] = [];
  for (let attempts = 1; delayAfter(attempts) !== null; attempts += 1) delays.push(delayAfter(attempts) as number);
  expect(delays).toEqual(delays.toSorted((one, other) => one - other));
  expect(delays[0]).toBe(60_000);
  const days = delays.reduce((sum, delay) => sum + delay, 0) / 86_400_000;
  expect(days).toBeGreaterThan(2.5);
  expect(days).toBeLessThan(4);
});

test('an answer is shown as one short line', () => {
  expect(shortAnswer('<html>\n<h1>Not\u0000 found</h1>\r\n')).toBe('Not found');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(shortAnswer(text)).toMatch(/^[^\p{Cc}]{0,200}$/u);
    }),
  );
});

describe('followers are told', () => {
  const now = { id: 'b', archived: false, isNews: true };

  test.each([
    ['of a story when it is published', { on: true, told: undefined, now }, 'create'],
    ['of its next version', { on: true, told: 'a', now }, 'update'],
    ['of its next version, however old it is', { on: true, told: 'a', now: { ...now, isNews: false } }, 'update'],
    ['when it is no more', { on: true, told: 'a', now: null }, 'delete'],
    ['when it is no more, even where nobody can follow any longer', { on: false, told: 'a', now: null }, 'delete'],
    ['when it is back, however old it is', { on: true, told: null, now: { ...now, isNews: false } }, 'create'],
  ])('%s', (_, standing, telling) => {
    expect(nextTelling(standing)).toBe(telling);
  });

  test.each([
    ['what they know', { on: true, told: 'b', now }],
    ['what is not public', { on: true, told: undefined, now: null }],
    ['what they know to be gone', { on: true, told: null, now: null }],
    ['what is old', { on: true, told: undefined, now: { ...now, isNews: false } }],
    ['what is in the archive', { on: true, told: undefined, now: { ...now, archived: true } }],
    ['what is new where nobody can follow', { on: false, told: undefined, now }],
    ['what has changed where nobody can follow', { on: false, told: 'a', now }],
  ])('nothing of %s', (_, standing) => {
    expect(nextTelling(standing)).toBeNull();
  });
});
