import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { systemActor } from '#features/user/actor.ts';
import { amendEnvironment } from '#lib/env.ts';
import { roles } from '#lib/vocabulary.ts';
import { largestCrowd } from './bursts.ts';
import { castVote } from './commands/cast-vote.ts';
import { decideQuarantine } from './commands/decide-quarantine.ts';
import { holdBurst } from './commands/hold-burst.ts';
import { forgetNetworks, networkHash } from './network-hash.ts';
import { readTally } from './queries.ts';
import { listQuarantines } from './queries-desk.ts';
import { recountVotes } from './recount.ts';
import { takeVote } from './take-vote.ts';
import type { VoterCookie } from './voter-cookie.ts';

amendEnvironment({ BROADSHEET_SECRET: 'a secret of at least 32 characters' });
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

/** A reader without a cookie, and the cookie that comes of it. */
async function voteAnew(articleId: string, address: string) {
  const jar: VoterCookie[] = [];
  const ballot = await takeVote({
    cookies: null,
    address,
    articleId,
    intent: 'vote',
    remember: (cookie) => jar.push(cookie),
  });
  return { ballot, cookies: jar.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

/** A story with a burst of so many votes more than may come, one after the other, from a network of its own. */
async function burst(more: number, address: string) {
  const articleId = await publicStory();
  const readers = [];
  for (let count = 0; count < largestCrowd + more; count += 1) readers.push(await voteAnew(articleId, address));
  return { articleId, readers };
}

const votesOf = async (articleId: string) => (await readTally(articleId))?.votes;

async function waitingFor(articleId: string) {
  const found = (await listQuarantines('waiting')).filter((one) => one.articleId === articleId);
  expect(found).toHaveLength(1);
  return found[0]!;
}

/** What the history of a story adds up to: it must be the tally at every moment. */
async function expectTruth(articleId: string): Promise<void> {
  const [row] = await owner<{ sum: number }[]>`
    select coalesce(sum(case intent when 'vote' then 1 when 'release' then 1
      when 'withdraw' then -1 when 'hold' then -1 else 0 end), 0)::int as sum
    from vote_events where article_id = ${articleId}`;
  expect(row?.sum).toBe(await votesOf(articleId));
  expect(await recountVotes()).toEqual([]);
}

describe('a burst of votes from one network', () => {
  test('is held whole, is told so, and stands at the desk; readers elsewhere are counted', async () => {
    const { articleId, readers } = await burst(3, '192.0.2.7');
    expect(readers.map(({ ballot }) => ballot.held)).toEqual(readers.map((_, index) => index >= largestCrowd));
    expect(await votesOf(articleId)).toBe(0);
    expect((await waitingFor(articleId)).votes).toBe(largestCrowd + 3);
    expect((await voteAnew(articleId, '198.51.100.1')).ballot).toMatchObject({ votes: 1, held: false });
    expect((await voteAnew(articleId, '192.0.2.250')).ballot).toMatchObject({ votes: 1, held: true });
    await expectTruth(articleId);
    const holds = await owner`select details from audit_log where action = 'vote.hold' and subject_id = ${articleId}`;
    expect(holds).toHaveLength(1);
  });

  test('for one story holds nothing of another', async () => {
    const { articleId } = await burst(1, '192.0.3.7');
    const other = await publicStory();
    expect((await voteAnew(other, '192.0.3.8')).ballot).toMatchObject({ votes: 1, held: false });
    await expectTruth(articleId);
  });

  test('counts once it is accepted, and so does what follows it', async () => {
    const { articleId } = await burst(2, '192.0.4.7');
    const { id } = await waitingFor(articleId);
    await decideQuarantine(tester, { quarantineId: id, decision: 'accepted' });
    expect(await votesOf(articleId)).toBe(largestCrowd + 2);
    expect((await voteAnew(articleId, '192.0.4.9')).ballot).toMatchObject({ votes: largestCrowd + 3, held: false });
    await expectTruth(articleId);
  });

  test('stays out once it is rejected, and so does what follows it', async () => {
    const { articleId } = await burst(2, '192.0.5.7');
    const { id } = await waitingFor(articleId);
    await decideQuarantine(tester, { quarantineId: id, decision: 'rejected' });
    expect((await voteAnew(articleId, '192.0.5.9')).ballot).toMatchObject({ votes: 0, held: true });
    await expect(decideQuarantine(tester, { quarantineId: id, decision: 'accepted' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expectTruth(articleId);
  });

  test('can be withdrawn from by a reader, whose vote then counts in no case', async () => {
    const { articleId, readers } = await burst(2, '192.0.6.7');
    const back = await takeVote({
      cookies: readers.at(-1)!.cookies,
      address: '192.0.6.7',
      articleId,
      intent: 'withdraw',
      remember: () => expect.unreachable(),
    });
    expect(back).toMatchObject({ votes: 0, standing: false, held: false });
    const { id } = await waitingFor(articleId);
    await decideQuarantine(tester, { quarantineId: id, decision: 'accepted' });
    expect(await votesOf(articleId)).toBe(largestCrowd + 1);
    await expectTruth(articleId);
  });
});

test('votes that are committed while a burst is held and accepted end in the tally, each once', async () => {
  const articleId = await publicStory();
  const network = await networkHash('203.0.113.1');
  const voters = Array.from({ length: 120 }, () => randomUUID());
  const cast = (voterId: string) => castVote({ voterId, articleId, intent: 'vote', network });
  const hold = (voterIds: string[]) => holdBurst(systemActor('test'), { articleId, network, voterIds });
  const first = Promise.all(voters.slice(0, 40).map(cast));
  await Promise.all([first, hold(voters.slice(0, 20))]);
  await hold(voters.slice(0, 40));
  const { id } = await waitingFor(articleId);
  const second = Promise.all(voters.slice(40).map(cast));
  await Promise.all([second, decideQuarantine(tester, { quarantineId: id, decision: 'accepted' })]);
  expect(await votesOf(articleId)).toBe(120);
  await expectTruth(articleId);
});

test.each(roles.map((role) => [role, role === 'editor' || role === 'admin'] as const))(
  'a burst can be judged by %s: %s',
  async (role, may) => {
    const attempt = decideQuarantine(
      { kind: 'user', id: randomUUID(), name: role, role },
      { quarantineId: randomUUID(), decision: 'accepted' },
    );
    await expect(attempt).rejects.toMatchObject({ code: may ? 'conflict' : 'forbidden' });
  },
);

test('which network a burst came from can be told by nobody the day after', async () => {
  const { articleId } = await burst(1, '192.0.7.7');
  const networksOf = async () =>
    (await owner`select network from vote_quarantines where article_id = ${articleId}`).map((row) => row.network);
  await forgetNetworks();
  expect(await networksOf()).toEqual([await networkHash('192.0.7.99')]);
  await owner`update vote_quarantines set opened_at = opened_at - interval '1 day' where article_id = ${articleId}`;
  await owner`update vote_salts set day = day - 1`;
  await forgetNetworks();
  expect(await networksOf()).toEqual([null]);
  expect([...(await owner`select from vote_salts`)]).toEqual([]);
});
