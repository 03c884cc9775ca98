import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bodyText } from '#features/body/model.ts';
import { entriesOf } from '#features/import/fixtures/bytes.ts';
import type { ImportEntry } from '#features/import/model.ts';
import { adapterFor } from './formats.ts';
import { scrapedPage } from './scraped-page.ts';
import { headlineOf } from './scraped-page-parts.ts';

const page = readFileSync(new URL('../fixtures/scraped-page.txt', import.meta.url), 'utf8');

describe('scraped-page', () => {
  test('reads the story with its headline whole and its dateline as data', async () => {
    const [first] = await entriesOf(scrapedPage, page);
    expect(first).toMatchObject({
      line: 1,
      story: {
        headline: 'Ferry, out for weeks, runs again - and twice as often',
        sectionName: 'Harbour',
        publishedAt: new Date('2026-03-05T12:00:01Z'),
        dateIs: 'copied',
        dateline: { place: 'HARROW, Westmark' },
        agency: 'WNA',
        importedVotes: 1204,
      },
    });
    expect(textOf(first)).toBe(
      'The ferry to Harrow Island ran again on Monday, a harbour official said.\n\n' +
        'It had been out of service since December (12 weeks).\n\nOfficials had promised more boats.',
    );
  });

  test('gives the headlines of the lists as stubs, each once and never the story itself', async () => {
    const entries = await entriesOf(scrapedPage, page);
    expect(entries.slice(1)).toEqual([
      { line: 10, stub: { headline: 'Pier repairs cost double', section: 'Harbour' } },
      { line: 14, stub: { headline: "Mayor's 'yes", section: 'Harbour' } },
      { line: 17, stub: { headline: "Gull steals officer's lunch", section: 'Harbour' } },
      { line: 18, stub: { headline: 'The two', section: 'Harbour' } },
    ]);
  });

  test('reads several pages from one file', async () => {
    const other = page.replaceAll('Ferry, out', 'Tram, out').replace('The ferry to', 'The tram to');
    const entries = await entriesOf(scrapedPage, `${page}\r\n${other}`);
    const keys = entries.flatMap((entry) => ('story' in entry ? entry.story.importKey : []));
    expect(new Set(keys).size).toBe(2);
  });

  test('knows the page again when its date, votes and lists have changed', async () => {
    const again = page.replace('2026-03-05', '2026-04-01').replace('1,204', '9').replace('Gull', 'Crow');
    expect(keyOf((await entriesOf(scrapedPage, again))[0])).toBe(keyOf((await entriesOf(scrapedPage, page))[0]));
  });

  test.each([
    ['Hello\nWorld\n', 'The page does not begin with `Current:` and its breadcrumb.'],
    ['Current:Home > A\n', 'The page has no headline below its breadcrumb.'],
    [
      'Current:Home > AOne headline -X\nQuite another one\n',
      'The headline is not the one that follows the breadcrumb.',
    ],
    [page.replace(/Date:.*/, ''), 'The page has no line `Date:`.'],
    [page.replace(/Date:.*/, 'Date:soon'), "The date 'soon' is not a day and time."],
    [page.replace(/^HARROW[\s\S]*boats\.\n/m, ''), 'The page has no text between its date and its lists.'],
  ])('says in a sentence what is wrong with %j', async (text, problem) => {
    expect((await entriesOf(scrapedPage, text))[0]).toEqual({ line: 1, problem });
  });
});

describe('headlineOf', () => {
  test("finds where headline and site's name part, although the headline has hyphens and quotation marks", () => {
    const headline = `Travis Hunter, the 2-way star: "I'm 'ready'" - part 1`;
    expect(headlineOf(`Current:Home > News > Sport${headline} -Ascend Finance Compass`, headline)).toEqual({
      headline,
      section: 'Sport',
      siteName: 'Ascend Finance Compass',
    });
  });

  test('takes the headline whole where the first line has it cut', () => {
    const headline = 'Travis Hunter, the 2-way star';
    expect(headlineOf('Current:Home > SportTravis Hunter, the 2 -Ascend', headline)).toMatchObject({
      headline,
      section: 'Sport',
    });
  });
});

describe('adapterFor', () => {
  test('finds a format by name, and JSON Lines without one', () => {
    expect(adapterFor('scraped-page').name).toBe('scraped-page');
    expect(adapterFor(undefined).name).toBe('json-lines');
    expect(() => adapterFor('pdf')).toThrow(
      "There is no import format 'pdf'; choose one of: json-lines, scraped-page.",
    );
  });
});

const example = resolve('../shared/example-article.txt');

describe.skipIf(!existsSync(example))('the example page', () => {
  test('is read with every fact that it has', async () => {
    const entries = await entriesOf(scrapedPage, readFileSync(example));
    expect(entries[0]).toMatchObject({
      story: {
        headline: 'South Korea’s spy agency says North Korea shipped more than a million artillery shells to Russia',
        sectionName: 'Scams',
        publishedAt: new Date('2025-04-15T10:34:46Z'),
        dateIs: 'copied',
        dateline: { place: 'SEOUL, South Korea' },
        agency: 'AP',
        importedVotes: 63_295,
      },
    });
    const text = textOf(entries[0]);
    expect(text.startsWith('South Korea’s top spy agency believes')).toBe(true);
    expect(text.split('\n\n')).toHaveLength(13);
    const stubs = entries.flatMap((entry) => ('stub' in entry ? entry.stub.headline : []));
    expect(stubs).toHaveLength(9 + 8 + 8);
    expect(new Set(stubs).size).toBe(stubs.length);
  });
});

function textOf(entry: ImportEntry | undefined): string {
  return entry && 'story' in entry ? bodyText(entry.story.body) : '';
}

function keyOf(entry: ImportEntry | undefined): string | undefined {
  return entry && 'story' in entry ? entry.story.importKey : undefined;
}
