import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { createByline } from '#features/byline/commands/create-byline.ts';
import { changeSettings } from '#features/settings/commands/change-settings.ts';
import type { Actor } from '#features/user/actor.ts';
import { recordViews } from '#features/view/commands/record-views.ts';
import { sealVotes } from '#features/vote/seal-votes.ts';
import { roles, type ViewSource } from '#lib/vocabulary.ts';
import { analyticsCsv } from './files.ts';
import { type AnalyticsSpan, analyticsSpans, stepsOf } from './model.ts';
import { readAnalytics } from './queries.ts';

const { owner } = await testDatabase();
const minute = 60_000;
const hour = 60 * minute;
let world = '';
let sport = '';
let ann = '';

beforeEach(async () => {
  await owner`
    truncate articles, sections, bylines, view_buckets, view_minutes, view_shares, votes, vote_events, vote_seals, vote_hours,
    tallies, settings cascade`;
  [world, sport] = [await sampleSection('world'), await sampleSection('sport')];
  ann = (await createByline(tester, { handle: 'ann', name: 'Ann Other' })).bylineId;
});

async function published(headline: string, sectionId = world): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId, headline, bylineIds: [ann] });
  await publishArticle(tester, { articleId });
  return articleId;
}

const viewed = (articleId: string, ago: number, human: number, source: ViewSource = 'direct', filtered = 0) =>
  recordViews([{ articleId, minute: Math.floor((Date.now() - ago) / minute) * minute, human, filtered, source }]);

const voted = (articleId: string, ago: number, intent: string) => owner`
  with event as (
    insert into vote_events (article_id, voter_id, intent, happened_at)
    values (${articleId}, ${randomUUID()}, ${intent}, ${new Date(Date.now() - ago)}) returning tally_change(intent) as votes
  )
  insert into tallies (article_id, votes) select ${articleId}, greatest(votes, 0) from event
  on conflict (article_id) do update set votes = tallies.votes + (select votes from event)`;

const totalOf = async (span: AnalyticsSpan) => (await readAnalytics(tester, span)).total;

describe('what the desk sees of the site', () => {
  test.each(analyticsSpans)('%s has all its steps, those without a view too, and ends now', async (span) => {
    const { steps, total } = await readAnalytics(tester, span);
    const { unit, count } = stepsOf[span];
    expect(steps).toHaveLength(count);
    expect(total).toEqual({ human: 0, filtered: 0, votes: 0 });
    const length = { minute, hour, day: 24 * hour }[unit];
    const last = steps.at(-1)?.at.getTime() ?? 0;
    expect(Date.now() - last).toBeGreaterThanOrEqual(0);
    expect(Date.now() - last).toBeLessThan(length);
    expect(last - (steps[0]?.at.getTime() ?? 0)).toBe((count - 1) * length);
  });

  test('a span has what was read in it and nothing that was read before', async () => {
    const story = await published('Read');
    await viewed(story, 0, 1, 'search', 7);
    await viewed(story, 2 * hour, 10);
    await viewed(story, 50 * hour, 100);
    await viewed(story, 20 * 24 * hour, 1000);
    await viewed(story, 40 * 24 * hour, 10_000);
    expect(await totalOf('now')).toEqual({ human: 1, filtered: 7, votes: 0 });
    expect(await totalOf('day')).toEqual({ human: 11, filtered: 7, votes: 0 });
    expect(await totalOf('week')).toEqual({ human: 111, filtered: 7, votes: 0 });
    expect(await totalOf('month')).toEqual({ human: 1111, filtered: 7, votes: 0 });
  });

  test.each(analyticsSpans)('%s tells sources, sections, authors and stories, the most read first', async (span) => {
    const [first, second] = [await published('First', sport), await published('Second')];
    await viewed(first, 0, 5, 'search', 2);
    await viewed(first, 0, 3, 'assistant');
    await viewed(second, 0, 4, 'search', 1);
    await voted(first, 0, 'vote');
    const { steps, sources, sections, authors, articles } = await readAnalytics(tester, span);
    expect(steps.at(-1)).toMatchObject({ human: 12, filtered: 3, votes: 1 });
    expect(sources.slice(0, 3)).toEqual([
      { source: 'search', human: 9, filtered: 3 },
      { source: 'assistant', human: 3, filtered: 0 },
      { source: 'social', human: 0, filtered: 0 },
    ]);
    expect(sections).toEqual([
      { id: sport, name: 'Sport', human: 8, filtered: 2 },
      { id: world, name: 'World', human: 4, filtered: 1 },
    ]);
    expect(authors).toEqual([{ id: ann, name: 'Ann Other', human: 12, filtered: 3 }]);
    expect(articles).toEqual([
      { id: first, headline: 'First', section: 'Sport', human: 8, filtered: 2, votes: 1 },
      { id: second, headline: 'Second', section: 'World', human: 4, filtered: 1, votes: 0 },
    ]);
  });

  test('votes are what the tallies changed by, and can be fewer than none', async () => {
    const story = await published('Voted');
    for (let old = 0; old < 3; old += 1) await voted(story, 40 * 24 * hour, 'vote');
    for (const intent of ['vote', 'release', 'vote_held', 'withdraw_held']) await voted(story, 0, intent);
    expect((await totalOf('day')).votes).toBe(2);
    for (const intent of ['withdraw', 'withdraw', 'hold']) await voted(story, 3 * hour, intent);
    expect((await totalOf('now')).votes).toBe(2);
    expect((await totalOf('day')).votes).toBe(-1);
  });

  test('votes are the same before and after their days are sealed', async () => {
    const [one, other] = [await published('Voted'), await published('Voted as well')];
    for (const story of [one, other]) await viewed(story, 0, 1);
    for (const days of [0, 1, 2, 6, 8, 20, 28, 31, 45]) {
      await voted(one, days * 24 * hour, 'vote');
      await voted(one, days * 24 * hour + 20 * minute, 'vote');
      await voted(other, days * 24 * hour + 90 * minute, 'vote');
    }
    await voted(one, 3 * 24 * hour, 'withdraw');
    const now = new Date();
    const votesIn = async (span: AnalyticsSpan) => {
      const { steps, articles } = await readAnalytics(tester, span, now);
      return {
        steps: steps.map(({ votes }) => votes),
        articles: new Map(articles.map(({ id, votes }) => [id, votes])),
      };
    };
    const told = () => Promise.all(analyticsSpans.map(votesIn));
    const before = await told();
    await sealVotes(new Date(Date.now() - 10 * 24 * hour));
    expect(await told(), 'some days').toEqual(before);
    await sealVotes();
    expect(await told(), 'all days').toEqual(before);
    await owner`delete from vote_events where happened_at < date_trunc('day', now(), 'UTC') - interval '8 days'`;
    expect(await told(), 'from what is kept of them').toEqual(before);
    expect((await votesIn('month')).articles).toEqual(
      new Map([
        [one, 13],
        [other, 7],
      ]),
    );
  });

  test("days are those of the site's time zone", async () => {
    await changeSettings(tester, { timeZone: 'Pacific/Auckland' });
    const { steps } = await readAnalytics(tester, 'month');
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Pacific/Auckland', timeStyle: 'short' });
    expect(new Set(steps.map(({ at }) => clock.format(at)))).toEqual(new Set(['00:00']));
  });

  test('a month in which a day began at one, since midnight was skipped, has all its views', async () => {
    await changeSettings(tester, { timeZone: 'Africa/Cairo' });
    const story = await published('Read in spring');
    const day = (date: string) => Date.parse(`${date}T12:00:00Z`);
    const one = { articleId: story, source: 'direct' as const, human: 1, filtered: 0 };
    // The clocks went from 24 April, 00:00 to 01:00.
    const days = ['2026-04-23', '2026-04-24', '2026-04-25', '2026-05-10'];
    await recordViews(days.map((date) => ({ ...one, minute: day(date) })));
    const { steps, total } = await readAnalytics(tester, 'month', new Date('2026-05-12T09:00:00Z'));
    expect(steps).toHaveLength(30);
    expect(total.human).toBe(4);
  });

  test('where clocks stand half an hour apart from UTC a day has the hours that begin in it', async () => {
    await changeSettings(tester, { timeZone: 'Asia/Kolkata' });
    const story = await published('Read at midnight');
    const one = { articleId: story, source: 'direct' as const, human: 1, filtered: 0 };
    // Midnight is at 18:30 UTC, in the hour of 18:00, which belongs to the day before.
    const times = ['2026-03-09T18:10:00Z', '2026-03-09T18:40:00Z', '2026-03-09T19:00:00Z'];
    await recordViews(times.map((time) => ({ ...one, minute: Date.parse(time) })));
    const { steps, total } = await readAnalytics(tester, 'month', new Date('2026-03-10T09:00:00Z'));
    expect(steps.slice(-2).map(({ human }) => human)).toEqual([2, 1]);
    expect(total.human).toBe(3);
  });

  test('is for editors and admins', async () => {
    const may = async (actor: Actor) =>
      readAnalytics(actor, 'day').then(
        () => true,
        ({ code }) => code !== 'forbidden',
      );
    const answers = await Promise.all(roles.map((role) => may({ kind: 'user', id: randomUUID(), name: 'Some', role })));
    expect(answers).toEqual([false, false, true, true]);
  });

  test('can be had as CSV, where headlines are no formulas', async () => {
    const story = await published('=1+1, "quoted"');
    await viewed(story, 0, 2, 'own', 1);
    const analytics = await readAnalytics(tester, 'now');
    expect(analyticsCsv(analytics, 'articles')).toBe(
      `\uFEFFid,headline,section,views,filtered,votes\r\n${story},"'=1+1, ""quoted""",World,2,1,0\r\n`,
    );
    expect(analyticsCsv(analytics, 'steps').split('\r\n')).toHaveLength(1 + 30 + 1);
    expect(analyticsCsv(analytics, 'sources')).toContain('\nown,2,1\r\n');
    expect(analyticsCsv(analytics, 'authors')).toBe(`\uFEFFid,name,views,filtered\r\n${ann},Ann Other,2,1\r\n`);
  });
});
