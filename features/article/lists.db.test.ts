import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { withTrace } from '#lib/trace.ts';
import { archiveArticle } from './commands/archive-article.ts';
import { killArticle } from './commands/kill-article.ts';
import { publishArticle } from './commands/publish-article.ts';
import { type ListScope, listArticles } from './lists.ts';
import { sampleArticle, sampleSection, tester } from './testing/sample-article.ts';

const { owner } = await testDatabase();
const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const published: string[] = [];
let parent = '';
let child = '';
let tagId = '';

beforeAll(async () => {
  parent = await sampleSection('science');
  child = await sampleSection('climate', parent);
  ({ tagId } = await createTag(tester, { slug: 'ice', name: 'Ice' }));
  for (let number = 1; number <= 25; number += 1) {
    const sectionId = number % 2 === 0 ? parent : child;
    const { articleId } = await sampleArticle({ sectionId, headline: `Story ${number}`, tagIds: [tagId] });
    // Five stories share each date, so that the id has to decide between them.
    await publishArticle(tester, { articleId, firstPublishedAt: day(Math.ceil(number / 5)) });
    published.unshift(articleId);
  }
});

const scopes: [string, () => ListScope][] = [
  ['the site', () => ({ of: 'site' })],
  ['a section with those under it', () => ({ of: 'sections', ids: [parent, child] })],
  ['a tag', () => ({ of: 'tag', id: tagId })],
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

test.each(scopes)('a page of %s is read through an index, not by sorting a table', async (_name, scope) => {
  const column = {
    site: 'publications_latest',
    sections: 'publications_section',
    tag: 'publication_tags_list',
    byline: '',
  };
  await owner`set enable_seqscan = off`;
  const table = scope().of === 'tag' ? 'publication_tags' : 'publications';
  const where = { site: '', sections: `where section_id = '${parent}'`, tag: `where tag_id = '${tagId}'`, byline: '' };
  const plan = await owner.unsafe(`explain select article_id from ${table} ${where[scope().of]}
    order by first_published_at desc, article_id desc limit 5`);
  expect(JSON.stringify(plan)).toContain(column[scope().of]);
});
