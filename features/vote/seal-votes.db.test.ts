import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sqlClient } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { checkSeals } from './check-seals.ts';
import { castVote } from './commands/cast-vote.ts';
import { noSeal } from './model.ts';
import { readSealedDay, readVoteRecord } from './queries-record.ts';
import { sealVotes } from './seal-votes.ts';

const { owner } = await testDatabase();
let sectionId = '';

beforeAll(async () => {
  sectionId = await sampleSection('world');
});

async function publicStory(headline: string): Promise<string> {
  const { articleId } = await sampleArticle({ sectionId, headline });
  await publishArticle(tester, { articleId });
  return articleId;
}

/** A vote as it was cast on another day. */
async function castOn(day: string, articleId: string, voterId: string, intent: 'vote' | 'withdraw') {
  await castVote({ voterId, articleId, intent });
  await owner`
    update vote_events set happened_at = ${`${day}T12:00:00Z`}::timestamptz
    where id = (select max(id) from vote_events where article_id = ${articleId} and voter_id = ${voterId})`;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('each day that is over is sealed, once, and anybody can make the seals again from what is shown', async () => {
  const [story, other] = [await publicStory('Sealed'), await publicStory('Also sealed')];
  const [one, two] = [randomUUID(), randomUUID()];
  await castOn('2026-03-01', story, one, 'vote');
  await castOn('2026-03-01', story, two, 'vote');
  await castOn('2026-03-01', other, one, 'vote');
  await castOn('2026-03-04', story, one, 'withdraw');
  await castOn('2026-03-05', story, one, 'vote');

  expect(await sealVotes(new Date('2026-03-05T03:17:00Z'))).toBe(3);
  expect(await sealVotes(new Date('2026-03-05T03:17:00Z'))).toBe(0);
  const { seals, tally, ledger } = await readVoteRecord(story);
  expect([tally, ledger]).toEqual([2, 2]);
  expect(seals.map(({ day, events, votes }) => [day, events, votes])).toEqual([
    ['2026-03-04', 1, 1],
    ['2026-03-01', 2, 2],
  ]);
  const [later, first] = seals;
  expect(first?.previous).toBe(noSeal);
  expect(later?.previous).toBe(first?.hash);
  for (const { day, previous, hash } of seals) {
    expect(hash).toBe(sha256(`${previous}\n${await readSealedDay(story, day)}`));
  }
  const ballot = sha256(`${story}:${one}`).slice(0, 32);
  expect(await readSealedDay(story, '2026-03-04')).toBe(`2026-03-04T12:00:00Z withdraw ${ballot}\n`);
  expect(await readSealedDay(story, '2026-03-05'), 'a day that is not sealed').toBeNull();
  expect(await readSealedDay(story, '2026-03-02'), 'a day without votes').toBeNull();

  expect(await sealVotes(new Date('2026-03-06T03:17:00Z'))).toBe(1);
  expect((await readVoteRecord(story)).seals[0]).toMatchObject({ day: '2026-03-05', votes: 2, previous: later?.hash });
  expect(await checkSeals()).toEqual([]);
});

test('a history that was altered, by whatever hand, does not fit its seals', async () => {
  const story = await publicStory('Altered');
  const [one, two] = [randomUUID(), randomUUID()];
  await castOn('2026-04-01', story, one, 'vote');
  await castOn('2026-04-02', story, two, 'vote');
  await sealVotes(new Date('2026-04-03T03:17:00Z'));
  expect(await checkSeals()).toEqual([]);

  await owner`update vote_events set voter_id = ${randomUUID()} where article_id = ${story} and voter_id = ${one}`;
  expect(await checkSeals()).toEqual([{ articleId: story, day: '2026-04-01' }]);
  await owner`update vote_events set voter_id = ${one} where article_id = ${story} and voter_id <> ${two}`;
  await owner`delete from vote_events where article_id = ${story} and voter_id = ${two}`;
  expect(await checkSeals()).toEqual([{ articleId: story, day: '2026-04-02' }]);
  await owner`delete from vote_seals where article_id = ${story} and day = '2026-04-01'`;
  expect(await checkSeals(), 'and a seal that is missing').toEqual([
    { articleId: story, day: '2026-04-01' },
    { articleId: story, day: '2026-04-02' },
  ]);
});

test('the site can add seals and neither change nor remove them', async () => {
  for (const statement of [
    "update vote_seals set hash = repeat('1', 64)",
    'delete from vote_seals',
    'truncate vote_seals',
  ]) {
    await expect(sqlClient().unsafe(statement)).rejects.toMatchObject({ code: '42501' });
  }
});
