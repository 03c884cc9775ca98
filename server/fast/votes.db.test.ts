import { randomUUID } from 'node:crypto';
import { createConnection } from 'node:net';
import { beforeAll, describe, expect, test } from 'vitest';
import { closeDatabase } from '#db/client.ts';
import { testDatabase } from '#db/testing/test-database.ts';
import { publishArticle } from '#features/article/commands/publish-article.ts';
import { sampleArticle, sampleSection, tester } from '#features/article/testing/sample-article.ts';
import { voteLimits } from '#features/vote/limits.ts';
import { recountVotes } from '#features/vote/recount.ts';
import { amendEnvironment, env } from '#lib/env.ts';
import { log } from '#lib/log.ts';
import { serve } from './testing/serve.ts';
import { handleVotes } from './votes.ts';

amendEnvironment({ BROADSHEET_SECRET: 'a secret of at least 32 characters', TRUSTED_PROXIES: 'loopback' });
const { owner } = await testDatabase();
const base = await serve(handleVotes);
const endpoint = `${base}/api/votes`;
let sectionId = '';
let articleId = '';
let stories = 0;
let networks = 0;

beforeAll(async () => {
  sectionId = await sampleSection('world');
  articleId = await publicStory();
});

async function publicStory(): Promise<string> {
  stories += 1;
  const story = await sampleArticle({ sectionId, headline: `Story ${stories}` });
  await publishArticle(tester, { articleId: story.articleId });
  return story.articleId;
}

/** An address in a network of its own, so that tests do not use up each other's limits. */
function newAddress(): string {
  networks += 1;
  return `10.${networks >> 8}.${networks & 255}.1`;
}

interface Post {
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

const post = ({ body = '', headers = {} }: Post) =>
  fetch(endpoint, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-forwarded-for': newAddress(), ...headers },
  });

const vote = (article: string, intent: string, headers: Record<string, string> = {}) =>
  post({ body: JSON.stringify({ articleId: article, intent }), headers });

const cookieOf = (response: Response) => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';

describe('posting a vote', () => {
  test('counts it and makes the reader known by a cookie that scripts cannot read', async () => {
    const response = await vote(await publicStory(), 'vote');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ votes: 1, importedVotes: 0, standing: true });
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^voter=[0-9a-f-]{36}\.[\w-]{43}; Path=\/; Max-Age=31536000; HttpOnly; SameSite=Lax$/),
    ]);
  });

  test('twice is once, and withdrawing takes it back', async () => {
    const story = await publicStory();
    const cookie = cookieOf(await vote(story, 'vote'));
    const again = await vote(story, 'vote', { cookie });
    expect(again.headers.getSetCookie()).toEqual([]);
    expect(await again.json()).toMatchObject({ votes: 1, standing: true });
    expect(await (await vote(story, 'withdraw', { cookie })).json()).toMatchObject({ votes: 0, standing: false });
  });

  test('is possible as a form too', async () => {
    const body = new URLSearchParams({ articleId, intent: 'vote' }).toString();
    const response = await post({ body, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect(response.status).toBe(200);
  });

  test('gives no cookie to a reader who only withdraws', async () => {
    const response = await vote(articleId, 'withdraw');
    expect(response.status).toBe(200);
    expect(response.headers.getSetCookie()).toEqual([]);
  });

  test('with a forged cookie is the vote of a new reader', async () => {
    const story = await publicStory();
    const cookie = cookieOf(await vote(story, 'vote'));
    for (const forged of [`${cookie.slice(0, -1)}_`, `voter=${randomUUID()}`, 'voter=', 'voter=%00.%ff']) {
      const response = await vote(story, 'vote', { cookie: forged });
      expect(response.status).toBe(200);
      expect(cookieOf(response)).toMatch(/^voter=/);
    }
    expect(await (await vote(story, 'vote', { cookie })).json()).toMatchObject({ votes: 5 });
  });
});

describe('asking for a tally', () => {
  const ask = (query: string, headers: Record<string, string> = {}) => fetch(`${endpoint}${query}`, { headers });

  test('tells the count, and whether the vote of who asks stands', async () => {
    const story = await publicStory();
    const cookie = cookieOf(await vote(story, 'vote'));
    const mine = await ask(`?article=${story}`, { cookie });
    expect(mine.headers.get('cache-control')).toBe('private, no-store');
    expect(await mine.json()).toEqual({ articleId: story, votes: 1, importedVotes: 0, standing: true, held: false });
    const others = await ask(`?article=${story}`);
    expect(others.headers.getSetCookie()).toEqual([]);
    expect(await others.json()).toMatchObject({ votes: 1, standing: false });
  });

  test('is answered from memory for a second, alike to all who never voted, and never older than a vote of here', async () => {
    const story = await publicStory();
    const votes = async () => (await (await ask(`?article=${story}`)).json()).votes;
    expect(await votes()).toBe(0);
    await owner`insert into tallies (article_id, votes) values (${story}, 7)`;
    expect(await votes()).toBe(0);
    await vote(story, 'vote');
    expect(await votes()).toBe(8);
    await owner`update tallies set votes = 1 where article_id = ${story}`;
    await expect.poll(votes, { timeout: 5000 }).toBe(1);
    const { headers } = await ask(`?article=${story}`);
    expect([headers.get('cache-control'), headers.get('vary')]).toEqual(['public, max-age=1', 'cookie']);
  });

  test.each([
    ['', 400, 'invalid'],
    ['?article=1', 400, 'invalid'],
    [`?article=${randomUUID()}`, 404, 'not_found'],
  ])('%j answers %i', async (query, status, code) => {
    const response = await ask(query);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { code } });
  });
});

describe('what is refused', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  test.each<[string, Post, number, string]>([
    ['JSON that is none', { body: '{' }, 400, 'invalid'],
    ['JSON that is no object', { body: '"vote"' }, 400, 'invalid'],
    ['nothing', {}, 400, 'invalid'],
    ['a form without fields', { headers: form }, 400, 'invalid'],
    ['an intent that is none', { body: JSON.stringify({ articleId: randomUUID(), intent: 'veto' }) }, 400, 'invalid'],
    ['a list for an id', { body: JSON.stringify({ articleId: [1], intent: 'vote' }) }, 400, 'invalid'],
    ['an unknown story', { body: JSON.stringify({ articleId: randomUUID(), intent: 'vote' }) }, 404, 'not_found'],
    ['text', { body: 'vote', headers: { 'content-type': 'text/plain' } }, 415, 'media_type'],
    ['a large body', { body: `{"x":"${'x'.repeat(2000)}"}` }, 413, 'too_large'],
    ['a post from another site', { body: '{}', headers: { origin: 'https://evil.example' } }, 403, 'forbidden'],
    ['a post from a sandboxed page', { body: '{}', headers: { origin: 'null' } }, 403, 'forbidden'],
    ['a cross-site post', { body: '{}', headers: { 'sec-fetch-site': 'cross-site' } }, 403, 'forbidden'],
  ])('%s', async (_, request, status, code) => {
    const response = await post(request);
    expect(response.status).toBe(status);
    expect(response.headers.getSetCookie()).toEqual([]);
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[^\n]+\.?$/);
  });

  test('a method that is none of ours', async () => {
    const response = await fetch(endpoint, { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  test('a body without a declared length, as soon as it is too large', async () => {
    const answer = await sendRaw([
      'POST /api/votes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      `${(2000).toString(16)}\r\n${'x'.repeat(2000)}\r\n`,
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/connection: close/i);
  });

  test('posts from our own pages are not', async () => {
    for (const origin of [base, `http://localhost:${env().PORT}`]) {
      const response = await vote(articleId, 'vote', { origin, 'sec-fetch-site': 'same-origin' });
      expect(response.status).toBe(200);
    }
  });
});

describe('limits', () => {
  test('hold for one voter, wherever the votes come from', async () => {
    const cookie = cookieOf(await vote(articleId, 'vote'));
    for (let count = 0; count < voteLimits.voter; count += 1) {
      expect((await vote(articleId, count % 2 ? 'vote' : 'withdraw', { cookie })).status).toBe(200);
    }
    const limited = await vote(articleId, 'vote', { cookie });
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await limited.json()).toMatchObject({ error: { code: 'limited' } });
    expect((await vote(articleId, 'vote')).status).toBe(200);
  });

  test('hold for a network, whoever votes there, and not for its neighbour', async () => {
    const statuses: number[] = [];
    for (let count = 0; count <= voteLimits.network; count += 1) {
      statuses.push((await vote(articleId, 'withdraw', { 'x-forwarded-for': `192.0.2.${count}` })).status);
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(voteLimits.network);
    expect(statuses.at(-1)).toBe(429);
    expect((await vote(articleId, 'withdraw', { 'x-forwarded-for': '192.0.3.1' })).status).toBe(200);
  });
});

test('many readers at once are all counted', async () => {
  const story = await publicStory();
  const responses = await Promise.all(Array.from({ length: 200 }, () => vote(story, 'vote')));
  expect(new Set(responses.map(cookieOf)).size).toBe(200);
  const [row] = await owner`select votes from tallies where article_id = ${story}`;
  expect(row?.votes).toBe(200);
  expect(await recountVotes()).toEqual([]);
});

test('without a database a first vote is answered 503 with a time to try again, and the same reader is counted later', async () => {
  const { DATABASE_APP_URL } = env();
  log.level = 'silent';
  await closeDatabase();
  amendEnvironment({ DATABASE_APP_URL: 'postgres://nobody@127.0.0.1:1/none' });
  const response = await vote(articleId, 'vote');
  expect(response.status).toBe(503);
  expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(await response.text()).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
  await closeDatabase();
  amendEnvironment({ DATABASE_APP_URL });
  const cookie = cookieOf(response);
  const again = await vote(articleId, 'vote', { cookie });
  expect([again.status, again.headers.getSetCookie()]).toEqual([200, []]);
});

/** Sends bytes as they are and reads until the server closes. */
function sendRaw(parts: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = createConnection(Number(port), hostname, () => {
      for (const part of parts) socket.write(part);
    });
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
