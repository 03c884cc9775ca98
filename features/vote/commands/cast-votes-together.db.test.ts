import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { readTally } from '#features/vote/queries.ts';
import { recountVotes } from '#features/vote/recount.ts';
import { environmentFor } from '#lib/env.ts';
import { type CastVote, castVote } from './cast-vote.ts';

const { owner, appUrl } = await testDatabase();
const processes: ChildProcess[] = [];
let sectionId = '';
let stories = 0;

beforeAll(async () => {
  sectionId = await sampleSection('world');
});
afterAll(() => {
  for (const child of processes) child.kill();
});

async function publicStory(): Promise<string> {
  stories += 1;
  const { articleId } = await sampleArticle({ sectionId, headline: `Story ${stories}` });
  await publishArticle(tester, { articleId });
  return articleId;
}

const standingOf = async (articleId: string) =>
  (await owner`select voter_id from votes where article_id = ${articleId} and standing`).map((row) => row.voter_id);

/** Every history alternates, begins with a vote and ends as the ledger says; nothing else is in the ledger. */
async function expectTruth(): Promise<void> {
  expect(await recountVotes()).toEqual([]);
  const untrue = await owner`
    select article_id, voter_id from votes v full join (
      select article_id, voter_id, array_agg(intent order by id) as intents from vote_events group by 1, 2
    ) e using (article_id, voter_id)
    where v.standing is distinct from (intents[cardinality(intents)] = 'vote')
      or exists (select from unnest(intents) with ordinality as one (intent, at)
        where intent <> case when at % 2 = 1 then 'vote' else 'withdraw' end)`;
  expect([...untrue]).toEqual([]);
}

const step = fc.record({
  voter: fc.integer({ min: 0, max: 5 }),
  story: fc.integer({ min: 0, max: 2 }),
  intent: fc.constantFrom('vote', 'withdraw'),
  /** Whether all that was sent before is answered first. */
  pause: fc.boolean(),
});

test('however votes come together, the last word of each reader stands and each is answered as asked', async () => {
  const unknown = randomUUID();
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60 }), async (steps) => {
      const known = [await publicStory(), await publicStory()];
      const voters = Array.from({ length: 6 }, () => randomUUID());
      const model = new Map(known.map((id) => [id, new Set<string>()]));
      let sent: Promise<void>[] = [];
      for (const { voter, story, intent, pause } of steps) {
        const [voterId, articleId] = [voters[voter]!, known[story] ?? unknown];
        const standing = model.get(articleId);
        if (intent === 'vote') standing?.add(voterId);
        else standing?.delete(voterId);
        const answer = castVote({ voterId, articleId, intent });
        sent.push(
          standing
            ? expect(answer).resolves.toMatchObject({ articleId, standing: intent === 'vote' })
            : expect(answer).rejects.toMatchObject({ code: 'not_found' }),
        );
        if (!pause) continue;
        await Promise.all(sent);
        sent = [];
        for (const id of known) expect((await readTally(id))?.votes).toBe(model.get(id)?.size);
      }
      await Promise.all(sent);
      for (const [id, standing] of model) {
        expect(new Set(await standingOf(id))).toEqual(standing);
        expect((await readTally(id))?.votes).toBe(standing.size);
      }
    }),
    { numRuns: 25 },
  );
  await expectTruth();
});

test('a story named in capitals is the same story, also within one batch', async () => {
  const [articleId, voterId] = [await publicStory(), randomUUID()];
  const names = [articleId, articleId.toUpperCase(), articleId];
  const ballots = await Promise.all(names.map((name) => castVote({ voterId, articleId: name, intent: 'vote' })));
  expect(ballots.map(({ votes }) => votes)).toEqual([1, 1, 1]);
});

test('a batch in which one vote cannot be stored costs the others nothing', async () => {
  const articleId = await publicStory();
  const votes = [randomUUID(), 'no reader', randomUUID()].map((voterId) => ({ voterId, articleId, intent: 'vote' }));
  const outcomes = await Promise.allSettled(votes.map(castVote));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect((await readTally(articleId))?.votes).toBe(2);
});

test('two processes that vote at once for the same stories, in any order, both finish and agree', async () => {
  const ids = await Promise.all(Array.from({ length: 4 }, publicStory));
  const voters = Array.from({ length: 40 }, () => randomUUID());
  const pair = [votingProcess(), votingProcess()] as const;
  for (let round = 0; round < 6; round += 1) {
    const orders = pair.map((_, which) => shuffledVotes(ids, voters, round * 2 + which));
    const answers = await Promise.all(pair.map((child, which) => askProcess(child, orders[which]!)));
    for (const [which, order] of orders.entries()) {
      expect(answers[which]).toEqual(order.map(({ intent }) => intent === 'vote'));
    }
    await expectTruth();
  }
});

function votingProcess(): ChildProcess {
  const file = `${import.meta.dirname}/../testing/voting-process.ts`;
  const environment = environmentFor({ DATABASE_APP_URL: appUrl, DATABASE_URL: '', NODE_ENV: 'test' });
  const child = fork(file, { execArgv: ['--conditions=react-server'], env: environment });
  processes.push(child);
  return child;
}

async function askProcess(child: ChildProcess, votes: CastVote[]): Promise<unknown> {
  const answer = once(child, 'message');
  child.send(votes);
  return (await answer)[0];
}

/** Each reader for each story, in an order and with intents that the seed decides. */
function shuffledVotes(articles: readonly string[], voters: readonly string[], seed: number): CastVote[] {
  const votes = articles.flatMap((articleId, story) =>
    voters.map((voterId, voter) => {
      const chance = ((story * 41 + voter * 17 + seed * 131) * 2_654_435_761) % 4_294_967_296;
      return { chance, vote: { articleId, voterId, intent: chance % 3 === 0 ? 'withdraw' : 'vote' } };
    }),
  );
  return votes.toSorted((one, other) => one.chance - other.chance).map(({ vote }) => vote);
}
