import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, test } from 'vitest';
import { anyLine } from '#features/site/testing/any-line.ts';
import { hostileTexts, illegalInXml } from '#features/site/testing/sample-site.ts';
import { indexFaults, sitemapFaults, sitemapSchemas, xmlFaults } from '#features/site/testing/xml-faults.ts';
import { type SitemapAddress, writeSitemap, writeSitemapIndex } from '#features/sitemap/write-sitemap.ts';

const parser = new XMLParser({
  isArray: (name) => ['url', 'sitemap'].includes(name),
  parseTagValue: false,
  trimValues: false,
});
const changedAt = new Date('2025-04-16T08:00:00.000Z');

const address = (number: number): SitemapAddress => ({ url: `https://news.example/world/story-${number}`, changedAt });

const news = (title: string): SitemapAddress => ({
  ...address(1),
  news: {
    publication: { name: 'The Daily <Test> & Co', language: 'en' },
    publication_date: changedAt.toISOString(),
    title,
  },
});

test('a sitemap has each address as it is, with the moment of its last change', async () => {
  const url = 'https://news.example/%E4%B8%96%E7%95%8C/a-story';
  expect(
    parser.parse((await writeSitemap([{ url, changedAt }, { url: 'https://news.example/' }])) ?? '').urlset.url,
  ).toEqual([{ loc: url, lastmod: '2025-04-16T08:00:00.000Z' }, { loc: 'https://news.example/' }]);
});

test('a sitemap has the pictures of each address', async () => {
  const pictures = ['https://news.example/media/a.jpg?x=1&y=2', 'https://news.example/media/b.jpg'];
  const xml = (await writeSitemap([{ ...address(1), pictures }, address(2)], { image: true })) ?? '';
  expect(parser.parse(xml).urlset.url.map((entry: object) => Object(entry)['image:image'])).toEqual([
    pictures.map((url) => ({ 'image:loc': url })),
    undefined,
  ]);
});

test('a sitemap without addresses is none', async () => {
  expect(await writeSitemap([])).toBeNull();
});

test('50,000 addresses are written in their order, down to the last', async () => {
  async function* all() {
    for (let number = 0; number < 50_000; number += 1) yield address(number);
  }
  const xml = (await writeSitemap(all())) ?? '';
  const found = xml.match(/(?<=<loc>)[^<]*/g) ?? [];
  expect(found).toHaveLength(50_000);
  expect(found.every((url, number) => url === address(number).url)).toBe(true);
  expect(xml.endsWith('</url></urlset>')).toBe(true);
});

test('what goes wrong while the addresses are read is told', async () => {
  async function* broken() {
    yield address(1);
    throw new Error('The database is gone.');
  }
  await expect(writeSitemap(broken())).rejects.toThrow('The database is gone.');
});

test.each(hostileTexts)('a news sitemap has headlines whole: %s', expectWhole);

test('a news sitemap has any headline whole, and is well formed', () =>
  fc.assert(fc.asyncProperty(anyLine, expectWhole)));

async function expectWhole(title: string): Promise<void> {
  const xml = (await writeSitemap([news(title)], { news: true })) ?? '';
  expect(XMLValidator.validate(xml)).toBe(true);
  expect(parser.parse(xml).urlset.url[0]['news:news']).toEqual({
    'news:publication': { 'news:name': 'The Daily <Test> & Co', 'news:language': 'en' },
    'news:publication_date': '2025-04-16T08:00:00.000Z',
    'news:title': title,
  });
}

test('what XML cannot hold is left out of headlines', async () => {
  const xml = (await writeSitemap([news(`Be${illegalInXml}fore`)], { news: true })) ?? '';
  expect(parser.parse(xml).urlset.url[0]['news:news']['news:title']).toBe('Before');
});

describe.skipIf(!sitemapSchemas)('by their schemas', () => {
  const valid = async (addresses: SitemapAddress[], options = {}) =>
    expect(await sitemapFaults((await writeSitemap(addresses, options)) ?? '')).toEqual([]);

  test('sitemaps are valid', () => valid([address(1), { url: 'https://news.example/' }]));

  test('sitemaps with pictures are valid', () =>
    valid([{ ...address(1), pictures: ['https://news.example/media/a.jpg'] }], { image: true }));

  test('indexes are valid', async () => {
    const index = await writeSitemapIndex([{ url: 'https://news.example/sitemaps/sections.xml' }, address(2)]);
    expect(await indexFaults(index)).toEqual([]);
  });

  test.each(hostileTexts)('news sitemaps are valid: %s', (title) => valid([news(title)], { news: true }));

  test('what is not valid is found out', async () => {
    const empty = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>';
    expect(await sitemapFaults(empty)).toEqual([expect.stringContaining('Missing child element')]);
    expect(await indexFaults(empty)).not.toEqual([]);
    expect(await xmlFaults('<a><b></a>')).not.toEqual([]);
    expect(await xmlFaults('<a/>')).toEqual([]);
  });
});
