import { beforeEach, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { orderPins } from './commands/order-pins.ts';
import { pinArticle } from './commands/pin-article.ts';
import { readPinned } from './queries.ts';
import { listPins } from './queries-desk.ts';

const { owner } = await testDatabase();
const sectionId = await sampleSection('world');
const place = 'front';
const hour = 3_600_000;
const at = (hours: number) => new Date(Date.now() + hours * hour);

beforeEach(() => owner`delete from pins`);

async function published(headline: string): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId, headline });
  await publishArticle(tester, { articleId });
  return articleId;
}
const shown = async () => (await readPinned(place)).map(({ headline }) => headline);
const standings = async () => (await listPins(place)).map(({ standing }) => standing);

test('stories are pinned at the end, put in order, and readers see that order', async () => {
  const ids = [await published('One'), await published('Two'), await published('Three')];
  for (const articleId of ids) await pinArticle(tester, { place, articleId });
  expect(await shown()).toEqual(['One', 'Two', 'Three']);
  await orderPins(tester, { place, articleIds: ids.toReversed() });
  expect(await shown()).toEqual(['Three', 'Two', 'One']);
  await pinArticle(tester, { place, articleId: ids[0] as string, endsAt: at(1) });
  expect(await shown()).toEqual(['Three', 'Two', 'One']);
});

test('an order made on an old list is refused', async () => {
  const [one, two] = [await published('One'), await published('Two')];
  await pinArticle(tester, { place, articleId: one });
  await expect(orderPins(tester, { place, articleIds: [one, two] })).rejects.toMatchObject({ code: 'conflict' });
});

test('the desk sees every pin and why readers do not see it', async () => {
  const [now, waiting, over, gone] = [
    await published('Now'),
    await published('W'),
    await published('O'),
    await published('G'),
  ];
  await pinArticle(tester, { place, articleId: now });
  await pinArticle(tester, { place, articleId: waiting, startsAt: at(1), endsAt: at(2) });
  await pinArticle(tester, { place, articleId: over });
  await owner`update pins set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour'
    where article_id = ${over}`;
  await pinArticle(tester, { place, articleId: gone });
  await unpublishArticle(tester, { articleId: gone });
  expect(await shown()).toEqual(['Now']);
  const seen = await standings();
  expect(seen.slice(0, 3)).toEqual(['shown', 'waiting', 'over']);
  // An unpublishing takes its pins away or leaves them unseen: shown they never are.
  expect(seen.slice(3).filter((standing) => standing !== 'not_public')).toEqual([]);
});

test.each([
  ['ends before it begins', { startsAt: at(2), endsAt: at(1) }],
  ['is over already', { endsAt: at(-1) }],
])('a pin that %s is refused beside the field', async (_name, times) => {
  const articleId = await published('Pinned');
  const attempt = pinArticle(tester, { place, articleId, ...times });
  await expect(attempt).rejects.toMatchObject({ code: 'invalid', fields: { endsAt: expect.any(String) } });
});

test('a pin that was to begin later can be let begin now', async () => {
  const articleId = await published('Soon');
  await pinArticle(tester, { place, articleId, startsAt: at(1) });
  expect(await shown()).toEqual([]);
  await pinArticle(tester, { place, articleId, startsAt: at(-1) });
  expect(await shown()).toEqual(['Soon']);
});
