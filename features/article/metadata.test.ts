import { describe, expect, test } from 'vitest';
import { articleMetadata, frontMetadata, listMetadata } from '#features/article/metadata.ts';
import { sampleDetail } from '#features/article/testing/sample-detail.ts';
import { hostileTexts, sampleSite } from '#features/site/testing/sample-site.ts';

describe('the metadata of a story', () => {
  test.each(hostileTexts)('has the headline whole, with the site only in the title: %s', (headline) => {
    const metadata = articleMetadata(sampleDetail({ headline }), sampleSite);
    expect(metadata.title).toEqual({ absolute: `${headline} – ${sampleSite.name}` });
    expect(metadata.openGraph?.title).toBe(headline);
    expect(metadata.twitter?.title).toBe(headline);
  });

  test('says for Open Graph what kind of story it is, when, where and by whom', () => {
    expect(articleMetadata(sampleDetail({ language: 'pt-BR' }), sampleSite)).toMatchObject({
      description: 'What happened, in a line.',
      alternates: { canonical: 'https://news.example/world/a-story' },
      openGraph: {
        type: 'article',
        url: 'https://news.example/world/a-story',
        siteName: sampleSite.name,
        locale: 'pt_BR',
        publishedTime: '2025-04-15T10:34:46.000Z',
        modifiedTime: '2025-04-16T08:00:00.000Z',
        section: 'World',
        tags: ['R&D'],
        authors: ['https://news.example/author/kim-min-ji', 'https://news.example/author/jos%C3%A9-n%C3%BA%C3%B1ez'],
        images: [
          { url: 'https://news.example/media/a-1200.50-50.jpeg', width: 1200, height: 630, alt: 'A ship in a harbour' },
        ],
      },
      twitter: { card: 'summary_large_image' },
      robots: { index: true, 'max-image-preview': 'large' },
    });
  });

  test('names no date of publication where only the day of copying is known', () => {
    const { openGraph } = articleMetadata(sampleDetail({ dateIs: 'copied', updatedAt: null }), sampleSite);
    expect(JSON.stringify(openGraph)).not.toContain('2025-04-15');
  });

  test("leads to the feeds of the story's section and of the site", () => {
    expect(articleMetadata(sampleDetail(), sampleSite).alternates?.types).toMatchObject({
      'application/rss+xml': [
        { title: `World – ${sampleSite.name}`, url: 'https://news.example/world/feed.xml' },
        { title: sampleSite.name, url: 'https://news.example/feed.xml' },
      ],
    });
  });

  test('leads to what other sites ask how to show it', () => {
    const url = 'https://news.example/oembed?url=https%3A%2F%2Fnews.example%2Fworld%2Fa-story&format=';
    expect(articleMetadata(sampleDetail(), sampleSite).alternates?.types).toMatchObject({
      'application/json+oembed': [{ title: 'A story', url: `${url}json` }],
      'text/xml+oembed': [{ title: 'A story', url: `${url}xml` }],
    });
  });

  test('leaves search engines the original, or has them keep nothing, where an editor chose so', () => {
    const source = articleMetadata(sampleDetail({ canonical: 'source' }), sampleSite);
    expect(source.alternates?.canonical).toBe('https://wire.example/story?a=1&b=2');
    expect(source.robots).toMatchObject({ index: true });
    expect(source.openGraph).toMatchObject({ url: 'https://news.example/world/a-story' });
    const none = articleMetadata(sampleDetail({ canonical: 'noindex' }), sampleSite);
    expect(none.alternates?.canonical).toBeUndefined();
    expect(none.robots).toEqual({ index: false, follow: true });
  });

  test('has the image made of the headline where there is no picture', () => {
    const social = { url: '/media/social/a.png', width: 1200, height: 630 };
    const metadata = articleMetadata(sampleDetail({ picture: null, social }), sampleSite);
    expect(metadata).toMatchObject({
      openGraph: {
        images: [{ url: 'https://news.example/media/social/a.png', width: 1200, height: 630, alt: 'A story' }],
      },
      twitter: { card: 'summary_large_image' },
    });
  });

  test('promises no picture where there is none', () => {
    const metadata = articleMetadata(sampleDetail({ picture: null }), sampleSite);
    expect(metadata.openGraph?.images).toBeUndefined();
    expect(metadata.twitter).toMatchObject({ card: 'summary' });
  });
});

describe('the metadata of a list', () => {
  const page = {
    title: 'Trade',
    description: 'About it',
    path: '/tag/trade?before=1-a',
    feedPath: '/tag/trade/feed.xml',
  };

  test('is canonical for each page by itself, with its neighbours', () => {
    const metadata = listMetadata({ ...page, older: '/tag/trade?before=0-b', newer: '/tag/trade' }, sampleSite);
    expect(metadata).toMatchObject({
      title: { absolute: `Trade – ${sampleSite.name}` },
      alternates: { canonical: 'https://news.example/tag/trade?before=1-a' },
      pagination: { previous: 'https://news.example/tag/trade', next: 'https://news.example/tag/trade?before=0-b' },
      openGraph: { title: 'Trade' },
      robots: { index: true },
    });
  });

  test('leads to the feeds of the list in every format', () => {
    const title = `Trade – ${sampleSite.name}`;
    expect(listMetadata(page, sampleSite).alternates?.types).toEqual({
      'application/rss+xml': [{ title, url: 'https://news.example/tag/trade/feed.xml' }],
      'application/atom+xml': [{ title, url: 'https://news.example/tag/trade/atom.xml' }],
      'application/feed+json': [{ title, url: 'https://news.example/tag/trade/feed.json' }],
    });
    expect(listMetadata({ title: 'Search', path: '/search' }, sampleSite).alternates?.types).toBeUndefined();
  });

  test('keeps search results out of indexes', () => {
    const metadata = listMetadata({ title: 'Search', path: '/search?q=x', noindex: true }, sampleSite);
    expect(metadata.robots).toEqual({ index: false, follow: true });
    expect(metadata.alternates?.canonical).toBeUndefined();
  });
});

test('the front is called what the site is called', () => {
  expect(frontMetadata(sampleSite)).toMatchObject({
    title: { absolute: sampleSite.name },
    alternates: {
      canonical: 'https://news.example/',
      types: { 'application/rss+xml': [{ title: sampleSite.name, url: 'https://news.example/feed.xml' }] },
    },
    openGraph: { locale: 'en_GB' },
  });
});

test('a story, a list and the home page lead other servers to what they read, where there is such a thing', () => {
  const type = 'application/activity+json';
  const list = { title: 'Kim', path: '/author/kim', feedPath: '/author/kim/feed.xml' };
  const found = (activity: string | null) =>
    [
      articleMetadata(sampleDetail(), sampleSite, activity),
      listMetadata({ ...list, activity }, sampleSite),
      frontMetadata(sampleSite, activity),
    ].map(({ alternates }) => alternates?.types?.[type]);
  expect(found('/fediverse/x')).toEqual(Array(3).fill('https://news.example/fediverse/x'));
  expect(found(null)).toEqual(Array(3).fill(undefined));
});
