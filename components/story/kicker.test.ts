import { expect, test } from 'vitest';
import { sampleCard } from '#features/article/testing/sample-card.ts';
import { wordsFor } from '#lib/messages.ts';
import { kickerOf } from './kicker.ts';

const say = wordsFor('en');
const card = sampleCard({ section: { id: 'section-1', name: 'World', href: '/world' } });

test("the desk's own kicker comes first, then the kind of story, then its section", () => {
  expect(kickerOf({ ...card, kicker: 'Draft night', kind: 'opinion' }, say)).toBe('Draft night');
  expect(kickerOf({ ...card, kind: 'opinion' }, say)).toBe('Opinion');
  expect(kickerOf(card, say)).toBe('World');
});

test("a section's own list does not say the section again, but says the kind of story", () => {
  expect(kickerOf(card, say, { within: 'section-1' })).toBeNull();
  expect(kickerOf(card, say, { within: 'section-2' })).toBe('World');
  expect(kickerOf({ ...card, kind: 'analysis' }, say, { within: 'section-1' })).toBe('Analysis');
});
