import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { findArticle } from '#features/article/queries.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { readRelated } from '#features/related/queries.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { relateArticle } from './relate-article.ts';

await testDatabase();

test('shared tags come before the section, the section before nothing, and nobody is related to itself', async () => {
  const science = await sampleSection('science');
  const sport = await sampleSection('sport');
  const { tagId: ice } = await createTag(tester, { slug: 'ice', name: 'Ice' });
  const { tagId: sea } = await createTag(tester, { slug: 'sea', name: 'Sea' });
  const publish = async (headline: string, sectionId: string, tagIds: string[]) => {
    const { articleId } = await sampleArticle({ sectionId, headline, tagIds });
    await publishArticle(tester, { articleId });
    return articleId;
  };
  const self = await publish('Self', science, [ice, sea]);
  await publish('Elsewhere, both tags', sport, [ice, sea]);
  const killed = await publish('Killed, both tags', science, [ice, sea]);
  await publish('Same section, one tag', science, [ice]);
  await publish('Same section', science, []);
  await publish('self ', sport, [ice]);
  await publish('Stranger', sport, []);
  await killArticle(tester, { articleId: killed });

  await relateArticle(self);
  const at = await findArticle('science', 'self');
  if (at.found !== 'article') throw new Error(at.found);
  const cards = await readRelated(at.article, 10);
  expect(cards.map(({ headline }) => headline)).toEqual([
    'Elsewhere, both tags',
    'Same section, one tag',
    'Same section',
  ]);
  // Those that it is related to have learned of it in turn.
  const other = await findArticle('science', 'same-section');
  if (other.found !== 'article') throw new Error(other.found);
  expect((await readRelated(other.article, 10)).map(({ headline }) => headline)).toContain('Self');
});
