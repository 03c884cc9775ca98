import { beforeAll, describe, expect, test, vi } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { withTrace } from '#lib/trace.ts';
import { archiveArticle } from './commands/archive-article.ts';
import { killArticle } from './commands/kill-article.ts';
import { publishArticle } from './commands/publish-article.ts';
import { type ListScope, listArticles } from './lists.ts';
import { sampleArticle, sampleSection, tester } from './testing/sample-article.ts';

const { owner, ownerUrl } = await testDatabase();
const database = new URL(ownerUrl).pathname.slice(1);
const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const published: string[] = [];
let parent = '';
let child = '';
let tagId = '';
let bylineId = '';

beforeAll(async () => {
  parent = await sampleSection('science');
  child = await sampleSection('climate', parent);
  ({ tagId } = await createTag(tester, { slug: 'ice', name: 'Ice' }));
  ({ bylineId } = await createByline(tester, { handle: 'ann', name: 'Ann' }));
  for (let number = 1; number <= 25; number += 1) {
    const sectionId = number % 2 === 0 ? parent : child;
    const { articleId } = await sampleArticle({
      sectionId,
      headline: `Story ${number}`,
      tagIds: [tagId],
      bylineIds: [bylineId],
    });
    // Five stories share each date, so that the id has to decide between them.
    await publishArticle(tester, { articleId, firstPublishedAt: day(Math.ceil(number / 5)) });
    published.unshift(articleId);
  }
});

const scopes: [string, () => ListScope][] = [
  ['the site', () => ({ of: 'site' })],
  ['a section with those under it', () => ({ of: 'sections', ids: [parent, child] })],
  ['a tag', () => ({ of: 'tag', id: tagId })],
  ['a byline', () => ({ of: 'byline', id: bylineId })],
];

describe.each(scopes)('the list of %s', (_name, scope) => {
  test('holds every story once, newest first, page by page and back again', async () => {
    const seen: string[] = [];
    const cursors: (string | null)[] = [];
    let before: string | undefined;
    do {
      const page = await listArticles(scope(), { size: 4, before });
      seen.push(...page.cards.map(({ id }) => id));
      cursors.push(page.newer);
      before = page.older ?? undefined;
    } while (before);
    expect(seen).toEqual(published);
    expect(cursors[0]).toBeNull();

    const back = await listArticles(scope(), { size: 4, after: cursors[3] ?? undefined });
    expect(back.cards.map(({ id }) => id)).toEqual(published.slice(8, 12));
  });
});

test('a cursor that is none is as good as no cursor', async () => {
  const plain = await listArticles({ of: 'site' }, { size: 3 });
  for (const before of ['', 'x', "1'; drop table articles", '99999999999999999999-0']) {
    expect(await listArticles({ of: 'site' }, { size: 3, before })).toEqual(plain);
  }
});

test('bounds in time are half open', async () => {
  const { cards } = await listArticles({ of: 'site' }, { size: 50, from: day(2), to: day(3) });
  expect(cards.map(({ headline }) => headline)).toEqual(['Story 10', 'Story 9', 'Story 8', 'Story 7', 'Story 6']);
});

test('scheduled, archived and killed stories are not listed, and the list knows when it changes', async () => {
  const make = async (headline: string, at?: Date) => {
    const { articleId } = await sampleArticle({ sectionId: parent, headline, tagIds: [tagId] });
    await publishArticle(tester, { articleId, at });
    return articleId;
  };
  const at = new Date(Date.now() + 3_600_000);
  await make('Scheduled', at);
  await archiveArticle(tester, { articleId: await make('Archived') });
  await killArticle(tester, { articleId: await make('Killed') });
  const { value, trace } = await withTrace(() => listArticles({ of: 'site' }, { size: 3 }));
  expect(value.cards.map(({ headline }) => headline)).toEqual(['Story 25', 'Story 24', 'Story 23']);
  expect(trace.validUntil).toBe(at.getTime());
});

const indexes = {
  site: 'publications_latest',
  sections: 'publications_section',
  tag: 'publication_tags_list',
  byline: 'publication_bylines_list',
} as const;

test.each(scopes)('a page of %s is read through the index made for it', async (_name, scope) => {
  const index = indexes[scope().of];
  const scans = async () => {
    const [row] = await owner`select idx_scan::int as scans from pg_stat_user_indexes where indexrelname = ${index}`;
    return row?.scans;
  };
  // So few rows are sorted faster: with that switched off, it shows whether the query allows the way for many.
  for (const way of ['enable_seqscan', 'enable_bitmapscan', 'enable_sort']) {
    await owner.unsafe(`alter database ${database} set ${way} = off`);
  }
  await closeDatabase();
  const before = await scans();
  await listArticles(scope(), { size: 4 });
  await closeDatabase();
  await vi.waitFor(async () => expect(await scans()).toBeGreaterThan(before), 5000);
});

test('what was published at a moment between two milliseconds stands on one page of its tag and its byline only', async () => {
  const tag = (await createTag(tester, { slug: 'now', name: 'Now' })).tagId;
  const byline = (await createByline(tester, { handle: 'bea', name: 'Bea' })).bylineId;
  for (const headline of ['One', 'Two']) {
    const { articleId } = await sampleArticle({ sectionId: parent, headline, tagIds: [tag], bylineIds: [byline] });
    await publishArticle(tester, { articleId });
  }
  for (const scope of [{ of: 'tag', id: tag } as const, { of: 'byline', id: byline } as const]) {
    const { older } = await listArticles(scope, { size: 1 });
    const { cards } = await listArticles(scope, { size: 1, before: older ?? undefined });
    expect(cards.map(({ headline }) => headline)).toEqual(['One']);
  }
});
