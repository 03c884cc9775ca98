import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { withTrace } from '#lib/trace.ts';
import { searchArticles } from './queries.ts';

await testDatabase();
let sectionId = '';

beforeAll(async () => {
  sectionId = await sampleSection('world');
});

async function published(headline: string, more: { text?: string; language?: string; standfirst?: string } = {}) {
  const { text = 'Something happened.', ...content } = more;
  const { articleId, version } = await sampleArticle({ sectionId, headline, body: paragraph(text), ...content });
  await publishArticle(tester, { articleId });
  return { articleId, version };
}

const found = async (query: string, { language = 'en', page = 1, size = 20 } = {}) => {
  const { cards, more } = await searchArticles(query, { language, page, size });
  return { headlines: cards.map(({ headline }) => headline), more };
};
const headlines = async (query: string, language = 'en') => (await found(query, { language })).headlines;

describe('the search', () => {
  test('finds words of headline, standfirst and body in any of their forms, the headline first', async () => {
    await published('A quiet day', { text: 'Two ferries sailed.' });
    await published('Nothing new', { standfirst: 'The ferry is late.' });
    await published('Ferry sails');
    expect(await headlines('ferry')).toEqual(['Ferry sails', 'Nothing new', 'A quiet day']);
  });

  test('reads phrases, exclusions and alternatives', async () => {
    await published('Harbour master retires');
    await published('Master of the harbour');
    expect(await headlines('"harbour master"')).toEqual(['Harbour master retires']);
    expect(await headlines('harbour -retires')).toEqual(['Master of the harbour']);
    expect(await headlines('harbour -"master retires"')).toEqual(['Master of the harbour']);
    expect((await headlines('retires or ferry')).length).toBeGreaterThan(1);
  });

  test('finds a story in another language by its own words, and by their forms in the language of the site', async () => {
    await published('Brücken werden gesperrt', { language: 'de' });
    expect(await headlines('Brücke', 'de')).toEqual(['Brücken werden gesperrt']);
    expect(await headlines('gesperrt')).toEqual(['Brücken werden gesperrt']);
  });

  test('finds what is public alone: archived stories too, no draft, no plan, nothing killed, no former version', async () => {
    const { articleId: archived } = await published('Zeppelin archived');
    const { articleId: killed } = await published('Zeppelin killed');
    const later = new Date(Date.now() + 3_600_000);
    const { articleId: planned } = await sampleArticle({ sectionId, headline: 'Zeppelin planned' });
    await publishArticle(tester, { articleId: planned, at: later });
    await sampleArticle({ sectionId, headline: 'Zeppelin drafted' });
    const { articleId, version } = await published('Zeppelin before');
    const content = { sectionId, headline: 'Airship after', body: paragraph('.') };
    await saveRevision(tester, { articleId, version: version + 1, content });
    await publishArticle(tester, { articleId });
    await archiveArticle(tester, { articleId: archived });
    await killArticle(tester, { articleId: killed });
    const { value, trace } = await withTrace(() => headlines('zeppelin'));
    expect(value).toEqual(['Zeppelin archived']);
    expect(trace.tags).toContain(cacheTags.latest);
    expect(trace.validUntil).toBe(later.getTime());
  });

  test('gives each result on one page only', async () => {
    for (let number = 1; number <= 5; number += 1) await published(`Lighthouse ${number}`);
    const seen: string[] = [];
    for (let page = 1; page <= 3; page += 1) {
      const { headlines: some, more } = await found('lighthouse', { page, size: 2 });
      seen.push(...some);
      expect(more).toBe(page < 3);
    }
    expect(seen).toEqual([5, 4, 3, 2, 1].map((number) => `Lighthouse ${number}`));
  });

  test.each(['"', "'; drop table articles; --", '((', '-', '-harbour', '& | !', '\\', ':*', '😀', '<b>', 'the of and'])(
    'answers %j, which asks for nothing, with nothing',
    async (query) => {
      expect(await headlines(query)).toEqual([]);
    },
  );
});
