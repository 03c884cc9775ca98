import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { testDatabase } from '#db/testing/test-database.ts';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { findArticle } from '#features/article/queries.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { createDraft } from '#features/draft/commands/create-draft.ts';
import { saveDraft } from '#features/draft/commands/save-draft.ts';
import type { saveDraftInput } from '#features/draft/schema.ts';
import { sampleUser } from '#features/draft/testing/sample-draft.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { amendEnvironment } from '#lib/env.ts';
import { withTrace } from '#lib/trace.ts';
import type { Role } from '#lib/vocabulary.ts';
import { createPreviewLink } from './commands/create-preview-link.ts';
import { endPreviewLinks } from './commands/end-preview-links.ts';
import type { Preview } from './dto.ts';
import { readPreview } from './queries.ts';
import { forgetPreviewLinks, listPreviewLinks } from './queries-links.ts';

const { owner } = await testDatabase();
amendEnvironment({ BROADSHEET_SECRET: 'a secret of at least 32 characters', SITE_URL: 'https://news.example' });
const ids = { section: '', tags: [] as string[], bylines: [] as string[] };

beforeAll(async () => {
  ids.section = await sampleSection('world');
  for (const slug of ['ships', 'harbours']) ids.tags.push((await createTag(tester, { slug, name: slug })).tagId);
  for (const handle of ['zoe', 'ann'])
    ids.bylines.push((await createByline(tester, { handle, name: handle })).bylineId);
});

const user = (role: Role) => sampleUser(owner, role, role);

type Content = Partial<z.input<typeof saveDraftInput>['content']>;

const write = (articleId: string, content: Content, baseVersion = 0) =>
  saveDraft(tester, { articleId, baseVersion, saveId: randomUUID(), content });

async function tokenFor(articleId: string): Promise<string> {
  const { href } = await createPreviewLink(tester, { articleId });
  return href.slice('/preview/'.length);
}

async function preview(articleId: string): Promise<Preview> {
  const at = await readPreview(await tokenFor(articleId));
  if (at.found !== 'preview') throw new Error(at.found);
  return at.preview;
}

test('a story that is public and has no newer words is previewed exactly as its page has it', async () => {
  const { articleId } = await sampleArticle({
    sectionId: ids.section,
    headline: 'Ships, ships',
    kicker: 'Harbour',
    standfirst: 'Many ships.',
    datelinePlace: 'SEOUL',
    sourceAgency: 'AP',
    sourceUrl: 'https://example.org/ships',
    licence: 'CC BY 4.0',
    tagIds: ids.tags,
    bylineIds: ids.bylines,
  });
  await publishArticle(tester, { articleId });
  const page = await findArticle('world', 'ships-ships');
  const shown = await preview(articleId);
  expect(shown.article).toEqual(page.found === 'article' && page.article);
  expect(shown).toMatchObject({ state: 'public', unfinished: [], picturesToCome: 0 });
});

test('the working copy is shown, else the newest revision; readers see neither', async () => {
  const { articleId, version } = await sampleArticle({ sectionId: ids.section, headline: 'First words' });
  await publishArticle(tester, { articleId });
  const content = { sectionId: ids.section, headline: 'Second words', body: paragraph('More happened.') };
  await saveRevision(tester, { articleId, version: version + 1, content });
  expect(await preview(articleId)).toMatchObject({ state: 'older_public', article: { headline: 'Second words' } });
  await write(articleId, { ...content, headline: 'Third words' });
  const third = await preview(articleId);
  expect(third).toMatchObject({ state: 'older_public', article: { headline: 'Third words' } });
  expect(third.article.bodyHtml).toBe('<p>More happened.</p>');
  expect(await findArticle('world', 'first-words')).toMatchObject({ article: { headline: 'First words' } });
});

test('words with nothing finished are shown with placeholders, and with what is to be done', async () => {
  const { articleId } = await createDraft(tester, {});
  const { article, unfinished, state } = await preview(articleId);
  expect(article.headline).toBe('[No headline yet]');
  expect(article.trail).toEqual([{ name: '[No section yet]', href: '#content' }]);
  expect(article.bodyHtml).toBe('<p>[No text yet]</p>');
  expect(state).toBe('draft');
  expect(unfinished).toContain('The headline is missing: write one.');
  expect(unfinished).toContain('The section is missing: choose one.');
});

test('half an address of a source, a tag that is gone and a picture without renditions do not break it', async () => {
  const { articleId } = await createDraft(tester, {});
  const [asset] = await owner`insert into media_assets (sha256, storage_key, media_type, bytes, width, height)
    values ('aa', 'aa/raw', 'image/jpeg', 3, 30, 20) returning id`;
  const image = { type: 'image' as const, attrs: { assetId: asset?.id } };
  await write(
    articleId,
    {
      headline: 'Half',
      sourceUrl: 'https:/',
      tagIds: [randomUUID(), ids.tags[0] as string],
      heroAssetId: asset?.id,
      body: { type: 'doc', content: [image, ...paragraph('Text.').content] },
    },
    1,
  );
  const { article, picturesToCome, unfinished } = await preview(articleId);
  expect(article).toMatchObject({ sourceUrl: null, picture: null, bodyHtml: '<p>Text.</p>' });
  expect(article.tags.map(({ name }) => name)).toEqual(['ships']);
  expect(picturesToCome).toBe(1);
  expect(unfinished.join()).toContain('Address of the original');
});

test('it says how the story stands with readers', async () => {
  const { articleId } = await sampleArticle({ sectionId: ids.section, headline: 'Standing' });
  expect((await preview(articleId)).state).toBe('draft');
  await publishArticle(tester, { articleId, at: new Date(Date.now() + 3_600_000) });
  expect((await preview(articleId)).state).toBe('scheduled');
  await publishArticle(tester, { articleId });
  expect((await preview(articleId)).state).toBe('public');
  await embargoArticle(tester, { articleId, until: new Date(Date.now() + 3_600_000) });
  expect((await preview(articleId)).state).toBe('embargoed');
  await embargoArticle(tester, { articleId, until: null });
  await archiveArticle(tester, { articleId });
  expect((await preview(articleId)).state).toBe('public');
  await unpublishArticle(tester, { articleId });
  expect((await preview(articleId)).state).toBe('draft');
});

test('nothing of it may be kept', async () => {
  const { articleId } = await sampleArticle({ sectionId: ids.section });
  for (const token of [await tokenFor(articleId), 'nonsense']) {
    const { trace } = await withTrace(() => readPreview(token));
    expect(trace.cacheable).toBe(false);
  }
});

test('a killed story is shown to nobody, and gets no new link', async () => {
  const { articleId } = await sampleArticle({ sectionId: ids.section });
  const token = await tokenFor(articleId);
  await killArticle(tester, { articleId });
  expect(await readPreview(token)).toEqual({ found: 'ended' });
  await expect(createPreviewLink(tester, { articleId })).rejects.toMatchObject({ code: 'conflict' });
});

test('a link ends when it runs out', async () => {
  const { articleId } = await sampleArticle({ sectionId: ids.section });
  const token = await tokenFor(articleId);
  expect(await readPreview(token)).toMatchObject({ found: 'preview' });
  await owner`update preview_links set expires_at = now() where article_id = ${articleId}`;
  expect(await readPreview(token)).toEqual({ found: 'ended' });
});

test('a token that was not signed here leads to nothing', async () => {
  const { articleId } = await sampleArticle({ sectionId: ids.section });
  const token = await tokenFor(articleId);
  for (const wrong of [`${token}A`, token.slice(1), articleId, '', '..']) {
    expect(await readPreview(wrong)).toEqual({ found: 'nothing' });
  }
});

test('who may not edit a story makes no link to it, and a link ends with the rights of who made it', async () => {
  const author = await user('author');
  const { articleId } = await sampleArticle({ sectionId: ids.section, headline: 'Own' }, author);
  await expect(createPreviewLink(await user('author'), { articleId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(createPreviewLink(author, { articleId: randomUUID() })).rejects.toMatchObject({ code: 'not_found' });
  const editor = await user('editor');
  const links = await Promise.all([author, editor].map((actor) => createPreviewLink(actor, { articleId })));
  const found = () => Promise.all(links.map(async ({ href }) => (await readPreview(href.split('/')[2] ?? '')).found));
  expect(await found()).toEqual(['preview', 'preview']);
  await owner`update users set role = 'author' where id = ${editor.id}`;
  expect(await found()).toEqual(['preview', 'ended']);
  await owner`update users set suspended_at = now() where id = ${author.id}`;
  expect(await found()).toEqual(['ended', 'ended']);
});

test('a link works for as long as was asked, at most a week, and is noted in the audit log', async () => {
  const { articleId } = await sampleArticle({ sectionId: ids.section });
  const { url, href, expiresAt } = await createPreviewLink(tester, { articleId, hours: 2 });
  expect(url).toBe(`https://news.example${href}`);
  expect(expiresAt.getTime() - Date.now()).toBeGreaterThan(2 * 3_600_000 - 60_000);
  expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(2 * 3_600_000);
  await expect(createPreviewLink(tester, { articleId, hours: 169 })).rejects.toMatchObject({ code: 'invalid' });
  const [entry] = await owner`select * from audit_log where subject_id = ${articleId} order by id desc limit 1`;
  expect(entry).toMatchObject({ action: 'article.preview', details: { until: expiresAt.toISOString() } });
});

test('who may edit a story sees its links and ends one or all of them, and nobody else', async () => {
  const [author, editor, other] = [await user('author'), await user('editor'), await user('author')];
  const { articleId } = await sampleArticle({ sectionId: ids.section }, author);
  const tokens: string[] = [];
  for (const actor of [author, editor, editor]) {
    tokens.push((await createPreviewLink(actor, { articleId })).href.slice('/preview/'.length));
  }
  const found = () => Promise.all(tokens.map(async (token) => (await readPreview(token)).found));
  const links = await listPreviewLinks(author, articleId);
  expect(links.map(({ madeBy }) => madeBy)).toEqual(['editor', 'editor', 'author']);
  expect(await listPreviewLinks(other, articleId)).toEqual([]);
  await expect(endPreviewLinks(other, { articleId })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await endPreviewLinks(author, { articleId, linkId: links[0]?.id as string })).toMatchObject({ ended: 1 });
  expect(await found()).toEqual(['preview', 'preview', 'ended']);
  expect(await endPreviewLinks(editor, { articleId })).toMatchObject({ ended: 2 });
  expect(await found()).toEqual(['ended', 'ended', 'ended']);
  expect(await listPreviewLinks(editor, articleId)).toEqual([]);
  expect(await endPreviewLinks(editor, { articleId })).toMatchObject({ ended: 0 });
  const entries = await owner`select details from audit_log where action = 'article.preview-end'
    and subject_id = ${articleId} order by id`;
  expect(entries).toMatchObject([{ details: { links: 1 } }, { details: { links: 2 } }]);
});

test('ending a link of another story does nothing to it', async () => {
  const [{ articleId }, other] = [
    await sampleArticle({ sectionId: ids.section }),
    await sampleArticle({ sectionId: ids.section }),
  ];
  const token = await tokenFor(other.articleId);
  const [link] = await listPreviewLinks(tester, other.articleId);
  expect(await endPreviewLinks(tester, { articleId, linkId: link?.id as string })).toMatchObject({ ended: 0 });
  expect(await readPreview(token)).toMatchObject({ found: 'preview' });
});

test('links that ran out a month ago are forgotten; what they led to has ended all the same', async () => {
  const { articleId } = await sampleArticle({ sectionId: ids.section });
  const [old, young] = [await tokenFor(articleId), await tokenFor(articleId)];
  await owner`update preview_links set expires_at = now() - interval '31 days'
    where id = (select min(id::text)::uuid from preview_links where article_id = ${articleId})`;
  await forgetPreviewLinks();
  expect(await owner`select id from preview_links where article_id = ${articleId}`).toHaveLength(1);
  expect([(await readPreview(old)).found, (await readPreview(young)).found]).toEqual(['ended', 'preview']);
});
