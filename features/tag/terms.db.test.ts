import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { deleteByline } from '#features/byline/commands/delete-byline.ts';
import { editByline } from '#features/byline/commands/edit-byline.ts';
import { findDeskByline, listBylines } from '#features/byline/queries-desk.ts';
import { respondWithFeed } from '#features/feed/respond.ts';
import { findRedirect } from '#features/redirect/queries.ts';
import { createTag } from './commands/create-tag.ts';
import { deleteTag } from './commands/delete-tag.ts';
import { editTag } from './commands/edit-tag.ts';
import { findDeskTag, listTags } from './queries-desk.ts';

const { owner } = await testDatabase();
const sectionId = await sampleSection('world');
beforeEach(() => owner`truncate tags, bylines, redirects cascade`);

describe('a tag', () => {
  test('keeps its former address when its slug changes, for its feed too', async () => {
    const { tagId } = await createTag(tester, { slug: 'ships', name: 'Ships' });
    await editTag(tester, { tagId, slug: 'vessels', name: 'Vessels' });
    expect(await findDeskTag(tagId)).toMatchObject({ name: 'Vessels', slug: 'vessels' });
    expect(await findRedirect('/tag/ships')).toBe('/tag/vessels');
    const feed = await respondWithFeed({ of: 'tag', segment: 'ships' }, 'json');
    expect(feed.headers.get('location')).toBe('/tag/vessels/feed.json');
    await expect(createTag(tester, { slug: 'ships', name: 'Ships' })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('is deleted only while no version of a story has it', async () => {
    const { tagId } = await createTag(tester, { slug: 'ships', name: 'Ships' });
    const unused = await createTag(tester, { slug: 'boats', name: 'Boats' });
    await sampleArticle({ sectionId, tagIds: [tagId] });
    await expect(deleteTag(tester, { tagId })).rejects.toMatchObject({ code: 'conflict' });
    expect(await deleteTag(tester, { tagId: unused.tagId })).toEqual({ name: 'Boats' });
  });

  test('is listed by name, page by page, and found by any part of it', async () => {
    for (const [index, name] of ['Übersee', 'ants', 'Bees', '100%_\\', 'bees'].entries()) {
      await createTag(tester, { slug: `tag-${index}`, name });
    }
    const first = await listTags({ q: '', after: null }, 3);
    const second = await listTags({ q: '', after: first.after }, 3);
    const names = [...first.rows, ...second.rows].map(({ name }) => name);
    expect(names).toHaveLength(5);
    expect(new Set(names).size).toBe(5);
    expect(second.after).toBeNull();
    const found = async (q: string) => (await listTags({ q, after: null })).rows.map(({ name }) => name);
    expect(await found('EE')).toHaveLength(3);
    expect(await found('%_\\')).toEqual(['100%_\\']);
    expect(await found('%a')).toEqual([]);
  });

  test('counts the stories that are public with it now, each once', async () => {
    const { tagId } = await createTag(tester, { slug: 'ships', name: 'Ships' });
    const { articleId } = await sampleArticle({ sectionId, tagIds: [tagId] });
    const scheduled = await sampleArticle({ sectionId, tagIds: [tagId] });
    expect((await findDeskTag(tagId))?.stories).toBe(0);
    await publishArticle(tester, { articleId });
    await publishArticle(tester, { articleId });
    await publishArticle(tester, { articleId: scheduled.articleId, at: new Date(Date.now() + 3_600_000) });
    expect((await findDeskTag(tagId))?.stories).toBe(1);
    await unpublishArticle(tester, { articleId });
    expect((await findDeskTag(tagId))?.stories).toBe(0);
  });
});

describe('a byline', () => {
  test('keeps its former address, and says whose account it is', async () => {
    const [user] =
      await owner`insert into users (email, name, role) values ('a@example.org', 'Ann', 'author') returning id`;
    const { bylineId } = await createByline(tester, { handle: 'ann', name: 'Ann', userId: user?.id });
    await editByline(tester, {
      bylineId,
      handle: 'ann-other',
      name: 'Ann Other',
      biography: 'Writes.',
      userId: user?.id,
    });
    expect(await findDeskByline(bylineId)).toMatchObject({ name: 'Ann Other', account: 'Ann', biography: 'Writes.' });
    expect(await findRedirect('/author/ann')).toBe('/author/ann-other');
    expect((await listBylines({ q: 'other', after: null })).rows).toHaveLength(1);
    const nobody = editByline(tester, { bylineId, handle: 'ann', name: 'Ann', userId: crypto.randomUUID() });
    await expect(nobody).rejects.toMatchObject({ code: 'invalid', fields: { userId: 'There is no such account.' } });
  });

  test('is deleted only while no version of a story bears it', async () => {
    const { bylineId } = await createByline(tester, { handle: 'ann', name: 'Ann' });
    const unused = await createByline(tester, { handle: 'bo', name: 'Bo' });
    await sampleArticle({ sectionId, bylineIds: [bylineId] });
    await expect(deleteByline(tester, { bylineId })).rejects.toMatchObject({ code: 'conflict' });
    expect(await deleteByline(tester, { bylineId: unused.bylineId })).toEqual({ name: 'Bo' });
  });

  test('counts the stories that are public under it now, each once', async () => {
    const { bylineId } = await createByline(tester, { handle: 'ann', name: 'Ann' });
    const { articleId } = await sampleArticle({ sectionId, bylineIds: [bylineId] });
    await publishArticle(tester, { articleId });
    await publishArticle(tester, { articleId });
    expect((await findDeskByline(bylineId))?.stories).toBe(1);
    await unpublishArticle(tester, { articleId });
    expect((await findDeskByline(bylineId))?.stories).toBe(0);
  });
});
