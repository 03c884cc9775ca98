import { expect, test } from 'vitest';
import { headingAnchors } from './anchors.ts';
import type { BodyDocument } from './schema.ts';

const headings = (...words: string[]): BodyDocument => ({
  type: 'doc',
  content: words.map((text) => ({ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text }] })),
});

test('headings of the same words are numbered, past anchors that others have by their words', () => {
  const anchors = [...headingAnchors(headings('Why', 'Why 2', 'Why', 'Why', 'How')).values()];
  expect(anchors).toEqual(['h-why', 'h-why-2', 'h-why-3', 'h-why-4', 'h-how']);
});

test('tens of thousands of headings of the same words have an anchor each', () => {
  const anchors = headingAnchors(headings(...Array<string>(30_000).fill('Same')));
  expect(new Set(anchors.values()).size).toBe(30_000);
});
