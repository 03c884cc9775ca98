import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { articleMetadata } from '#features/article/metadata.ts';
import { findArticle } from '#features/article/queries.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { sampleSite } from '#features/site/testing/sample-site.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { onLocalPurge } from '#lib/purge.ts';
import { withTrace } from '#lib/trace.ts';
import { linkTranslation } from './commands/link-translation.ts';
import { unlinkTranslation } from './commands/unlink-translation.ts';

const { owner } = await testDatabase();
const sectionId = await sampleSection('world');
let count = 0;

beforeEach(() => owner`delete from translations`);

async function story(language: string, publish = true) {
  count += 1;
  const slug = `${language.toLowerCase()}-${count}`;
  const { articleId } = await sampleArticle({ sectionId, headline: `Story ${count}`, slug, language });
  if (publish) await publishArticle(tester, { articleId });
  return { articleId, slug };
}

async function shownAt(slug: string) {
  const at = await findArticle('world', slug);
  if (at.found !== 'article') throw new Error(at.found);
  return at.article;
}
const languagesAt = async (slug: string) => (await shownAt(slug)).translations.map(({ language }) => language);
const link = (one: { articleId: string }, other: { articleId: string }) =>
  linkTranslation(tester, { articleId: one.articleId, otherId: other.articleId });

test('each story of a set names all the others, and search engines which is for whom', async () => {
  const [en, de, ar] = [await story('en'), await story('de'), await story('ar')];
  await link(en, de);
  await link(ar, de);
  expect(await languagesAt(en.slug)).toEqual(['ar', 'de']);
  expect(await languagesAt(de.slug)).toEqual(['ar', 'en']);
  expect(await languagesAt(ar.slug)).toEqual(['de', 'en']);
  const url = ({ slug }: { slug: string }) => `https://news.example/world/${slug}`;
  const all = { en: url(en), de: url(de), ar: url(ar) };
  const languages = async (slug: string, language: string) =>
    articleMetadata(await shownAt(slug), { ...sampleSite, language }).alternates?.languages;
  expect(await languages(de.slug, 'de')).toEqual({ ...all, 'x-default': url(de) });
  expect(await languages(en.slug, 'de')).toEqual({ ...all, 'x-default': url(de) });
  expect(await languages(ar.slug, 'fr'), 'the first one, where the site speaks none of them').toEqual({
    ...all,
    'x-default': url(en),
  });
});

test('two of one language cannot be in one set, however they come together, and nothing is changed', async () => {
  const [en, de, fr, german] = [await story('en'), await story('de'), await story('fr'), await story('de')];
  await link(en, de);
  await link(fr, german);
  await expect(link(de, german)).rejects.toMatchObject({ code: 'conflict' });
  await expect(link(en, fr)).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('(de)') });
  await expect(link(en, en)).rejects.toMatchObject({ code: 'invalid' });
  expect(await languagesAt(en.slug)).toEqual(['de']);
  expect(await languagesAt(fr.slug)).toEqual(['de']);
});

test('two who join the same sets at once do not leave a story out', async () => {
  const stories = await Promise.all(['en', 'de', 'fr', 'ar', 'ja', 'ko'].map((language) => story(language)));
  await Promise.all(stories.slice(1).map((other, index) => link(other, stories[index] as typeof other)));
  for (const { slug } of stories) expect(await languagesAt(slug)).toHaveLength(5);
});

test('a story that is taken out leaves the others together, and the last of two is alone', async () => {
  const [en, de, fr] = [await story('en'), await story('de'), await story('fr')];
  await link(en, de);
  await link(en, fr);
  await unlinkTranslation(tester, { articleId: de.articleId });
  expect(await languagesAt(en.slug)).toEqual(['fr']);
  expect(await languagesAt(de.slug)).toEqual([]);
  await unlinkTranslation(tester, { articleId: fr.articleId });
  expect(await languagesAt(en.slug)).toEqual([]);
  expect(await owner`select from translations`).toHaveLength(0);
  await expect(unlinkTranslation(tester, { articleId: en.articleId })).rejects.toMatchObject({ code: 'not_found' });
});

test.each<[string, (articleId: string) => Promise<unknown>]>([
  ['killed', (articleId) => killArticle(tester, { articleId, reason: 'a test' })],
  ['unpublished', (articleId) => unpublishArticle(tester, { articleId })],
  ['put under embargo', (articleId) => embargoArticle(tester, { articleId, until: new Date(Date.now() + 3_600_000) })],
])('a translation that is %s is named nowhere, and the pages that named it are made anew', async (_what, hide) => {
  const [en, de] = [await story('en'), await story('de')];
  await link(en, de);
  expect(await languagesAt(en.slug)).toEqual(['de']);
  await hide(de.articleId);
  const { value, trace } = await withTrace(() => languagesAt(en.slug));
  expect(value).toEqual([]);
  expect([...trace.tags], 'it may come back').toContain(cacheTags.article(de.articleId));
});

test('a draft is named once it is published, and until then by nobody', async () => {
  const [en, de] = [await story('en'), await story('de', false)];
  await link(de, en);
  expect(await languagesAt(en.slug)).toEqual([]);
  await publishArticle(tester, { articleId: de.articleId });
  expect(await languagesAt(en.slug)).toEqual(['de']);
});

test('a link and its end purge the pages of all of the set', async () => {
  const [en, de, fr] = [await story('en'), await story('de'), await story('fr')];
  await link(en, de);
  const purged = new Set<string>();
  const stop = onLocalPurge(({ tags }) => {
    for (const name of tags) purged.add(name);
  });
  const all = [en, de, fr].map(({ articleId }) => cacheTags.article(articleId));
  await link(fr, en);
  expect([...purged]).toEqual(expect.arrayContaining(all));
  purged.clear();
  await unlinkTranslation(tester, { articleId: fr.articleId });
  stop();
  expect([...purged]).toEqual(expect.arrayContaining(all));
});

test('what search engines are to find elsewhere is no alternate, but readers find it', async () => {
  const en = await story('en');
  const { articleId } = await sampleArticle({
    sectionId,
    headline: 'Kopie',
    slug: 'kopie',
    language: 'fr',
    canonical: 'noindex',
  });
  await publishArticle(tester, { articleId });
  await link(en, { articleId });
  const shown = await shownAt(en.slug);
  expect(shown.translations.map(({ language }) => language)).toEqual(['fr']);
  expect(articleMetadata(shown, sampleSite).alternates?.languages).toBeUndefined();
  expect(articleMetadata(await shownAt('kopie'), sampleSite).alternates?.languages).toBeUndefined();
});

test('a story that was killed, or only seen elsewhere, has no translations', async () => {
  const [en, de, german] = [await story('en'), await story('de'), await story('de')];
  await link(en, de);
  await killArticle(tester, { articleId: de.articleId, reason: 'a test' });
  await expect(link(de, await story('fr'))).rejects.toMatchObject({ code: 'conflict' });
  await link(en, german);
  expect((await shownAt(en.slug)).translations.map(({ href }) => href)).toEqual([`/world/${german.slug}`]);
});

test('who may write only in own stories links them only with own ones', async () => {
  const [row] = await owner`insert into users (email, name, role) values ('a@example.org', 'A', 'author') returning id`;
  const author = { kind: 'user', id: row?.id as string, name: 'A', role: 'author' } as const;
  const content = { sectionId, headline: 'Own', slug: 'own' };
  const own = await sampleArticle(content, author);
  const { articleId: otherId } = await story('de');
  const attempt = linkTranslation(author, { articleId: own.articleId, otherId });
  await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  const translated = await sampleArticle({ ...content, slug: 'eigen', language: 'de' }, author);
  await linkTranslation(author, { articleId: own.articleId, otherId: translated.articleId });
});
