import { expect, test } from 'vitest';
import { kindOfView, type ViewSigns } from './model.ts';

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const person: ViewSigns = { userAgent: firefox, purpose: undefined, fromOwnPage: true, withinLimit: true };

test("a browser's view of our own page is a person's", () => {
  expect(kindOfView(person)).toBe('human');
});

test.each<[string, Partial<ViewSigns>]>([
  ['a bot that says so', { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)' }],
  [
    'a browser without a window',
    { userAgent: 'Mozilla/5.0 (X11) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36' },
  ],
  ['a program', { userAgent: 'curl/8.5.0' }],
  ['whoever says nothing of itself', { userAgent: undefined }],
  ['a page fetched ahead', { purpose: 'prefetch;prerender' }],
  ['another site', { fromOwnPage: false }],
  ['a flood', { withinLimit: false }],
])('%s is filtered', (_, signs) => {
  expect(kindOfView({ ...person, ...signs })).toBe('filtered');
});
