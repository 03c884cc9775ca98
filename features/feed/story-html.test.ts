import { expect, test } from 'vitest';
import { storyHtml } from '#features/feed/story-html.ts';
import { sampleStory } from '#features/feed/testing/sample-feed.ts';
import { sampleSite } from '#features/site/testing/sample-site.ts';

const plain = { picture: null, datelinePlace: '', sourceAgency: '', sourceUrl: null, licence: '' };
const html = (bodyHtml: string, given = {}) => storyHtml(sampleStory({ ...plain, ...given, bodyHtml }), sampleSite);

test('links and pictures lead to the site from wherever the story is read', () => {
  expect(html('<p><a href="/world/b?x=1&amp;y=2">b</a> <a href="#h-why">c</a></p>')).toBe(
    '<p><a href="https://news.example/world/b?x=1&amp;y=2">b</a> <a href="https://news.example/world/a-story#h-why">c</a></p>',
  );
  expect(
    html('<picture><source srcset="/media/a.avif 480w, /media/b.avif 960w"><img src="/media/a.jpg"></picture>'),
  ).toBe(
    '<picture><source srcset="https://news.example/media/a.avif 480w, https://news.example/media/b.avif 960w">' +
      '<img src="https://news.example/media/a.jpg"></picture>',
  );
});

test('what is absolute already, and text that looks like a link, stay as they are', () => {
  const same =
    '<p><a href="https://a.example/b" rel="external">b</a> <a href="mailto:a@b.example">m</a> href=&quot;/x&quot;</p>';
  expect(html(same)).toBe(same);
});

test('the dateline begins the first paragraph', () => {
  const wire = { datelinePlace: 'SEOUL, South Korea', sourceAgency: '' };
  expect(html('<p>Ships left.</p>', wire)).toBe('<p>SEOUL, South Korea — Ships left.</p>');
  expect(html('<h2>Ships</h2>', wire)).toBe('<p>SEOUL, South Korea — </p><h2>Ships</h2>');
});

test('an agency is credited in the dateline and at the end, with the original and its licence', () => {
  const wire = {
    datelinePlace: 'SEOUL',
    sourceAgency: 'A&P',
    sourceUrl: 'https://wire.example/?a=1&b=2',
    licence: 'CC BY',
  };
  expect(html('<p>Ships left.</p>', wire)).toBe(
    '<p>SEOUL (A&amp;P) — Ships left.</p>' +
      '<p><small><a href="https://wire.example/?a=1&amp;b=2">A&amp;P</a> · CC BY</small></p>',
  );
});

test('the picture comes first, with its size, its words and its credit', () => {
  expect(html('', { picture: sampleStory().picture })).toBe(
    '<figure><img src="https://news.example/media/a-1200.50-50.jpeg" alt="A ship in a harbour" width="1200" height="630">' +
      '<figcaption>The ship at dawn A. Photographer</figcaption></figure>',
  );
});

test('what was wrong stands under the story, marked where the site speaks another language', () => {
  const corrections = [{ id: '1', text: 'Zwölf,\nnicht <elf>.', issuedAt: new Date('2025-04-17T09:00:00.000Z') }];
  expect(html('<p>Ships left.</p>', { corrections, language: 'de' })).toBe(
    '<p>Ships left.</p><p><strong lang="en-GB">Correction, 17 April 2025, 09:00 UTC:</strong> ' +
      'Zwölf,<br>nicht &lt;elf&gt;.</p>',
  );
});
