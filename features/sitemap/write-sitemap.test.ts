import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { afterAll, describe, expect, test } from 'vitest';
import { hostileTexts, illegalInXml } from '#features/site/testing/sample-site.ts';
import { sharedSchema } from '#features/site/testing/shared-schema.ts';
import { type SitemapAddress, writeSitemap, writeSitemapIndex } from '#features/sitemap/write-sitemap.ts';

const parser = new XMLParser({ isArray: (name) => ['url', 'sitemap'].includes(name), parseTagValue: false });
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

test.each(hostileTexts)('a news sitemap has headlines whole: %s', async (title) => {
  const xml = (await writeSitemap([news(title)], { news: true })) ?? '';
  expect(parser.parse(xml).urlset.url[0]['news:news']).toEqual({
    'news:publication': { 'news:name': 'The Daily <Test> & Co', 'news:language': 'en' },
    'news:publication_date': '2025-04-16T08:00:00.000Z',
    'news:title': title,
  });
});

test('what XML cannot hold is left out of headlines', async () => {
  const xml = (await writeSitemap([news(`Be${illegalInXml}fore`)], { news: true })) ?? '';
  expect(parser.parse(xml).urlset.url[0]['news:news']['news:title']).toBe('Before');
});

const schemas = {
  sitemap: sharedSchema('sitemap.xsd'),
  index: sharedSchema('siteindex.xsd'),
  news: sharedSchema('sitemap-news.xsd'),
};
/** Of Debian's libxml2-utils. */
const validator = 'xmllint';
const installed = spawnSync(validator, ['--version']).status === 0;

describe.skipIf(!installed || !schemas.sitemap)('by their schemas', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'broadsheet-sitemap-'));
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  function validate(xml: string, schema = ''): void {
    const file = join(scratch, 'sitemap.xml');
    writeFileSync(file, xml);
    execFileSync(validator, ['--noout', '--nonet', '--schema', schema, file], { stdio: 'pipe' });
  }

  /** The schema of sitemaps lets in what other schemas know: both are given to the validator as one. */
  function bothSchemas(): string {
    const file = join(scratch, 'both.xsd');
    const load = (namespace: string, path = '') =>
      `<xsd:import namespace="${namespace}" schemaLocation="${pathToFileURL(path).href}"/>`;
    writeFileSync(
      file,
      `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${
        load('http://www.sitemaps.org/schemas/sitemap/0.9', schemas.sitemap) +
        load('http://www.google.com/schemas/sitemap-news/0.9', schemas.news)
      }</xsd:schema>`,
    );
    return file;
  }

  test('sitemaps are valid', async () => {
    validate((await writeSitemap([address(1), { url: 'https://news.example/' }])) ?? '', schemas.sitemap);
  });

  test('indexes are valid', async () => {
    validate(
      await writeSitemapIndex([{ url: 'https://news.example/sitemaps/sections.xml' }, address(2)]),
      schemas.index,
    );
  });

  test.each(hostileTexts)('news sitemaps are valid: %s', async (title) => {
    validate((await writeSitemap([news(title)], { news: true })) ?? '', bothSchemas());
  });

  test('what is not valid is found out', () => {
    const empty = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>';
    expect(() => validate(empty, schemas.sitemap)).toThrow('fails to validate');
  });
});
