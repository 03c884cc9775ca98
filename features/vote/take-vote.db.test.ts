import { expect, test } from 'vitest';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { amendEnvironment } from '#lib/env.ts';
import { takeVote } from './take-vote.ts';
import type { VoterCookie } from './voter-cookie.ts';

amendEnvironment({ BROADSHEET_SECRET: 'a secret of at least 32 characters' });
const { owner } = await testDatabase();

/** A reader with a browser that keeps what it is given. */
function reader(articleId: string) {
  const jar: VoterCookie[] = [];
  const cast = (intent: string, patience?: number) =>
    takeVote(
      {
        cookies: jar.map(({ name, value }) => `${name}=${value}`).join('; '),
        address: '192.0.2.1',
        articleId,
        intent,
        remember: (cookie) => jar.push(cookie),
      },
      patience,
    );
  return { jar, cast };
}

async function publicStory(): Promise<string> {
  const sectionId = await sampleSection(`section-${crypto.randomUUID()}`);
  const { articleId } = await sampleArticle({ sectionId });
  await publishArticle(tester, { articleId });
  return articleId;
}

test('a first vote that is given up while the database hangs is one vote with the one that is sent again', async () => {
  const story = await publicStory();
  const { jar, cast } = reader(story);
  const [locked, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = owner.begin(async (sql) => {
    await sql`lock table votes in exclusive mode`;
    locked.resolve();
    await held.promise;
  });
  await locked.promise;
  await expect(cast('vote', 50)).rejects.toMatchObject({ name: 'Refusal', code: 'unavailable' });
  expect(jar).toHaveLength(1);
  held.resolve();
  await holding;
  expect(await cast('vote')).toMatchObject({ standing: true });
  const [tally] = await owner`select votes from tallies where article_id = ${story}`;
  expect(tally?.votes).toBe(1);
  expect(jar).toHaveLength(1);
});

test('who is refused, or only withdraws, is given no cookie', async () => {
  const unknown = reader(crypto.randomUUID());
  await expect(unknown.cast('vote')).rejects.toMatchObject({ code: 'not_found' });
  const { jar, cast } = reader(await publicStory());
  await expect(cast('veto')).rejects.toMatchObject({ code: 'invalid' });
  expect(await cast('withdraw')).toMatchObject({ votes: 0, standing: false });
  expect([...unknown.jar, ...jar]).toEqual([]);
});
