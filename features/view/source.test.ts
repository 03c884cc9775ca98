import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ViewSource, viewSources } from '#lib/vocabulary.ts';
import { sourceOf } from './source.ts';

const own = ['news.example.com', 'localhost:3000'];

test.each<[string | undefined, ViewSource]>([
  [undefined, 'direct'],
  ['', 'direct'],
  ['localhost', 'direct'],
  ['not a host', 'direct'],
  ['https://google.com/', 'direct'],
  ['news.example.com', 'own'],
  ['NEWS.example.com', 'own'],
  ['google.com', 'search'],
  ['www.google.co.uk', 'search'],
  ['news.google.de.', 'search'],
  ['duckduckgo.com:443', 'search'],
  ['com.google.android.googlequicksearchbox', 'search'],
  ['gemini.google.com', 'assistant'],
  ['chatgpt.com', 'assistant'],
  ['t.co', 'social'],
  ['l.facebook.com', 'social'],
  ['out.reddit.com', 'social'],
  ['mastodon.social', 'social'],
  ['mail.google.com', 'site'],
  ['com.openai.chatgpt', 'assistant'],
  ['notgoogle.com', 'site'],
  ['google.example.org', 'site'],
  ['example.com', 'site'],
  ['other.example.com', 'site'],
  ['xn--fiq228c.example', 'site'],
])('who comes from %s is of the class %s', (from, source) => {
  expect(sourceOf(from, own)).toBe(source);
});

test("the site's own host is known by its port as well", () => {
  expect(sourceOf('localhost:3000', own)).toBe('own');
  expect(sourceOf('localhost:4000', own)).toBe('direct');
});

test('whatever is sent has a class, at once', () => {
  fc.assert(fc.property(fc.string({ maxLength: 255 }), (from) => viewSources.includes(sourceOf(from, own))));
});
