import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { archiveArticle } from '#features/article/commands/archive-article.ts';
import { embargoArticle } from '#features/article/commands/embargo-article.ts';
import { killArticle } from '#features/article/commands/kill-article.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { unpublishArticle } from '#features/article/commands/unpublish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { readStanding, readTally } from '#features/vote/queries.ts';
import { recountVotes } from '#features/vote/recount.ts';
import { castVote } from './cast-vote.ts';

const { owner } = await testDatabase();
let sectionId = '';
let stories = 0;

beforeAll(async () => {
  sectionId = await sampleSection('world');
});

async function publicStory(): Promise<string> {
  stories += 1;
  const { articleId } = await sampleArticle({ sectionId, headline: `Story ${stories}` });
  await publishArticle(tester, { articleId });
  return articleId;
}

const eventsOf = async (articleId: string) =>
  (await owner`select intent from vote_events where article_id = ${articleId} order by id`).map(({ intent }) => intent);

describe('a vote', () => {
  test('stands, is counted and is written into the history', async () => {
    const [articleId, voterId] = [await publicStory(), randomUUID()];
    expect(await castVote({ voterId, articleId, intent: 'vote' })).toEqual({
      articleId,
      votes: 1,
      importedVotes: 0,
      standing: true,
      held: false,
    });
    expect(await readTally(articleId)).toEqual({ articleId, votes: 1, importedVotes: 0 });
    expect(await readStanding(articleId, voterId)).toEqual({ standing: true, held: false });
    expect(await eventsOf(articleId)).toEqual(['vote']);
  });

  test('of a reader who votes twice is counted once', async () => {
    const [articleId, voterId] = [await publicStory(), randomUUID()];
    const first = await castVote({ voterId, articleId, intent: 'vote' });
    expect(await castVote({ voterId, articleId, intent: 'vote' })).toEqual(first);
    expect(await eventsOf(articleId)).toEqual(['vote']);
  });

  test('is withdrawn once, and can be cast again', async () => {
    const [articleId, voterId] = [await publicStory(), randomUUID()];
    const cast = (intent: string) => castVote({ voterId, articleId, intent });
    await cast('vote');
    expect(await cast('withdraw')).toMatchObject({ votes: 0, standing: false });
    expect(await cast('withdraw')).toMatchObject({ votes: 0, standing: false });
    expect(await readStanding(articleId, voterId)).toEqual({ standing: false, held: false });
    expect(await cast('vote')).toMatchObject({ votes: 1, standing: true });
    expect(await eventsOf(articleId)).toEqual(['vote', 'withdraw', 'vote']);
  });

  test('withdrawn by a reader who never voted changes nothing', async () => {
    const articleId = await publicStory();
    await castVote({ voterId: randomUUID(), articleId, intent: 'vote' });
    expect(await castVote({ voterId: randomUUID(), articleId, intent: 'withdraw' })).toMatchObject({ votes: 1 });
    expect(await eventsOf(articleId)).toEqual(['vote']);
  });

  test('leaves the count that was brought from elsewhere alone', async () => {
    const articleId = await publicStory();
    await owner`insert into tallies (article_id, imported_votes) values (${articleId}, 63295)`;
    expect(await castVote({ voterId: randomUUID(), articleId, intent: 'vote' })).toMatchObject({
      votes: 1,
      importedVotes: 63_295,
    });
  });
});

describe('what cannot be voted for', () => {
  const vote = (articleId: string) => castVote({ voterId: randomUUID(), articleId, intent: 'vote' });

  test('a story that does not exist, and one that is a draft', async () => {
    const { articleId } = await sampleArticle({ sectionId, headline: 'Draft' });
    await expect(vote(randomUUID())).rejects.toMatchObject({ code: 'not_found' });
    await expect(vote(articleId)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('a story that was killed, unpublished or put under embargo; what was counted is kept', async () => {
    const [killed, unpublished, embargoed] = [await publicStory(), await publicStory(), await publicStory()];
    for (const articleId of [killed, unpublished, embargoed]) await vote(articleId);
    await killArticle(tester, { articleId: killed, reason: 'wrong' });
    await unpublishArticle(tester, { articleId: unpublished });
    await embargoArticle(tester, { articleId: embargoed, until: new Date(Date.now() + 60_000) });
    for (const articleId of [killed, unpublished, embargoed]) {
      await expect(vote(articleId)).rejects.toMatchObject({ code: 'not_found' });
      expect(await readTally(articleId)).toBeNull();
      expect(await eventsOf(articleId)).toEqual(['vote']);
    }
  });

  test('but an archived story can', async () => {
    const articleId = await publicStory();
    await archiveArticle(tester, { articleId });
    expect(await vote(articleId)).toMatchObject({ votes: 1 });
  });

  test.each([
    ['no-id', 'vote', /^“articleId” must be /],
    [randomUUID(), 'veto', /^“intent” must be /],
    [randomUUID(), '', /^“intent” must be /],
  ])('article %j with intent %j is refused as invalid', async (articleId, intent, message) => {
    const attempt = castVote({ voterId: randomUUID(), articleId, intent });
    await expect(attempt).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(message) });
  });
});

test('with 600 mixed requests at once the tally is the ledger and the history leads to it', async () => {
  const articles = [await publicStory(), await publicStory()];
  const voters = Array.from({ length: 25 }, () => randomUUID());
  const requests = Array.from({ length: 600 }, (_, index) => ({
    voterId: voters[(index * 7) % voters.length]!,
    articleId: articles[index % 2]!,
    intent: (index * 2_654_435_761) % 5 < 3 ? 'vote' : 'withdraw',
  }));
  let finished = false;
  const watch = (async () => {
    const seen = [];
    while (!finished) seen.push(...(await recountVotes()));
    return seen;
  })();
  const ballots = await Promise.all(requests.map(castVote));
  finished = true;
  expect(await watch).toEqual([]);
  expect(await recountVotes()).toEqual([]);
  for (const { votes } of ballots) expect(votes).toBeGreaterThanOrEqual(0);

  // Each voter's history alternates, begins with a vote, and ends with what the ledger says.
  const histories = await owner<{ standing: boolean; intents: string[] }[]>`
    select standing, array_agg(intent order by e.id) as intents
    from votes v join vote_events e using (article_id, voter_id)
    where article_id = any(${articles}) group by article_id, voter_id, standing`;
  expect(histories.length).toBeGreaterThan(0);
  for (const { standing, intents } of histories) {
    expect(intents).toEqual(intents.map((_, index) => (index % 2 === 0 ? 'vote' : 'withdraw')));
    expect(intents.at(-1)).toBe(standing ? 'vote' : 'withdraw');
  }
  const [{ changes }] = (await owner`select sum(case intent when 'vote' then 1 else -1 end)::int as changes
    from vote_events where article_id = any(${articles})`) as unknown as [{ changes: number }];
  const tallies = await Promise.all(articles.map(readTally));
  expect(tallies.reduce((sum, tally) => sum + (tally?.votes ?? 0), 0)).toBe(changes);
});

test('a tally that was tampered with is found by counting again', async () => {
  const articleId = await publicStory();
  await castVote({ voterId: randomUUID(), articleId, intent: 'vote' });
  await owner`update tallies set votes = 9 where article_id = ${articleId}`;
  expect(await recountVotes()).toEqual([{ articleId, tally: 9, ledger: 1, history: 1 }]);
});
