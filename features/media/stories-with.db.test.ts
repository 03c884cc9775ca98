import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { database } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { sampleUser } from '#features/user/testing/sample-user.ts';
import { amendEnvironment } from '#lib/env.ts';
import { storePicture } from './commands/store-picture.ts';
import { publicUses, storiesWith, storiesWithQuery } from './stories-with.ts';
import { photograph } from './testing/sample-pictures.ts';

await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'broadsheet-picture-uses-'));
amendEnvironment({ BROADSHEET_DATA: folder });
afterAll(() => rm(folder, { recursive: true }));
const sectionId = await sampleSection('world');

let width = 60;
/** A picture that no other test has. */
function another(): Promise<Buffer> {
  width += 1;
  return photograph(width, 40);
}

test('of many stories with a picture a page lists some, and says that there are others', async () => {
  const { assetId } = await storePicture(tester, await another(), { alt: 'A logo' });
  for (const headline of ['One', 'Two', 'Three']) await sampleArticle({ sectionId, headline, heroAssetId: assetId });
  expect(await storiesWith(assetId, database(), 2)).toMatchObject({ uses: [{}, {}], more: true });
  expect(await storiesWith(assetId, database(), 3)).toMatchObject({ uses: [{}, {}, {}], more: false });
});

test('whose public stories show a picture is told by one of each, however many there are', async () => {
  const { assetId } = await storePicture(tester, await another(), { alt: 'Seen' });
  const ada = await sampleUser('author');
  for (const actor of [ada, ada, tester, tester]) {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Shown', heroAssetId: assetId }, actor);
    await publishArticle(tester, { articleId });
  }
  expect(await publicUses(assetId, ada.id)).toEqual([
    { createdBy: ada.id, public: true },
    { createdBy: null, public: true },
  ]);
  await sampleArticle({ sectionId, headline: 'Not public', heroAssetId: assetId });
  const { assetId: other } = await storePicture(tester, await another(), { alt: 'Unseen' });
  expect(await publicUses(other, ada.id)).toEqual([]);
});

test('the stories with a picture are found by indexes alone', async () => {
  await database().transaction(async (tx) => {
    await tx.execute(sql`set local enable_seqscan = off`);
    const plan = await tx.execute<{ 'QUERY PLAN': string }>(
      sql`explain ${storiesWithQuery('00000000-0000-7000-8000-000000000000', 100)}`,
    );
    const lines = [...plan].map((row) => row['QUERY PLAN']).join('\n');
    expect(lines).not.toContain('Seq Scan');
    for (const index of ['revisions_hero', 'revisions_pictures', 'article_drafts_hero', 'article_drafts_pictures']) {
      expect(lines).toContain(index);
    }
    expect(lines).toMatch(/draft_copies_hero[\s\S]*draft_copies_pictures/);
  });
});
