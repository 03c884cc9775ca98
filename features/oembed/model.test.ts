import { expect, test } from 'vitest';
import { sampleDetail } from '#features/article/testing/sample-detail.ts';
import { sampleSite } from '#features/site/testing/sample-site.ts';
import { oembedHref, oembedOf } from './model.ts';

const anywhere = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };

test('a story is a link with its headline whole, its people, its site and its largest image', () => {
  const headline = 'He said "</script>" & left – again';
  expect(oembedOf(sampleDetail({ headline }), sampleSite, anywhere)).toEqual({
    version: '1.0',
    type: 'link',
    title: headline,
    author_name: 'Kim Min-ji, José Núñez',
    provider_name: sampleSite.name,
    provider_url: 'https://news.example/',
    thumbnail_url: 'https://news.example/media/a-1200.jpg',
    thumbnail_width: 1200,
    thumbnail_height: 800,
  } satisfies ReturnType<typeof oembedOf>);
  const bylines = [{ name: 'Kim Min-ji', href: '/author/kim-min-ji' }];
  expect(oembedOf(sampleDetail({ bylines }), sampleSite, anywhere).author_url).toBe(
    'https://news.example/author/kim-min-ji',
  );
});

test.each([
  [1000, 710, 'a-944.50-50.jpeg'],
  [800, 800, 'a-720.50-50.jpeg'],
  [1200, 630, 'a-1200.50-50.jpeg'],
])('the image fits into %i by %i', (width, height, file) => {
  expect(oembedOf(sampleDetail(), sampleSite, { width, height }).thumbnail_url).toBe(
    `https://news.example/media/${file}`,
  );
});

test('where there is room for none there is no image, nor a size of one', () => {
  expect(Object.keys(oembedOf(sampleDetail(), sampleSite, { width: 100, height: 100 })).join()).not.toContain('thumb');
  const bare = oembedOf(sampleDetail({ picture: null, bylines: [] }), sampleSite, anywhere);
  expect(Object.keys(bare)).toEqual(['version', 'type', 'title', 'provider_name', 'provider_url']);
});

test('the address of the answer holds that of the story', () => {
  expect(oembedHref('https://news.example/a/b?c&d', 'xml', sampleSite)).toBe(
    'https://news.example/oembed?url=https%3A%2F%2Fnews.example%2Fa%2Fb%3Fc%26d&format=xml',
  );
});
