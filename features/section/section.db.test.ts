import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { respondWithFeed } from '#features/feed/respond.ts';
import { findRedirect } from '#features/redirect/queries.ts';
import { createSection } from './commands/create-section.ts';
import { deleteSection } from './commands/delete-section.ts';
import { editSection } from './commands/edit-section.ts';
import { orderSections } from './commands/order-sections.ts';
import { reservedSegments } from './schema.ts';

const { owner } = await testDatabase();
let world = '';
let sport = '';

beforeEach(async () => {
  await owner`truncate sections, redirects cascade`;
  world = await sampleSection('world');
  sport = await sampleSection('sport');
});

const values = (more: object = {}) => ({ slug: 'world', name: 'World', ...more });

test('a new slug leaves a redirect for the page, its stories and its feed, however often it changes and goes back', async () => {
  await editSection(tester, { sectionId: world, ...values({ slug: 'planet' }) });
  await editSection(tester, { sectionId: world, ...values({ slug: 'größe' }) });
  expect(await findRedirect('/world')).toBe('/gr%C3%B6%C3%9Fe');
  expect(await findRedirect('/planet/a-story')).toBe('/gr%C3%B6%C3%9Fe/a-story');
  const feed = await respondWithFeed({ of: 'section', segment: 'world' }, 'rss');
  expect([feed.status, feed.headers.get('location')]).toEqual([308, '/gr%C3%B6%C3%9Fe/feed.xml']);
  await editSection(tester, { sectionId: world, ...values() });
  expect(await findRedirect('/world')).toBeNull();
  expect(await findRedirect('/planet')).toBe('/world');
});

test('a former address is not given to another section', async () => {
  await editSection(tester, { sectionId: world, ...values({ slug: 'planet' }) });
  const message = 'The address /world leads to /planet already: choose another.';
  await expect(createSection(tester, values())).rejects.toMatchObject({ code: 'conflict', message });
  const taken = editSection(tester, { sectionId: sport, ...values() });
  await expect(taken).rejects.toMatchObject({ code: 'conflict', message });
});

test.each([...reservedSegments])('the site keeps /%s for itself', async (slug) => {
  await expect(editSection(tester, { sectionId: world, ...values({ slug }) })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('a slug that another section has is refused, beside the field', async () => {
  const attempt = editSection(tester, { sectionId: sport, ...values() });
  await expect(attempt).rejects.toMatchObject({ code: 'conflict', fields: { slug: 'is taken' } });
});

test('a section cannot stand below itself, at any depth, whoever moves first', async () => {
  await editSection(tester, { sectionId: sport, slug: 'sport', name: 'Sport', parentId: world });
  for (const parentId of [world, sport]) {
    const attempt = editSection(tester, { sectionId: world, ...values({ parentId }) });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid', message: 'A section cannot stand below itself.' });
  }
  await editSection(tester, { sectionId: sport, slug: 'sport', name: 'Sport' });
  const moves = await Promise.allSettled([
    editSection(tester, { sectionId: sport, slug: 'sport', name: 'Sport', parentId: world }),
    editSection(tester, { sectionId: world, ...values({ parentId: sport }) }),
  ]);
  expect(moves.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('a new section goes to the end, and an order is taken only for what is there', async () => {
  const order = async () => (await owner`select id from sections order by position`).map(({ id }) => id);
  expect(await order()).toEqual([world, sport]);
  await orderSections(tester, { parentId: null, sectionIds: [sport, world] });
  expect(await order()).toEqual([sport, world]);
  for (const sectionIds of [[world], [world, world], [world, sport, crypto.randomUUID()]]) {
    await expect(orderSections(tester, { parentId: null, sectionIds })).rejects.toMatchObject({ code: 'conflict' });
  }
});

test('a section with stories, former stories or sections under it stays; an unused one goes', async () => {
  const child = await sampleSection('child', sport);
  const { articleId } = await sampleArticle({ sectionId: world });
  await publishArticle(tester, { articleId });
  for (const sectionId of [world, sport]) {
    await expect(deleteSection(tester, { sectionId })).rejects.toMatchObject({ code: 'conflict' });
  }
  await deleteSection(tester, { sectionId: child });
  await deleteSection(tester, { sectionId: sport });
  await expect(deleteSection(tester, { sectionId: sport })).rejects.toMatchObject({ code: 'not_found' });
});
