import { expect, test } from 'vitest';
import { sqlClient } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { findArticle } from '#features/article/queries.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { readRelated } from '#features/related/queries.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { onLocalPurge } from '#lib/purge.ts';
import { relateArticle } from './relate-article.ts';

await testDatabase();

const science = await sampleSection('science');
const sport = await sampleSection('sport');
const { tagId: ice } = await createTag(tester, { slug: 'ice', name: 'Ice' });

async function publish(headline: string, text: string, sectionId: string, tagIds: string[] = []): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId, headline, body: paragraph(text), tagIds });
  await publishArticle(tester, { articleId });
  await relateArticle(articleId);
  return articleId;
}

async function relatedTo(section: string, slug: string): Promise<string[]> {
  const at = await findArticle(section, slug);
  if (at.found !== 'article') throw new Error(at.found);
  return (await readRelated(at.article)).map(({ headline }) => headline);
}

const glacier = 'The glacier above the village lost nine metres of ice this summer, say researchers who drilled there.';

test('stories about the same thing come first, then a shared tag, then the section; reprints and strangers never', async () => {
  await publish('Researchers drill the glacier again', 'Researchers drilled the glacier above the village.', sport);
  await publish('Rink closes', 'Skaters wait while pipes are mended.', sport, [ice]);
  await publish('Telescope opens', 'Domes turned towards the southern sky.', science);
  await publish('Marathon won', 'Runners crossed town under rain.', sport);
  await publish('Village glacier lost nine metres', glacier, sport);
  const killed = await publish('Glacier of the village', `${glacier} A second summer follows.`, science, [ice]);
  await killArticle(tester, { articleId: killed });
  await publish('Glacier lost nine metres', glacier, science, [ice]);

  expect(await relatedTo('science', 'glacier-lost-nine-metres')).toEqual([
    'Researchers drill the glacier again',
    'Rink closes',
    'Telescope opens',
  ]);
});

test('those that it is related to learn of it in turn, each reprint of it standing there once', async () => {
  expect(await relatedTo('sport', 'researchers-drill-the-glacier-again')).toEqual([
    'Village glacier lost nine metres',
    'Rink closes',
    'Marathon won',
  ]);
});

test('a story that is no longer public leaves all lists, and has none of its own', async () => {
  const at = await findArticle('sport', 'rink-closes');
  if (at.found !== 'article') throw new Error(at.found);
  const { id } = at.article;
  await killArticle(tester, { articleId: id });
  await relateArticle(id);
  const left = await sqlClient()`select 1 from related where article_id = ${id} or related_id = ${id}`;
  expect(left).toHaveLength(0);
});

test('of a list that is long enough a page is rendered anew only for what comes among the foremost', async () => {
  const tags = await Promise.all(
    ['one', 'two'].map(async (slug) => (await createTag(tester, { slug, name: slug })).tagId),
  );
  const culture = await sampleSection('culture');
  const purged: string[] = [];
  const stop = onLocalPurge(({ tags: of }) => purged.push(...of));
  const read = await publish('Opera opens', 'Curtains rise over velvet.', culture, tags);
  for (let number = 0; number < 10; number += 1) {
    const words = String.fromCharCode(97 + number).repeat(5);
    await publish(`Tagged ${words}`, `${words} ${words}x.`, culture, tags);
  }
  expect(purged.filter((tag) => tag === cacheTags.related(read))).toHaveLength(10);
  purged.length = 0;
  await publish('Somewhere behind', 'Quite another thing.', culture);
  expect(purged).not.toContain(cacheTags.related(read));
  await publish('Opera opens again', 'Curtains rise for a second season of four premieres.', culture, tags);
  expect(purged).toContain(cacheTags.related(read));
  stop();
});
