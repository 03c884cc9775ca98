import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { cacheTags } from '#lib/cache-tags.ts';
import { monthSpan } from '#lib/months.ts';
import { withTrace } from '#lib/trace.ts';
import { countByMonth, countByYear, neighbouringMonths } from './archive.ts';
import { archiveArticle } from './commands/archive-article.ts';
import { killArticle } from './commands/kill-article.ts';
import { publishArticle } from './commands/publish-article.ts';
import { findArticle } from './queries.ts';
import { sampleArticle, sampleSection, tester } from './testing/sample-article.ts';

await testDatabase();
let world = '';
let asia = '';
let empty = '';

async function published(moment: string, sectionId = world): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId });
  await publishArticle(tester, { articleId, firstPublishedAt: new Date(moment) });
  return articleId;
}

beforeAll(async () => {
  world = await sampleSection('world');
  asia = await sampleSection('asia', world);
  empty = await sampleSection('empty');
  // By the clocks of Auckland (+13:00) these are 1 January and 1 March 2025; by those of New York the days before.
  await published('2024-12-31T12:00:00Z');
  await published('2025-02-28T12:00:00Z', asia);
  await published('2022-06-15T12:00:00Z');
  const archived = await published('2022-06-16T12:00:00Z');
  await archiveArticle(tester, { articleId: archived });
  const killed = await published('2020-06-16T12:00:00Z');
  await killArticle(tester, { articleId: killed });
});

describe('the archive of a section', () => {
  test('counts the years of its stories by the clocks of the site, those of its subsections and archived ones too', async () => {
    expect(await countByYear([world, asia], 'Pacific/Auckland')).toEqual([
      { year: 2025, stories: 2 },
      { year: 2022, stories: 2 },
    ]);
    expect(await countByYear([world, asia], 'America/New_York')).toEqual([
      { year: 2025, stories: 1 },
      { year: 2024, stories: 1 },
      { year: 2022, stories: 2 },
    ]);
    expect(await countByYear([asia], 'UTC')).toEqual([{ year: 2025, stories: 1 }]);
    expect(await countByYear([empty], 'UTC')).toEqual([]);
  });

  test('counts the months of a year, and none of the years beside it', async () => {
    expect(await countByMonth([world, asia], 2025, 'Pacific/Auckland')).toEqual([
      { year: 2025, month: 3, stories: 1 },
      { year: 2025, month: 1, stories: 1 },
    ]);
    expect(await countByMonth([world, asia], 2025, 'America/New_York')).toEqual([{ year: 2025, month: 2, stories: 1 }]);
    expect(await countByMonth([world, asia], 2020, 'UTC')).toEqual([]);
  });

  test.each([
    ['Pacific/Auckland', { year: 2022, month: 6 }, { year: 2025, month: 3 }, { year: 2025, month: 1 }],
    ['America/New_York', { year: 2022, month: 6 }, { year: 2025, month: 2 }, { year: 2024, month: 12 }],
    // Postgres reads the sign of such a zone the other way round; by its own a story would stand in two months.
    ['+12:00', { year: 2022, month: 6 }, { year: 2025, month: 3 }, { year: 2025, month: 1 }],
    ['-12:00', { year: 2022, month: 6 }, { year: 2025, month: 2 }, { year: 2024, month: 12 }],
  ])('leads by the clocks of %s to the nearest months with stories', async (zone, earlier, later, between) => {
    const span = monthSpan(between, zone);
    expect(await neighbouringMonths([world, asia], span, zone)).toEqual({ earlier, later });
    expect(await neighbouringMonths([world, asia], monthSpan(later, zone), zone)).toEqual({
      earlier: between,
      later: null,
    });
    expect((await neighbouringMonths([world, asia], monthSpan(earlier, zone), zone)).earlier).toBeNull();
  });

  test('is purged by what is published in any of its sections', async () => {
    for (const read of [() => countByYear([world, asia], 'UTC'), () => countByMonth([world, asia], 2025, 'UTC')]) {
      const { trace } = await withTrace(read);
      expect([...trace.tags]).toEqual(expect.arrayContaining([cacheTags.section(world), cacheTags.section(asia)]));
    }
  });

  test('has the address that a story of that name would have: the story gets another', async () => {
    const { articleId } = await sampleArticle({ sectionId: world, headline: 'Archive' });
    const { slug } = await publishArticle(tester, { articleId });
    expect(slug).toBe('archive-2');
    expect((await findArticle('world', slug)).found).toBe('article');
  });
});
