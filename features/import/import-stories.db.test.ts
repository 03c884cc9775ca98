import { readFile } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { listArticles } from '#features/article/lists.ts';
import { findArticle } from '#features/article/queries.ts';
import { tester } from '#features/article/testing/sample-article.ts';
import { readAsked } from '#features/search/model-asked.ts';
import { searchArticles } from '#features/search/queries.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { onLocalPurge } from '#lib/purge.ts';
import { jsonLines } from './adapters/json-lines.ts';
import { scrapedPage } from './adapters/scraped-page.ts';
import { entriesOf } from './fixtures/bytes.ts';
import { type ImportReport, importStories } from './import-stories.ts';
import type { ImportAdapter, ImportEntry } from './model.ts';

const { owner } = await testDatabase();
const fixture = (name: string) => readFile(new URL(`./fixtures/${name}`, import.meta.url));

async function importAll(adapter: ImportAdapter, bytes: Uint8Array | string, progress: string[] = []) {
  const onProgress = ({ imported }: ImportReport, line: number) => progress.push(`${imported} by line ${line}`);
  return importStories(oneByOne(await entriesOf(adapter, bytes)), { actor: tester, onProgress });
}

async function* oneByOne(entries: readonly ImportEntry[]) {
  yield* entries;
}

const line = (fields: object) =>
  JSON.stringify({ title: 'A story', body: 'Words.', date: '2024-05-06', section: 'Local', ...fields });
const storyAt = async (section: string, slug: string) => {
  const at = await findArticle(section, slug);
  if (at.found !== 'article') throw new Error(`/${section}/${slug}: ${at.found}`);
  return at.article;
};

beforeEach(async () => {
  await owner`truncate articles, sections, tags, bylines, audit_log cascade`;
});

describe('an import', () => {
  test('publishes each story with its own date, section, people, topics and source', async () => {
    const report = await importAll(jsonLines, await fixture('stories.jsonl'));
    expect(report).toMatchObject({ imported: 3, known: 0, stubs: 0 });
    const story = await storyAt('local', 'ferry-to-harrow-island-runs-again');
    expect(story).toMatchObject({
      headline: 'Ferry to Harrow Island runs again',
      standfirst: 'The first boat in eleven weeks left at dawn.',
      language: 'en-GB',
      publishedAt: new Date('2026-03-02T06:30:00Z'),
      updatedAt: null,
      section: { name: 'Local', href: '/local' },
      bylines: [{ name: 'Mara Lind' }, { name: 'Tom Oduya' }],
      tags: [{ name: 'Ferries' }, { name: 'Islands' }],
    });
    expect(story.bodyHtml).toContain('<li>Two more boats</li>');
    expect(await storyAt('politics', 'council-union-agree')).toMatchObject({
      sourceUrl: 'https://gazette.example/politics/agree',
      licence: 'CC BY 2.5',
    });
  });

  test('reports bad lines with their numbers and reasons, and takes the others', async () => {
    const { problems } = await importAll(jsonLines, await fixture('stories.jsonl'));
    expect(problems.map(({ line: number }) => number)).toEqual([4, 5, 6, 7, 8, 10, 11]);
    for (const { reason } of problems) expect(reason).toMatch(/^[^\n]+[.]$/);
  });

  test('that is repeated leaves what is known as it is, killed stories killed', async () => {
    const bytes = await fixture('stories.jsonl');
    await importAll(jsonLines, bytes);
    const { id } = await storyAt('politics', 'council-union-agree');
    await killArticle(tester, { articleId: id });
    const count = async () => (await owner`select count(*)::int as revisions from revisions`)[0];
    const before = await count();
    expect(await importAll(jsonLines, bytes)).toMatchObject({ imported: 0, known: 3 });
    expect(await count()).toEqual(before);
    expect(await findArticle('politics', 'council-union-agree')).toEqual({ found: 'gone' });
  });

  test('knows a story again by its address, also within one file and under another headline', async () => {
    const source = 'https://gazette.example/one';
    const lines = [line({ source }), line({ source, title: 'Another headline' })];
    expect(await importAll(jsonLines, lines.join('\n'))).toMatchObject({ imported: 1, known: 1 });
  });

  test('run twice at once brings each story in once', async () => {
    const lines = Array.from({ length: 60 }, (_, index) =>
      line({
        title: `Story ${index}`,
        section: `Section ${index % 7}`,
        tags: [`Tag ${index % 5}`],
        author: 'Ann Other',
      }),
    );
    const reports = await Promise.all([1, 2].map(() => importAll(jsonLines, lines.join('\n'))));
    expect(reports.flatMap(({ problems }) => problems)).toEqual([]);
    expect(reports.map(({ imported, known }) => imported + known)).toEqual([60, 60]);
    expect((await owner`select from articles`).length).toBe(60);
  });

  test('takes back only the story that the commands refuse', async () => {
    const lines = ['Kept', 'Refused', 'Kept too'].map((title) => line({ title, section: title }));
    const entries = (await entriesOf(jsonLines, lines.join('\n'))).map((entry) =>
      // As an adapter would hand it on that checks less than the desk.
      'story' in entry && entry.line === 2 ? { ...entry, story: { ...entry.story, language: 'en_GB' } } : entry,
    );
    expect(await importStories(oneByOne(entries), { actor: tester })).toMatchObject({
      imported: 2,
      problems: [{ line: 2, reason: expect.stringContaining('language') }],
    });
    expect(await owner`select slug from sections order by slug`).toMatchObject([
      { slug: 'kept' },
      { slug: 'kept-too' },
    ]);
    expect((await storyAt('kept', 'kept')).headline).toBe('Kept');
    expect((await storyAt('kept-too', 'kept-too')).headline).toBe('Kept too');
  });

  test('gives a section whose name the site uses itself an address of its own', async () => {
    await importAll(jsonLines, line({ section: 'Search' }));
    expect((await storyAt('search-section', 'a-story')).section.name).toBe('Search');
  });

  test('of many stories tells its progress batch by batch and purges the lists at each', async () => {
    const lines = Array.from({ length: 60 }, (_, index) => line({ title: `Story ${index}`, source: null }));
    const progress: string[] = [];
    const purged: string[] = [];
    const stop = onLocalPurge(({ tags }) => purged.push(...tags));
    expect(await importAll(jsonLines, lines.join('\n'), progress)).toMatchObject({ imported: 60 });
    stop();
    expect(progress).toEqual(['25 by line 25', '50 by line 50', '60 by line 60']);
    expect(purged.filter((tag) => tag === cacheTags.latest).length).toBeGreaterThanOrEqual(3);
    const { cards } = await listArticles({ of: 'site' }, { size: 100 });
    expect(cards).toHaveLength(60);
  });

  test('is written into the audit log, story by story, as done by the import', async () => {
    await importAll(jsonLines, line({}));
    const rows = await owner`select action, actor_id, actor_name from audit_log where subject_kind = 'article'`;
    expect(rows.map(({ action }) => action).sort()).toEqual(['article.create', 'article.publish']);
    for (const row of rows) expect(row).toMatchObject({ actor_id: null, actor_name: tester.name });
  });
});

describe('a scraped page', () => {
  test('brings its votes as a count apart from the ledger', async () => {
    await importAll(scrapedPage, await fixture('scraped-page.txt'));
    const story = await storyAt('harbour', 'ferry-out-for-weeks-runs-again-and-twice-as-often');
    expect(story).toMatchObject({
      datelinePlace: 'HARROW, Westmark',
      sourceAgency: 'WNA',
      votes: 0,
      importedVotes: 1204,
    });
    expect(await owner`select from votes`).toHaveLength(0);
  });

  test('gives the day of copying as that, never as the day of publication', async () => {
    await importAll(scrapedPage, await fixture('scraped-page.txt'));
    const story = await storyAt('harbour', 'ferry-out-for-weeks-runs-again-and-twice-as-often');
    expect(story).toMatchObject({ publishedAt: new Date('2026-03-05T12:00:01Z'), dateIs: 'copied' });
  });

  test('notes the headlines of its lists as stubs, which nothing shows and nobody can publish', async () => {
    expect(await importAll(scrapedPage, await fixture('scraped-page.txt'))).toMatchObject({ imported: 1, stubs: 4 });
    const { cards } = await listArticles({ of: 'site' }, { size: 10 });
    expect(cards).toHaveLength(1);
    const asked = readAsked({ q: 'gull' });
    const found = await searchArticles(asked, { language: 'en', timeZone: 'UTC', size: 10 });
    expect(found).toMatchObject({ results: [], next: null });
    const [stub] = await owner`select id from articles where state = 'stub' limit 1`;
    await expect(publishArticle(tester, { articleId: stub?.id })).rejects.toMatchObject({ code: 'conflict' });
    expect(await importAll(scrapedPage, await fixture('scraped-page.txt'))).toMatchObject({ known: 5, stubs: 0 });
  });
});
