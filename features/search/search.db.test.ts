import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { saveRevision } from '#features/article/commands/save-revision.ts';
import { paragraph, sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { createTag } from '#features/tag/commands/create-tag.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { withTrace } from '#lib/trace.ts';
import { readAsked, searchHref } from './model-asked.ts';
import { searchArticles } from './queries.ts';

await testDatabase();
let sectionId = '';

beforeAll(async () => {
  sectionId = await sampleSection('world');
});

type Content = Omit<Parameters<typeof sampleArticle>[0], 'sectionId' | 'body'> & { sectionId?: string };

async function published(headline: string, more: Content & { text?: string; daysAgo?: number } = {}) {
  const { text = 'Something happened.', daysAgo, ...content } = more;
  const { articleId, version } = await sampleArticle({ sectionId, headline, body: paragraph(text), ...content });
  const firstPublishedAt = daysAgo === undefined ? undefined : new Date(Date.now() - daysAgo * 86_400_000);
  await publishArticle(tester, { articleId, firstPublishedAt });
  return { articleId, version };
}

const find = (query: Record<string, string>, { language = 'en', size = 20 } = {}) =>
  searchArticles(readAsked(query), { language, timeZone: 'UTC', size });
const headlinesOf = (found: Awaited<ReturnType<typeof find>>) => found?.results.map(({ card }) => card.headline) ?? [];
const headlines = async (q: string, language = 'en') => headlinesOf(await find({ q }, { language }));
const narrowed = async (query: Record<string, string>) => headlinesOf(await find(query)).sort();

describe('the search', () => {
  test('finds words of headline, standfirst and body in any of their forms, the headline first', async () => {
    await published('Ferry sails');
    await published('Nothing new', { standfirst: 'The ferry is late.' });
    await published('A quiet day', {
      text: 'Two ferries sailed. A ferry is a ferry is a ferry, and a ferry line has ferries.',
    });
    expect(await headlines('ferry')).toEqual(['Ferry sails', 'Nothing new', 'A quiet day']);
  });

  test('puts the newer of two that fit alike first, and today’s mention before an old headline', async () => {
    await published('Walrus counted', { daysAgo: 400 });
    await published('Walrus seen', { daysAgo: 3 });
    await published('Walrus born', { daysAgo: 4000 });
    await published('At the zoo', { text: 'A walrus arrived.' });
    expect(await headlines('walrus')).toEqual(['Walrus seen', 'Walrus counted', 'At the zoo', 'Walrus born']);
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

  test.each([
    ['ja', '北朝鮮がロシアに武器を送った', '北朝鮮', 'ロシア'],
    ['zh-Hans', '莫斯科北京大学开学', '北京大学', '莫斯科'],
    ['th', 'กรุงเทพมหานครประกาศวันหยุด', 'กรุงเทพมหานคร', 'ประกาศ'],
    ['lo', 'ພາສາລາວມື້ນີ້', 'ພາສາ', 'ລາວ'],
    ['km', 'ភ្នំពេញថ្ងៃនេះ', 'ថ្ងៃនេះ', 'ភ្នំពេញ'],
    ['my', 'မြန်မာနိုင်ငံသတင်း', 'သတင်း', 'မြန်မာနိုင်ငံ'],
  ])('finds words of %s, which writes none apart, in headline and body', async (language, headline, first, second) => {
    await published(headline, { language });
    await published(`Body in ${language}`, { language: 'en', text: `Quoted: ${headline}` });
    for (const word of [first, second, `"${headline}"`]) {
      expect(await headlines(word), word).toEqual([headline, `Body in ${language}`]);
    }
    expect(await headlines(`${first} -${second}`)).toEqual([]);
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
    expect(trace.validUntil).toBeLessThanOrEqual(later.getTime());
    expect((await find({ q: 'zeppelin' }))?.count).toEqual({ stories: 1, more: false });
  });

  test('is narrowed by section and those under it, by tag, author and day, with words or without', async () => {
    const science = await sampleSection('science');
    const space = await sampleSection('space', science);
    const { tagId } = await createTag(tester, { slug: 'moons', name: 'Moons' });
    const { bylineId } = await createByline(tester, { handle: 'ann', name: 'Ann', biography: '' });
    await published('Comet over town', { daysAgo: 10 });
    await published('Comet in space', { sectionId: space, tagIds: [tagId], daysAgo: 20 });
    await published('Comet in science', { sectionId: science, bylineIds: [bylineId], daysAgo: 30 });
    await published('Moon in space', { sectionId: space, tagIds: [tagId], bylineIds: [bylineId], daysAgo: 20 });
    const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    const q = 'comet';
    expect(await narrowed({ q, section: 'science' })).toEqual(['Comet in science', 'Comet in space']);
    expect(await narrowed({ q, section: 'space' })).toEqual(['Comet in space']);
    expect(await narrowed({ q, tag: 'moons' })).toEqual(['Comet in space']);
    expect(await narrowed({ q, author: 'ann' })).toEqual(['Comet in science']);
    expect(await narrowed({ tag: 'moons', author: 'ann' })).toEqual(['Moon in space']);
    expect(await narrowed({ q, from: day(20) })).toEqual(['Comet in space', 'Comet over town']);
    expect(await narrowed({ q, to: day(20) })).toEqual(['Comet in science', 'Comet in space']);
    expect(await narrowed({ from: day(30), to: day(20) })).toHaveLength(3);
    // A name that is none is as good as no filter; no filter and no words ask for nothing.
    expect(await narrowed({ q, tag: 'nothing', section: 'no', author: "'" })).toHaveLength(3);
    expect(await find({ tag: 'nothing' })).toBeNull();
    const { topics, people } = (await find({ q }))!;
    expect(topics).toEqual([{ name: 'Moons', href: '/search?q=comet&tag=moons' }]);
    expect(people).toEqual([{ name: 'Ann', href: '/search?q=comet&author=ann' }]);
  });

  test('shows why a story was found: its words marked in the headline, and the place in the text', async () => {
    const text = `${'Nothing to see here. '.repeat(40)}Then <b>a narwhal</b> met two other narwhals & left. ${'The end. '.repeat(40)}`;
    await published('A narwhal', { text });
    const [result] = (await find({ q: 'narwhals' }))?.results ?? [];
    expect(result?.headline).toEqual([
      { text: 'A ', hit: false },
      { text: 'narwhal', hit: true },
    ]);
    const snippet = result?.snippet.map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join('') ?? '';
    expect(snippet).toMatch(/^… .*Then <b>a \[narwhal\]<\/b> met two other \[narwhals\] & left\. .* …$/);
    expect(snippet.length).toBeLessThan(300);
  });

  test('offers the nearest spelling where nothing is found, and only one that finds a public story', async () => {
    await published('Quokka photographed', { standfirst: 'A marsupial smiles.' });
    const { articleId } = await published('Secretword revealed');
    await killArticle(tester, { articleId });
    expect((await find({ q: 'quoka "smiles"' }))?.didYouMean).toBe('quokka "smiles"');
    expect((await find({ q: 'qoukka marsupail' }))?.didYouMean).toBe('quokka marsupial');
    expect((await find({ q: 'the quoka' }))?.didYouMean).toBe('the quokka');
    expect((await find({ q: 'secretwort' }))?.didYouMean).toBeNull();
    expect((await find({ q: 'quokka ferry' }))?.didYouMean).toBeNull();
    expect((await find({ q: 'quokka' }))?.didYouMean).toBeNull();
  });

  test('comes to each result once, page by page, also past those that are put in order at a time, while more come in', async () => {
    for (let number = 1; number <= 104; number += 1) await published(`Lighthouse ${number}`);
    const first = await find({ q: 'lighthouse' }, { size: 40 });
    expect(first?.count).toEqual({ stories: 100, more: true });
    await published('Lighthouse new');
    const seen = headlinesOf(first);
    for (let found = first; found?.next; ) {
      const address = new URL(searchHref(found.next), 'http://site');
      found = await find(Object.fromEntries(address.searchParams), { size: 40 });
      expect(found?.count).toBeNull();
      seen.push(...headlinesOf(found));
    }
    expect(seen).toHaveLength(104);
    expect(new Set(seen).size).toBe(104);
    expect(seen).not.toContain('Lighthouse new');
  });

  test.each(['"', "'; drop table articles; --", '((', '-', '-harbour', '& | !', '\\', ':*', '😀', '<b>', 'the of and'])(
    'answers %j, which asks for nothing, with nothing',
    async (query) => {
      expect(await headlines(query)).toEqual([]);
    },
  );

  test.each<Record<string, string>>([
    { after: '1-2' },
    { after: `9${'9'.repeat(30)}-0193a0f0-0000-7000-8000-000000000000` },
    { from: '2026-02-30', to: '0000-00-00' },
    { from: '99999-01-01' },
    { section: '\u0000', tag: '\ud800', author: '%' },
  ])('takes %j for nothing', async (query) => {
    expect(await narrowed({ q: '"harbour master"', ...query })).toEqual(['Harbour master retires']);
  });
});
